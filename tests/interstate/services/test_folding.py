"""Of two cases of one person between the same states one is folded into the other, and back."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from interstate.models import CompactCase
from interstate.rules.vocabulary import EventType, Side
from interstate.services.cases import CaseRefusedError
from interstate.services.events import RefusedByRuleError, Report, take_event
from interstate.services.folding import Fold, fold_case, unfold_case
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from tests import factories
from tests.factories.compact import compact_case
from tests.factories.signing_in import signed_in_client

ASKED = (EventType.REPORTING_INSTRUCTIONS_REQUEST, Side.SENDING, {})
GRANTED = (EventType.REPORTING_INSTRUCTIONS_REPLY, Side.RECEIVING, {"decision": "approve"})
FOLD = {"reason": "Imported twice."}


def happened(case, *events):
    """Take events into a case, an hour apart, all of them past."""
    begun = timezone.now() - timedelta(hours=len(events) + 1)
    for hour, (kind, by, data) in enumerate(events):
        report = Report(type=kind, by=by, at=begun + timedelta(hours=hour), data=data)
        take_event(system_viewer("tests"), case.pk, report)
    case.refresh_from_db()


@pytest.fixture
def twin(case):
    """A second case of Dana's for Ohio, as an import left it: instructions are granted."""
    made = CompactCase.objects.get(pk=case.pk)
    made.pk, made.number, made.external_id = None, "IC-2020-000009", "MI 77"
    made.save(force_insert=True)
    happened(made, ASKED, GRANTED)
    return made


def fold(carla, twin, case):
    return fold_case(viewer_for(carla), twin.pk, Fold(into=case.pk, **FOLD))


def page_of(user, case):
    url = reverse("interstate:case", args=[case.person_id, case.pk])
    return signed_in_client(user).get(url).content.decode()


def standing(case):
    case.refresh_from_db()
    owed = case.obligations.order_by("pk").values_list("key", "due_on", "satisfied_on", "is_void")
    return case.state, case.supervising, case.next_due_on, case.closed_for, [*owed]


def test_a_case_that_is_folded_rests_and_owes_nothing(carla, case, twin):
    fold(carla, twin, case)
    twin.refresh_from_db()
    assert (twin.state, twin.closed_for, twin.next_due_on) == ("WITHDRAWN", "folded", None)


def test_what_was_recorded_stays_where_it_was(carla, case, twin):
    before = [*twin.events.values_list("pk", flat=True)]
    fold(carla, twin, case)
    assert [*twin.events.values_list("pk", flat=True)][:-1] == before
    assert not case.events.exists()


def test_undone_the_case_goes_on_from_where_it_stood(carla, case, twin):
    before = standing(twin)
    fold(carla, twin, case)
    unfold_case(viewer_for(carla), twin.pk, "They are two transfers.")
    assert standing(twin) == before
    assert [row.type for row in twin.events.all()][-2:] == ["case_folded", "case_unfolded"]


def test_each_of_the_two_tells_of_the_other(carla, case, twin):
    fold(carla, twin, case)
    assert "Folded into case" in page_of(carla, twin)
    shown = page_of(carla, case)
    assert "Folded into this case" in shown and "Imported twice." in shown


def test_the_other_state_is_told_in_the_case_that_goes_on(carla, otto, case, twin):
    happened(case, ASKED)
    fold(carla, twin, case)
    assert twin.number in page_of(otto, case)


def test_a_case_in_which_an_answer_is_waited_for_is_not_folded(carla, case, twin):
    happened(case, ASKED)
    with pytest.raises(RefusedByRuleError, match="something is under way"):
        fold(carla, case, twin)


def test_a_case_is_not_folded_into_one_that_is_over(carla, case, twin):
    CompactCase.objects.filter(pk=case.pk).update(state="CLOSED")
    with pytest.raises(CaseRefusedError, match="that goes on"):
        fold(carla, twin, case)


def test_a_case_is_not_folded_into_another_persons(carla, sender, twin):
    other = compact_case(sender, factories.person("Else", agent=sender))
    with pytest.raises(CaseRefusedError, match="of the same person"):
        fold(carla, twin, other)


def test_an_agent_folds_nothing(sender, case, twin):
    with pytest.raises(NotAllowedError):
        fold(sender, twin, case)


def test_a_case_that_is_not_folded_is_not_undone(carla, twin):
    with pytest.raises(RefusedByRuleError, match="not folded"):
        unfold_case(viewer_for(carla), twin.pk, "By mistake.")


def test_it_is_folded_and_undone_on_its_pages(carla, case, twin):
    browser = signed_in_client(carla)
    of_twin = [twin.person_id, twin.pk]
    browser.post(reverse("interstate:case-fold", args=of_twin), {"into": case.pk, **FOLD})
    twin.refresh_from_db()
    assert twin.closed_for == "folded"
    browser.post(reverse("interstate:case-unfold", args=of_twin), {"reason": "They are two."})
    twin.refresh_from_db()
    assert twin.state == "RI_APPROVED"


def test_without_a_reason_nothing_is_undone(carla, case, twin):
    fold(carla, twin, case)
    url = reverse("interstate:case-unfold", args=[twin.person_id, twin.pk])
    signed_in_client(carla).post(url, {})
    twin.refresh_from_db()
    assert twin.closed_for == "folded"
