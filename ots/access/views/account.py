"""The own account: what the role opens, and a new password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render

from ots.access.categories import Action, Category
from ots.access.pages import PageRequest, page
from ots.access.password_form import PasswordForm
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record


@page(Permission.HOME_VIEW)
def account(request: PageRequest) -> HttpResponse:
    """Show the own rights in words, and change the password."""
    form = PasswordForm(request.user, request.POST or None)
    if form.is_valid():
        form.save()
        update_session_auth_hash(request, form.user)
        record(Event.PASSWORD_CHANGED, actor=request.viewer.user, target=request.viewer.user)
        messages.success(request, "Your password is changed.")
        return redirect("access:account")
    return render(request, "access/account.html", {"form": form, **_rights(request.viewer)})


def _rights(viewer: Viewer) -> dict[str, object]:
    return {
        "rights": [each.label for each in Permission if viewer.may(each)],
        "sees": [each.label for each in Category if viewer.may_category(each)],
        "changes": [each.label for each in Category if viewer.may_category(each, Action.CHANGE)],
        "hidden": [each.label for each in Category if not viewer.may_category(each)],
    }
