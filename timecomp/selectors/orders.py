"""Orders of courts, the board and the governor on a person's time, as facts of the case."""

from timecomp.law.facts import Order, OrderKind, Term
from timecomp.selectors.record_rows import OrderRow, RecordRows


def time_orders(rows: RecordRows, person_id: int, labels: set[str]) -> tuple[Order, ...]:
    """Return the person's orders, oldest first; not those of a sentence that is not computed."""
    made = rows.orders.get(person_id, ())
    return tuple(_order(row) for row in made if row.sentence__label in {None, *labels})


def _order(row: OrderRow) -> Order:
    flags = {"completed": row.is_completed, "awaits_treatment": row.awaits_treatment}
    has_term = row.term_years or row.term_months
    return Order(
        kind=OrderKind(row.kind),
        made_on=row.made_on,
        sentence=row.sentence__label,
        day=row.effective_on,
        days=row.days,
        term=Term(row.term_years, row.term_months) if has_term else None,
        flags=frozenset(flag for flag, holds in flags.items() if holds),
    )
