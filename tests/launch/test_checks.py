"""Each check is named and timed, all run, and what a failing one said is shown."""

import re

import pytest

from ots.launch import checks
from ots.launch.checks import Check
from ots.launch.children import Command
from ots.launch.paths import HERE, Checkout

GOOD = Check("good", "lint", ("true",))
BAD = Check("bad", "lint", ("sh", "-c", "echo the reason; exit 1"))


@pytest.fixture
def checkout(tmp_path):
    return Checkout(tmp_path)


def test_every_check_runs_though_an_earlier_one_failed(checkout, capsys):
    assert checks.failures(checkout, [BAD, GOOD], {}) == ["bad"]
    assert re.search(r"^good … \d+\.\d s$", capsys.readouterr().out, re.M)


def test_a_failing_check_shows_what_it_said(checkout, capsys):
    checks.failures(checkout, [BAD], {})
    assert re.search(r"^bad … failed, \d+\.\d s\nthe reason$", capsys.readouterr().out, re.M)


def test_a_check_that_passes_says_nothing_more(checkout, capsys):
    chatty = Check("chatty", "lint", ("sh", "-c", "echo much; echo more"))
    checks.failures(checkout, [chatty], {})
    assert "much" not in capsys.readouterr().out


def test_the_closing_line_is_held_back_and_the_rest_is_shown(capsys):
    command = Command("pytest", ("sh", "-c", "echo one; echo; echo 3 passed; echo; exit 1"))
    assert checks.stream(command) == ("3 passed", 1)
    assert capsys.readouterr().out == "one\n\n"


@pytest.mark.parametrize("check", checks.CHECKS, ids=lambda check: check.name)
def test_the_program_of_every_check_is_locked(check):
    program = check.words[0]
    package = {"lint-imports": "import-linter"}.get(program, program)
    python = (HERE.locks / "local.lock").read_text()
    front_end = (HERE.frontend / "package-lock.json").read_text()
    assert f"\n{package}==" in python or f'"node_modules/{package}"' in front_end
