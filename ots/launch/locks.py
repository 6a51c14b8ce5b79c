"""``make lock``: writes the locks of the Python and the front-end dependencies anew."""

import shutil
import sys
from pathlib import Path

from ots.launch import children, frontend
from ots.launch.children import Command
from ots.launch.console import say, step
from ots.launch.paths import Checkout

UV = "uv==0.13.9"
LOCKED = {"production.lock": (), "local.lock": ("embedded", "dev")}


def write(checkout: Checkout) -> None:
    """Resolve ``pyproject.toml`` and ``package.json`` again, keeping versions that still fit."""
    uv = _uv(checkout)
    for name, groups in LOCKED.items():
        with step(f"Locking {name}"):
            children.run(_compile(checkout, uv, name, groups), log=_log(checkout))
    with step("Locking the front-end packages"):
        words = ("npm", "install", "--package-lock-only")
        environment = frontend.node_environment(checkout)
        npm = Command("npm", words, environment, folder=checkout.frontend)
        children.run(npm, log=_log(checkout))
    say("Look at what changed with 'git diff ots/deploy' and commit it with its reason.")


def _compile(checkout: Checkout, uv: str, name: str, groups: tuple[str, ...]) -> Command:
    groups_chosen = (word for group in groups for word in ("--group", group))
    words = (
        *(uv, "pip", "compile", "pyproject.toml", *groups_chosen),
        *("--generate-hashes", "--universal", "--python-version", "3.11", "--no-header"),
        *("--output-file", str((checkout.locks / name).relative_to(checkout.root))),
    )
    return Command("uv", words)


def _log(checkout: Checkout) -> Path:
    return checkout.local / "log" / "lock.log"


def _uv(checkout: Checkout) -> str:
    """Return the resolver: the machine's, else one installed beside the checkout's data."""
    found = shutil.which("uv")
    if found:
        return found
    home = checkout.local / "uv"
    program = home / "bin" / "uv"
    if not program.exists():
        with step(f"Installing {UV}"):
            for words in (
                (sys.executable, "-m", "venv", "--clear", str(home)),
                (str(home / "bin" / "python"), "-m", "pip", "install", "-q", UV),
            ):
                children.run(Command("uv", words), log=_log(checkout))
    return str(program)
