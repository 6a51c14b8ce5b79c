"""Where a person lives, how to call, where the person works."""

from datetime import date

import pytest

from offenders.models import Address, Person
from offenders.services.contact import AddressEntry, add_address, add_job, add_phone
from offenders.services.refusals import RefusedError
from ots.access.models import User
from ots.access.viewer import NotAllowedError, viewer_for
from tests import factories


def home(**change: object) -> AddressEntry:
    values: dict[str, object] = {
        "kind": "home",
        "street": "400 Oak Avenue",
        "city": "East Lansing",
        "began_on": date(2026, 2, 1),
    }
    return AddressEntry(**{**values, **change})


def test_a_place_of_work_ends_no_home(olivia: User, dana: Person) -> None:
    factories.add_address(dana)
    add_address(viewer_for(olivia), dana.pk, entry=home(kind="work"))
    assert Address.objects.filter(superseded_at=None, ended_on=None).count() == 2


def test_an_earlier_home_recorded_late_ends_nothing(olivia: User, dana: Person) -> None:
    factories.add_address(dana, began_on=date(2024, 1, 1))
    entry = home(began_on=date(2020, 1, 1), ended_on=date(2021, 1, 1))
    add_address(viewer_for(olivia), dana.pk, entry=entry)
    assert Address.objects.filter(superseded_at=None, ended_on=None).count() == 1


def test_a_refused_address_ends_no_other(olivia: User, dana: Person) -> None:
    factories.add_address(dana)
    with pytest.raises(RefusedError):
        add_address(viewer_for(olivia), dana.pk, entry=home(ended_on=date(2026, 1, 1)))
    assert Address.objects.get().ended_on is None


def test_an_agent_records_telephone_and_work(olivia: User, dana: Person) -> None:
    viewer = viewer_for(olivia)
    add_phone(viewer, dana.pk, kind="mobile", number="517-555-0142", began_on=date(2026, 1, 1))
    add_job(viewer, dana.pk, employer="Capital Foods", began_on=date(2026, 1, 1))
    assert dana.phone_set.get().recorded_by == olivia
    assert dana.employment_set.get().employer == "Capital Foods"


def test_a_clerk_may_not_record_work(tim: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"Employment\.employer"):
        add_job(viewer_for(tim), dana.pk, employer="Capital Foods", began_on=date(2026, 1, 1))


def test_the_police_may_not_record_an_address(paula: User, dana: Person) -> None:
    with pytest.raises(NotAllowedError, match=r"contact\.record"):
        add_address(viewer_for(paula), dana.pk, entry=home())
