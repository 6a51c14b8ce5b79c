"""What is installed is what ``pyproject.toml`` asks for, and says nothing about a machine."""

import json
import re
import tomllib
from itertools import chain

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from ots.launch import frontend
from ots.launch.locks import LOCKED
from ots.launch.paths import HERE

PINNED = re.compile(r"^(?P<name>[a-z0-9][a-z0-9._-]*)(?:\[[^]]*\])?==(?P<version>[^ ;]+)", re.M)
PROJECT = tomllib.loads((HERE.root / "pyproject.toml").read_text())


def pinned(lock):
    text = (HERE.locks / lock).read_text()
    return {canonicalize_name(found["name"]): found["version"] for found in PINNED.finditer(text)}


def asked(lock):
    groups = chain.from_iterable(PROJECT["dependency-groups"][group] for group in LOCKED[lock])
    return [Requirement(line) for line in chain(PROJECT["project"]["dependencies"], groups)]


def is_met(requirement, versions):
    version = versions.get(canonicalize_name(requirement.name))
    return version is not None and requirement.specifier.contains(version)


@pytest.mark.parametrize("lock", LOCKED)
def test_the_lock_satisfies_everything_the_project_asks_for(lock):
    versions = pinned(lock)
    unmet = [str(each) for each in asked(lock) if not is_met(each, versions)]
    assert unmet == [], "run 'make lock'"


@pytest.mark.parametrize("lock", LOCKED)
def test_the_lock_holds_nothing_the_project_dropped(lock):
    text = (HERE.locks / lock).read_text()
    direct = {
        canonicalize_name(block.split("==")[0].split("[")[0])
        for block in re.split(r"\n(?=[a-z0-9])", text)
        if re.search(r"# .*ots \(pyproject\.toml", block) or "pyproject.toml:" in block
    }
    assert direct == {canonicalize_name(each.name) for each in asked(lock)}, "run 'make lock'"


def test_production_runs_the_versions_that_were_tested():
    tested = pinned("local.lock")
    differing = {
        name: (version, tested.get(name))
        for name, version in pinned("production.lock").items()
        if tested.get(name) != version
    }
    assert differing == {}


@pytest.mark.parametrize("lock", LOCKED)
def test_every_locked_package_has_a_hash(lock):
    text = (HERE.locks / lock).read_text()
    blocks = re.split(r"\n(?=[a-z0-9])", text.strip())
    assert [block.split("\n")[0] for block in blocks if "--hash=sha256:" not in block] == []


@pytest.mark.parametrize("lock", LOCKED)
def test_the_lock_names_no_host_and_no_folder(lock):
    text = (HERE.locks / lock).read_text()
    assert re.findall(r"https?://\S+|--(?:extra-)?(?:index|find)\S*|(?<![\w/])/\w+/\S+", text) == []


def test_the_front_end_lock_satisfies_the_list_of_packages():
    wanted = json.loads((HERE.frontend / "package.json").read_text())
    locked = json.loads((HERE.frontend / "package-lock.json").read_text())["packages"][""]
    for kind in ("dependencies", "devDependencies"):
        assert locked[kind] == wanted[kind], "run 'make lock'"


def test_every_front_end_package_has_a_digest_and_no_host():
    locked = json.loads((HERE.frontend / "package-lock.json").read_text())["packages"]
    packages = {name: facts for name, facts in locked.items() if name}
    assert [name for name, facts in packages.items() if "integrity" not in facts] == []
    assert [name for name, facts in packages.items() if "resolved" in facts] == []


def test_a_change_of_the_copied_files_installs_them_again(tmp_path):
    before = frontend.digest(HERE)
    copy = type(HERE)(tmp_path)
    copy.frontend.mkdir(parents=True)
    for name in frontend.INPUTS:
        (copy.frontend / name).write_bytes((HERE.frontend / name).read_bytes())
    assert frontend.digest(copy) == before
    (copy.frontend / "vendor.mjs").write_text("// changed")
    assert frontend.digest(copy) != before
