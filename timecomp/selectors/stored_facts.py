"""Stored computations as they were put to the law: frozen facts, day, book and result."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timecomp.models import Computation, PersonProfile, RuleProfile
from timecomp.selectors.cases import RecordedCase
from timecomp.selectors.frozen import thaw_facts
from timecomp.selectors.record_reading import CURRENT
from timecomp.selectors.standing import Standing

_COLUMNS = (
    "person_id",
    "id",
    "facts_digest",
    "results_digest",
    "law_version",
    "as_of",
    "facts",
    "results",
)


@dataclass(frozen=True, slots=True)
class Frozen:
    """One stored computation, its facts thawed for the day as of which they were read."""

    recorded: RecordedCase
    standing: Standing
    results: dict[str, object]

    @property
    def person_id(self) -> int:
        """Return whose it is."""
        return self.recorded.person_id

    def on(self, day: date) -> RecordedCase:
        """Return the same facts as of another day."""
        return replace(self.recorded, case=replace(self.recorded.case, as_of=day))


def standing_facts(people: Iterable[int]) -> list[Frozen]:
    """Return what stands for each of these people; one query."""
    rows = Computation._base_manager.filter(CURRENT, person_id__in=list(people))
    return [_frozen(row) for row in rows.order_by("person_id").values_list(*_COLUMNS)]


def stored_facts(computation_ids: Iterable[int]) -> dict[int, Frozen]:
    """Return stored computations, superseded ones too, by number; one query."""
    rows = Computation._base_manager.filter(pk__in=list(computation_ids))
    return {row[1]: _frozen(row) for row in rows.values_list(*_COLUMNS)}


def people_with_dates(*, chosen: Iterable[int] = (), used: Iterable[str] = ()) -> list[int]:
    """Return who has a computation: everybody, those chosen, or those who used a rule or value."""
    rows = Computation._base_manager.filter(CURRENT)
    if people := list(chosen):
        rows = rows.filter(person_id__in=people)
    if rules := sorted(used):
        profiles = RuleProfile.objects.filter(rules__overlap=rules).values("pk")
        rows = rows.filter(
            person_id__in=PersonProfile.objects.filter(profile__in=profiles).values("person_id")
        )
    return list(rows.order_by("person_id").values_list("person_id", flat=True))


def _frozen(row: tuple[object, ...]) -> Frozen:
    person_id, id, facts_digest, results_digest, law_version, as_of, facts, results = row
    if not isinstance(facts, dict) or not isinstance(as_of, date) or not isinstance(results, dict):
        raise TypeError(f"Computation [{id}] holds no facts.")
    person, number = int(str(person_id)), int(str(id))
    return Frozen(
        thaw_facts(facts, person_id=person, as_of=as_of),
        Standing(number, str(facts_digest), str(results_digest), str(law_version), as_of),
        results,
    )
