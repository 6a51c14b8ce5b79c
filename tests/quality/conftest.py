"""A reviewer, a second one, and a count to compare."""

import pytest

from ots.access.viewer import viewer_for
from ots.quality.models import Item
from ots.quality.services.drawing import Plan, draw_sample
from tests import factories


@pytest.fixture
def quinn(db):
    """Data-quality reviewer."""
    return factories.user("Quinn", role="Data-quality reviewer")


@pytest.fixture
def rosa(db):
    """The second reviewer."""
    return factories.user("Rosa", role="Data-quality reviewer")


@pytest.fixture
def ingham(db):
    return factories.county("Ingham")


@pytest.fixture
def count(dana, ingham):
    """A sentence of five to twenty years, in a county."""
    court = factories.court()
    type(court).objects.filter(pk=court.pk).update(county=ingham)
    charge = factories.add_charge(factories.court_case(dana, docket="20-000123-FC"))
    factories.add_sentence(charge, jail_credit_days=12)
    return charge


@pytest.fixture
def plan():
    return Plan(purpose="Third quarter", confidence="0.95", error_rate="0.05", seed=7)


@pytest.fixture
def item(count, quinn, plan):
    """The count, drawn; it is the only one, so a second reviewer reads it too."""
    return Item.objects.get(draw=draw_sample(viewer_for(quinn), plan))


@pytest.fixture
def said(dana):
    """What a document says that agrees with the record."""
    return {
        "last_name": dana.last_name,
        "birth_date": dana.birth_date.isoformat() if dana.birth_date else "",
        "offense": "MCL 750.529",
        "disposition": "convicted_plea",
        "disposed_on": "2019-12-01",
        "sentenced_on": "2020-01-15",
        "minimum": "5-0-0",
        "maximum": "20-0-0",
        "jail_credit": "12",
        "judge": "",
    }
