"""The checks of one row of the county's tables by itself."""

from datetime import date

import pytest

from ots.exchange.agencies.broward import schema
from ots.exchange.refusals import RowRefusedError
from ots.exchange.tables import Table
from tests.exchange.delivery import SOUND, TODAY


def test_a_stay_that_ends_before_it_begins_is_refused() -> None:
    cells = {**SOUND["jail_stays"], "in_custody": "2014-05-24", "out_custody": "2014-05-20"}
    with pytest.raises(
        RowRefusedError, match=r"\[2014-05-20\] is before in_custody \[2014-05-24\]"
    ):
        schema.stay_row(cells, TODAY)


def test_the_mark_for_still_inside_is_no_end() -> None:
    cells = {**SOUND["prison_stays"], "out_custody": "2020-01-01"}
    assert schema.stay_row(cells, TODAY).ended_on is None


def test_the_day_before_the_mark_is_an_end() -> None:
    cells = {**SOUND["prison_stays"], "out_custody": "2019-12-31"}
    assert schema.stay_row(cells, TODAY).ended_on == date(2019, 12, 31)


def test_a_stay_of_no_days_is_taken() -> None:
    cells = {**SOUND["jail_stays"], "out_custody": SOUND["jail_stays"]["in_custody"]}
    row = schema.stay_row(cells, TODAY)
    assert row.began_on == row.ended_on


@pytest.mark.parametrize(("decile", "band"), [("-1", "N/A"), ("-1", "Low"), ("4", "N/A")])
def test_a_scale_without_a_result_is_refused_as_not_scored(decile: str, band: str) -> None:
    cells = {**SOUND["assessments"], "decile": decile, "band": band}
    with pytest.raises(RowRefusedError) as refused:
        schema.assessment_row(cells, TODAY)
    assert refused.value.kind == "not scored"


@pytest.mark.parametrize("decile", ["0", "11", "-2", "99999999999"])
def test_a_decile_that_is_none_of_the_ten_is_refused(decile: str) -> None:
    with pytest.raises(RowRefusedError, match="not one of 1 to 10"):
        schema.assessment_row({**SOUND["assessments"], "decile": decile}, TODAY)


@pytest.mark.parametrize("decile", [1, 10])
def test_the_first_and_last_decile_are_taken(decile: int) -> None:
    row = schema.assessment_row({**SOUND["assessments"], "decile": str(decile)}, TODAY)
    assert row.decile == decile


def test_a_role_the_source_does_not_know_is_refused() -> None:
    with pytest.raises(RowRefusedError, match=r"role is \[index\+first\]"):
        schema.arrest_row({**SOUND["arrests"], "role": "index+first"}, TODAY)


def test_joined_roles_are_taken() -> None:
    row = schema.arrest_row({**SOUND["arrests"], "role": "index+later+later_violent"}, TODAY)
    assert row.is_index


@pytest.mark.parametrize("column", ["offense_date", "arrest_date", "jail_in", "jail_out"])
def test_an_impossible_day_of_an_arrest_is_refused_by_its_column(column: str) -> None:
    with pytest.raises(RowRefusedError, match=rf"^{column} is \[2013-02-30\]"):
        schema.arrest_row({**SOUND["arrests"], column: "2013-02-30"}, TODAY)


def test_a_key_longer_than_a_number_may_be_is_refused() -> None:
    with pytest.raises(RowRefusedError, match="person_key has 41 characters"):
        schema.person_row({**SOUND["people"], "person_key": "P" * 41}, TODAY)


@pytest.mark.parametrize("table", schema.TABLES, ids=lambda table: table.name)
def test_what_is_kept_as_sent_is_a_column_of_the_table(table: Table) -> None:
    assert set(table.kept) <= set(table.columns) - {table.key}
