"""What of a person's record a court can order to be sealed, and which orders stand."""

from dataclasses import dataclass

from offenders.models import Charge, CourtCase, SealOrder
from offenders.selectors.reading import Reading
from ots.access.closures import reading_everything
from ots.access.scopes import in_scope

PERSON = "person"


@dataclass(frozen=True, slots=True)
class Sealable:
    """What an order is about: a case, a count, or with neither the whole person."""

    case_id: int | None = None
    charge_id: int | None = None

    @property
    def is_whole_person(self) -> bool:
        """Say whether the order is about the person."""
        return self.case_id is None and self.charge_id is None


def sealable_choices(person_id: int) -> list[tuple[str, str]]:
    """Return the person, each case and each count as choices, sealed ones too."""
    with reading_everything():
        cases = list(
            CourtCase.objects.filter(person_id=person_id).values_list("pk", "docket_number")
        )
        counts = Charge.objects.filter(case__person_id=person_id).order_by("case", "count_number")
        rows = list(counts.values_list("pk", "count_number", "case__docket_number"))
    return [
        (PERSON, "The whole person"),
        *((f"case-{key}", f"Case {docket}") for key, docket in cases),
        *((f"charge-{key}", f"Case {docket}, count {count}") for key, count, docket in rows),
    ]


def sealable_named(choice: str) -> Sealable:
    """Return what a choice of ``sealable_choices`` stands for."""
    kind, _, key = choice.partition("-")
    if kind == "case":
        return Sealable(case_id=int(key))
    if kind == "charge":
        return Sealable(charge_id=int(key))
    return Sealable()


def orders_about(reading: Reading, person_id: int) -> list[object]:
    """List every order about the person's record, newest first, as the viewer may see it."""
    rows = in_scope(reading.viewer, SealOrder.objects.all(), person="person")
    rows = rows.filter(person_id=person_id).select_related("court", "recorded_by")
    return [reading.masked(row) for row in rows]
