"""What Docker Compose is told exists: every file, module, variable, volume and service it names.

The file's form is checked against the published schema by ``make compose-check``; here is what
no schema knows.
"""

import importlib.util
import re
from fnmatch import fnmatch

import pytest
import yaml
from django.core.management import get_commands

from ots.launch.paths import HERE

TEXT = (HERE.root / "docker-compose.yml").read_text()
COMPOSE = yaml.safe_load(TEXT)
SERVICES = COMPOSE["services"]
DOCKERFILE = (HERE.root / "ots" / "deploy" / "Dockerfile").read_text()
OURS = sorted(name for name, service in SERVICES.items() if "build" in service)
VARIABLE = re.compile(r"(?<!\$)\$\{(?P<name>[A-Z_]+)(?P<rest>[^}]*)\}")
CONDITIONS = {"service_healthy", "service_completed_successfully"}


def read_copied_from_the_tree():
    for line in DOCKERFILE.splitlines():
        words = line.split()
        if words[:1] == ["COPY"] and not words[1].startswith("--from"):
            yield from words[1:-1]


COPIED = list(read_copied_from_the_tree())


def test_it_has_the_services_of_the_architecture():
    assert set(SERVICES) == {"postgres", "redis", "migrate", "web", "worker", "beat"}


def test_every_image_of_ours_is_built_from_a_dockerfile_that_exists():
    for name in OURS:
        build = SERVICES[name]["build"]
        assert (HERE.root / build["context"] / build["dockerfile"]).is_file(), name


@pytest.mark.parametrize("source", COPIED)
def test_every_file_the_image_copies_exists(source):
    assert (HERE.root / source).exists()


@pytest.mark.parametrize("source", COPIED)
def test_the_build_is_sent_every_file_it_copies(source):
    lines = (HERE.root / ".dockerignore").read_text().splitlines()
    sent = [line[1:] for line in lines if line.startswith("!")]
    assert any(fnmatch(source.split("/")[0], each) for each in sent)


def test_the_build_is_not_sent_what_the_image_installs_for_itself():
    lines = (HERE.root / ".dockerignore").read_text().splitlines()
    assert lines.index("static/vendor") > lines.index("!static")


def test_every_app_that_django_loads_is_copied():
    copied = {source.rstrip("/") for source in COPIED}
    apps = {path.parent.name for path in HERE.root.glob("*/apps.py")}
    assert apps <= copied


def test_the_image_does_not_run_as_root():
    stage = DOCKERFILE.rsplit("\nFROM ", 1)[1]
    assert re.findall(r"^USER (\S+)", stage, re.M)[-1:] == ["ots"]


def test_a_service_waits_for_services_that_exist_and_can_be_waited_for():
    for name, service in SERVICES.items():
        for other, how in service.get("depends_on", {}).items():
            assert how["condition"] in CONDITIONS, name
            if how["condition"] == "service_healthy":
                assert "healthcheck" in SERVICES[other], (name, other)


def test_every_service_that_stays_up_has_a_health_check():
    assert [name for name in SERVICES if "healthcheck" not in SERVICES[name]] == ["migrate"]


def test_every_volume_is_declared_and_used():
    used = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
    }
    assert used == set(COMPOSE["volumes"])


def test_no_secret_has_a_value_in_the_file():
    unguarded = {
        found["name"]
        for found in VARIABLE.finditer(TEXT)
        if re.search("SECRET|PASSWORD", found["name"])
        # Required, or left empty where the server asks for none.
        and not (found["rest"].startswith(":?") or found["rest"] == ":-")
    }
    assert unguarded == set()


def test_every_variable_is_explained_in_the_example():
    example = (HERE.root / "ots" / "deploy" / "env.example").read_text()
    explained = set(re.findall(r"^([A-Z_]+)=", example, re.M))
    assert {found["name"] for found in VARIABLE.finditer(TEXT)} == explained


@pytest.mark.parametrize("name", OURS)
def test_our_services_run_with_the_production_settings(name):
    module = SERVICES[name]["environment"]["DJANGO_SETTINGS_MODULE"]
    assert module == "ots.settings.production"
    assert importlib.util.find_spec(module)


@pytest.mark.parametrize("name", OURS)
def test_our_services_start_programs_that_the_image_has(name):
    program, *words = SERVICES[name]["command"]
    locked = (HERE.locks / "production.lock").read_text()
    assert program in {"python", "sh"} or f"\n{program}==" in locked
    for word in words:
        if word.endswith(".py"):
            assert (HERE.root / word).is_file()


def test_every_command_of_django_that_is_named_exists():
    named = set(re.findall(r"manage\.py (\w+)", TEXT))
    assert named
    assert named <= set(get_commands())


def test_a_health_check_that_runs_a_file_of_ours_finds_it():
    for service in SERVICES.values():
        for word in service.get("healthcheck", {}).get("test", []):
            if word.endswith(".py"):
                assert (HERE.root / word).is_file()


def test_the_web_server_is_given_the_settings_that_production_requires():
    source = (HERE.root / "ots" / "settings" / "production.py").read_text()
    required = set(re.findall(r'env\.(?:text|database)\("([A-Z_]+)"\)', source))
    assert required <= set(SERVICES["web"]["environment"])


def test_the_site_is_published_to_the_machine_itself_alone():
    published = [port for service in SERVICES.values() for port in service.get("ports", [])]
    assert [port.split(":")[0] for port in published] == ["127.0.0.1"]


def test_the_site_runs_as_a_role_that_owns_nothing():
    owner = SERVICES["postgres"]["environment"]["POSTGRES_USER"]
    addresses = {name: SERVICES[name]["environment"]["DATABASE_URL"] for name in OURS}
    as_owner = {name for name, url in addresses.items() if f"//{owner}:" in url}
    assert as_owner == {"migrate"}
    assert SERVICES["migrate"]["environment"]["APP_DATABASE_URL"] == addresses["web"]
