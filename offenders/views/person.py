"""The pages on which a person's record is read."""

from django.http import HttpResponse
from django.utils import timezone

from offenders.selectors.custody import custody_of, open_stays, stays_of
from offenders.selectors.identity import addresses_of, identity_of
from offenders.selectors.legal import legal_record
from offenders.selectors.orders import orders_of
from offenders.selectors.sentences import sentences_of
from offenders.selectors.time_orders import time_orders_of
from offenders.selectors.timeline import TimelineKind, timeline
from offenders.views.frame import person_page, reading_of
from ots.access.pages import PageRequest, Scope, page
from ots.access.permissions import Permission
from ots.core.pagination import paginate

RECENT_EVENTS = 6
# What an overview tells first; the rest is on the timeline.
NEWS = frozenset(
    {TimelineKind.SENTENCE, TimelineKind.CUSTODY, TimelineKind.ORDER, TimelineKind.PAROLE}
)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person(request: PageRequest, *, person: int) -> HttpResponse:
    """Show where the person stands: custody, sentences, dates, and what happened last."""
    reading = reading_of(request)
    today = timezone.localdate()
    stays = stays_of(reading, person)
    events = [event for event in timeline(reading, person, kinds=NEWS) if event.on <= today]
    return person_page(
        request,
        "offenders/person.html",
        person,
        stays=stays,
        open_stays=open_stays(stays),
        sentences=sentences_of(reading, person),
        addresses=addresses_of(reading, person),
        recent=events[:RECENT_EVENTS],
    )


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_timeline(request: PageRequest, *, person: int) -> HttpResponse:
    """Show everything that happened to the person, newest first, of one kind if asked."""
    asked = request.GET.get("kind", "")
    kind = TimelineKind(asked) if asked in TimelineKind.values else None
    kinds = [kind] if kind else list(TimelineKind)
    events = timeline(reading_of(request), person, kinds=kinds)
    return person_page(
        request,
        "offenders/person_timeline.html",
        person,
        page=paginate(request, events),
        kinds=TimelineKind.choices,
        kind=kind,
    )


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_legal(request: PageRequest, *, person: int) -> HttpResponse:
    """Show the person's cases with counts, dispositions and sentences."""
    reading = reading_of(request)
    return person_page(
        request,
        "offenders/person_legal.html",
        person,
        legal=legal_record(reading, person),
        time_orders=time_orders_of(reading, person),
    )


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_custody(request: PageRequest, *, person: int) -> HttpResponse:
    """Show where the person was held, and conduct and credits there."""
    custody = custody_of(reading_of(request), person)
    return person_page(request, "offenders/person_custody.html", person, custody=custody)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_identity(request: PageRequest, *, person: int) -> HttpResponse:
    """Show names, numbers, description and contact, with their history."""
    identity = identity_of(reading_of(request), person)
    return person_page(request, "offenders/person_identity.html", person, identity=identity)


@page(Permission.PERSON_VIEW, scope=Scope.PERSON)
def person_orders(request: PageRequest, *, person: int) -> HttpResponse:
    """Show warrants, holds, detainers and protective orders."""
    orders = orders_of(reading_of(request), person)
    today = timezone.localdate()
    return person_page(request, "offenders/person_orders.html", person, orders=orders, today=today)
