"""Samples, the work they leave, and the sheets of single records."""

from dataclasses import dataclass
from datetime import date
from typing import cast

from django.db.models import Count, Exists, F, OuterRef, Q, QuerySet

from ots.access.fields import Masked, Seen, mask
from ots.access.models import County
from ots.access.permissions import Permission
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from ots.quality.choices import Direction, FieldKey
from ots.quality.models import Comparison, Draw, Finding, Item
from ots.quality.services.reading import FIRST, SECOND


@dataclass(frozen=True, slots=True)
class CountyProgress:
    """How far a sample is read in a county."""

    county: str
    drawn: int
    read: int


@dataclass(frozen=True, slots=True)
class Standing:
    """What waits: readings of the viewer, open findings, those past their day."""

    to_read: int
    open: int
    overdue: int


def draws(viewer: Viewer) -> QuerySet[Draw]:
    """Return the samples with how many records each has and how many were read."""
    viewer.require(Permission.QUALITY_VIEW)
    counted = Draw.objects.annotate(
        drawn=Count("items", distinct=True),
        read=Count("items", filter=Q(items__comparisons__reading=FIRST), distinct=True),
    )
    return counted.select_related("drawn_by").order_by("-drawn_at", "-pk")


def progress(viewer: Viewer, draw: Draw) -> list[CountyProgress]:
    """Return how far the sample is read, county by county."""
    viewer.require(Permission.QUALITY_VIEW)
    rows = (
        Item.objects.filter(draw=draw)
        .order_by("county__name")
        .values_list("county__name")
        .annotate(
            drawn=Count("pk", distinct=True),
            read=Count("pk", filter=Q(comparisons__reading=FIRST), distinct=True),
        )
    )
    return [CountyProgress(str(name), drawn, read) for name, drawn, read in rows]


def to_read(viewer: Viewer, *, draw: Draw | None = None) -> QuerySet[Item]:
    """Return what waits for a reading by this viewer: first readings, and others' second ones."""
    if not viewer.may(Permission.QUALITY_REVIEW):
        return Item.objects.none()
    own = viewer.user.pk if viewer.user else None
    first = Comparison.objects.filter(item=OuterRef("pk"), reading=FIRST)
    second = Comparison.objects.filter(item=OuterRef("pk"), reading=SECOND)
    by_other = first.exclude(read_by=own)
    wanted = ~Exists(first) | (Q(is_read_twice=True) & ~Exists(second) & Exists(by_other))
    rows = in_scope(viewer, Item.objects.filter(person__isnull=False), person="person")
    rows = rows.filter(wanted).select_related("county", "court", "draw")
    rows = rows.annotate(is_second=Exists(first))
    return rows if draw is None else rows.filter(draw=draw)


def standing(viewer: Viewer, *, today: date) -> Standing:
    """Return what waits."""
    open_ones = Finding.objects.filter(closed_at=None)
    return Standing(
        to_read=to_read(viewer).count(),
        open=open_ones.count(),
        overdue=open_ones.filter(answer_due_on__lt=today).count(),
    )


def findings(viewer: Viewer, *, show: str, today: date) -> QuerySet[Finding]:
    """Return the findings asked for: open, overdue or closed."""
    viewer.require(Permission.QUALITY_VIEW)
    rows = Finding.objects.select_related("comparison__item__court", "comparison__keyed_by")
    # Of people out of reach, and of records that the law closes, nothing is told.
    items = Item.objects.filter(pk=OuterRef("comparison__item"))
    rows = rows.filter(Exists(items))
    if viewer.may(Permission.PERSON_VIEW):
        path = "comparison__item__person"
        reached = in_scope(viewer, rows, person=path)
        rows = rows.filter(Q(pk__in=reached.values("pk")) | Q(**{f"{path}__isnull": True}))
    if show == "closed":
        return rows.filter(closed_at__isnull=False).order_by("-closed_at")
    rows = rows.filter(closed_at=None)
    return rows.filter(answer_due_on__lt=today) if show == "overdue" else rows


def missing_documents(viewer: Viewer) -> QuerySet[Finding]:
    """Return the documents of courts' registers that the system had not."""
    viewer.require(Permission.QUALITY_REVIEW)
    rows = Finding.objects.filter(comparison__field=FieldKey.RECORD)
    return rows.select_related("comparison__item__court").order_by(
        F("closed_at").desc(nulls_first=True), "answer_due_on"
    )


def item_of(viewer: Viewer, person: int, number: int) -> Item | None:
    """Return the item of a person in reach."""
    rows = in_scope(viewer, Item.objects.all(), person="person").filter(person=person)
    return rows.select_related("court", "county", "charge__case", "draw").filter(pk=number).first()


def finding_of(viewer: Viewer, person: int, number: int) -> Finding | None:
    """Return the finding about a person in reach."""
    items = in_scope(viewer, Item.objects.all(), person="person").filter(person=person)
    rows = Finding.objects.filter(comparison__item__in=items.values("pk"))
    return rows.select_related("comparison__item__court", "closed_by").filter(pk=number).first()


def compared(viewer: Viewer, item: Item, *, seen: Seen) -> list[Masked]:
    """Return document beside record, field by field, as the viewer may see it."""
    rows = item.comparisons.select_related("read_by", "keyed_by", "finding")
    return cast(list[Masked], mask(viewer, list(rows), seen=seen))


def sentence_of(item: Item) -> int | None:
    """Return the sentence on the item's count, which has a page to amend it."""
    sentence = getattr(item.charge, "sentence", None)
    return sentence.pk if sentence is not None else None


def counties_with_courts() -> list[tuple[int, str]]:
    """Return the counties that have a court, as choices of a form."""
    found = County.objects.filter(court__isnull=False).distinct()
    return [(county.pk, county.name) for county in found.order_by("name")]


def from_register(viewer: Viewer) -> QuerySet[Item]:
    """Return the documents that were looked up, newest first."""
    rows = Item.objects.filter(direction=Direction.DOCUMENT, person__isnull=False)
    rows = in_scope(viewer, rows, person="person")
    return rows.select_related("court").order_by("-entered_at")
