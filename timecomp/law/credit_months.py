"""The credits of one end of a sentence month by month: what each month earned, lost and got back.

Worked out from the steps of a computation that kept them, on demand and for one case at a time. It
tells the same story as the steps: its columns sum exactly to the credits of the result.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from timecomp.engine.dates import Rounding, add_days, add_months, month_number, whole_months
from timecomp.engine.trace import Step
from timecomp.law.accrual import Accrual, days_accrued
from timecomp.law.credit_lines import Adjustment, CreditMonths, MonthLine
from timecomp.law.facts import AppliesTo, AwardKind, Case, Forfeiture, Restoration
from timecomp.law.mcl_800.misconduct import is_major
from timecomp.law.mcl_800.s33_disciplinary_credit import MONTHLY_CREDIT, Earned
from timecomp.law.mcl_800.s33_good_time import drug_possession_good_time, whole_term_good_time
from timecomp.law.results import Result
from timecomp.law.topics import NET_TOPIC, End

DISCIPLINARY_LAW = frozenset({"dc_all_after_1987", "dc_pb_on_min", "dc_pb_after_1983_max"})
GOOD_TIME_LAW = frozenset({"rgt_cumulative", "rgt_drug_possession_old"})
GOOD_TIME_END = frozenset({"rgt_on_min_nonpb", "rgt_on_max"})
MISCONDUCT_LAW = "rgt_misconduct_month"
SPECIAL_LAW = "sgt_discretionary"
ORDER_LAW = frozenset({"forfeit_warden", "restore_warden"})


def credit_months(case: Case, result: Result) -> tuple[CreditMonths, ...]:
    """The months of credit of every end of a sentence that earns any; the result keeps its
    steps."""
    return tuple(
        found
        for sentence in result.sentences
        for end in End
        if getattr(sentence, NET_TOPIC[end].value) is not None
        if (found := _of_end(case, result, sentence.id, end)) is not None
    )


def _of_end(case: Case, result: Result, sentence: str, end: End) -> CreditMonths | None:
    topic = NET_TOPIC[end]
    steps = [each for each in result.trace if each.sentence == sentence and each.topic == topic]
    law = _last(steps, DISCIPLINARY_LAW)
    if law is not None:
        return _disciplinary(case, sentence, end, steps, law)
    law = _last(steps, GOOD_TIME_LAW)
    return None if law is None else _good_time(case, sentence, end, steps, law)


def _last(steps: Iterable[Step], rules: frozenset[str]) -> Step | None:
    found = [each for each in steps if each.rule.id in rules]
    return found[-1] if found else None


def _disciplinary(
    case: Case, sentence: str, end: End, steps: Sequence[Step], law: Step
) -> CreditMonths:
    earned, accrual = law.output, law.inputs["accrual"]
    if not isinstance(earned, Earned) or not isinstance(accrual, Accrual):
        raise TypeError(f"The step [{law.rule.id}] does not tell what was earned.")
    ran = law.inputs["calendar_end"] > accrual.begin  # type: ignore[operator]  # a date, as the rule says
    months = list(_disciplinary_months(case, accrual, earned.day)) if ran else []
    orders = _orders(case, sentence, end, steps, AwardKind.SPECIAL_DISCIPLINARY_CREDIT)
    return _told(sentence, end, law, months, orders, special=earned.special_days)


def _disciplinary_months(case: Case, accrual: Accrual, day: date) -> Iterator[MonthLine]:
    """Each month that counts; what a month without loss would have earned stands beside what it
    lost."""
    unbroken = Accrual(accrual.begin, accrual.month_count)
    misconduct = _major_misconduct(case)
    gross = net = 0
    for period in range(accrual.period_of(day) + 1):
        last = accrual.last_day(period)
        # Where only full months count, a month counts on the day after its last.
        through = min(day, add_days(last, 1)) if unbroken.months_counted(0) == 0 else min(day, last)
        earned, kept = _accrued(unbroken, through) - gross, _accrued(accrual, through) - net
        gross, net = gross + earned, net + kept
        number = accrual.first_month + period
        days = tuple(each for each in misconduct if month_number(each) == number)
        is_lost = number in accrual.lost_months
        yield MonthLine(
            first=accrual.period_start(period),
            last=last,
            rate=_rate_on(last),
            earned=earned,
            lost=earned - kept,
            misconduct=days if is_lost else (),
            is_dead=is_lost and not days,
        )


def _accrued(accrual: Accrual, day: date) -> int:
    return days_accrued(MONTHLY_CREDIT.values, accrual, period=accrual.period_of(day), day=day)


def _rate_on(day: date) -> int:
    return next(v.amount for v in reversed(MONTHLY_CREDIT.values) if (v.since or day) <= day)


def _major_misconduct(case: Case) -> list[date]:
    return sorted(
        ticket.violated_on
        for ticket in case.misconduct
        if ticket.found_guilty_on is not None and is_major(class_=ticket.class_)
    )


def _good_time(
    case: Case, sentence: str, end: End, steps: Sequence[Step], law: Step
) -> CreditMonths:
    answered = _last(steps, GOOD_TIME_END)
    start = None if answered is None else answered.inputs["start"]
    if not isinstance(start, date):
        raise TypeError(f"The step [{law.rule.id}] does not tell from when good time runs.")
    after = steps[[id(each) for each in steps].index(id(law)) :]
    misconduct = {
        step.inputs["violated_on"]: step.output for step in after if step.rule.id == MISCONDUCT_LAW
    }
    months, later = _with_misconduct(list(_good_time_months(law, start)), start, misconduct)
    special = _last(after, frozenset({SPECIAL_LAW}))
    orders = _orders(case, sentence, end, steps, AwardKind.SPECIAL_GOOD_TIME)
    counted = special.output if special is not None and isinstance(special.output, int) else 0
    return _told(sentence, end, law, months, orders, special=counted, later=later)


def _good_time_months(law: Step, start: date) -> Iterator[MonthLine]:
    """Each month of the whole term at the rate of its year, months never served among them."""
    credited = 0
    for number in range(1, int(str(law.inputs["months"])) + 1):
        total = _good_time_through(law.inputs, start, number)
        yield MonthLine(
            first=add_months(start, number - 1, rounding=Rounding.LAST_DAY_OF_MONTH),
            last=add_days(add_months(start, number, rounding=Rounding.LAST_DAY_OF_MONTH), -1),
            rate=total - credited,
            earned=total - credited,
        )
        credited = total


def _good_time_through(inputs: Mapping[str, object], start: date, months: int) -> int:
    offense_date = inputs["offense_date"]
    if not isinstance(offense_date, date):
        raise TypeError(f"[{offense_date!r}] is no offense date.")
    if "start" in inputs:
        return drug_possession_good_time(start=start, months=months, offense_date=offense_date)
    return whole_term_good_time(months=months, offense_date=offense_date)


def _with_misconduct(
    months: list[MonthLine], start: date, misconduct: Mapping[object, object]
) -> tuple[list[MonthLine], list[Adjustment]]:
    later = []
    for day, days in misconduct.items():
        if not isinstance(day, date) or not isinstance(days, int):
            raise TypeError(f"[{day!r}] and [{days!r}] are no day of misconduct and no days lost.")
        number = whole_months(start, day)
        if number >= len(months):
            later.append(Adjustment("Misconduct after the months of the term", day, lost=days))
            continue
        line = months[number]
        months[number] = replace(line, lost=line.lost + days, misconduct=(*line.misconduct, day))
    return months, later


@dataclass(frozen=True, slots=True)
class _Order:
    """An award, a forfeiture or a restoration, and the days of it that the law let count."""

    day: date
    special: int = 0
    forfeited: int = 0
    restored: int = 0


def _orders(
    case: Case, sentence: str, end: End, steps: Sequence[Step], kind: AwardKind
) -> list[_Order]:
    """Whatever was ordered by the day asked on, in the order in which the law took it."""
    ends = (AppliesTo.BOTH.value, end.value)
    awards = [
        _Order(award.awarded_on, special=award.days)
        for award in case.credit_awards
        if award.sentence == sentence
        and award.kind is kind
        and award.applies_to.value in ends
        and _is_known(case, award.awarded_on)
    ]
    events: tuple[Forfeiture | Restoration, ...] = (*case.forfeitures, *case.restorations)
    taken = sorted(
        (each for each in events if each.sentence == sentence and _is_known(case, each.ordered_on)),
        key=lambda each: each.ordered_on,
    )
    told = [each for each in steps if each.rule.id in ORDER_LAW][-len(taken) :] if taken else []
    return [*awards, *(_counted(*pair) for pair in zip(taken, told, strict=True))]


def _is_known(case: Case, day: date) -> bool:
    return case.as_of is None or day <= case.as_of


def _counted(order: Forfeiture | Restoration, step: Step) -> _Order:
    days = step.output
    if not isinstance(days, int):
        raise TypeError(f"The step [{step.rule.id}] does not tell how many days it took.")
    if isinstance(order, Forfeiture):
        return _Order(order.ordered_on, forfeited=days)
    return _Order(order.ordered_on, restored=days)


def _told(  # noqa: PLR0913  what a table is made of
    sentence: str,
    end: End,
    law: Step,
    months: list[MonthLine],
    orders: Sequence[_Order],
    *,
    special: int,
    later: Sequence[Adjustment] = (),
) -> CreditMonths:
    outside = _with_orders(months, orders)
    adjustments = [*later, *outside, *_limits(months, later, orders, special)]
    total = 0
    for place, line in enumerate(months):
        total += line.change
        months[place] = replace(line, total=total)
    for place, each in enumerate(adjustments):
        total += each.change
        adjustments[place] = replace(each, total=total)
    rule = law.rule
    return CreditMonths(
        sentence, end, rule.id, rule.title, rule.citation, tuple(months), tuple(adjustments)
    )


def _with_orders(months: list[MonthLine], orders: Sequence[_Order]) -> list[Adjustment]:
    """Put each order into its month; those that no month holds are returned."""
    outside = []
    for order in sorted(orders, key=lambda each: each.day):
        place = bisect_right(months, order.day, key=lambda line: line.first) - 1
        if place < 0 or order.day > months[place].last:
            outside.append(
                Adjustment(
                    "Ordered outside these months",
                    order.day,
                    special=order.special,
                    forfeited=order.forfeited,
                    restored=order.restored,
                )
            )
            continue
        line = months[place]
        months[place] = replace(
            line,
            special=line.special + order.special,
            forfeited=line.forfeited + order.forfeited,
            restored=line.restored + order.restored,
        )
    return outside


def _limits(
    months: Sequence[MonthLine],
    later: Sequence[Adjustment],
    orders: Sequence[_Order],
    special: int,
) -> Iterator[Adjustment]:
    """What the law's own limits change: special credit beyond its ceiling, a loss below nought."""
    awarded = sum(each.special for each in orders)
    if special < awarded:
        yield Adjustment("Special credit beyond what the law allows", special=special - awarded)
    if special > awarded:
        yield Adjustment("Special credit does not fall below nought", special=special - awarded)
    regular = sum(each.earned - each.lost for each in months) - sum(each.lost for each in later)
    if regular < 0:
        yield Adjustment("A month lost takes no more than was earned", floor=-regular)
