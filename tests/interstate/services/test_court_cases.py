"""A transfer says for which of the person's court cases it is; the sending state says so."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from interstate.models import CompactCase
from interstate.selectors.court_cases import may_be_named, named_in
from interstate.selectors.offices import offices_for
from interstate.selectors.reports.book import REPORTS, rows_of
from interstate.selectors.reports.report import ReportAsked
from interstate.services.court_cases import name_court_cases
from offenders.choices import DispositionKind
from offenders.models import Charge, ChargeParticulars, CourtCase, Disposition
from ots.access.closures import Closure
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.factories.compact import compact_case, compact_office
from tests.factories.signing_in import signed_in_client
from tests.interstate.office.conftest import TODAY


@pytest.fixture
def robbery(dana):
    """Dana's court case, with one count."""
    return factories.add_charge(factories.court_case(dana, docket="24-17-FH")).case


def page_of(user, case):
    url = reverse("interstate:case", args=[case.person_id, case.pk])
    return signed_in_client(user).get(url).content.decode()


def test_court_cases_are_named_as_a_case_is_opened(sender, dana, robbery):
    said = {
        "sending": sender.delegate.office_id,
        "receiving": compact_office("IN").pk,
        "supervision": "parole",
        "court_cases": [robbery.pk],
        "act": "open",
    }
    url = reverse("interstate:case-open", args=[dana.pk])
    signed_in_client(sender).post(url, said)
    assert [*CompactCase.objects.get().court_cases.all()] == [robbery]


def test_they_are_named_later_on_the_page_of_the_case(sender, case, robbery):
    url = reverse("interstate:case-court-cases", args=[case.person_id, case.pk])
    signed_in_client(sender).post(url, {"court_cases": [robbery.pk]})
    assert "24-17-FH, 30th Circuit Court: Armed robbery" in page_of(sender, case)


def test_another_persons_court_case_is_not_named(sender, case):
    other = factories.court_case(factories.person("Else", agent=sender))
    with pytest.raises(NotAllowedError, match="none that you may name"):
        name_court_cases(viewer_for(sender), case.pk, [other.pk])


def test_the_receiving_state_names_none(otto, case, robbery):
    CompactCase.objects.update(state="ACTIVE")
    with pytest.raises(NotAllowedError, match="Only the sending state"):
        name_court_cases(viewer_for(otto), case.pk, [])


def test_what_is_not_named_any_more_is_in_the_trail(sender, case, robbery):
    for keys in ([robbery.pk], []):
        name_court_cases(viewer_for(sender), case.pk, keys)
    rows = AuditEntry.objects.filter(event="COMPACT_COURT_CASES_NAMED").order_by("pk")
    assert [row.additional_data["named"] for row in rows] == [[robbery.pk], []]


def test_a_court_case_that_was_closed_is_neither_offered_nor_told(sender, case, robbery):
    name_court_cases(viewer_for(sender), case.pk, [robbery.pk])
    CourtCase.objects.update(closure=Closure.YOUTHFUL)
    assert named_in(case) == may_be_named(viewer_for(sender), case.person_id) == ()
    assert not case.offenses


def test_a_count_that_ended_without_a_conviction_is_no_offense(sender, case, robbery):
    arson = Charge.objects.create(case=robbery, count_number=2)
    ChargeParticulars.objects.create(charge=arson, description="Arson")
    Disposition.objects.create(charge=arson, kind=DispositionKind.DISMISSED)
    name_court_cases(viewer_for(sender), case.pk, [robbery.pk])
    assert case.offenses == "Armed robbery"


def test_the_report_of_all_cases_has_the_offenses_at_a_constant_number_of_queries(
    carla, sender, case, robbery
):
    viewer = viewer_for(carla)
    offices = offices_for(viewer)
    asked = ReportAsked(offices=offices, today=TODAY, since=TODAY, until=TODAY)

    def listed():
        with CaptureQueriesContext(connection) as queries:
            told = [row.offenses for row in rows_of(viewer, REPORTS["active"], asked)]
        return told, len(queries)

    name_court_cases(viewer_for(sender), case.pk, [robbery.pk])
    _, queries = listed()
    name_court_cases(
        viewer_for(sender), compact_case(sender, case.person, to="IN").pk, [robbery.pk]
    )
    assert listed() == (["Armed robbery", "Armed robbery"], queries)
