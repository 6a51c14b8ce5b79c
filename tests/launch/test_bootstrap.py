"""The first step runs on a machine where nothing of ours is installed."""

import ast
import os
import subprocess
import sys

import pytest

from ots.launch import bootstrap
from ots.launch.paths import HERE

SCRIPT = HERE.root / "ots" / "launch" / "bootstrap.py"


def test_it_loads_with_the_standard_library_alone():
    words = [sys.executable, "-I", "-S", "-c", f"import runpy; runpy.run_path({str(SCRIPT)!r})"]
    done = subprocess.run(words, capture_output=True, text=True, cwd="/", check=False)
    assert done.returncode == 0, done.stderr


def imported(path):
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.Import):
            yield from (name.name for name in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module


def test_the_launcher_imports_the_standard_library_and_itself_alone():
    foreign = {
        f"{path.name} imports {name}"
        for path in SCRIPT.parent.glob("*.py")
        for name in imported(path)
        if name.split(".")[0] not in sys.stdlib_module_names and not name.startswith("ots.launch")
    }
    assert foreign == set()


def test_a_python_that_is_too_old_is_named(monkeypatch):
    monkeypatch.setattr(bootstrap, "OLDEST_PYTHON", (99, 0))
    with pytest.raises(SystemExit, match=r"this is \d+\.\d+"):
        bootstrap.main(["run"])


def test_a_python_without_ensurepip_is_told_its_package(monkeypatch):
    monkeypatch.setattr(bootstrap, "find_spec", lambda _name: None)
    monkeypatch.setattr(bootstrap, "which", lambda _name: None)
    with pytest.raises(SystemExit, match=r"apt-get install python3\.\d+-venv"):
        bootstrap._require_ensurepip()


@pytest.fixture
def checkout(tmp_path, monkeypatch):
    """A checkout whose lock names nothing, so that installing it needs no network."""
    lock = tmp_path / "local.lock"
    lock.write_text("")
    monkeypatch.setattr(bootstrap, "LOCK", lock)
    monkeypatch.setattr(bootstrap, "VENV", tmp_path / "venv")
    monkeypatch.setattr(bootstrap, "PYTHON", tmp_path / "venv" / "bin" / "python")
    monkeypatch.setattr(bootstrap, "STAMP", tmp_path / "venv" / "installed")
    return tmp_path


def test_an_environment_that_matches_its_lock_is_left_alone(checkout, capsys):
    bootstrap.prepare()
    capsys.readouterr()
    bootstrap.prepare()
    assert capsys.readouterr().out == ""


def test_a_changed_lock_installs_again_without_a_new_environment(checkout, capsys):
    bootstrap.prepare()
    (checkout / "local.lock").write_text("# changed\n")
    capsys.readouterr()
    bootstrap.prepare()
    said = capsys.readouterr().out
    assert "Installing 0 Python packages" in said
    assert "Making the virtual environment" not in said


def test_an_environment_left_half_made_is_made_anew(checkout):
    bootstrap.prepare()
    (checkout / "venv" / "installed").unlink()
    leftover = checkout / "venv" / "half-installed"
    leftover.touch()
    bootstrap.prepare()
    assert not leftover.exists()


def test_a_failed_step_shows_what_was_said(checkout):
    (checkout / "local.lock").write_text("--nonsense\n")
    with pytest.raises(SystemExit, match="no such option: --nonsense"):
        bootstrap.prepare()


def test_running_it_as_a_program_hands_over_to_the_launcher():
    if bootstrap._stamp() != bootstrap._wanted_stamp():
        pytest.skip("this checkout's environment was not made by the bootstrap")
    words = [sys.executable, "-I", str(SCRIPT), "nonsense"]
    done = subprocess.run(words, capture_output=True, text=True, env=os.environ, check=False)
    assert "Give one of: run, test" in done.stdout
