"""The one decision in the outlets that are no pages: sort, filter, count, trail, mail, commands."""

import ast
import json
from datetime import date
from pathlib import Path

import pytest
from django.contrib.contenttypes.models import ContentType
from django.core import mail
from django.urls import reverse

from offenders.models import Treatment
from offenders.selectors.reading import Reading
from offenders.selectors.sealable import Sealable
from offenders.selectors.search import SearchCriteria, find_people
from offenders.selectors.search import criteria as search_criteria
from offenders.services.emergency import break_glass
from offenders.services.restrictions import restrict_person
from offenders.services.seals import seal
from ots.access.admin import site
from ots.access.admin.site import OpenAdmin, ProtectedAdmin
from ots.access.admin.trail import visible_changes
from ots.access.categories import Category
from ots.access.exports import REDISCLOSURE, export_csv
from ots.access.fields import category_of, is_protected
from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.access.viewer import Viewer, system_viewer, viewer_for
from ots.audit.models import AuditEntry
from supervision.selectors.caseload import SORT_READS
from supervision.selectors.mute_subjects import TABLES
from supervision.selectors.own_people import own_people
from tests import factories
from tests.access.sitemap import pages
from tests.access.test_closed_records import order

CUSTODIAN = system_viewer("tests")
ROOT = Path(__file__).parents[2]
by_role = pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)


def viewer_in(role):
    codenames = frozenset({*role.codenames(), Permission.PEOPLE_EXPORT.codename})
    return Viewer(user=None, codenames=codenames, name=role.name)


@by_role
def test_a_role_searches_and_sorts_by_exactly_what_it_sees(role):
    viewer = viewer_in(role)
    asked = {**search_criteria.CRITERIA, **{f"sort {k}": v for k, v in SORT_READS.items()}}
    wrong = []
    for name, source in asked.items():
        category = category_of(*source)
        allowed = category == "plain" or category in role.sees
        if name.startswith("sort "):
            open_ = viewer.may_category(Category(category)) if category != "plain" else True
        else:
            open_ = search_criteria.may_search_by(viewer, name)
        if open_ != allowed:
            wrong.append(name)
    assert wrong == []


def test_the_lines_of_the_day_ask_only_for_fields_in_a_category():
    assert [name for model, name in TABLES.values() if not category_of(model, name)] == []


def test_counts_leave_out_a_person_closed_to_the_viewer(olivia, sam, dana):
    before = own_people(Reading(viewer_for(sam))).summary.people
    restrict_person(CUSTODIAN, dana.pk, kind="protected", reason="witness")
    assert own_people(Reading(viewer_for(sam))).summary.people == before - 1
    assert find_people(viewer_for(sam), SearchCriteria(name="Doe")).page.paginator.count == 0


def test_every_table_in_administration_is_about_nobody_or_asks_the_decision():
    unguarded = [
        model._meta.label
        for model, page in site._registry.items()
        if not isinstance(page, ProtectedAdmin if is_protected(model) else OpenAdmin)
    ]
    assert unguarded == []


@pytest.mark.parametrize("model", ["charge", "courtcase", "sentence", "chargeparticulars"])
def test_the_trail_tells_nothing_of_what_a_sealed_or_destroyed_row_held(model, danas_sentence):
    person, case = danas_sentence.person, danas_sentence.charge.case
    seal(CUSTODIAN, person.pk, what=Sealable(case_id=case.pk), order=order())
    kind = ContentType.objects.get(app_label="offenders", model=model)
    everything = {name: ["before", "after"] for name in ("docket_number", "case", "charge")}
    row = kind.model_class()._base_manager.first()
    for key in (row.pk, 99999999):
        entry = AuditEntry(content_type=kind, object_pk=str(key), changes=everything)
        assert set(visible_changes(CUSTODIAN, entry).values()) == {"Withheld"}


def test_mail_about_a_record_names_neither_the_person_nor_the_number(
    oscar, sam, dana, django_capture_on_commit_callbacks
):
    type(sam).objects.filter(pk=sam.pk).update(email="sam@example.org")
    with django_capture_on_commit_callbacks(execute=True):
        break_glass(viewer_for(oscar), dana.pk, reason="her name is Doe")
    text = mail.outbox[0].subject + mail.outbox[0].body
    assert [word for word in ("Doe", str(dana.pk)) if word in text] == []


def test_an_export_of_treatment_carries_the_notice(dana):
    entry = Treatment(person=dana, program="New Leaf", service="x", began_on=date(2026, 1, 2))
    text = export_csv(CUSTODIAN, Treatment, [entry], ["program"], list_name="test")
    assert REDISCLOSURE in text


@by_role
def test_an_export_of_treatment_is_empty_for_a_role_without_consent(role, dana):
    user = factories.user("Role", role=role.name)
    base = viewer_for(user)
    viewer = Viewer(
        user=None, codenames=base.codenames | {Permission.PEOPLE_EXPORT.codename}, name="test"
    )
    entry = Treatment(person=dana, program="New Leaf", service="x", began_on=date(2026, 1, 2))
    assert "New Leaf" not in export_csv(viewer, Treatment, [entry], ["program"], list_name="test")


FILES = [page for page in pages() if page.route.endswith((".json", ".pdf"))]


@pytest.mark.parametrize("page", FILES, ids=lambda page: page.name)
def test_every_file_about_a_person_is_guarded_by_reach(page, oscar, dana, sign_in):
    values = {"person": dana.pk, "key": "A-start"}
    assert page.is_about_a_person
    known = {part: values.get(part, 1) for part in page.parts}
    assert sign_in(oscar).get(page.url(known)).status_code in {403, 404}


def test_the_worksheet_as_data_leaves_out_a_sealed_sentence(tim, danas_sentence, sign_in):
    person = danas_sentence.person
    seal(
        CUSTODIAN,
        person.pk,
        what=Sealable(case_id=danas_sentence.charge.case_id),
        order=order(),
    )
    answer = sign_in(tim).get(reverse("timecomp:person-worksheet-export", args=[person.pk]))
    shown = json.dumps(answer.json()) if answer.status_code == 200 else ""
    assert "750.529" not in shown


def commands():
    return sorted(ROOT.glob("*/management/commands/*.py")) + sorted(
        ROOT.glob("ots/*/management/commands/*.py")
    )


NAMES = {"last_name", "first_name", "full_name", "docket_number", "birth_date"}


@pytest.mark.parametrize("file", commands(), ids=lambda file: file.stem)
def test_no_command_writes_a_protected_value_to_the_screen(file):
    written = [
        node
        for call in ast.walk(ast.parse(file.read_text()))
        if isinstance(call, ast.Call) and ast.unparse(call.func).endswith("stdout.write")
        for node in ast.walk(call)
        if isinstance(node, ast.Attribute) and node.attr in NAMES
    ]
    assert [ast.unparse(node) for node in written] == []
