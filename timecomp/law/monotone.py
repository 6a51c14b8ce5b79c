"""The order that dates must keep; an answer that breaks it is put before a person."""

from collections.abc import Iterable
from datetime import date

from timecomp.law.findings import Findings
from timecomp.law.regime import RegimeId
from timecomp.law.results import SentenceResult
from timecomp.law.topics import Topic


def check_order_of_dates(results: Iterable[SentenceResult], findings: Findings) -> None:
    """Start, net minimum, calendar minimum, calendar maximum come in this order, and no net date
    after its own."""
    for result in results:
        for ordered in _orders(result):
            known = [day for day in ordered if day is not None]
            if known == sorted(known):
                continue
            findings.about(result.id, Topic.JUDGMENT)
            findings.note(
                "eng_monotone_checks",
                "The dates of this sentence are out of order; check its terms, its dates and the "
                "credits recorded.",
            )


def _orders(result: SentenceResult) -> list[tuple[date | None, ...]]:
    orders: list[tuple[date | None, ...]] = [
        (result.start, result.net_minimum, result.calendar_minimum, result.calendar_maximum),
        (result.net_maximum, result.calendar_maximum),
    ]
    # A Proposal B crime before 1983 may be discharged on its shortened maximum before the minimum
    # is served (OAG 5583, 1979; Wayne County Prosecutor v Department of Corrections, 1997).
    if result.regime != RegimeId.R2:
        orders.append((result.net_minimum, result.net_maximum))
    return orders
