"""Recording an assessment: what was answered, what the record said, and every score."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, timedelta
from uuid import UUID

from django.db import transaction

from offenders.selectors.reading import Reading
from offenders.services.facts import add_fact, correct_fact
from offenders.services.refusals import Objection, RefusedError
from offenders.services.submissions import once
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from supervision.choices.obligation import ObligationKind
from supervision.models import Scoring
from supervision.rules.instruments.form import Instrument, Value
from supervision.rules.instruments.scoring import AnswerError, Part, Scored, score
from supervision.rules.prefill.answering import Answer
from supervision.rules.prefill.tables import prefilled
from supervision.rules.reassessment import next_due_on, window_opens_on
from supervision.selectors.instruments import InForce, instrument_on
from supervision.selectors.record_facts import record_facts
from supervision.services.obligations import note_done, open_obligation, withdraw_obligations

COMPLETED = "Items answered that were missing"


@dataclass(frozen=True, slots=True, kw_only=True)
class ScoringEntry:
    """What was answered, by which instrument, as of which day; what is not there is missing."""

    instrument: str
    occasion: str
    scored_on: date
    answers: Mapping[str, Value]


def record_scoring(
    viewer: Viewer, person_id: int, entry: ScoringEntry, *, token: UUID | None = None
) -> Scoring:
    """Score the answers and keep them with what the record said to each item.

    Raises ``RefusedError`` for an answer that the instrument does not allow.
    """
    viewer.require(Permission.RISK_ASSESS)
    return once(
        token, Event.RISK_ASSESSED, Scoring, lambda: _record(viewer, person_id, entry, old=None)
    )


def complete_scoring(
    viewer: Viewer,
    person_id: int,
    old: Scoring,
    *,
    answers: Mapping[str, Value],
    token: UUID | None = None,
) -> Scoring:
    """Score again as of the same day, with more answers; the first stays in the history."""
    viewer.require(Permission.RISK_ASSESS)
    entry = ScoringEntry(
        instrument=old.instrument,
        occasion=old.occasion,
        scored_on=old.scored_on,
        answers=answers,
    )
    return once(
        token, Event.RISK_ASSESSED, Scoring, lambda: _record(viewer, person_id, entry, old=old)
    )


@transaction.atomic
def _record(viewer: Viewer, person_id: int, entry: ScoringEntry, *, old: Scoring | None) -> Scoring:
    in_force = instrument_on(entry.instrument, entry.scored_on)
    if in_force is None:
        raise RefusedError(
            Objection("", f"[{entry.instrument}] may not be scored here: choose from the list.")
        )
    scored = _scored(in_force.instrument, entry.answers)
    facts = record_facts(Reading(viewer), person_id, as_of=entry.scored_on)
    said = prefilled(in_force.instrument, facts)
    values = _values(entry, in_force, scored, said)
    made = _written(viewer, person_id, values, old)
    _follow_up(made, old)
    return made


def _scored(instrument: Instrument, answers: Mapping[str, Value]) -> Scored:
    try:
        return score(instrument, answers)
    except AnswerError as error:
        item = str(error).split(":", 1)[0]
        raise RefusedError(Objection(item, str(error))) from error


def _written(
    viewer: Viewer, person_id: int, values: dict[str, object], old: Scoring | None
) -> Scoring:
    if old is None:
        return add_fact(viewer, Scoring, person_id=person_id, event=Event.RISK_ASSESSED, **values)
    return correct_fact(
        viewer,
        old,
        person_id=person_id,
        reason=COMPLETED,
        event=Event.RISK_ASSESSED,
        **values,
    )


def _values(
    entry: ScoringEntry, in_force: InForce, scored: Scored, said: Mapping[str, Answer]
) -> dict[str, object]:
    instrument = in_force.instrument
    return {
        "instrument": instrument.key,
        "version": instrument.version,
        "standing": instrument.standing.value,
        "occasion": entry.occasion,
        "scored_on": entry.scored_on,
        "answers": dict(entry.answers),
        "evidence": {name: _evidence(answer) for name, answer in said.items()},
        "tables": dict(in_force.tables),
        "scores": scored.scores,
        "scaled": scored.scaled,
        "flags": scored.flags,
        "parts": [_part(each) for each in scored.parts],
        "lowest": scored.lowest,
        "highest": scored.highest,
        "missing": list(scored.missing),
        "level": scored.level or "",
        "next_due_on": next_due_on(
            instrument, entry.scored_on, is_provisional=scored.is_provisional
        ),
    }


def _part(part: Part) -> dict[str, object]:
    return asdict(part)


def _evidence(answer: Answer) -> dict[str, object]:
    sources = [
        [each.kind.value, each.key, each.on.isoformat() if each.on else None]
        for each in answer.sources
    ]
    return {"said": answer.value, "why": answer.why, "sources": sources}


def _follow_up(made: Scoring, old: Scoring | None) -> None:
    """What was due is met by a complete assessment, and the next one falls due."""
    for earlier in _earlier(made, old):
        withdraw_obligations(source=earlier)
    if not made.is_provisional:
        note_done(
            person_id=made.person_id,
            kind=ObligationKind.ASSESSMENT,
            on=made.scored_on,
            source=made,
        )
    if made.next_due_on is not None:
        opens = window_opens_on(made.scored_on, made.next_due_on)
        open_obligation(
            person_id=made.person_id,
            kind=ObligationKind.ASSESSMENT,
            due_on=made.next_due_on,
            # A day later than the assessment itself, which never meets what it asks for.
            window_opens_on=max(opens, made.scored_on + timedelta(days=1)),
            source=made,
        )


def _earlier(made: Scoring, old: Scoring | None) -> list[Scoring]:
    same = Scoring.objects.filter(
        person_id=made.person_id, instrument=made.instrument, superseded_at=None
    ).exclude(pk=made.pk)
    before = [each for each in same if each.scored_on <= made.scored_on]
    return [*before, old] if old else before
