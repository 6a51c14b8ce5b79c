"""The clocks that a violation and an arrest start: limit, actor and source of each."""

from dataclasses import dataclass
from datetime import date, timedelta

from supervision.rules.person_facts import Kind, PersonFacts, Stretch
from timecomp.engine.calendar import FEDERAL
from timecomp.engine.parameters import Parameter, Value, parameter
from timecomp.engine.standing import Standing

POLICY = "Default of the agency; edit it"
OURS = "The agency's own time limit."
FOREIGN = ("foreign", "other_jurisdiction", "other jurisdiction")


def _limit(key: str, title: str, unit: str, count: int, citation: str) -> Parameter[int]:
    standing = Standing.INFERRED if citation == POLICY else Standing.VERIFIED
    return parameter(
        f"supervision.clock_{key.lower()}",
        title=title,
        unit=unit,
        module=__name__,
        values=[Value(None, count, citation, standing, OURS if citation == POLICY else "")],
    )


VIOLATION_REPORT = _limit(
    "violation_report", "The agent's report of a violation", "business days", 3, POLICY
)
PRELIMINARY_HEARING = _limit(
    "preliminary_hearing",
    "Preliminary parole violation hearing after the arrest",
    "days",
    10,
    "MCL 791.239a",
)
FACT_FINDING = _limit(
    "fact_finding_hearing",
    "Fact-finding hearing after return or availability",
    "days",
    45,
    "MCL 791.240a",
)
HEARING_IN_CUSTODY = _limit(
    "hearing_in_custody",
    "Probation violation hearing of a person in jail",
    "days",
    14,
    "MCR 6.445",
)
ARRAIGNMENT = _limit(
    "arraignment", "Arraignment on a probation violation after the arrest", "days", 1, POLICY
)


@dataclass(frozen=True, slots=True)
class Clock:
    """Something that somebody has to do by a day."""

    key: str
    started_on: date
    due_on: date
    actor: str
    citation: str
    standing: Standing


def clocks_of(facts: PersonFacts) -> tuple[Clock, ...]:
    """Every clock that runs on the day asked about, the first due first."""
    clocks = [*_reports(facts), *_hearings(facts)]
    return tuple(sorted(clocks, key=lambda each: (each.due_on, each.key)))


def _reports(facts: PersonFacts) -> list[Clock]:
    """One report for each episode that is alleged and not yet decided."""
    first: dict[str, date] = {}
    for each in facts.violations:
        if each.state == "alleged" and each.discovered_on <= facts.as_of:
            known = first.get(each.transaction, each.discovered_on)
            first[each.transaction] = min(known, each.discovered_on)
    return [_clock("VIOLATION_REPORT", day, VIOLATION_REPORT, "agent") for day in first.values()]


def _hearings(facts: PersonFacts) -> list[Clock]:
    held = [each for each in facts.custody if each.holds_on(facts.as_of)]
    return [clock for each in held if not _is_foreign(each) for clock in _after_arrest(facts, each)]


def _after_arrest(facts: PersonFacts, held: Stretch) -> list[Clock]:
    if facts.supervision.kind is Kind.PAROLE:
        return [
            _clock("PRELIMINARY_HEARING", held.since, PRELIMINARY_HEARING, "hearings officer"),
            _clock("FACT_FINDING_HEARING", held.since, FACT_FINDING, "parole board"),
        ]
    return [
        _clock("ARRAIGNMENT", held.since, ARRAIGNMENT, "court"),
        _clock("HEARING_IN_CUSTODY", held.since, HEARING_IN_CUSTODY, "court"),
    ]


def _is_foreign(held: Stretch) -> bool:
    """Whether another jurisdiction holds the person: the clocks stand still meanwhile."""
    return any(word in held.kind for word in FOREIGN)


def _clock(key: str, start: date, limit: Parameter[int], actor: str) -> Clock:
    value = limit.on(start)
    if limit.unit == "business days":
        due = FEDERAL.after_business_days(start, value.amount)
    else:
        due = start + timedelta(days=value.amount)
    return Clock(key, start, due, actor, value.citation, value.standing)
