"""Where a person stands today, decided from the facts in one place."""

from collections.abc import Callable
from datetime import date

from dateutil.relativedelta import relativedelta
from django.utils import timezone

from offenders import choices
from offenders.models import (
    Charge,
    CustodyPeriod,
    Demographics,
    Movement,
    ParoleRelease,
    Sentence,
    SentenceTerms,
)
from offenders.services.people import set_summary
from ots.access.closures import reading_for_the_record

Status = choices.Status
Standing = Callable[[int, date], set[Status]]

# The first that applies is the person's status.
PRECEDENCE = (
    Status.DECEASED,
    Status.ESCAPED,
    Status.ABSCONDED,
    Status.PRISON,
    Status.JAIL,
    Status.PAROLE,
    Status.PROBATION,
    Status.PRETRIAL,
    Status.DISCHARGED,
)

# A tether and treatment belong to probation as well as to parole, so they decide nothing.
_CUSTODY: dict[str, tuple[Status, ...]] = {
    choices.CustodyKind.ESCAPE: (Status.ESCAPED,),
    choices.CustodyKind.DELINQUENT: (Status.ABSCONDED,),
    choices.CustodyKind.PRISON: (Status.PRISON,),
    choices.CustodyKind.JAIL: (Status.JAIL,),
    choices.CustodyKind.PAROLE: (Status.PAROLE,),
    choices.CustodyKind.APPEAL_BOND: (Status.PRETRIAL,),
}

_sources: list[Standing] = []


def status_follows_from(source: Standing) -> None:
    """Let an app above say which statuses its own facts give a person on a day."""
    if source not in _sources:
        _sources.append(source)


def current_status(person_id: int, today: date) -> Status:
    """Return the person's status on a day, as the record stands but for what is sealed."""
    with reading_for_the_record():
        return _status(person_id, today)


def _status(person_id: int, today: date) -> Status:
    found = (
        _from_death(person_id, today)
        | _from_custody(person_id, today)
        | _from_parole(person_id, today)
        | _from_sentences(person_id, today)
        | _from_charges(person_id)
    )
    for source in _sources:
        found |= source(person_id, today)
    return next((status for status in PRECEDENCE if status in found), Status.NONE)


def refresh_status(person_id: int, *, today: date | None = None) -> Status:
    """Set the status in the person's summary after the facts changed; returns it."""
    status = current_status(person_id, today or timezone.localdate())
    set_summary(person_id, status=status)
    return status


def _from_death(person_id: int, today: date) -> set[Status]:
    noted = Demographics.objects.filter(
        person_id=person_id, superseded_at=None, died_on__lte=today
    ).exists()
    moved = Movement.objects.filter(
        person_id=person_id,
        superseded_at=None,
        kind=choices.MovementKind.DEATH,
        occurred_on__lte=today,
    ).exists()
    return {Status.DECEASED} if noted or moved else set()


def _from_custody(person_id: int, today: date) -> set[Status]:
    stays = CustodyPeriod.objects.filter(
        person_id=person_id, superseded_at=None, began_on__lte=today
    )
    found: set[Status] = set()
    for stay in stays:
        if stay.ended_on is None or stay.ended_on > today:
            found.update(_CUSTODY.get(stay.kind, ()))
        elif stay.kind == choices.CustodyKind.PRISON:
            found.add(Status.DISCHARGED)
    return found


def _from_parole(person_id: int, today: date) -> set[Status]:
    parole = (
        ParoleRelease.objects.filter(
            person_id=person_id, superseded_at=None, released_on__lte=today
        )
        .order_by("-released_on")
        .first()
    )
    if parole is None:
        return set()
    # A return to prison ends the parole, whatever was left of its term.
    returned = CustodyPeriod.objects.filter(
        person_id=person_id,
        superseded_at=None,
        kind=choices.CustodyKind.PRISON,
        began_on__gt=parole.released_on,
        began_on__lte=today,
    ).exists()
    ends = parole.released_on + relativedelta(months=parole.term_months)
    return {Status.DISCHARGED if returned or today >= ends else Status.PAROLE}


def _from_sentences(person_id: int, today: date) -> set[Status]:
    """A sentence that ended discharges a person only where no other still runs."""
    terms = SentenceTerms.objects.filter(
        sentence__person_id=person_id, superseded_at=None, vacated_on=None
    )
    rows = list(terms)
    running = [row for row in rows if row.is_life_maximum or today < _end(row)]
    if any(row.kind == choices.SentenceKind.PROBATION for row in running):
        return {Status.PROBATION}
    return {Status.DISCHARGED} if rows and not running else set()


def _end(terms: SentenceTerms) -> date:
    return terms.sentenced_on + relativedelta(
        years=terms.maximum_years, months=terms.maximum_months, days=terms.maximum_days
    )


def _from_charges(person_id: int) -> set[Status]:
    sentenced = Sentence.objects.filter(person_id=person_id).values("charge_id")
    pending = (
        Charge.objects.filter(case__person_id=person_id, case__status=choices.CaseStatus.OPEN)
        .exclude(dispositions__superseded_at=None, dispositions__isnull=False)
        .exclude(pk__in=sentenced)
    )
    return {Status.PRETRIAL} if pending.exists() else set()
