"""The worksheet: the steps of a computation in plain words, under the date that each one serves."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import Enum
from functools import singledispatch

from timecomp.engine.dates import DaySpan
from timecomp.engine.standing import Standing
from timecomp.engine.trace import ParameterRead, Step
from timecomp.law.accrual import Accrual
from timecomp.law.mcl_800.s33_disciplinary_credit import Claim, Earned
from timecomp.law.results import ComputationException, Result, SentenceResult
from timecomp.law.topics import Topic

AWAITS_COUNSEL = "This rule awaits confirmation by counsel"
HEADINGS = {
    Topic.JUDGMENT: "The judgment",
    Topic.REGIME: "Which credits the law allows",
    Topic.START: "Start",
    Topic.CALENDAR_MINIMUM: "Calendar minimum",
    Topic.NET_MINIMUM: "Net minimum",
    Topic.PROJECTED_MINIMUM: "Projected minimum",
    Topic.PAROLE_ELIGIBILITY: "Parole eligibility",
    Topic.CALENDAR_MAXIMUM: "Calendar maximum",
    Topic.NET_MAXIMUM: "Net maximum",
    Topic.PROJECTED_MAXIMUM: "Projected maximum",
    Topic.HALF_TERM_DATE: "Half of the probation",
    Topic.DISCIPLINARY_TIME: "Disciplinary time",
    Topic.EARLIEST_RELEASE_DATE: "Earliest release date",
    Topic.MAXIMUM_DISCHARGE_DATE: "Maximum discharge date",
    Topic.PAROLE_DISCHARGE_DATE: "Parole discharge date",
    Topic.DEADLINE: "Deadlines",
}
OFFENDER_TOPICS = (
    Topic.EARLIEST_RELEASE_DATE,
    Topic.MAXIMUM_DISCHARGE_DATE,
    Topic.PAROLE_DISCHARGE_DATE,
)


@dataclass(frozen=True, slots=True)
class Reading:
    """One fact or amount in words: its name and its value, and for an amount the law that set
    it."""

    name: str
    value: str
    citation: str = ""


@dataclass(frozen=True, slots=True)
class WorksheetStep:
    """One rule applied, in words; `awaits` is empty where the rule is verified."""

    rule: str
    title: str
    sentence: str
    citation: str
    standing: Standing
    awaits: str
    inputs: tuple[Reading, ...]
    parameters: tuple[Reading, ...]
    output: str
    inner: tuple["WorksheetStep", ...]


@dataclass(frozen=True, slots=True)
class WorksheetSection:
    """A date, the sentence it belongs to (None for the person as a whole) and the steps that led
    to it."""

    topic: Topic
    heading: str
    count: str | None
    day: date | None
    steps: tuple[WorksheetStep, ...]


@dataclass(frozen=True, slots=True)
class Worksheet:
    """The whole computation in words: the person's dates, then each sentence's, then what a
    person must settle."""

    case: str
    as_of: date | None
    person: tuple[WorksheetSection, ...]
    sentences: Mapping[str, tuple[WorksheetSection, ...]]
    exceptions: tuple[ComputationException, ...]


def worksheet(result: Result) -> Worksheet:
    """The result as a page that a records clerk, or the person sentenced, can follow step by
    step."""
    return Worksheet(
        case=result.id,
        as_of=result.as_of,
        person=_person_sections(result),
        sentences={each.id: _sentence_sections(result, each) for each in result.sentences},
        exceptions=result.exceptions,
    )


def _person_sections(result: Result) -> tuple[WorksheetSection, ...]:
    days = {topic: getattr(result.offender, topic.value) for topic in OFFENDER_TOPICS}
    sections = [
        WorksheetSection(topic, HEADINGS[topic], None, day, _steps(result.trace, None, topic))
        for topic, day in days.items()
    ]
    deadlines = _steps(result.trace, None, Topic.DEADLINE)
    if deadlines:
        heading = HEADINGS[Topic.DEADLINE]
        sections.append(WorksheetSection(Topic.DEADLINE, heading, None, None, deadlines))
    return tuple(sections)


def _sentence_sections(result: Result, sentence: SentenceResult) -> tuple[WorksheetSection, ...]:
    sections = []
    for topic, heading in HEADINGS.items():
        if topic in OFFENDER_TOPICS:
            continue
        steps = _steps(result.trace, sentence.id, topic)
        day = getattr(sentence, topic.value, None)
        if steps or day is not None:
            sections.append(WorksheetSection(topic, heading, sentence.id, day, steps))
    return tuple(sections)


def _steps(trace: Iterable[Step], sentence: str | None, topic: Topic) -> tuple[WorksheetStep, ...]:
    """The steps under a heading, each said once; checks that found nothing are left out."""
    said: dict[tuple[str, str], WorksheetStep] = {}
    for step in trace:
        if step.sentence == sentence and step.topic == topic and step.output is not None:
            told = _step(step)
            said[told.rule, told.sentence] = told
    return tuple(said.values())


def _step(step: Step) -> WorksheetStep:
    words = {name: in_words(value) for name, value in step.inputs.items()}
    return WorksheetStep(
        rule=step.rule.id,
        title=step.rule.title,
        sentence=step.rule.prose.format(**words, output=in_words(step.output)),
        citation=step.rule.citation,
        standing=step.rule.standing,
        awaits=_awaits(step),
        inputs=tuple(Reading(name.replace("_", " "), value) for name, value in words.items()),
        parameters=tuple(_reading(read) for read in step.parameters),
        output=in_words(step.output),
        inner=tuple(_step(inner) for inner in step.inner if inner.output is not None),
    )


def _awaits(step: Step) -> str:
    if not step.rule.standing.awaits_counsel:
        return ""
    return f"{AWAITS_COUNSEL}: {step.rule.awaits}"


def _reading(read: ParameterRead) -> Reading:
    return Reading(read.title, f"{in_words(read.amount)} {read.unit}", read.citation)


@singledispatch
def in_words(value: object) -> str:
    """A fact or an answer as a reader writes it."""
    return "none" if value is None else str(value)


@in_words.register
def _bool(value: bool) -> str:
    return "yes" if value else "no"


@in_words.register
def _date(value: date) -> str:
    return f"{value:%B} {value.day}, {value.year}"


@in_words.register
def _span(value: DaySpan) -> str:
    return f"{in_words(value.start)} to {in_words(value.end)}"


@in_words.register
def _enum(value: Enum) -> str:
    return str(value.value).replace("_", " ")


@in_words.register(tuple)
@in_words.register(list)
def _list(value: Iterable[object]) -> str:
    return ", ".join(in_words(held) for held in value) or "none"


@in_words.register
def _earned(value: Earned) -> str:
    return (
        f"{in_words(value.day)} ({value.disciplinary_days} days of disciplinary credit for "
        f"{value.months} months and {value.special_days} of special disciplinary credit)"
    )


@in_words.register
def _accrual(value: Accrual) -> str:
    lost = f", {len(value.lost_months)} months earning nothing" if value.lost_months else ""
    counted = in_words(value.month_count)
    return f"credit from {in_words(value.begin)}, months counted by {counted}{lost}"


@in_words.register
def _claim(value: Claim) -> str:
    special = "as many special days as the law allows"
    if value.special_days is not None:
        special = f"{value.special_days} special days awarded"
    return f"{special}, {value.days_taken} days taken away"
