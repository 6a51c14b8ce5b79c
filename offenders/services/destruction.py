"""Destroying a case or a count by order of a court: the only rows that ever leave the record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import connection, models

from offenders.models import (
    Arrest,
    Bond,
    Charge,
    ChargeParticulars,
    ConsecutiveLink,
    CourtCase,
    CreditAward,
    CustodyPeriod,
    Disposition,
    Forfeiture,
    Hearing,
    JudgmentOfSentence,
    Restoration,
    SealOrder,
    Sentence,
    SentenceTerms,
    TimeOrder,
    Warrant,
)

# Each table with the path to the count, or to the case, it hangs on; leaves first.
OF_A_CHARGE: tuple[tuple[type[models.Model], str], ...] = (
    (CreditAward, "sentence__charge"),
    (Forfeiture, "sentence__charge"),
    (Restoration, "sentence__charge"),
    (TimeOrder, "sentence__charge"),
    (ConsecutiveLink, "terms__sentence__charge"),
    (ConsecutiveLink, "after__charge"),
    (SentenceTerms, "sentence__charge"),
    (Sentence, "charge"),
    (Disposition, "charge"),
    (ChargeParticulars, "charge"),
    (Charge, "pk"),
)
OF_A_CASE: tuple[tuple[type[models.Model], str], ...] = (
    (JudgmentOfSentence, "case"),
    (Hearing, "case"),
    (Bond, "case"),
    (Arrest, "case"),
    (Warrant, "case"),
    (CustodyPeriod, "case"),
    (CourtCase, "pk"),
)


@dataclass(frozen=True, slots=True)
class Destroyed:
    """Of whom, and the letters of the sentences that go."""

    person_id: int
    labels: tuple[str, ...]


Going = Callable[[Destroyed], Iterator[models.QuerySet[models.Model]]]
_going_along: list[Going] = []


def destroy_along(going: Going) -> None:
    """Have rows of an app above go with the sentences they tell of; declared once."""
    if going not in _going_along:
        _going_along.append(going)


def destroy(order: SealOrder) -> None:
    """Delete what the order names, and write on the order how many rows of which kind.

    PostgreSQL lets facts go only while an order to destroy is being carried out.
    """
    destroyed: dict[str, int] = {}
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('ots.destroyed_by', %s, true)", [str(order.pk)])
        for rows in _rows(order):
            name = str(rows.model._meta.verbose_name_plural)
            # Where nothing can match, as for a case without counts, Django asks nothing.
            gone = rows._raw_delete(rows.db) or 0
            destroyed[name] = destroyed.get(name, 0) + gone
        SealOrder.objects.filter(pk=order.pk).update(
            destroyed={name: number for name, number in destroyed.items() if number}
        )
        cursor.execute("SELECT set_config('ots.destroyed_by', '', true)")
    order.refresh_from_db()


def _rows(order: SealOrder) -> Iterator[models.QuerySet[models.Model]]:
    of_case = order.case_id is not None
    named = {"case": order.case_id} if of_case else {"pk": order.charge_id}
    charges = Charge._base_manager.filter(**named)
    keys = list(charges.values_list("pk", flat=True))
    for going in _going_along:
        yield from going(_destroyed(order, keys))
    for model, path in OF_A_CHARGE:
        yield model._base_manager.filter(**{f"{path}__in": keys})
    for model, path in OF_A_CASE if order.case_id is not None else ():
        yield model._base_manager.filter(**{path: order.case_id})


def _destroyed(order: SealOrder, charges: list[int]) -> Destroyed:
    sentences = Sentence._base_manager.filter(charge__in=charges)
    return Destroyed(order.person_id, tuple(sentences.values_list("label", flat=True)))
