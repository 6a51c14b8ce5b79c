"""``timecomp evaluate``: the contract of the command line, without any database."""

import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from timecomp.law.case_schema import case_schema

CASE = {
    "id": "case-1",
    "as_of": "2026-11-21",
    "sentences": [
        {
            "id": "A",
            "offense": {"code": "750.529", "date": "2019-05-01"},
            "sentenced_on": "2020-01-15",
            "kind": "indeterminate",
            "minimum": {"years": 5},
            "maximum": {"years": 20},
        }
    ],
}


def evaluate(path: Path | str, *flags: str) -> str:
    out = io.StringIO()
    call_command("timecomp", "evaluate", str(path), *flags, stdout=out)
    return out.getvalue()


def case_file(folder: Path, content: object) -> Path:
    path = folder / "cases.json"
    path.write_text(content if isinstance(content, str) else json.dumps(content))
    return path


def run_without_database(*arguments: str, given: str = "") -> subprocess.CompletedProcess[str]:
    """Run the command as a script would, with a database that does not exist."""
    nowhere = {**os.environ, "DATABASE_URL": "postgresql://nobody@127.0.0.1:1/none"}
    return subprocess.run(
        [sys.executable, "manage.py", "timecomp", *arguments],
        cwd=settings.ROOT,
        env=nowhere,
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )


def test_one_case_gives_an_array_of_one_result(tmp_path: Path) -> None:
    [result] = json.loads(evaluate(case_file(tmp_path, CASE)))
    assert result["offender"]["earliest_release_date"] == "2025-01-15"
    assert result["trace"][0]["rule"]


def test_many_cases_come_back_in_their_order(tmp_path: Path) -> None:
    cases = [{**CASE, "id": name} for name in ("b", "a", "c")]
    results = json.loads(evaluate(case_file(tmp_path, cases)))
    assert [result["id"] for result in results] == ["b", "a", "c"]


def test_no_case_at_all_gives_an_empty_array(tmp_path: Path) -> None:
    assert json.loads(evaluate(case_file(tmp_path, []))) == []


def test_it_reads_standard_input_and_needs_no_database() -> None:
    done = run_without_database("evaluate", "-", given=json.dumps(CASE))
    assert (done.returncode, done.stderr) == (0, "")
    assert json.loads(done.stdout)[0]["id"] == "case-1"


def test_a_case_the_law_cannot_settle_is_answered_with_exceptions(tmp_path: Path) -> None:
    unknown = {**CASE["sentences"][0], "maximum": None}
    [result] = json.loads(evaluate(case_file(tmp_path, {**CASE, "sentences": [unknown]})))
    assert result["exceptions"]
    assert result["offender"]["maximum_discharge_date"] is None


def test_explain_prints_dates_steps_and_citations_to_read(tmp_path: Path) -> None:
    page = evaluate(case_file(tmp_path, CASE), "--explain")
    assert "Earliest release date: January 15, 2025" in page
    assert "[start_single] MCL 769.11b" in page
    assert max(map(len, page.splitlines())) <= 96


@pytest.mark.parametrize(
    ("content", "told"),
    [
        ("{", "is not JSON"),
        ("7", "expected"),
        ({**CASE, "as_of": "soon"}, "[0].as_of: [soon] is not a date"),
        ({"id": "x"}, "[0].sentences"),
        ([CASE, {**CASE, "id": None}], "[1].id"),
        ("[" * 100_000, "is not a case file"),
    ],
)
def test_what_is_no_case_file_is_refused_in_one_line_that_names_the_place(
    tmp_path: Path, content: object, told: str
) -> None:
    with pytest.raises(CommandError) as refused:
        evaluate(case_file(tmp_path, content))
    assert refused.value.returncode == 2
    assert told in str(refused.value)
    assert "\n" not in str(refused.value)


def test_bytes_that_are_no_text_are_refused(tmp_path: Path) -> None:
    path = tmp_path / "cases.json"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(CommandError, match="is not UTF-8") as refused:
        evaluate(path)
    assert refused.value.returncode == 2


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="cannot be read") as refused:
        evaluate(tmp_path / "nothing.json")
    assert refused.value.returncode == 2


def test_a_script_sees_exit_2_and_one_line_without_a_traceback() -> None:
    done = run_without_database("evaluate", "-", given='{"id": "x", "sentences": 5}')
    assert (done.returncode, done.stdout) == (2, "")
    assert len(done.stderr.splitlines()) == 1
    assert "sentences" in done.stderr


def test_the_rules_are_listed_without_a_database_and_without_people() -> None:
    done = run_without_database("rules", "--json")
    assert done.returncode == 0
    assert {rule["people"] for rule in json.loads(done.stdout)} == {None}


def test_the_schema_of_case_files_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("timecomp", "schema")
    assert json.loads(capsys.readouterr().out) == case_schema()
