"""An office's caseload: where cases stand, with which member, who is waited for."""

from dataclasses import dataclass
from datetime import date
from typing import Final

from django.db.models import Count, Min, Q, QuerySet

from interstate.choices import STATES
from interstate.models import Activity, CompactCase, CompactObligation, Member
from interstate.rules.measures import Quarter
from interstate.rules.vocabulary import OVER, Side
from interstate.selectors.measures import with_case
from interstate.selectors.offices import (
    OTHERS,
    OURS,
    THEIRS,
    Offices,
    cases_of_offices,
    other_member,
    owed_by,
    sort_of_debtor,
)
from interstate.selectors.reports.report import midnight
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer

DebtRows = QuerySet[CompactObligation]
_OPEN_DEBT: Final = Q(satisfied_on__isnull=True, is_void=False)


@dataclass(frozen=True, slots=True)
class StateRow:
    """How many cases stand in a state, sent and received."""

    state: str
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class WaitRow:
    """What is open and owed by one: in how many cases, how much is late, since when."""

    whose: str
    cases: int
    owed: int
    overdue: int
    oldest: date | None


@dataclass(frozen=True, slots=True)
class PartnerRow:
    """How many cases go on with another member, sent and received."""

    member: Member
    sent: int
    received: int


@dataclass(frozen=True, slots=True)
class KindRow:
    """How many activities of a kind crossed the border in a quarter."""

    kind: str
    sent: int
    received: int


def cases_by_state(viewer: Viewer, offices: Offices) -> list[StateRow]:
    """Count cases going on by where they stand, in the order of a case's course; one query."""
    rows = _going_on(viewer, offices).values("state").annotate(**_directions(offices)).order_by()
    found = {row["state"]: row for row in rows}
    return [
        StateRow(state, found[state]["sent"], found[state]["received"])
        for state, _ in STATES
        if state in found
    ]


def cases_by_member(viewer: Viewer, offices: Offices) -> list[PartnerRow]:
    """Count cases going on by the other member, by name; two queries."""
    rows = (
        _going_on(viewer, offices)
        .annotate(other=other_member(offices))
        .values("other")
        .annotate(**_directions(offices))
        .order_by()
    )
    found = {row["other"]: row for row in rows}
    return [
        PartnerRow(member, found[member.pk]["sent"], found[member.pk]["received"])
        for member in Member.objects.filter(pk__in=found)
    ]


def waiting_for(viewer: Viewer, offices: Offices, *, today: date) -> list[WaitRow]:
    """Count what is open by who owes it: the offices, the other state, neither; one query."""
    rows = (
        in_scope(viewer, _open_debts(offices), person="case__person")
        .annotate(whose=sort_of_debtor(offices))
        .values("whose")
        .annotate(
            cases=Count("case", distinct=True),
            owed=Count("pk"),
            overdue=Count("pk", filter=Q(due_on__lt=today)),
            oldest=Min("due_on"),
        )
        .order_by()
    )
    found = {row["whose"]: WaitRow(**row) for row in rows}
    return [found.get(each, WaitRow(each, 0, 0, 0, None)) for each in (OURS, THEIRS, OTHERS)]


def crossed(viewer: Viewer, offices: Offices, quarter: Quarter) -> list[KindRow]:
    """Count the activities that were sent in a quarter by kind, both ways; one query."""
    rows = Activity.objects.filter(
        cases_of_offices(offices, "case__"),
        sent_at__gte=midnight(quarter.first_day),
        sent_at__lt=midnight(quarter.after),
    )
    ours = Q(side=Side.SENDING.value, case__sending_office__in=offices.keys) | Q(
        side=Side.RECEIVING.value, case__receiving_office__in=offices.keys
    )
    counted = (
        in_scope(viewer, rows, person="case__person")
        .values("kind")
        .annotate(sent=Count("pk", filter=ours), received=Count("pk", filter=~ours))
        .order_by("kind")
    )
    return [KindRow(row["kind"], row["sent"], row["received"]) for row in counted]


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrowed:
    """How a list of cases is narrowed: to a state, a direction, another member."""

    state: str = ""
    direction: str = ""
    member: str = ""


def case_list(viewer: Viewer, offices: Offices, narrowed: Narrowed) -> QuerySet[CompactCase]:
    """Return cases going on, those with the oldest day due first."""
    rows = _going_on(viewer, offices)
    if narrowed.state:
        rows = rows.filter(state=narrowed.state)
    if narrowed.direction in {"sent", "received"}:
        side = "sending_office" if narrowed.direction == "sent" else "receiving_office"
        rows = rows.filter(**{f"{side}__in": offices.keys})
    if narrowed.member:
        rows = rows.annotate(other=other_member(offices)).filter(other=narrowed.member)
    return rows.select_related(
        "person", "sending", "receiving", "sending_user", "receiving_user"
    ).order_by("next_due_on", "pk")


def debt_list(viewer: Viewer, offices: Offices, *, whose: str, member: str = "") -> DebtRows:
    """Return what is owed and open, the oldest first."""
    if whose == OTHERS:
        neither = (Side.THIRD.value, Side.VICTIM.value)
        rows = _open_debts(offices).filter(owed_by__in=neither)
    else:
        rows = CompactObligation.objects.filter(owed_by(offices, whose), _OPEN_DEBT)
    return with_case(in_scope(viewer, rows, person="case__person"), offices, member)


def _going_on(viewer: Viewer, offices: Offices) -> QuerySet[CompactCase]:
    rows = CompactCase.objects.filter(cases_of_offices(offices)).exclude(state__in=OVER)
    return in_scope(viewer, rows, person="person")


def _open_debts(offices: Offices) -> DebtRows:
    return CompactObligation.objects.filter(cases_of_offices(offices, "case__"), _OPEN_DEBT)


def _directions(offices: Offices) -> dict[str, Count]:
    return {
        "sent": Count("pk", filter=Q(sending_office__in=offices.keys)),
        "received": Count("pk", filter=Q(receiving_office__in=offices.keys)),
    }
