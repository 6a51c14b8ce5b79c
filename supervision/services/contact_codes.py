"""The code lists of contacts: rows that are missing are made, others left alone."""

from supervision.models import Barrier, ContactOutcome
from supervision.services.catalogues import rows_of


def create_missing_contact_codes(**_: object) -> None:
    """Create each outcome and barrier that is not there; administrators change them later."""
    outcomes = set(ContactOutcome.objects.values_list("code", flat=True))
    ContactOutcome.objects.bulk_create(
        ContactOutcome(**{**row, "attended": row["attended"] == "True"})
        for row in rows_of("contact_outcomes")
        if row["code"] not in outcomes
    )
    barriers = set(Barrier.objects.values_list("code", flat=True))
    Barrier.objects.bulk_create(
        Barrier(**row) for row in rows_of("barriers") if row["code"] not in barriers
    )
