"""What stands out: areas where appointments are missed, cells answered differently by offices."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, OuterRef, Q, QuerySet, Subquery

from offenders.choices import AddressKind
from offenders.models import Address, Person
from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.contact import ContactStatus, OutcomeEffect
from supervision.models import Contact, GridCell, LevelPeriod, Response
from supervision.rules.clusters import DAYS_BACK, Area, Cluster, clusters
from supervision.rules.consistency import Answered, OfficeLine, offices_in_cell


@dataclass(frozen=True, slots=True)
class ClusterShown:
    """An area that stands out, with what kept people from coming."""

    cluster: Cluster
    barriers: tuple[tuple[str, str, int], ...]


@dataclass(frozen=True, slots=True)
class CellShown:
    """One cell of the grid with the offices that answered in it."""

    key: int
    cell: str
    presumed: int
    offices: tuple[OfficeLine, ...]

    @property
    def office_names(self) -> frozenset[str]:
        """Return the offices that answered in it."""
        return frozenset(each.office for each in self.offices)


def missed_clusters(reading: Reading, *, today: date) -> list[ClusterShown]:
    """Return the areas where more was missed than expected: five queries, names of nobody."""
    if not (reading.sees(Address, "postal_code") and reading.sees(Contact, "status")):
        return []
    since = today - timedelta(days=DAYS_BACK.on(today).amount)
    people = _people(reading)
    areas = _areas_of(people)
    found = clusters(_areas(people, areas, since, today), on=today)
    barriers = _barriers(people, areas, since, today)
    return [ClusterShown(each, tuple(barriers.get(each.area.name, ()))) for each in found]


def consistency(reading: Reading, *, since: date, today: date) -> list[CellShown]:
    """Return how offices answered in each cell, those with a flag first: one query."""
    if not reading.sees(Response, "chosen_level"):
        return []
    rows = in_scope(reading.viewer, Response.objects.all(), person="person").filter(
        superseded_at=None, cell__isnull=False, effective_on__range=(since, today)
    )
    by_cell: dict[int, list[Answered]] = defaultdict(list)
    for cell, office, presumed, chosen in rows.values_list(
        "cell_id", "person__office__name", "presumed_level", "chosen_level"
    ):
        by_cell[cell].append(Answered(office or "No office", presumed, chosen))
    cells = {cell.pk: cell for cell in GridCell.objects.filter(pk__in=by_cell)}
    shown = [
        CellShown(key, str(cells[key]), cells[key].level, offices_in_cell(answers, on=today))
        for key, answers in by_cell.items()
    ]
    return sorted(shown, key=lambda each: (not any(o.is_flagged for o in each.offices), each.cell))


def _people(reading: Reading) -> QuerySet[Person]:
    people = in_scope(reading.viewer, Person.objects.order_by())
    offices = reading.viewer.office_ids
    return people.filter(office__in=offices) if offices else people.none()


def _areas_of(people: QuerySet[Person]) -> dict[int, str]:
    rows = Address.objects.filter(
        person__in=people,
        kind=AddressKind.HOME,
        superseded_at=None,
        ended_on=None,
    ).exclude(postal_code="")
    return {person: code[:5] for person, code in rows.values_list("person_id", "postal_code")}


def _outcomes(people: QuerySet[Person], since: date, today: date) -> QuerySet[Contact]:
    """Appointments that were kept, or missed without an acceptable reason."""
    kept = Q(status=ContactStatus.COMPLETED)
    missed = Q(status=ContactStatus.MISSED) & ~Q(outcome__effect=OutcomeEffect.ACCEPTABLE)
    return Contact.objects.filter(
        kept | missed,
        person__in=people,
        superseded_at=None,
        appointment__isnull=False,
        started_at__date__range=(since, today),
    ).order_by()


def _areas(
    people: QuerySet[Person], areas: dict[int, str], since: date, today: date
) -> Iterable[Area]:
    level = LevelPeriod.objects.filter(
        person=OuterRef("person"), superseded_at=None, ended_on=None
    ).values("level")[:1]
    counted = list(
        _outcomes(people, since, today)
        .annotate(level=Subquery(level))
        .values_list("person_id", "level")
        .annotate(planned=Count("pk"), missed=Count("pk", filter=Q(status=ContactStatus.MISSED)))
    )
    planned, missed = Counter[str](), Counter[str]()
    for _, name, number, lost in counted:
        planned[name or ""] += number
        missed[name or ""] += lost
    gathered: dict[str, list[tuple[int, int, float]]] = defaultdict(list)
    for person, name, number, lost in counted:
        rate = missed[name or ""] / planned[name or ""]
        if person in areas:
            gathered[areas[person]].append((number, lost, number * rate))
    living = Counter(areas.values())
    for area, rows in gathered.items():
        yield Area(
            name=area,
            supervised=living[area],
            planned=sum(row[0] for row in rows),
            missed=sum(row[1] for row in rows),
            people_who_missed=sum(row[1] > 0 for row in rows),
            expected=sum(row[2] for row in rows),
        )


def _barriers(
    people: QuerySet[Person], areas: dict[int, str], since: date, today: date
) -> dict[str, list[tuple[str, str, int]]]:
    rows = (
        _outcomes(people, since, today)
        .filter(status=ContactStatus.MISSED, barrier__isnull=False)
        .values_list("person_id", "barrier__title", "barrier__suggests")
    )
    counted = Counter(
        (areas[person], title, suggests) for person, title, suggests in rows if person in areas
    )
    found: dict[str, list[tuple[str, str, int]]] = defaultdict(list)
    for (area, title, suggests), number in counted.most_common():
        found[area].append((title, suggests, number))
    return found
