"""Reports that count: closures by ground, decisions on transfers, work, and who has a post."""

from collections import Counter
from collections.abc import Iterable
from typing import Final

from django.db.models import Count, F, Q, QuerySet

from interstate.models import Activity, CompactEvent, Member
from interstate.rules.vocabulary import EventType, Side, State
from interstate.selectors.offices import other_member
from interstate.selectors.reports.report import (
    Ask,
    Counted,
    CountedRow,
    ReportAsked,
    narrowing,
)
from interstate.selectors.reports.said import IS_DENIED, SAID
from ots.access.categories import Category
from ots.access.models import User
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

COUNTS: Final = "Counts of a period"
UNKNOWN: Final = "Not known"


def closures_by_ground(viewer: Viewer, asked: ReportAsked) -> list[CountedRow]:
    """Count the cases closed in the period by ground and other state; two queries."""
    rows = (
        _events(viewer, asked, EventType.CASE_CLOSURE_REPLY)
        .filter(case__state=State.CLOSED.value)
        .annotate(other=other_member(asked.offices, "case__"))
        .values("case__closed_for", "other")
        .annotate(
            sent=Count("case", distinct=True, filter=_sent(asked)),
            received=Count("case", distinct=True, filter=_received(asked)),
        )
        .order_by("case__closed_for", "other")
    )
    names = _member_names()
    return [
        CountedRow(
            (_ground(str(row["case__closed_for"])), names[row["other"]]),
            (row["sent"], row["received"]),
        )
        for row in rows
    ]


def decisions_by_state(viewer: Viewer, asked: ReportAsked) -> list[CountedRow]:
    """Count decisions on transfers by the two states of the case; two queries."""
    names = _member_names()
    rows = _decided(viewer, asked, "case__sending", "case__receiving")
    return [
        CountedRow(
            (names[str(row["case__sending"])], names[str(row["case__receiving"])]), _figures(row)
        )
        for row in rows
    ]


def decisions_by_office(viewer: Viewer, asked: ReportAsked) -> list[CountedRow]:
    """Count decisions on transfers by the office that made them; one query.

    Two offices of one name, as members without a name for theirs have, are two.
    """
    office = "case__receiving_office"
    by = (f"{office}__name", f"{office}__member__name", office)
    rows = _decided(viewer, asked, *by)
    often = Counter(str(row[by[0]]) for row in rows)
    return [CountedRow((_office(row, by, often),), _figures(row)) for row in rows]


def decisions_by_user(viewer: Viewer, asked: ReportAsked) -> list[CountedRow]:
    """Count our own decisions on transfers by who wrote the reply; two queries."""
    rows = _decided(viewer, asked, "activity__author", more=_received(asked))
    names = _user_names(row["activity__author"] for row in rows)
    return _by_name(
        CountedRow((names.get(row["activity__author"], UNKNOWN),), _figures(row)) for row in rows
    )


def work_by_user(viewer: Viewer, asked: ReportAsked) -> list[CountedRow]:
    """Count what our offices sent, and in how many cases, by who wrote it; two queries."""
    ours = (Q(side=Side.SENDING.value) & _sent(asked)) | (
        Q(side=Side.RECEIVING.value) & _received(asked)
    )
    rows = Activity.objects.filter(
        ours,
        narrowing(viewer, asked, "case__"),
        sent_at__gte=asked.began_at,
        sent_at__lt=asked.ended_at,
    )
    # By case first: counting the cases apart would have the database sort every activity.
    pairs = in_scope(viewer, rows, person="case__person").values("author", "case").order_by()
    cases: Counter[int | None] = Counter()
    sent: Counter[int | None] = Counter()
    for author, in_case in pairs.annotate(sent=Count("pk")).values_list("author", "sent"):
        cases[author] += 1
        sent[author] += in_case
    names = _user_names(cases)
    return _by_name(
        CountedRow((names.get(author, UNKNOWN),), (cases[author], sent[author])) for author in cases
    )


def _events(viewer: Viewer, asked: ReportAsked, kind: EventType) -> "QuerySet[CompactEvent]":
    rows = CompactEvent.objects.filter(
        narrowing(viewer, asked, "case__"),
        type=kind.value,
        happened_at__gte=asked.began_at,
        happened_at__lt=asked.ended_at,
    )
    return in_scope(viewer, rows, person="case__person")


def _decided(
    viewer: Viewer, asked: ReportAsked, *by: str, more: Q | None = None
) -> list[dict[str, str | int]]:
    rows = _events(viewer, asked, EventType.TRANSFER_REPLY).filter(by=Side.RECEIVING.value)
    return list(
        rows.filter(more or Q())
        .alias(**SAID)
        .values(*by)
        .annotate(accepted=Count("pk", filter=~IS_DENIED), rejected=Count("pk", filter=IS_DENIED))
        .order_by(*(F(each).asc(nulls_last=True) for each in by))
    )


def _office(row: dict[str, str | int], by: tuple[str, ...], often: Counter[str]) -> str:
    """The office's name, with its member where another office bears the same."""
    name, member = str(row[by[0]]), str(row[by[1]])
    return f"{name}, {member}" if often[name] > 1 else name


def _figures(row: dict[str, str | int]) -> tuple[int, ...]:
    accepted, rejected = int(row["accepted"]), int(row["rejected"])
    return accepted, rejected, 100 * accepted // (accepted + rejected)


def _sent(asked: ReportAsked) -> Q:
    return Q(case__sending_office__in=asked.offices.keys)


def _received(asked: ReportAsked) -> Q:
    return Q(case__receiving_office__in=asked.offices.keys)


def _member_names() -> dict[str, str]:
    return dict(Member.objects.values_list("code", "name"))


def _user_names(keys: Iterable[object]) -> dict[object, str]:
    users = User.objects.filter(pk__in={key for key in keys if key})
    return {user.pk: str(user) for user in users}


def _by_name(rows: Iterable[CountedRow]) -> list[CountedRow]:
    return sorted(rows, key=lambda row: row.labels)


def _ground(value: str) -> str:
    return value.replace("_", " ").capitalize() or "No ground named"


DECISIONS: Final = ("Accepted", "Rejected", "Accepted, percent")
COUNTED: Final = (
    Counted(
        slug="closure-reasons",
        title="Closures by ground",
        group=COUNTS,
        labels=("Ground", "Other state"),
        figures=("Sent by us", "Received by us"),
        count=closures_by_ground,
        says="Cases of which the closure was agreed to in the period, and that are closed.",
    ),
    Counted(
        slug="decisions-by-state",
        title="Transfer decisions by state",
        group=COUNTS,
        labels=("Sending state", "Receiving state"),
        figures=DECISIONS,
        count=decisions_by_state,
        asks=(Ask.PERIOD, Ask.MEMBER, Ask.DIRECTION),
    ),
    Counted(
        slug="decisions-by-office",
        title="Transfer decisions by office",
        group=COUNTS,
        labels=("Office that decided",),
        figures=DECISIONS,
        count=decisions_by_office,
        asks=(Ask.PERIOD, Ask.MEMBER, Ask.DIRECTION),
    ),
    Counted(
        slug="decisions-by-user",
        title="Our transfer decisions by user",
        group=COUNTS,
        labels=("Who wrote the reply",),
        figures=DECISIONS,
        count=decisions_by_user,
        needs=(Category.SUPERVISION, Category.STAFF),
    ),
    Counted(
        slug="work-by-user",
        title="Cases worked on, by user",
        group=COUNTS,
        labels=("Who wrote it",),
        figures=("Cases", "Sent"),
        count=work_by_user,
        asks=(Ask.PERIOD, Ask.MEMBER, Ask.DIRECTION),
        says="What our offices sent in the period, by who wrote it.",
        needs=(Category.SUPERVISION, Category.STAFF),
    ),
)
