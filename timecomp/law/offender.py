"""The dates of the person as a whole, from the dates of every live sentence."""

from datetime import date

from timecomp.engine.dates import days_excluding_first
from timecomp.engine.frozen import dataclass
from timecomp.engine.rules import ManualComputation
from timecomp.law.count import Count
from timecomp.law.dead_time import after_dead_time
from timecomp.law.docket import Docket
from timecomp.law.facts import CustodyKind, Parole, Sentence, Term, ViolationKind
from timecomp.law.mcl_8.s3j_calendar import end_of_term
from timecomp.law.mcl_791.s234_jurisdiction import latest_maximum, latest_minimum
from timecomp.law.mcl_791.s242_parole_term import parole_discharge, term_is_entered
from timecomp.law.results import OffenderDates, SentenceResult
from timecomp.law.topics import Topic


@dataclass(frozen=True, slots=True)
class Governing:
    """The date that governs and the sentence it comes from; no date for life or while one is
    unsettled."""

    day: date | None = None
    sentence: str | None = None
    is_life: bool = False


def offender_dates(docket: Docket, results: list[SentenceResult]) -> OffenderDates:
    """Earliest release, maximum discharge and parole discharge, and which sentences control
    them."""
    live = [
        (docket.counts[result.id], result)
        for result in results
        if docket.counts[result.id].is_live and docket.counts[result.id].is_prison
    ]
    minimum = _governing_minimum(docket, live)
    maximum = _governing_maximum(docket, live)
    return OffenderDates(
        earliest_release_date=minimum.day,
        maximum_discharge_date=maximum.day,
        parole_discharge_date=_parole_discharge(docket, minimum, maximum),
        controlling_minimum=minimum.sentence,
        controlling_maximum=maximum.sentence,
    )


def _governing_minimum(docket: Docket, live: list[tuple[Count, SentenceResult]]) -> Governing:
    docket.findings.about(None, Topic.EARLIEST_RELEASE_DATE)
    for count, result in live:
        if count.is_life and result.parole_eligibility is None:
            return Governing(sentence=count.id, is_life=True)
    days = {count.id: result.parole_eligibility for count, result in live}
    known = tuple(day for day in days.values() if day is not None)
    if not known or len(known) < len(days):
        return Governing()
    return _governed(days, latest_minimum(minimums=known))


def _governing_maximum(docket: Docket, live: list[tuple[Count, SentenceResult]]) -> Governing:
    docket.findings.about(None, Topic.MAXIMUM_DISCHARGE_DATE)
    for count, _ in live:
        if count.is_life:
            return Governing(sentence=count.id, is_life=True)
    days = {count.id: result.net_maximum for count, result in live}
    known = tuple(day for day in days.values() if day is not None)
    if not known or len(known) < len(days):
        return Governing()
    return _governed(days, latest_maximum(maximums=known))


def _governed(days: dict[str, date | None], day: date) -> Governing:
    return Governing(day, next(id for id, each in days.items() if each == day))


def _parole_discharge(docket: Docket, minimum: Governing, maximum: Governing) -> date | None:
    """The end of the last parole, unless the person went back to prison from it."""
    if not docket.case.parole:
        return None
    parole = max(docket.case.parole, key=lambda each: each.released_on)
    docket.findings.about(None, Topic.PAROLE_DISCHARGE_DATE)
    _ask_about_early_release(docket, parole, minimum)
    if _has_returned(docket, parole):
        return None
    docket.findings.ask(term_is_entered, released_on=parole.released_on, term=parole.term)
    if parole.term is None or (maximum.day is None and not maximum.is_life):
        return None
    try:
        return parole_discharge(
            released_on=parole.released_on,
            term=parole.term,
            dead_days=_dead_days_on(docket, parole.released_on, parole.term),
            maximum_discharge=maximum.day,
        )
    except ManualComputation as error:
        docket.findings.hand_over(error)
        return None


def _has_returned(docket: Docket, parole: Parole) -> bool:
    if any(violation.kind is ViolationKind.NEW_SENTENCE for violation in parole.violations):
        return True
    return any(
        span.kind is CustodyKind.PRISON and span.from_ > parole.released_on
        for span in docket.case.custody
    )


def _ask_about_early_release(docket: Docket, parole: Parole, minimum: Governing) -> None:
    if minimum.day is None or parole.released_on >= minimum.day:
        return
    if any(_is_sentenced_anew(docket, s, parole) for s in docket.case.sentences):
        return
    docket.findings.note(
        "eligibility_after_sentence_change",
        f"Parole began on {parole.released_on}, before the earliest release date of "
        f"{minimum.day}. Confirm the ground (medical parole, special alternative incarceration) "
        "or the facts of the sentences.",
    )


def _is_sentenced_anew(docket: Docket, sentence: Sentence, parole: Parole) -> bool:
    """Whether the sentence came after the release and is no amendment of one that stood before."""
    replaced = sentence.replaces
    amends = replaced is not None and docket.counts[replaced].is_prison
    return sentence.sentenced_on > parole.released_on and not amends


def _dead_days_on(docket: Docket, released_on: date, term: Term) -> int:
    """Days of the parole that do not count."""
    if not docket.record.dead:
        return 0
    ordered = end_of_term(start=released_on, term=term)
    return days_excluding_first(ordered, after_dead_time(docket.record, released_on, ordered))
