"""The record of time of one person: lost months, dead time, awards and forfeitures, ready for
the rules."""

from collections.abc import Iterable
from datetime import date

from timecomp.engine.dates import DaySpan, month_number, months_wholly_within
from timecomp.engine.frozen import dataclass
from timecomp.engine.rules import Rule
from timecomp.law.facts import (
    AppliesTo,
    AwardKind,
    Case,
    CustodyKind,
    CustodySpan,
    Forfeiture,
    JailDayCount,
    MonthCount,
    Restoration,
)
from timecomp.law.findings import Findings
from timecomp.law.mcl_791.s238_dead_time import end_after_delinquency, end_after_escape
from timecomp.law.mcl_800.misconduct import is_major
from timecomp.law.topics import End, Topic


@dataclass(frozen=True, slots=True)
class DeadSpan:
    """Days that do not count, up to but not including `end`; None while they last."""

    start: date
    end: date | None
    rule: Rule[..., date]


@dataclass(frozen=True, slots=True)
class Record:
    """What happened while the sentences ran."""

    case: Case
    major_misconduct: tuple[date, ...]
    dead: tuple[DeadSpan, ...]
    dead_months: frozenset[int]

    @property
    def month_count(self) -> MonthCount:
        """How months served are counted."""
        return self.case.options.disciplinary_credit_months

    @property
    def jail_days(self) -> JailDayCount:
        """How jail days are counted."""
        return self.case.options.jail_days

    def awarded(self, sentence: str, kind: AwardKind, end: End, *, by: date) -> int:
        """Special credit awarded by a day on that end of the sentence, rescissions taken off."""
        if not self.case.credit_awards:
            return 0
        ends = (AppliesTo.BOTH.value, end.value)
        return sum(
            award.days
            for award in self.case.credit_awards
            if award.sentence == sentence
            and award.kind is kind
            and award.applies_to.value in ends
            and award.awarded_on <= by
        )

    def balance_events(self, sentence: str) -> list[Forfeiture | Restoration]:
        """Forfeitures and restorations of the sentence in the order in which they were ordered;
        of one day, what was taken before what was given back, the smaller first."""
        if not self.case.forfeitures and not self.case.restorations:
            return []
        events: list[Forfeiture | Restoration] = [
            *sorted(self.case.forfeitures, key=lambda e: e.days),
            *sorted(self.case.restorations, key=lambda e: e.days),
        ]
        return sorted((e for e in events if e.sentence == sentence), key=lambda e: e.ordered_on)

    def months_lost_from(self, start: date) -> tuple[int, ...]:
        """Running numbers of the months, from that of the start on, that earn no disciplinary
        credit."""
        if not self.major_misconduct and not self.dead:
            return ()
        first = month_number(start)
        lost = {month_number(day) for day in self.major_misconduct} | self.dead_months
        if self._is_away_for_the_rest_of_its_month(start):
            lost.add(first)
        return tuple(sorted(month for month in lost if month >= first))

    def _is_away_for_the_rest_of_its_month(self, start: date) -> bool:
        return any(
            span.end is not None
            and span.start <= start
            and month_number(start) < month_number(span.end)
            for span in self.dead
        )

    def days_lost_within(self, start: date, end: date) -> list[date]:
        """One day of major misconduct for each month that has any, from the start to the end."""
        months: dict[int, date] = {}
        for day in self.major_misconduct:
            if start <= day < end:
                months.setdefault(month_number(day), day)
        return list(months.values())


def record_of(case: Case, findings: Findings) -> Record:
    """Read the case's custody, parole and misconduct into a record."""
    dead = _dead_time(case) if case.custody or case.parole else ()
    closed = [DaySpan(span.start, span.end) for span in dead if span.end is not None]
    return Record(
        case=case,
        major_misconduct=_major_misconduct(case, findings) if case.misconduct else (),
        dead=dead,
        dead_months=months_wholly_within(closed),
    )


def _major_misconduct(case: Case, findings: Findings) -> tuple[date, ...]:
    findings.about(None, Topic.JUDGMENT)  # misconduct is the person's, not a sentence's
    days = []
    for ticket in case.misconduct:
        if ticket.found_guilty_on is None:
            continue
        major = is_major(class_=ticket.class_)
        if major is None:
            findings.note(
                "misconduct_classes",
                f"The misconduct of {ticket.violated_on} has the class [{ticket.class_}], which "
                "the book does not know. It cost nothing here; enter I, II or III.",
            )
        elif major:
            days.append(ticket.violated_on)
    return tuple(sorted(days))


def _dead_time(case: Case) -> tuple[DeadSpan, ...]:
    """The stretches that do not count; a violation declared during an absence whose end is known
    ends with it, in whatever order they were entered."""
    spans = list(_custody_dead(case.custody))
    violations = [violation for parole in case.parole for violation in parole.violations]
    for violation in sorted(violations, key=lambda each: each.available_on is None):
        known = violation.available_on is not None
        if known or not _covers(spans, violation.declared_on):
            spans.append(
                DeadSpan(violation.declared_on, violation.available_on, end_after_delinquency)
            )
    return _merged(spans)


def _custody_dead(custody: Iterable[CustodySpan]) -> Iterable[DeadSpan]:
    for span in custody:
        if span.kind is CustodyKind.ESCAPE:
            yield DeadSpan(span.from_, span.to, end_after_escape)
        elif span.kind is CustodyKind.DELINQUENT:
            yield DeadSpan(span.from_, span.to, end_after_delinquency)


def _covers(spans: Iterable[DeadSpan], day: date) -> bool:
    return any(span.start <= day and (span.end is None or day <= span.end) for span in spans)


def _merged(spans: list[DeadSpan]) -> tuple[DeadSpan, ...]:
    merged: list[DeadSpan] = []
    for span in sorted(spans, key=lambda each: each.start):
        last = merged[-1] if merged else None
        if last is not None and (last.end is None or span.start <= last.end):
            end = None if last.end is None or span.end is None else max(last.end, span.end)
            merged[-1] = DeadSpan(last.start, end, last.rule)
        else:
            merged.append(span)
    return tuple(merged)
