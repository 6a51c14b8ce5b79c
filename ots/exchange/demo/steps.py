"""The steps by which a demonstration is loaded; each does only what is missing."""

from collections.abc import Callable
from contextlib import redirect_stderr
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.core.management import call_command
from django.utils import timezone

from offenders.services.reference import load_reference_data
from ots.access.demo_users import DEMO_USERS
from ots.access.viewer import system_viewer
from ots.exchange.agencies.broward.agency import broward
from ots.exchange.demo.accounts import create_demo_users
from ots.exchange.demo.caseloads import fill_caseloads
from ots.exchange.demo.compact import send_people_to_ohio
from ots.exchange.demo.conditions import give_conditions
from ots.exchange.demo.contacts import fill_calendar
from ots.exchange.demo.recommendations import recommend_some
from ots.exchange.demo.risk import assess_some
from ots.exchange.demo.services import give_services
from ots.exchange.demo.training import train_users
from ots.exchange.demo.violations import report_violations
from ots.exchange.imports import run_import
from timecomp.services.statutes import load_statutes

HUNDRED = Path(__file__).parent / "broward"
MADE_UP_PEOPLE = 400
SEED = 7

VIEWER = system_viewer("load_demo_data")


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what it is called, and what to do, which returns what was done."""

    name: str
    do: Callable[[], str]


def _reference() -> str:
    done = load_reference_data(VIEWER)
    return f"{sum(each.created + each.changed for each in done)} rows"


def _statutes() -> str:
    loaded = load_statutes(VIEWER)
    return f"{loaded.new + loaded.corrected} offenses"


def _accounts() -> str:
    created = create_demo_users()
    return f"{created} of {len(DEMO_USERS)} created"


def _risk() -> str:
    return f"{assess_some()} people assessed"


def _training() -> str:
    return f"{train_users(VIEWER)} completed courses"


def _county() -> str:
    result = run_import(VIEWER, broward(timezone.localdate()), HUNDRED)
    return f"{result.loaded:,} rows, {len(result.refusals)} with known defects refused"


def _population() -> str:
    _quietly("generate_population", MADE_UP_PEOPLE, seed=SEED)
    _quietly("generate_supervision", seed=SEED)
    return f"{MADE_UP_PEOPLE} people"


def _caseloads() -> str:
    return f"{fill_caseloads(VIEWER)} people given to agents"


def _conditions() -> str:
    return f"{give_conditions(VIEWER)} people with conditions"


def _contacts() -> str:
    return f"{fill_calendar(VIEWER)} people with contacts and appointments"


def _violations() -> str:
    return f"{report_violations(VIEWER)} people with violations"


def _services() -> str:
    return f"{give_services(VIEWER)} people with tests, programs, checks and payments"


def _recommendations() -> str:
    return f"{recommend_some(VIEWER)} on lists"


def _dates() -> str:
    return _quietly("timecomp", "nightly").splitlines()[0]


def _quality() -> str:
    return _quietly("draw_demo_sample").splitlines()[0]


def _compact() -> str:
    return f"{send_people_to_ohio()} cases opened"


def _quietly(name: str, *arguments: object, **options: object) -> str:
    # Each step is one line of the demonstration's screen, so commands show no bars of their own.
    said = StringIO()
    with redirect_stderr(StringIO()):
        call_command(name, *arguments, stdout=said, **options)
    return said.getvalue()


STEPS = (
    Step("Counties, courts, offices and facilities", _reference),
    Step("Offenses and their statutes", _statutes),
    Step("Accounts", _accounts),
    Step("A hundred people of Broward County", _county),
    Step("A made-up population", _population),
    Step("Caseloads", _caseloads),
    Step("Conditions of supervision", _conditions),
    Step("Contacts and appointments", _contacts),
    Step("Violations and their answers", _violations),
    Step("Tests, programs and payments", _services),
    Step("What people are eligible for", _recommendations),
    Step("Assessments and a case plan", _risk),
    Step("Everybody's dates", _dates),
    Step("Training of the users", _training),
    Step("Cases of the interstate compact", _compact),
    Step("A sample compared with court documents", _quality),
)
