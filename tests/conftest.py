"""The cast: the same people in every test, and what each may do.

Olivia supervises Dana. Oscar sits in the same office without Dana on his caseload. Sam supervises
that office, Ruth the office of another district. Tim keeps records and computes time for the whole
state, Audrey audits, Adam administers, Paula is with the police, Vic with victim services, and
Courtney works at the court that sentenced Dana.
"""

import os
from collections.abc import Callable

import pytest
from django.test import Client
from hypothesis import HealthCheck, settings
from pytest_django import DjangoDbBlocker

from offenders.models import CourtCase, Person, Sentence
from ots.access.models import Office, User
from ots.access.models.agency import AgencyKind
from tests import factories
from tests.emptying import allow_emptying
from tests.factories.signing_in import signed_in_client

# A machine that is busy with other things is slow, not wrong; and the same code is tried on the
# same cases everywhere, so that it does not pass here and fail there. HYPOTHESIS_PROFILE=thorough
# draws many more, and others each time.
settings.register_profile(
    "anywhere", deadline=None, suppress_health_check=[HealthCheck.too_slow], derandomize=True
)
settings.register_profile(
    "thorough", settings.get_profile("anywhere"), derandomize=False, max_examples=1000
)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "anywhere"))

SignIn = Callable[[User], Client]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Make the test database, and let tests that commit empty it."""
    with django_db_blocker.unblock():
        allow_emptying()


@pytest.fixture
def lansing(db: None) -> Office:
    """The office where Dana reports."""
    return factories.office("Lansing Parole")


@pytest.fixture
def marquette(db: None) -> Office:
    """An office of another district."""
    return factories.office("Marquette Parole")


@pytest.fixture
def olivia(lansing: Office) -> User:
    """Parole agent; Dana is on her caseload."""
    return factories.user("Olivia", role="Parole agent", office=lansing)


@pytest.fixture
def oscar(lansing: Office) -> User:
    """Parole agent of the same office; Dana is not his."""
    return factories.user("Oscar", role="Parole agent", office=lansing)


@pytest.fixture
def sam(lansing: Office) -> User:
    """Supervisor of Olivia's office."""
    made = factories.user("Sam", role="Supervisor", office=lansing)
    factories.give_office(made, lansing)
    return made


@pytest.fixture
def ruth(marquette: Office) -> User:
    """Supervisor in another district."""
    made = factories.user("Ruth", role="Supervisor", office=marquette)
    factories.give_office(made, marquette)
    return made


@pytest.fixture
def tim(db: None) -> User:
    """Clerk of records and time computation."""
    return factories.user(
        "Tim", role="Records and time-computation clerk", agency=factories.agency()
    )


@pytest.fixture
def audrey(db: None) -> User:
    """Auditor."""
    return factories.user("Audrey", role="Auditor")


@pytest.fixture
def adam(db: None) -> User:
    """Administrator."""
    return factories.user("Adam", role="Administrator")


@pytest.fixture
def paula(db: None) -> User:
    """Police officer."""
    police = factories.agency("Michigan State Police", kind=AgencyKind.LAW_ENFORCEMENT)
    return factories.user("Paula", role="Law-enforcement user", agency=police)


@pytest.fixture
def vic(db: None) -> User:
    """Victim services."""
    services = factories.agency("Crime Victim Services", kind=AgencyKind.VICTIM_SERVICES)
    return factories.user("Vic", role="Victim services", agency=services)


@pytest.fixture
def courtney(db: None) -> User:
    """Clerk at the court that sentenced Dana."""
    court = factories.agency("30th Circuit Court", kind=AgencyKind.COURT)
    return factories.user("Courtney", role="Court user", agency=court)


@pytest.fixture
def dana(olivia: User, lansing: Office) -> Person:
    """A person on parole, supervised by Olivia."""
    return factories.person("Dana", last_name="Doe", agent=olivia, office=lansing)


@pytest.fixture
def danas_case(dana: Person, courtney: User) -> CourtCase:
    """Dana's case at Courtney's court, so that Courtney reaches Dana."""
    return factories.court_case(dana, court_=factories.court(agency=courtney.agency))


@pytest.fixture
def danas_sentence(danas_case: CourtCase) -> Sentence:
    """Five to twenty years for armed robbery."""
    return factories.add_sentence(factories.add_charge(danas_case))


@pytest.fixture
def sign_in(db: None) -> SignIn:
    """Return a function that gives a browser in which the user is signed in."""

    def signed_in(user: User) -> Client:
        return signed_in_client(user)

    return signed_in
