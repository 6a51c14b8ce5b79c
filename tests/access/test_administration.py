"""Who gets into administration, and what is never there."""

import re

import pytest
from django.contrib.auth.models import Group
from django.contrib.auth.models import Permission as DjangoPermission
from django.urls import reverse

from offenders import models as offenders_models
from ots.access.admin import site
from ots.access.models import OfficeUserObjectPermission, Region, User
from ots.access.viewer import viewer_for
from ots.audit.models import AuditEntry
from supervision.models import ContactOutcome
from tests import factories

CODE_TABLES = {
    "access.agency",
    "access.county",
    "access.course",
    "access.emergencyterm",
    "access.idlelimit",
    "access.office",
    "access.provideridentity",
    "access.region",
    "access.requiredtraining",
    "access.signinprovider",
    "access.user",
    "audit.auditentry",
    "auth.group",
    "interstate.closing",
    "interstate.compactoffice",
    "interstate.delegate",
    "interstate.member",
    "interstate.reminderrule",
    "interstate.tellingrule",
    "offenders.court",
    "offenders.facility",
    "offenders.statute",
    "quality.target",
    "quality.weight",
    "supervision.authorizedposts",
    "supervision.barrier",
    "supervision.callscheme",
    "supervision.conditiontemplate",
    "supervision.contactoutcome",
    "supervision.contactstandard",
    "supervision.cutoff",
    "supervision.delinquencyband",
    "supervision.drugpanel",
    "supervision.escalationentry",
    "supervision.gridcell",
    "supervision.gridinforce",
    "supervision.guidelinebound",
    "supervision.guidelinefactor",
    "supervision.instrumentlevel",
    "supervision.levelrule",
    "supervision.needcutoff",
    "supervision.noticerule",
    "supervision.offenselisting",
    "supervision.panelsubstance",
    "supervision.program",
    "supervision.responsekind",
    "supervision.syncstate",
    "supervision.violationcode",
    "supervision.workloadweight",
}


def test_only_staff_roles_places_code_tables_and_the_trail_are_in_administration():
    assert {model._meta.label_lower for model in site._registry} == CODE_TABLES


def test_no_table_of_facts_about_a_person_is_in_administration():
    people = {offenders_models.Person, *offenders_models.PersonFact.__subclasses__()}
    assert not people & set(site._registry)


def test_a_visitor_is_sent_to_our_own_sign_in_page(client, db):
    answer = client.get(reverse("admin:index"), follow=True)
    assert answer.redirect_chain[-1][0] == "/sign-in/?next=/admin/"


@pytest.mark.parametrize("name", ["olivia", "sam", "tim", "paula", "vic", "courtney"])
def test_who_does_not_administer_is_refused(name, request, sign_in):
    client = sign_in(request.getfixturevalue(name))
    assert client.get(reverse("admin:index"), follow=True).status_code == 403


def test_a_superuser_without_the_role_is_refused(olivia, sign_in):
    User.objects.filter(pk=olivia.pk).update(is_superuser=True, is_staff=True)
    olivia.refresh_from_db()
    assert sign_in(olivia).get(reverse("admin:index"), follow=True).status_code == 403


def test_an_administrator_not_marked_as_staff_is_refused(adam, sign_in):
    User.objects.filter(pk=adam.pk).update(is_staff=False)
    adam.refresh_from_db()
    assert sign_in(adam).get(reverse("admin:index"), follow=True).status_code == 403


ADMINISTERED = sorted(CODE_TABLES - {"audit.auditentry"})


@pytest.mark.parametrize("label", ADMINISTERED)
def test_an_administrator_opens_the_list_and_the_form_of_each_table(label, adam, sign_in):
    client = sign_in(adam)
    stem = f"admin:{label.replace('.', '_')}"
    assert client.get(reverse(f"{stem}_changelist")).status_code == 200
    assert client.get(reverse(f"{stem}_add")).status_code == 200


@pytest.mark.parametrize("label", ADMINISTERED)
def test_an_auditor_opens_no_table_but_the_trail(label, audrey, sign_in):
    url = reverse(f"admin:{label.replace('.', '_')}_changelist")
    assert sign_in(audrey).get(url).status_code == 403


def test_an_administrator_without_the_right_to_the_trail_does_not_open_it(adam, sign_in):
    assert sign_in(adam).get(reverse("admin:audit_auditentry_changelist")).status_code == 403


def test_nothing_is_deleted_in_administration(adam, olivia, sign_in):
    url = reverse("admin:access_user_delete", args=[olivia.pk])
    assert sign_in(adam).post(url, {"post": "yes"}).status_code == 403
    assert User.objects.filter(pk=olivia.pk).exists()


def test_a_role_that_loses_a_right_loses_it_at_the_next_request(adam, sam, sign_in):
    sams = sign_in(sam)
    assert sams.get(reverse("supervision:caseload")).status_code == 200
    role = Group.objects.get(name="Supervisor")
    left = role.permissions.exclude(codename="caseload.view").values_list("pk", flat=True)
    url = reverse("admin:auth_group_change", args=[role.pk])
    sign_in(adam).post(url, {"name": role.name, "permissions": list(left)})
    assert sams.get(reverse("supervision:caseload")).status_code == 403


def test_a_change_of_a_role_is_in_the_trail(adam, sign_in):
    role = Group.objects.get(name="Analyst")
    right = DjangoPermission.objects.get(codename="person.search")
    url = reverse("admin:auth_group_change", args=[role.pk])
    sign_in(adam).post(url, {"name": role.name, "permissions": [right.pk]})
    entry = AuditEntry.objects.filter(object_pk=str(role.pk), actor=adam).latest("pk")
    assert "May search for people" in str(entry.changes["permissions"])


def _account(user, **changes):
    form = {
        "username": user.username,
        "first_name": user.first_name,
        "last_name": user.last_name,
        "groups": [group.pk for group in user.groups.all()],
        "is_active": "on",
        "officeuserobjectpermission_set-TOTAL_FORMS": "0",
        "officeuserobjectpermission_set-INITIAL_FORMS": "0",
        "regionuserobjectpermission_set-TOTAL_FORMS": "0",
        "regionuserobjectpermission_set-INITIAL_FORMS": "0",
    }
    return {**form, **changes}


def test_giving_a_role_is_recorded_with_who_gave_it(adam, oscar, sign_in):
    supervisor = Group.objects.get(name="Supervisor")
    url = reverse("admin:access_user_change", args=[oscar.pk])
    answer = sign_in(adam).post(url, _account(oscar, groups=[supervisor.pk]))
    assert answer.status_code == 302
    entry = AuditEntry.objects.filter(object_pk=str(oscar.pk), event="ROLE_GIVEN").latest("pk")
    assert entry.actor == adam
    assert "Supervisor" in str(entry.changes["groups"])


def test_an_administrator_does_not_give_himself_a_role(adam, sign_in):
    agent = Group.objects.get(name="Parole agent")
    url = reverse("admin:access_user_change", args=[adam.pk])
    sign_in(adam).post(url, _account(adam, groups=[agent.pk], is_staff="on"))
    assert [role.name for role in adam.groups.all()] == ["Administrator"]


def test_an_administrator_does_not_widen_the_own_role(adam, sign_in):
    role = Group.objects.get(name="Administrator")
    right = DjangoPermission.objects.get(codename="view.medical")
    url = reverse("admin:auth_group_change", args=[role.pk])
    answer = sign_in(adam).post(url, {"name": role.name, "permissions": [right.pk]})
    assert answer.status_code == 403
    assert not role.permissions.filter(pk=right.pk).exists()


def test_an_administrator_gives_a_supervisor_an_office(adam, ruth, lansing, sign_in):
    url = reverse("admin:access_user_change", args=[ruth.pk])
    office = {
        "officeuserobjectpermission_set-TOTAL_FORMS": "1",
        "officeuserobjectpermission_set-0-content_object": lansing.pk,
        "officeuserobjectpermission_set-0-user": ruth.pk,
    }
    answer = sign_in(adam).post(url, _account(ruth, **office))
    assert answer.status_code == 302
    given = OfficeUserObjectPermission.objects.filter(user=ruth, content_object=lansing)
    assert [each.permission.codename for each in given] == ["supervise_office"]


def test_an_administrator_gives_a_supervisor_a_region(adam, ruth, lansing, dana, sign_in):
    region = Region.objects.create(name="South")
    type(lansing).objects.filter(pk=lansing.pk).update(region=region)
    url = reverse("admin:access_user_change", args=[ruth.pk])
    given = {
        "regionuserobjectpermission_set-TOTAL_FORMS": "1",
        "regionuserobjectpermission_set-0-content_object": region.pk,
        "regionuserobjectpermission_set-0-user": ruth.pk,
    }
    assert sign_in(adam).post(url, _account(ruth, **given)).status_code == 302
    assert lansing.pk in viewer_for(ruth).office_ids


def test_administration_speaks_of_roles_and_nowhere_of_groups(adam, olivia, sign_in):
    client = sign_in(adam)
    pages = [
        reverse("admin:index"),
        reverse("admin:auth_group_changelist"),
        reverse("admin:access_user_changelist"),
        reverse("admin:access_user_change", args=[olivia.pk]),
    ]
    words = [re.sub(r"<[^>]*>", " ", client.get(page).content.decode()) for page in pages]
    assert [page for page, word in zip(pages, words, strict=True) if "roup" in word] == []


def test_a_rights_list_offers_only_rights_of_this_system(adam, sign_in):
    role = Group.objects.get(name="Analyst")
    foreign = DjangoPermission.objects.get(codename="delete_session")
    url = reverse("admin:auth_group_change", args=[role.pk])
    sign_in(adam).post(url, {"name": role.name, "permissions": [foreign.pk]})
    assert not role.permissions.filter(pk=foreign.pk).exists()


def test_a_court_can_be_entered(adam, sign_in):
    data = {"code": "C99", "name": "99th Circuit Court", "kind": "circuit"}
    answer = sign_in(adam).post(reverse("admin:offenders_court_add"), data)
    assert answer.status_code == 302
    assert factories.court("99th Circuit Court").code == "C99"


def test_a_code_that_records_name_is_not_renamed_in_administration(adam, sign_in):
    row = ContactOutcome.objects.first()
    page = (
        sign_in(adam)
        .get(reverse("admin:supervision_contactoutcome_change", args=[row.pk]))
        .content.decode()
    )
    assert 'name="title"' in page
    assert 'name="code"' not in page
