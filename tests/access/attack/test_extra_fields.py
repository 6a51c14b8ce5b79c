"""Fields that no form asks for, sent with every form: of its tables, of users, of rights."""

import pytest
from django.apps import apps
from django.db import connection, models

from ots.access.models import User
from tests.access.attack.site import FAILED, FAR, undone

pytestmark = pytest.mark.django_db

OURS = ("ots.", "offenders", "timecomp", "supervision", "interstate", "django.contrib.auth")
WORD, DAY = "ZQWORD", "1907-03-04"
# A share of the forms must be taken, or nothing is proved by what they do not write.
TAKEN_AT_LEAST = 15


# A step of an activity takes a reason, which its page asks for where the step needs one.
ASKED_AT_TIMES = {"/move/": {"reason"}}


def extra_fields() -> dict[str, str]:
    """Every column and link there is, under the names by which a form might take it."""
    found = {}
    for model in models_of_ours():
        for column in model._meta.get_fields():
            if column.concrete:
                found[column.name] = value_for(column)
                found[getattr(column, "attname", column.name)] = value_for(column)
    return found | {"pk": str(FAR), "is_superuser": "on", "is_staff": "on", "groups": "1"}


def models_of_ours():
    found = [app for app in apps.get_app_configs() if app.name.startswith(OURS)]
    return [model for app in found for model in app.get_models()]


def value_for(column) -> str:
    if isinstance(column, models.DateTimeField):
        return f"{DAY} 05:06"
    if isinstance(column, models.DateField):
        return DAY
    if isinstance(column, models.BooleanField):
        return "on"
    if column.is_relation or isinstance(column, models.IntegerField | models.DecimalField):
        return str(FAR)
    return WORD


def rows_that_hold_them() -> dict[str, int]:
    """Count the rows of each table that hold what was sent."""
    names = [name for name in connection.introspection.table_names() if "_" in name]
    asked = " UNION ALL ".join(
        f"SELECT '{name}', count(*) FROM \"{name}\" AS t "  # noqa: S608  names from the catalogue
        f"WHERE t::text ~ '{WORD}|{DAY}|{FAR}'"
        for name in names
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return dict(cursor.fetchall())


def who_may_what() -> list[tuple[object, ...]]:
    """Who holds which rights; when somebody was last here does not matter."""
    users = User.objects.order_by("pk").values_list(
        "pk", "username", "is_superuser", "is_staff", "agency", "office", "email"
    )
    held = User.groups.through.objects.order_by("pk").values_list("user", "group")
    given = User.user_permissions.through.objects.values_list("user", "permission")
    return [*users, *held, *given]


def test_no_form_writes_a_field_that_it_does_not_ask_for(site):
    extras, wrong, taken = extra_fields(), [], 0
    own = [form for form in site.forms_sent("post") if not form.action.startswith("/admin/")]
    before, rights = rows_that_hold_them(), who_may_what()
    for form in own:
        # A page of several forms may ask for the field in another of them.
        asked = {name for each in own if each.action == form.action for name in each.fields}
        for end, names in ASKED_AT_TIMES.items():
            asked |= names if form.action.endswith(end) else set()
        sent = {name: extras[name] for name in extras.keys() - asked}
        with undone():
            answer = site.client(form.who).post(form.action, sent | form.filled())
            after, held = rows_that_hold_them(), who_may_what()
        taken += answer.status_code == 302
        written = {name for name in after if after[name] != before.get(name)}
        if written or held != rights or answer.status_code >= FAILED:
            wrong.append(f"{form.who} {form.action}: {answer.status_code} wrote {written}")
    assert not wrong, "\n".join(wrong)
    assert taken >= TAKEN_AT_LEAST, f"only {taken} of {len(own)} were taken"


def test_no_form_of_administration_gives_rights_that_it_does_not_ask_for(site):
    extras, wrong, rights = extra_fields(), [], who_may_what()
    for form in [each for each in site.forms_sent("post") if "/admin/" in each.action]:
        hidden = extras.keys() - form.fields.keys()
        sent = {name: extras[name] for name in hidden if not name.startswith("password")}
        kept = {name: value for name, value in form.filled().items() if name not in {"groups"}}
        with undone():
            answer = site.client(form.who).post(form.action, sent | kept)
            supers = User.objects.filter(is_superuser=True).count()
            given = User.user_permissions.through.objects.count()
        if supers or given or answer.status_code >= FAILED:
            wrong.append(f"{form.action}: {answer.status_code}")
    assert not wrong, "\n".join(wrong)
    assert who_may_what() == rights
