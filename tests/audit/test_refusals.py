"""What is refused is in the trail as refused, and is found there."""

import pytest
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.urls import reverse
from django.utils import timezone

from ots.access.pages import page
from ots.access.permissions import Permission
from ots.access.viewer import NotAllowedError, viewer_for
from ots.audit.models import AuditEntry, Outcome
from ots.oversight.questions import question_by_key
from ots.oversight.selectors.questions import answers
from ots.oversight.selectors.trail import TrailQuery, search_trail

REFUSALS = 5


def refused(user):
    return AuditEntry.objects.filter(event="ACCESS_DENIED", actor=user, outcome=Outcome.DENIED)


def test_a_person_out_of_reach_is_refused_by_name_of_the_page(oscar, dana, sign_in):
    sign_in(oscar).get(reverse("offenders:person", args=[dana.pk]))
    entry = refused(oscar).get()
    assert entry.person_id == dana.pk
    assert entry.additional_data["why"] == "not in reach"


def test_a_right_not_held_is_refused(olivia, sign_in):
    assert sign_in(olivia).get(reverse("oversight:overview")).status_code == 403
    assert refused(olivia).get().additional_data["why"] == "lacks audit.view"


def test_what_a_view_does_not_find_is_refused_once(audrey, sign_in):
    page = reverse("oversight:saved-question", args=["no-such-question"])
    assert sign_in(audrey).get(page).status_code == 404
    assert refused(audrey).get().additional_data["why"] == "not there, or not in reach"


@pytest.fixture
def guarded(rf, olivia):
    """Return a function that runs a view behind the guard as Olivia."""

    def run(view):
        request = rf.get("/")
        request.user = olivia
        return page(Permission.HOME_VIEW)(view)(request)

    return run


@pytest.mark.parametrize("status", [403, 404])
def test_a_view_that_answers_so_itself_has_refused(status, guarded, olivia):
    guarded(lambda request: HttpResponse(status=status))
    assert refused(olivia).count() == 1


def test_a_right_lacking_in_a_service_is_the_page_of_a_right_not_held(guarded, olivia):
    def view(request):
        raise NotAllowedError("[Olivia] may not do so.")

    with pytest.raises(PermissionDenied, match="may not do so"):
        guarded(view)
    assert refused(olivia).count() == 1


def test_a_record_that_a_view_does_not_find_stays_not_found(guarded, olivia):
    def view(request):
        raise Http404("Nothing is there.")

    with pytest.raises(Http404):
        guarded(view)
    assert refused(olivia).count() == 1


def test_the_question_and_the_search_bring_up_who_was_refused(oscar, dana, audrey, sign_in):
    client = sign_in(oscar)
    for _ in range(REFUSALS):
        client.get(reverse("offenders:person", args=[dana.pk]))
    question, auditor = question_by_key("denied"), viewer_for(audrey)
    today = timezone.localdate()
    found = answers(auditor, question, {"at_least": REFUSALS}, since=today, until=today)
    assert [(row.user_id, row.count) for row in found] == [(oscar.pk, REFUSALS)]
    page_of_trail = search_trail(auditor, TrailQuery(outcome=Outcome.DENIED))
    assert {line.actor_id for line in page_of_trail.lines} == {oscar.pk}
