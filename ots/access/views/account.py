"""The own account: what the role opens, and a new password."""

from django.contrib import messages
from django.contrib.auth import update_session_auth_hash
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.debug import sensitive_post_parameters

from ots.access.categories import Action, Category
from ots.access.pages import PageRequest, page
from ots.access.password_form import PasswordForm
from ots.access.permissions import Permission
from ots.access.signing_in import sessions
from ots.access.signing_in.passwords import choose_password
from ots.access.viewer import Viewer


@sensitive_post_parameters()
@page(Permission.HOME_VIEW)
def account(request: PageRequest) -> HttpResponse:
    """Show the own rights in words, and change the password."""
    user = sessions.signed_in(request)
    form = PasswordForm(user, request.POST or None)
    session = sessions.session_of(request)
    if form.is_valid():
        choose_password(user, form.cleaned_data["new_password1"], keep=session)
        update_session_auth_hash(request, user)
        messages.success(request, "Your password is changed. Your other sessions are signed out.")
        return redirect("access:account")
    before = sessions.session_before(session) if session else None
    context = {"form": form, "this": session, "before": before, **_rights(request.viewer)}
    return render(request, "access/account.html", context)


def _rights(viewer: Viewer) -> dict[str, object]:
    return {
        "rights": [each.label for each in Permission if viewer.may(each)],
        "sees": [each.label for each in Category if viewer.may_category(each)],
        "changes": [each.label for each in Category if viewer.may_category(each, Action.CHANGE)],
        "bound": [each.label for each in Category if each in viewer.bound],
        "hidden": [
            each.label
            for each in Category
            if not viewer.may_category(each) and each not in viewer.bound
        ],
    }
