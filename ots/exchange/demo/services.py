"""Tests, programs, checks and payments of the people in the demonstration."""

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from django.utils import timezone

from offenders.models import Person
from ots.access.models import User
from ots.access.viewer import Viewer
from supervision.models import CallScheme, Debt, DrugPanel, Program
from supervision.services.drug_test_results import ResultEntry, record_results
from supervision.services.drug_tests import SpecimenEntry, TestEntry, record_test
from supervision.services.instalments import PlanEntry, set_plan
from supervision.services.ledger import ChargeEntry, PaymentEntry, charge, record_payment
from supervision.services.means import FeeEntry, charge_fee
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

EACH = 8


def give_services(viewer: Viewer) -> int:
    """Record some of everything of the first people of the demonstration; once."""
    if Debt.objects.exists():
        return 0
    today = timezone.localdate()
    people = list(Person.objects.filter(agent__isnull=False).order_by("pk")[:EACH])
    for number, person in enumerate(people):
        _tests(viewer, person, number, today)
        _program(viewer, person, today)
        _checks(viewer, person, today)
        _money(viewer, person, today)
    _draw(viewer, people, today)
    return len(people)


def _tests(viewer: Viewer, person: Person, number: int, today: date) -> None:
    panel = DrugPanel.objects.get(code="five")
    for days, positive in ((75, ()), (40, ("COC",)), (9, ("THC",))):
        taken_on = today - timedelta(days=days)
        entry = TestEntry(
            sample_type="lab_urine",
            test_reason="random",
            attendance="given",
            taken_at=timezone.make_aware(datetime.combine(taken_on, time(9, 30))),
            panel_id=panel.pk,
            positive=positive,
            specimen=SpecimenEntry(f"D{number:02}-{days}", "The agent"),
        )
        test = record_test(viewer, person.pk, entry=entry)
        if not number % 2 or "THC" not in positive:
            continue
        result = ResultEntry("confirmation", today - timedelta(days=4), {"THC": "positive"}, "Lab")
        record_results(viewer, person.pk, test.pk, entry=result)


def _program(viewer: Viewer, person: Person, today: date) -> None:
    program = Program.objects.get(kind="cognitive")
    begun = today - timedelta(days=60)
    referral = refer(viewer, person.pk, entry=ReferralEntry(program.pk, "referred", begun))
    for state, days in (("accepted", 50), ("enrolled", 45)):
        entry = StepEntry(state, today - timedelta(days=days))
        take_step(viewer, person.pk, referral.pk, entry=entry)
    for days, outcome in ((42, "attended"), (35, "attended"), (28, "excused"), (21, "attended")):
        minutes = 90 if outcome == "attended" else 0
        session = SessionEntry(today - timedelta(days=days), outcome, minutes)
        record_session(viewer, person.pk, referral.pk, entry=session)


def _checks(viewer: Viewer, person: Person, today: date) -> None:
    checked_on = today - timedelta(days=20)
    work = EmploymentEntry("full_time", "pay_stub", checked_on, "confirmed")
    check_employment(viewer, person.pk, entry=work)
    home = ResidenceEntry("family", "visit", checked_on, "confirmed", hazards="Dog in the yard")
    check_residence(viewer, person.pk, entry=home)


def _money(viewer: Viewer, person: Person, today: date) -> None:
    ordered_on, due_on = today - timedelta(days=200), today - timedelta(days=100)
    for kind, amount in (("restitution", "1250.00"), ("state_cost", "68.00"), ("fine", "300.00")):
        entry = ChargeEntry(kind, Decimal(amount), ordered_on, due_on)
        charge(viewer, person.pk, entry=entry)
    fee = FeeEntry("supervision", 24, 0, ordered_on, due_on)
    charge_fee(viewer, person.pk, entry=fee)
    paid = PaymentEntry(Decimal("150.00"), today - timedelta(days=30), "money_order", "MO-1182")
    record_payment(viewer, person.pk, entry=paid)
    plan = PlanEntry(Decimal("75.00"), "monthly", today + timedelta(days=5))
    set_plan(viewer, person.pk, entry=plan)


def _draw(viewer: Viewer, people: list[Person], today: date) -> None:
    agent = User.objects.filter(people__in=people, office__isnull=False).first()
    if agent is None or agent.office is None:
        return
    scheme = CallScheme.objects.create(
        office=agent.office,
        name="Red",
        call_in_code="RED",
        kind="people",
        panel=DrugPanel.objects.get(code="five"),
        times_a_month=3,
    )
    first, last = month_of(today)
    for person in people:
        entry = MembershipEntry(scheme.pk, first - timedelta(days=1))
        join_group(viewer, person.pk, entry=entry)
    next_month = last + timedelta(days=1)
    draw(commit_seed(scheme, month=next_month, at=timezone.now()), at=timezone.now())
