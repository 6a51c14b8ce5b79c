"""Statuses that change by the passing of days alone: a term ends and nobody writes anything."""

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from django.db import transaction
from django.db.models import DateField, ExpressionWrapper, F, Func, IntegerField, Q, Value

from offenders.models import CustodyPeriod, Demographics, ParoleRelease, Person, SentenceTerms
from offenders.services.status import current_status, refresh_status

# A night or two may be missed; looking back a week again does no harm.
DAYS_LOOKED_BACK = 7

# People with a fact that begins or ends in a span of days, both included.
TurningDays = Callable[[date, date], Iterable[int]]

_sources: list[TurningDays] = []


class MonthsLater(Func):
    """A day so many months after another; the last day of a shorter month."""

    template = "(%(expressions)s)"
    arg_joiner = " + "
    output_field = DateField()


class Months(Func):
    """A number of months as an interval of PostgreSQL."""

    template = "make_interval(months => %(expressions)s)"


class Days(Func):
    """A number of days as an interval of PostgreSQL."""

    template = "make_interval(days => %(expressions)s)"


def status_turns_with(source: TurningDays) -> None:
    """Let an app above name the people whose facts begin or end in a span of days."""
    if source not in _sources:
        _sources.append(source)


def refresh_statuses_that_turned(today: date) -> int:
    """Set the status of everybody whose day has come; returns how many changed."""
    since = today - timedelta(days=DAYS_LOOKED_BACK)
    turned = sorted(_people_turning(since, today))
    known = dict(Person.objects.filter(pk__in=turned).values_list("pk", "status"))
    changed = [person for person in turned if current_status(person, today) != known[person]]
    for person in changed:
        with transaction.atomic():
            refresh_status(person, today=today)
    return len(changed)


def _people_turning(since: date, until: date) -> set[int]:
    days = (since, until)
    found: set[int] = set()
    for source in (_custody, _paroles, _sentences, _deaths, *_sources):
        found.update(source(*days))
    return found


def _custody(since: date, until: date) -> Iterable[int]:
    turns = Q(began_on__range=(since, until)) | Q(ended_on__range=(since, until))
    return CustodyPeriod.objects.filter(turns, superseded_at=None).values_list(
        "person_id", flat=True
    )


def _paroles(since: date, until: date) -> Iterable[int]:
    end = MonthsLater(F("released_on"), Months(F("term_months")))
    ending = ParoleRelease.objects.filter(superseded_at=None).annotate(ends_on=end)
    return ending.filter(ends_on__range=(since, until)).values_list("person_id", flat=True)


def _sentences(since: date, until: date) -> Iterable[int]:
    months = ExpressionWrapper(
        F("maximum_years") * Value(12) + F("maximum_months"), output_field=IntegerField()
    )
    end = MonthsLater(F("sentenced_on"), Months(months), Days(F("maximum_days")))
    ending = SentenceTerms.objects.filter(superseded_at=None, is_life_maximum=False)
    return (
        ending.annotate(ends_on=end)
        .filter(ends_on__range=(since, until))
        .values_list("sentence__person_id", flat=True)
    )


def _deaths(since: date, until: date) -> Iterable[int]:
    return Demographics.objects.filter(
        superseded_at=None, died_on__range=(since, until)
    ).values_list("person_id", flat=True)
