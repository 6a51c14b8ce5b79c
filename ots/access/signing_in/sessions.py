"""Sessions: begun at sign-in, locked without activity, ended by anybody who may, from anywhere."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from django.conf import settings
from django.contrib.auth import login, logout
from django.core.exceptions import PermissionDenied
from django.db.models import OuterRef, Subquery
from django.http import HttpRequest
from django.utils import timezone

from ots.access.models import IdleLimit, SignInSession, User
from ots.access.models.idle import LONGEST_MINUTES
from ots.access.models.session import ONE_FACTOR, EndReason, SignInMethod
from ots.access.signing_in.wrong_tries import forget_wrong_tries
from ots.audit.circumstances import ACTING_ORI, SECOND_FACTOR
from ots.audit.events import Event
from ots.audit.services import record
from ots.core.addresses import client_address

SESSION_KEY = "sign_in_session"
# Moments of activity are noted no more often: every page would be a write otherwise.
NOTED_EVERY = timedelta(seconds=20)
BACKEND = "django.contrib.auth.backends.ModelBackend"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The notice that was accepted before signing in, and when."""

    version: str
    at: datetime


def begin(
    request: HttpRequest, user: User, *, method: SignInMethod, accepted: Accepted
) -> SignInSession:
    """Sign the user in: a new session with a new key."""
    request.session.flush()
    login(request, user, backend=BACKEND)
    # Told with every entry of the trail from now on.
    request.session[SECOND_FACTOR] = "" if method in ONE_FACTOR else str(method)
    request.session[ACTING_ORI] = user.agency.ori if user.agency else ""
    session = open_session(
        user,
        method=method,
        accepted=accepted,
        address=client_address(request),
        device=request.META.get("HTTP_USER_AGENT", "")[:200],
    )
    request.session[SESSION_KEY] = session.pk
    forget_wrong_tries(user)
    return session


def open_session(
    user: User, *, method: SignInMethod, accepted: Accepted, address: str = "", device: str = ""
) -> SignInSession:
    """Write the session down, and the sign-in in the trail."""
    now = timezone.now()
    session = SignInSession.objects.create(
        user=user,
        method=method,
        signed_in_at=now,
        last_active_at=now,
        proved_at=now,
        address=address,
        device=device,
        notice_version=accepted.version,
        notice_accepted_at=accepted.at,
    )
    record(
        Event.SIGNED_IN,
        actor=user,
        target=session,
        details={"method": session.method, "notice": accepted.version},
    )
    return session


def signed_in(request: HttpRequest) -> User:
    """Return the user whom the guard has let in."""
    if not isinstance(request.user, User):
        raise PermissionDenied("Nobody is signed in.")
    return request.user


def session_of(request: HttpRequest) -> SignInSession | None:
    """Return the request's session, if it goes on."""
    number = request.session.get(SESSION_KEY)
    if number is None:
        return None
    limits = IdleLimit.objects.filter(role__user=OuterRef("user")).order_by("minutes")
    strictest = Subquery(limits.values("minutes")[:1])
    open_ones = SignInSession.objects.filter(ended_at=None, user=request.user.pk)
    return open_ones.annotate(role_minutes=strictest).filter(pk=number).first()


def idle_time(session: SignInSession) -> timedelta:
    """Return after how long without activity the session locks: the strictest limit there is."""
    by_role: int | None = getattr(session, "role_minutes", None)
    return timedelta(minutes=min(by_role or LONGEST_MINUTES, settings.SESSION_IDLE_MINUTES))


def is_idle(session: SignInSession, *, now: datetime) -> bool:
    """Say whether the time without activity is over."""
    return now - session.last_active_at >= idle_time(session)


def is_too_old(session: SignInSession, *, now: datetime) -> bool:
    """Say whether the session has lasted as long as one may."""
    return now - session.signed_in_at >= timedelta(hours=settings.SESSION_HOURS)


def has_one_factor(session: SignInSession) -> bool:
    """Say whether only one factor was proved at sign-in."""
    return SignInMethod(session.method) in ONE_FACTOR


def note_activity(session: SignInSession, *, now: datetime) -> None:
    """Keep the session open from now on."""
    if now - session.last_active_at >= NOTED_EVERY:
        SignInSession.objects.filter(pk=session.pk).update(last_active_at=now)


def lock(session: SignInSession, *, now: datetime) -> None:
    """Show nothing more until the user proves again who he is."""
    if SignInSession.objects.filter(pk=session.pk, locked_at=None).update(locked_at=now):
        record(Event.SESSION_LOCKED, actor=session.user, target=session)


def note_proof(session: SignInSession) -> None:
    """Open the session again, or let a privileged step go on: the user proved who he is."""
    now = timezone.now()
    was_locked = session.locked_at is not None
    SignInSession.objects.filter(pk=session.pk).update(
        locked_at=None, last_active_at=now, proved_at=now
    )
    forget_wrong_tries(session.user)
    event = Event.SESSION_UNLOCKED if was_locked else Event.IDENTITY_CONFIRMED
    record(event, actor=session.user, target=session)


def proved_lately(session: SignInSession, *, now: datetime) -> bool:
    """Say whether the proof is recent enough for a privileged step."""
    return now - session.proved_at < timedelta(minutes=settings.STEP_UP_MINUTES)


def open_sessions(user: User) -> list[SignInSession]:
    """Return the sessions of the user that go on, the newest first."""
    youngest = timezone.now() - timedelta(hours=settings.SESSION_HOURS)
    return list(SignInSession.objects.filter(user=user, ended_at=None, signed_in_at__gt=youngest))


def session_before(session: SignInSession) -> SignInSession | None:
    """Return the user's sign-in before this one."""
    earlier = SignInSession.objects.filter(user=session.user_id, pk__lt=session.pk)
    return earlier.order_by("-pk").first()


def end_sessions(
    sessions: Iterable[SignInSession], reason: EndReason, *, actor: User | None
) -> int:
    """End the sessions; each is refused from its next request. Returns how many ended."""
    ended = 0
    for session in sessions:
        going_on = SignInSession.objects.filter(pk=session.pk, ended_at=None)
        if going_on.update(ended_at=timezone.now(), end_reason=reason):
            ended += 1
            record(
                Event.SESSION_ENDED,
                actor=actor,
                target=session,
                details={"reason": str(reason), "whose": session.user_id},
            )
    return ended


def end_this(request: HttpRequest, session: SignInSession | None, reason: EndReason) -> None:
    """End the request's own session; nobody is signed in after."""
    if session is not None:
        end_sessions([session], reason, actor=session.user)
    logout(request)
