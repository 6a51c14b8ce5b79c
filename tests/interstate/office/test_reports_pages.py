"""The pages of the reports: narrowed by the address, taken along as a file, kept by name."""

from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interstate.models import CompactObligation, SavedReport
from interstate.rules.vocabulary import Key
from interstate.selectors.reports.book import REPORTS
from interstate.services.reports import forget_report
from ots.access.categories import Action, Category, category_codename
from ots.access.exports import export_csv
from ots.access.fields import UndeclaredFieldError
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry, Disclosure
from tests.factories.signing_in import signed_in_client
from tests.interstate.office.conftest import TODAY, case_between, happened, owe, sent_on
from tests.wording import says

ALL = reverse("interstate:office-reports")
MOST_QUERIES = 25
MOST_BYTES = 50_000


def page_of(slug):
    return reverse("interstate:office-report", args=[slug])


def file_of(slug):
    return reverse("interstate:office-report-export", args=[slug])


def text_of(browser, address, **query):
    answer = browser.get(address, query)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def browser(carla):
    return signed_in_client(carla)


def keep(browser, name="Ohio's", query="member=OH"):
    address = reverse("interstate:report-keep", args=["active"])
    return browser.post(f"{address}?{query}", {"name": name}, follow=True)


def test_every_report_opens_and_asks_a_fixed_number(browser, carla, debts):
    case = case_between("MI", "OH", 9)
    for kind in ("notice_of_arrival", "warrant_issued", "transfer_reply"):
        event = happened(case, kind, -1)
    sent_on(event, carla)
    for slug in REPORTS:
        with CaptureQueriesContext(connection) as captured:
            answer = browser.get(page_of(slug))
        assert answer.status_code == 200, slug
        assert len(captured) <= MOST_QUERIES, slug
        assert len(answer.content) < MOST_BYTES, slug


def test_a_list_asks_as_often_for_many_rows_as_for_one(browser):
    def asked():
        with CaptureQueriesContext(connection) as captured:
            browser.get(page_of("unassigned"))
        return len(captured)

    case_between("MI", "OH", 1)
    browser.get(page_of("unassigned"))
    few = asked()
    for number in range(2, 60):
        case_between("MI", "OH", number)
    assert asked() == few
    assert len(browser.get(page_of("unassigned")).content) < MOST_BYTES


def test_a_report_that_there_is_not_is_not_found(browser):
    assert browser.get(page_of("no-such")).status_code == 404


def test_an_agent_has_no_reports(sender):
    assert signed_in_client(sender).get(ALL).status_code == 403


def test_the_address_narrows(browser):
    case_between("MI", "OH", 1)
    case_between("MI", "TX", 2)
    shown = text_of(browser, page_of("active"), member="TX")
    assert says(shown, "Of2") and not says(shown, "Of1")


def test_a_period_that_ends_before_it_begins_is_refused_in_words(browser):
    shown = text_of(browser, page_of("transmitted"), since="2026-05-02", until="2026-05-01")
    assert "not before the first" in shown


def test_a_list_leaves_as_a_file_and_is_disclosed(browser, case):
    text = text_of(browser, file_of("active"))
    assert case.number in text and case.person.full_name in text
    assert [each.people for each in Disclosure.objects.all()] == [[case.person_id]]


@pytest.mark.parametrize(
    ("hidden", "left"),
    [
        (Category.IDENTITY, ["case__number", "due_on"]),
        (Category.SUPERVISION, ["case__number", "case__person__full_name"]),
    ],
)
def test_a_column_over_links_needs_every_step_open(carla, case, hidden, left):
    owe(case, Key.TREP_DUE, "receiving", TODAY).save()
    seen = viewer_for(carla)
    less = replace(seen, codenames=seen.codenames - {category_codename(hidden, Action.VIEW)})
    columns = ("case__number", "case__person__full_name", "due_on")
    rows = CompactObligation.objects.filter(case=case)
    text = export_csv(less, CompactObligation, rows, columns, list_name="limits")
    assert text.splitlines()[0].split(",") == left
    assert (case.person.full_name in text) is (hidden is not Category.IDENTITY)


def test_a_column_leads_over_links_alone(carla):
    with pytest.raises(UndeclaredFieldError, match="not from a link"):
        export_csv(viewer_for(carla), CompactObligation, [], ["due_on__year"], list_name="limits")


def test_another_states_office_takes_no_list_along(otto, case):
    answer = signed_in_client(otto).get(file_of("active"), follow=True)
    assert "may not download" in answer.content.decode()


def test_counts_leave_as_a_file_about_nobody(browser, carla):
    lines = text_of(browser, file_of("users")).splitlines()
    assert lines[0] == "User,Post,Stands,Signed in last,Cases held,Activities to move"
    assert lines[1].startswith(str(carla))
    assert not Disclosure.objects.exists()


def test_a_report_is_kept_with_its_filter(browser):
    keep(browser)
    saved = SavedReport.objects.get()
    assert (saved.name, saved.report, saved.terms) == ("Ohio's", "active", {"member": "OH"})
    assert f"{page_of('active')}?member=OH" in text_of(browser, ALL)
    assert AuditEntry.objects.filter(event="COMPACT_REPORT_KEPT").count() == 1


def test_a_period_left_out_is_kept_as_left_out(browser):
    keep(browser, query="since=&until=&direction=sent")
    assert SavedReport.objects.get().terms == {"direction": "sent"}


def test_a_name_is_given_once(browser):
    keep(browser)
    assert "choose another name" in keep(browser, query="").content.decode()
    assert SavedReport.objects.count() == 1


def test_a_kept_report_is_its_owners_alone(browser, otto):
    keep(browser)
    saved = SavedReport.objects.get()
    other = signed_in_client(otto)
    assert "Ohio&#x27;s" not in text_of(other, ALL)
    gone = other.post(reverse("interstate:report-forget", args=[saved.pk]))
    assert gone.status_code == 404
    with pytest.raises(NotAllowedError):
        forget_report(viewer_for(otto), saved)


def test_a_kept_report_is_deleted(browser):
    keep(browser)
    browser.post(reverse("interstate:report-forget", args=[SavedReport.objects.get().pk]))
    assert not SavedReport.objects.exists()
    assert AuditEntry.objects.filter(event="COMPACT_REPORT_FORGOTTEN").count() == 1
