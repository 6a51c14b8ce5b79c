"""The office's lists of cases and limits, each against a few cases counted by hand."""

from datetime import date, timedelta

import pytest

from interstate.rules.upkeep import AVAILABLE_LEFT, DRAFT_LEFT, REJECTED_LEFT, days_of
from interstate.rules.vocabulary import Key
from interstate.selectors.offices import offices_for
from interstate.selectors.reports.book import FRONT, REPORTS, front_counts, rows_of
from interstate.selectors.reports.of_cases import OF_CASES
from interstate.selectors.reports.report import Counted, ReportAsked
from ots.access.viewer import viewer_for
from tests import factories
from tests.interstate.office.conftest import TODAY, ago, case_between, happened, owe


@pytest.fixture
def listed(carla):
    """Ask a report as Michigan's office does; the numbers of the cases that it lists."""

    def ask(slug, **asked):
        viewer = viewer_for(carla)
        values = {"since": TODAY - timedelta(days=30), "until": TODAY, **asked}
        found = ReportAsked(offices=offices_for(viewer), today=TODAY, **values)
        rows = rows_of(viewer, REPORTS[slug], found)
        return [getattr(row, "case", row).number[-3:] for row in rows]

    return ask


def test_no_report_has_the_name_of_another():
    titles = [each.title for each in REPORTS.values()]
    assert len(titles) == len(set(titles))


def test_a_report_that_counts_names_no_person():
    counted = [each for each in REPORTS.values() if isinstance(each, Counted)]
    assert counted and not [each for each in counted if "Person" in each.labels]


@pytest.mark.parametrize(
    ("slug", "state"),
    [
        ("departure", "ACCEPTED"),
        ("departure", "RETURN_APPROVED"),
        ("arrival", "IN_TRANSIT"),
        ("failed", "FAILED_TO_ARRIVE"),
        ("retaking", "RETAKING"),
        ("return-requested", "RETURN_PENDING"),
    ],
)
def test_cases_are_listed_by_where_they_stand(listed, slug, state):
    case_between("MI", "OH", 1, state=state)
    case_between("MI", "OH", 2, state="WITHDRAWN")
    case_between("MI", "OH", 3, state="ACTIVE")
    assert listed(slug) == ["001"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"member": "TX"}, ["002", "003"]),
        ({"direction": "sent"}, ["001", "002"]),
        ({"member": "TX", "direction": "received"}, ["003"]),
        ({"trait": "is_sex_offender"}, ["003"]),
    ],
)
def test_a_list_is_narrowed_by_state_direction_and_mark(listed, asked, found):
    case_between("MI", "OH", 1)
    case_between("MI", "TX", 2)
    case_between("TX", "MI", 3, is_sex_offender=True)
    assert listed("active", **asked) == found


def test_a_mark_that_the_viewer_does_not_see_narrows_nothing(listed):
    case_between("MI", "OH", 1)
    case_between("MI", "OH", 2, has_victims=True)
    # Of victims a list tells nothing: their category opens person by person.
    assert listed("active", trait="has_victims") == ["001", "002"]


def test_the_end_of_supervision_is_asked_within_a_number_of_days(listed):
    for number, days in enumerate((-1, 10, 11), 1):
        case_between("MI", "OH", number, supervision_ends_on=TODAY + timedelta(days=days))
    assert listed("ending", days=10) == ["001", "002"]


def test_a_draft_is_left_over_from_the_day_after_its_days(listed):
    days = days_of(DRAFT_LEFT, TODAY)
    for number, more in enumerate((0, 1), 1):
        case = case_between("MI", "OH", number, state="DRAFT")
        type(case).objects.filter(pk=case.pk).update(opened_at=ago(days + more))
    assert listed("draft-left") == ["002"]


def test_who_was_rejected_and_is_there_is_not_left_over(listed):
    long_ago = ago(days_of(REJECTED_LEFT, TODAY) + 1)
    case_between("MI", "OH", 1, state="REJECTED", last_event_at=long_ago)
    case_between("MI", "OH", 2, state="REJECTED", last_event_at=long_ago, arrived_on=TODAY)
    case_between("MI", "OH", 3, state="REJECTED", last_event_at=ago(1))
    assert listed("rejected-left") == ["001"]


def test_availability_of_an_earlier_retaking_does_not_count(listed):
    days = days_of(AVAILABLE_LEFT, TODAY)
    for number in (1, 2):
        case = case_between("MI", "OH", number, state="RETAKING")
        happened(case, "violation_report", days + 40)
        happened(case, "available_for_retaking", days + 30)
    happened(case, "violation_report", days + 5)
    assert listed("available") == ["001"]


def test_the_same_person_is_open_twice_between_the_same_states(listed):
    first = case_between("MI", "OH", 1)
    case_between("MI", "OH", 2)
    third = case_between("MI", "OH", 3, person_of=first)
    case_between("MI", "TX", 4, person_of=first)
    assert sorted(listed("duplicates")) == [first.number[-3:], third.number[-3:]]


def test_who_was_retaken_and_is_transferred_again_is_found(listed):
    before = case_between(
        "MI", "OH", 1, state="CLOSED", closed_for="retaken", last_event_at=ago(90)
    )
    case_between("MI", "TX", 2, person_of=before)
    case_between("MI", "OH", 3, state="CLOSED", closed_for="retaken", last_event_at=ago(90))
    assert listed("sent-again") == ["001"]


def test_accepted_after_a_rejection_is_told_from_accepted_at_once(listed):
    for number in (1, 2, 3):
        case = case_between("OH", "MI", number)
        if number == 1:
            happened(case, "transfer_reply", 40, decision="reject")
        happened(case, "transfer_reply", 5, decision="reject" if number == 3 else "accept")
    assert listed("rejected-then-accepted") == ["001"]


def test_a_return_in_lieu_is_an_answer_that_orders_one(listed):
    for number, action in enumerate(("order_return", "warrant"), 1):
        happened(
            case_between("MI", "OH", number), "violation_response", 5, by="sending", action=action
        )
    assert listed("in-lieu") == ["001"]


def test_what_happened_before_the_period_is_not_in_it(listed):
    case = case_between("MI", "OH", 1)
    for days in (0, 30, 31):
        happened(case, "notice_of_arrival", days)
    assert len(listed("arrival-notices")) == 2


def test_limits_of_a_period_are_listed_brought_or_not_but_never_void(listed):
    case = case_between("OH", "MI", 1)
    for place, values in enumerate(({}, {"satisfied_on": TODAY}, {"is_void": True})):
        owe(case, Key.TREP_DUE, "receiving", TODAY, started_by=place, **values).save()
    assert listed("transfer-reply") == ["001", "001"]


@pytest.mark.parametrize(("whose", "found"), [("ours", ["002"]), ("theirs", ["001"])])
def test_limits_are_asked_by_who_owes_them(listed, whose, found):
    owe(case_between("MI", "OH", 1), Key.TREP_DUE, "receiving", TODAY).save()
    owe(case_between("OH", "MI", 2), Key.TREP_DUE, "receiving", TODAY).save()
    assert listed("transfer-reply", whose=whose) == found


def test_the_days_from_departure_to_arrival_are_told(carla):
    due = owe(
        case_between("MI", "OH", 1),
        Key.NO_SHOW_WITHDRAW,
        "receiving",
        TODAY,
        started_on=TODAY - timedelta(days=7),
        satisfied_on=TODAY - timedelta(days=3),
    )
    assert due.days_taken == 4


def test_another_state_lists_its_own_cases_alone(otto):
    case_between("MI", "OH", 1)
    case_between("MI", "TX", 2)
    viewer = viewer_for(otto)
    asked = ReportAsked(offices=offices_for(viewer), today=TODAY, since=TODAY, until=TODAY)
    assert [row.number[-3:] for row in rows_of(viewer, REPORTS["active"], asked)] == ["001"]


def test_the_office_page_counts_what_each_list_is_long(carla, listed):
    for number, each in enumerate(("ACCEPTED", "RETAKING", "TR_PENDING", "CLOSED"), 1):
        case_between("MI", "OH", number, state=each, is_tolled=number == 3)
    viewer = viewer_for(carla)
    counted = front_counts(viewer, offices_for(viewer), today=TODAY)
    assert {report.slug: count for report, count in counted} == {
        slug: len(listed(slug)) for slug in FRONT
    }


def test_the_front_is_of_cases_alone():
    assert set(FRONT) <= {each.slug for each in OF_CASES}


def named(case, last_name, born):
    """Record under which name, and born when, the person of a case is known."""
    person = factories.person("Alex", last_name=last_name, birth_date=born)
    type(case).objects.filter(pk=case.pk).update(person=person)
    return case


def test_two_numbers_of_perhaps_one_person_are_listed(listed):
    for number, (name, born) in enumerate(
        [
            ("O'Brien-Wells", date(1979, 6, 2)),
            ("Obrien Wells", date(1979, 6, 2)),
            ("O'Brien-Wells", date(1981, 1, 9)),
            ("Quackenbush", date(1979, 6, 2)),
        ],
        1,
    ):
        named(case_between("MI", "OH", number), name, born)
    assert sorted(listed("people-alike")) == ["001", "002"]


def test_people_alike_of_whom_one_case_is_over_are_not_listed(listed):
    for number, state in enumerate(("ACTIVE", "CLOSED"), 1):
        case = case_between("MI", "OH", number, state=state)
        named(case, "Quackenbush", date(1979, 6, 2))
    assert listed("people-alike") == []
