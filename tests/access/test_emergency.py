"""Breaking the glass: with a reason, for an hour, told to others, and judged."""

from datetime import date, timedelta

import pytest
from django.core import mail
from django.db import Error, transaction
from django.urls import reverse
from django.utils import timezone

from offenders.models import EmergencyOpening, EmergencyReview, Person
from offenders.services.emergency import break_glass, minutes_open
from offenders.services.refusals import RefusedError
from offenders.services.restrictions import restrict_person
from ots.access.fields import Seen
from ots.access.lists import masked_page
from ots.access.models import EmergencyTerm
from ots.access.viewer import NotAllowedError, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.searching import search

CUSTODIAN = system_viewer("tests")


@pytest.fixture
def seth(db):
    """Security officer."""
    return factories.user("Seth", role="Security officer")


def sent(person, **more):
    return {"number": person.pk, "category": "", "reason": "threat to her life", **more}


def test_an_agent_opens_a_record_out_of_reach_and_sees_the_banner(oscar, dana, sign_in):
    client = sign_in(oscar)
    page = reverse("offenders:person", args=[dana.pk])
    assert client.get(page).status_code == 404
    client.post(reverse("offenders:emergency-open"), sent(dana))
    shown = client.get(page).content.decode()
    assert "Open to you in an emergency" in shown
    assert "threat to her life" in shown


def test_every_view_is_marked_in_the_trail_with_the_reason(oscar, dana, sign_in):
    client = sign_in(oscar)
    client.post(reverse("offenders:emergency-open"), sent(dana))
    client.get(reverse("offenders:person", args=[dana.pk]))
    entry = AuditEntry.objects.filter(event="PERSON_VIEWED", person_id=dana.pk).latest("pk")
    assert entry.reason == "threat to her life"


def test_a_search_that_shows_the_record_is_marked_with_the_reason(oscar, dana, sign_in):
    client = sign_in(oscar)
    client.post(reverse("offenders:emergency-open"), sent(dana))
    search(client, reverse("offenders:person-search"), {"q": "Doe"})
    entry = AuditEntry.objects.get(event="PERSON_SEARCHED")
    assert dana.pk in entry.people
    assert entry.reason == "threat to her life"


@pytest.mark.parametrize(("whose", "reason"), [("dana", "threat"), ("other", "")])
def test_a_list_names_the_reason_where_it_shows_the_record(whose, reason, oscar, dana, rf, lansing):
    other = factories.person("Other", agent=oscar, office=lansing)
    break_glass(viewer_for(oscar), dana.pk, reason="threat")
    request = rf.get("/")
    request.viewer, request.seen = viewer_for(oscar), Seen()
    shown = {"dana": dana, "other": other}[whose]
    masked_page(request, Person.objects.filter(pk=shown.pk), list_name="test")
    assert AuditEntry.objects.get(event="LIST_VIEWED").reason == reason


def test_the_record_closes_after_the_term(oscar, dana):
    viewer = viewer_for(oscar)
    break_glass(viewer, dana.pk, reason="danger")
    later = viewer.now + timedelta(minutes=minutes_open(timezone.localdate()))
    assert viewer_for(oscar, now=later - timedelta(seconds=1)).opened(dana.pk)
    assert viewer_for(oscar, now=later).opened(dana.pk) == ()


def test_an_hour_is_the_term_until_an_administrator_sets_another(db):
    EmergencyTerm.objects.create(since=date(2026, 1, 2), minutes=15)
    assert minutes_open(date(2026, 1, 1)) == 60
    assert minutes_open(date(2026, 1, 2)) == 15


def test_an_opened_category_shows_on_that_record_alone(olivia, dana, lansing):
    other = factories.person("Other", agent=olivia, office=lansing)
    break_glass(viewer_for(olivia), dana.pk, reason="seizure", category="medical")
    viewer = viewer_for(olivia)
    assert [each.category for each in viewer.opened(dana.pk)] == ["medical"]
    assert viewer.opened(other.pk) == ()


def test_treatment_is_never_opened_in_haste(olivia, dana):
    with pytest.raises(RefusedError, match="consent"):
        break_glass(viewer_for(olivia), dana.pk, reason="danger", category="substance_use")


def test_one_without_the_right_is_refused(paula, dana):
    with pytest.raises(NotAllowedError):
        break_glass(viewer_for(paula), dana.pk, reason="danger")


def test_what_does_not_exist_and_whom_one_knows_are_refused_in_the_same_words(oscar, dana, sign_in):
    restrict_person(CUSTODIAN, dana.pk, kind="relative", user=oscar, reason="brother")
    client = sign_in(oscar)
    page = reverse("offenders:emergency-open")
    known = client.post(page, sent(dana)).content.decode()
    nobody = client.post(page, {**sent(dana), "number": "99999999"}).content.decode()
    words = "No record can be opened under this number."
    assert words in known
    assert words in nobody
    assert not EmergencyOpening.objects.exists()


def test_a_refused_attempt_is_in_the_trail(oscar, db, sign_in):
    sign_in(oscar).post(
        reverse("offenders:emergency-open"), {"number": "99999999", "reason": "curious"}
    )
    assert AuditEntry.objects.filter(event="GLASS_REFUSED", actor=oscar).exists()


def test_supervisor_and_security_officer_are_told_without_naming_the_person(
    oscar, sam, seth, ruth, dana, django_capture_on_commit_callbacks
):
    for user in (sam, seth, ruth):
        type(user).objects.filter(pk=user.pk).update(email=f"{user.username}@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        break_glass(viewer_for(oscar), dana.pk, reason="danger")
    assert sorted(to for letter in mail.outbox for to in letter.to) == sorted(
        f"{user.username}@example.org" for user in (sam, seth)
    )
    assert "Doe" not in mail.outbox[0].body


def test_the_supervisors_home_page_tells_who_opened_a_record(oscar, sam, dana, sign_in):
    break_glass(viewer_for(oscar), dana.pk, reason="a credible threat")
    assert "a credible threat" in sign_in(sam).get(reverse("home")).content.decode()


def test_a_reviewer_judges_an_opening_once(oscar, seth, dana, sign_in):
    opening = break_glass(viewer_for(oscar), dana.pk, reason="danger")
    client = sign_in(seth)
    assert "1 opening to judge" in client.get(reverse("home")).content.decode()
    page = reverse("offenders:emergency-review", args=[opening.pk])
    client.post(page, {"verdict": "not_justified", "note": "No threat on record."})
    review = EmergencyReview.objects.get(opening=opening)
    assert (review.verdict, review.reviewed_by) == ("not_justified", seth)
    assert client.get(page).status_code == 404


def test_nobody_judges_his_own_opening(oscar, dana, sign_in):
    opening = break_glass(viewer_for(oscar), dana.pk, reason="danger")
    oscar.groups.set([*oscar.groups.all(), *_role("Security officer")])
    page = reverse("offenders:emergency-review", args=[opening.pk])
    assert sign_in(oscar).get(page).status_code == 404


def test_an_opening_is_never_rewritten(oscar, dana):
    opening = break_glass(viewer_for(oscar), dana.pk, reason="danger")
    with pytest.raises(Error), transaction.atomic():
        EmergencyOpening.objects.filter(pk=opening.pk).update(reason="nothing")


def _role(name):
    return factories.user("X", role=name).groups.all()
