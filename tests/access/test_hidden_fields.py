"""Each standard role and each field it does not open: hidden in every outlet there is."""

import pytest
from django import forms
from django.contrib.contenttypes.models import ContentType

from ots.access.admin.trail import visible_changes
from ots.access.categories import Action, Category
from ots.access.exports import export_csv
from ots.access.fields import HIDDEN, PLAIN, declared_fields, mask, may_access, protected_models
from ots.access.forms import ProtectedForm
from ots.access.permissions import Permission
from ots.access.roles import STANDARD_ROLES
from ots.access.viewer import Viewer
from ots.audit.models import AuditEntry
from tests.access.sitemap import pages

by_role = pytest.mark.parametrize("role", STANDARD_ROLES, ids=lambda role: role.name)
by_model = pytest.mark.parametrize("model", protected_models(), ids=lambda m: m._meta.label)


def viewer_in(role, *more):
    return Viewer(user=None, codenames=frozenset({*role.codenames(), *more}), name=role.name)


def hidden_fields(role, model):
    """What the role does not see, read from the role and not from the decision."""
    return [
        name
        for name, category in declared_fields(model).items()
        if category != PLAIN and category not in role.sees
    ]


def open_fields(role, model):
    return [name for name in declared_fields(model) if name not in hidden_fields(role, model)]


@by_role
@by_model
def test_reading_withholds_it(role, model):
    shown = mask(viewer_in(role), model())
    seen = [name for name in hidden_fields(role, model) if getattr(shown, name) is not HIDDEN]
    assert seen == []


@by_role
@by_model
def test_the_decision_opens_what_the_role_sees_and_nothing_else(role, model):
    viewer = viewer_in(role)
    opened = [name for name in declared_fields(model) if may_access(viewer, model, name)]
    assert opened == open_fields(role, model)


@by_role
@by_model
def test_a_form_does_not_offer_it(role, model):
    writable = [name for name in declared_fields(model) if not name.startswith("_")]
    form_class = type(
        "EveryField",
        (ProtectedForm,),
        {
            **{name: forms.CharField(required=False) for name in writable},
            "writes": {name: (model, name) for name in writable},
        },
    )
    form = form_class(dict.fromkeys(writable, "sent"), viewer=viewer_in(role))
    assert form.is_valid()
    changeable = {
        name for name, category in declared_fields(model).items() if category in role.changes
    }
    assert set(form.cleaned_data) == changeable


@by_role
def test_an_export_leaves_it_out_header_and_all(role, db):
    viewer = viewer_in(role, Permission.PEOPLE_EXPORT.codename)
    wrong = {}
    for model in protected_models():
        text = export_csv(viewer, model, [], list(declared_fields(model)), list_name="test")
        header = text.splitlines()[0].split(",") if text.strip() else []
        if set(header) & set(hidden_fields(role, model)):
            wrong[model._meta.label] = header
    assert wrong == {}


@by_role
def test_the_trail_withholds_its_changes(role, db):
    viewer = viewer_in(role)
    leaks = []
    for model in protected_models():
        entry = AuditEntry(
            content_type=ContentType.objects.get_for_model(model),
            changes={name: ["before", "after"] for name in declared_fields(model)},
        )
        changes = visible_changes(viewer, entry)
        leaks += [
            f"{model._meta.label}.{name}"
            for name in hidden_fields(role, model)
            if changes[name] != "Withheld"
        ]
    assert leaks == []


def every_form():
    assert pages()  # importing the URLs imports every form a page uses
    found, waiting = [], [ProtectedForm]
    while waiting:
        waiting += (subclasses := waiting.pop().__subclasses__())
        found += [form for form in subclasses if form.__module__.split(".")[0] != "tests"]
    return [form for form in found if form.__name__ != "EveryField"]


@pytest.mark.parametrize("form", every_form(), ids=lambda form: form.__name__)
def test_every_form_says_for_each_field_what_it_writes(form):
    silent = set(form.base_fields) - set(form.writes) - form.unstored
    assert silent == set()


@pytest.mark.parametrize("form", every_form(), ids=lambda form: form.__name__)
def test_every_form_writes_only_fields_in_a_category(form):
    unknown = [
        f"{model.__name__}.{name}"
        for model, name in form.writes.values()
        if name not in declared_fields(model)
    ]
    assert unknown == []


def test_each_category_is_hidden_from_some_role():
    always_open = [
        category for category in Category if all(category in role.sees for role in STANDARD_ROLES)
    ]
    assert always_open == []


def test_a_plain_field_is_never_changed_through_a_form():
    everything = {f"{action}.{category}" for action in Action for category in Category}
    viewer = Viewer(user=None, codenames=frozenset(everything))
    model = protected_models()[0]
    assert not may_access(viewer, model, "id", Action.CHANGE)
