"""The code lists of contacts as choices, with where they come from."""

from typing import Final

from django.utils import timezone

from supervision.choices.contact import OutcomeEffect
from supervision.models import Barrier, Contact, ContactOutcome
from supervision.rules.contacts import FAILURES, failures_since

Choice = tuple[str, str]
FIRST_FAILURE: Final = "CO10"
NOT_CONFIRMED: Final = "; to be confirmed"


def attendances() -> list[Choice]:
    """Return the outcomes of a contact that took place."""
    rows = ContactOutcome.objects.filter(is_active=True, attended=True)
    return [(row.code, row.title) for row in rows]


def absences(person_id: int) -> list[tuple[object, str]]:
    """Return the outcomes of a missed appointment, those that excuse it last."""
    rows = list(ContactOutcome.objects.filter(is_active=True, attended=False))
    if failed_lately(person_id):
        rows = [row for row in rows if row.code != FIRST_FAILURE]
    excused = [(row.code, row.title) for row in rows if row.effect == OutcomeEffect.ACCEPTABLE]
    others = [(row.code, row.title) for row in rows if row.effect != OutcomeEffect.ACCEPTABLE]
    first: Choice = ("", "Choose")
    return [first, *others, *((code, f"Acceptable absence: {title}") for code, title in excused)]


def every_outcome() -> list[Choice]:
    """Return all outcomes."""
    return [(row.code, row.title) for row in ContactOutcome.objects.filter(is_active=True)]


def attended(code: str) -> bool:
    """Say whether the outcome means that the person was there."""
    return ContactOutcome.objects.filter(code=code, attended=True).exists()


def barriers() -> list[Choice]:
    """Return what keeps people from coming."""
    return [(row.code, row.title) for row in Barrier.objects.filter(is_active=True)]


def barriers_note() -> str:
    """Return where the list of barriers comes from, and whether it awaits confirmation."""
    row = Barrier.objects.filter(is_active=True).first()
    if row is None:
        return ""
    return f"{row.citation}{'' if row.standing == 'verified' else NOT_CONFIRMED}."


def failed_lately(person_id: int, *, but: int | None = None) -> bool:
    """Say whether the person failed to comply within the months that count."""
    since = failures_since(timezone.localdate())
    rows = Contact.objects.filter(
        person_id=person_id,
        superseded_at=None,
        outcome__effect__in=FAILURES,
        started_at__date__gt=since,
    )
    return (rows if but is None else rows.exclude(pk=but)).exists()
