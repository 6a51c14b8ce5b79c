"""Writing a year of what was due, with the contacts that met it, by COPY."""

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Final
from uuid import UUID, uuid5
from zoneinfo import ZoneInfo

from django.db import connection, transaction
from psycopg import Cursor, sql
from psycopg.rows import TupleRow

from ots.audit.events import Event
from ots.audit.services import record
from ots.population.due_year import Owed, a_year
from ots.population.keys import Keys
from ots.population.rows.batch import NO_REASON, SOURCE, Row
from ots.population.tables import Table
from supervision.choices.contact import ContactMethod, ContactStatus, ContactType, Place, Purpose
from supervision.choices.obligation import Excuse, ObligationKind
from supervision.rules.life import Standard
from supervision.rules.obligations import grace_until
from supervision.rules.windows import standards_for
from supervision.selectors.lives import lives_of, standards_known

OBLIGATION: Final = Table(
    "supervision_obligation",
    (
        *("person_id", "kind", "title", "standard_id", "source_label", "slot", "is_critical"),
        *("feed", "window_opens_on", "due_on", "grace_until", "opened_at", "done_on"),
        *("done_label", "done_id", "excuse", "excuse_reason", "closed_on"),
    ),
)
CONTACT: Final = Table(
    "supervision_contact",
    (
        *("id", "recorded_at", "reason", "source", "entry", "contact_type", "method", "place"),
        *("purpose", "is_unannounced", "started_at", "ended_at", "status", "outcome_id"),
        *("collateral", "present", "skills", "saw_employment", "led_to_arrest", "note"),
        *("is_sensitive", "agent_id", "person_id", "recorded_by_id"),
    ),
)
CONTACT_LABEL: Final = "supervision.contact"
MET: Final = "ATTC"
DETROIT: Final = ZoneInfo("America/Detroit")
YEAR: Final = timedelta(days=365)
NAMESPACE: Final = UUID("8f1f8a52-6a53-4f0e-9d05-0d9c7f2c6f11")
PEOPLE_AT_ONCE: Final = 2_500
# Kinds that a contact meets, and where and how it took place.
MEETINGS: Final = {
    ObligationKind.CONTACT: (ContactMethod.IN_PERSON, Place.OFFICE),
    ObligationKind.HOME_VISIT: (ContactMethod.IN_PERSON, Place.HOME),
    ObligationKind.REPORT: (ContactMethod.TELEPHONE, Place.OTHER),
}

_PEOPLE = """
SELECT person.id, person.agent_id FROM offenders_person AS person
WHERE person.agent_id IS NOT NULL
  AND EXISTS (SELECT FROM supervision_supervisionperiod AS period
              WHERE period.person_id = person.id AND ended_on IS NULL AND superseded_at IS NULL)
  AND NOT EXISTS (SELECT FROM supervision_obligation AS owed WHERE owed.person_id = person.id)
ORDER BY person.id
"""


@dataclass(frozen=True, slots=True)
class Followed:
    """A person with the agent, and since when the year is told."""

    person: int
    agent: int
    began_on: date
    standards: list[Standard]


def write_year(*, as_of: date, seed: int) -> Counter[str]:
    """Write a year for everybody supervised of whom nothing is known to be due; rows by table.

    A portion of the people is one transaction; an interrupted run is completed by the next.
    """
    written: Counter[str] = Counter()
    with connection.cursor() as cursor:
        cursor.execute(_PEOPLE)
        agents = dict(cursor.fetchall())
        people = sorted(agents)
        keys = Keys(cursor.cursor)
        for start in range(0, len(people), PEOPLE_AT_ONCE):
            portion = people[start : start + PEOPLE_AT_ONCE]
            with transaction.atomic():
                followed = _followed({each: agents[each] for each in portion}, as_of)
                written.update(_write(cursor.cursor, keys, followed, as_of=as_of, seed=seed))
        cursor.execute("ANALYZE supervision_obligation, supervision_contact")
    record(
        Event.POPULATION_GENERATED,
        actor=None,
        details={"as_of": as_of.isoformat(), "seed": seed, "rows": dict(sorted(written.items()))},
    )
    return written


def _followed(agents: dict[int, int], as_of: date) -> list[Followed]:
    known = standards_known()
    found = []
    for person, life in lives_of(agents.keys(), today=as_of).items():
        days = [each.began_on for each in (*life.supervised, *life.levels) if each.covers(as_of)]
        began_on = max([as_of - YEAR, *days])
        # The standards of today, as though they had counted all the year.
        standards = standards_for(life, known, as_of)
        found.append(Followed(person, agents[person], began_on, standards))
    return found


def _write(
    cursor: "Cursor[TupleRow]", keys: Keys, people: Collection[Followed], *, as_of: date, seed: int
) -> Counter[str]:
    now = datetime.combine(as_of, time(6), tzinfo=DETROIT)
    owed_rows: list[Row] = []
    contact_rows: list[Row] = []
    for each in people:
        random = Random(f"{seed}:due:{each.person}")  # noqa: S311  nothing secret is drawn
        for owed in a_year(random, each.standards, began_on=each.began_on, as_of=as_of):
            contact = _contact(random, keys, each, owed) if _meets(owed) else None
            owed_rows.append(_owed_row(each.person, owed, now, contact[0] if contact else None))
            if contact is not None:
                contact_rows.append(contact)
    _copy(cursor, CONTACT, contact_rows)
    _copy(cursor, OBLIGATION, owed_rows)
    return Counter({CONTACT.name: len(contact_rows), OBLIGATION.name: len(owed_rows)})


def _meets(owed: Owed) -> bool:
    return owed.done_on is not None and ObligationKind(owed.standard.kind) in MEETINGS


def _owed_row(person: int, owed: Owed, now: datetime, contact: object) -> Row:
    standard = owed.standard
    return (
        *(person, standard.kind, standard.title, standard.id, "", owed.slot, standard.is_critical),
        *(standard.feed, owed.opens_on, owed.due_on, grace_until(standard.kind, owed.due_on)),
        *(now, owed.done_on, CONTACT_LABEL if contact else "", contact),
        *(Excuse.DECISION if owed.excused else "", "Ill" if owed.excused else "", owed.closed_on),
    )


def _contact(random: Random, keys: Keys, each: Followed, owed: Owed) -> Row:
    method, place = MEETINGS[ObligationKind(owed.standard.kind)]
    key = keys.next(CONTACT.name)
    begun = time(random.randint(8, 16), random.choice((0, 15, 30, 45)))
    started = datetime.combine(owed.done_on or owed.due_on, begun, tzinfo=DETROIT)
    ended = started + timedelta(minutes=random.choice((15, 20, 30, 45)))
    return (
        *(key, ended, NO_REASON, SOURCE, uuid5(NAMESPACE, str(key)), ContactType.DIRECT, method),
        *(place, Purpose.GENERAL, False, started, ended, ContactStatus.COMPLETED, MET, "", ""),
        *([], False, False, "", False, each.agent, each.person, each.agent),
    )


def _copy(cursor: "Cursor[TupleRow]", table: Table, rows: Iterable[Row]) -> None:
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(
        sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, table.columns))
    )
    with cursor.copy(statement) as copy:
        for row in rows:
            copy.write_row(row)
