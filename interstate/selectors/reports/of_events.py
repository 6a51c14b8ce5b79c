"""Reports that list what happened in a period, and what was sent."""

from typing import Final

from django.db.models import Exists, OuterRef, Q

from interstate.models import Activity, CompactEvent
from interstate.rules.vocabulary import EventType
from interstate.selectors.reports.of_cases import BACK
from interstate.selectors.reports.report import (
    Ask,
    Column,
    Keeping,
    Listed,
    ReportAsked,
    Shown,
    Source,
)
from interstate.selectors.reports.said import IS_DENIED, SAID
from ots.access.categories import Category

HAPPENED: Final = "What happened"
SENT: Final = "What was sent"
_E = EventType
_OF_CASE: Final = (
    Column("Person", "case__person__full_name", Shown.PERSON),
    Column("Case", "case__number"),
    Column("From", "case__sending_id"),
    Column("To", "case__receiving_id"),
)
_ASKS: Final = (Ask.MEMBER, Ask.DIRECTION, Ask.TRAIT)
EVENTS: Final = Source(
    model=CompactEvent,
    to_case="case__",
    columns=(
        Column("On", "happened_at", Shown.DAY),
        *_OF_CASE,
        Column("What", "type", Shown.KIND),
        Column("Stands", "case__state", Shown.STATE),
    ),
    related=("case__person",),
    asks=_ASKS,
    worked_out=SAID,
)
ACTIVITIES: Final = Source(
    model=Activity,
    to_case="case__",
    columns=(
        Column("Sent", "sent_at", Shown.DAY),
        *_OF_CASE,
        Column("What", "kind", Shown.KIND),
        Column("By the", "get_side_display"),
    ),
    related=("case__person", "author"),
    asks=(*_ASKS, Ask.KIND),
    keep=lambda asked: Q(kind=asked.kind) if asked.kind else Q(),
)
WARRANTS: Final = (_E.WARRANT_ISSUED, _E.CUSTODY_ON_WARRANT, _E.AVAILABLE_FOR_RETAKING)
VICTIMS: Final = tuple(each for each in EventType if each.startswith("victim_"))
# Asked of the other state without a form of its own for each question.
ASKED_FOR: Final = (
    *(_E.PROGRESS_REPORT_REQUEST, _E.SIGNED_FORMS_REQUEST, _E.SIGNED_FORMS),
    *(_E.DOCUMENTS_REQUEST, _E.DOCUMENTS, _E.VICTIM_INFORMATION_REQUEST, _E.VICTIM_INFORMATION),
)


def _of(*types: EventType) -> Keeping:
    return lambda _: Q(type__in=[each.value for each in types])


def _in_lieu(_: ReportAsked) -> Q:
    return Q(type=_E.VIOLATION_RESPONSE.value, said__contains="return")


def _after_rejection(_: ReportAsked) -> Q:
    before = CompactEvent.objects.alias(**SAID).filter(
        IS_DENIED,
        case=OuterRef("case"),
        type=_E.TRANSFER_REPLY.value,
        happened_at__lt=OuterRef("happened_at"),
    )
    return Q(~IS_DENIED, Exists(before), type=_E.TRANSFER_REPLY.value)


def _happened(slug: str, title: str, group: str, keep: Keeping, **more: object) -> Listed:
    values: dict[str, object] = {"order": ("-happened_at", "-pk"), "dated": "happened_at", **more}
    return Listed(slug=slug, title=title, group=group, source=EVENTS, keep=keep, **values)  # type: ignore[arg-type]  # fields of the report, by name


def _sent(slug: str, title: str, *kinds: EventType, says: str = "") -> Listed:
    values = [each.value for each in kinds]
    return Listed(
        slug=slug,
        title=title,
        group=SENT,
        source=ACTIVITIES,
        keep=lambda _: Q(kind__in=values) if values else Q(),
        dated="sent_at",
        order=("-sent_at", "-pk"),
        more=(Column("Written by", "author"),),
        says=says,
    )


OF_EVENTS: Final = (
    _happened("arrival-notices", "Arrival notices", HAPPENED, _of(_E.NOTICE_OF_ARRIVAL)),
    _happened(
        "rejected-then-accepted",
        "Rejected, then accepted",
        HAPPENED,
        _after_rejection,
        says="Accepted in the period after the same transfer had been rejected.",
    ),
    _happened(
        "closures-noticed",
        "Case closures and their replies",
        HAPPENED,
        _of(_E.CASE_CLOSURE_NOTICE, _E.CASE_CLOSURE_REPLY),
        more=(Column("Ground", "case__closed_for", Shown.STATE),),
    ),
    _happened(
        "violations",
        "Violations: reports, responses, addenda",
        BACK,
        _of(_E.VIOLATION_REPORT, _E.VIOLATION_RESPONSE, _E.VIOLATION_ADDENDUM),
    ),
    _happened(
        "in-lieu",
        "Returns in lieu of retaking",
        BACK,
        _in_lieu,
        says="The answer to a violation report was an order to return.",
    ),
    _happened(
        "warrants",
        "Warrants, custody and availability",
        BACK,
        _of(*WARRANTS),
        needs=(Category.SUPERVISION, Category.WARRANT),
    ),
    _happened(
        "victims-told",
        "Victims told and heard",
        HAPPENED,
        _of(*VICTIMS),
        says="That it was done and when; what was said stays in the case.",
    ),
    _sent("transmitted", "Everything that was sent"),
    _sent("asked-for", "Requests to act and their answers", *ASKED_FOR),
    _sent("progress-reports", "Progress reports", _E.PROGRESS_REPORT),
)
