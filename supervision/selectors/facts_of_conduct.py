"""What a person did and was told to do, as the rules of decision ask for it, of many at once."""

from collections.abc import Collection, Iterable
from datetime import date, timedelta

from django.utils import timezone

from supervision.choices.contact import ContactStatus, OutcomeEffect
from supervision.models import Allegation, Contact, DrugTest, Obligation
from supervision.rules.person_facts import DrugTest as TestFact
from supervision.rules.person_facts import Due, Proof, Result, Violation
from supervision.rules.testing import Outcome, outcome_of
from supervision.selectors.grouping import grouped
from supervision.selectors.test_facts import facts_of_test, with_results

# So far back violations still matter: the window in which a revocation is linked to them.
LOOK_BACK = timedelta(days=730)
DUE_BACK = timedelta(days=200)
# A screening alone shows nothing yet; a specimen that is not the person's own is none given.
SHOWN = {
    Outcome.PENDING: Result.PENDING,
    Outcome.PRESUMPTIVE: Result.PENDING,
    Outcome.NEGATIVE: Result.NEGATIVE,
    Outcome.PRESCRIBED: Result.NEGATIVE,
    Outcome.POSITIVE: Result.POSITIVE,
    Outcome.ADMITTED: Result.POSITIVE,
    Outcome.DILUTE: Result.DILUTE,
    Outcome.ADULTERATED: Result.REFUSED,
    Outcome.SUBSTITUTED: Result.REFUSED,
    Outcome.REFUSED: Result.REFUSED,
    Outcome.NO_SHOW: Result.MISSED,
    Outcome.UNABLE: Result.MISSED,
}
WORDS = {
    ContactStatus.COMPLETED: "completed",
    ContactStatus.MOVED_BY_STAFF: "rescheduled",
    ContactStatus.MOVED_BY_PERSON: "rescheduled",
    ContactStatus.CANCELLED_BY_STAFF: "cancelled_by_staff",
    ContactStatus.CANCELLED_BY_PERSON: "cancelled",
}
# Of one who did not come: what he said may still be waiting for its evidence.
ABSENT = {
    OutcomeEffect.ACCEPTABLE: "acceptable_absence",
    OutcomeEffect.SERVICE: "cancelled_by_staff",
    OutcomeEffect.AWAITING: "awaiting",
}


def violations_of(people: Collection[int], as_of: date) -> dict[int, tuple[Violation, ...]]:
    """Return what each person is alleged or found to have breached; information is left out."""
    rows = Allegation.objects.filter(
        person_id__in=people,
        superseded_at=None,
        incident__is_information=False,
        incident__occurred_at__date__gt=as_of - LOOK_BACK,
        incident__occurred_at__date__lte=as_of,
    )
    return grouped(
        (
            (row.person_id, _violation(row))
            for row in rows.select_related("incident").order_by("incident__occurred_at", "pk")
        ),
    )


def _violation(row: Allegation) -> Violation:
    incident = row.incident
    return Violation(
        code=incident.code_id,
        on=timezone.localdate(incident.occurred_at),
        state=Proof(row.state),
        transaction=str(incident.episode),
        severity=incident.severity,
        discovered_on=timezone.localdate(incident.discovered_at),
    )


def contacts_of(people: Collection[int], as_of: date) -> dict[int, tuple[Contact, ...]]:
    """Return the contacts of each person, kept or missed, in order."""
    rows = Contact.objects.filter(
        person_id__in=people,
        superseded_at=None,
        started_at__date__gt=as_of - DUE_BACK,
        started_at__date__lte=as_of,
    ).select_related("outcome")
    return grouped((row.person_id, row) for row in rows.order_by("started_at", "pk"))


def days_met(rows: Iterable[Contact]) -> tuple[date, ...] | None:
    """Return the days on which they met; nothing where nobody ever recorded a contact."""
    read = list(rows)
    met = [each for each in read if each.status == ContactStatus.COMPLETED]
    return tuple(timezone.localdate(each.started_at) for each in met) if read else None


def due_of(row: Contact) -> Due:
    """Return a contact as something due on its day, with what became of it."""
    day = timezone.localdate(row.started_at)
    is_met = row.status == ContactStatus.COMPLETED
    return Due("contact", day, _outcome(row), day if is_met else None)


def _outcome(row: Contact) -> str:
    status = ContactStatus(row.status)
    if status is not ContactStatus.MISSED:
        return WORDS.get(status, "")
    effect = OutcomeEffect(row.outcome.effect) if row.outcome else OutcomeEffect.UNACCEPTABLE
    return ABSENT.get(effect, "unexcused")


def tests_of(people: Collection[int], as_of: date) -> dict[int, tuple[TestFact, ...]]:
    """Return the tests of each person that were not voided."""
    rows = DrugTest.objects.filter(
        person_id__in=people,
        superseded_at=None,
        taken_at__date__gt=as_of - DUE_BACK,
        taken_at__date__lte=as_of,
    )
    read = [
        (row, outcome_of(facts_of_test(row))) for row in with_results(rows.order_by("taken_at"))
    ]
    return grouped(
        (row.person_id, TestFact(timezone.localdate(row.taken_at), SHOWN[outcome]))
        for row, outcome in read
        if outcome is not Outcome.VOID
    )


def obligations_of(people: Collection[int], as_of: date) -> dict[int, tuple[Due, ...]]:
    """Return what each person had to do, as far back as rules look."""
    rows = Obligation.objects.filter(
        person_id__in=people, due_on__gt=as_of - DUE_BACK, window_opens_on__lte=as_of
    ).order_by("due_on", "pk")
    return grouped(
        (
            (row.person_id, Due(row.kind, row.due_on, "excused" if row.excuse else "", row.done_on))
            for row in rows
        ),
    )
