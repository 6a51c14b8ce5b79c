"""Decision support R1 to R8: what might be done and why; never done by itself."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

from supervision.rules.obligations import ObligationState, done_on, is_missed, obligations_of
from supervision.rules.person_facts import Due, PersonFacts, Result, Violation
from timecomp.engine.calendar import FEDERAL
from timecomp.engine.dates import Rounding, add_months
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

VERSION = "2026-11"
POLICY = "Default of the agency; edit it"
MISSED_APPOINTMENT_CODES = frozenset({"V302", "V303", "V304"})


def _number(id: str, title: str, unit: str, amount: int) -> Parameter[int]:
    return parameter(
        f"supervision.{id}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(None, amount, POLICY, Standing.INFERRED, "The agency's own number.")],
    )


RECENT = _number("suggest_recent", "Days that a suggestion looks back", "days", 90)
MISSES_BACK = _number("suggest_misses_back", "Days in which misses add up", "days", 60)
MISSES = _number("suggest_misses", "Misses that open the absconder worksheet", "appointments", 3)
SILENCE = _number("suggest_silence", "Days without contact", "days", 14)
POSITIVES = _number("suggest_positives", "Positive tests that ask for treatment", "tests", 3)
CLEAN_MONTHS = _number("suggest_clean_months", "Months that count as clean", "months", 6)
REPORT_DAYS = _number("suggest_report", "Business days for a letter or report", "days", 3)
ATTEMPT_DAYS = _number("suggest_attempts", "Days for attempts at contact", "days", 3)


@dataclass(frozen=True, slots=True)
class Suggestion:
    """What a rule suggests, the facts it rests on, and by when."""

    rule: str
    action: str
    facts: tuple[str, ...]
    due_on: date
    version: str = VERSION


Rule = Callable[[PersonFacts], Suggestion | None]


def suggestions_for(facts: PersonFacts) -> tuple[Suggestion, ...]:
    """Every suggestion that the facts call for, in the order of the rules."""
    return tuple(found for rule in RULES if (found := rule(facts)) is not None)


def _first_missed_appointment(facts: PersonFacts) -> Suggestion | None:
    """R1: one unexcused miss, nothing else, no warrant."""
    missed = _missed_since(facts, _days_back(facts, RECENT))
    days = {each.due_on for each in missed}
    others = [
        each
        for each in _violations_since(facts, _days_back(facts, RECENT))
        if not (each.code in MISSED_APPOINTMENT_CODES and each.on in days)
    ]
    if len(missed) != 1 or others or facts.has_warrant or facts.in_custody:
        return None
    return Suggestion(
        "R1",
        "Send a warning letter, set a new appointment and ask what stood in the way "
        "(transport, work, child care, illness, forgot, phone, fear)",
        (f"unexcused missed appointment on {missed[0].due_on.isoformat()}", "nothing else"),
        _business_days(facts, REPORT_DAYS),
    )


def _violations_and_a_charge(facts: PersonFacts) -> Suggestion | None:
    """R2: two episodes and a new pending charge."""
    since = _days_back(facts, RECENT)
    violations = _violations_since(facts, since)
    charges = [each for each in facts.pending_charges if since <= each.on <= facts.as_of]
    if len({each.transaction for each in violations}) < 2 or not charges:  # noqa: PLR2004  # "two or more" is the rule itself
        return None
    return Suggestion(
        "R2",
        "Review for a revocation hearing and open a violation report",
        (
            *map(_told, violations),
            *(f"charge pending since {each.on.isoformat()}" for each in charges),
        ),
        _business_days(facts, REPORT_DAYS),
    )


def _two_in_a_row(facts: PersonFacts) -> Suggestion | None:
    """R3: the last two appointments missed."""
    past = [each for each in facts.appointments if each.due_on <= facts.as_of]
    # One that was kept ends the row, whichever of the same day is told first.
    last = sorted(past, key=lambda each: (each.due_on, not is_missed(each, facts)))[-2:]
    if facts.in_custody or len(last) < 2 or not all(is_missed(each, facts) for each in last):  # noqa: PLR2004  # "in a row" is two
        return None
    return Suggestion(
        "R3",
        "Try by phone, at home and through others within 24 to 72 hours",
        tuple(map(_missed_told, last)),
        facts.as_of + timedelta(days=ATTEMPT_DAYS.on(facts.as_of).amount),
    )


def _out_of_touch(facts: PersonFacts) -> Suggestion | None:
    """R4: three misses in sixty days, or no contact for a fortnight."""
    if facts.in_custody:
        return None
    missed = _missed_since(facts, _days_back(facts, MISSES_BACK))
    told = tuple(map(_missed_told, missed))
    if len(missed) < MISSES.on(facts.as_of).amount:
        last = _last_contact(facts)
        if last is None or (facts.as_of - last).days < SILENCE.on(facts.as_of).amount:
            return None
        told = (f"no contact since {last.isoformat()}",)
    return Suggestion("R4", "Open the absconder worksheet", told, facts.as_of)


def _first_positive(facts: PersonFacts) -> Suggestion | None:
    """R5: one positive test in six months."""
    positive = _positives_since(facts, _months_back(facts))
    if len(positive) != 1:
        return None
    return Suggestion(
        "R5",
        "Answer at level 1 and check treatment; no jail",
        (f"positive test on {positive[0].isoformat()}", "no other in six months"),
        _business_days(facts, REPORT_DAYS),
    )


def _many_positives(facts: PersonFacts) -> Suggestion | None:
    """R6: three positive tests in ninety days."""
    positive = _positives_since(facts, _days_back(facts, RECENT))
    if len(positive) < POSITIVES.on(facts.as_of).amount:
        return None
    return Suggestion(
        "R6",
        "Reassess and review the level of treatment before any confinement",
        tuple(f"positive test on {day.isoformat()}" for day in positive),
        _business_days(facts, REPORT_DAYS),
    )


def _gravest(facts: PersonFacts) -> Suggestion | None:
    """R7: an event of severity 1."""
    grave = [
        each for each in _violations_since(facts, _days_back(facts, RECENT)) if each.severity == 1
    ]
    if not grave:
        return None
    return Suggestion(
        "R7",
        "Tell the supervisor the same day; see to safety and to victims first",
        tuple(map(_told, grave)),
        facts.as_of,
    )


def _all_green(facts: PersonFacts) -> Suggestion | None:
    """R8: six months without a violation and everything on time."""
    since = _months_back(facts)
    started = facts.supervision.started_on
    if started is None or started > since or _violations_since(facts, since):
        return None
    if any(is_missed(each, facts) and each.due_on >= since for each in facts.appointments):
        return None
    red = {ObligationState.OVERDUE, ObligationState.TARDY, ObligationState.UNKNOWN}
    if any(each.state in red and each.due_on >= since for each in obligations_of(facts)):
        return None
    if _positives_since(facts, since) or facts.has_warrant or facts.in_custody:
        return None
    return Suggestion(
        "R8",
        "Give an incentive or review the level",
        (f"no violation since {since.isoformat()}", "everything due was done on time"),
        _business_days(facts, REPORT_DAYS),
    )


RULES: tuple[Rule, ...] = (
    _first_missed_appointment,
    _violations_and_a_charge,
    _two_in_a_row,
    _out_of_touch,
    _first_positive,
    _many_positives,
    _gravest,
    _all_green,
)


def _violations_since(facts: PersonFacts, since: date) -> list[Violation]:
    return [
        each for each in facts.violations if each.state.stands and since <= each.on <= facts.as_of
    ]


def _missed_since(facts: PersonFacts, since: date) -> list[Due]:
    return [each for each in facts.appointments if each.due_on >= since and is_missed(each, facts)]


def _positives_since(facts: PersonFacts, since: date) -> list[date]:
    return [
        each.on
        for each in facts.tests
        if each.result is Result.POSITIVE and since <= each.on <= facts.as_of
    ]


def _last_contact(facts: PersonFacts) -> date | None:
    """The day since which a contact is looked for; None where nobody says when contacts were.

    An appointment kept is a contact; the start of supervision and a release count like one.
    """
    if facts.contacts is None:
        return None
    kept = (done_on(each) for each in facts.appointments)
    released = (each.until for each in facts.custody)
    days = (*facts.contacts, *kept, *released, facts.supervision.started_on)
    return max((each for each in days if each is not None and each <= facts.as_of), default=None)


def _days_back(facts: PersonFacts, window: Parameter[int]) -> date:
    return facts.as_of - timedelta(days=window.on(facts.as_of).amount)


def _months_back(facts: PersonFacts) -> date:
    months = CLEAN_MONTHS.on(facts.as_of).amount
    return add_months(facts.as_of, -months, rounding=Rounding.LAST_DAY_OF_MONTH)


def _business_days(facts: PersonFacts, count: Parameter[int]) -> date:
    return FEDERAL.after_business_days(facts.as_of, count.on(facts.as_of).amount)


def _told(violation: Violation) -> str:
    return f"{violation.code} on {violation.on.isoformat()} ({violation.state.replace('_', ' ')})"


def _missed_told(due: Due) -> str:
    return f"missed appointment on {due.due_on.isoformat()}"
