"""A made-up record as full as a real one, for looking at pages."""

from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from django.utils import timezone

from offenders import choices
from offenders.models import (
    Bond,
    Court,
    CourtCase,
    Detainer,
    EmergencyOpening,
    Employment,
    Hearing,
    Hold,
    Misconduct,
    Person,
    PersonClosure,
    PhysicalDescription,
    ProtectiveOrder,
    SealOrder,
    Sentence,
    Warrant,
)
from offenders.models.restriction import ClosureKind, SealAction
from offenders.services.emergency import break_glass
from ots.access.models import Office, User
from ots.access.models.agency import AgencyKind
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from ots.quality.choices import FieldKey, Outcome
from ots.quality.models import Comparison, Finding
from ots.quality.services.drawing import Plan, draw_sample
from supervision.choices.period import SupervisionLevel, SupervisionType
from supervision.models import Assignment, LevelPeriod, RiskAssessment, SupervisionPeriod
from supervision.services.obligations import open_obligation
from tests import factories
from tests.browser.assessed_record import assessed
from tests.browser.compact_record import compact_values
from tests.browser.conditioned_record import conditioned
from tests.browser.contact_record import contacts_of
from tests.browser.recommended_record import recommended
from tests.browser.reported_record import reported
from tests.browser.served_record import served
from tests.browser.violated_record import violated
from tests.factories.person import RECORDER
from timecomp.choices import RunState
from timecomp.law.proposals.editing import as_toml, shipped_values
from timecomp.law.rule_book import law_version
from timecomp.models import ImpactRun, NightlyRun
from timecomp.projection.rates import Rates
from timecomp.services.computing import compute_person
from timecomp.services.impact import compute_impact_run
from timecomp.services.projecting import make_projection

FAMILY_NAMES = ("Abbott", "Brooks", "Castillo", "Farah", "Haddad", "Kowalski", "Okafor")
GIVEN_NAMES = ("Alex", "Bailey", "Casey", "Devon", "Emery", "Finley", "Gray", "Harper")
CASELOAD = 60


@dataclass(frozen=True)
class Record:
    """Who is on stage and whom the pages are about."""

    cast: dict[str, User]
    person: Person
    sentence: Sentence
    opening: EmergencyOpening
    law_run: ImpactRun
    more: dict[str, object]

    def values(self) -> dict[str, object]:
        """Return what fills the parts of the pages' addresses."""
        person = self.person
        return {
            "person": person.pk,
            "sentence": self.sentence.pk,
            "custody": person.custodyperiod_set.filter(ended_on__isnull=True).get().pk,
            "photograph": person.photograph_set.get().pk,
            "opening": self.opening.pk,
            "closure": person.personclosure_set.get().pk,
            "seal": person.sealorder_set.get().pk,
            "consent": 1,
            "grant": 1,
            "cover": 1,
            "key": "A-calendar_minimum",
            "account": self.cast["olivia"].pk,
            "law_run": self.law_run.pk,
            "scenario": "ff_three_years",
            "run": NightlyRun.objects.latest("pk").pk,
            "entry": AuditEntry.objects.latest("pk").pk,
            "question": "after-hours",
            **self.more,
        }


def whole_record() -> Record:
    """Record the cast, a full caseload and one person with everything."""
    office = factories.office("Lansing Parole")
    cast = _cast(office)
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
    _custody_and_process(person, case)
    _supervision(person, agent=cast["olivia"], office=office)
    _others(cast["olivia"], office)
    _closed_to_somebody_else(person, case)
    compute_person(RECORDER, person.pk, event="tests")
    # Of another person than the one whom tests open: its banner stands on no page here.
    other = Person.objects.exclude(pk=person.pk).earliest("pk")
    opening = break_glass(viewer_for(cast["oscar"]), other.pk, reason="A threat by telephone")
    run = _law_run(cast["tim"])
    risk = assessed(cast["olivia"], person)
    _nightly_run()
    more = {
        "projection": _projection(cast["tim"]),
        **_compared_with_documents(cast["quinn"], person),
        **risk,
        **compact_values(cast, person),
        **recommended(person, cast["olivia"]),
        **violated(person, cast["olivia"]),
        **contacts_of(person),
        **conditioned(cast, person),
        **served(person, office),
        **reported(cast["olivia"]),
        # Last: what the others do settles what was due before.
        "obligation": _owed(person),
    }
    return Record(
        cast=cast, person=person, sentence=sentence, opening=opening, law_run=run, more=more
    )


def _projection(who: User) -> int:
    """Return ten years of the population under today's law."""
    return make_projection(viewer_for(who), rates=Rates({})).pk


def _compared_with_documents(reviewer: User, person: Person) -> dict[str, object]:
    """Return a sample, a count of it that nobody read, and a difference found in another."""
    Court.objects.update(county=factories.county("Ingham"))
    viewer = viewer_for(reviewer)
    made = draw_sample(viewer, Plan("Third quarter", Decimal("0.95"), Decimal("0.05"), seed=7))
    unread, read = made.items.filter(person=person).order_by("pk")[:2]
    compared = Comparison.objects.create(
        item=read,
        reading=1,
        field=FieldKey.DOCKET,
        severity=3,
        outcome=Outcome.MISMATCH,
        held="20-000123-FC",
        said="20-000132-FC",
        keyed_by=reviewer,
        read_by=reviewer,
        read_at=timezone.now(),
    )
    found = Finding.objects.create(
        comparison=compared, answer_due_on=timezone.localdate() + timedelta(days=14)
    )
    return {"sample": made.pk, "item": unread.pk, "finding": found.pk}


def _closed_to_somebody_else(person: Person, case: CourtCase) -> None:
    """Close the person to one user who visits no page, and seal a case that no page names."""
    nora = factories.user("Nora", role="Parole agent")
    PersonClosure.objects.create(person=person, kind=ClosureKind.KNOWN, user=nora)
    SealOrder.objects.create(
        person=person,
        action=SealAction.SEAL,
        case=factories.court_case(person, court_=case.court),
        court=case.court,
        order_number="O-2025-7",
        ordered_on=date(2025, 5, 5),
        authority="780.621",
    )


def _nightly_run() -> None:
    NightlyRun.objects.create(
        as_of=timezone.localdate(),
        law_version=law_version(),
        state=RunState.FINISHED,
        started_at=timezone.now(),
        finished_at=timezone.now(),
        people=CASELOAD,
        recomputed=CASELOAD,
    )


def _owed(person: Person) -> int:
    """Have a report due soon, and one that was due and excused; returns the key of the first.

    What is due by the day rests while a warrant is out, as one is; what is due later does not.
    """
    today = timezone.localdate()
    for due_on in (today - timedelta(days=10), today + timedelta(days=3)):
        owed = open_obligation(person_id=person.pk, kind="report", due_on=due_on, source=person)
    excused = person.obligations.exclude(pk=owed.pk)
    excused.update(excuse="decision", excuse_reason="In hospital", closed_on=today)
    return owed.pk


def _law_run(who: User) -> ImpactRun:
    """Return a proposed law that moves somebody, computed."""
    run = ImpactRun.objects.create(
        scenario_id="wi_tis_85",
        title="Truth in sentencing at 85 per cent",
        scenario=as_toml(shipped_values("wi_tis_85")),
        law_version=law_version(),
        as_of=timezone.localdate(),
        started_by=who,
        started_at=timezone.now(),
    )
    compute_impact_run(run.pk)
    run.refresh_from_db()
    return run


def _cast(office: Office) -> dict[str, User]:
    court = factories.agency("30th Circuit Court", kind=AgencyKind.COURT)
    police = factories.agency("Michigan State Police", kind=AgencyKind.LAW_ENFORCEMENT)
    cast = {
        "olivia": factories.user("Olivia", role="Parole agent", office=office),
        "oscar": factories.user("Oscar", role="Parole agent", office=office),
        "sam": factories.user("Sam", role="Supervisor", office=office),
        "tim": factories.user("Tim", role="Records and time-computation clerk"),
        "tess": factories.user("Tess", role="Records and time-computation clerk"),
        "paula": factories.user("Paula", role="Law-enforcement user", agency=police),
        "vic": factories.user("Vic", role="Victim services"),
        "courtney": factories.user("Courtney", role="Court user", agency=court),
        "audrey": factories.user("Audrey", role="Auditor"),
        "quinn": factories.user("Quinn", role="Data-quality reviewer"),
        "seth": factories.user("Seth", role="Security officer"),
        "cleo": factories.user("Cleo", role="Restricted records custodian"),
        "adam": factories.user("Adam", role="Administrator"),
    }
    factories.give_office(cast["sam"], office)
    return cast


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


def _custody_and_process(person: Person, case: CourtCase) -> None:
    today = timezone.localdate()
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
    Misconduct.objects.create(
        person=person,
        violated_on=date(2021, 3, 3),
        found_guilty_on=date(2021, 3, 12),
        misconduct_class=choices.MisconductClass.CLASS_II,
        description="Disobeying a direct order",
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


def _others(agent: User, office: Office) -> None:
    for number in range(CASELOAD):
        factories.person(
            GIVEN_NAMES[number % len(GIVEN_NAMES)],
            last_name=FAMILY_NAMES[number % len(FAMILY_NAMES)],
            birth_date=date(1965 + number % 38, 1 + number % 12, 1 + number % 28),
            agent=agent,
            office=office,
        )
