"""``make test``: every check of the project, each named and timed, pytest's own line last."""

import os
import subprocess
import time
from collections.abc import Mapping, Sequence
from contextlib import ExitStack
from dataclasses import dataclass

from ots.launch import children, console, frontend, machine, servers
from ots.launch.children import Command
from ots.launch.console import GREEN, RED, paint, say, step
from ots.launch.errors import LaunchError
from ots.launch.paths import Checkout
from ots.launch.single import Run
from ots.launch.website import django_settings

# Set to be told which share of the code the tests ran through.
COVERAGE = "COVERAGE"
MOST_WORKERS = 4


@dataclass(frozen=True)
class Check:
    """A check that reads the tree and needs no server."""

    name: str
    group: str
    words: tuple[str, ...]


CHECKS = (
    Check("ruff check", "lint", ("ruff", "check", ".")),
    Check("ruff format", "lint", ("ruff", "format", "--check", ".")),
    Check("djlint layout", "lint", ("djlint", "--check", "--quiet", "templates")),
    Check("djlint rules", "lint", ("djlint", "--lint", "--quiet", "templates")),
    Check("mypy", "types", ("mypy", "--strict")),
    Check("import contracts", "imports", ("lint-imports",)),
    Check(
        "compose file",
        "compose-check",
        (
            *("dclint", "--config", "ots/deploy/dclint.json", "--max-warnings", "0"),
            "docker-compose.yml",
        ),
    ),
)


def check_groups(checkout: Checkout, groups: Sequence[str]) -> None:
    """Run the checks of the groups, all of them before any failure ends the run."""
    frontend.install(checkout)
    chosen = [check for check in CHECKS if check.group in groups]
    failed = failures(checkout, chosen, _quiet_environment())
    if failed:
        raise LaunchError(f"Failed: {', '.join(failed)}.")


def test(checkout: Checkout, words: Sequence[str], *, only_pytest: bool = False) -> None:
    """Run every check and then the tests, on servers of their own that are thrown away."""
    folder = checkout.local / "test"
    with ExitStack() as stack:
        stack.enter_context(Run(folder).alone())
        frontend.install(checkout)
        browser = machine.ready_for_tests(checkout)
        running = stack.enter_context(servers.servers(folder, durable=False))
        environment = {**running.environment, **django_settings("test"), "CHROMIUM": browser}
        failed = [] if only_pytest else _everything_but_tests(checkout, environment)
        if failed:
            say(paint(f"Failed so far: {', '.join(failed)}. The tests run all the same.", RED))
        # Measuring costs a third of the time: it is done when it is asked for.
        covered = not only_pytest and COVERAGE in os.environ
        if not _pytest(checkout, environment, words, covered=covered):
            failed.append("pytest")
    if failed:
        raise LaunchError(f"Failed: {', '.join(failed)}.")


def _everything_but_tests(checkout: Checkout, environment: Mapping[str, str]) -> list[str]:
    words = (str(checkout.python), "manage.py", "makemigrations", "--check", "--dry-run")
    migrations = Check("migrations match models", "migrations", words)
    return failures(checkout, (*CHECKS, migrations), environment)


def _quiet_environment() -> dict[str, str]:
    """Give what settings require when a tool imports them; nothing connects to anything."""
    return {**django_settings("test"), "SECRET_KEY": "checks-only"}


def failures(
    checkout: Checkout, chosen: Sequence[Check], environment: Mapping[str, str]
) -> list[str]:
    """Run every one of the checks and return the names of those that failed."""
    found = {**environment, **frontend.node_environment(checkout)}
    return [check.name for check in chosen if not _passes(checkout, check, found)]


def _passes(checkout: Checkout, check: Check, environment: Mapping[str, str]) -> bool:
    """Run a check; show what it says only when it fails."""
    log = checkout.local / "log" / f"check-{check.name.replace(' ', '-')}.log"
    words = (_program(checkout, check.words[0]), *check.words[1:])
    say(f"{check.name} … ", end="")
    started = time.monotonic()
    try:
        children.run(Command(check.name, words, environment), log=log)
    except LaunchError:
        say(paint(f"failed, {time.monotonic() - started:.1f} s", RED))
        say(log.read_text(errors="replace"))
        return False
    say(paint(f"{time.monotonic() - started:.1f} s", GREEN))
    return True


def _program(checkout: Checkout, name: str) -> str:
    for folder in (checkout.tools, frontend.modules(checkout) / ".bin"):
        if (folder / name).exists():
            return str(folder / name)
    return name


def _pytest(
    checkout: Checkout, environment: Mapping[str, str], words: Sequence[str], *, covered: bool
) -> bool:
    """Run pytest and give its closing line last, after the share of the code that it covered."""
    python = str(checkout.python)
    colour = ("--color=yes",) if console.colourful() else ()
    # Tests that start servers of their own run one after the other: they name a group.
    workers = ("-n", str(min(os.cpu_count() or 1, MOST_WORKERS)), "--dist", "loadgroup")
    measured = ("coverage", "run", "-m") if covered else ()
    slowest = () if words else ("--durations=10", "--durations-min=2")
    command = Command(
        "pytest",
        (python, "-m", *measured, "pytest", *workers, *colour, *slowest, *words),
        environment,
    )
    with step("pytest", noisy=True):
        closing, code = stream(command)
    if covered:
        _show_coverage(checkout)
    say(closing)
    return code == 0


def stream(command: Command) -> tuple[str, int]:
    """Show what the command writes as it comes, but hold back its last line."""
    ours, theirs = os.pipe()
    process = children.start(command, theirs)
    os.close(theirs)
    held: list[str] = []
    try:
        with os.fdopen(ours, errors="replace") as lines:
            for line in lines:
                text = line.rstrip("\n")
                if text and held:
                    say("\n".join(held))
                    held.clear()
                held.append(text)
        return "\n".join(held).strip("\n"), process.wait()
    finally:
        children.ask_to_stop(process, command.stop_signal)
        children.end(process)


def _show_coverage(checkout: Checkout) -> None:
    """Tell the share of covered lines; the list of those that are not goes to a file."""
    coverage = (str(checkout.python), "-m", "coverage")
    report = checkout.local / "log" / "coverage.txt"
    children.run(Command("coverage", (*coverage, "combine", "--quiet")), log=report)
    children.run(Command("coverage", (*coverage, "report", "--skip-covered")), log=report)
    total = subprocess.run(
        [*coverage, "report", "--format=total"], capture_output=True, text=True, check=True
    )
    where = report.relative_to(checkout.root)
    say(f"coverage: {total.stdout.strip()} % of the code; what is left out stands in {where}")
