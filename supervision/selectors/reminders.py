"""How a person is reminded, and what went out."""

from offenders.selectors.reading import Reading
from ots.access.fields import Masked
from ots.access.scopes import in_scope
from supervision.models import OutgoingMessage, ReminderWish

MOST_SHOWN = 20


def wish_of(reading: Reading, person_id: int) -> dict[str, object]:
    """Return the current wish as a form shows it; nothing where the person wished nothing."""
    rows = in_scope(reading.viewer, ReminderWish.objects.all(), person="person")
    wish = rows.filter(person_id=person_id, superseded_at=None).first()
    if wish is None or not reading.sees(ReminderWish, "phone"):
        return {}
    names = ("opted_out", "channel", "phone", "email", "language")
    return {name: getattr(wish, name) for name in names}


def messages_of(reading: Reading, person_id: int) -> list[Masked]:
    """Return the newest messages to the person."""
    rows = in_scope(reading.viewer, OutgoingMessage.objects.all(), person="person")
    shown = rows.filter(person_id=person_id, user=None).order_by("-send_at", "-pk")
    return [reading.masked(row) for row in shown[:MOST_SHOWN]]
