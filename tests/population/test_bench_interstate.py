"""The measure of the compact's work opens real pages over made-up cases, beside a bare view."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ots.access.models import SignInSession

pytestmark = pytest.mark.django_db


def bench(*parts, **options):
    said = StringIO()
    call_command("bench_interstate", *parts, stdout=said, tries=2, **options)
    return said.getvalue()


@pytest.fixture
def made(dana, olivia):
    dana.agent = olivia
    dana.save()
    call_command("generate_compact", cases=5, activities=30, workers=1, stderr=StringIO())


def test_a_worklist_is_measured_beside_a_bare_view_and_leaves_nothing(made):
    said = bench("worklist", open_items=1)
    assert "bare view" in said
    assert "ratio" in said
    assert not SignInSession.objects.exists()


def test_without_made_up_cases_it_says_what_to_do():
    with pytest.raises(CommandError, match="run generate_compact first"):
        bench("submissions")


def test_a_part_that_nobody_measures_is_named():
    with pytest.raises(CommandError, match="nothing.*is not measured: choose"):
        bench("nothing")
