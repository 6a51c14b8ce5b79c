"""The eight rules and the clocks once more, written from the paper's tables alone."""

from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from tests.interstate.rules.reckoner import Reckoner
from tests.supervision.rules.paper_person import ATTENDED, Breach, Owed, Told, months_before
from tests.supervision.rules.paper_state import state_of, was_away

GREEN = {"compliant", "excused", "due"}
# A missed appointment may be reported as a violation too: it is the same thing.
MISSES = {"V302", "V303", "V304"}
SAME_DAY = {"R4", "R7"}


def in_days(dates: Iterable[date], person: Told, days: int) -> list[date]:
    """Which of the days fall in the last so many."""
    return [each for each in dates if person.within(days) <= each <= person.today]


def was_missed(visit: Owed, person: Told) -> bool:
    """Whether the person stayed away though free to come."""
    return visit.due <= person.today and visit.was_missed and not was_away(visit.due, person)


def missed(person: Told, days: int) -> list[date]:
    """Missed appointments in the last so many days."""
    return in_days((e.due for e in person.visits if was_missed(e, person)), person, days)


def episodes(person: Told, days: int) -> set[str]:
    """Episodes of violations that stand, in the last so many days."""
    return {e.episode for e in standing(person, person.within(days))}


def standing(person: Told, since: date) -> list[Breach]:
    """Violations from the day on that are still held against the person."""
    return [e for e in person.breaches if e.stands and since <= e.on <= person.today]


def two_in_a_row(person: Told) -> bool:
    """Whether nothing but misses were the last two; of one day, the one kept ends the row."""
    past = [e for e in person.visits if e.due <= person.today]
    past.sort(key=lambda each: (each.due, 0 if was_missed(each, person) else 1))
    return len(past) > 1 and all(was_missed(each, person) for each in past[-2:])


def silent_since(person: Told) -> date | None:
    """The newest day on which the person was seen, or came back under supervision."""
    if person.contacts is None:
        return None
    days = [*person.contacts, *([person.began] if person.began else [])]
    days += [until for _, until, _ in person.held if until]
    days += [e.done or e.due for e in person.visits if e.done or e.outcome in ATTENDED]
    return max((each for each in days if each <= person.today), default=None)


def fired(person: Told) -> dict[str, str]:
    """Which rules speak, and the day by which each asks something."""
    rules = {"R1": _r1, "R2": _r2, "R3": _r3, "R4": _r4, "R5": _r5, "R6": _r6, "R7": _r7, "R8": _r8}
    found = [rule for rule, speaks in rules.items() if speaks(person)]
    return {rule: _by(rule, person.today).isoformat() for rule in found}


def _by(rule: str, today: date) -> date:
    if rule in SAME_DAY:
        return today
    return today + timedelta(days=3) if rule == "R3" else business_days_after(today, 3)


def _is_held(person: Told) -> bool:
    return person.holds(person.held, person.today)


def _is_wanted(person: Told) -> bool:
    return person.holds(person.wanted, person.today)


def _r1(person: Told) -> bool:
    days = missed(person, 90)
    others = [
        e for e in standing(person, person.within(90)) if not (e.code in MISSES and e.on in days)
    ]
    return len(days) == 1 and not others and not _is_wanted(person) and not _is_held(person)


def _r2(person: Told) -> bool:
    return len(episodes(person, 90)) >= 2 and bool(in_days(person.charges, person, 90))


def _r3(person: Told) -> bool:
    return two_in_a_row(person) and not _is_held(person)


def _r4(person: Told) -> bool:
    since = silent_since(person)
    silent = since is not None and (person.today - since).days >= 14
    return (len(missed(person, 60)) >= 3 or silent) and not _is_held(person)


def _positives(person: Told, since: date) -> int:
    return len([each for each in person.positives if since <= each <= person.today])


def _r5(person: Told) -> bool:
    return _positives(person, months_before(person.today, 6)) == 1


def _r6(person: Told) -> bool:
    return _positives(person, person.within(90)) >= 3


def _r7(person: Told) -> bool:
    return any(each.severity == 1 for each in standing(person, person.within(90)))


def _r8(person: Told) -> bool:
    since = months_before(person.today, 6)
    if person.began is None or person.began > since or _is_held(person) or _is_wanted(person):
        return False
    recent = [e for e in (*person.visits, *person.others) if since <= e.due]
    green = all(state_of(e, person) in GREEN and not was_missed(e, person) for e in recent)
    return green and not standing(person, since) and not _positives(person, since)


def business_days_after(start: date, count: int) -> date:
    """So many days later, leaving out weekends and federal holidays."""
    at = start
    while count:
        at += timedelta(days=1)
        count -= Reckoner().is_open(at)
    return at


def clocks(person: Told) -> set[tuple[str, str, str]]:
    """Key, start and due day of every clock that runs."""
    return set(_clocks(person))


def _clocks(person: Told) -> Iterator[tuple[str, str, str]]:
    for since, until, kind in person.held:
        runs = since <= person.today and (until is None or person.today < until)
        if runs and kind not in {"foreign", "other jurisdiction"}:
            for key, days in _of_custody(person):
                yield key, since.isoformat(), (since + timedelta(days=days)).isoformat()
    for found in _found_on(person).values():
        due = business_days_after(found, 3)
        yield "VIOLATION_REPORT", found.isoformat(), due.isoformat()


def _found_on(person: Told) -> dict[str, date]:
    """When each episode that is alleged first came out."""
    first: dict[str, date] = {}
    for each in person.breaches:
        if each.state == "alleged" and each.found_on <= person.today:
            first[each.episode] = min(each.found_on, first.get(each.episode, each.found_on))
    return first


def _of_custody(person: Told) -> tuple[tuple[str, int], ...]:
    if person.on_parole:
        return ("PRELIMINARY_HEARING", 10), ("FACT_FINDING_HEARING", 45)
    return ("ARRAIGNMENT", 1), ("HEARING_IN_CUSTODY", 14)
