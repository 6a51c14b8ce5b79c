"""Being signed in, with a second factor and the notice accepted, without walking through it."""

from django.test import Client
from django.utils import timezone

from ots.access.models import SignInSession, User
from ots.access.models.session import SignInMethod
from ots.access.signing_in.notice import current_notice
from ots.access.signing_in.sessions import SESSION_KEY, Accepted, open_session


def signed_in_client(
    user: User, *, method: SignInMethod = SignInMethod.PASSWORD_CODE, client: Client | None = None
) -> Client:
    """Return a browser in which the user has signed in, with a second factor unless told."""
    browser = client or Client()
    browser.force_login(user)
    accepted = Accepted(version=current_notice().version, at=timezone.now())
    kept = browser.session
    kept[SESSION_KEY] = open_session(user, method=method, accepted=accepted).pk
    kept.save()
    return browser


def session_row(client: Client) -> SignInSession:
    """Return the session of the browser as the database knows it."""
    return SignInSession.objects.get(pk=client.session[SESSION_KEY])
