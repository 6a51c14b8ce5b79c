"""An export of the national system: what is loaded, what is refused, and that the counts agree."""

import csv
from pathlib import Path

import pytest
from django.core.management import CommandError

from interstate.models import CompactCase, CompactEvent
from offenders.models import Person
from ots.exchange.agencies.icots.schema import ACTIVITIES, CASES
from ots.exchange.models import CompactMessage
from tests.exchange.compact.export import CASE, ROWS, activity, as_csv, as_xml, run


def counts(said: str) -> list[list[str]]:
    return [line.split()[1:] for line in said.splitlines() if line.startswith(("cases.", "activi"))]


@pytest.fixture
def files(tmp_path: Path) -> tuple[Path, Path]:
    return (
        as_csv(tmp_path / "cases.csv", CASES, [CASE]),
        as_csv(tmp_path / "activities.csv", ACTIVITIES, ROWS),
    )


def test_a_case_stands_where_its_history_leads(known_dana, files):
    said = run(*files)
    case = CompactCase.objects.get()
    assert (case.state, case.supervising, case.person_id) == ("ACTIVE", "receiving", known_dana.pk)
    assert case.obligations.get(key="TREP_DUE").due_on.isoformat() == "2026-06-18"
    assert [each.status for each in case.activities.order_by("sent_at")] == ["completed"] * 4
    assert counts(said)[-2:] == [["1", "1", "0", "0"], ["4", "4", "0", "0"]]


def test_a_second_run_finds_every_row_there(known_dana, files):
    run(*files)
    assert counts(run(*files))[-2:] == [["1", "0", "1", "0"], ["4", "0", "4", "0"]]
    assert CompactEvent.objects.count() == 4


def test_xml_says_the_same_as_csv(known_dana, tmp_path):
    run(as_xml(tmp_path / "cases.xml", [CASE]), as_xml(tmp_path / "activities.xml", ROWS))
    case = CompactCase.objects.get()
    assert (case.state, case.events.count()) == ("ACTIVE", 4)


def test_a_dry_run_counts_all_and_writes_nothing(known_dana, files):
    said = run(*files, "--dry-run")
    assert counts(said)[-2:] == [["1", "1", "0", "0"], ["4", "4", "0", "0"]]
    assert not CompactCase.objects.exists()


def test_each_bad_row_is_named_by_line_and_column_and_the_rest_is_loaded(known_dana, tmp_path):
    wrong = [
        {**CASE, "case_number": number, "sending_state": state}
        for number, state in (("2", "XX"), ("3", "KY"))
    ]
    cases = as_csv(tmp_path / "cases.csv", CASES, [CASE, *wrong])
    bad = [
        {**ROWS[0], "activity_number": "B1", "transmitted_at": "yesterday"},
        {**ROWS[0], "activity_number": "B2", "from_state": "KY"},
        {**ROWS[0], "activity_number": "B3", "details": '{"reason": "whim"}'},
        activity("B4", "OVR", "OH", "2026-05-05T09:00", {}),
        {**ROWS[0], "activity_number": "B5", "case_number": "2"},
    ]
    refusals = tmp_path / "refused.csv"
    said = run(
        cases,
        as_csv(tmp_path / "activities.csv", ACTIVITIES, [*bad, *ROWS]),
        "--rejects",
        str(refusals),
    )
    with refusals.open(newline="", encoding="utf-8") as file:
        listed = [(row["file"], row["line"], row["kind"]) for row in csv.DictReader(file)]
    assert sorted(listed) == [
        ("activities.csv", "2", "impossible date"),
        ("activities.csv", "3", "not of the case's states"),
        ("activities.csv", "4", "details not of the form"),
        ("activities.csv", "5", "refused by rule 4.109"),
        ("activities.csv", "6", "belongs to a row that was not loaded"),
        ("cases.csv", "3", "unknown code"),
        ("cases.csv", "4", "not of this state"),
    ]
    assert counts(said)[-2:] == [["3", "1", "0", "2"], ["9", "4", "0", "5"]]


def test_somebody_unknown_is_recorded_only_when_asked_for(db, files):
    refused = run(*files)
    assert "person not known" in refused
    assert not Person.objects.filter(last_name="Doe").exists()
    run(*files, "--record-people")
    assert CompactCase.objects.get().person.last_name == "Doe"


def test_a_namesake_born_that_day_is_left_to_a_clerk(dana, files):
    assert str(dana.pk) in run(*files, "--record-people")
    assert not CompactCase.objects.exists()


def test_xml_that_declares_a_document_type_is_refused_unread(db, tmp_path):
    bomb = '<!DOCTYPE rows [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;&a;">]>'
    cases = as_xml(tmp_path / "cases.xml", [CASE], start=bomb)
    with pytest.raises(CommandError, match="document type"):
        run(cases, as_xml(tmp_path / "activities.xml", ROWS))


def test_history_is_not_sent_to_anybody(known_dana, files, ohio):
    run(*files)
    assert not CompactMessage.objects.exists()


def test_a_withdrawal_names_what_it_withdraws(known_dana, tmp_path):
    back = activity("A2", "withdraw_activity", "MI", "2026-05-05T09:00", {"withdraws": "A1"})
    run(
        as_csv(tmp_path / "cases.csv", CASES, [CASE]),
        as_csv(tmp_path / "activities.csv", ACTIVITIES, [ROWS[0], back]),
    )
    case = CompactCase.objects.get()
    assert (case.state, case.activities.get().status) == ("DRAFT", "withdrawn")
