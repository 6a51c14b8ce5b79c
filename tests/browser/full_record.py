"""One person with everything: identity, custody, court process and supervision."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.utils import timezone

from offenders import choices
from offenders.models import (
    Bond,
    CourtCase,
    Detainer,
    Employment,
    Hearing,
    Hold,
    Misconduct,
    Person,
    PhysicalDescription,
    ProtectiveOrder,
    Sentence,
    Warrant,
)
from ots.access.models import Office, User
from supervision.choices.period import SupervisionLevel, SupervisionType
from supervision.models import Assignment, LevelPeriod, RiskAssessment, SupervisionPeriod
from tests import factories


@dataclass(frozen=True)
class Full:
    """The person, and the case and sentence that the pages are about."""

    person: Person
    case: CourtCase
    sentence: Sentence


def person_with_everything(cast: dict[str, User], office: Office) -> Full:
    """Record a person whom Olivia supervises and Courtney's court has sentenced."""
    person = factories.person(
        "Dana",
        last_name="Featherstone-Cholmondeley",
        middle_name="Marie",
        agent=cast["olivia"],
        office=office,
    )
    case = factories.court_case(person, court_=factories.court(agency=cast["courtney"].agency))
    sentence = factories.add_sentence(factories.add_charge(case), jail_credit_days=120)
    _second_sentence(case)
    _identity(person)
    _custody(person)
    _process(person, case)
    _supervision(person, agent=cast["olivia"], office=office)
    return Full(person, case, sentence)


def _second_sentence(case: CourtCase) -> None:
    firearm = factories.statute("750.227b", title="Felony firearm")
    factories.statute("750.84", title="Assault with intent to do great bodily harm")
    charge = factories.add_charge(case, of=firearm, description="Felony firearm")
    factories.add_sentence(charge, kind=choices.SentenceKind.FLAT, minimum_years=2, maximum_years=2)


def _identity(person: Person) -> None:
    factories.add_alias(person, last_name="Cholmondeley", first_name="Danielle")
    factories.add_identifier(person, value="412345")
    factories.add_identifier(person, kind=choices.IdentifierKind.SID, value="MI1234567X")
    factories.add_identifier(person, kind=choices.IdentifierKind.SSN, value="987654321")
    factories.add_address(person)
    factories.add_photograph(person)
    PhysicalDescription.objects.create(
        person=person,
        height_inches=66,
        weight_pounds=150,
        eye_color="BRO",
        hair_color="BLK",
        marks="Tattoo of a swallow on the left forearm",
    )
    Employment.objects.create(
        person=person, employer="Great Lakes Bakery", occupation="Baker", began_on=date(2025, 2, 3)
    )


def _custody(person: Person) -> None:
    factories.add_custody(
        person,
        kind=choices.CustodyKind.JAIL,
        began_on=date(2019, 9, 17),
        ended_on=date(2020, 1, 15),
        held_at="Ingham County Jail",
    )
    factories.add_custody(person, ended_on=date(2024, 10, 1))
    factories.add_custody(
        person, kind=choices.CustodyKind.PAROLE, began_on=date(2024, 10, 1), held_at=""
    )
    Misconduct.objects.create(
        person=person,
        violated_on=date(2021, 3, 3),
        found_guilty_on=date(2021, 3, 12),
        misconduct_class=choices.MisconductClass.CLASS_II,
        description="Disobeying a direct order",
    )


def _process(person: Person, case: CourtCase) -> None:
    today = timezone.localdate()
    Warrant.objects.create(
        person=person,
        number="W-2025-00412",
        kind=choices.WarrantKind.PAROLE,
        status=choices.WarrantStatus.ACTIVE,
        issued_on=date(2025, 9, 1),
        extradition="Surrounding states",
        caution="May be armed",
    )
    Hold.objects.create(
        person=person,
        agency_name="Kent County Sheriff",
        basis="Unpaid fines",
        placed_on=date(2025, 9, 2),
    )
    Detainer.objects.create(
        person=person,
        authority="State of Ohio",
        charge_pending="Theft",
        lodged_on=date(2023, 4, 1),
    )
    ProtectiveOrder.objects.create(
        person=person,
        number="PPO-2024-118",
        protected_name="Robin Roe",
        conditions="No contact. Keep 500 feet away from home and work.",
        issued_on=date(2024, 11, 1),
        expires_on=today + timedelta(days=200),
    )
    Bond.objects.create(
        person=person,
        case=case,
        kind=choices.BondKind.CASH,
        amount_cents=2_500_000,
        set_on=date(2019, 6, 3),
    )
    Hearing.objects.create(
        person=person,
        case=case,
        purpose="Parole violation hearing",
        scheduled_at=timezone.now() + timedelta(days=6),
    )


def _supervision(person: Person, *, agent: User, office: Office) -> None:
    today = timezone.localdate()
    SupervisionPeriod.objects.create(
        person=person,
        supervision_type=SupervisionType.PAROLE,
        began_on=date(2024, 10, 1),
        expected_end_on=today + timedelta(days=40),
    )
    LevelPeriod.objects.create(
        person=person, level=SupervisionLevel.MAXIMUM, began_on=date(2024, 10, 1)
    )
    Assignment.objects.create(person=person, agent=agent, office=office, began_on=date(2024, 10, 1))
    RiskAssessment.objects.create(
        person=person,
        instrument="COMPAS",
        scale="Risk of recidivism",
        assessed_on=date(2024, 9, 1),
        score=7,
        band="Medium",
    )
