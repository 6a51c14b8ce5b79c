"""Every branch of the law and its engine is taken by a case or by a test that draws nothing.

Measured apart from the run it stands in, so that it says the same whatever else was selected.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PLAIN_TESTS = (
    *("test_accrual.py", "test_cases.py", "test_dates.py", "test_engine.py"),
    *("test_offence_data.py", "test_offences.py", "test_settling.py", "test_told_apart.py"),
    *("test_worksheet.py", "proposals"),
)
# What is read, drawn or compared around the law, and the laws proposed, have tests of their own.
AROUND_THE_LAW = (
    "timecomp/law/case_",
    "timecomp/law/changes.py",
    "timecomp/law/clerk_decision.py",
    "timecomp/law/comparison.py",
    "timecomp/law/credit_",
    "timecomp/law/picture.py",
    "timecomp/law/proposals/",
    "timecomp/law/proposed",
    "timecomp/engine/calendar.py",
    "timecomp/engine/json_",
    "timecomp/engine/what_if.py",
)


@pytest.fixture(scope="module")
def measured(tmp_path_factory: pytest.TempPathFactory) -> dict[str, dict[str, object]]:
    """What coverage found of each module, by its path."""
    folder = tmp_path_factory.mktemp("branches")
    environment = {name: held for name, held in os.environ.items() if "COV" not in name}
    environment["COVERAGE_FILE"] = str(folder / "data")
    report = folder / "report.json"
    coverage = (sys.executable, "-m", "coverage")
    settings = f"--rcfile={os.devnull}"
    measure = ("--branch", "--source=timecomp/law,timecomp/engine", settings)
    tests = [f"tests/law/{name}" for name in PLAIN_TESTS]
    alone = ("-c", os.devnull, "--rootdir=.", "--confcutdir=tests/law", "--import-mode=importlib")
    without = ("-p", "no:cacheprovider", "-p", "no:django")
    for words in (
        (*coverage, "run", *measure, "-m", "pytest", "-q", *alone, *without, *tests),
        (*coverage, "json", "-q", settings, "-o", str(report)),
    ):
        subprocess.run(words, cwd=ROOT, env=environment, check=False, capture_output=True)
    return json.loads(report.read_text(encoding="utf-8"))["files"]


def test_every_branch_of_the_law_is_taken(measured: dict[str, dict[str, object]]) -> None:
    left_out = {
        path: (found["missing_lines"], found["missing_branches"])
        for path, found in measured.items()
        if not path.startswith(AROUND_THE_LAW)
        and (found["missing_lines"] or found["missing_branches"])
    }
    assert not left_out, "\n".join(f"{path}: {left}" for path, left in left_out.items())


def test_the_whole_law_was_measured(measured: dict[str, dict[str, object]]) -> None:
    law = {str(path.relative_to(ROOT)) for path in (ROOT / "timecomp/law").rglob("*.py")}
    assert {path for path in law if not path.endswith("__init__.py")} <= set(measured)
