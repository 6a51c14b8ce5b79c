"""Which cases and counts the law closes, worked out from the facts and written beside them."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Final

from django.db.models import Model, Q, QuerySet

from offenders.choices import CourtKind, DispositionKind, SentenceKind
from offenders.models import Charge, CourtCase, Disposition, SealOrder, SentenceTerms
from ots.access.closures import Closure, reading_everything
from ots.audit.events import Event
from ots.audit.services import Happening, subscribe

# The juvenile division of the probate court heard juveniles (inferred: the codes name no other).
JUVENILE_COURTS: Final = (CourtKind.PROBATE,)
_CONVICTED = (DispositionKind.CONVICTED_PLEA, DispositionKind.CONVICTED_TRIAL)
# People on youthful trainee status without custody: of one person, or of everybody.
Trainees = Callable[[int | None], Iterable[int]]

_trainees: list[Trainees] = []
_CHANGING: Final = (
    Event.CASE_OPENED,
    Event.CHARGE_FILED,
    Event.DISPOSITION_RECORDED,
    Event.SENTENCE_IMPOSED,
    Event.SENTENCE_AMENDED,
    Event.SENTENCE_VACATED,
    Event.FACT_RECORDED,
    Event.FACT_CORRECTED,
    Event.RECORDS_IMPORTED,
    Event.POPULATION_GENERATED,
)


def trainees_are(source: Trainees) -> None:
    """Let an app above say who is or was a youthful trainee under its supervision."""
    if source not in _trainees:
        _trainees.append(source)


def close_by_the_facts() -> None:
    """Keep closures in line whenever an event touches what they hang on."""
    for event in _CHANGING:
        subscribe(event, _refresh)


def _refresh(happening: Happening) -> None:
    refresh_closures(happening.person_id)


def refresh_closures(person_id: int | None = None) -> None:
    """Bring the closures of a person's cases and counts, or of everybody's, in line."""
    with reading_everything():
        due = _due_charges(person_id)
        _write(_of(Charge.objects.all(), "case__person", person_id), due)
        _write(_of(CourtCase.objects.all(), "person", person_id), _due_cases(person_id))


def _due_charges(person_id: int | None) -> dict[int, Closure]:
    # What is written later counts more.
    due = dict.fromkeys(_youthful(person_id), Closure.YOUTHFUL)
    juvenile = _of(Charge.objects.all(), "case__person", person_id).filter(
        case__court__kind__in=JUVENILE_COURTS
    )
    due |= dict.fromkeys(juvenile.values_list("pk", flat=True), Closure.JUVENILE)
    orders = _of(SealOrder.standing(), "person", person_id)
    cases = orders.filter(case__isnull=False).values("case")
    # Of one person's counts alone: without that, every count there is would be looked at.
    sealed = _of(Charge.objects.all(), "case__person", person_id).filter(
        Q(pk__in=orders.filter(charge__isnull=False).values("charge")) | Q(case__in=cases)
    )
    return due | dict.fromkeys(sealed.values_list("pk", flat=True), Closure.SEALED)


def _youthful(person_id: int | None) -> set[int]:
    """Counts assigned without a conviction; closed until one is entered.

    MCL 762.14, recalled: a conviction under section 12 opens the proceedings.
    """
    terms = SentenceTerms.objects.filter(
        superseded_at=None, vacated_on=None, kind=SentenceKind.HYTA_PRISON
    )
    held = set(_of(terms, "sentence__person", person_id).values_list("sentence__charge", flat=True))
    people = {person for source in _trainees for person in source(person_id)}
    current = Disposition.objects.filter(superseded_at=None)
    deferred = current.filter(kind=DispositionKind.DEFERRED, charge__case__person__in=people)
    convicted = current.filter(kind__in=_CONVICTED, charge__in=held)
    assigned = held | set(deferred.values_list("charge", flat=True))
    return assigned - set(convicted.values_list("charge", flat=True))


def _due_cases(person_id: int | None) -> dict[int, Closure]:
    """A case is closed by its own order, or once all of its counts are: by the weakest of them."""
    by_case: dict[int, set[str]] = defaultdict(set)
    closed = _of(Charge.objects.all(), "case__person", person_id).exclude(closure=Closure.OPEN)
    with_some = Charge.objects.filter(case__in=closed.values("case"))
    for case, closure in with_some.values_list("case", "closure"):
        by_case[case].add(closure)
    due = {
        case: next(each for each in Closure if each in closures)
        for case, closures in by_case.items()
    }
    orders = _of(SealOrder.standing(), "person", person_id).filter(case__isnull=False)
    return due | dict.fromkeys(orders.values_list("case", flat=True), Closure.SEALED)


def _of(rows: QuerySet[Model], path: str, person_id: int | None) -> QuerySet[Model]:
    return rows if person_id is None else rows.filter(**{path: person_id})


def _write(rows: QuerySet[Model], due: dict[int, Closure]) -> None:
    """Write what is due and open what no longer is; what stands already is left alone."""
    opening = rows.exclude(closure=Closure.OPEN).exclude(pk__in=due)
    opening.update(closure=Closure.OPEN)
    keys: dict[Closure, list[int]] = defaultdict(list)
    for key, closure in due.items():
        keys[closure].append(key)
    for closure, closed in keys.items():
        rows.filter(pk__in=closed).exclude(closure=closure).update(closure=closure)
