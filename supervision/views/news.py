"""What is new of the own people since the officer last signed in."""

from datetime import datetime, timedelta
from typing import Final

from django.core.paginator import Page
from django.http import HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import SafeString

from offenders.views.frame import reading_of
from ots.access.lists import note_list
from ots.access.models import SignInSession
from ots.access.pages import PageRequest, page
from ots.access.permissions import Permission
from ots.access.signing_in.sessions import session_before
from ots.core.pagination import paginate
from supervision.rules.policy import FIRST_NEWS_BACK, NEWS_BACK, in_words
from supervision.selectors.news import NewsItem, Row, items_of, news_since
from supervision.selectors.news_words import NewsKind
from supervision.selectors.own_people import OwnPeople, own_people

SHOWN_AT_HOME: Final = 6
LEADS_TO: Final = {
    NewsKind.WARRANT: "offenders:person-orders",
    NewsKind.CUSTODY: "offenders:person-custody",
    NewsKind.COURT: "offenders:person-legal",
    NewsKind.TEST: "supervision:person-tests",
    NewsKind.MESSAGE: "supervision:reminders",
    NewsKind.RECOMMENDATION: "supervision:recommendations",
    NewsKind.RESPONSE: "supervision:violations",
}


@page(Permission.CASELOAD_VIEW)
def news(request: PageRequest) -> HttpResponse:
    """Show what others recorded since the last sign-in, a line a person and kind, newest first."""
    today, own = timezone.localdate(), own_people(reading_of(request))
    first = timedelta(days=FIRST_NEWS_BACK.on(today).amount)
    since = last_sign_in(request) or timezone.now() - first
    shown: Page[Row] = paginate(request, news_since(own, since, today=today))
    items = items_of(own, list(shown.object_list))
    note_list(request, (int(str(item.person.pk)) for item in items), list_name="news")
    context = {
        "items": _linked(items),
        "since": since,
        "page": shown,
        "longest": in_words(NEWS_BACK, today),
    }
    return render(request, "supervision/news.html", context)


def news_panel(request: PageRequest, own: OwnPeople) -> SafeString:
    """On the first page: the newest, and whether there is more; nothing at the first sign-in.

    Of whole offices only the way there is shown: thousands of people are not asked about unasked.
    """
    since = last_sign_in(request)
    if since is None:
        return SafeString("")
    if request.viewer.office_ids:
        return render_to_string("supervision/news_of_offices.html", {"since": since})
    found = list(news_since(own, since, today=timezone.localdate())[: SHOWN_AT_HOME + 1])
    items = items_of(own, found[:SHOWN_AT_HOME])
    context = {"items": _linked(items), "since": since, "has_more": len(found) > SHOWN_AT_HOME}
    return render_to_string("supervision/news_panel.html", context)


def last_sign_in(request: PageRequest) -> datetime | None:
    """Return when the user signed in before this session; nothing if this is the first."""
    session: SignInSession | None = getattr(request, "sign_in_session", None)
    before = session_before(session) if session is not None else None
    return None if before is None else before.signed_in_at


def _linked(items: list[NewsItem]) -> list[tuple[NewsItem, str]]:
    return [(item, reverse(LEADS_TO[item.kind], args=[item.person.pk])) for item in items]
