"""Programs of the machine's own that the tests use: a browser, and Redis where it can be had."""

import os
import shutil

from ots.launch import children
from ots.launch.children import Command
from ots.launch.console import say, step
from ots.launch.errors import LaunchError
from ots.launch.paths import Checkout

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


def ready_for_tests(checkout: Checkout) -> str:
    """Return the browser's path; on Debian install it, and Redis, when that is allowed."""
    missing = [] if browser() else ["chromium"]
    if not shutil.which("redis-server") and "REDIS_URL" not in os.environ:
        missing.append("redis-server")
    sudo = _may_install() if missing else None
    if missing and sudo is not None:
        _install(checkout, missing, sudo)
    found = browser()
    if not found:
        message = (
            "The tests of pages need the Chromium browser, and this machine has none. Install it "
            "(on Debian: apt-get install chromium), or set CHROMIUM to the path of one."
        )
        raise LaunchError(message)
    if not shutil.which("redis-server") and "REDIS_URL" not in os.environ:
        say("There is no redis-server here: the tests use Valkey, which speaks the same language.")
    return found


def browser() -> str | None:
    """Return the path of the browser that CHROMIUM names, or of the first one found."""
    named = os.environ.get("CHROMIUM")
    if named:
        if not shutil.which(named):
            raise LaunchError(f"CHROMIUM is [{named}], which is no program that can be run.")
        return shutil.which(named)
    return next((path for path in map(shutil.which, BROWSERS) if path), None)


def _may_install() -> tuple[str, ...] | None:
    """Return what goes before apt-get, or nothing when this person may not install."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return ()
    if shutil.which("sudo") and children.succeeds(Command("sudo", ("sudo", "-n", "true"))):
        return ("sudo", "-n")
    return None


def _install(checkout: Checkout, packages: list[str], sudo: tuple[str, ...]) -> None:
    quiet = (*sudo, "env", "DEBIAN_FRONTEND=noninteractive")
    patient = ("-q", "-y", "-o", "DPkg::Lock::Timeout=300")
    log = checkout.local / "log" / "apt.log"
    with step(f"Installing {' and '.join(packages)}"):
        for words in (("update",), ("install", "--no-install-recommends", *packages)):
            command = Command("apt-get", (*quiet, "apt-get", *patient, *words))
            children.run(command, log=log)
