"""The office's counts, each against a few rows counted by hand."""

from datetime import timedelta

import pytest
from django.contrib.auth import get_user_model
from django.utils import timezone

from interstate.choices import Post
from interstate.models import CompactOffice, Delegate
from interstate.rules.upkeep import UNUSED_ACCOUNT, days_of
from interstate.selectors.offices import offices_for
from interstate.selectors.reports.book import REPORTS, counts_of
from interstate.selectors.reports.report import ReportAsked, is_open
from ots.access.viewer import viewer_for
from tests import factories
from tests.factories.compact import post
from tests.interstate.office.conftest import TODAY, ago, case_between, happened, sent_on


@pytest.fixture
def counted(carla):
    """Ask a report as Michigan's office does; its labels with their figures."""

    def ask(slug, **asked):
        viewer = viewer_for(carla)
        values = {"since": TODAY - timedelta(days=30), "until": TODAY, **asked}
        found = ReportAsked(offices=offices_for(viewer), today=TODAY, **values)
        rows = counts_of(viewer, REPORTS[slug], found)
        return {row.labels: row.figures for row in rows}

    return ask


def closed(sending, receiving, number, ground, days_ago=5):
    case = case_between(sending, receiving, number, state="CLOSED", closed_for=ground)
    happened(case, "case_closure_reply", days_ago, by="sending", decision="agree")
    return case


def sent(case, kind, author, by, **data):
    """Store what was sent, with who wrote it."""
    return sent_on(happened(case, kind, 3, by=by, **data), author)


def test_closures_are_counted_by_ground_and_other_state(counted):
    closed("MI", "OH", 1, "discharged")
    closed("OH", "MI", 2, "discharged")
    closed("MI", "TX", 3, "retaken")
    closed("MI", "TX", 4, "retaken", days_ago=90)
    assert counted("closure-reasons") == {
        ("Discharged", "Ohio"): (1, 1),
        ("Retaken", "Texas"): (1, 0),
    }


def test_a_case_closed_twice_in_the_period_is_one_closure(counted):
    case = closed("MI", "OH", 1, "discharged")
    happened(case, "case_closure_reply", 2, by="sending", decision="agree")
    assert counted("closure-reasons") == {("Discharged", "Ohio"): (1, 0)}


def test_a_case_opened_again_is_no_closure(counted):
    case = closed("MI", "OH", 1, "discharged")
    type(case).objects.filter(pk=case.pk).update(state="RETAKING", closed_for="")
    assert counted("closure-reasons") == {}


@pytest.mark.parametrize(
    ("said", "figures"),
    [
        ({"decision": "reject"}, (0, 1, 0)),
        ({"reply": "Denied"}, (0, 1, 0)),
        ({"accepted": False}, (0, 1, 0)),
        ({"decision": "accept"}, (1, 0, 100)),
        ({}, (1, 0, 100)),
    ],
)
def test_a_decision_is_read_as_the_rules_read_it(counted, said, figures):
    happened(case_between("MI", "OH", 1), "transfer_reply", 3, **said)
    assert counted("decisions-by-state") == {("Michigan", "Ohio"): figures}


def test_decisions_are_counted_by_the_office_that_made_them(counted, carla):
    for number, decision in enumerate(("accept", "accept", "reject"), 1):
        case = case_between("OH", "MI", number)
        happened(case, "transfer_reply", 3, decision=decision)
    assert counted("decisions-by-office") == {(carla.delegate.office.name,): (2, 1, 66)}


def test_two_offices_of_one_name_are_two(counted):
    CompactOffice.objects.filter(member__in=("OH", "IN")).update(name="Compact office")
    for number, (code, decision) in enumerate((("OH", "accept"), ("IN", "reject")), 1):
        happened(case_between("MI", code, number), "transfer_reply", 3, decision=decision)
    assert counted("decisions-by-office") == {
        ("Compact office, Indiana",): (0, 1, 0),
        ("Compact office, Ohio",): (1, 0, 100),
    }


def test_decisions_by_user_are_our_own(counted, carla, otto):
    sent(case_between("OH", "MI", 1), "transfer_reply", carla, "receiving", decision="accept")
    sent(case_between("MI", "OH", 2), "transfer_reply", otto, "receiving", decision="accept")
    assert counted("decisions-by-user") == {(str(carla),): (1, 0, 100)}


def test_work_is_counted_by_case_and_by_what_was_sent(counted, carla, otto):
    case = case_between("MI", "OH", 1)
    sent(case, "transfer_request", carla, "sending")
    sent(case, "documents", carla, "sending")
    sent(case, "progress_report", otto, "receiving")
    assert counted("work-by-user") == {(str(carla),): (1, 2)}


@pytest.fixture
def long_away(db):
    """Peter has a post in Michigan and has not signed in for too long."""
    made = factories.user("Peter", role="Parole agent")
    post(made, "MI", Post.AGENT)
    gone = days_of(UNUSED_ACCOUNT, TODAY) + 1
    get_user_model().objects.filter(pk=made.pk).update(last_login=ago(gone))
    return made


def test_users_who_do_not_sign_in_are_those_beyond_the_days(counted, carla, long_away):
    get_user_model().objects.filter(pk=carla.pk).update(last_login=timezone.now())
    assert [labels[0] for labels in counted("users-unused")] == [str(long_away)]


def test_a_closed_post_is_listed_with_what_it_still_holds(counted, carla, long_away):
    case_between("MI", "OH", 1, sending_user=long_away)
    case_between("MI", "OH", 2, sending_user=long_away, state="CLOSED")
    case_between("MI", "OH", 3, sending_user=carla)
    Delegate.objects.filter(user=long_away).update(is_active=False)
    assert [
        (labels[0], labels[2], figures) for labels, figures in counted("users-closed").items()
    ] == [(str(long_away), "Closed", (1, 0))]


def test_who_does_not_see_staff_has_no_report_of_users(otto, carla):
    users = [each for each in REPORTS.values() if each.group == "Users"]
    assert [is_open(viewer_for(carla), each) for each in users] == [True] * len(users)
    assert [is_open(viewer_for(otto), each) for each in users] == [False] * len(users)
