"""What a compact office sees of itself: measures, caseload, and the lists behind each figure."""

import csv
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from interstate.rules.measures import (
    MEASURES,
    Measure,
    Outcome,
    Quarter,
    quarter_from,
    quarter_of,
)
from interstate.selectors import measures, office
from interstate.selectors.office_export import cases_csv, debts_csv
from interstate.selectors.offices import OTHERS, OURS, WHOSE, Offices, offices_for
from interstate.selectors.reports.book import front_counts
from interstate.views.reports import kept_with_addresses
from ots.access.lists import masked_page
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.core.numbers import whole_number

# Half of the other members: each row leads to a list for every figure.
MEMBERS_A_PAGE = 26


@dataclass(frozen=True, slots=True)
class Chosen:
    """What the address asks for; what it names wrongly is as if it were not named."""

    offices: Offices
    whose: str
    quarter: Quarter
    measure: Measure | None
    outcome: Outcome | None
    member: str
    state: str
    direction: str
    today: date

    @property
    def asked(self) -> measures.Asked:
        """What the measures are asked."""
        return measures.Asked(
            offices=self.offices, whose=self.whose, last=self.quarter, today=self.today
        )

    @property
    def narrowed(self) -> office.Narrowed:
        """How a list of cases is narrowed."""
        return office.Narrowed(state=self.state, direction=self.direction, member=self.member)

    @property
    def one_office(self) -> str:
        """The part of an address that keeps the office looked at."""
        one = self.offices.one
        return urlencode({"office": one.pk}) + "&" if one else ""


@page(Permission.COMPACT_ROUTE)
def office_page(request: PageRequest) -> HttpResponse:
    """Show the six measures by quarter, where cases stand, and who is waited for."""
    chosen, viewer = _chosen(request), request.viewer
    rows = measures.measure_rows(viewer, chosen.asked)
    context = {
        "chosen": chosen,
        "whose_words": WHOSE,
        "quarters": chosen.asked.quarters,
        "rows": rows,
        "busy": [row for row in rows if not row.is_idle],
        "idle": [row for row in rows if row.is_idle],
        "target": next(iter(MEASURES.values())).target_on(chosen.today),
        "waits": office.waiting_for(viewer, chosen.offices, today=chosen.today),
        "states": office.cases_by_state(viewer, chosen.offices),
        "reports": front_counts(viewer, chosen.offices, today=chosen.today),
        "kept": kept_with_addresses(request),
    }
    return render(request, "interstate/office.html", context)


@page(Permission.COMPACT_ROUTE)
def office_members(request: PageRequest) -> HttpResponse:
    """Show a measure of one quarter by the other member, or the caseload where none is chosen."""
    chosen, viewer = _chosen(request), request.viewer
    context: dict[str, object] = {"chosen": chosen, "measures": MEASURES, "whose_words": WHOSE}
    if chosen.measure:
        rows = measures.member_rows(viewer, chosen.asked, chosen.measure)
        context["found"] = Paginator(rows, MEMBERS_A_PAGE).get_page(request.GET.get("page"))
    else:
        context["members"] = office.cases_by_member(viewer, chosen.offices)
    return render(request, "interstate/office_members.html", context)


@page(Permission.COMPACT_ROUTE)
def office_cases(request: PageRequest) -> HttpResponse:
    """List cases going on, the oldest day due first."""
    chosen = _chosen(request)
    rows = office.case_list(request.viewer, chosen.offices, chosen.narrowed)
    context = {
        "chosen": chosen,
        "found": masked_page(request, rows, list_name="compact office cases"),
        "may_export": request.viewer.may(Permission.PEOPLE_EXPORT),
        "query": request.GET.urlencode(),
    }
    return render(request, "interstate/office_cases.html", context)


@page(Permission.COMPACT_ROUTE)
def office_owed(request: PageRequest) -> HttpResponse:
    """List what is behind a figure of a measure, or what is open, the oldest first."""
    chosen = _chosen(request)
    context = {
        "chosen": chosen,
        "found": masked_page(request, _debts(request, chosen), list_name="compact office limits"),
        "title": _debts_title(chosen),
        "may_export": request.viewer.may(Permission.PEOPLE_EXPORT),
        "query": request.GET.urlencode(),
    }
    return render(request, "interstate/office_owed.html", context)


@page(Permission.COMPACT_ROUTE)
def office_activities(request: PageRequest) -> HttpResponse:
    """Count what was sent and received in a quarter, by kind."""
    chosen = _chosen(request)
    rows = office.crossed(request.viewer, chosen.offices, chosen.quarter)
    return render(request, "interstate/office_activities.html", {"chosen": chosen, "rows": rows})


@page(Permission.COMPACT_ROUTE)
def office_measures_export(request: PageRequest) -> HttpResponse:
    """Send the measures by quarter as CSV; nothing in them is about one person."""
    chosen = _chosen(request)
    response = _file("compact-measures")
    writer = csv.writer(response)
    writer.writerow(
        ["measure", "quarter", "on time", "late", "missed", "waiting", "percent", "target"]
    )
    for row in measures.measure_rows(request.viewer, chosen.asked):
        for cell in row.cells:
            tally = cell.tally
            figures = [tally.on_time, tally.late, tally.missed, tally.waiting]
            share = "" if tally.percent is None else tally.percent
            writer.writerow([row.measure.title, cell.quarter.code, *figures, share, cell.target])
    return response


@page(Permission.COMPACT_ROUTE)
@asks_release(Outlet.LIST)
def office_cases_export(request: PageRequest) -> HttpResponse:
    """Send the list of cases as CSV, only with the columns the viewer may see."""
    if not request.viewer.may(Permission.PEOPLE_EXPORT):
        return _refused(request)
    chosen = _chosen(request)
    rows = office.case_list(request.viewer, chosen.offices, chosen.narrowed)
    return _file("compact-cases", cases_csv(request.viewer, rows))


@page(Permission.COMPACT_ROUTE)
@asks_release(Outlet.LIST)
def office_owed_export(request: PageRequest) -> HttpResponse:
    """Send the list of what is owed as CSV, only with the columns the viewer may see."""
    if not request.viewer.may(Permission.PEOPLE_EXPORT):
        return _refused(request)
    text = debts_csv(request.viewer, _debts(request, _chosen(request)))
    return _file("compact-limits", text)


def _chosen(request: PageRequest) -> Chosen:
    said, today = request.GET, timezone.localdate()
    outcome = said.get("outcome", "")
    return Chosen(
        offices=offices_for(request.viewer, whole_number(said.get("office", ""))),
        whose=said["whose"] if said.get("whose") in {*WHOSE, OTHERS} else OURS,
        quarter=quarter_from(said.get("quarter", "")) or quarter_of(today),
        measure=MEASURES.get(said.get("measure", "")),
        outcome=Outcome(outcome) if outcome in set(Outcome) else None,
        member=said.get("member", "")[:2],
        state=said.get("state", "")[:20],
        direction=said.get("direction", ""),
        today=today,
    )


def _debts(request: PageRequest, chosen: Chosen) -> office.DebtRows:
    if chosen.measure:
        return measures.behind(
            request.viewer,
            chosen.asked,
            chosen.measure,
            outcome=chosen.outcome,
            member=chosen.member,
        )
    return office.debt_list(
        request.viewer, chosen.offices, whose=chosen.whose, member=chosen.member
    )


def _debts_title(chosen: Chosen) -> str:
    if chosen.measure:
        return f"{chosen.measure.title}, {chosen.quarter}"
    return "Open limits"


def _refused(request: PageRequest) -> HttpResponse:
    messages.error(request, "Your role may not download lists of people.")
    return redirect("interstate:office")


def _file(name: str, text: str = "") -> HttpResponse:
    response = HttpResponse(text, content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
