"""Whatever names a case or a count, in whichever app, goes or is erased by order of a court."""

import re

import pytest
from django.apps import apps
from django.db import connection
from django.test.utils import CaptureQueriesContext

from offenders.models import CourtCase
from offenders.services import destruction
from offenders.services.destruction import Destroyed

GO = {model for model, _ in destruction.OF_A_CASE + destruction.OF_A_CHARGE}


def fields_that_name_what_goes():
    """Every foreign key that the database checks, from a row that stays to one that goes."""
    fields = [
        field
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.local_fields
    ]
    return [
        field
        for field in fields
        if field.related_model in GO and field.model not in GO and field.db_constraint
    ]


NAMING = sorted(fields_that_name_what_goes(), key=str)


@pytest.fixture
def destroyed(danas_sentence):
    case = CourtCase.objects.get(person=danas_sentence.person_id)
    charge = danas_sentence.charge_id
    return Destroyed(case.person_id, (danas_sentence.label,), (charge,), case.pk)


def columns_erased(destroyed):
    """The columns that an order empties, as the statements say that PostgreSQL is sent."""
    with CaptureQueriesContext(connection) as sent:
        for erasing in destruction._erased_along.values():
            erasing(destroyed)
    statements = [each["sql"] for each in sent if each["sql"].startswith("UPDATE")]
    return {
        (re.match(r'UPDATE "(\w+)"', statement).group(1), column)
        for statement in statements
        for column in re.findall(r'"(\w+)" = NULL', statement.split(" WHERE ")[0])
    }


def tables_that_go_along(destroyed):
    return {
        rows.model._meta.db_table for going in destruction._going_along for rows in going(destroyed)
    }


def test_every_row_that_names_a_case_or_a_count_goes_with_it_or_loses_it(destroyed):
    goes, loses = tables_that_go_along(destroyed), columns_erased(destroyed)
    left = [
        str(field)
        for field in NAMING
        if field.model._meta.db_table not in goes
        and (field.model._meta.db_table, field.column) not in loses
    ]
    assert left == [], "see destroy_along and erase_along in offenders/services/destruction.py"


def test_the_walk_over_all_models_finds_rows_of_the_apps_above():
    found = {str(field) for field in NAMING}
    assert {"supervision.Debt.case", "interstate.CompactCase_court_cases.courtcase"} <= found
