"""A population of five thousand, made up once, and the record it is written into."""

from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from django.core.management import call_command

from ots.population.facts import Person
from ots.population.generator import Plan, made_up_person
from ots.population.order import Order
from ots.population.run import Outcome, make_up_population

AS_OF = date(2026, 11, 21)
RECORDED_AT = datetime(2026, 11, 21, 12, tzinfo=UTC)

Write = Callable[..., Outcome]


@pytest.fixture(scope="session")
def plan() -> Plan:
    return Plan(seed=1, as_of=AS_OF)


@pytest.fixture(scope="session")
def people(plan: Plan) -> list[Person]:
    return [made_up_person(plan, index) for index in range(5_000)]


@pytest.fixture
def reference_data(db: None) -> None:
    call_command("load_reference_data")


@pytest.fixture
def write(reference_data: None, plan: Plan) -> Write:
    """Write so many people of the plan; further keywords go into the order."""

    def writing(people: int, *, chunk_done=lambda _: None, plan: Plan = plan, **rest) -> Outcome:
        order = Order(plan=plan, people=people, recorded_at=RECORDED_AT, **rest)
        return make_up_population(order, chunk_done=chunk_done)

    return writing
