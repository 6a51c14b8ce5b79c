"""An office's lists as files: what stands in them, and that the log of disclosures knows them."""

from datetime import date

import pytest
from django.urls import reverse

from interstate.rules.vocabulary import Key
from interstate.selectors.office import Narrowed, case_list, debt_list
from interstate.selectors.office_export import cases_csv, debts_csv
from interstate.selectors.offices import OURS, offices_for
from ots.access.viewer import viewer_for
from ots.audit.models import Disclosure
from tests.factories.signing_in import signed_in_client
from tests.interstate.office.conftest import owe


@pytest.fixture
def sams(sam, case):
    """Sam's offices: he supervises Dana's agent and holds no post of his own."""
    return offices_for(viewer_for(sam))


def test_cases_leave_as_a_file(sam, sams, case):
    viewer = viewer_for(sam)
    text = cases_csv(viewer, case_list(viewer, sams, Narrowed()))
    assert case.number in text


def test_limits_leave_as_a_file(sam, sams, case):
    owe(case, Key.CCN_REPLY, "sending", date(2026, 9, 1)).save()
    viewer = viewer_for(sam)
    text = debts_csv(viewer, debt_list(viewer, sams, whose=OURS))
    assert "CCN_REPLY" in text


def test_what_leaves_is_disclosed_of_the_person_and_not_of_the_row(sam, sams, case):
    owe(case, Key.CCN_REPLY, "sending", date(2026, 9, 1)).save()
    viewer = viewer_for(sam)
    debts_csv(viewer, debt_list(viewer, sams, whose=OURS))
    assert [each.people for each in Disclosure.objects.all()] == [[case.person_id]]


@pytest.mark.parametrize("name", ["office-cases-export", "office-owed-export"])
class TestTheAddress:
    def test_it_sends_the_file(self, sam, case, name):
        answer = signed_in_client(sam).get(reverse(f"interstate:{name}"))
        assert answer["Content-Type"].startswith("text/csv")

    def test_for_somebody_else_it_asks_to_whom_it_goes(self, sam, case, name):
        answer = signed_in_client(sam).get(reverse(f"interstate:{name}"), {"for": "other"})
        assert "Before this leaves the system" in answer.content.decode()

    def test_who_may_not_take_lists_along_is_told_so(self, otto, case, name):
        answer = signed_in_client(otto).get(reverse(f"interstate:{name}"), follow=True)
        assert "may not download" in answer.content.decode()
