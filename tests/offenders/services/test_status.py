"""Where a person stands today: one place decides it from the facts."""

from datetime import date

import pytest

from offenders import choices
from offenders.models import CourtCase, ParoleRelease, Person
from offenders.services import status as module
from offenders.services.status import current_status, refresh_status, status_follows_from
from tests import factories

Status = choices.Status
TODAY = date(2026, 6, 1)


@pytest.fixture
def nobody_yet(db: None) -> Person:
    """A person of whom nothing is recorded but the name."""
    return factories.person("New", status=Status.NONE)


def test_nothing_recorded_is_no_status(nobody_yet: Person) -> None:
    assert current_status(nobody_yet.pk, TODAY) == Status.NONE


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("jail", Status.JAIL),
        ("prison", Status.PRISON),
        ("parole", Status.PAROLE),
        ("escape", Status.ESCAPED),
        ("delinquent", Status.ABSCONDED),
        ("appeal_bond", Status.PRETRIAL),
        ("tether", Status.NONE),
    ],
)
def test_open_custody_gives_the_status(nobody_yet: Person, kind: str, expected: Status) -> None:
    factories.add_custody(nobody_yet, kind=kind)
    assert current_status(nobody_yet.pk, TODAY) == expected


def test_the_day_of_release_is_the_first_day_out(nobody_yet: Person) -> None:
    factories.add_custody(nobody_yet, began_on=date(2026, 1, 1), ended_on=TODAY)
    assert current_status(nobody_yet.pk, date(2026, 5, 31)) == Status.PRISON
    assert current_status(nobody_yet.pk, TODAY) == Status.DISCHARGED


def test_an_escape_outweighs_the_prison_escaped_from(nobody_yet: Person) -> None:
    factories.add_custody(nobody_yet, kind="prison")
    factories.add_custody(nobody_yet, kind="escape", began_on=date(2026, 5, 1))
    assert current_status(nobody_yet.pk, TODAY) == Status.ESCAPED


def parole(person: Person, released_on: date, months: int = 24) -> None:
    ParoleRelease.objects.create(person=person, released_on=released_on, term_months=months)


@pytest.mark.parametrize(
    ("released_on", "expected"),
    [
        (date(2024, 6, 2), Status.PAROLE),
        (date(2024, 6, 1), Status.DISCHARGED),
        (date(2026, 6, 2), Status.NONE),
    ],
)
def test_parole_lasts_for_its_term(nobody_yet: Person, released_on: date, expected: Status) -> None:
    parole(nobody_yet, released_on)
    assert current_status(nobody_yet.pk, TODAY) == expected


def test_a_return_to_prison_ends_parole_for_good(nobody_yet: Person) -> None:
    parole(nobody_yet, date(2025, 6, 1))
    factories.add_custody(nobody_yet, began_on=date(2025, 9, 1), ended_on=date(2026, 1, 1))
    assert current_status(nobody_yet.pk, TODAY) == Status.DISCHARGED


def test_an_open_case_without_outcome_is_pretrial(nobody_yet: Person) -> None:
    case = factories.court_case(nobody_yet)
    CourtCase.objects.filter(pk=case.pk).update(status=choices.CaseStatus.OPEN)
    case.charges.create(count_number=1)
    assert current_status(nobody_yet.pk, TODAY) == Status.PRETRIAL


def test_a_case_that_ended_is_not_pretrial(nobody_yet: Person) -> None:
    case = factories.court_case(nobody_yet)
    CourtCase.objects.filter(pk=case.pk).update(status=choices.CaseStatus.OPEN)
    factories.add_charge(case)
    assert current_status(nobody_yet.pk, TODAY) == Status.NONE


@pytest.mark.parametrize(("years", "expected"), [(7, Status.PROBATION), (6, Status.DISCHARGED)])
def test_probation_lasts_for_its_length(nobody_yet: Person, years: int, expected: Status) -> None:
    charge = factories.add_charge(factories.court_case(nobody_yet))
    factories.add_sentence(charge, kind="probation", minimum_years=0, maximum_years=years)
    assert current_status(nobody_yet.pk, TODAY) == expected


def test_a_sentence_that_ended_discharges_nobody_while_another_runs(nobody_yet: Person) -> None:
    case = factories.court_case(nobody_yet)
    factories.add_sentence(factories.add_charge(case), kind="flat", maximum_years=2)
    assert current_status(nobody_yet.pk, TODAY) == Status.DISCHARGED
    factories.add_sentence(factories.add_charge(case), maximum_years=20)
    assert current_status(nobody_yet.pk, TODAY) == Status.NONE


def test_a_life_sentence_runs_for_ever(nobody_yet: Person) -> None:
    case = factories.court_case(nobody_yet)
    factories.add_sentence(factories.add_charge(case), kind="flat", maximum_years=2)
    factories.add_sentence(
        factories.add_charge(case), kind="life", maximum_years=0, is_life_maximum=True
    )
    assert current_status(nobody_yet.pk, TODAY) == Status.NONE


def test_apps_above_add_what_their_facts_say(
    nobody_yet: Person, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_sources", [])
    status_follows_from(lambda person_id, today: {Status.PROBATION})
    assert current_status(nobody_yet.pk, TODAY) == Status.PROBATION


def test_refreshing_writes_the_summary(nobody_yet: Person) -> None:
    factories.add_custody(nobody_yet, kind="jail")
    refresh_status(nobody_yet.pk, today=TODAY)
    nobody_yet.refresh_from_db()
    assert nobody_yet.status == Status.JAIL
