"""Who completed what, and whose required training has lapsed or soon does."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Final

from django.db.models import F, Max, OuterRef, Q, QuerySet, Subquery

from ots.access.models import Course, RequiredTraining, TrainingRecord, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer

WARNED_BEFORE: Final = timedelta(days=30)


class State(StrEnum):
    """How a user stands with a course."""

    MISSING = "Never completed"
    LAPSED = "Lapsed"
    SOON = "Lapses soon"
    VALID = "Valid"


@dataclass(frozen=True, slots=True)
class Standing:
    """A course that a user's role needs, and until when he has it."""

    user: User
    course: Course
    expires_on: date | None
    state: State


def standings(viewer: Viewer, *, today: date) -> list[Standing]:
    """List each active user with each course the roles need, those to act on first: two queries."""
    viewer.require(Permission.TRAINING_RECORD)
    return _standings(User.objects.filter(is_active=True), today=today)


def own_standings(viewer: Viewer, *, today: date) -> list[Standing]:
    """List the courses that the viewer's roles need."""
    own = viewer.user.pk if viewer.user else 0
    return _standings(User.objects.filter(pk=own), today=today)


def state_of(expires_on: date | None, *, today: date) -> State:
    """Say how a course stands that counts until a day."""
    if expires_on is None:
        return State.MISSING
    if expires_on <= today:
        return State.LAPSED
    return State.SOON if expires_on <= today + WARNED_BEFORE else State.VALID


def records_of(user: User) -> "QuerySet[TrainingRecord]":
    """Return what is recorded of a user, taken back or not, newest first."""
    return TrainingRecord.objects.filter(user=user).select_related("course", "recorded_by")


def account_named(viewer: Viewer, number: int) -> User | None:
    """Return the account."""
    viewer.require(Permission.TRAINING_RECORD)
    return User.objects.prefetch_related("groups").filter(pk=number).first()


def courses() -> "QuerySet[Course]":
    """Return all courses."""
    return Course.objects.all()


def _standings(users: "QuerySet[User]", *, today: date) -> list[Standing]:
    asked = _required(users, today=today)
    people = users.in_bulk([member for member, _, _ in asked])
    known = Course.objects.in_bulk([course for _, course, _ in asked])
    found = [
        Standing(people[member], known[course], expires_on, state_of(expires_on, today=today))
        for member, course, expires_on in asked
    ]
    order = list(State)
    return sorted(found, key=lambda each: (order.index(each.state), str(each.user)))


def _required(users: "QuerySet[User]", *, today: date) -> list[tuple[int, int, date | None]]:
    """Return member, course and the day on which it lapses, once for each pair."""
    held = TrainingRecord.objects.filter(
        user=OuterRef("member"),
        course=OuterRef("course"),
        superseded_at__isnull=True,
        completed_on__lte=today,
    ).order_by()
    last = held.values("user").annotate(last=Max("expires_on")).values("last")
    standing = RequiredTraining.objects.filter(since__lte=today).filter(
        Q(until__isnull=True) | Q(until__gt=today)
    )
    pairs = standing.annotate(member=F("role__user")).filter(member__in=users.values("pk"))
    asked = pairs.order_by().annotate(expires_on=Subquery(last)).distinct()
    return [*asked.values_list("member", "course", "expires_on")]
