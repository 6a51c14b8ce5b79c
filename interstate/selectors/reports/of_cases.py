"""Reports that list cases."""

from datetime import datetime
from typing import Final

from django.db.models import Count, Exists, F, OuterRef, Q

from interstate.models import CompactCase, CompactEvent
from interstate.rules import words
from interstate.rules.limits import Limit
from interstate.rules.upkeep import AVAILABLE_LEFT, DRAFT_LEFT, REJECTED_LEFT, SUPERVISION_ENDS
from interstate.rules.vocabulary import OVER, EventType, State
from interstate.selectors.alike import cases_of_people_alike
from interstate.selectors.court_cases import with_offenses
from interstate.selectors.reports.report import (
    Ask,
    Column,
    Keeping,
    Listed,
    ReportAsked,
    Shown,
    Source,
    midnight,
)
from ots.access.categories import Category
from timecomp.engine.parameters import Parameter

GOES_ON: Final = ~Q(state__in=OVER)
GOING_ON: Final = "Cases going on"
LEFT_OVER: Final = "Left over, or to be put right"
BACK: Final = "Retaking and return"
CASES: Final = Source(
    model=CompactCase,
    to_case="",
    columns=(
        Column("Person", "person__full_name", Shown.PERSON),
        Column("Case", "number"),
        Column("From", "sending_id"),
        Column("To", "receiving_id"),
        Column("Stands", "state", Shown.STATE),
        Column("Next due", "next_due_on", Shown.DUE),
    ),
    related=("person",),
    asks=(Ask.MEMBER, Ask.DIRECTION, Ask.TRAIT),
)
ENDS: Final = Column("Supervision ends", "supervision_ends_on", Shown.DAY)
LAST: Final = Column("Last event", "last_event_at", Shown.DAY)
OPENED: Final = Column("Opened", "opened_at", Shown.DAY)


def _in(*states: State) -> Keeping:
    return lambda _: Q(state__in=[each.value for each in states])


def _ends_soon(asked: ReportAsked) -> Q:
    last = asked.today + asked.days_of(SUPERVISION_ENDS)
    return GOES_ON & Q(supervision_ends_on__lte=last)


def _draft_left(asked: ReportAsked) -> Q:
    return Q(state=State.DRAFT.value, opened_at__lt=_left_since(asked, DRAFT_LEFT))


def _rejected_left(asked: ReportAsked) -> Q:
    """Rejected, never there, and nothing happened since."""
    left = _left_since(asked, REJECTED_LEFT)
    return _in(State.REJECTED, State.RI_DENIED)(asked) & Q(
        arrived_on__isnull=True, last_event_at__lt=left
    )


def _available_left(asked: ReportAsked) -> Q:
    """Said to be available in the retaking that goes on now, and not yet retaken."""
    reported = CompactEvent.objects.filter(
        case=OuterRef("case"),
        type__in=(EventType.VIOLATION_REPORT, EventType.DISCRETIONARY_RETAKING),
        happened_at__gt=OuterRef("happened_at"),
    )
    said = Q(type=EventType.AVAILABLE_FOR_RETAKING) | Q(
        type=EventType.VIOLATION_REPORT, data__is_available=True
    )
    available = CompactEvent.objects.filter(
        said,
        ~Exists(reported),
        case=OuterRef("pk"),
        happened_at__lt=_left_since(asked, AVAILABLE_LEFT),
    )
    return _in(State.RETAKE_REQUESTED, State.RETAKING)(asked) & Q(Exists(available))


def _open_twice(_: ReportAsked) -> Q:
    twin = CompactCase.objects.filter(
        GOES_ON,
        ~Q(pk=OuterRef("pk")),
        person=OuterRef("person"),
        sending=OuterRef("sending"),
        receiving=OuterRef("receiving"),
    )
    # Whom it may be at all is found first, in one pass over the open cases.
    often = (
        CompactCase.objects.filter(GOES_ON)
        .order_by()
        .values("person")
        .annotate(cases=Count("pk"))
        .filter(cases__gt=1)
    )
    return GOES_ON & Q(Exists(twin), person__in=often.values("person"))


def _alike(_: ReportAsked) -> Q:
    return Q(pk__in=cases_of_people_alike())


def _sent_again(_: ReportAsked) -> Q:
    later = CompactCase.objects.filter(
        ~Q(pk=OuterRef("pk")),
        person=OuterRef("person"),
        sending=OuterRef("sending"),
        opened_at__gt=OuterRef("last_event_at"),
    )
    return Q(state=State.CLOSED.value, closed_for=words.RETAKEN) & Q(Exists(later))


def _left_since(asked: ReportAsked, own: Parameter[Limit]) -> datetime:
    """The moment before which what lies still has lain longer than the days."""
    return midnight(asked.today - asked.days_of(own))


def _report(slug: str, title: str, group: str, keep: Keeping, **more: object) -> Listed:
    values: dict[str, object] = {"order": (F("next_due_on").asc(nulls_last=True), "pk"), **more}
    return Listed(slug=slug, title=title, group=group, source=CASES, keep=keep, **values)  # type: ignore[arg-type]  # fields of the report, by name


OF_CASES: Final = (
    _report(
        "active",
        "All cases going on",
        GOING_ON,
        lambda _: GOES_ON,
        more=(ENDS, Column("Offenses", "offenses")),
        along=with_offenses(),
    ),
    _report(
        "departure",
        "In need of a notice of departure",
        GOING_ON,
        _in(State.ACCEPTED, State.RI_APPROVED, State.RETURN_APPROVED),
        says="Accepted, instructed or to return, and not departed; nothing that was withdrawn.",
        more=(LAST,),
    ),
    _report(
        "arrival",
        "In need of a notice of arrival",
        GOING_ON,
        _in(State.IN_TRANSIT, State.RETURNING),
        says="Departed, not arrived. Who failed to arrive is in a list apart.",
        more=(LAST,),
    ),
    _report("failed", "Failed to arrive", GOING_ON, _in(State.FAILED_TO_ARRIVE), more=(LAST,)),
    _report(
        "request",
        "Arrived on instructions, no transfer accepted",
        GOING_ON,
        _in(State.RI_ARRIVED),
        more=(LAST,),
    ),
    _report(
        "closing",
        "Closure noticed, not answered",
        GOING_ON,
        _in(State.CLOSURE_PENDING),
        more=(Column("Ground", "closed_for", Shown.STATE),),
    ),
    _report(
        "ending",
        "Supervision ends soon",
        GOING_ON,
        _ends_soon,
        says="Supervision ends within the days, or has ended, and the case goes on.",
        more=(ENDS,),
        order=("supervision_ends_on", "pk"),
        days=SUPERVISION_ENDS,
    ),
    _report("tolled", "Tolled", GOING_ON, lambda _: GOES_ON & Q(is_tolled=True), more=(ENDS,)),
    _report(
        "retaking",
        "Awaiting retaking",
        BACK,
        _in(State.RETAKE_REQUESTED, State.RETAKING),
        more=(LAST,),
    ),
    _report(
        "available",
        "Available and not yet retaken",
        BACK,
        _available_left,
        says="The receiving state said longer ago than the days that the person may be retaken.",
        more=(LAST,),
        days=AVAILABLE_LEFT,
    ),
    _report(
        "returning",
        "Ordered back or returning",
        BACK,
        _in(State.RETURN_ORDERED, State.RETURN_PENDING, State.RETURN_APPROVED, State.RETURNING),
        more=(LAST,),
    ),
    _report(
        "return-requested",
        "Supervised there, instructions to return requested",
        BACK,
        _in(State.RETURN_PENDING, State.RETURN_APPROVED),
        more=(LAST,),
    ),
    _report(
        "sent-again",
        "Retaken, then transferred again",
        BACK,
        _sent_again,
        says="Closed because the person was retaken; the same state opened another case since.",
        more=(LAST,),
    ),
    _report(
        "rejected",
        "Rejected or denied, to be acted on",
        LEFT_OVER,
        _in(State.REJECTED, State.RI_DENIED),
        more=(LAST,),
    ),
    _report(
        "rejected-left",
        "Rejected and never transferred",
        LEFT_OVER,
        _rejected_left,
        says="The person never went, and nothing has happened for longer than the days: "
        "ask again, or withdraw the case.",
        more=(LAST,),
        days=REJECTED_LEFT,
    ),
    _report(
        "draft-left",
        "Drafts left over",
        LEFT_OVER,
        _draft_left,
        says="Opened longer ago than the days, and nothing was ever sent.",
        more=(OPENED,),
        order=("opened_at", "pk"),
        days=DRAFT_LEFT,
    ),
    _report(
        "duplicates",
        "Open twice",
        LEFT_OVER,
        _open_twice,
        says="The same person has another open case between the same two states.",
        more=(OPENED,),
        order=("person", "opened_at"),
    ),
    _report(
        "people-alike",
        "Perhaps one person under two numbers",
        LEFT_OVER,
        _alike,
        says="Another person, born on the same day and known under the same name, has an open "
        "case between the same two states.",
        more=(Column("Born", "person__birth_date", Shown.DAY), OPENED),
        order=("person__birth_date", "person__last_name", "person", "opened_at"),
        needs=(Category.SUPERVISION, Category.IDENTITY),
    ),
    _report(
        "unassigned",
        "Without an agent in one of the states",
        LEFT_OVER,
        lambda _: GOES_ON & (Q(sending_user__isnull=True) | Q(receiving_user__isnull=True)),
        more=(
            Column("Sending agent", "sending_user"),
            Column("Receiving agent", "receiving_user"),
        ),
    ),
)
