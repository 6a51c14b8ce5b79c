"""Answers from supervision, conduct in custody, work and home."""

from datetime import date, timedelta

from supervision.rules.prefill.answering import (
    YEAR,
    Answer,
    counted,
    known,
    sources_of,
)
from supervision.rules.prefill.record import Kind, RecordFacts, Span
from supervision.rules.standing import to_confirm
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing

FULL_TIME = parameter(
    "supervision.full_time_hours",
    title="Hours of work a week from which a job is full time",
    unit="hours",
    module=__name__,
    values=[
        Value(
            None,
            35,
            "Own reading of the item's words; edit it",
            Standing.INFERRED,
            "The manual's own number.",
        )
    ],
)
REVOKED = "revoked"
TECHNICAL = "technical"


def under_supervision(facts: RecordFacts) -> Answer | None:
    """Whether supervision runs on the day of the assessment."""
    if not known(facts, Kind.SUPERVISION):
        return None
    running = [each for each in facts.supervision if _runs(each, facts)]
    why = f"{counted(len(running), 'term')} of supervision running."
    return Answer(bool(running), why, sources_of(running))


def supervised_before(facts: RecordFacts) -> Answer | None:
    """Whether an earlier term of supervision is over."""
    if not known(facts, Kind.SUPERVISION):
        return None
    over = [each for each in facts.supervision if not _runs(each, facts)]
    why = f"{counted(len(over), 'earlier term')} of supervision on record."
    return Answer(bool(over), why, sources_of(over))


def revoked_before(facts: RecordFacts) -> Answer | None:
    """Whether a term of supervision ended by revocation."""
    return _revoked(facts, REVOKED, "revoked")


def revoked_for_rules(facts: RecordFacts) -> Answer | None:
    """Whether a term of supervision ended by revocation for breach of rules alone."""
    return _revoked(facts, TECHNICAL, "revoked for a technical violation")


def _revoked(facts: RecordFacts, word: str, called: str) -> Answer | None:
    if not known(facts, Kind.SUPERVISION):
        return None
    found = [each for each in facts.supervision if word in each.why_ended.lower()]
    return Answer(
        bool(found),
        f"{counted(len(found), 'term')} of supervision {called}.",
        sources_of(found),
    )


def supervised_at_offense(facts: RecordFacts) -> Answer | None:
    """Whether the current offense happened under supervision or in custody."""
    now = facts.current()
    if now is None or now.offense_on is None or not known(facts, Kind.SUPERVISION, Kind.CUSTODY):
        return None
    day = now.offense_on
    spans = (*facts.supervision, *facts.custody)
    found = [
        each
        for each in spans
        if each.began_on < day and (each.ended_on is None or each.ended_on > day)
    ]
    why = f"{counted(len(found), 'term')} of supervision or custody on {day:%b %d, %Y}."
    return Answer(bool(found), why, sources_of(found))


def misconduct_in_custody(facts: RecordFacts) -> Answer | None:
    """Whether misconduct in custody was found; where the record has none, a jail may know more."""
    if not known(facts, Kind.MISCONDUCT) or not facts.misconduct:
        return None
    why = f"{counted(len(facts.misconduct), 'finding')} of misconduct."
    return Answer(True, why, facts.misconduct[:12])


def not_working(facts: RecordFacts) -> Answer | None:
    """Whether no job runs; without a job on record at all nobody has asked yet."""
    running = _running_jobs(facts)
    if running is None:
        return None
    why = f"{counted(len(running), 'job')} running, as last recorded."
    return Answer(not running, why, sources_of(running or facts.jobs[:1]))


def not_full_time(facts: RecordFacts) -> Answer | None:
    """Whether the running jobs come to less than full time."""
    running = _running_jobs(facts)
    if not running or any(each.hours_a_week is None for each in running):
        return None
    hours = sum(each.hours_a_week or 0 for each in running)
    full = FULL_TIME.on(facts.as_of)
    why = (
        f"{hours} hours of work a week, as recorded;"
        f" full time is {full.amount}{to_confirm(full.standing)}."
    )
    return Answer(hours < full.amount, why, sources_of(running))


def employed_percent(facts: RecordFacts) -> Answer | None:
    """What share of the last year had a job."""
    if not known(facts, Kind.EMPLOYMENT) or not facts.jobs:
        return None
    since = facts.as_of - YEAR
    days = {
        since + timedelta(days=each)
        for each in range(YEAR.days)
        if any(_covers(job, since + timedelta(days=each)) for job in facts.jobs)
    }
    percent = round(100 * len(days) / YEAR.days)
    why = f"A job on {len(days)} of the last {YEAR.days} days."
    return Answer(percent, why, sources_of(facts.jobs))


def address_changes(facts: RecordFacts) -> Answer | None:
    """How often the home changed in the last year."""
    if not known(facts, Kind.ADDRESS) or not facts.homes:
        return None
    since = facts.as_of - YEAR
    first = min(each.began_on for each in facts.homes)
    moved = [each for each in facts.homes if each.began_on > since and each.began_on != first]
    why = (
        f"{counted(len(moved), 'new home address', 'new home addresses')} since {since:%b %d, %Y}."
    )
    return Answer(len(moved), why, sources_of(moved or facts.homes[:1]))


def _running_jobs(facts: RecordFacts) -> list[Span] | None:
    if not known(facts, Kind.EMPLOYMENT) or not facts.jobs:
        return None
    return [each for each in facts.jobs if _runs(each, facts)]


def _runs(span: Span, facts: RecordFacts) -> bool:
    return span.ended_on is None or span.ended_on > facts.as_of


def _covers(span: Span, day: date) -> bool:
    return span.began_on <= day and (span.ended_on is None or day < span.ended_on)
