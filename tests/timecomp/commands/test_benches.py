"""The measures are made by hand; here only that they begin where they may, and print."""

import io

import pytest
from django.core.management import CommandError, call_command

from offenders.models import Misconduct, Sentence
from timecomp.models import Computation


@pytest.mark.django_db
def test_bench_timecomp_prints_each_stage_beside_its_floor(danas_sentence: Sentence) -> None:
    out = io.StringIO()
    call_command("bench_timecomp", "--people", "1", stdout=out)
    for line in (
        "read ",
        "evaluate ",
        "freeze and digest ",
        "floor: COPY",
        "floor: 250 bare calls",
    ):
        assert f"\n{line}" in f"\n{out.getvalue()}"


@pytest.mark.django_db
def test_bench_timecomp_leaves_the_record_alone_unless_asked(danas_sentence: Sentence) -> None:
    call_command("bench_timecomp", "--people", "1", stdout=io.StringIO())
    assert not Misconduct.objects.exists()
    assert not Computation.objects.exists()


@pytest.mark.django_db
def test_bench_timecomp_says_where_people_come_from() -> None:
    with pytest.raises(CommandError, match="generate_population"):
        call_command("bench_timecomp", stdout=io.StringIO())


@pytest.mark.django_db
def test_bench_at_once_changes_nothing_unless_told_that_it_may(danas_sentence: Sentence) -> None:
    with pytest.raises(CommandError, match="use a copy"):
        call_command("bench_at_once", stdout=io.StringIO())
    assert danas_sentence.terms.count() == 1
