"""What everybody who works with the person must keep in mind, each with its source and day."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeVar

from django.db.models import Exists, Model, OuterRef, Q, QuerySet
from django.utils import timezone

from offenders.models import (
    Arrest,
    ChargeParticulars,
    CourtCase,
    Demographics,
    Disposition,
    Hearing,
    ProtectiveOrder,
    Warrant,
)
from offenders.selectors.reading import Reading
from ots.access.fields import row_is_open
from ots.access.scopes import in_scope
from supervision.choices.condition import ConditionState
from supervision.models import ConditionTerms, SafetyProfile, SupervisionPeriod, ViolationReport
from supervision.rules.eligibility.facts import Offense
from supervision.rules.eligibility.offense_lists import ListName, found_on
from supervision.rules.policy import MISSED_COURT_BACK, NEW_ARREST
from supervision.selectors.eligibility_rows import CONVICTED
from supervision.selectors.levels import LevelHistory
from supervision.selectors.offense_lists import listings
from supervision.selectors.technical import swift_and_sure_reports

Row = TypeVar("Row", bound=Model)
MONTH = 30
MISSED_COURT = ("fail", "did not appear", "fta")
# Conditions that everybody has to know of who meets the person.
OF_CONDITIONS = {
    "STD-08": ("Registered sex offender", "warn"),
    "NC-01": ("No contact with a victim", "bad"),
    "NC-04": ("No contact under 18", "bad"),
    "SOX-01": ("No contact under 18", "bad"),
    "TRT-05": ("Domestic violence program", "warn"),
    "EM-01": ("GPS tether", "plain"),
    "EM-02": ("Curfew tether", "plain"),
    "EM-03": ("Lifetime monitoring", "plain"),
    "EM-04": ("Alcohol bracelet", "plain"),
}


@dataclass(frozen=True, slots=True)
class Flag:
    """One thing to keep in mind: a word, how grave, and where it comes from."""

    text: str
    tone: str
    source: str


Finder = Callable[[Reading, int, date], Iterator[Flag]]


def flags_of(
    reading: Reading, person_id: int, *, today: date, levels: LevelHistory
) -> tuple[Flag, ...]:
    """Return the flags that the viewer may see: one query a kind, each kind once."""
    found = [flag for finder in FINDERS for flag in finder(reading, person_id, today)]
    return (*found, *_level(levels))


def _warrant(reading: Reading, person_id: int, _today: date) -> Iterator[Flag]:
    if reading.sees(Warrant, "status"):
        for row in _rows(reading, Warrant.objects.filter(status="active"), person_id):
            yield Flag("Warrant active", "bad", f"Warrant {row.number}, {_day(row.issued_on)}")


def _protective_order(reading: Reading, person_id: int, today: date) -> Iterator[Flag]:
    if not reading.sees(ProtectiveOrder, "expires_on"):
        return
    in_force = Q(expires_on__isnull=True) | Q(expires_on__gte=today)
    for row in _rows(reading, ProtectiveOrder.objects.filter(in_force), person_id):
        until = f" until {_day(row.expires_on)}" if row.expires_on else ""
        yield Flag("Protective order", "bad", f"Order {row.number}{until}")


def _conditions(reading: Reading, person_id: int, today: date) -> Iterator[Flag]:
    if not reading.sees(ConditionTerms, "state"):
        return
    rows = ConditionTerms.objects.filter(
        ended_on__isnull=True,
        effective_on__lte=today,
        state=ConditionState.ACTIVE,
        condition__template__code__in=OF_CONDITIONS,
    ).select_related("condition__template")
    shown = set()
    for row in _rows(reading, rows, person_id):
        text, tone = OF_CONDITIONS[row.condition.template.code]
        if row_is_open(reading.viewer, row) and text not in shown:
            shown.add(text)
            yield Flag(text, tone, f"{row.condition.template.code}, {_day(row.ordered_on)}")


def _arrest(reading: Reading, person_id: int, today: date) -> Iterator[Flag]:
    if reading.sees(Arrest, "arrested_on"):
        since = today - timedelta(days=NEW_ARREST.on(today).amount)
        rows = Arrest.objects.filter(arrested_on__range=(since, today))
        for row in _rows(reading, rows.order_by("-arrested_on"), person_id)[:1]:
            yield Flag("New arrest", "bad", f"Arrested {_day(row.arrested_on)}")


def _missed_court(reading: Reading, person_id: int, today: date) -> Iterator[Flag]:
    if not reading.sees(Hearing, "outcome"):
        return
    missed = Q()
    for words in MISSED_COURT:
        missed |= Q(outcome__icontains=words)
    back = MISSED_COURT_BACK.on(today).amount
    since = today - timedelta(days=back)
    rows = _rows(reading, Hearing.objects.filter(missed, scheduled_at__date__gte=since), person_id)
    if number := rows.count():
        yield Flag(
            f"Missed court {number}x in {back // MONTH} months", "warn", "Outcomes of hearings"
        )


def _weapon(reading: Reading, person_id: int, today: date) -> Iterator[Flag]:
    read = ((ChargeParticulars, "offense_code"), (Disposition, "kind"))
    if not all(reading.sees(model, name) for model, name in read):
        return
    convicted = Disposition.objects.filter(
        charge=OuterRef("charge"), superseded_at=None, kind__in=CONVICTED
    )
    rows = in_scope(reading.viewer, ChargeParticulars.objects.all(), person="charge__case__person")
    codes = rows.filter(
        Exists(convicted), superseded_at=None, charge__case__person=person_id
    ).values_list("offense_code", "statute__mcl")
    offenses = [Offense(code or section or "") for code, section in codes]
    found = found_on(ListName.WEAPON, offenses, listings(), day=today)
    if found is not None:
        yield Flag("Weapon offense", "bad", f"Convicted under {found[0].code}")


def _swift_and_sure(reading: Reading, person_id: int, _today: date) -> Iterator[Flag]:
    if reading.sees(ViolationReport, "is_swift_and_sure"):
        for row in _rows(reading, swift_and_sure_reports(), person_id)[:1]:
            day = timezone.localdate(row.recorded_at)
            yield Flag("Swift and Sure", "warn", f"Violation report, {_day(day)}")


def _interpreter(reading: Reading, person_id: int, _today: date) -> Iterator[Flag]:
    if reading.sees(Demographics, "needs_interpreter"):
        rows = _rows(reading, Demographics.objects.filter(needs_interpreter=True), person_id)
        for row in rows:
            text = f"Interpreter: {row.language}" if row.language else "Interpreter"
            yield Flag(text, "plain", "Identity and contact")


def _safety(reading: Reading, person_id: int, _today: date) -> Iterator[Flag]:
    if reading.sees(SafetyProfile, "hazards"):
        rows = SafetyProfile.objects.exclude(hazards=[], cautions=[])
        for row in _rows(reading, rows, person_id)[:1]:
            yield Flag("Caution at the home", "warn", f"Reviewed {_day(row.reviewed_on)}")


def _no_case(reading: Reading, person_id: int, _today: date) -> Iterator[Flag]:
    if not reading.sees(CourtCase, "docket_number") or not reading.sees(
        SupervisionPeriod, "began_on"
    ):
        return
    running = _rows(reading, SupervisionPeriod.objects.filter(ended_on__isnull=True), person_id)
    cases = in_scope(reading.viewer, CourtCase.objects.all(), person="person")
    if running.exists() and not cases.filter(person_id=person_id).exists():
        yield Flag("No court case on record", "warn", "Supervision runs without one")


def _level(levels: LevelHistory) -> Iterator[Flag]:
    if levels.is_above_named and levels.named is not None:
        named = levels.named
        pair = f"violent {named.violent}, general {named.general}"
        yield Flag("Level above the scores", "warn", f"{pair}: {named.rule.named}")


FINDERS: tuple[Finder, ...] = (
    _warrant,
    _arrest,
    _conditions,
    _protective_order,
    _weapon,
    _swift_and_sure,
    _safety,
    _missed_court,
    _interpreter,
    _no_case,
)


def _rows(reading: Reading, rows: QuerySet[Row], person_id: int) -> QuerySet[Row]:
    found = in_scope(reading.viewer, rows, person="person")
    return found.filter(person_id=person_id, superseded_at__isnull=True)


def _day(day: date) -> str:
    return f"{day:%b} {day.day}, {day.year}"
