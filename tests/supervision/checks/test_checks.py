"""Checks of work and home."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.services.refusals import RefusedError
from supervision.models import EmploymentCheck, ResidenceCheck
from supervision.selectors.verification import occupied_of_many
from supervision.services.obligations import open_obligation
from supervision.services.verification import EmploymentEntry, check_employment
from tests import factories
from tests.factories.person import RECORDER


def today():
    return timezone.localdate()


def work(person, occupation="full_time", *, method="pay_stub", result="confirmed"):
    entry = EmploymentEntry(occupation, method, today(), result)
    return check_employment(RECORDER, person.pk, entry=entry)


def test_the_persons_word_alone_confirms_nothing(dana):
    with pytest.raises(RefusedError, match="confirms nothing"):
        work(dana, method="own_word")


def test_postgresql_refuses_it_too(dana):
    with pytest.raises(IntegrityError, match="own_word_confirms_no_job"), transaction.atomic():
        EmploymentCheck.objects.create(
            person=dana,
            occupation="student",
            method="own_word",
            checked_on=today(),
            result="confirmed",
        )


@pytest.mark.parametrize("occupation", ["student", "disability", "caregiver", "retired"])
def test_school_disability_and_care_count_as_work(dana, occupation):
    work(dana, occupation)
    assert occupied_of_many([dana.pk], on=today())[dana.pk].counts


def test_looking_for_work_does_not_count(dana):
    work(dana, "seeking")
    assert not occupied_of_many([dana.pk], on=today())[dana.pk].counts


def test_a_confirmed_check_is_the_proof_that_was_due(dana):
    first = work(dana, result="not_confirmed")
    due = open_obligation(person_id=dana.pk, kind="proof", due_on=today(), source=first)
    work(dana)
    due.refresh_from_db()
    assert due.done_on == today()


def test_a_home_is_approved_after_a_visit(sign_in, olivia, dana):
    url = reverse("supervision:residence-check", args=[dana.pk])
    entry = {
        "kind": "family",
        "method": "lease",
        "checked_on": today().isoformat(),
        "result": "confirmed",
        "approval": "approved",
    }
    answer = sign_in(olivia).post(url, entry)
    assert "after a visit" in answer.content.decode()


def test_a_hazard_is_shown_to_the_next_visitor(sign_in, olivia, dana):
    ResidenceCheck.objects.create(
        person=dana,
        kind="family",
        method="visit",
        checked_on=today(),
        result="confirmed",
        hazards="Dog in the yard",
    )
    shown = sign_in(olivia).get(reverse("supervision:person-checks", args=[dana.pk]))
    assert "Dog in the yard" in shown.content.decode()


@pytest.mark.parametrize(("days", "word"), [(89, "Not yet stable"), (90, "Stable")])
def test_a_home_is_stable_after_three_months(sign_in, olivia, dana, days, word):
    factories.add_address(dana, began_on=today() - timedelta(days=days))
    shown = sign_in(olivia).get(reverse("supervision:person-checks", args=[dana.pk]))
    assert word in shown.content.decode()


def test_police_do_not_see_the_work(sign_in, paula, dana):
    work(dana)
    shown = sign_in(paula).get(reverse("supervision:person-checks", args=[dana.pk]))
    assert "Works full time" not in shown.content.decode()
