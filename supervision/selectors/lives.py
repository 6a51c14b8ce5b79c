"""What decides what is due, read for many people at once: a constant number of queries."""

from collections import defaultdict
from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.db.models import Q, QuerySet
from django.db.models.functions import Coalesce

from offenders.choices import CustodyKind, WarrantStatus
from offenders.models import Address, CustodyPeriod, Warrant
from ots.access.closures import reading_for_the_record
from supervision.choices.obligation import CaseType, Excuse
from supervision.choices.period import SupervisionType
from supervision.models import (
    ContactStandard,
    LevelPeriod,
    Obligation,
    StandardsPause,
    SupervisionPeriod,
)
from supervision.rules.life import Days, Life, Row, Standard
from supervision.selectors.offense_lists import sex_offense_caseload
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

# So far back rows that are closed still matter to the next ones.
HISTORY = timedelta(days=120)

# The kinds of custody that keep a person from what is due.
HELD_IN = parameter(
    "supervision.custody_that_excuses",
    title="Kinds of custody in which standards rest",
    unit="kinds",
    module=__name__,
    values=[
        Value(
            None,
            (
                CustodyKind.JAIL.value,
                CustodyKind.PRISON.value,
                CustodyKind.ESCAPE.value,
                CustodyKind.DELINQUENT.value,
                CustodyKind.FOREIGN.value,
            ),
            "Default of the agency; edit it",
            Standing.INFERRED,
            "Tether and parole are no custody in this sense.",
        )
    ],
)
CASE_TYPES = {
    SupervisionType.PROBATION: CaseType.PROBATION,
    SupervisionType.DELAYED_SENTENCE: CaseType.PROBATION,
    SupervisionType.HYTA: CaseType.PROBATION,
    SupervisionType.COMPACT_PROBATION: CaseType.PROBATION,
    SupervisionType.PAROLE: CaseType.PAROLE,
    SupervisionType.COMPACT_PAROLE: CaseType.PAROLE,
}

PersonDays = Iterable[tuple[int, Days]]


def standards_known() -> list[Standard]:
    """Return the standards in use, of any day: those met earlier are asked about too."""
    rows = (
        ContactStandard.objects.filter(is_active=True)
        .order_by()
        .values_list(
            *("pk", "title", "case_type", "level", "kind", "cadence", "trigger"),
            *("count", "per", "unit", "since", "until", "is_critical", "feed"),
        )
    )
    return [Standard(*row) for row in rows]


def lives_of(
    people: Collection[int], *, today: date, history: timedelta = HISTORY
) -> dict[int, Life]:
    """Return what decides what is due of each of the people: nine queries."""
    since = today - history
    with reading_for_the_record():
        supervised = _grouped(_supervised(people, since))
        levels = _grouped(_levels(people, since))
        held = _grouped(held_days(people, since=since, today=today))
        caseloads = sex_offense_caseload(people, today=today)
    addresses = _addresses(people, since)
    rows = _rows(people, since)
    return {
        person: Life(
            supervised=tuple(supervised[person]),
            levels=tuple(levels[person]),
            held=tuple(held[person]),
            addresses=tuple(addresses[person]),
            caseloads=caseloads.get(person, frozenset()),
            rows=tuple(rows[person]),
        )
        for person in people
    }


def held_days(people: Collection[int] | None, *, since: date, today: date) -> PersonDays:
    """Yield the days on which custody, a warrant or a pause kept each of them: three queries.

    Without people, those of everybody.
    """
    custody = _of(CustodyPeriod.objects.all(), people).filter(
        Q(ended_on=None) | Q(ended_on__gte=since), kind__in=HELD_IN.on(today).amount
    )
    for person, began_on, ended_on in custody.values_list("person_id", "began_on", "ended_on"):
        yield person, Days(Excuse.CUSTODY, began_on, ended_on)
    warrants = (
        _of(Warrant.objects.all(), people)
        .annotate(over_on=Coalesce("served_on", "recalled_on"))
        .filter(Q(status=WarrantStatus.ACTIVE) | Q(over_on__gte=since), issued_on__lte=today)
    )
    for person, issued_on, over_on in warrants.values_list("person_id", "issued_on", "over_on"):
        yield person, Days(Excuse.WARRANT, issued_on, over_on)
    pauses = _of(StandardsPause.objects.all(), people).filter(
        Q(ended_on=None) | Q(ended_on__gte=since)
    )
    for person, began_on, ended_on in pauses.values_list("person_id", "began_on", "ended_on"):
        yield person, Days(Excuse.PAUSE, began_on, ended_on)


def held_by_person(people: Collection[int], *, since: date, today: date) -> dict[int, list[Days]]:
    """Return the days on which each of the people was held: three queries."""
    with reading_for_the_record():
        return _grouped(held_days(people, since=since, today=today))


def supervised_by_person(people: Collection[int], *, since: date) -> dict[int, list[Days]]:
    """Return the terms of supervision of each of the people since a day: one query."""
    return _grouped(_supervised(people, since))


def _of(rows: QuerySet, people: Collection[int] | None) -> QuerySet:  # type: ignore[type-arg]  # of any fact
    current = rows.filter(superseded_at=None).order_by()
    return current if people is None else current.filter(person_id__in=people)


def _supervised(people: Collection[int], since: date) -> PersonDays:
    rows = _of(SupervisionPeriod.objects.all(), people).filter(
        Q(ended_on=None) | Q(ended_on__gte=since)
    )
    for person, kind, began_on, ended_on in rows.values_list(
        "person_id", "supervision_type", "began_on", "ended_on"
    ):
        what = CASE_TYPES.get(SupervisionType(kind), CaseType.ANY)
        yield person, Days(what, began_on, ended_on)


def _levels(people: Collection[int], since: date) -> PersonDays:
    rows = _of(LevelPeriod.objects.all(), people).filter(Q(ended_on=None) | Q(ended_on__gte=since))
    for person, level, began_on, ended_on in rows.values_list(
        "person_id", "level", "began_on", "ended_on"
    ):
        yield person, Days(level, began_on, ended_on)


def _addresses(people: Collection[int], since: date) -> dict[int, list[date]]:
    found = _of(Address.objects.all(), people).filter(kind="home", began_on__gte=since)
    grouped: dict[int, list[date]] = defaultdict(list)
    for person, began_on in found.values_list("person_id", "began_on"):
        grouped[person].append(began_on)
    return grouped


def _rows(people: Collection[int], since: date) -> dict[int, list[Row]]:
    found = Obligation.objects.filter(
        Q(closed_on=None) | Q(due_on__gte=since), person_id__in=people
    ).order_by()
    grouped: dict[int, list[Row]] = defaultdict(list)
    for person, *values in found.values_list(
        "person_id",
        *("id", "kind", "standard_id", "slot", "window_opens_on", "due_on", "grace_until"),
        *("done_on", "excuse", "closed_on"),
    ):
        grouped[person].append(Row(*values))
    return grouped


def _grouped(days: PersonDays) -> dict[int, list[Days]]:
    grouped: dict[int, list[Days]] = defaultdict(list)
    for person, each in days:
        grouped[person].append(each)
    return grouped
