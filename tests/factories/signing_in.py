"""Being signed in, with a second factor and the notice accepted, without walking through it."""

from django.contrib.auth.models import Group, Permission
from django.test import Client
from django.utils import timezone

from ots.access.models import SignInSession, User
from ots.access.models.session import SignInMethod
from ots.access.releasing import RELEASES, Outlet, remembered
from ots.access.signing_in.notice import current_notice
from ots.access.signing_in.sessions import SESSION_KEY, Accepted, open_session
from ots.access.viewer import viewer_for
from tests.factories.staff import user


def signed_in_client(
    who: User, *, method: SignInMethod = SignInMethod.PASSWORD_CODE, client: Client | None = None
) -> Client:
    """Return a browser in which the user has signed in, with a second factor unless told."""
    browser = client or Client()
    browser.force_login(who)
    accepted = Accepted(version=current_notice().version, at=timezone.now())
    kept = browser.session
    # Has said before that lists and documents are for the own duties.
    for kind in Outlet:
        kept[RELEASES] = {**kept.get(RELEASES, {}), **remembered(viewer_for(who), kind)}
    kept[SESSION_KEY] = open_session(who, method=method, accepted=accepted).pk
    kept.save()
    return browser


def user_of_no_record(first_name: str) -> User:
    """Make a user whose role shows nothing about anybody, so that a password is enough."""
    role, _ = Group.objects.get_or_create(name="Greeter")
    role.permissions.set(Permission.objects.filter(codename="home.view"))
    return user(first_name, role=role.name)


def session_row(client: Client) -> SignInSession:
    """Return the session of the browser as the database knows it."""
    return SignInSession.objects.get(pk=client.session[SESSION_KEY])
