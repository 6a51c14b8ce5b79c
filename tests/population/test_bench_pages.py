"""The measure of pages opens real pages, prints a ratio, and leaves nothing behind."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from ots.access.models import SignInSession

pytestmark = pytest.mark.django_db


def bench(*pages: str, **options: object) -> str:
    said = StringIO()
    call_command("bench_pages", *pages, stdout=said, tries=2, actors=1, **options)
    return said.getvalue()


def test_a_page_is_printed_with_its_queries_and_ratio(dana):
    assert "supervision:person-due (agent)" in bench("supervision:person-due")


def test_nothing_stays_in_the_database(dana):
    bench("supervision:caseload")
    assert not SignInSession.objects.exists()


def test_a_page_that_is_too_slow_fails_the_command(dana):
    with pytest.raises(CommandError, match="Above"):
        bench("supervision:caseload", most=0.001)


def test_a_page_that_nobody_measures_is_named(dana):
    with pytest.raises(CommandError, match="add a line to PAGES"):
        bench("offenders:nothing")
