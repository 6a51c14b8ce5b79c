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
# What draws its cases would take other branches each time; what needs Django is not the law's.
LEFT_OUT = ("test_branches.py", "test_case_fuzz.py")


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
    tests = ("tests/law", *(f"--ignore=tests/law/{name}" for name in LEFT_OUT))
    alone = ("-c", os.devnull, "--rootdir=.", "--confcutdir=tests/law", "--import-mode=importlib")
    without = ("-p", "no:cacheprovider", "-p", "no:django", "-m", "not hypothesis")
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
        if found["missing_lines"] or found["missing_branches"]
    }
    assert not left_out, "\n".join(f"{path}: {left}" for path, left in left_out.items())


def test_the_whole_law_was_measured(measured: dict[str, dict[str, object]]) -> None:
    law = {str(path.relative_to(ROOT)) for path in (ROOT / "timecomp/law").rglob("*.py")}
    assert {path for path in law if not path.endswith("__init__.py")} <= set(measured)
