"""Typed and not saved: sealed for the user until he comes back, and gone after a day's work."""

import json
from datetime import datetime, timedelta
from urllib.parse import urlsplit

from django.conf import settings
from django.db.models import QuerySet
from django.http import HttpRequest
from django.http.request import QueryDict
from django.urls import Resolver404, resolve
from django.utils import timezone

from ots.access.models import KeptForm, User
from ots.core.sealing import UnsealError, seal, unseal

Fields = list[tuple[str, str]]
# Never kept: what proves who one is, and what belongs to one request alone.
SKIPPED = ("password", "csrfmiddlewaretoken", "token", "credential", "secret")
# On the pages of signing in a code proves who one is; elsewhere it is one of a list, or postal.
SKIPPED_AT_SIGN_IN = (*SKIPPED, "code")
SIGN_IN_APPS = ("access", "admin")
LONGEST_PAGE = 500
LARGEST = 200_000
_IN_SESSION = "kept_forms"


def keep(request: HttpRequest, user: User, page: str, sent: QueryDict) -> bool:
    """Keep what was typed on the page; false when there was nothing to keep."""
    skipped = _skipped_on(page)
    fields = [
        (name, value)
        for name, values in sent.lists()
        if not any(word in name.lower() for word in skipped)
        for value in map(str, values)
    ]
    text = json.dumps(fields)
    if not any(value for _, value in fields) or len(text) > LARGEST or len(page) > LONGEST_PAGE:
        return False
    KeptForm.objects.update_or_create(
        user=user,
        page=page,
        defaults={"sealed": seal(text, about=_about(user, page)), "kept_at": timezone.now()},
    )
    _remember(request, user)
    return True


def kept_fields(request: HttpRequest, user: User, page: str) -> Fields:
    """Return what was typed on the page; nothing where nothing is kept."""
    if page not in request.session.get(_IN_SESSION, []):
        return []
    kept = _living(user).filter(page=page).first()
    if kept is None:
        return []
    try:
        found: Fields = json.loads(unseal(kept.sealed, about=_about(user, page)))
    except UnsealError:
        return []
    return [(name, value) for name, value in found]


def throw_away(request: HttpRequest, user: User, page: str) -> None:
    """Forget what was typed on the page: it was saved, or is not wanted."""
    if page in request.session.get(_IN_SESSION, []):
        KeptForm.objects.filter(user=user, page=page).delete()
        _remember(request, user)


def bring_along(request: HttpRequest, user: User) -> None:
    """Let a new session know what an earlier one left."""
    _remember(request, user)


def remove_old() -> int:
    """Delete what nobody came back for; returns how many."""
    removed, _ = KeptForm.objects.filter(kept_at__lte=_oldest()).delete()
    return removed


def page_of_form(request: HttpRequest) -> str:
    """Return the page where the form stands: the one that sent it, if it is ours."""
    came_from = urlsplit(request.META.get("HTTP_REFERER", ""))
    if came_from.netloc != request.get_host():
        return request.get_full_path()
    return f"{came_from.path}?{came_from.query}" if came_from.query else str(came_from.path)


def _skipped_on(page: str) -> tuple[str, ...]:
    try:
        app = resolve(urlsplit(page).path).app_name
    except Resolver404:
        return SKIPPED_AT_SIGN_IN
    return SKIPPED_AT_SIGN_IN if app in SIGN_IN_APPS else SKIPPED


def _remember(request: HttpRequest, user: User) -> None:
    # In the session, so that pages need no query to know that nothing is kept.
    request.session[_IN_SESSION] = list(_living(user).values_list("page", flat=True))


def _living(user: User) -> QuerySet[KeptForm]:
    return KeptForm.objects.filter(user=user, kept_at__gt=_oldest())


def _oldest() -> datetime:
    return timezone.now() - timedelta(hours=settings.SESSION_HOURS)


def _about(user: User, page: str) -> str:
    return f"form of user {user.pk} on {page}"
