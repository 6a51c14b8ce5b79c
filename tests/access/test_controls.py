"""What the table of security controls says of roles, tasks, scripts and sign-in as a whole."""

from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection
from django.urls import reverse

from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.celery import app
from tests.factories.signing_in import signed_in_client

ROOT = Path(__file__).parents[2]
SCRIPTS = sorted((ROOT / "static" / "js").glob("*.js"))
GIVES_RIGHTS = {Permission.ADMIN_USE}
READS_THE_TRAIL = {Permission.AUDIT_VIEW, Permission.EVIDENCE_TAKE}
READS_RECORDS = {Permission.PERSON_VIEW, Permission.PERSON_SEARCH, Permission.COMPACT_VIEW}
STORES = ("localStorage", "sessionStorage", "indexedDB", "caches.open", "serviceWorker")
MERGES = ("__proto__", "Object.assign", "prototype[", "eval(", "innerHTML", "insertAdjacentHTML")


def once(task: str):
    """The only schedule of a task."""
    [found] = [
        each["schedule"] for each in settings.CELERY_BEAT_SCHEDULE.values() if each["task"] == task
    ]
    return found


@pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)
def test_who_gives_rights_reads_neither_records_nor_the_trail(role):
    held = set(role.permissions)
    if held & GIVES_RIGHTS:
        assert not held & (READS_THE_TRAIL | READS_RECORDS)
        assert role.sees == ()


def test_who_reads_the_trail_reads_no_record():
    [auditor] = [role for role in STANDARD_ROLES if Permission.AUDIT_VIEW in role.permissions]
    assert not set(auditor.permissions) & (READS_RECORDS | GIVES_RIGHTS | {Permission.REACH_GRANT})


def test_the_trail_is_checked_each_week_and_its_head_mailed_each_day():
    assert len(once("ots.audit.tasks.check_whole_trail").day_of_week) == 1
    mailed = once("ots.audit.tasks.send_head")
    assert (len(mailed.hour), len(mailed.day_of_week), len(mailed.day_of_month)) == (1, 7, 31)


def test_troubles_of_the_trail_are_looked_for_within_the_hour():
    looked_after = once("ots.audit.tasks.look_after_trail")
    assert len(looked_after.hour) == 24
    assert looked_after.minute


def test_entries_are_kept_for_a_year_and_longer():
    assert all(years >= 1 for _, years in settings.AUDIT_YEARS_KEPT)


def test_entries_are_stamped_to_the_microsecond_with_their_zone(db):
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT data_type, datetime_precision FROM information_schema.columns"
            " WHERE table_name = 'audit_auditentry' AND column_name = 'timestamp'"
        )
        assert cursor.fetchone() == ("timestamp with time zone", 6)


def test_sessions_and_tasks_are_written_as_json():
    assert settings.SESSION_SERIALIZER.endswith("JSONSerializer")
    assert list(app.conf.accept_content) == ["json"]


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda path: path.name)
def test_no_script_keeps_anything_in_the_browser_or_merges_what_it_reads(script):
    text = script.read_text(encoding="utf-8")
    assert [word for word in (*STORES, *MERGES) if word in text] == []


def test_passwords_are_masked_and_may_be_filled_in_by_a_helper(client, olivia):
    own = signed_in_client(olivia).get(reverse("access:account"))
    asked = client.get(reverse("access:sign-in"))
    for name, form in (("password", asked.context["form"]), ("old_password", own.context["form"])):
        widget = form.fields[name].widget
        assert (widget.input_type, widget.attrs["autocomplete"]) == ("password", "current-password")
        assert "onpaste" not in widget.attrs


def test_the_build_of_the_image_is_sent_nothing_that_is_not_named():
    lines = (ROOT / ".dockerignore").read_text(encoding="utf-8").splitlines()
    rules = [line for line in lines if line and not line.startswith("#")]
    assert rules[0] == "*"
    assert not {"!.git", "!tests", "!.env", "!*"} & set(rules)
