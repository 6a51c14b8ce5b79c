"""People made up by chance for the rules of decision, with the edges of every window among them."""

from collections.abc import Callable
from datetime import date, timedelta
from random import Random

from tests.supervision.rules.paper_person import Json

CODES = (
    *("V101", "V102", "V104", "V203", "V207", "V212", "V213", "V302"),
    *("V304", "V401", "V403", "V701", "V704", "Z9"),
)
STATES = ("alleged", "admitted", "proved", "not_proved", "withdrawn")
RESULTS = ("positive", "positive", "negative", "dilute", "missed", "refused", "pending")
OUTCOMES = ("unexcused", "unexcused", "missed", "excused", "attended", "completed", None, "")
KINDS = (
    *("payment", "proof", "test", "assessment", "contact", "home_visit"),
    *("hours", "session", "report", "registration"),
)
# Days back on which a rule turns, and their neighbors; below nought lies ahead.
EDGES = (
    *(0, 1, 2, 3, 4, 7, 8, 10, 11, 13, 14, 15, 29, 30, 31, 58, 59, 60, 61, 62),
    *(89, 90, 91, 92, 119, 120, 180, 181, 182, 183, 184, 185, 200, 300, -1, -3, -10),
)
HOW_MANY = (0, 0, 0, 1, 1, 2, 3)


class Maker:
    """Makes one person up, asked about on some day of 2026."""

    def __init__(self, chance: Random) -> None:
        """Choose the day asked about."""
        self.chance = chance
        self.today = date(2026, 1, 1) + timedelta(days=chance.randrange(365))

    def person(self, number: int) -> Json:
        """All that is told of one person."""
        is_held, is_wanted = self.maybe(0.4), self.maybe(0.3)
        given: Json = {
            "id": str(number),
            "as_of": self.today.isoformat(),
            "supervision": self.supervision(),
            "violations": self.some(self.violation),
            "appointments": self.some(self.appointment),
            "tests": self.some(lambda: {"on": self.day(), "result": self.one(*RESULTS)}),
            "pending_charges": self.some(lambda: {"on": self.day(), "class": "felony"}),
            "technical_sanctions": self.some(self.sanction),
            "obligations": self.some(self.obligation),
            "custody": self.some(self.spell) if is_held else [],
            "warrants": self.some(self.spell) if is_wanted else [],
        }
        if self.maybe(0.5):
            given["contacts"] = self.some(lambda: {"on": self.day()})
        return given

    def supervision(self) -> Json:
        """What the person is supervised under."""
        given: Json = {"type": self.one("probation", "probation", "parole")}
        if self.maybe(0.8):
            given["offense_class"] = self.one("felony", "misdemeanor")
        if self.maybe(0.8):
            given["started_on"] = self.day()
        return given

    def violation(self) -> Json:
        """A violation, or what is information only."""
        given: Json = {"code": self.one(*CODES), "on": self.day()}
        if given["code"] == "Z9" or self.maybe(0.2):
            given["severity"] = self.chance.randint(1, 7)
        if self.maybe(0.8):
            given["state"] = self.one(*STATES)
        if self.maybe(0.4):
            given["transaction"] = self.one("t1", "t2")
        if self.maybe(0.4):
            given["discovered_on"] = self.after(given["on"], 0, 1, 2, 6)
        return given

    def appointment(self) -> Json:
        """An appointment, and what became of it."""
        given: Json = {"due_on": self.day(), "outcome": self.one(*OUTCOMES)}
        if given["outcome"] not in {"unexcused", "missed"} and self.maybe(0.5):
            given["done_on"] = self.after(given["due_on"], -2, 0, 1, 3, 4, 9)
        return given

    def obligation(self) -> Json:
        """Something else due once."""
        given: Json = {"kind": self.one(*KINDS), "due_on": self.day()}
        if self.maybe(0.4):
            given["done_on"] = self.after(given["due_on"], -2, 0, 1, 3, 4, 9, 20)
        if self.maybe(0.15):
            given["outcome"] = "excused"
        return given

    def sanction(self) -> Json:
        """A sanction for a technical violation, of its own or of a shared episode."""
        shared = {"transaction": self.one("a", "b")} if self.maybe(0.5) else {}
        return {"on": self.day(), "jail_days": 5, **shared}

    def spell(self) -> Json:
        """Days in custody or under a warrant."""
        since = self.day()
        until = self.after(since, 0, 1, 3, 9, 20) if self.maybe(0.6) else None
        kind = self.one("jail", "prison", "foreign")
        return {"from": since, "to": until, "kind": kind}

    def day(self) -> str:
        """A day near an edge, or any other."""
        back = self.chance.choice((*EDGES, self.chance.randint(0, 200)))
        return (self.today - timedelta(days=back)).isoformat()

    def after(self, start: object, *days: int) -> str:
        """A day so many days after another."""
        return (
            date.fromisoformat(str(start)) + timedelta(days=self.chance.choice(days))
        ).isoformat()

    def some(self, make: Callable[[], Json]) -> list[Json]:
        """None, a few, and now and then the same twice."""
        made = [make() for _ in range(self.chance.choice(HOW_MANY))]
        return made + made[:1] if self.maybe(0.05) else made

    def one(self, *values: object) -> object:
        """One of the values."""
        return self.chance.choice(values)

    def maybe(self, share: float) -> bool:
        """Whether it is so this time."""
        return self.chance.random() < share


def people(seed: int, count: int) -> list[Json]:
    """So many people, the same for the same seed."""
    chance = Random(seed)  # noqa: S311  # people made up for a test
    return [Maker(chance).person(number) for number in range(count)]
