"""Counties, agencies, offices, courts and facilities from the files of reference data."""

from io import StringIO

import pytest
from django.core.management import call_command

from offenders.models import Court, Facility
from offenders.services.reference import load_reference_data
from ots.access.models import Agency, County, Office
from ots.access.viewer import NOBODY, NotAllowedError, system_viewer
from ots.audit.models import AuditEntry

pytestmark = pytest.mark.django_db

VIEWER = system_viewer("a test")


def load() -> int:
    return sum(each.created + each.changed for each in load_reference_data(VIEWER))


def events() -> int:
    return AuditEntry.objects.filter(event="REFERENCE_DATA_LOADED", object_pk="").count()


def test_michigan_has_eighty_three_counties_each_with_a_jail() -> None:
    load()
    assert County.objects.count() == 83
    assert Facility.objects.filter(kind="jail").count() == 83


def test_an_office_belongs_to_its_agency_and_county() -> None:
    load()
    office = Office.objects.get(code="F16")
    assert (office.agency.code, str(office.county)) == ("MDOC-FOA", "Ingham")


def test_each_court_is_an_agency_whose_staff_can_be_users() -> None:
    load()
    assert not Court.objects.filter(agency=None).exists()
    court = Court.objects.get(code="C30")
    assert court.agency == Agency.objects.get(code="C30")


def test_a_prison_that_closed_is_not_open() -> None:
    load()
    assert not Facility.objects.get(code="DRC").is_open


def test_a_second_time_changes_nothing_and_is_no_event() -> None:
    load()
    assert (load(), events()) == (0, 1)


def test_a_row_that_differs_is_brought_in_line() -> None:
    load()
    Facility.objects.filter(code="LMF").update(name="Alger Max")
    assert load() == 1
    assert Facility.objects.get(code="LMF").name == "Alger Correctional Facility"


def test_a_row_that_only_the_table_holds_stays() -> None:
    Facility.objects.create(code="NEW", name="New Center", kind="reentry")
    load()
    assert Facility.objects.filter(code="NEW").exists()


def test_one_without_the_right_is_refused() -> None:
    with pytest.raises(NotAllowedError):
        load_reference_data(NOBODY)


def test_the_command_says_what_changed_and_then_that_nothing_is_to_do() -> None:
    first, second = StringIO(), StringIO()
    call_command("load_reference_data", stdout=first)
    call_command("load_reference_data", stdout=second)
    assert "counties: 83 new, 0 changed" in first.getvalue()
    assert second.getvalue() == "Nothing to do: the reference data is as the files say.\n"
