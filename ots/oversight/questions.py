"""The saved questions: patterns of looking that somebody should explain, with their limits.

Each is one query over some days of the trail. What it brings up is a reason to ask, not proof.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Final

# Every query gets ``since`` and ``until`` and answers: user, person, how often, first, last.
_VIEW = "entry.action = 3 AND entry.outcome = 'success'"
_IN_TIME = 'entry."timestamp" >= %(since)s AND entry."timestamp" < %(until)s'
_SPAN = 'count(*), min(entry."timestamp"), max(entry."timestamp")'
# Local time of the offices; the database keeps all in UTC.
_LOCAL = "(entry.\"timestamp\" AT TIME ZONE 'America/Detroit')"


@dataclass(frozen=True, slots=True)
class Limit:
    """A number that the question depends on, adjustable where it is asked."""

    name: str
    label: str
    default: int


@dataclass(frozen=True, slots=True)
class Question:
    """One saved question."""

    key: str
    title: str
    explains: str
    limits: tuple[Limit, ...]
    sql: str

    def defaults(self) -> dict[str, int]:
        """Return the limits as they are meant."""
        return {limit.name: limit.default for limit in self.limits}


@dataclass(frozen=True, slots=True)
class Found:
    """One answer: who, about whom, how often, between when."""

    user_id: int | None
    user: str
    person: int | None
    count: int
    first: datetime
    last: datetime


def _per_user(condition: str, having: str = "") -> str:
    return (
        f"SELECT entry.actor_id, NULL::bigint, {_SPAN} FROM audit_auditentry AS entry"  # noqa: S608  own names
        f" WHERE {_IN_TIME} AND entry.actor_id IS NOT NULL AND {condition}"
        f" GROUP BY entry.actor_id {having} ORDER BY 3 DESC LIMIT 200"
    )


def _per_person(join: str, condition: str, having: str = "") -> str:
    return (
        f"SELECT entry.actor_id, entry.person_id, {_SPAN} FROM audit_auditentry AS entry"  # noqa: S608  own names
        " JOIN access_user AS staff ON staff.id = entry.actor_id"
        f" JOIN offenders_person AS person ON person.id = entry.person_id {join}"
        f" WHERE {_IN_TIME} AND {_VIEW} AND {condition}"
        f" GROUP BY entry.actor_id, entry.person_id {having} ORDER BY 3 DESC LIMIT 200"
    )


QUESTIONS: Final[tuple[Question, ...]] = (
    Question(
        "same-surname",
        "Looked up somebody of the own surname",
        "Users who opened the record of a person with their own last name: relatives, perhaps.",
        (),
        _per_person("", "lower(person.last_name) = lower(staff.last_name)"),
    ),
    Question(
        "colleague",
        "Looked up a colleague",
        "Users who opened the record of a person who has the full name of another user.",
        (),
        _per_person(
            "JOIN access_user AS other ON lower(other.last_name) = lower(person.last_name)"
            " AND lower(other.first_name) = lower(person.first_name) AND other.id <> staff.id",
            "other.is_active",
        ),
    ),
    Question(
        "flagged",
        "Looked up a restricted person",
        "Users who opened the record of somebody who is restricted: an employee, a relative of "
        "one, a protected person. Whoever is named as a relative cannot open it at all.",
        (),
        _per_person(
            "",
            "EXISTS (SELECT FROM offenders_personclosure AS closure"
            " WHERE closure.person_id = person.id AND closure.superseded_at IS NULL"
            " AND closure.kind IN ('employee', 'relative', 'protected'))",
        ),
    ),
    Question(
        "without-a-case",
        "Many records outside of the own work",
        "Users who opened records of people who are neither theirs nor of their office. Users who "
        "serve the whole state come up too: set the limit by what their work explains.",
        (Limit("at_least", "Records at least", 30),),
        "SELECT entry.actor_id, NULL::bigint, count(DISTINCT entry.person_id),"  # noqa: S608  own names
        ' min(entry."timestamp"), max(entry."timestamp") FROM audit_auditentry AS entry'
        " JOIN access_user AS staff ON staff.id = entry.actor_id"
        " JOIN offenders_person AS person ON person.id = entry.person_id"
        f" WHERE {_IN_TIME} AND {_VIEW} AND person.agent_id IS DISTINCT FROM staff.id"
        " AND person.office_id IS DISTINCT FROM staff.office_id"
        " GROUP BY entry.actor_id HAVING count(DISTINCT entry.person_id) >= %(at_least)s"
        " ORDER BY 3 DESC LIMIT 200",
    ),
    Question(
        "after-hours",
        "Looked at records at night or on weekends",
        "Users who opened records outside of the hours given, Michigan time, or on a weekend.",
        (
            Limit("from_hour", "The day begins at (hour)", 6),
            Limit("to_hour", "The day ends at (hour)", 20),
            Limit("at_least", "Entries at least", 5),
        ),
        _per_user(
            f"{_VIEW} AND entry.event <> 'TRAIL_READ' AND (extract(hour FROM {_LOCAL})"
            f" NOT BETWEEN %(from_hour)s AND %(to_hour)s - 1 OR extract(isodow FROM {_LOCAL}) > 5)",
            "HAVING count(*) >= %(at_least)s",
        ),
    ),
    Question(
        "one-person",
        "Looked at one person by many users",
        "People whose record more users opened than one case explains: a name in the news, "
        "a celebrity, a colleague's relative.",
        (Limit("at_least", "Different users at least", 10),),
        "SELECT NULL::bigint, entry.person_id, count(DISTINCT entry.actor_id),"  # noqa: S608  own names
        ' min(entry."timestamp"), max(entry."timestamp") FROM audit_auditentry AS entry'
        f" WHERE {_IN_TIME} AND {_VIEW} AND entry.person_id IS NOT NULL"
        " GROUP BY entry.person_id HAVING count(DISTINCT entry.actor_id) >= %(at_least)s"
        " ORDER BY 3 DESC LIMIT 200",
    ),
    Question(
        "many-an-hour",
        "Opened very many records within an hour",
        "Users who opened more records in one hour than anybody can read.",
        (Limit("at_least", "Different people an hour at least", 60),),
        "SELECT entry.actor_id, NULL::bigint, count(DISTINCT entry.person_id),"  # noqa: S608  own names
        ' min(entry."timestamp"), max(entry."timestamp") FROM audit_auditentry AS entry'
        f" WHERE {_IN_TIME} AND {_VIEW} AND entry.actor_id IS NOT NULL"
        " AND entry.person_id IS NOT NULL"
        " GROUP BY entry.actor_id, date_trunc('hour', entry.\"timestamp\")"
        " HAVING count(DISTINCT entry.person_id) >= %(at_least)s ORDER BY 3 DESC LIMIT 200",
    ),
    Question(
        "denied",
        "Was refused again and again",
        "Users who tried pages or people that are not open to them.",
        (Limit("at_least", "Refusals at least", 5),),
        _per_user("entry.outcome = 'denied'", "HAVING count(*) >= %(at_least)s"),
    ),
    Question(
        "export-then-print",
        "Took a list, then many documents",
        "Users who exported people and within the hour let out many documents or lists.",
        (Limit("at_least", "Disclosures within the hour at least", 5),),
        "SELECT entry.actor_id, NULL::bigint, count(DISTINCT later.id),"  # noqa: S608  own names
        ' min(entry."timestamp"), max(later."timestamp") FROM audit_auditentry AS entry'
        " JOIN audit_auditentry AS later ON later.actor_id = entry.actor_id"
        ' AND later.event = \'RECORDS_DISCLOSED\' AND later."timestamp" > entry."timestamp"'
        ' AND later."timestamp" < entry."timestamp" + interval \'1 hour\''
        " AND later.cid IS DISTINCT FROM entry.cid"
        f" WHERE {_IN_TIME} AND entry.event = 'PEOPLE_EXPORTED'"
        " GROUP BY entry.actor_id HAVING count(DISTINCT later.id) >= %(at_least)s"
        " ORDER BY 3 DESC LIMIT 200",
    ),
    Question(
        "below-the-application",
        "Changed rows below the application",
        "Rows changed in bulk, by a command or by hand in the database, without a named event.",
        (),
        'SELECT entry.actor_id, NULL::bigint, count(*), min(entry."timestamp"),'  # noqa: S608  own names
        ' max(entry."timestamp") FROM audit_auditentry AS entry'
        f" WHERE {_IN_TIME} AND entry.event = 'ROWS_CHANGED'"
        " GROUP BY entry.actor_id ORDER BY 3 DESC LIMIT 200",
    ),
)

_BY_KEY: Final[Mapping[str, Question]] = {question.key: question for question in QUESTIONS}


def question_by_key(key: str) -> Question | None:
    """Return the question of that key."""
    return _BY_KEY.get(key)
