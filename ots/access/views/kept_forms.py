"""What scripts ask and keep: how long the session stays open, and what is typed so far."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from ots.access.models import User
from ots.access.pages import public_page
from ots.access.signing_in import kept_forms, pending, sessions

NO_CONTENT, FORBIDDEN = 204, 403


@public_page
@never_cache
def session_state(request: HttpRequest) -> HttpResponse:
    """Tell in how many seconds the session locks; asking is no activity."""
    session = sessions.session_of(request) if request.user.is_authenticated else None
    if session is None or session.locked_at is not None:
        return JsonResponse({"seconds": 0})
    left = session.last_active_at + sessions.idle_time(session) - timezone.now()
    return JsonResponse({"seconds": max(0, int(left.total_seconds()))})


@public_page
@require_POST
def session_stay(request: HttpRequest) -> HttpResponse:
    """Keep the session open: the person said so. The guard has noted the activity."""
    return HttpResponse(status=NO_CONTENT if request.user.is_authenticated else FORBIDDEN)


@public_page
@require_POST
def form_keep(request: HttpRequest) -> HttpResponse:
    """Keep what is typed so far on a page; it stays the user's own and is sealed."""
    user, page = request.user, request.headers.get("X-Page", "")
    if not isinstance(user, User) or pending.safe_page(request, page) != page:
        return HttpResponse(status=FORBIDDEN)
    kept_forms.keep(request, user, page, request.POST)
    return HttpResponse(status=NO_CONTENT)


@public_page
@require_POST
def form_throw_away(request: HttpRequest) -> HttpResponse:
    """Forget what was typed on a page, and show the page as it is."""
    page = pending.safe_page(request, request.POST.get("page", ""))
    if isinstance(request.user, User):
        kept_forms.throw_away(request, request.user, page)
    return redirect(page)
