"""Tests, a program, checks, money and a draw of the made-up record."""

from datetime import date, timedelta

from django.utils import timezone

from offenders.models import Person
from ots.access.models import Office
from supervision.models import CallScheme, Program
from supervision.services.programs import (
    ReferralEntry,
    SessionEntry,
    StepEntry,
    record_session,
    refer,
    take_step,
)
from supervision.services.random_selection import (
    MembershipEntry,
    commit_seed,
    draw,
    join_group,
    month_of,
)
from supervision.services.verification import (
    EmploymentEntry,
    ResidenceEntry,
    check_employment,
    check_residence,
)
from tests.factories.person import RECORDER
from tests.factories.supervision_drug_tests import give_test
from tests.factories.supervision_money import owe, pay

A_DAY = timedelta(days=1)


def served(person: Person, office: Office) -> dict[str, object]:
    """Record them; return what fills the parts of the pages' addresses."""
    today = timezone.localdate()
    _checks(person, today)
    # Months apart, so that neither is the test that is due.
    tested = give_test(person, positive=("COC",), taken_on=today - 75 * A_DAY, seal="D00-75")
    debt = owe(person, "1250.00", kind="restitution")
    owe(person, "300.00")
    return {
        "test": tested.pk,
        "drawing": _drawn(office, today),
        "referral": _referred(person, today),
        "debt": debt.pk,
        "posting": pay(person, "150.00").pk,
    }


def _checks(person: Person, today: date) -> None:
    on = today - 20 * A_DAY
    work = EmploymentEntry("full_time", "pay_stub", on, "confirmed")
    check_employment(RECORDER, person.pk, entry=work)
    home = ResidenceEntry("family", "visit", on, "confirmed", hazards="Dog in the yard")
    check_residence(RECORDER, person.pk, entry=home)


def _referred(person: Person, today: date) -> int:
    program = Program.objects.get(kind="cognitive")
    entry = ReferralEntry(program.pk, "referred", today - 60 * A_DAY)
    made = refer(RECORDER, person.pk, entry=entry)
    for state, days in (("accepted", 50), ("enrolled", 45)):
        step = StepEntry(state, today - days * A_DAY)
        take_step(RECORDER, person.pk, made.pk, entry=step)
    session = SessionEntry(today - 42 * A_DAY, "attended", 90)
    record_session(RECORDER, person.pk, made.pk, entry=session)
    return made.pk


def _drawn(office: Office, today: date) -> int:
    """Draw the next month of a group; the person of the record is not in it."""
    scheme = CallScheme.objects.create(
        office=office, name="Red", call_in_code="RED", kind="people", times_a_month=3
    )
    first, last = month_of(today)
    for called in Person.objects.filter(office=office).order_by("-pk")[:6]:
        join_group(RECORDER, called.pk, entry=MembershipEntry(scheme.pk, first - A_DAY))
    now = timezone.now()
    return draw(commit_seed(scheme, month=last + A_DAY, at=now), at=now).pk
