"""What a scenario does to one person: the day of release under today's law and under the change."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.dates import add_days
from timecomp.law.accrual import DAYS_IN_AN_AVERAGE_MONTH
from timecomp.law.facts import Case, CustodyKind
from timecomp.law.proposals.months import ALL
from timecomp.law.proposals.scenario import Assumptions
from timecomp.law.proposed import offence_of
from timecomp.law.results import Result

NOT_IN_TABLE = "unknown"


@dataclass(frozen=True, slots=True)
class Outcome:
    """One person under both laws.

    `before` and `after` are the earliest release dates, put off as the assumptions say; None is
    life, or a date that a person must settle. `ends_before` and `ends_after` are the last day of
    any sentence, jail and probation among them.
    """

    person_id: int
    before: date | None
    after: date | None
    ends_before: date | None
    ends_after: date | None
    is_changed: bool
    is_held: bool
    questions: int
    offence_group: str
    sentence_year: int

    @property
    def shift_days(self) -> int | None:
        """Days by which release moves; None where either day is missing."""
        if self.before is None or self.after is None:
            return None
        return (self.after - self.before).days

    @property
    def end_shift_days(self) -> int:
        """Days by which the end of everything moves; none where either day is missing."""
        if self.ends_before is None or self.ends_after is None:
            return 0
        return (self.ends_after - self.ends_before).days


def outcome(
    person_id: int, case: Case, *, today: Result, proposed: Result, assumed: Assumptions
) -> Outcome:
    """Compare the two answers to one case."""
    reached = proposed is not today
    percent = assumed.parole_percent if reached else assumed.parole_today_percent
    before = _released(case, today, percent=assumed.parole_today_percent, assumed=assumed)
    after = _released(case, proposed, percent=percent, assumed=assumed)
    controlling = _controlling(case, today)
    row = offence_of(case.sentences[controlling])
    return Outcome(
        person_id=person_id,
        before=before,
        after=after,
        ends_before=_ends(today),
        ends_after=_ends(proposed),
        is_changed=before != after or _dates(today) != _dates(proposed),
        is_held=_is_held(case),
        questions=len(proposed.exceptions) - len(today.exceptions),
        offence_group=NOT_IN_TABLE if row is None else row.category,
        sentence_year=case.sentences[controlling].sentenced_on.year,
    )


def _released(case: Case, result: Result, *, percent: int, assumed: Assumptions) -> date | None:
    """The earliest release date, put off by the wait of those who are not paroled on it."""
    day = result.offender.earliest_release_date
    if day is None or percent == ALL or case.as_of is None or day < case.as_of:
        return day
    wait = assumed.deferral_months * DAYS_IN_AN_AVERAGE_MONTH * (ALL - percent) / ALL
    return add_days(day, round(wait))


def _controlling(case: Case, today: Result) -> int:
    """The place of the sentence that controls the release, else of the first."""
    for place, sentence in enumerate(case.sentences):
        if sentence.id == today.offender.controlling_minimum:
            return place
    return 0


def _dates(result: Result) -> tuple[object, ...]:
    dates = [result.offender.earliest_release_date, result.offender.maximum_discharge_date]
    for each in result.sentences:
        dates += [each.parole_eligibility, each.net_maximum, each.half_term_date]
    return (*dates, result.offender.parole_discharge_date)


def _ends(result: Result) -> date | None:
    return max((each.net_maximum for each in result.sentences if each.net_maximum), default=None)


def _is_held(case: Case) -> bool:
    """In prison on the day of the question."""
    day = case.as_of
    return day is not None and any(
        span.kind is CustodyKind.PRISON and span.from_ <= day and (span.to is None or span.to > day)
        for span in case.custody
    )
