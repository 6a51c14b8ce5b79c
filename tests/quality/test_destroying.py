"""A count that a court orders destroyed leaves no place in samples, and no reading of it."""

from datetime import date

import pytest
from django.db import Error, transaction

from offenders.models import CourtCase
from offenders.selectors.sealable import Sealable
from offenders.services import destruction
from offenders.services.refusals import RefusedError
from offenders.services.seals import CourtOrder, expunge
from ots.access.viewer import system_viewer
from ots.quality.choices import FieldKey, Outcome
from ots.quality.models import Comparison, Draw, Finding, Item
from supervision.choices.money import DebtKind
from supervision.models import Debt
from tests import factories

PROGRAM = system_viewer("tests")


def order():
    return CourtOrder(
        court_id=factories.court("Sealing Court").pk,
        order_number="O-1",
        ordered_on=date(2026, 5, 4),
        authority="780.621",
    )


@pytest.fixture
def reading(item, quinn):
    """The count was compared and did not agree."""
    made = Comparison.objects.create(
        item=item,
        reading=1,
        field=FieldKey.values[0],
        severity=1,
        said="Roe",
        held="Doe",
        outcome=Outcome.values[0],
        read_by=quinn,
        read_at=item.entered_at,
    )
    Finding.objects.create(comparison=made, answer_due_on=date(2027, 1, 2))
    return made


@pytest.mark.parametrize("named", ["case", "charge"])
def test_samples_forget_the_count_and_what_was_read_of_it(named, reading, count):
    what = Sealable(case_id=count.case_id) if named == "case" else Sealable(charge_id=count.pk)
    expunge(PROGRAM, count.case.person_id, what=what, order=order())
    left = [model.objects.count() for model in (Item, Comparison, Finding)]
    assert left == [0, 0, 0]
    assert Draw.objects.count() == 1


def test_readings_go_for_no_other_reason(reading):
    Finding.objects.all()._raw_delete("default")
    with pytest.raises(Error, match="never changed or deleted"), transaction.atomic():
        Comparison.objects.filter(pk=reading.pk)._raw_delete("default")


def test_what_other_records_still_name_is_refused_in_words_and_whole(count, dana, monkeypatch):
    # Supervision lets go of it; here it does not.
    monkeypatch.setattr(destruction, "_erased_along", {})
    debt = Debt.objects.create(
        person=dana,
        kind=DebtKind.COSTS,
        case=count.case,
        ordered_on=date(2026, 1, 2),
        due_on=date(2026, 2, 2),
    )
    with pytest.raises(RefusedError, match="Other records still name it"), transaction.atomic():
        expunge(PROGRAM, dana.pk, what=Sealable(case_id=count.case_id), order=order())
    assert CourtCase.objects.filter(pk=debt.case_id).exists()
