"""Accounts that want attention, each with why."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Final

from django.db.models import Max, Q, QuerySet
from django.db.models.functions import Coalesce
from django.utils import timezone

from ots.access.models import AccountAttributes, Agency, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.models import AuditEntry

UNUSED: Final = timedelta(days=90)
REVIEWED_WITHIN: Final = timedelta(days=365)
CERTIFIED_FOR_AT_LEAST: Final = timedelta(days=30)
# Comings and goings show no use of a role.
NO_WORK: Final = ("SIGN", "SESSION", "FACTOR", "RECOVERY", "PASSWORD", "ACCOUNT", "IDENTITY")

Accounts = QuerySet[User]


@dataclass(frozen=True, slots=True)
class Question:
    """One question about accounts, as the list offers it."""

    key: str
    words: str
    rows: Accounts


def questions(viewer: Viewer, *, agency: int | None = None) -> list[Question]:
    """Return every question with the accounts, of one agency where told, that answer it."""
    viewer.require(Permission.ADMIN_USE)
    now = timezone.now()
    every = _accounts() if agency is None else _accounts().filter(agency=agency)
    active = every.filter(is_active=True)
    return [
        Question("all", "All accounts", every),
        Question("locked", "Locked after wrong tries", active.filter(_LOCKED)),
        Question("unused", "Not used for 90 days", unused(active, now=now)),
        Question("idle-roles", "Roles not used for 90 days", with_idle_roles(active, now=now)),
        Question("no-agency", "Without an agency", active.filter(agency=None)),
        Question("no-role", "Without a role", active.filter(groups=None)),
        Question("temporary", "Temporary", active.exclude(expires_at=None)),
        Question("no-attributes", "Attributes not recorded", without_attributes(active)),
        Question("cfr-ends", "28 CFR certification ended or ends soon", cfr_ends(active, now=now)),
        Question("review-due", "Review due", review_due(active, now=now)),
        Question("closed", "Closed", every.filter(is_active=False)),
    ]


def unused(accounts: Accounts, *, now: datetime) -> Accounts:
    """Return the accounts that nobody has signed in with for the time, nor made within it."""
    return accounts.annotate(used_at=Coalesce("last_login", "date_joined")).filter(
        used_at__lte=now - UNUSED
    )


def with_idle_roles(accounts: Accounts, *, now: datetime) -> Accounts:
    """Return the accounts that hold a role and did nothing with it, though they may sign in."""
    coming_and_going = Q(event="")
    for word in NO_WORK:
        coming_and_going |= Q(event__startswith=word)
    at_work = AuditEntry.objects.filter(timestamp__gt=now - UNUSED, actor__isnull=False).exclude(
        coming_and_going
    )
    return (
        accounts.exclude(groups=None)
        .filter(date_joined__lte=now - UNUSED)
        .exclude(pk__in=at_work.values("actor_id"))
    )


def without_attributes(accounts: Accounts) -> Accounts:
    """Return the accounts of which nobody has recorded what the policy asks."""
    standing = AccountAttributes.objects.filter(superseded_at=None)
    return accounts.exclude(pk__in=standing.values("user"))


def cfr_ends(accounts: Accounts, *, now: datetime) -> Accounts:
    """Return the accounts whose certification under 28 CFR has ended or ends within the month."""
    soon = timezone.localdate(now) + CERTIFIED_FOR_AT_LEAST
    standing = AccountAttributes.objects.filter(superseded_at=None, certified_until__lte=soon)
    return accounts.filter(pk__in=standing.values("user"))


def review_due(accounts: Accounts, *, now: datetime) -> Accounts:
    """Return the accounts that nobody has reviewed within a year."""
    known_since = Coalesce("reviewed_at", "date_joined")
    return accounts.annotate(reviewed_or_made_at=known_since).filter(
        reviewed_or_made_at__lte=now - REVIEWED_WITHIN
    )


def agencies_with_accounts(viewer: Viewer) -> list[Agency]:
    """Return the agencies whose people have accounts, for a review agency by agency."""
    viewer.require(Permission.ADMIN_USE)
    return list(Agency.objects.filter(users__isnull=False).distinct())


def account_for(viewer: Viewer, number: int) -> User | None:
    """Return the account."""
    viewer.require(Permission.ADMIN_USE)
    return _accounts().filter(pk=number).first()


def _accounts() -> Accounts:
    return (
        User.objects.select_related("agency", "office", "wrong_tries")
        .prefetch_related("groups")
        .annotate(reviewed_at=Max("reviews__reviewed_at"))
        .order_by("last_name", "first_name", "username")
    )


_LOCKED = Q(wrong_tries__locked_at__isnull=False)
