"""A question about a person's dates as the clerk who settles it reads it, and what was decided."""

from dataclasses import dataclass
from datetime import date, datetime
from functools import cache

from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.fields import row_is_open
from ots.access.scopes import in_scope
from timecomp.choices import DecisionKind
from timecomp.law.rule_book import rule_book
from timecomp.law.settling import settled_by
from timecomp.models import ClerkDecision, Computation, ComputationException
from timecomp.selectors.exceptions import WITHHELD, sees_mixed_facts
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES
from timecomp.selectors.words import DATE_WORDS


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked, by which law, and what would settle it."""

    id: int
    sentence: str
    message: str
    rule: str
    law: str
    settled_by: str
    opened_at: datetime


@dataclass(frozen=True, slots=True)
class Decided:
    """One decision: what holds, instead of what, by whom, why and until when."""

    id: int
    is_override: bool
    sentence: str
    label: str
    value: date | None
    system_value: date | None
    message: str
    authority: str
    decided_on: date
    until: date | None
    holds: bool
    reason: object
    clerk: object


def question(reading: Reading, person_id: int, question_id: int) -> Question | None:
    """Return an open question about the person; None where there is none or it is withheld."""
    if not reading.sees(ComputationException, "message") or not sees_mixed_facts(reading):
        return None
    asked = ComputationException.objects.filter(
        pk=question_id, person_id=person_id, closed_at=None
    ).first()
    if asked is None or not row_is_open(reading.viewer, asked):
        return None
    return Question(
        asked.pk,
        asked.sentence_label,
        asked.message,
        asked.rule,
        law_of(asked.rule),
        settled_by(asked.rule),
        asked.opened_at,
    )


@cache
def law_of(rule: str) -> str:
    """Return the law that a rule states; empty for what only the program asks."""
    versions = rule_book().rule(rule)
    return versions[0].citation if versions else ""


def dates_to_override(stored: Computation | None) -> list[tuple[str, str]]:
    """List the dates of a computation, each with the day that holds, to choose one from."""
    if stored is None:
        return []
    found = [_choice("", name, stored.results["offender"]) for name in OFFENDER_DATES]
    for sentence in stored.results["sentences"]:
        found += [_choice(sentence["id"], name, sentence) for name in SENTENCE_DATES]
    return found


def _choice(sentence: str, name: str, part: dict[str, str | None]) -> tuple[str, str]:
    whose = f"Sentence {sentence}, {DATE_WORDS[name].lower()}" if sentence else DATE_WORDS[name]
    found = part.get(name)
    day = f"{date.fromisoformat(found):%b %d, %Y}" if found else "no date"
    return f"{sentence}-{name}", f"{whose}: {day}"


def decisions_of(reading: Reading, person_id: int) -> tuple[Decided, ...]:
    """Return the decisions that were not withdrawn, those that have run out among them."""
    if not reading.sees(ClerkDecision, "kind"):
        return ()
    made = ClerkDecision.objects.filter(person_id=person_id, superseded_at=None)
    rows = in_scope(reading.viewer, made.exclude(kind=DecisionKind.WITHDRAWN), person="person")
    today, plain = timezone.localdate(), sees_mixed_facts(reading)
    return tuple(
        _decided(reading, row, today=today, plain=plain)
        for row in rows.select_related("recorded_by")
        if row_is_open(reading.viewer, row)
    )


def _decided(reading: Reading, row: ClerkDecision, *, today: date, plain: bool) -> Decided:
    shown = reading.masked(row)
    return Decided(
        id=row.pk,
        is_override=row.kind == DecisionKind.OVERRIDE,
        sentence=row.sentence_label,
        label=DATE_WORDS.get(row.date_name, ""),
        value=row.value,
        system_value=row.system_value,
        message=row.message if plain or not row.message else WITHHELD,
        authority=row.authority,
        decided_on=row.decided_on,
        until=row.until,
        holds=row.until is None or row.until >= today,
        reason=shown.reason,
        clerk=shown.recorded_by,
    )
