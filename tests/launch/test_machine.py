"""The tests' browser is found, installed where that is allowed, or asked for by name."""

import pytest

from ots.launch import machine
from ots.launch.errors import LaunchError
from ots.launch.paths import HERE


def put_program(folder, name):
    program = folder / name
    program.write_text("#!/bin/sh\n")
    program.chmod(0o755)
    return str(program)


@pytest.fixture
def bare(tmp_path, monkeypatch):
    """A machine that has nothing on its path, not even a way to install."""
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.delenv("CHROMIUM", raising=False)
    return tmp_path


@pytest.mark.parametrize("name", machine.BROWSERS)
def test_a_browser_is_found_under_each_of_its_names(bare, name):
    program = put_program(bare, name)
    assert machine.browser() == program


def test_the_browser_that_chromium_names_comes_first(bare, monkeypatch, tmp_path_factory):
    put_program(bare, "chromium")
    named = put_program(tmp_path_factory.mktemp("other"), "my-browser")
    monkeypatch.setenv("CHROMIUM", named)
    assert machine.browser() == named


def test_a_named_browser_that_is_none_is_refused(bare, monkeypatch):
    monkeypatch.setenv("CHROMIUM", "/no/such/browser")
    with pytest.raises(LaunchError, match=r"CHROMIUM is \[/no/such/browser\]"):
        machine.browser()


def test_a_missing_browser_is_named_with_how_to_get_it(bare):
    with pytest.raises(LaunchError, match="apt-get install chromium"):
        machine.ready_for_tests(HERE)


def test_a_missing_redis_is_told_and_does_not_stop_the_tests(bare, monkeypatch, capsys):
    monkeypatch.delenv("REDIS_URL", raising=False)
    program = put_program(bare, "chromium")
    assert machine.ready_for_tests(HERE) == program
    assert "Valkey" in capsys.readouterr().out
