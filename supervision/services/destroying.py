"""What a case that a court orders to be destroyed leaves in supervision: rows without the case.

The row of a condition's text stays for what names the condition, without what it said. A debt
stays, for a set aside conviction remits nothing that is owed or was paid (MCL 780.622, recalled),
and so does a step of a proceeding; neither names the case, its warrant or its custody any longer.
"""

from typing import Final

from django.db.models import Q
from django.utils import timezone

from offenders.services.destruction import Destroyed
from supervision.models import ConditionTerms, Debt, ProceedingStep

# PostgreSQL lets these rows change to exactly this, while an order is carried out.
ERASED_TERMS: Final[dict[str, object]] = {
    "case": None,
    "order_number": "",
    "details": {},
    "victim_details": {},
    "why_this_person": "",
}
ERASED_DEBT: Final[dict[str, object]] = {"case": None, "description": ""}
ERASED_STEP: Final[dict[str, object]] = {"warrant": None, "custody": None, "note": ""}


def erase_conditions(destroyed: Destroyed) -> int:
    """Empty every text of a condition ordered in the case; none of them stands from now on."""
    if destroyed.case_id is None:
        return 0
    told = ConditionTerms._base_manager.filter(case=destroyed.case_id)
    now = timezone.now()
    standing = told.filter(superseded_at=None).update(superseded_at=now, **ERASED_TERMS)
    return standing + told.update(**ERASED_TERMS)


def erase_debts(destroyed: Destroyed) -> int:
    """Have what is owed stay without the case that it was ordered in."""
    if destroyed.case_id is None:
        return 0
    return Debt._base_manager.filter(case=destroyed.case_id).update(**ERASED_DEBT)


def erase_steps(destroyed: Destroyed) -> int:
    """Have steps of proceedings stay without the case's warrants and custody."""
    if destroyed.case_id is None:
        return 0
    of_case = Q(warrant__case=destroyed.case_id) | Q(custody__case=destroyed.case_id)
    steps = ProceedingStep._base_manager.filter(of_case).values("pk")
    return ProceedingStep._base_manager.filter(pk__in=steps).update(**ERASED_STEP)
