"""Destroying a case or a count by order of a court: the only rows that ever leave the record."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from django.db import IntegrityError, connection, models, transaction
from django.db.backends.utils import CursorWrapper

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
from offenders.services.refusals import Objection, RefusedError

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
    """Of whom, which counts and whether a whole case go, and the letters of their sentences."""

    person_id: int
    labels: tuple[str, ...]
    charges: tuple[int, ...]
    case_id: int | None


Going = Callable[[Destroyed], Iterator[models.QuerySet[models.Model]]]
Erasing = Callable[[Destroyed], int]
_going_along: list[Going] = []
_erased_along: dict[str, Erasing] = {}


def destroy_along(going: Going) -> None:
    """Have rows of an app above go with the sentences they tell of; declared once."""
    if going not in _going_along:
        _going_along.append(going)


def erase_along(name: str, erasing: Erasing) -> None:
    """Have rows stay whose text goes: other rows that stay name them. Declared once."""
    _erased_along[name] = erasing


def destroy(order: SealOrder) -> None:
    """Delete what the order names, and write on the order how many rows of which kind.

    PostgreSQL lets facts go only while an order to destroy is being carried out.
    """
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT set_config('ots.destroyed_by', %s, true)", [str(order.pk)])
        destroyed = _carry_out(order)
        SealOrder.objects.filter(pk=order.pk).update(
            destroyed={name: number for name, number in destroyed.items() if number}
        )
        cursor.execute("SELECT set_config('ots.destroyed_by', '', true)")
        _check_that_nothing_names_it(cursor)
    order.refresh_from_db()


def _carry_out(order: SealOrder) -> dict[str, int]:
    destroyed: dict[str, int] = {}
    told = _destroyed(order)
    # First what stays, since it is found by what goes.
    for name, erasing in _erased_along.items():
        destroyed[name] = erasing(told)
    for rows in _rows(order, told):
        name = str(rows.model._meta.verbose_name_plural)
        # Where nothing can match, as for a case without counts, Django asks nothing.
        destroyed[name] = destroyed.get(name, 0) + (rows._raw_delete(rows.db) or 0)
    return destroyed


def _check_that_nothing_names_it(cursor: CursorWrapper) -> None:
    """Refuse in words, and not with the end of the transaction, what other records still name."""
    try:
        cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
    except IntegrityError as error:
        raise RefusedError(
            Objection("what", f"Other records still name it, have them corrected first: {error}")
        ) from error
    cursor.execute("SET CONSTRAINTS ALL DEFERRED")


def _rows(order: SealOrder, told: Destroyed) -> Iterator[models.QuerySet[models.Model]]:
    for going in _going_along:
        yield from going(told)
    for model, path in OF_A_CHARGE:
        yield model._base_manager.filter(**{f"{path}__in": told.charges})
    for model, path in OF_A_CASE if order.case_id is not None else ():
        yield model._base_manager.filter(**{path: order.case_id})


def _destroyed(order: SealOrder) -> Destroyed:
    of_case = order.case_id is not None
    named = {"case": order.case_id} if of_case else {"pk": order.charge_id}
    charges = Charge._base_manager.filter(**named)
    keys = tuple(charges.values_list("pk", flat=True))
    sentences = Sentence._base_manager.filter(charge__in=keys)
    labels = tuple(sentences.values_list("label", flat=True))
    return Destroyed(order.person_id, labels, keys, order.case_id)
