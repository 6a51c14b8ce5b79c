"""A receipt: what was paid, what it paid, and what is still owed."""

from datetime import datetime

from django.http import Http404
from django.utils import timezone

from offenders.selectors.people import person_header
from offenders.selectors.reading import Reading
from ots.access.exports import notice_for
from supervision.choices.money import EntryKind
from supervision.rules.allocation import NOTHING
from supervision.selectors.balances import owed_of
from supervision.selectors.money import entry_line


def receipt_of(
    reading: Reading, person_id: int, entry_id: int, *, at: datetime
) -> dict[str, object]:
    """Return what a receipt prints; 404 where the entry is no payment of the person."""
    line = entry_line(reading, person_id, entry_id)
    if line.entry.kind != EntryKind.PAYMENT:
        raise Http404("Only a payment has a receipt.")
    day = timezone.localdate(at)
    header = person_header(reading, person_id, today=day)
    left = sum((each.left for each in owed_of(person_id)), NOTHING)
    return {
        "number": str(entry_id),
        "name": str(header.person.full_name),
        "person": str(person_id),
        "amount": f"${line.amount:,.2f}",
        "paid_on": str(line.entry.on),
        "method": str(line.entry.get_method_display),
        "reference": str(line.entry.reference or "none"),
        "parts": [[words, f"${amount:,.2f}"] for words, amount in line.parts],
        "left": f"${left:,.2f}",
        "is_reversed": line.is_reversed,
        "made_on": day.isoformat(),
        "notice": notice_for(reading.seen.categories),
    }
