"""What the law says of a hypothetical case, and a person's facts as a start for one."""

from dataclasses import dataclass, replace
from datetime import date

from offenders.selectors.reading import Reading
from ots.access.categories import Category
from ots.access.exports import notice_for
from timecomp.law.changes import Change
from timecomp.law.comparison import Comparison, compare
from timecomp.law.facts import Case, Person
from timecomp.law.probation_orders import AWAITS_TREATMENT
from timecomp.law.results import ComputationException, Result
from timecomp.models import Computation
from timecomp.selectors.comparisons import ToldMove
from timecomp.selectors.dates import standing_computation
from timecomp.selectors.evaluation import evaluate_case
from timecomp.selectors.frozen import OFFENDER_DATES, SENTENCE_DATES, thaw_facts
from timecomp.selectors.pictures import Drawing, drawing
from timecomp.selectors.sheets import Sheet, sheet_of
from timecomp.selectors.sight import OwnFacts
from timecomp.selectors.words import DATE_WORDS, regime_words

C = Category
BRIEF = ("start", "net_minimum", "parole_eligibility", "net_maximum")
ORDERS = (C.LEGAL, C.SUPERVISION, C.MEDICAL, C.WARRANT, C.SUBSTANCE_USE)


@dataclass(frozen=True, slots=True)
class NamedDay:
    """One date by its name."""

    label: str
    day: date | None
    controls: str = ""


@dataclass(frozen=True, slots=True)
class TriedSentence:
    """The dates of one sentence of a hypothetical case."""

    label: str
    regime: str
    brief: tuple[NamedDay, ...]
    days: tuple[NamedDay, ...]


@dataclass(frozen=True, slots=True)
class Outcome:
    """Everything that the law says of a hypothetical case."""

    days: tuple[NamedDay, ...]
    sentences: tuple[TriedSentence, ...]
    exceptions: tuple[ComputationException, ...]
    sheet: Sheet
    drawing: Drawing | None
    moves: tuple[ToldMove, ...] = ()
    changes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Start:
    """A person's facts as far as the viewer may see them, and which kinds were left out."""

    case: Case
    left_out: tuple[str, ...]


def outcome_of(case: Case, *, base: Case | None = None) -> Outcome:
    """Put the case to the law; with a base, also say what moved from it and why."""
    result = evaluate_case(case, trace=True)
    sight = OwnFacts()
    told = Comparison((), ()) if base is None else compare(base, case, evaluate=evaluate_case)
    return Outcome(
        days=_days(result),
        sentences=tuple(_sentences(result)),
        exceptions=result.exceptions,
        sheet=sheet_of(sight, case, result),
        drawing=drawing(sight, case, result),
        moves=tuple(
            ToldMove(
                each.key.sentence,
                DATE_WORDS[each.key.name],
                each.before,
                each.after,
                tuple(cause.words for cause in each.causes),
            )
            for each in told.moves
        ),
        changes=tuple(_words(told.changes)),
    )


def person_start(reading: Reading, person_id: int) -> Start | None:
    """Return the facts that stand for a person in reach, for the viewer to try a change.

    Kinds of facts that the viewer may not see are left out and named; clerks' decisions are, so
    that the law alone answers. None without a computation, or without sight of the judgments.
    """
    if not (reading.sees(Computation, "facts") and reading.sees_category(C.LEGAL)):
        return None
    stored = standing_computation(reading, person_id)
    if stored is None:
        return None
    recorded = thaw_facts(stored.facts, person_id=person_id, as_of=stored.as_of)
    case, left_out = recorded.case, []
    for words, categories, without in _KINDS:
        bare = without(case)
        if bare != case and not all(reading.sees_category(each) for each in categories):
            case = bare
            left_out.append(words)
    return Start(replace(case, id="hypothetical", decisions=()), tuple(left_out))


def notice_of_case(case: Case) -> str:
    """Return the notice that goes with a case which tells of substance-use treatment, if any."""
    tells = any(AWAITS_TREATMENT in order.flags for order in case.orders)
    return notice_for([C.SUBSTANCE_USE] if tells else [])


def _without_flags(case: Case) -> Case:
    sentences = (
        replace(each, offense=replace(each.offense, flags=frozenset())) for each in case.sentences
    )
    return replace(case, sentences=tuple(sentences))


def _without_detainers(case: Case) -> Case:
    paroles = (
        replace(
            each, violations=tuple(replace(every, detainer_on=None) for every in each.violations)
        )
        for each in case.parole
    )
    return replace(case, parole=tuple(paroles))


_KINDS = (
    ("birth date", (C.IDENTITY,), lambda case: replace(case, person=Person())),
    ("circumstances of offenses", (C.VICTIM,), _without_flags),
    ("custody and misconduct", (C.CUSTODY,), lambda case: replace(case, custody=(), misconduct=())),
    ("parole", (C.SUPERVISION,), lambda case: replace(case, parole=())),
    ("detainers", (C.WARRANT,), _without_detainers),
    ("orders", ORDERS, lambda case: replace(case, orders=())),
)


def _days(result: Result) -> tuple[NamedDay, ...]:
    offender = result.offender
    controls = {
        "earliest_release_date": offender.controlling_minimum,
        "maximum_discharge_date": offender.controlling_maximum,
    }
    return tuple(
        NamedDay(DATE_WORDS[name], getattr(offender, name), controls.get(name) or "")
        for name in OFFENDER_DATES
    )


def _sentences(result: Result) -> list[TriedSentence]:
    return [
        TriedSentence(
            label=each.id,
            regime=regime_words(each.regime) if each.regime else "",
            brief=tuple(NamedDay(DATE_WORDS[name], getattr(each, name)) for name in BRIEF),
            days=tuple(
                NamedDay(DATE_WORDS[name], day)
                for name in SENTENCE_DATES
                if (day := getattr(each, name)) is not None
            ),
        )
        for each in result.sentences
    ]


def _words(changes: tuple[Change, ...]) -> list[str]:
    return [change.words for change in changes]
