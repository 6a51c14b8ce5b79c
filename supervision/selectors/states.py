"""How each thing due stands on a day, said by the database for as many rows as there are."""

from collections.abc import Mapping
from datetime import date, datetime

from django.db.models import Case, CharField, DateField, F, Q, QuerySet, Value, When
from django.db.models.functions import Coalesce, Least
from django.utils import timezone

from supervision.models import Obligation, SyncState
from supervision.rules.obligations import ObligationState as State


def silent_feeds(now: datetime | None = None) -> dict[str, datetime]:
    """Return the feeds silent for longer than they may be, and since when nothing is known."""
    moment = now or timezone.now()
    feeds = SyncState.objects.exclude(last_heard_at=None, silent_since=None)
    found = {each.feed: each.silence_began(moment) for each in feeds}
    return {feed: since for feed, since in found.items() if since is not None}


def with_states(
    rows: QuerySet[Obligation], *, today: date, silent: Mapping[str, datetime]
) -> QuerySet[Obligation]:
    """Add to each row its ``state``: what ``rules.obligations.state_on`` says, in SQL.

    What was closed before its feed fell silent is known all the same.
    """
    day = Least(Coalesce("closed_on", Value(today)), Value(today), output_field=DateField())
    return rows.alias(day=day).annotate(  # type: ignore[no-redef]  # declared for readers
        state=Case(
            When(~Q(excuse=""), then=Value(State.EXCUSED)),
            When(done_on__lte=today, done_on__gt=F("due_on"), then=Value(State.TARDY)),
            When(done_on__lte=today, then=Value(State.COMPLIANT)),
            *(
                When(
                    Q(closed_on=None) | Q(closed_on__gte=timezone.localdate(since)),
                    feed=feed,
                    then=Value(State.UNKNOWN),
                )
                for feed, since in sorted(silent.items())
            ),
            When(day__lt=F("window_opens_on"), then=Value(State.NOT_DUE)),
            When(day__lte=F("due_on"), then=Value(State.DUE)),
            When(day__lte=F("grace_until"), then=Value(State.TARDY)),
            default=Value(State.OVERDUE),
            output_field=CharField(),
        )
    )
