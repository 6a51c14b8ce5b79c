"""A person under supervision as the paper reads one: plain days, plain words.

Shares nothing with the rules; reads the JSON that ``supervision suggest`` is given.
"""

import csv
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property
from pathlib import Path

CODES = Path(__file__).parents[3] / "supervision" / "rules" / "data" / "violation_codes.csv"
ATTENDED = frozenset({"attended", "completed"})
MISSED = frozenset({"unexcused", "missed"})
EXCUSED = frozenset({"excused"})
# A polygraph is no violation by itself.
ONLY_INFORMATION = frozenset({"V704"})
Json = dict[str, object]


def day(text: object) -> date | None:
    """A day of the input, if given."""
    return date.fromisoformat(str(text)) if text else None


def needed(text: object) -> date:
    """A day that the input must give."""
    return date.fromisoformat(str(text))


def months_before(when: date, months: int) -> date:
    """The same day so many months earlier, or the last day of that month."""
    place = when.year * 12 + when.month - 1 - months
    first = date(place // 12, place % 12 + 1, 1)
    after = date((place + 1) // 12, (place + 1) % 12 + 1, 1)
    return min(first + timedelta(days=when.day - 1), after - timedelta(days=1))


def severities() -> dict[str, int]:
    """The severity of each code of the catalogue."""
    with CODES.open(encoding="utf-8", newline="") as rows:
        return {row["code"]: int(row["severity"]) for row in csv.DictReader(rows)}


SEVERITIES = severities()


@dataclass(frozen=True)
class Breach:
    """A violation of the input."""

    code: str
    on: date
    state: str
    episode: str
    severity: int
    found_on: date

    @property
    def stands(self) -> bool:
        """Whether it is still held against the person."""
        return self.state in {"alleged", "admitted", "proved"}


@dataclass(frozen=True)
class Owed:
    """One thing due once."""

    kind: str
    due: date
    outcome: str
    done: date | None

    @property
    def was_missed(self) -> bool:
        """Whether the person stayed away without an excuse."""
        return self.outcome in MISSED and self.done is None

    @property
    def was_excused(self) -> bool:
        """Whether an absence was accepted."""
        return self.outcome in EXCUSED


@dataclass(frozen=True)
class Told:
    """All that is told of a person."""

    given: Json
    breaches: tuple[Breach, ...] = ()
    visits: tuple[Owed, ...] = ()
    others: tuple[Owed, ...] = ()
    positives: tuple[date, ...] = ()
    tests: tuple[tuple[date, str], ...] = ()
    charges: tuple[date, ...] = ()
    contacts: tuple[date, ...] | None = None
    held: tuple[tuple[date, date | None, str], ...] = ()
    wanted: tuple[tuple[date, date | None, str], ...] = ()
    sanctions: tuple[tuple[date, str], ...] = ()
    extra: Json = field(default_factory=dict)

    @cached_property
    def today(self) -> date:
        """The day asked about."""
        return needed(self.given["as_of"])

    @cached_property
    def began(self) -> date | None:
        """The first day of this term."""
        return day(self.term.get("started_on"))

    @property
    def term(self) -> Json:
        """What the person is supervised under."""
        found = self.given["supervision"]
        assert isinstance(found, dict)
        return found

    @property
    def on_parole(self) -> bool:
        """Whether the board, and no court, supervises."""
        return self.term["type"] == "parole"

    def within(self, days: int) -> date:
        """The first day of the last so many days."""
        return self.today - timedelta(days=days)

    def holds(self, spells: tuple[tuple[date, date | None, str], ...], on: date) -> bool:
        """Whether one of the spells runs on the day; the day of release does not count."""
        return any(since <= on and (until is None or on < until) for since, until, _ in spells)


def told(given: Json) -> Told:
    """Read a person of the input."""
    contacts = given.get("contacts")
    return Told(
        given=given,
        breaches=tuple(
            _breach(n, each)
            for n, each in enumerate(_rows(given, "violations"))
            if each["code"] not in ONLY_INFORMATION
        ),
        visits=tuple(_owed("contact", each) for each in _rows(given, "appointments")),
        others=tuple(_owed("obligation", each) for each in _rows(given, "obligations")),
        tests=tuple((needed(e["on"]), str(e["result"])) for e in _rows(given, "tests")),
        positives=tuple(
            needed(e["on"]) for e in _rows(given, "tests") if e["result"] == "positive"
        ),
        charges=tuple(needed(e["on"]) for e in _rows(given, "pending_charges")),
        contacts=None
        if contacts is None
        else tuple(needed(e["on"]) for e in _rows(given, "contacts")),
        held=_spells(given, "custody"),
        wanted=_spells(given, "warrants"),
        sanctions=tuple(
            (needed(e["on"]), str(e.get("transaction") or f"#{n}"))
            for n, e in enumerate(_rows(given, "technical_sanctions"))
        ),
    )


def _rows(given: Json, name: str) -> list[Json]:
    found = given.get(name) or []
    assert isinstance(found, list)
    return found


def _breach(place: int, each: Json) -> Breach:
    code = str(each["code"])
    severity = each.get("severity")
    return Breach(
        code=code,
        on=needed(each["on"]),
        state=str(each.get("state") or "alleged"),
        episode=str(each.get("transaction") or f"#{place}"),
        severity=int(str(severity)) if severity else SEVERITIES[code],
        found_on=day(each.get("discovered_on")) or needed(each["on"]),
    )


def _owed(kind: str, each: Json) -> Owed:
    outcome = str(each.get("outcome") or "").strip().lower()
    named = str(each.get("kind") or kind)
    return Owed(named, needed(each["due_on"]), outcome, day(each.get("done_on")))


def _spells(given: Json, name: str) -> tuple[tuple[date, date | None, str], ...]:
    return tuple(
        (needed(e["from"]), day(e.get("to")), str(e.get("kind") or e.get("reason") or ""))
        for e in _rows(given, name)
    )
