"""What administrators do with an account, and what the night does with those left alone."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from ots.access.accounts.listing import unused
from ots.access.models import AccountReview, User, WrongTries
from ots.access.models.review import ReviewOutcome
from ots.access.models.session import EndReason
from ots.access.permissions import Permission
from ots.access.signing_in.sessions import end_sessions, open_sessions
from ots.access.viewer import Viewer
from ots.audit.events import Event
from ots.audit.services import record


class OwnAccountError(Exception):
    """Nobody decides about the own account."""


@transaction.atomic
def release(viewer: Viewer, account: User) -> None:
    """Release an account that wrong tries had locked."""
    viewer.require(Permission.ADMIN_USE)
    WrongTries.objects.filter(user=account).update(tried_at=[], locked_at=None)
    record(Event.ACCOUNT_RELEASED, actor=viewer.user, target=account)


@transaction.atomic
def sign_out_everywhere(viewer: Viewer, account: User) -> int:
    """End all sessions of the account; each is refused from its next request."""
    viewer.require(Permission.ADMIN_USE)
    return end_sessions(open_sessions(account), EndReason.BY_ADMINISTRATOR, actor=viewer.user)


@transaction.atomic
def close(viewer: Viewer, account: User, *, why: str) -> None:
    """Close the account and end its sessions; it is never deleted."""
    viewer.require(Permission.ADMIN_USE)
    _not_own(viewer, account)
    account.is_active = False
    account.save(update_fields=["is_active"])
    record(Event.ACCOUNT_CLOSED, actor=viewer.user, target=account, details={"why": why})
    end_sessions(open_sessions(account), EndReason.ACCOUNT_CLOSED, actor=viewer.user)


@transaction.atomic
def reopen(viewer: Viewer, account: User) -> None:
    """Open a closed account again; its 90 days begin anew."""
    viewer.require(Permission.ADMIN_USE)
    _not_own(viewer, account)
    account.is_active = True
    account.last_login = timezone.now()
    account.expires_at = None
    account.save(update_fields=["is_active", "last_login", "expires_at"])
    record(Event.ACCOUNT_OPENED, actor=viewer.user, target=account)


@transaction.atomic
def review(viewer: Viewer, account: User, outcome: ReviewOutcome, *, note: str) -> AccountReview:
    """Write down that the account was looked at with the roles it holds; close it if so decided."""
    viewer.require(Permission.ADMIN_USE)
    _not_own(viewer, account)
    if viewer.user is None:
        raise OwnAccountError("A review names its reviewer: sign in.")
    made = AccountReview.objects.create(
        account=account,
        agency=account.agency,
        outcome=outcome,
        roles=list(account.groups.order_by("name").values_list("name", flat=True)),
        note=note,
        reviewed_by=viewer.user,
        reviewed_at=timezone.now(),
    )
    details = {"outcome": str(outcome)}
    record(Event.ACCOUNT_REVIEWED, actor=viewer.user, target=account, details=details)
    if outcome is ReviewOutcome.CLOSED and account.is_active:
        close(viewer, account, why="yearly review")
    return made


def close_left_alone(viewer: Viewer, *, now: datetime) -> dict[str, int]:
    """Close accounts whose time is over and those unused for 90 days; returns how many of each."""
    active = User.objects.filter(is_active=True)
    expired = list(active.filter(expires_at__lte=now))
    idle = [each for each in unused(active, now=now) if each not in expired]
    for account in expired:
        close(viewer, account, why="temporary account, its time is over")
    for account in idle:
        close(viewer, account, why="not used for 90 days")
    return {"expired": len(expired), "unused": len(idle)}


def _not_own(viewer: Viewer, account: User) -> None:
    if viewer.user == account:
        raise OwnAccountError("Another administrator decides about your own account.")
