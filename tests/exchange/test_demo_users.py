"""The demonstration's accounts."""

from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from pytest_django import Settings

from offenders.services.reference import load_reference_data
from ots.access.demo_users import DEMO_PASSWORD, DEMO_USERS, DemoUser
from ots.access.models import Agency, User
from ots.access.roles import STANDARD_ROLES
from ots.access.viewer import system_viewer, viewer_for
from ots.exchange.demo.accounts import create_demo_users


@pytest.fixture
def accounts(db: None) -> None:
    """All accounts, in offices that exist."""
    load_reference_data(system_viewer("a test"))
    create_demo_users()


def test_every_role_has_an_account() -> None:
    assert {each.role for each in DEMO_USERS} == {role.name for role in STANDARD_ROLES}


@pytest.mark.usefixtures("accounts")
@pytest.mark.parametrize("demo", DEMO_USERS, ids=lambda demo: demo.username)
def test_each_account_signs_in_with_its_role(demo: DemoUser) -> None:
    user = authenticate(username=demo.username, password=demo.password)
    assert isinstance(user, User)
    assert list(user.groups.values_list("name", flat=True)) == [demo.role]


@pytest.mark.usefixtures("accounts")
def test_a_second_time_creates_nobody() -> None:
    assert create_demo_users() == 0


@pytest.mark.usefixtures("accounts")
def test_a_supervisor_supervises_the_own_office_alone() -> None:
    ruth = User.objects.get(username="ruth")
    assert viewer_for(ruth).office_ids == {ruth.office_id}


@pytest.mark.usefixtures("accounts")
def test_only_the_administrator_may_enter_administration() -> None:
    staff = User.objects.filter(is_staff=True).values_list("username", flat=True)
    assert list(staff) == ["adam"]


@pytest.mark.usefixtures("accounts")
def test_nobody_is_a_superuser() -> None:
    assert not User.objects.filter(is_superuser=True).exists()


@pytest.mark.usefixtures("accounts")
def test_the_court_user_belongs_to_a_court() -> None:
    courtney = User.objects.get(username="courtney")
    assert courtney.agency is not None
    assert courtney.agency.courts.count() == 1


@pytest.mark.usefixtures("accounts")
def test_every_agency_of_an_account_has_an_ori_of_its_own() -> None:
    oris = set(Agency.objects.filter(users__isnull=False).values_list("code", "ori"))
    assert len(oris) == len({ori for _, ori in oris if ori})


def test_the_command_shows_name_password_role_and_what_to_try(settings: Settings) -> None:
    settings.SHOW_DEMO_USERS = True
    said = StringIO()
    call_command("demo_users", stdout=said)
    line = next(line for line in said.getvalue().splitlines() if line.startswith("courtney"))
    assert line.split("  ")[0] == "courtney"
    assert f" {DEMO_PASSWORD} " in line
    assert " Court user " in line
    assert line.endswith("People with a case at the 30th Circuit Court, Lansing.")


def test_the_command_refuses_under_the_settings_of_a_server(settings: Settings) -> None:
    settings.SHOW_DEMO_USERS = False
    with pytest.raises(CommandError, match="This is not a demonstration"):
        call_command("demo_users", stdout=StringIO())
