"""What a person owes and pays."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from offenders.views.frame import person_page, reading_of, sent
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.access.releasing import Outlet, asks_release
from ots.audit.models import Medium
from ots.core.documents import make_pdf
from ots.core.pagination import paginate
from supervision.forms.money import AsOfForm, ChargeForm, PaymentForm, ReversalForm, WaiverForm
from supervision.selectors.money import (
    debt_line,
    entries_of,
    entry_line,
    lines_of_entries,
    money_of,
    sees_entries,
)
from supervision.selectors.receipts import receipt_of
from supervision.services.ledger import charge, record_payment, reverse, waive
from supervision.views.frame import supervision_page
from timecomp.services.outlets import note_outlet
from timecomp.views.worksheets import pdf_response

SECTION = "money"


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_money(request: PageRequest, *, person: int) -> HttpResponse:
    """Show what is owed, as of today or of a day asked for, and every entry."""
    reading = reading_of(request)
    asked = AsOfForm(request.GET if request.GET.get("on") else None)
    on = asked.cleaned_data["on"] if asked.is_valid() else None
    shown = paginate(request, entries_of(reading, person))
    return supervision_page(
        request,
        "supervision/person_money.html",
        person,
        section=SECTION,
        sheet=money_of(reading, person, on=on or timezone.localdate()),
        asked=asked,
        page=shown,
        lines=lines_of_entries(reading, list(shown.object_list)),
        may_adjust=request.viewer.may(Permission.MONEY_ADJUST),
    )


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
def payment_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record a payment."""
    viewer = request.viewer
    form = PaymentForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: record_payment(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "The payment is recorded.")
            return redirect("supervision:money-entry", person=person, posting=made.pk)
    return person_page(request, "supervision/payment_record.html", person, form=form)


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
def charge_record(request: PageRequest, *, person: int) -> HttpResponse:
    """Record something that is owed."""
    viewer = request.viewer
    form = ChargeForm(sent(request), viewer=viewer, person_id=person)
    if form.is_valid():
        made = form.carry_out(
            lambda: charge(viewer, person, entry=form.entry(), token=form.sent_token)
        )
        if made is not None:
            messages.success(request, "What is owed is recorded.")
            return redirect("supervision:person-money", person=person)
    return person_page(request, "supervision/charge_record.html", person, form=form)


@page(Permission.MONEY_ADJUST, scope=Scope.PERSON)
def debt_waive(request: PageRequest, *, person: int, debt: int) -> HttpResponse:
    """Waive part or all of a debt."""
    viewer = request.viewer
    line = debt_line(reading_of(request), person, debt)
    initial = {"amount": line.left, "waived_on": timezone.localdate()}
    form = WaiverForm(sent(request), viewer=viewer, initial=initial)
    if form.is_valid():
        entry, token = form.entry(), form.sent_token
        if form.carry_out(lambda: waive(viewer, person, debt, entry=entry, token=token)):
            messages.success(request, "The waiver is recorded.")
            return redirect("supervision:person-money", person=person)
    return person_page(request, "supervision/debt_waive.html", person, form=form, line=line)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def money_entry(request: PageRequest, *, person: int, posting: int) -> HttpResponse:
    """Show one entry and where its money went; the sheet says who may not see any."""
    reading = reading_of(request)
    if not sees_entries(reading):
        return redirect("supervision:person-money", person=person)
    line = entry_line(reading, person, posting)
    return supervision_page(
        request,
        "supervision/money_entry.html",
        person,
        section=SECTION,
        line=line,
        may_adjust=request.viewer.may(Permission.MONEY_ADJUST),
        may_record=request.viewer.may(Permission.MONEY_RECORD),
    )


@page(Permission.MONEY_ADJUST, scope=Scope.PERSON)
def entry_reverse(request: PageRequest, *, person: int, posting: int) -> HttpResponse:
    """Undo an entry by another."""
    viewer = request.viewer
    line = entry_line(reading_of(request), person, posting)
    form = ReversalForm(sent(request), viewer=viewer)
    if form.is_valid():
        reason = form.cleaned_data["reason"]
        if form.carry_out(lambda: reverse(viewer, person, posting, reason=reason)) is not None:
            messages.success(request, "The entry is reversed. Both stay on record.")
            return redirect("supervision:person-money", person=person)
    return person_page(request, "supervision/entry_reverse.html", person, form=form, line=line)


@page(Permission.MONEY_RECORD, scope=Scope.PERSON)
@asks_release(Outlet.DOCUMENT)
def payment_receipt(request: PageRequest, *, person: int, posting: int) -> HttpResponse:
    """Give the receipt of a payment as a PDF."""
    reading, now = reading_of(request), timezone.now()
    data = receipt_of(reading, person, posting, at=now)
    content = make_pdf("receipt", data, made_at=now)
    note_outlet(reading, person, what="receipt", medium=Medium.PDF, content=content)
    return pdf_response(content, f"receipt-{posting}.pdf")
