"""Who is to be released soon: on which day, whether it is official, what stands in the way."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, F, Q, QuerySet, When
from django.db.models.functions import Least
from django.utils import timezone

from offenders.models import CustodyPeriod, Detainer, Facility, Hold
from ots.access.exports import export_csv
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.engine.parameters import Value, parameter
from timecomp.engine.standing import Standing
from timecomp.models import Certification, Computation, ComputationException
from timecomp.selectors.frozen import OFFENDER_DATES
from timecomp.selectors.record_reading import CURRENT

DAYS_AHEAD = parameter(
    "releases_days_ahead",
    title="Days ahead that the worklist of releases looks",
    unit="days",
    module=__name__,
    values=[
        Value(
            None,
            90,
            "House rule of the records office; no statute sets it",
            Standing.INFERRED,
            "The records office's own figure.",
        )
    ],
)
EXPORTED = (
    "person_id",
    "person_name",
    "earliest_release_date",
    "maximum_discharge_date",
    "is_official",
    "open_questions",
    "facility_name",
    "holds_and_detainers",
)


@dataclass(frozen=True, slots=True)
class Flags:
    """What a list says of some people beside their dates, by person."""

    official: dict[int, Certification]
    questions: Counter[int]
    holds: Counter[int]
    facilities: dict[int, Facility | None]


def releases(viewer: Viewer, *, facility: int | None = None) -> QuerySet[Computation]:
    """Return whose release or discharge may come within the days set, soonest first."""
    if not may_access(viewer, Computation, "earliest_release_date"):
        return Computation.objects.none()
    today = timezone.localdate()
    last = today + timedelta(days=DAYS_AHEAD.on(today).amount)
    soon = Q(earliest_release_date__range=(today, last)) | Q(
        maximum_discharge_date__range=(today, last)
    )
    found = in_scope(viewer, Computation.objects.filter(CURRENT, soon), person="person")
    if facility is not None and may_access(viewer, CustodyPeriod, "facility"):
        held = CustodyPeriod.objects.filter(CURRENT, ended_on=None, facility=facility)
        found = found.filter(person__in=held.values("person"))
    return (
        found.select_related("person")
        .defer("facts", "results")
        .annotate(first_day=_first_day(today))
        .order_by("first_day", "pk")
    )


def _first_day(today: date) -> Least:
    """The sooner of the two days, of which a past one does not count."""
    names = ("earliest_release_date", "maximum_discharge_date")
    return Least(*(Case(When(**{f"{name}__gte": today}, then=F(name))) for name in names))


def facilities_to_choose(viewer: Viewer) -> list[tuple[int, str]]:
    """List the facilities by which the list can be narrowed, to those who may see custody."""
    if not may_access(viewer, CustodyPeriod, "facility"):
        return []
    return list(Facility.objects.filter(is_open=True).values_list("pk", "name"))


def flagged(computations: Iterable[Computation]) -> list[Computation]:
    """Return the rows with their flags set; a fixed number of queries for any number of rows."""
    rows = list(computations)
    flags = _flags({row.person_id for row in rows})
    for row in rows:
        person = row.person_id
        official = flags.official.get(person)
        row.is_official = official is not None and _same(official.computation, row)
        row.open_questions = flags.questions[person]
        row.holds_and_detainers = flags.holds[person]
        row.facility_name = str(flags.facilities.get(person) or "")
    return rows


def releases_csv(viewer: Viewer, *, facility: int | None = None) -> str:
    """Return the list as CSV, withheld columns left out."""
    rows = flagged(releases(viewer, facility=facility))
    return export_csv(viewer, Computation, rows, EXPORTED, list_name="releases")


def _flags(people: set[int]) -> Flags:
    official = Certification.objects.filter(person__in=people, makes_official=True)
    newest = official.order_by("person_id", "-pk").distinct("person_id")
    asked = ComputationException.objects.filter(person__in=people, closed_at=None)
    current = Q(person__in=people) & CURRENT
    holds = Hold.objects.filter(current, cleared_on=None).values_list("person_id", flat=True)
    detainers = Detainer.objects.filter(current, lifted_on=None)
    stays = CustodyPeriod.objects.filter(current, ended_on=None, facility__isnull=False)
    return Flags(
        official={each.person_id: each for each in newest.select_related("computation")},
        questions=Counter(asked.values_list("person_id", flat=True)),
        holds=Counter([*holds, *detainers.values_list("person_id", flat=True)]),
        facilities={each.person_id: each.facility for each in stays.select_related("facility")},
    )


def _same(official: Computation, now: Computation) -> bool:
    return all(getattr(official, name) == getattr(now, name) for name in OFFENDER_DATES)
