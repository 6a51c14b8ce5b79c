"""Before records leave as a file or document: to whom, by what authority and for what.

Who takes records along for the own duties says so once a session and kind. A release to anybody
else is asked each time, with what was told last already filled in.
"""

import functools
from collections.abc import Callable, Mapping
from dataclasses import asdict, replace
from enum import Enum
from typing import Concatenate, Final, ParamSpec

from django import forms
from django.http import HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme

from ots.access.exports import own_use
from ots.access.forms import PlainForm
from ots.access.pages import PageRequest
from ots.access.viewer import Viewer
from ots.audit.disclosures import Purpose, Release

Params = ParamSpec("Params")
View = Callable[Concatenate[PageRequest, Params], HttpResponse]

# In the session: what was told last of each kind, and whether it still holds for the next.
RELEASES: Final = "releases"
STANDS: Final = "stands"
# In the address of an outlet: ask, even where the own duties were told before.
FOR: Final = "for"


class Outlet(Enum):
    """What leaves: each kind is asked about by itself."""

    LIST = "list"
    DOCUMENT = "document"


class ReleaseForm(PlainForm):
    """To whom records go, by what authority and for what."""

    purpose = forms.ChoiceField(label="For what", choices=Purpose.choices)
    recipient = forms.CharField(
        label="To whom", max_length=160, help_text="The person or office. Yourself, if you keep it"
    )
    recipient_agency = forms.CharField(label="Agency", max_length=160, required=False)
    authority = forms.CharField(
        label="By what authority", max_length=200, help_text="A law, an order, a consent"
    )
    reason = forms.CharField(
        label="Reason", max_length=500, required=False, help_text="The number of a request, say"
    )

    def release(self, own: Release) -> Release:
        """Return what was told; the ORI is known for the own agency alone."""
        told = Release(**self.cleaned_data)
        is_own_agency = told.recipient_agency == own.recipient_agency
        return replace(told, recipient_ori=own.recipient_ori) if is_own_agency else told


def asks_release(kind: Outlet) -> Callable[[View[Params]], View[Params]]:
    """Have a page ask for the release before it hands out records; stands below ``@page``."""

    def decorate(view: View[Params]) -> View[Params]:
        @functools.wraps(view)
        def asking(
            request: PageRequest, /, *args: Params.args, **kwargs: Params.kwargs
        ) -> HttpResponse:
            form = ReleaseForm(_sent(request), initial=_initial(request, kind))
            if form.is_valid():
                _remember(request, kind, form.release(own_use(request.viewer)))
                return redirect(_address(request))
            told = _told(request, kind) if request.method == "GET" else None
            if told is None or FOR in request.GET:
                return _ask(request, kind, form)
            request.viewer = replace(request.viewer, release=told)
            return view(request, *args, **kwargs)

        asking.asks_release = kind  # type: ignore[attr-defined]  # a test reads it of every outlet
        return asking

    return decorate


def remembered(viewer: Viewer, kind: Outlet) -> dict[str, object]:
    """Return what the session keeps once the user has said that he takes records for himself."""
    return {kind.value: {**asdict(own_use(viewer)), STANDS: True}}


def _sent(request: PageRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _kept(request: PageRequest, kind: Outlet) -> Mapping[str, object]:
    kept: Mapping[str, Mapping[str, object]] = request.session.get(RELEASES, {})
    return kept.get(kind.value, {})


def _initial(request: PageRequest, kind: Outlet) -> dict[str, object]:
    return {**asdict(own_use(request.viewer)), **_kept(request, kind)}


def _remember(request: PageRequest, kind: Outlet, told: Release, *, stands: bool = True) -> None:
    kept = request.session.get(RELEASES, {})
    request.session[RELEASES] = {**kept, kind.value: {**asdict(told), STANDS: stands}}


def _told(request: PageRequest, kind: Outlet) -> Release | None:
    """Return the release that stands; one to somebody else holds for one file."""
    kept = _kept(request, kind)
    if not kept.get(STANDS) or FOR in request.GET:
        return None
    told = Release(**{name: str(value) for name, value in kept.items() if name != STANDS})
    own = own_use(request.viewer)
    if (told.recipient, told.authority) != (own.recipient, own.authority):
        _remember(request, kind, told, stands=False)
    return told


def _address(request: PageRequest) -> str:
    query = request.GET.copy()
    query.pop(FOR, None)
    return f"{request.path}?{query.urlencode()}" if query else request.path


def _ask(request: PageRequest, kind: Outlet, form: ReleaseForm) -> HttpResponse:
    before = request.headers.get("Referer", "")
    is_ours = url_has_allowed_host_and_scheme(before, allowed_hosts={request.get_host()})
    context = {"form": form, "kind": kind.value, "back": before if is_ours else ""}
    return render(request, "access/release.html", context)
