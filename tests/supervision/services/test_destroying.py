"""What a court orders destroyed is named by nothing of supervision or of the compact any longer."""

from datetime import UTC, date, datetime

import pytest
from django.db import Error, transaction
from django.urls import reverse

from interstate.models import CompactCase
from offenders.models import CourtCase, CustodyPeriod
from offenders.selectors.sealable import Sealable
from offenders.services.seals import CourtOrder, expunge
from ots.access.viewer import system_viewer
from supervision.choices.money import DebtKind
from supervision.models import ConditionTerms, Debt, ProceedingStep
from supervision.rules.proceeding import Move
from supervision.services.destroying import ERASED_DEBT, ERASED_STEP, ERASED_TERMS
from tests import factories
from tests.access.compact_world import compact_values
from tests.factories.supervision_conditions import impose, on_parole
from tests.factories.supervision_violation import incident, proceeding

PROGRAM = system_viewer("tests")
AREA = "Grand Avenue"


@pytest.fixture
def told(danas_case, dana, olivia):
    """A debt, a condition's text, a step and a transfer that name the case."""
    on_parole(dana)
    impose(olivia, dana, "GEO-01", answers={"area": AREA}, case_id=danas_case.pk)
    Debt.objects.create(
        person=dana,
        kind=DebtKind.COSTS,
        case=danas_case,
        description=f"Costs of {danas_case.docket_number}",
        ordered_on=date(2026, 1, 2),
        due_on=date(2026, 2, 2),
    )
    ProceedingStep.objects.create(
        person=dana,
        proceeding=proceeding(olivia, dana, incident(olivia, dana)),
        move=Move.SUBMIT.value,
        at=datetime(2026, 1, 5, 15, tzinfo=UTC),
        note="Held for the case",
        custody=CustodyPeriod.objects.create(
            person=dana, case=danas_case, facility=factories.facility(), began_on=date(2026, 1, 2)
        ),
    )
    transfer = compact_values(dana)["transfer"]
    CompactCase.objects.get(pk=transfer).court_cases.add(danas_case)
    return danas_case


def destroy(case):
    order = CourtOrder(
        court_id=case.court_id,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )
    return expunge(PROGRAM, case.person_id, what=Sealable(case_id=case.pk), order=order)


def standing(row, erased):
    return {name: getattr(row, name) for name in erased}


def test_a_case_named_all_over_supervision_is_destroyed(told):
    order = destroy(told)
    assert not CourtCase._base_manager.filter(pk=told.pk).exists()
    assert order.destroyed["debts erased"] == 1


@pytest.mark.parametrize(
    ("model", "erased"),
    [(ConditionTerms, ERASED_TERMS), (Debt, ERASED_DEBT), (ProceedingStep, ERASED_STEP)],
)
def test_the_row_stays_without_what_it_said_of_the_case(model, erased, told):
    destroy(told)
    assert standing(model.objects.get(), erased) == erased


def test_what_is_owed_stands_and_the_condition_does_not(told):
    destroy(told)
    assert Debt.objects.get().superseded_at is None
    assert ConditionTerms.objects.get().superseded_at is not None


def test_the_transfer_names_it_no_longer(told):
    destroy(told)
    assert not CompactCase.objects.get().court_cases.exists()


@pytest.mark.parametrize(
    "page", ["overview", "conditions", "zones", "person-money", "person-due", "violations"]
)
def test_the_pages_of_supervision_open_and_say_nothing_of_it(page, told, olivia, sign_in):
    destroy(told)
    answer = sign_in(olivia).get(reverse(f"supervision:{page}", args=[told.person_id]))
    assert answer.status_code == 200
    assert AREA not in answer.content.decode()
    assert told.docket_number not in answer.content.decode()


@pytest.mark.parametrize(
    ("model", "erased"),
    [(ConditionTerms, ERASED_TERMS), (Debt, ERASED_DEBT), (ProceedingStep, ERASED_STEP)],
)
def test_nothing_is_erased_without_an_order(model, erased, told):
    with pytest.raises(Error, match="never changed"), transaction.atomic():
        model._base_manager.update(**erased)


def test_another_case_s_conditions_and_debts_stay_as_they_are(told, dana):
    other = factories.court_case(dana, court_=factories.court("Other Court"))
    destroy(other)
    assert Debt.objects.get().case == told
    assert ConditionTerms.objects.get().details
