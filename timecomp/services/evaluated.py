"""A person's case with what the law gave, in the form in which both are stored and compared."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache

from timecomp.choices import Cause
from timecomp.law import rule_book
from timecomp.law.results import Result
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.evaluation import evaluate
from timecomp.selectors.frozen import (
    OFFENDER_DATES,
    SENTENCE_DATES,
    digest,
    freeze_facts,
    freeze_result,
)
from timecomp.selectors.standing import Standing

Move = dict[str, str | None]


@dataclass(frozen=True, slots=True)
class Evaluated:
    """One person's facts and results, each with its fingerprint."""

    recorded: RecordedCase
    result: Result
    facts: str
    facts_digest: str
    results: str
    results_digest: str
    profile_id: str

    @property
    def person_id(self) -> int:
        """Return whose dates these are."""
        return self.recorded.person_id

    def differs_from(self, standing: Standing | None) -> bool:
        """Say whether facts or results are not those that stand.

        What stood before an order to seal or destroy is withheld: it is stored anew even if equal.
        """
        return (
            standing is None
            or standing.is_before_an_order
            or self.facts_digest != standing.facts_digest
            or self.results_digest != standing.results_digest
        )

    def cause_after(self, standing: Standing | None) -> Cause:
        """Say why this differs from what stands; nothing may tell that an order withholds that."""
        if standing is None or standing.is_before_an_order:
            return Cause.FIRST
        if self.facts_digest != standing.facts_digest:
            return Cause.FACTS
        if self._digest_on(standing.as_of) == standing.results_digest:
            return Cause.DAY
        return Cause.LAW if current_law() != standing.law_version else Cause.UNEXPLAINED

    def _digest_on(self, as_of: date) -> str:
        """The fingerprint of what today's law would have given on another day."""
        if as_of == self.recorded.case.as_of:
            return self.results_digest
        case = replace(self.recorded.case, as_of=as_of)
        return digest(freeze_result(evaluate(replace(self.recorded, case=case))))


def evaluated(recorded: RecordedCase) -> Evaluated:
    """Put the case to the law and freeze both sides."""
    result = evaluate(recorded)
    facts, results = freeze_facts(recorded), freeze_result(result)
    return Evaluated(
        recorded=recorded,
        result=result,
        facts=facts,
        facts_digest=digest(facts),
        results=results,
        results_digest=digest(results),
        profile_id=_profile_id(result.used),
    )


@cache
def current_law() -> str:
    """Return the version of the law book that this process runs; read once."""
    return rule_book.law_version()


def moves(before: Mapping[str, object], now: Mapping[str, object]) -> list[Move]:
    """List the dates that differ between two stored results: whose, which, from and to."""
    found = _moved(None, OFFENDER_DATES, _part(before, "offender"), _part(now, "offender"))
    earlier, later = _by_sentence(before), _by_sentence(now)
    for label in {**earlier, **later}:
        found += _moved(label, SENTENCE_DATES, earlier.get(label, {}), later.get(label, {}))
    return found


def _moved(
    sentence: str | None,
    names: tuple[str, ...],
    before: Mapping[str, object],
    now: Mapping[str, object],
) -> list[Move]:
    return [
        {"sentence": sentence, "date": name, "from": _text(before, name), "to": _text(now, name)}
        for name in names
        if before.get(name) != now.get(name)
    ]


def _text(part: Mapping[str, object], name: str) -> str | None:
    value = part.get(name)
    return None if value is None else str(value)


def _part(results: Mapping[str, object], name: str) -> Mapping[str, object]:
    part = results.get(name)
    return part if isinstance(part, Mapping) else {}


def _by_sentence(results: Mapping[str, object]) -> dict[str, Mapping[str, object]]:
    sentences = results.get("sentences")
    return {each["id"]: each for each in sentences} if isinstance(sentences, list) else {}


@lru_cache(maxsize=16384)
def _profile_id(used: frozenset[str]) -> str:
    return digest(" ".join(sorted(used)))
