"""A clerk opens a record and enters a sentence; its dates stand there with their reasons."""

import io
import json
from pathlib import Path

import pytest
from django.core.management import call_command
from playwright.sync_api import Page, expect

from tests.browser.conftest import Site
from tests.browser.looking import PHONE, WIDE
from tests.browser.visit import Visit

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

NEW_PERSON = Visit("offenders:person-record", "tim", "button")
SAME_CASE = {
    "id": "typed",
    "as_of": "2026-11-21",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "2019-08-30"},
            "sentenced_on": "2020-03-31",
            "kind": "indeterminate",
            "minimum": {"years": 1, "months": 6},
            "maximum": {"years": 20},
            "jail_credit_days": 31,
        }
    ],
}


def record_a_person(page: Page, last_name: str, *, first_name: str, born: str) -> None:
    page.locator("#id_last_name").fill(last_name)
    page.locator("#id_first_name").fill(first_name)
    page.locator("#id_birth_date").fill(born)
    page.locator("main form button[type=submit]").last.click()
    expect(page.locator("h1")).to_have_text("Overview")


def fill_in_the_judgment(page: Page, docket: str, *, minimum_years: str) -> None:
    page.get_by_role("link", name="Enter a sentence").click()
    page.locator("#id_court").select_option(index=1)
    fields = {
        "docket_number": docket,
        "offense": "750.529",
        "offense_date": "2019-08-30",
        "sentenced_on": "2020-03-31",
        "entered_on": "2020-03-31",
        "minimum_years": minimum_years,
        "minimum_months": "6",
        "maximum_years": "20",
        "jail_credit_days": "31",
    }
    for name, value in fields.items():
        page.locator(f"#id_{name}").fill(value)
    page.locator("main form button[type=submit]").last.click()


def dates_by_command(folder: Path) -> dict[str, str]:
    case = folder / "case.json"
    case.write_text(json.dumps(SAME_CASE))
    out = io.StringIO()
    call_command("timecomp", "evaluate", str(case), stdout=out)
    [result] = json.loads(out.getvalue())
    return result["sentences"][0]


def test_the_dates_appear_with_reasons_and_the_command_answers_the_same(
    site: Site, tmp_path: Path
) -> None:
    with site.opened(NEW_PERSON, WIDE, scripts=False) as page:
        record_a_person(page, "Zwetschkenbaum", first_name="Quentin", born="1990-07-04")
        fill_in_the_judgment(page, "20-555111-FC", minimum_years="1")
        expect(page.locator("main")).to_contain_text("Sentence A is recorded")
        computed = dates_by_command(tmp_path)
        assert computed["calendar_minimum"] == "2021-08-29"
        for day in ("start", "calendar_minimum", "net_maximum"):
            expect(page.locator(f'time[datetime="{computed[day]}"]').first).to_be_visible()
        page.get_by_role("link", name="why").first.click()
        expect(page.locator("main")).to_contain_text("MCL 769.11b")


def test_a_minimum_over_the_maximum_is_told_at_the_field_and_nothing_typed_is_lost(
    site: Site,
) -> None:
    with site.opened(NEW_PERSON, PHONE, scripts=False) as page:
        record_a_person(page, "Zauberberg", first_name="Xaver", born="1971-02-03")
        fill_in_the_judgment(page, "20-555222-FC", minimum_years="40")
        expect(page.locator("#id_minimum_years")).to_have_attribute("aria-invalid", "true")
        expect(page.locator("#id_docket_number")).to_have_value("20-555222-FC")
