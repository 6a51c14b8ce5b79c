"""Signing in and out."""

from django.conf import settings
from django.contrib.auth.views import LoginView, LogoutView
from django.http import HttpRequest, HttpResponseBase

from ots.access.demo_users import DEMO_USERS
from ots.access.pages import public_page
from ots.access.sign_in_form import SignInForm

_sign_in = LoginView.as_view(
    template_name="access/sign_in.html",
    authentication_form=SignInForm,
    redirect_authenticated_user=True,
    extra_context={"show_demo_users": settings.SHOW_DEMO_USERS, "demo_users": DEMO_USERS},
)
_sign_out = LogoutView.as_view()


@public_page
def sign_in(request: HttpRequest) -> HttpResponseBase:
    """Ask for name and password."""
    return _sign_in(request)


@public_page
def sign_out(request: HttpRequest) -> HttpResponseBase:
    """End the session; only by POST."""
    return _sign_out(request)
