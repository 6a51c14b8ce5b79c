"""The command that imports the county's records: what it says and how it ends."""

import csv
from datetime import date
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command

from offenders.models import CustodyPeriod, Person
from tests.exchange.delivery import Delivery

pytestmark = pytest.mark.django_db


def run(delivery: Delivery, *options: object) -> str:
    said = StringIO()
    call_command("import_broward", delivery.folder, *options, stdout=said)
    return said.getvalue()


def refusal(delivery: Delivery, *options: object) -> str:
    with pytest.raises(CommandError) as refused:
        run(delivery, *options)
    return str(refused.value)


def test_it_says_how_many_rows_of_each_file_were_loaded(delivery: Delivery) -> None:
    lines = run(delivery).splitlines()
    assert lines[0].split() == ["file", "rows", "loaded", "already", "there", "refused"]
    assert lines[1].split() == ["people.csv", "1", "1", "0", "0"]
    assert lines[-1] == "6 rows were loaded. The counts agree."


def test_a_second_run_says_that_nothing_was_added(delivery: Delivery) -> None:
    run(delivery)
    assert "Nothing was added: every row is there already" in run(delivery)


def test_it_says_what_was_decided_about_odd_rows(delivery: Delivery) -> None:
    delivery.change("prison_stays", out_custody="2020-01-01")
    assert (
        "1  prison_stays.csv: still inside (2020-01-01 in the source): recorded without an end"
        in run(delivery)
    )


def test_it_counts_the_refused_rows_by_reason(delivery: Delivery) -> None:
    delivery.add("assessments", assessment_key="S2", decile="-1", band="N/A")
    delivery.add("assessments", assessment_key="S3", decile="-1", band="N/A")
    assert "  2  assessments.csv: not scored" in run(delivery)


def test_it_lists_refused_rows_on_the_screen(delivery: Delivery) -> None:
    delivery.change("jail_stays", out_custody="2013-06-01")
    said = run(delivery)
    expected = "jail_stays.csv, line 2: out_custody [2013-06-01] is before in_custody [2013-06-11]"
    assert expected in said


def test_it_lists_refused_rows_in_a_file_with_line_and_reason(
    delivery: Delivery, tmp_path: Path
) -> None:
    delivery.change("jail_stays", out_custody="2013-06-01")
    run(delivery, "--rejects", tmp_path / "refused.csv")
    with (tmp_path / "refused.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert rows == [
        {
            "file": "jail_stays.csv",
            "line": "2",
            "key": "J1",
            "kind": "stay ends before it begins",
            "reason": "out_custody [2013-06-01] is before in_custody [2013-06-11]",
        }
    ]


def test_the_list_of_refused_rows_runs_no_formula_in_a_spreadsheet(
    delivery: Delivery, tmp_path: Path
) -> None:
    delivery.add("people", person_key="=cmd()", sex="X")
    run(delivery, "--rejects", tmp_path / "refused.csv")
    assert ",'=cmd()," in (tmp_path / "refused.csv").read_text()


def test_a_list_that_cannot_be_written_is_told_before_anything_is_loaded(
    delivery: Delivery, tmp_path: Path
) -> None:
    said = refusal(delivery, "--rejects", tmp_path / "nowhere" / "refused.csv")
    assert "can't be written" in said
    assert not Person.objects.exists()


def test_it_ends_in_error_when_the_counts_do_not_agree(delivery: Delivery) -> None:
    run(delivery)
    CustodyPeriod.objects.create(
        person=Person.objects.get(),
        kind="jail",
        began_on=date(2020, 5, 1),
        source="broward/jail_stays.csv J9",
    )
    assert refusal(delivery).startswith("The counts do not agree.\njail_stays: 1 rows in the")


def test_a_folder_that_is_not_there_is_named(delivery: Delivery) -> None:
    delivery.folder = delivery.folder / "elsewhere"
    assert "elsewhere] is not a folder" in refusal(delivery)


def test_every_missing_file_is_named_at_once(delivery: Delivery) -> None:
    delivery.path("charges").unlink()
    delivery.path("assessments").unlink()
    lines = refusal(delivery).splitlines()
    assert [line.partition("]")[0] for line in lines] == [
        "[charges.csv.gz",
        "[assessments.csv.gz",
    ]


def test_nothing_is_loaded_from_sound_files_beside_a_broken_one(delivery: Delivery) -> None:
    delivery.path("assessments").write_text("assessment_key\nS1\n")
    assert refusal(delivery).startswith("[assessments.csv] has no column [person_key]")
    assert not Person.objects.exists()


def test_an_impossible_day_refuses_its_row_by_file_and_column(delivery: Delivery) -> None:
    delivery.change("assessments", screening_date="2013-02-30")
    assert (
        "assessments.csv, line 2: screening_date is [2013-02-30]: no such day in the calendar"
        in run(delivery)
    )


def test_a_batch_of_no_rows_is_refused(delivery: Delivery) -> None:
    assert refusal(delivery, "--rows", "0") == "--rows is [0]: give 1 or more."
