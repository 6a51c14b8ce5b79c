"""What can be asked for, and in what portions it is made."""

from datetime import date

import pytest

from ots.population.generator import Plan
from ots.population.order import Order, PlanError

from .conftest import AS_OF, RECORDED_AT


def order(people=10, *, seed=1, as_of=AS_OF, chunk=1_000, **shares):
    plan = Plan(seed=seed, as_of=as_of, **shares)
    return Order(plan=plan, people=people, recorded_at=RECORDED_AT, chunk=chunk)


@pytest.mark.parametrize(
    ("asked", "named"),
    [
        ({"people": 0}, "People [0]"),
        ({"people": 1_000_001}, "People [1000001]"),
        ({"seed": -1}, "Seed [-1]"),
        ({"seed": 100}, "Seed [100]"),
        ({"as_of": date(2019, 12, 31)}, "As of [2019-12-31]"),
        ({"prison": -1}, "Shares [-1, 35, 25]"),
        ({"prison": 0, "parole": 0, "probation": 0}, "Shares [0, 0, 0]"),
    ],
)
def test_what_cannot_be_made_is_refused_by_name(asked, named):
    with pytest.raises(PlanError) as refused:
        order(**asked).check()
    assert named in str(refused.value)


def test_chunks_cover_every_index_once():
    indices = [index for chunk in order(people=2_501, chunk=1_000).chunks() for index in chunk]
    assert indices == list(range(2_501))
