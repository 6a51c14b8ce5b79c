"""What a case file says that moves a date."""

from datetime import date

from tests.law.prison_reckoning.calendar_days import Spans, day_of, month_of, united
from tests.law.prison_reckoning.credits import Entries

MAJOR = ("I", "major")
SPECIAL = {"good_time": "special_good_time", "disciplinary_credit": "special_disciplinary_credit"}


class Record:
    """One case as of its day; what was decided later is not known."""

    def __init__(self, case: dict) -> None:
        self.case = case
        self.as_of = day_of(case.get("as_of")) or date.max
        self.dead = united(self._dead())
        self.lost: dict[int, date] = {}
        for day in sorted(self._lost()):
            self.lost.setdefault(month_of(day), day)

    def sentences(self) -> dict[str, dict]:
        """The sentences that stand."""
        return {
            each["id"]: each
            for each in self.case["sentences"]
            if each.get("vacated_on") is None or day_of(each["vacated_on"]) > self.as_of
        }

    def entries(self, name: str, end: str, credit: str) -> Entries:
        """The awards, forfeitures and restorations of one end of a sentence."""
        orders = [
            (day_of(each["ordered_on"]), each["days"])
            for each in self._known("forfeitures", "ordered_on", name)
        ]
        back = [
            (day_of(each["ordered_on"]), -each["days"])
            for each in self._known("restorations", "ordered_on", name)
        ]
        return Entries(
            lost=self.lost,
            awards=[
                (day_of(each["awarded_on"]), each["days"])
                for each in self._known("credit_awards", "awarded_on", name)
                if each["kind"] == SPECIAL.get(credit)
                and each.get("applies_to", "both") in (end, "both")
            ],
            orders=sorted(orders + back, key=lambda each: (each[0], each[1] < 0)),
            dead=self.dead,
        )

    def free_days(self, name: str, begun: date) -> int:
        """Days free on an appellate bond, which are no service."""
        spans = [
            (day_of(each["from"]), day_of(each["to"]) or self.as_of)
            for each in self.case.get("custody", [])
            if each["kind"] == "appeal_bond" and each.get("sentence") in (None, name)
        ]
        return sum((b - max(a, begun)).days for a, b in united(spans) if b > begun)

    def _known(self, key: str, day: str, name: str) -> list[dict]:
        return [
            each
            for each in self.case.get(key, [])
            if each["sentence"] == name and day_of(each[day]) <= self.as_of
        ]

    def _dead(self) -> Spans:
        """Escape, and parole violation from the declared day until available for return."""
        for each in self.case.get("custody", []):
            if each["kind"] in ("escape", "delinquent") and day_of(each["from"]) <= self.as_of:
                yield day_of(each["from"]), self._known_end(each.get("to"))
        for parole in self.case.get("parole", []):
            for each in parole.get("violations", []):
                yield day_of(each["declared_on"]), self._known_end(each.get("available_on"))

    def _known_end(self, text: object) -> date:
        end = day_of(text)
        return date.max if end is None or end > self.as_of else end

    def _lost(self):
        for each in self.case.get("misconduct", []):
            found = day_of(each.get("found_guilty_on"))
            if each["class"] in MAJOR and found and found <= self.as_of:
                yield day_of(each["violated_on"])
