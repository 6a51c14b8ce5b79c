"""Measuring the guard: it says what it found, and leaves nothing behind."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from offenders.models import Person
from ots.access.models import User


def test_it_measures_agent_and_supervisor_and_leaves_nobody_behind(db):
    printed = StringIO()
    call_command("bench_access", users=50, people=100, tries=50, stdout=printed)
    for kind in ("agent", "supervisor"):
        assert f"{kind}: viewer and decision" in printed.getvalue()
    assert not User.objects.filter(username__startswith="bench").exists()
    assert not Person.objects.filter(last_name__startswith="Name").exists()


def test_too_few_to_fill_a_page_are_refused(db):
    with pytest.raises(CommandError, match="at least"):
        call_command("bench_access", users=3)
