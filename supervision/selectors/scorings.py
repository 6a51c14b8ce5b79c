"""One assessment with every part, its sources, and what would move its outcome."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import Http404

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.risk import OverrideState
from supervision.models import Scoring, ScoringOverride
from supervision.rules.instruments.catalogue import UnknownInstrumentError
from supervision.rules.instruments.form import Instrument
from supervision.rules.instruments.moves import Move, moves
from supervision.rules.instruments.words import label_of, said, words
from supervision.rules.prefill.record import Kind
from supervision.selectors.answer_sources import SourceShown, answering_sources
from supervision.selectors.instruments import TITLES, instrument_behind
from supervision.selectors.levels_of_scores import Suggested, suggested_level

PERCENT = 100


@dataclass(frozen=True, slots=True)
class PartShown:
    """An item's answer and what it gave to a scale."""

    label: str
    answer: str
    points: int
    share: int | None
    why: str
    differs: str
    sources: tuple[SourceShown, ...]


@dataclass(frozen=True, slots=True)
class ScaleShown:
    """A scale's score, what it can reach, and its parts."""

    label: str
    score: int
    lowest: int
    highest: int
    scaled: int | None
    parts: tuple[PartShown, ...]

    @property
    def is_open(self) -> bool:
        """Say whether missing answers could still change it."""
        return self.lowest != self.highest


@dataclass(frozen=True, slots=True)
class MoveShown:
    """An answer that, given otherwise, leads to another outcome."""

    label: str
    answer: str
    instead: str
    becomes: str


@dataclass(frozen=True, slots=True)
class Change:
    """An answer that was another at the assessment before."""

    label: str
    before: str
    now: str


@dataclass(frozen=True, slots=True)
class ScoringShown:
    """One assessment, whole."""

    scoring: object
    key: int
    title: str
    result: str
    scales: tuple[ScaleShown, ...]
    flags: tuple[tuple[str, str], ...]
    missing: tuple[str, ...]
    moves: tuple[MoveShown, ...]
    awaits: str
    is_confirmed: bool
    earlier: object | None
    earlier_result: str
    changes: tuple[Change, ...]
    override: object | None
    override_waits: bool
    suggested: Suggested | None


def standing_scoring(reading: Reading, person_id: int, scoring_id: int) -> Scoring:
    """Return an assessment as it stands, for one who may see it; 404 otherwise."""
    rows = in_scope(reading.viewer, Scoring.objects.all(), person="person")
    found = rows.filter(person_id=person_id, pk=scoring_id).select_related("recorded_by").first()
    if found is None or not sees_scores(reading):
        raise Http404("No such assessment.")
    return found


def scoring_shown(
    reading: Reading, person_id: int, scoring_id: int, *, today: date
) -> ScoringShown:
    """Return an assessment with every part, its sources, and what would move its outcome."""
    scoring = standing_scoring(reading, person_id, scoring_id)
    instrument = _instrument(scoring)
    override = _override(scoring)
    earlier = _earlier(scoring)
    approved = override if override and override.state == OverrideState.APPROVED else None
    return ScoringShown(
        scoring=reading.masked(scoring),
        key=scoring.pk,
        title=TITLES.get(scoring.instrument, scoring.instrument),
        result=result_of(scoring, approved),
        scales=tuple(_scales(reading, scoring, instrument)),
        flags=tuple((words(name), said(value)) for name, value in scoring.flags.items()),
        missing=tuple(_label(instrument, name) for name in scoring.missing),
        moves=tuple(_moves(scoring, instrument)),
        awaits=instrument.awaits if instrument else "",
        is_confirmed=scoring.standing == "verified",
        earlier=reading.masked(earlier) if earlier else None,
        earlier_result=result_of(earlier, None) if earlier else "",
        changes=tuple(_changes(scoring, earlier, instrument)) if earlier else (),
        override=reading.masked(override) if override else None,
        override_waits=override is not None and override.state == OverrideState.ASKED,
        suggested=suggested_level(scoring, approved, day=today),
    )


def result_of(scoring: Scoring, override: ScoringOverride | None) -> str:
    """Return what the assessment comes to, in words."""
    if override is not None:
        return f"{words(override.to_level)} (by override; the score says {words(scoring.level)})"
    if scoring.level:
        return words(scoring.level)
    if scoring.missing:
        return "Provisional"
    scaled = ", ".join(f"{words(name)} {value}" for name, value in scoring.scaled.items())
    return scaled or "No level"


def sees_scores(reading: Reading) -> bool:
    """Say whether assessments may be shown, and note that they are."""
    return reading.sees(Scoring, "scores")


def _instrument(scoring: Scoring) -> Instrument | None:
    """The instrument of then; a score moved here from elsewhere may name one unknown here."""
    try:
        return instrument_behind(scoring)
    except UnknownInstrumentError:
        return None


def _label(instrument: Instrument | None, name: str) -> str:
    return label_of(instrument, name) if instrument else name


def _scales(
    reading: Reading, scoring: Scoring, instrument: Instrument | None
) -> Iterator[ScaleShown]:
    sources = answering_sources(reading, scoring.person_id, _sources(scoring))
    for scale, value in scoring.scores.items():
        parts = [each for each in scoring.parts if each["scale"] == scale]
        # A total repeats what its scales show.
        if scale == "total" and len(scoring.scores) > 1:
            parts = []
        yield ScaleShown(
            label=words(scale),
            score=value,
            lowest=scoring.lowest.get(scale, value),
            highest=scoring.highest.get(scale, value),
            scaled=scoring.scaled.get(scale),
            parts=tuple(_part(scoring, instrument, each, value, sources) for each in parts),
        )


def _sources(scoring: Scoring) -> dict[str, tuple[tuple[Kind, int, date | None], ...]]:
    return {
        name: tuple(
            (Kind(kind), key, date.fromisoformat(on) if on else None)
            for kind, key, on in each["sources"]
        )
        for name, each in scoring.evidence.items()
    }


def _part(
    scoring: Scoring,
    instrument: Instrument | None,
    part: Mapping[str, Any],
    total: int,
    sources: Mapping[str, tuple[SourceShown, ...]],
) -> PartShown:
    value = part["value"]
    # A pair of items stands under a name of its own, with the answers of both.
    answered = value if isinstance(value, dict) else {part["item"]: value}
    said_of = {name: scoring.evidence[name] for name in answered if name in scoring.evidence}
    differing = [
        said_of[name]["said"] for name in said_of if said_of[name]["said"] != answered[name]
    ]
    return PartShown(
        label=_label(instrument, part["item"]),
        answer=_answers(instrument, answered),
        points=part["points"],
        share=round(PERCENT * part["points"] / total) if total > 0 else None,
        why=" ".join(each["why"] for each in said_of.values()),
        differs=", ".join(said(each) for each in differing),
        sources=tuple(each for name in answered for each in sources.get(name, ())),
    )


def _answers(instrument: Instrument | None, answered: Mapping[str, Any]) -> str:
    if len(answered) == 1:
        return said(next(iter(answered.values())))
    return "; ".join(f"{_label(instrument, name)}: {said(each)}" for name, each in answered.items())


def _moves(scoring: Scoring, instrument: Instrument | None) -> Iterator[MoveShown]:
    if instrument is None or scoring.missing or not scoring.answers:
        return
    for move in moves(instrument, scoring.answers):
        label = _label(instrument, move.item)
        yield MoveShown(label, said(move.value), said(move.instead), _becomes(scoring, move))


def _becomes(scoring: Scoring, move: Move) -> str:
    """What the outcome would be, as far as it would be another."""
    if move.level and move.level != scoring.level:
        return words(move.level)
    scaled = [
        f"{words(name)} {value}"
        for name, value in move.scaled.items()
        if value != scoring.scaled.get(name)
    ]
    flags = [
        f"{words(name)}: {said(value)}"
        for name, value in move.flags.items()
        if value != scoring.flags.get(name)
    ]
    return ", ".join([*scaled, *flags])


def _override(scoring: Scoring) -> ScoringOverride | None:
    rows = ScoringOverride.objects.filter(scoring=scoring, superseded_at=None)
    return rows.select_related("asked_by", "decided_by").first()


def _earlier(scoring: Scoring) -> Scoring | None:
    rows = Scoring.objects.filter(
        person_id=scoring.person_id,
        instrument=scoring.instrument,
        superseded_at=None,
        scored_on__lt=scoring.scored_on,
    )
    return rows.first()


def _changes(scoring: Scoring, earlier: Scoring, instrument: Instrument | None) -> Iterator[Change]:
    for name in {**earlier.answers, **scoring.answers}:
        before, now = earlier.answers.get(name), scoring.answers.get(name)
        if before != now:
            yield Change(_label(instrument, name), _answered(before), _answered(now))


def _answered(value: object) -> str:
    return "Not known" if value is None else said(value)
