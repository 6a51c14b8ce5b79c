"""Between the first proof and the session: what is proved so far, kept for ten minutes.

Until all steps are done nobody is signed in: every page still sees a visitor.
"""

from dataclasses import asdict, dataclass, replace
from datetime import datetime, timedelta

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme

from ots.access.models import User
from ots.access.models.session import SignInMethod
from ots.access.signing_in.requirement import is_excused, needs_second_factor
from ots.access.signing_in.sessions import Accepted
from ots.access.viewer import viewer_for

MINUTES = 10
_KEY = "sign_in_pending"


@dataclass(frozen=True, slots=True)
class Pending:
    """A sign-in under way."""

    user_id: int
    began_at: str
    notice: str
    # How the person was first proved: by "password", "passkey" or "provider".
    first: str
    # The second factor: "code", "passkey", "recovery", "claim"; empty while there is none.
    second: str = ""
    next_page: str = ""

    @property
    def accepted(self) -> Accepted:
        """Return which notice was accepted, and when."""
        return Accepted(version=self.notice, at=datetime.fromisoformat(self.began_at))


def start(request: HttpRequest, pending: Pending) -> None:
    """Remember the first proof under a session key that nobody knew before."""
    request.session.cycle_key()
    request.session[_KEY] = asdict(pending)


def begun(*, user: User, notice: str, first: str, second: str = "", next_page: str = "") -> Pending:
    """Return a sign-in that begins now."""
    return Pending(
        user_id=user.pk,
        began_at=timezone.now().isoformat(),
        notice=notice,
        first=first,
        second=second,
        next_page=next_page,
    )


def pending_of(request: HttpRequest) -> Pending | None:
    """Return the sign-in under way, unless it took too long."""
    kept = request.session.get(_KEY)
    if kept is None:
        return None
    pending = Pending(**kept)
    if timezone.now() - pending.accepted.at > timedelta(minutes=MINUTES):
        del request.session[_KEY]
        return None
    return pending


def user_of(pending: Pending) -> User | None:
    """Return who is signing in, while the account is open."""
    return User.objects.filter(pk=pending.user_id, is_active=True).first()


def prove_second(request: HttpRequest, pending: Pending, second: str) -> Pending:
    """Remember that the second factor was proved, and by what."""
    proved = replace(pending, second=second)
    start(request, proved)
    return proved


def give_up(request: HttpRequest) -> None:
    """Forget the sign-in."""
    request.session.flush()


def has_factor(user: User) -> bool:
    """Say whether the user has set up a second factor."""
    return user.code_apps.exists() or user.passkeys.exists()


def next_step(pending: Pending, user: User) -> str | None:
    """Return the name of the page of the next step, nothing when all is proved."""
    if not pending.second:
        if has_factor(user):
            return "access:sign-in-code"
        if needs_second_factor(viewer_for(user)) and not is_excused(user):
            return "access:set-up"
    if pending.first == "password" and must_choose_password(user):
        return "access:new-password"
    return None


def must_choose_password(user: User) -> bool:
    """Say whether the password is somebody else's choice, or older than passwords may be."""
    if user.password_chosen_at is None:
        return True
    days: int = settings.PASSWORD_REFRESH_DAYS
    age = timezone.now() - user.password_chosen_at
    return days > 0 and age >= timedelta(days=days)


def method_of(pending: Pending, user: User) -> SignInMethod:
    """Return the method in one word, for the session and the trail."""
    if not pending.second:
        return SignInMethod.DEMONSTRATION if is_excused(user) else SignInMethod.PASSWORD
    return _METHODS[pending.first, pending.second]


_METHODS = {
    ("password", "code"): SignInMethod.PASSWORD_CODE,
    ("password", "passkey"): SignInMethod.PASSWORD_PASSKEY,
    ("password", "recovery"): SignInMethod.PASSWORD_RECOVERY,
    ("passkey", "passkey"): SignInMethod.PASSKEY,
    ("provider", "claim"): SignInMethod.PROVIDER,
    ("provider", "code"): SignInMethod.PROVIDER_PLUS,
    ("provider", "passkey"): SignInMethod.PROVIDER_PLUS,
    ("provider", "recovery"): SignInMethod.PROVIDER_PLUS,
}


def safe_page(request: HttpRequest, page: str) -> str:
    """Return the page of ours to go on to; the home page for any other address."""
    ours = url_has_allowed_host_and_scheme(
        page, allowed_hosts={request.get_host()}, require_https=request.is_secure()
    )
    # A word without the slash would be taken for the name of a page.
    return page if page.startswith("/") and ours else "/"
