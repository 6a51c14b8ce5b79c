"""What the law says of a recorded case; a defect of the program harms one person only."""

import logging
from dataclasses import replace

from timecomp.engine.manual import ManualComputation
from timecomp.law.computation import compute
from timecomp.law.facts import Case
from timecomp.law.results import ComputationException, OffenderDates, Result
from timecomp.law.settlement import with_decisions
from timecomp.selectors.cases import RecordedCase

FACTS_MISSING = "facts_missing"
COMPUTATION_FAILED = "computation_failed"
BEYOND_CALENDAR = "beyond_calendar"
FAR_DATES = (
    "A date of this case lies before the year 1 or after the year 9999. No date was given; check "
    "the days and the lengths of the terms."
)

logger = logging.getLogger(__name__)


def evaluate(recorded: RecordedCase, *, trace: bool = False) -> Result:
    """Return the dates of a recorded case; none for the person while a sentence has gaps."""
    if not recorded.gaps:
        return evaluate_case(recorded.case, trace=trace)
    # What clerks decided comes last: it may settle a gap, or give the date that the gap leaves out.
    decisions = recorded.case.decisions
    result = evaluate_case(replace(recorded.case, decisions=()), trace=trace)
    gaps = tuple(ComputationException(FACTS_MISSING, g.sentence, g.message) for g in recorded.gaps)
    bare = replace(result, offender=OffenderDates(), exceptions=(*gaps, *result.exceptions))
    return with_decisions(bare, decisions, trace=trace) if decisions else bare


def evaluate_case(case: Case, *, trace: bool = False) -> Result:
    """Return the dates of a case; where the program itself fails, say so instead of stopping."""
    try:
        return compute(case, trace=trace)
    except ManualComputation as error:
        return _unanswered(case, error.rule or BEYOND_CALENDAR, error.reason)
    except OverflowError:
        return _unanswered(case, BEYOND_CALENDAR, FAR_DATES)
    except Exception as error:  # noqa: BLE001  one person's defect must not stop a hundred thousand
        logger.exception("The computation of case %s failed.", case.id)
        message = (
            f"The program failed on these facts ({type(error).__name__}: {error}). No date was "
            "given; compute them by hand and report it."
        )
        return _unanswered(case, COMPUTATION_FAILED, message)


def _unanswered(case: Case, rule: str, message: str) -> Result:
    """No date at all, and why."""
    why = ComputationException(rule, None, message)
    return Result(case.id, case.as_of, OffenderDates(), (), (why,), (), frozenset())


def has_failed(result: Result) -> bool:
    """Say whether the program itself failed on the case."""
    return any(each.rule == COMPUTATION_FAILED for each in result.exceptions)
