"""Orders on a person's time, as the viewer may see them."""

from offenders.models import TimeOrder
from offenders.selectors.reading import Reading
from ots.access.fields import Masked, row_is_open
from ots.access.scopes import in_scope


def time_orders_of(reading: Reading, person_id: int) -> list[Masked]:
    """Return the orders that stand, oldest first; what tells of health only to whom it is open."""
    if not reading.sees(TimeOrder, "kind"):
        return []
    orders = TimeOrder.objects.filter(person_id=person_id, superseded_at=None)
    found = in_scope(reading.viewer, orders, person="person")
    rows = found.select_related("sentence", "recorded_by")
    return [reading.masked(row) for row in rows if row_is_open(reading.viewer, row)]
