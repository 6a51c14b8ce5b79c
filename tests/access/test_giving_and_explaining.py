"""Grants and cover on their pages, what victims' data needs, the preview, the table of roles."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.urls import reverse
from django.utils import timezone
from django.utils.html import escape

from offenders.models import PersonUserObjectPermission
from offenders.selectors.sealable import Sealable
from offenders.services.seals import seal
from ots.access.categories import Category
from ots.access.models import Cover
from ots.access.roles import STANDARD_ROLES
from ots.access.scopes import decide
from ots.access.viewer import system_viewer, viewer_for
from ots.audit.models import AuditEntry
from tests import factories
from tests.access.test_closed_records import order
from tests.searching import search
from tests.wording import says


def given(user, **more):
    last = timezone.localdate() + timedelta(days=3)
    return {"user": user.username, "last_day": last.isoformat(), "reason": "hearing", **more}


def test_a_supervisor_gives_a_person_until_a_day_with_reason_and_name(sam, oscar, dana, sign_in):
    client = sign_in(sam)
    page = reverse("offenders:person-access", args=[dana.pk])
    client.post(page, given(oscar))
    grant = PersonUserObjectPermission.objects.get(user=oscar)
    assert (grant.reason, grant.given_by) == ("hearing", sam)
    assert decide(viewer_for(oscar), dana.pk).ways == {"grant"}
    client.post(reverse("offenders:grant-end", args=[dana.pk, grant.pk]))
    assert decide(viewer_for(oscar), dana.pk).ways == set()


def test_a_grant_is_in_the_trail_with_what_was_before(sam, oscar, dana, sign_in):
    client = sign_in(sam)
    page = reverse("offenders:person-access", args=[dana.pk])
    client.post(page, given(oscar))
    client.post(page, given(oscar, reason="second hearing"))
    changes = AuditEntry.objects.filter(event="REACH_GRANTED", changes__has_key="reason")
    assert [entry.changes["reason"] for entry in changes.order_by("pk")][-1] == [
        "hearing",
        "second hearing",
    ]


def test_nobody_gives_himself_a_person(sam, dana, sign_in):
    page = reverse("offenders:person-access", args=[dana.pk])
    answer = sign_in(sam).post(page, given(sam))
    assert "Nobody gives himself a record" in answer.content.decode()


def covered(away, covering):
    today = timezone.localdate()
    return {
        "away": away.pk,
        "covering": covering.pk,
        "began_on": today.isoformat(),
        "last_day": (today + timedelta(days=6)).isoformat(),
        "reason": "leave",
    }


@pytest.mark.parametrize("who", ["olivia", "sam"])
def test_an_agent_or_the_supervisor_arranges_cover(who, olivia, oscar, dana, request, sign_in):
    sign_in(request.getfixturevalue(who)).post(reverse("supervision:cover"), covered(olivia, oscar))
    assert decide(viewer_for(oscar), dana.pk).ways == {"cover"}
    assert AuditEntry.objects.filter(event="COVER_ARRANGED").exists()


def test_a_colleague_arranges_no_cover_for_another(oscar, olivia, sam, sign_in):
    sign_in(oscar).post(reverse("supervision:cover"), covered(olivia, oscar))
    assert not Cover.objects.exists()


def test_people_covered_for_are_on_the_caseload(olivia, oscar, dana, sign_in):
    sign_in(olivia).post(reverse("supervision:cover"), covered(olivia, oscar))
    assert "Doe" in sign_in(oscar).get(reverse("supervision:caseload")).content.decode()


def test_a_cover_that_is_ended_closes_the_caseload(olivia, oscar, dana, sign_in):
    client = sign_in(olivia)
    client.post(reverse("supervision:cover"), covered(olivia, oscar))
    client.post(reverse("supervision:cover-end", args=[Cover.objects.get().pk]))
    assert decide(viewer_for(oscar), dana.pk).ways == set()


def test_victims_are_open_to_the_agent_and_not_to_one_given_the_record(olivia, oscar, dana):
    factories.give_person(oscar, dana)
    assert Category.VICTIM in decide(viewer_for(olivia), dana.pk).opened
    assert Category.VICTIM not in decide(viewer_for(oscar), dana.pk).opened


def preview(client, user, number):
    query = {"user": user.username, "number": number}
    return search(client, reverse("offenders:access-preview"), query).content.decode()


def test_the_preview_names_the_way_and_every_category_with_its_reason(adam, olivia, dana, sign_in):
    shown = preview(sign_in(adam), olivia, dana.pk)
    assert "on the own caseload" in shown
    assert all(category.label in shown for category in Category)
    assert "no role of the user holds it" in shown
    assert "no consent names the user&#x27;s agency" in shown


def test_the_preview_shows_no_value_of_the_record(adam, olivia, dana, sign_in):
    assert not says(preview(sign_in(adam), olivia, dana.pk), "Doe")


def test_the_preview_tells_a_sealed_person_from_nobody_to_nobody(adam, tim, dana, sign_in):
    seal(system_viewer("tests"), dana.pk, what=Sealable(), order=order())
    client = sign_in(adam)
    sealed = preview(client, tim, dana.pk).replace(str(dana.pk), "N")
    nobody = preview(client, tim, 99999999).replace("99999999", "N")
    assert _main(sealed) == _main(nobody)


def _main(page):
    main = page.split("<main")[1].split("</main>")[0]
    # A form's token is another in each answer.
    return re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", main)


@pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)
def test_the_table_of_roles_has_every_role_as_it_stands(role, audrey, sign_in):
    shown = sign_in(audrey).get(reverse("offenders:roles")).content.decode()
    assert escape(role.name) in shown


def test_a_right_taken_from_a_role_is_gone_from_the_table(audrey, sign_in):
    page = reverse("offenders:roles")
    label = "May assign people to agents"
    client = sign_in(audrey)
    assert label in client.get(page).content.decode()
    right = DjangoPermission.objects.get(codename="case.assign")
    for group in Group.objects.filter(permissions=right):
        group.permissions.remove(right)
    assert label not in client.get(page).content.decode()
