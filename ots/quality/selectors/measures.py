"""Rates of what was compared, and measures over everybody: set queries, no row by row."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet, Sum
from django.db.models.functions import TruncQuarter

from offenders.choices import DispositionKind
from offenders.models import Arrest, Charge, Disposition, JudgmentOfSentence, Person, Sentence
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.quality.choices import Direction, FieldKey, MeasureKey, Outcome
from ots.quality.models import Comparison, Item, Target
from ots.quality.rates import Share, share
from ots.quality.services.reading import FIRST

Rows = QuerySet[Disposition] | QuerySet[JudgmentOfSentence] | QuerySet[Arrest] | QuerySet[Charge]

# By what rates are told, and where it stands beside a comparison.
GROUPS: Final = {
    "court": ("Court", "item__court__name"),
    "county": ("County", "item__county__name"),
    "clerk": ("Clerk who entered it", "keyed_by"),
    "field": ("Field", "field"),
}
YEAR: Final = timedelta(days=365)
YOUNGEST_ARREST, OLDEST_ARREST = timedelta(days=90), timedelta(days=730)
CRITICAL: Final = 4


@dataclass(frozen=True, slots=True)
class Rate:
    """How often fields matched, for one group in one quarter."""

    group: str
    quarter: date
    share: Share
    weighted: float


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure with its target and what colour it has."""

    label: str
    share: Share
    target: Target | None
    is_sample: bool

    @property
    def colour(self) -> str:
        """Return green, amber or red."""
        return self.target.colour(self.share.percent) if self.target else ""


def rates(viewer: Viewer, *, by: str) -> list[Rate]:
    """Return the share of matching fields by group and quarter, first readings alone."""
    viewer.require(Permission.QUALITY_VIEW)
    _, path = GROUPS[by]
    names = ("keyed_by__first_name", "keyed_by__last_name") if by == "clerk" else ()
    quarterly = _first_readings().annotate(quarter=TruncQuarter("read_at"))
    rows = quarterly.values_list(path, "quarter", *names)
    counted = rows.order_by(path, "quarter").annotate(
        number=Count("pk"),
        right=Count("pk", filter=_MATCH),
        weight=Sum("severity"),
        weight_right=Sum("severity", filter=_MATCH, default=0),
    )
    return [_rate(by, row) for row in counted]


_MATCH = Q(outcome=Outcome.MATCH)


def _first_readings() -> QuerySet[Comparison]:
    rows = Comparison.objects.filter(reading=FIRST).exclude(outcome=Outcome.NOT_COMPARABLE)
    return rows.exclude(field=FieldKey.RECORD)


def _rate(by: str, row: tuple[object, ...]) -> Rate:
    group, quarter, *names, number, right, weight, weight_right = row
    label = " ".join(str(name) for name in names if name) or str(group or "A feed or import")
    if by == "field":
        label = FieldKey(str(group)).label
    total = float(str(weight)) or 1.0
    return Rate(
        label,
        quarter.date() if hasattr(quarter, "date") else date.min,
        share(int(str(right)), int(str(number))),
        100 * float(str(weight_right)) / total,
    )


def second_readings(viewer: Viewer) -> Share:
    """Return how often two readers of one document read the same."""
    viewer.require(Permission.QUALITY_VIEW)
    first = Comparison.objects.filter(
        item=OuterRef("item"), field=OuterRef("field"), reading=FIRST, said__iexact=OuterRef("said")
    )
    pairs = Comparison.objects.exclude(reading=FIRST).annotate(agrees=Exists(first))
    counted = pairs.aggregate(number=Count("pk"), right=Count("pk", filter=Q(agrees=True)))
    return share(counted["right"], counted["number"])


def measures(viewer: Viewer, *, today: date, court: int | None = None) -> list[Measure]:
    """Return every measure, of one court where told, each by one query."""
    viewer.require(Permission.QUALITY_VIEW)
    targets = {target.measure: target for target in _targets(today)}
    return [
        Measure(
            key.label,
            _MEASURES[key](today, _days(targets.get(key)), court),
            targets.get(key),
            is_sample=key in _OF_SAMPLES,
        )
        for key in MeasureKey
    ]


def _targets(today: date) -> Iterable[Target]:
    return Target.objects.filter(since__lte=today).exclude(until__lte=today).order_by("since")


def _days(target: Target | None) -> timedelta:
    return timedelta(days=target.days or 0 if target is not None else 0)


def _counted(rows: QuerySet, good: Q | Exists) -> Share:  # type: ignore[type-arg]  # of any table
    found = rows.order_by().aggregate(number=Count("pk"), right=Count("pk", filter=good))
    return share(found["right"], found["number"])


def _at(court: int | None, path: str) -> Q:
    return Q() if court is None else Q(**{path: court})


def _dispositions(today: date, within: timedelta, court: int | None) -> Share:
    rows = Disposition.objects.filter(
        _at(court, "charge__case__court"),
        superseded_at=None,
        disposed_on__range=(today - YEAR, today),
    )
    return _counted(rows, Q(recorded_at__date__lte=F("disposed_on") + within))


def _judgments(today: date, within: timedelta, court: int | None) -> Share:
    rows = JudgmentOfSentence.objects.filter(
        _at(court, "case__court"), superseded_at=None, entered_on__range=(today - YEAR, today)
    )
    return _counted(rows, Q(recorded_at__date__lte=F("entered_on") + within))


def _arrests(today: date, _within: timedelta, court: int | None) -> Share:
    rows = Arrest.objects.filter(
        _at(court, "case__court"),
        superseded_at=None,
        arrested_on__range=(today - OLDEST_ARREST, today - YOUNGEST_ARREST),
    )
    ended = Disposition.objects.filter(charge=OuterRef("pk"), superseded_at=None)
    of_case = Charge.objects.filter(case=OuterRef("case"))
    all_ended = Exists(of_case) & ~Exists(of_case.exclude(Exists(ended)))
    return _counted(rows, Q(all_ended))


def _convictions(_today: date, _within: timedelta, court: int | None) -> Share:
    convicted = (DispositionKind.CONVICTED_PLEA, DispositionKind.CONVICTED_TRIAL)
    rows = Disposition.objects.filter(
        _at(court, "charge__case__court"), superseded_at=None, kind__in=convicted
    )
    sentenced = Sentence.objects.filter(charge=OuterRef("charge"))
    return _counted(rows.annotate(is_sentenced=Exists(sentenced)), Q(is_sentenced=True))


def _birth_dates(_today: date, _within: timedelta, court: int | None) -> Share:
    rows = Person.objects.all()
    if court is not None:
        rows = rows.filter(cases__court=court).distinct()
    return _counted(rows, Q(birth_date__isnull=False))


def _critical(_today: date, _within: timedelta, court: int | None) -> Share:
    rows = _first_readings().filter(_at(court, "item__court"), severity=CRITICAL)
    return _counted(rows, _MATCH)


def _fields(_today: date, _within: timedelta, court: int | None) -> Share:
    return _counted(_first_readings().filter(_at(court, "item__court")), _MATCH)


def _documents(_today: date, _within: timedelta, court: int | None) -> Share:
    rows = Item.objects.filter(_at(court, "court"), direction=Direction.DOCUMENT)
    missing = Comparison.objects.filter(item=OuterRef("pk"), field=FieldKey.RECORD)
    return _counted(rows.annotate(was_missing=Exists(missing)), Q(was_missing=False))


_OF_SAMPLES: Final = frozenset(
    {MeasureKey.CRITICAL_ACCURATE, MeasureKey.FIELDS_ACCURATE, MeasureKey.DOCUMENTS_FOUND}
)
_MEASURES: Final[dict[MeasureKey, Callable[[date, timedelta, int | None], Share]]] = {
    MeasureKey.DISPOSITION_TIMELY: _dispositions,
    MeasureKey.JUDGMENT_TIMELY: _judgments,
    MeasureKey.ARREST_DISPOSED: _arrests,
    MeasureKey.CONVICTION_SENTENCED: _convictions,
    MeasureKey.BIRTH_DATE_KNOWN: _birth_dates,
    MeasureKey.CRITICAL_ACCURATE: _critical,
    MeasureKey.FIELDS_ACCURATE: _fields,
    MeasureKey.DOCUMENTS_FOUND: _documents,
}
