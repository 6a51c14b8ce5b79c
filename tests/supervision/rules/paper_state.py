"""Obligations, escalation and caps once more, written from the paper's tables alone."""

from datetime import date, timedelta

from tests.supervision.rules.paper_person import ATTENDED, Breach, Owed, Told

# A home visit is a contact.
GRACE = {"contact": 3, "home_visit": 3, "payment": 10, "proof": 7, "test": 0, "assessment": 14}
WEIGHTS = {1: 20.0, 2: 10.0, 3: 6.0, 4: 4.0, 5: 2.0, 6: 1.0, 7: 0.5}
CERTAINTY = {"admitted": 1.0, "proved": 1.0, "alleged": 0.6}
HALF_LIFE = 60
CAPS = {"misdemeanor": (5, 10, 15), "felony": (15, 30, 45)}


def state_of(owed: Owed, person: Told) -> str:
    """What became of one thing due once, on the day asked about."""
    done = owed.done or (owed.due if owed.outcome in ATTENDED else None)
    done = done if done and done <= person.today else None
    if done and done <= owed.due:
        return "compliant"
    if owed.was_excused or was_away(owed.due, person):
        return "excused"
    if done:
        return "tardy"
    if person.today <= owed.due:
        return "due"
    grace = timedelta(days=GRACE.get(owed.kind, 0))
    return "tardy" if person.today <= owed.due + grace else "overdue"


def was_away(due: date, person: Told) -> bool:
    """Whether custody or a warrant kept the person from it."""
    return person.holds(person.held, due) or person.holds(person.wanted, due)


def states(person: Told) -> list[tuple[str, str, str]]:
    """Every obligation: kind, due day, state."""
    every = (*person.visits, *person.others)
    return sorted((each.kind, each.due.isoformat(), state_of(each, person)) for each in every)


def points(breach: Breach, on: date) -> float:
    """What a violation adds to the index on a day."""
    if breach.on > on:
        return 0.0
    age = (on - breach.on).days
    certainty = CERTAINTY.get(breach.state, 0.0)
    return float(WEIGHTS[breach.severity] * 0.5 ** (age / HALF_LIFE) * certainty)


def index(person: Told, on: date) -> float:
    """The escalation index on a day."""
    return round(sum(points(each, on) for each in person.breaches), 4)


def band(value: float) -> str:
    """What is done at so high an index."""
    if value > 15:
        return "danger"
    if value >= 6:
        return "escalate"
    return "watch" if value >= 2 else "routine"


def technical_number(person: Told) -> int:
    """Which technical violation of this term the next one is."""
    began = person.began or date.min
    return 1 + len({episode for on, episode in person.sanctions if began <= on <= person.today})


def jail_days(person: Told) -> int | None:
    """The most days of confinement for the next technical violation."""
    if person.on_parole:
        return 60
    caps = CAPS.get(str(person.term.get("offense_class") or ""), ())
    number = technical_number(person)
    return caps[number - 1] if number <= len(caps) else None
