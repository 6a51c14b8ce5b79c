"""Substance-use treatment: told to whom the person consents, marked, and to nobody else."""

from datetime import date, timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from offenders.models import TreatmentConsent
from offenders.services.treatment import (
    ConsentForm,
    TreatmentEntry,
    record_consent,
    record_treatment,
    revoke_consent,
)
from ots.access.categories import Category
from ots.access.scopes import decide
from ots.access.viewer import system_viewer, viewer_for
from tests import factories

CLERK = system_viewer("tests")
NOTICE = "42 CFR part 2 prohibits unauthorized use or disclosure of these records."


@pytest.fixture
def department(olivia):
    """The agency for which Olivia works."""
    agency = olivia.office.agency
    type(olivia).objects.filter(pk=olivia.pk).update(agency=agency)
    olivia.refresh_from_db()
    return agency


@pytest.fixture
def treated(dana):
    entry = TreatmentEntry("New Leaf", "outpatient counseling", date(2026, 1, 2))
    record_treatment(CLERK, dana.pk, entry=entry)
    return dana


def consent(person, agency, *, signed_on=None, expires_on=None):
    today = timezone.localdate()
    form = ConsentForm(
        recipient_id=agency.pk,
        purpose="supervision",
        signed_on=signed_on or today,
        expires_on=expires_on or today + timedelta(days=30),
    )
    return record_consent(CLERK, person.pk, form=form)


def opens(user, person):
    return Category.SUBSTANCE_USE in decide(viewer_for(user), person.pk).opened


def page(client, person):
    return client.get(reverse("offenders:person-treatment", args=[person.pk])).content.decode()


def test_without_consent_the_page_tells_neither_program_nor_that_there_is_any(
    olivia, department, treated, sign_in
):
    shown = page(sign_in(olivia), treated)
    assert "New Leaf" not in shown
    assert "Not open to your agency" in shown


def test_with_consent_the_program_shows_under_the_notice(olivia, department, treated, sign_in):
    consent(treated, department)
    shown = page(sign_in(olivia), treated)
    assert "New Leaf" in shown
    assert NOTICE in shown


def test_a_consent_to_another_agency_opens_nothing(olivia, department, treated):
    consent(treated, factories.agency("Another Agency"))
    assert not opens(olivia, treated)


def test_a_consent_does_not_open_before_it_is_signed_or_once_it_ends(olivia, department, treated):
    today = timezone.localdate()
    consent(treated, department, signed_on=today + timedelta(days=1))
    consent(treated, department, signed_on=today - timedelta(days=9), expires_on=today)
    assert not opens(olivia, treated)


def test_a_revoked_consent_closes_at_once(olivia, department, treated):
    given = consent(treated, department)
    revoke_consent(CLERK, treated.pk, given.pk, revoked_on=timezone.localdate(), reason="letter")
    assert not opens(olivia, treated)


def test_a_consent_opens_nothing_to_a_role_without_the_category(olivia, paula, treated):
    consent(treated, paula.agency)
    assert not opens(paula, treated)


def test_no_list_ever_holds_it(olivia, department, treated):
    consent(treated, department)
    assert not viewer_for(olivia).may_category(Category.SUBSTANCE_USE)


def test_an_agent_records_a_consent_on_the_page(olivia, department, dana, sign_in):
    today = timezone.localdate()
    sent = {
        "recipient": department.pk,
        "purpose": "supervision",
        "signed_on": today.isoformat(),
        "expires_on": (today + timedelta(days=90)).isoformat(),
    }
    client = sign_in(olivia)
    client.post(reverse("offenders:consent-record", args=[dana.pk]), sent)
    given = TreatmentConsent.objects.get(person=dana)
    client.post(
        reverse("offenders:consent-revoke", args=[dana.pk, given.pk]),
        {"revoked_on": today.isoformat(), "reason": "letter"},
    )
    assert TreatmentConsent.objects.filter(person=dana, revoked_on=today).exists()
