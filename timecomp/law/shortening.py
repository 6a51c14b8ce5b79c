"""What one end of a sentence loses to credits, by the scheme of its regime."""

from collections.abc import Callable
from datetime import date

from timecomp.engine.frozen import dataclass
from timecomp.engine.rules import Rule
from timecomp.engine.trace import Touch, recording
from timecomp.law.accrual import Accrual
from timecomp.law.count import Count
from timecomp.law.facts import AwardKind, Forfeiture, Term
from timecomp.law.findings import Findings
from timecomp.law.mcl_750.s227b_felony_firearm import felony_firearm_end
from timecomp.law.mcl_769.s8_indeterminate import end_of_flat_term
from timecomp.law.mcl_800.s33_disciplinary_credit import (
    ACCRUAL_BEGINS,
    Claim,
    Earned,
    accrual_begins,
    disciplinary_days,
    proposal_b_maximum,
    proposal_b_minimum,
    special_days,
    term_less_disciplinary_credit,
)
from timecomp.law.mcl_800.s33_forfeiture import (
    days_forfeited,
    days_restored,
    forfeiture_fits,
    restoration_fits,
)
from timecomp.law.mcl_800.s33_good_time import (
    drug_possession_good_time,
    good_time_lost,
    good_time_total,
    maximum_less_good_time,
    minimum_less_good_time,
    special_good_time,
    special_good_time_ceiling,
    whole_term_good_time,
)
from timecomp.law.mcl_800.s34_truth_in_sentencing import (
    truth_in_sentencing_maximum,
    truth_in_sentencing_minimum,
)
from timecomp.law.proposed import PROPOSED, proposed_end
from timecomp.law.record import Record
from timecomp.law.regime import Regime, RegimeId, Scheme
from timecomp.law.topics import End


@dataclass(frozen=True, slots=True)
class Stretch:
    """One end of a sentence on the calendar, before credits."""

    start: date
    calendar_end: date
    term: Term
    end: End


@dataclass(frozen=True, slots=True)
class Shortened:
    """The day the end falls on after credits, and the credits, each apart."""

    day: date
    regular_good_time: int = 0
    special_good_time: int = 0
    disciplinary_credit: int = 0
    special_disciplinary_credit: int = 0
    forfeited: int = 0
    restored: int = 0


@dataclass(frozen=True, slots=True)
class Balance:
    """Days forfeited and days given back."""

    forfeited: int = 0
    restored: int = 0


class Shortener:
    """Shortens the ends of one count; `projects` takes special credits at their ceiling."""

    __slots__ = ("_count", "_findings", "_projects", "_record")

    def __init__(self, count: Count, record: Record, findings: Findings, *, projects: bool) -> None:
        self._count = count
        self._record = record
        self._findings = findings
        self._projects = projects

    def shorten(self, stretch: Stretch, regime: Regime) -> Shortened:
        """The end after the credits that the count's kind and regime allow."""
        if PROPOSED.shortening:
            day = self._proposed(stretch, regime)
            if day is not None:
                return Shortened(day)
        if self._count.is_felony_firearm and self._count.is_flat:
            return Shortened(felony_firearm_end(calendar_end=stretch.calendar_end))
        if self._count.is_flat:
            return Shortened(end_of_flat_term(calendar_end=stretch.calendar_end))
        scheme = regime.scheme(stretch.end)
        if scheme is Scheme.NOTHING:
            return self._by_nothing(stretch)
        if scheme is Scheme.GOOD_TIME:
            return self._by_good_time(stretch)
        return self._by_disciplinary_credit(stretch, regime)

    def _proposed(self, stretch: Stretch, regime: Regime) -> date | None:
        return proposed_end(
            self._count,
            self._record,
            regime=regime,
            end=stretch.end,
            start=stretch.start,
            calendar_end=stretch.calendar_end,
            term=stretch.term,
        )

    @property
    def _offense_date(self) -> date:
        return self._count.sentence.offense.date

    def _by_nothing(self, stretch: Stretch) -> Shortened:
        if stretch.end is End.MAXIMUM:
            return Shortened(truth_in_sentencing_maximum(calendar_end=stretch.calendar_end))
        return Shortened(
            truth_in_sentencing_minimum(
                start=stretch.start,
                calendar_end=stretch.calendar_end,
                offense_date=self._offense_date,
            )
        )

    def _by_good_time(self, stretch: Stretch) -> Shortened:
        return self._less_good_time(stretch, self._misconduct_before_the_end(stretch))

    def _misconduct_before_the_end(self, stretch: Stretch) -> list[date]:
        """The days of misconduct that fell before the end had come; a later month is served on
        another sentence and costs this one nothing."""
        days = self._record.days_lost_within(stretch.start, stretch.calendar_end)
        if not days:
            return days
        # Tried aside: what is reckoned on the way is no step of the worksheet, and asks nothing.
        aside = Shortener(self._count, self._record, Findings(Touch()), projects=self._projects)
        with recording(Touch()):
            counted: list[date] = []
            end = aside._less_good_time(stretch, counted).day
            while (before := [day for day in days if day < end]) != counted:
                counted = before
                end = aside._less_good_time(stretch, counted).day
        return counted

    def _less_good_time(self, stretch: Stretch, misconduct: list[date]) -> Shortened:
        regular = self._regular_good_time(stretch, misconduct)
        ceiling = special_good_time_ceiling(regular_days=regular, offense_date=self._offense_date)
        awarded = self._awarded(AwardKind.SPECIAL_GOOD_TIME, stretch.end)
        special = (
            ceiling
            if awarded is None
            else special_good_time(awarded_days=awarded, ceiling_days=ceiling)
        )
        self._note_award_beyond("sgt_cap_50", awarded, special)

        def earned_by(day: date) -> int:
            by_then = self._awarded_by(day, AwardKind.SPECIAL_GOOD_TIME, stretch.end)
            return regular + max(0, min(by_then, ceiling))

        balance = self._balance(earned_by)
        total = good_time_total(
            regular_days=regular,
            special_days=special,
            forfeited_days=balance.forfeited,
            restored_days=balance.restored,
        )
        less = minimum_less_good_time if stretch.end is End.MINIMUM else maximum_less_good_time
        return Shortened(
            day=less(start=stretch.start, calendar_end=stretch.calendar_end, credit_days=total),
            regular_good_time=regular,
            special_good_time=special,
            forfeited=balance.forfeited,
            restored=balance.restored,
        )

    def _regular_good_time(self, stretch: Stretch, misconduct: list[date]) -> int:
        months = stretch.term.whole_months
        if self._count.is_old_drug_possession:
            days = drug_possession_good_time(
                start=stretch.start, months=months, offense_date=self._offense_date
            )
        else:
            days = whole_term_good_time(months=months, offense_date=self._offense_date)
        for violated_on in misconduct:
            days -= good_time_lost(
                violated_on=violated_on, start=stretch.start, offense_date=self._offense_date
            )
        return max(0, days)

    def _by_disciplinary_credit(self, stretch: Stretch, regime: Regime) -> Shortened:
        accrual = self._accrual(stretch)
        awarded = self._awarded(AwardKind.SPECIAL_DISCIPLINARY_CREDIT, stretch.end)

        def earned_by(day: date) -> int:
            by_then = self._awarded_by(day, AwardKind.SPECIAL_DISCIPLINARY_CREDIT, stretch.end)
            day = min(day, stretch.calendar_end)
            special = special_days(accrual=accrual, day=day, awarded_days=by_then)
            return disciplinary_days(accrual=accrual, day=day) + special

        balance = self._balance(earned_by)
        claim = Claim(awarded, balance.forfeited - balance.restored)
        law = _disciplinary_law(regime, stretch.end)
        earned = law(accrual=accrual, calendar_end=stretch.calendar_end, claim=claim)
        self._note_award_beyond("sdc_rate", awarded, earned.special_days)
        return Shortened(
            day=earned.day,
            disciplinary_credit=earned.disciplinary_days,
            special_disciplinary_credit=earned.special_days,
            forfeited=balance.forfeited,
            restored=balance.restored,
        )

    def _accrual(self, stretch: Stretch) -> Accrual:
        begin = stretch.start
        if begin < ACCRUAL_BEGINS:
            begin = accrual_begins(start=begin)
        return Accrual(begin, self._record.month_count, self._record.months_lost_from(begin))

    def _awarded(self, kind: AwardKind, end: End) -> int | None:
        """What was awarded in all; a projection asks for no award."""
        return None if self._projects else self._awarded_by(date.max, kind, end)

    def _awarded_by(self, day: date, kind: AwardKind, end: End) -> int:
        """What was awarded by a day: of a projection too, an order took no more than there was."""
        return self._record.awarded(self._count.id, kind, end, by=day)

    def _note_award_beyond(self, rule: str, awarded: int | None, counted: int) -> None:
        if awarded is None or awarded <= counted:
            return
        self._findings.note(
            rule,
            f"{awarded} days of special credit were awarded, but the law allows {counted} on this "
            "term. Only those were counted; check the awards.",
        )

    def _balance(self, earned_by: Callable[[date], int]) -> Balance:
        """Fold forfeitures and restorations in their order: at most what was earned, at most
        what was taken."""
        forfeited = restored = 0
        for event in self._record.balance_events(self._count.id):
            if isinstance(event, Forfeiture):
                left = earned_by(event.ordered_on) - forfeited + restored
                taken = days_forfeited(ordered_days=event.days, earned_days=left)
                if not self._projects:
                    self._findings.ask(
                        forfeiture_fits, ordered_days=event.days, forfeited_days=taken
                    )
                forfeited += taken
            else:
                back = days_restored(ordered_days=event.days, forfeited_days=forfeited - restored)
                if not self._projects:
                    self._findings.ask(
                        restoration_fits, ordered_days=event.days, restored_days=back
                    )
                restored += back
        return Balance(forfeited, restored)


def _disciplinary_law(regime: Regime, end: End) -> Rule[..., Earned]:
    if regime.id is RegimeId.R5:
        return term_less_disciplinary_credit
    return proposal_b_minimum if end is End.MINIMUM else proposal_b_maximum
