"""Opening what a condition, an appointment or a plan asks for, and taking it back."""

from datetime import date

from django.db import models, transaction
from django.utils import timezone

from supervision.choices.obligation import Excuse, ObligationKind
from supervision.models import Obligation
from supervision.rules.obligations import grace_until
from supervision.services.obligations.marking import label_of


class WindowError(ValueError):
    """The days of what is to be due contradict each other; the message says how."""


@transaction.atomic
def open_obligation(  # noqa: PLR0913  one keyword a column
    *,
    person_id: int,
    kind: str,
    due_on: date,
    source: models.Model,
    window_opens_on: date | None = None,
    title: str = "",
    is_critical: bool = False,
    feed: str = "",
    slot: int = 1,
) -> Obligation:
    """Open one thing due once for ``source``; asked again for the same, return the row there is.

    Raises ``WindowError`` if it would be due before its window opens.
    """
    opens_on = window_opens_on or min(due_on, timezone.localdate())
    if due_on < opens_on:
        raise WindowError(f"Due [{due_on}] before the window opens [{opens_on}]: give a later day.")
    row, _ = Obligation.objects.get_or_create(
        person_id=person_id,
        kind=ObligationKind(kind),
        due_on=due_on,
        standard=None,
        source_label=label_of(source),
        source_id=source.pk,
        slot=slot,
        defaults={
            "title": title or ObligationKind(kind).label,
            "window_opens_on": opens_on,
            "grace_until": grace_until(kind, due_on),
            "is_critical": is_critical,
            "feed": feed,
        },
    )
    return row


def withdraw_obligations(
    *, source: models.Model, since: date | None = None, excuse: str = Excuse.CORRECTED
) -> int:
    """Set aside what ``source`` asked for and is not met, due from a day on; returns how many."""
    rows = Obligation.objects.filter(
        source_label=label_of(source), source_id=source.pk, closed_on=None
    )
    if since is not None:
        rows = rows.filter(due_on__gte=since)
    return rows.update(excuse=Excuse(excuse), closed_on=timezone.localdate())
