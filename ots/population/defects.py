"""Deliberate defects: what audits, courts and newspapers have found in real records.

A small share of the cases gets one, so that checks and queues have something to find.
"""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from offenders import choices
from ots.population.chronicle import Chronicle
from ots.population.days import days_after
from ots.population.facts import Case, Count, Judgment, Length, Terms
from ots.population.resentencing import replaced_terms
from ots.population.weights import Weighted, happens
from timecomp.engine.dates import is_leap

Defect = Callable[[Chronicle, Case], Case | None]
DEFECT_SHARE = 0.05
MONTH_END_SHARE = 0.012
LEAP_DAY_SHARE = 0.01
FEBRUARY = 2
AMENDED_AFTER_DAYS = (30, 500)


def blemished(life: Chronicle, case: Case) -> Case:
    """Return the case, now and then with a defect, which is noted in the chronicle."""
    if not happens(life.random, DEFECT_SHARE):
        return case
    defect = DEFECTS.draw(life.random)
    changed = defect(life, case)
    if changed is None:
        return case
    life.defects.add(defect.__name__)
    return changed


def awkward_day(life: Chronicle, day: date) -> date:
    """Return the day, or now and then an awkward one before it: a leap day, a last of the month."""
    if happens(life.random, MONTH_END_SHARE):
        return _noted(life, "month_end", days_after(day.replace(day=1), -1))
    if happens(life.random, LEAP_DAY_SHARE):
        return _noted(life, "leap_day", _leap_day_before(day))
    return day


def credit_on_one_count(life: Chronicle, case: Case) -> Case | None:
    """The judgment credits jail days on the first of several concurrent counts only."""
    if not all(_has(count, credit=True) for count in _sentenced(case)[:2]):
        return None
    if len(_sentenced(case)) == 1:
        return None
    others = tuple(
        _with_terms(count, jail_credit_days=0) if count.terms else count
        for count in case.counts[1:]
    )
    return replace(case, counts=(case.counts[0], *others))


def minimum_over_two_thirds(life: Chronicle, case: Case) -> Case | None:
    """The minimum is more than two thirds of the maximum."""
    terms = _only_terms(case.counts[0])
    if terms is None or terms.kind != choices.SentenceKind.INDETERMINATE:
        return None
    minimum = Length(months=terms.maximum.whole_months * 3 // 4)
    return _with_first(case, minimum=minimum, as_written=True)


def silent_on_consecutive(life: Chronicle, case: Case) -> Case | None:
    """The judgment says nothing on whether the term follows another."""
    terms = _only_terms(case.counts[0])
    if terms is None or not terms.after:
        return None
    return _with_first(case, after=(), authority="")


def consecutive_without_statute(life: Chronicle, case: Case) -> Case | None:
    """The judgment makes a term follow another and names no section."""
    terms = _only_terms(case.counts[0])
    if terms is None or not terms.after:
        return None
    return _with_first(case, authority="")


def credit_longer_than_possible(life: Chronicle, case: Case) -> Case | None:
    """The credit is longer than the time since the offence."""
    terms = _only_terms(case.counts[0])
    if terms is None or not terms.jail_credit_days:
        return None
    since = terms.sentenced_on.toordinal() - case.counts[0].offense.on.toordinal()
    return _with_first(case, jail_credit_days=since + 30)


def amended_judgment(life: Chronicle, case: Case) -> Case | None:
    """The first judgment was entered with the wrong minimum; an amended one corrects it."""
    right = _only_terms(case.counts[0])
    if right is None or right.kind != choices.SentenceKind.INDETERMINATE:
        return None
    wrong = Length(months=min(right.minimum.whole_months + 12, right.maximum.whole_months))
    entered_on = days_after(right.sentenced_on, life.random.randint(*AMENDED_AFTER_DAYS))
    if entered_on > life.as_of:
        return None
    first = _with_first(case, minimum=wrong, as_written=True)
    return replaced_terms(first, 0, right, Judgment(choices.OrderKind.AMENDED, entered_on))


def vacated_count(life: Chronicle, case: Case) -> Case | None:
    """A lesser count was vacated later."""
    places = [n for n, count in enumerate(case.counts) if n and _only_terms(count) is not None]
    followed = {label for count in case.counts for terms in count.terms for label in terms.after}
    places = [n for n in places if case.counts[n].label not in followed]
    if not places:
        return None
    terms = case.counts[places[-1]].terms[0]
    vacated_on = days_after(terms.sentenced_on, life.random.randint(*AMENDED_AFTER_DAYS))
    if vacated_on > life.as_of:
        return None
    vacated = replace(terms, vacated_on=vacated_on)
    judgment = Judgment(choices.OrderKind.VACATED, vacated_on)
    return replaced_terms(case, places[-1], vacated, judgment)


DEFECTS: Weighted[Defect] = Weighted(
    [
        (credit_on_one_count, 3),
        (minimum_over_two_thirds, 2),
        (silent_on_consecutive, 4),
        (consecutive_without_statute, 3),
        (credit_longer_than_possible, 1),
        (amended_judgment, 3),
        (vacated_count, 3),
    ]
)


def _noted(life: Chronicle, name: str, day: date) -> date:
    life.defects.add(name)
    return day


def _leap_day_before(day: date) -> date:
    year = day.year
    while not is_leap(year) or date(year, FEBRUARY, 29) > day:
        year -= 1
    return date(year, FEBRUARY, 29)


def _sentenced(case: Case) -> list[Count]:
    return [count for count in case.counts if count.terms]


def _has(count: Count, *, credit: bool) -> bool:
    terms = _only_terms(count)
    return terms is not None and not terms.after and (terms.jail_credit_days > 0) is credit


def _only_terms(count: Count) -> Terms | None:
    """Return the terms of a count that no later judgment has changed."""
    return count.terms[0] if len(count.terms) == 1 else None


def _with_first(case: Case, **changes: object) -> Case:
    return replace(case, counts=(_with_terms(case.counts[0], **changes), *case.counts[1:]))


def _with_terms(count: Count, **changes: object) -> Count:
    return replace(count, terms=(replace(count.terms[0], **changes),))  # type: ignore[arg-type]  # named fields
