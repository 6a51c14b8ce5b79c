"""Users of another state open the compact's pages of a person sent to them, and nothing else."""

from datetime import timedelta

import pytest
from django.apps import apps
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.urls import reverse
from django.utils import timezone

from interstate.models import Activity, CompactCase, CompactEvent
from interstate.rules.limits import CLOSED_STAYS_READABLE
from offenders.models import Person
from ots.access.permissions import Permission
from ots.access.scopes import in_scope, reaches
from ots.access.viewer import viewer_for
from tests.access.sitemap import pages
from tests.factories.signing_in import signed_in_client
from timecomp.engine.parameters import Value, amended
from timecomp.engine.standing import Standing

ABROAD = ("Other state's compact office", "Other state's agent")
OTHER_STATES = pytest.mark.parametrize("who", ["otto", "oprah"])
DAYS = CLOSED_STAYS_READABLE.on(timezone.localdate()).amount.count


@pytest.fixture
def sent(case):
    """Dana's case, of which Michigan's office has sent something to Ohio."""
    event = CompactEvent.objects.create(
        case=case, position=0, happened_at=timezone.now(), type="transfer_request", by="sending"
    )
    Activity.objects.create(
        case=case,
        kind="transfer_request",
        side="sending",
        status="received",
        event=event,
        content_version="2026-04-01",
        sent_at=timezone.now(),
    )
    return case


def about_people(*, of_the_compact):
    return [
        page
        for page in pages()
        if page.is_about_a_person and page.name.startswith("interstate:") is of_the_compact
    ]


def give_everything(role):
    """An administrator gives the role every right there is, the whole state too."""
    rights = DjangoPermission.objects.filter(content_type__model="capability")
    assert rights.filter(codename=Permission.SCOPE_STATEWIDE.codename).exists()
    Group.objects.get(name=role).permissions.set(rights)


def closed(case, *, days_ago):
    CompactEvent.objects.create(
        case=case,
        position=1,
        happened_at=timezone.now() - timedelta(days=days_ago),
        type="case_closure_reply",
        by="sending",
    )
    CompactCase.objects.filter(pk=case.pk).update(state="CLOSED")


def case_page(case):
    return reverse("interstate:case", args=[case.person_id, case.pk])


def cases_told(user, case):
    """What the list of the person's cases says; a history made up here can't be followed."""
    answer = signed_in_client(user).get(reverse("interstate:person-cases", args=[case.person_id]))
    assert answer.status_code == 200
    return answer.content.decode()


def person_of(model):
    names = {field.name for field in model._meta.local_fields}
    if "case" in names:
        return "case__person"
    return "activity__case__person" if "activity" in names else "obligation__case__person"


@OTHER_STATES
def test_the_case_opens(who, sent, request):
    browser = signed_in_client(request.getfixturevalue(who))
    assert browser.get(case_page(sent)).status_code == 200
    assert browser.get(reverse("interstate:worklist")).status_code == 200


@OTHER_STATES
def test_the_role_opens_no_other_page_of_the_person(who, sent, dana, request):
    browser = signed_in_client(request.getfixturevalue(who))
    outside = about_people(of_the_compact=False)
    values = [{**dict.fromkeys(page.parts, 1), "person": dana.pk} for page in outside]
    answers = {
        page.name: browser.get(page.url(each)).status_code
        for page, each in zip(outside, values, strict=True)
    }
    assert len(outside) > 100
    assert {name: code for name, code in answers.items() if code not in (403, 404, 405)} == {}


def test_rights_given_later_open_no_other_page_of_the_person(sent, otto, dana):
    give_everything(ABROAD[0])
    browser = signed_in_client(otto)
    answers = {
        page.name: browser.get(
            page.url({**dict.fromkeys(page.parts, 1), "person": dana.pk})
        ).status_code
        for page in about_people(of_the_compact=False)
    }
    assert {name: code for name, code in answers.items() if code not in (404, 405)} == {}


def test_rights_given_later_find_nobody_in_a_list(sent, otto, dana):
    give_everything(ABROAD[0])
    viewer = viewer_for(otto)
    assert reaches(viewer, dana.pk)
    assert not in_scope(viewer, Person.objects.all()).exists()
    assert in_scope(viewer, CompactCase.objects.all(), person="person").count() == 1


@OTHER_STATES
def test_the_search_is_not_theirs(who, sent, request):
    browser = signed_in_client(request.getfixturevalue(who))
    assert browser.get(reverse("offenders:person-search")).status_code == 403


@OTHER_STATES
def test_no_page_of_theirs_leads_to_one_that_refuses(who, sent, dana, request):
    browser = signed_in_client(request.getfixturevalue(who))
    shown = browser.get(case_page(sent)).content.decode()
    assert dana.last_name in shown
    for page in about_people(of_the_compact=False):
        if page.parts == ("person",):
            assert f'href="{page.url({"person": dana.pk})}"' not in shown, page.name


def test_a_case_closed_lately_is_read_still(sent, otto):
    closed(sent, days_ago=DAYS - 1)
    assert sent.number in cases_told(otto, sent)


@OTHER_STATES
def test_a_case_closed_long_ago_is_not_there(who, sent, request):
    closed(sent, days_ago=DAYS + 1)
    user = request.getfixturevalue(who)
    assert signed_in_client(user).get(case_page(sent)).status_code == 404
    assert not reaches(viewer_for(user), sent.person_id)


def test_how_long_a_closed_case_is_read_is_data(sent, otto):
    closed(sent, days_ago=5)
    limit = CLOSED_STAYS_READABLE.on(timezone.localdate()).amount
    shorter = Value(None, type(limit)(3, limit.unit), "of the test", Standing.INFERRED, "a test")
    with amended({CLOSED_STAYS_READABLE.id: [shorter]}):
        assert not reaches(viewer_for(otto), sent.person_id)
    assert reaches(viewer_for(otto), sent.person_id)


def test_of_a_person_with_an_open_case_a_case_closed_long_ago_is_not_there(sent, otto, carla):
    closed(sent, days_ago=DAYS + 1)
    CompactCase.objects.create(
        person=sent.person,
        number="IC-2026-999999",
        supervision="parole",
        sending=sent.receiving,
        receiving=sent.sending,
        sending_office=sent.receiving_office,
        receiving_office=sent.sending_office,
        opened_at=timezone.now(),
    )
    told = cases_told(otto, sent)
    assert "IC-2026-999999" in told
    assert sent.number not in told
    assert signed_in_client(otto).get(case_page(sent)).status_code == 404


def test_michigan_s_own_read_a_case_however_long_it_is_closed(sent, carla, sender):
    closed(sent, days_ago=DAYS + 1)
    assert sent.number in cases_told(carla, sent)
    assert sent.number in cases_told(sender, sent)


def test_every_table_that_tells_of_a_case_keeps_other_states_to_their_own(otto):
    told = [
        model
        for model in apps.get_app_config("interstate").get_models()
        if {"case", "activity", "obligation"} & {field.name for field in model._meta.local_fields}
    ]
    assert {CompactEvent, Activity} <= set(told)
    for model in told:
        kept = in_scope(viewer_for(otto), model.objects.order_by(), person=person_of(model))
        assert '"sending_office_id" IN ' in str(kept.query), model
