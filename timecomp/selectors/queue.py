"""The clerks' queue of questions: filters, order, counts, and who may take them."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Case, Count, F, OrderBy, Q, QuerySet, Value, When
from django.db.models.expressions import OuterRef, Subquery
from django.utils import timezone

from ots.access.exports import export_csv
from ots.access.models import Office, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from timecomp.law.settling import settled_by
from timecomp.models import Computation, ComputationException
from timecomp.selectors.exceptions import exceptions_to_settle, untold_rules
from timecomp.selectors.record_reading import CURRENT

# Days for which a question has been open, to choose from.
AGES = (7, 30, 90)
WHOSE = {"": "Everybody's", "none": "Nobody's yet", "mine": "Mine"}
EXPORTED = (
    "id",
    "person_id",
    "person_name",
    "sentence_label",
    "rule",
    "message",
    "opened_at",
    "assigned_to",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class QueueFilter:
    """What the clerk asked to see; empty means all."""

    rule: str = ""
    whose: str = ""
    office: int | None = None
    older_than: int | None = None


@dataclass(frozen=True, slots=True)
class RuleCount:
    """How many questions a rule asks, and what would settle them."""

    rule: str
    questions: int
    settled_by: str


def queue(viewer: Viewer, asked: QueueFilter) -> QuerySet[ComputationException]:
    """Return the questions asked for, those of people soon to be released first."""
    if not viewer.may(Permission.COMPUTATION_RUN):
        return ComputationException.objects.none()
    found = exceptions_to_settle(viewer, rule=asked.rule).select_related("person", "assigned_to")
    if asked.whose == "none":
        found = found.filter(assigned_to=None)
    if asked.whose == "mine" and viewer.user is not None:
        found = found.filter(assigned_to=viewer.user)
    if asked.office is not None:
        found = found.filter(person__office=asked.office)
    if asked.older_than is not None:
        found = found.filter(opened_at__lt=timezone.now() - timedelta(days=asked.older_than))
    return found.annotate(release=_release()).order_by(
        *soonest("release", today=timezone.localdate()), "opened_at", "pk"
    )


def in_hand(viewer: Viewer) -> int:
    """Count the questions that the viewer has in hand."""
    return exceptions_to_settle(viewer).filter(assigned_to=viewer.user).count()


def soonest(name: str, *, today: date) -> tuple[OrderBy, OrderBy]:
    """Order by a date: those to come soonest first, then those without one, then those past."""
    rank = Case(
        When(**{f"{name}__gte": today}, then=Value(0)),
        When(**{f"{name}__isnull": True}, then=Value(1)),
        default=Value(2),
    )
    return rank.asc(), F(name).asc(nulls_last=True)


def counts_by_rule(viewer: Viewer) -> list[RuleCount]:
    """Count what each rule asks, the most frequent first; one query."""
    asked = exceptions_to_settle(viewer).exclude(rule__in=untold_rules(viewer))
    counted = asked.order_by().values_list("rule").annotate(questions=Count("pk"))
    rows = sorted(counted, key=lambda row: (-row[1], row[0]))
    return [RuleCount(rule, number, settled_by(rule)) for rule, number in rows]


def offices_to_choose() -> list[tuple[int, str]]:
    """List the offices by which the queue can be narrowed."""
    return list(Office.objects.filter(is_active=True).values_list("pk", "name"))


def clerks_who_settle() -> QuerySet[User]:
    """Return the users who may settle questions."""
    codename = Permission.COMPUTATION_SETTLE.codename
    held = Q(groups__permissions__codename=codename) | Q(user_permissions__codename=codename)
    return User.objects.filter(held, is_active=True).distinct()


def colleagues(viewer: Viewer) -> QuerySet[User]:
    """Return the users to whom the viewer may give questions."""
    others = clerks_who_settle()
    return others.exclude(pk=viewer.user.pk) if viewer.user else others


def queue_csv(viewer: Viewer, asked: QueueFilter) -> str:
    """Return the questions asked for as CSV, withheld columns left out."""
    return export_csv(
        viewer,
        ComputationException,
        queue(viewer, asked),
        EXPORTED,
        list_name="questions to settle",
    )


def _release() -> Subquery:
    standing = Computation.objects.filter(CURRENT, person=OuterRef("person"))
    return Subquery(standing.values("earliest_release_date")[:1])
