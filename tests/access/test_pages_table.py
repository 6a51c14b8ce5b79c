"""The table of all pages with what each asks, kept so that a change of access shows in review."""

import os
from pathlib import Path

from ots.access.permissions import Permission
from tests.access.sitemap import pages, unruled_routes

TABLE = Path(__file__).with_name("pages.txt")
UPDATE = "UPDATE_PAGES"


def table() -> str:
    return "".join(f"{page.line()}\n" for page in pages())


def test_the_table_of_pages_is_up_to_date():
    if os.environ.get(UPDATE):
        TABLE.write_text(table())
    assert TABLE.read_text() == table(), (
        "Who may open which page has changed. If it is meant, write the table anew with "
        f"{UPDATE}=1 and have the difference reviewed: "
        f"{UPDATE}=1 pytest tests/access/test_pages_table.py"
    )


def test_every_view_states_what_it_asks():
    assert unruled_routes() == []


def test_every_right_opens_a_page_or_is_named_with_what_asks_it():
    asked = {page.rule.permission for page in pages()}
    assert set(Permission) - asked <= ASKED_ELSEWHERE.keys()


ASKED_ELSEWHERE = {
    Permission.COVER_ARRANGE: "offers more agents on the page of covers",
    Permission.RECOMMENDATION_DECIDE: "steps on a recommendation, and no end to put off",
    Permission.LEVEL_OVERRIDE: "offers overrides on the page that sets a level",
    Permission.OBLIGATION_WAIVE: "excuses what only a supervisor may, where things are excused",
    Permission.PERSON_RESTRICTED: "opens restricted people",
    Permission.RECORD_SEALED: "opens sealed records",
    Permission.VIOLATION_DECIDE: "approves answers and reports on their own pages",
    Permission.VIOLATION_SPECIALIST: "decides parole violations on their own page",
    Permission.SCOPE_STATEWIDE: "widens the reach",
    Permission.SCOPE_AGENCY_COURT: "widens the reach",
    Permission.AUDIT_VIEW: "opens the trail in administration",
}


def test_every_page_has_a_name():
    assert [page.route for page in pages() if page.name.endswith(":") or not page.name] == []


def test_every_page_about_a_person_names_the_person_in_its_address():
    nameless = [
        page.name for page in pages() if page.is_about_a_person and "person" not in page.parts
    ]
    assert nameless == []


def test_every_address_that_names_a_person_is_guarded_by_reach():
    unguarded = [
        page.name for page in pages() if "person" in page.parts and not page.is_about_a_person
    ]
    assert unguarded == []
