"""Why computed dates are not the official ones: what was computed since, which facts differ."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.scopes import in_scope
from timecomp.models import Computation
from timecomp.selectors.certified import official_to
from timecomp.selectors.dates import standing_computation
from timecomp.selectors.exceptions import MIXED_FACTS
from timecomp.selectors.history import PastComputation, past_computation

Json = Mapping[str, object]
# Facts of one person as computations keep them, in the words of the page.
KINDS = {
    "custody": "Time in custody",
    "misconduct": "Misconduct",
    "credit_awards": "Credit award",
    "forfeitures": "Forfeiture",
    "restorations": "Restoration",
    "parole": "Parole",
    "orders": "Order on the person's time",
    "decisions": "Decision of a clerk",
    "gaps": "What the record lacks",
}
# Who sees every kind of fact that a change may name.
TOLD_TO = (*MIXED_FACTS, Category.IDENTITY, Category.WARRANT)
# What says something about a victim, or is no fact of the sentence, is told to nobody here.
UNTOLD = frozenset({"id", "flags"})


@dataclass(frozen=True, slots=True)
class FactChange:
    """One fact that is not as it was: whose, which, before and now."""

    sentence: str
    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class Changes:
    """Since when the dates differ, what moved them, and which facts differ."""

    since: datetime | None
    computations: tuple[PastComputation, ...]
    facts: tuple[FactChange, ...]


def changes_since_official(reading: Reading, person_id: int) -> Changes | None:
    """Return what happened since the official dates; None where none are official or seen."""
    if not reading.sees(Computation, "moved"):
        return None
    official = official_to(reading.viewer, person_id)
    standing = standing_computation(reading, person_id)
    if official is None or standing is None or standing.pk == official.computation_id:
        return None
    newer = Computation.objects.filter(person_id=person_id, pk__gt=official.computation_id)
    rows = list(
        in_scope(reading.viewer, newer.exclude(moved=[]), person="person")
        .select_related("actor")
        .defer("facts", "results")
        .order_by("pk")
    )
    shows_actor = reading.sees(Computation, "actor")
    return Changes(
        since=rows[0].computed_at if rows else None,
        computations=tuple(past_computation(row, shows_actor=shows_actor) for row in rows),
        facts=fact_changes(reading, official.computation.facts, standing.facts),
    )


def fact_changes(reading: Reading, before: Json, now: Json) -> tuple[FactChange, ...]:
    """Compare two sets of facts; only to those who may see every kind of fact that is named."""
    if not all(reading.sees_category(each) for each in TOLD_TO):
        return ()
    born = "Birth date", _plain(before, "person"), _plain(now, "person")
    person = (FactChange("", *born),) if born[1] != born[2] else ()
    return (*person, *_of_sentences(before, now), *_of_kinds(before, now))


def _of_sentences(before: Json, now: Json) -> Iterator[FactChange]:
    earlier, later = _sentences(before), _sentences(now)
    for label in sorted({*earlier, *later}):
        if label not in earlier or label not in later:
            words = ("none", "entered") if label in later else ("entered", "none")
            yield FactChange(label, "Sentence", *words)
            continue
        old, new = _flat(earlier[label]), _flat(later[label])
        for name in dict.fromkeys((*old, *new)):
            if old.get(name) != new.get(name):
                yield FactChange(
                    label, name.capitalize(), old.get(name, "none"), new.get(name, "none")
                )


def _of_kinds(before: Json, now: Json) -> Iterator[FactChange]:
    for kind, label in KINDS.items():
        earlier, later = _items(before, kind), _items(now, kind)
        for gone in (each for each in earlier if each not in later):
            yield FactChange(_whose(gone), label, _words(gone), "none")
        for new in (each for each in later if each not in earlier):
            yield FactChange(_whose(new), label, "none", _words(new))


def _sentences(facts: Json) -> dict[str, Json]:
    return {str(each["id"]): each for each in _items(facts, "sentences")}


def _items(facts: Json, kind: str) -> list[Json]:
    found = facts.get(kind, [])
    return [each for each in found if isinstance(each, Mapping)] if isinstance(found, list) else []


def _whose(fact: Json) -> str:
    return str(fact.get("sentence") or "")


def _plain(facts: Json, name: str) -> str:
    part = facts.get(name)
    return _words(part) if isinstance(part, Mapping) and part else "none"


def _flat(fact: Json, within: str = "") -> dict[str, str]:
    """Each field by its words; a length of time is one field."""
    found: dict[str, str] = {}
    for name, value in fact.items():
        words = f"{within} {name}".strip().replace("_", " ")
        if name in UNTOLD:
            continue
        if isinstance(value, Mapping) and "years" not in value:
            found |= _flat(value, name)
        else:
            found[words] = _value(value)
    return found


def _words(fact: Json) -> str:
    told = _flat({name: value for name, value in fact.items() if name != "sentence"})
    return ", ".join(f"{name} {value}" for name, value in told.items() if value != "none")


def _value(value: object) -> str:
    if isinstance(value, Mapping):
        return _length(value)
    if isinstance(value, list):
        return "; ".join(_value(each) for each in value) or "none"
    if isinstance(value, str):
        return _day(value)
    return "none" if value is None else str(value)


def _length(term: Json) -> str:
    if "years" not in term:
        return _words(term)
    said = [f"{number} {unit}" for unit, number in term.items() if number]
    return " ".join(said) or "none"


def _day(text: str) -> str:
    try:
        return f"{date.fromisoformat(text):%b %d, %Y}"
    except ValueError:
        return text
