"""Whom a server runs as. PostgreSQL refuses to be run by root, so root lends it another account."""

import os
import pwd
import shutil
import subprocess
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from ots.launch.errors import LaunchError

UNPRIVILEGED = "nobody"
SHARED_HOME = Path("/var/lib/ots-local")


@dataclass(frozen=True)
class Account:
    """An account of this machine that a server runs as."""

    name: str
    uid: int
    gid: int

    def reaches(self, folder: Path) -> bool:
        """Return true when the account can enter the folder."""
        return self._can("/bin/sh", "-c", 'test -x "$1"', "sh", str(folder))

    def runs(self, program: Path) -> bool:
        """Return true when the account can run the program with all that it loads."""
        return self._can(str(program), "--version")

    def _can(self, *words: str) -> bool:
        try:
            done = subprocess.run(
                words,
                user=self.uid,
                group=self.gid,
                extra_groups=[],
                cwd="/",
                capture_output=True,
                check=False,
            )
        except OSError:
            return False
        return done.returncode == 0


def server_account() -> Account | None:
    """Return the account that servers run as, or nothing when that is simply the caller."""
    if os.geteuid() != 0:
        return None
    try:
        entry = pwd.getpwnam(UNPRIVILEGED)
    except KeyError:
        message = (
            f"PostgreSQL cannot run as root, and this machine has no account [{UNPRIVILEGED}]. "
            "Run again as an ordinary user, or set DATABASE_URL to a server that runs already."
        )
        raise LaunchError(message) from None
    account = Account(entry.pw_name, entry.pw_uid, entry.pw_gid)
    if not account.reaches(Path("/")):
        message = (
            f"PostgreSQL cannot run as root, and this root may not act as [{account.name}]. "
            "Run again as an ordinary user, or set DATABASE_URL to a server that runs already."
        )
        raise LaunchError(message)
    return account


def home_for_servers(wanted: Path, account: Account | None) -> Path:
    """Return a folder of that account's for its data: the one wanted, or one it can reach.

    Root may have cloned into a folder that is closed to others, such as its own home. Nobody's
    permissions are opened for that: the data then lies under /var/lib, by a name made from the
    checkout's path, and OTS_DATA_DIR moves it elsewhere.
    """
    wanted.mkdir(parents=True, exist_ok=True)
    if account is None or account.reaches(wanted):
        return _owned(wanted / "postgres", account)
    digest = sha256(str(wanted).encode()).hexdigest()[:12]
    shared = Path(os.environ.get("OTS_DATA_DIR", SHARED_HOME)) / digest
    try:
        shared.mkdir(parents=True, exist_ok=True)
        for folder in (shared.parent, shared):
            folder.chmod(0o755)
    except OSError as error:
        message = (
            f"[{account.name}] can reach neither [{wanted}] nor a new folder [{shared}] ({error}). "
            "Set OTS_DATA_DIR to a folder that every user may enter."
        )
        raise LaunchError(message) from error
    return _owned(shared / "postgres", account)


def _owned(folder: Path, account: Account | None) -> Path:
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if account:
        os.chown(folder, account.uid, account.gid)
    return folder


def reachable_copy(
    base: Path, parts: tuple[str, ...], *, program: str, home: Path, account: Account | None
) -> Path:
    """Return the base folder, or a copy of its parts in the home when they cannot be run there."""
    if account is None or account.runs(base / program):
        return base
    original = (base / program).stat()
    mark = f"{base}:{original.st_size}:{original.st_mtime_ns}"
    copy = home / f"programs-{sha256(mark.encode()).hexdigest()[:12]}"
    if not copy.exists():
        half = copy.with_name(copy.name + ".new")
        shutil.rmtree(half, ignore_errors=True)
        for part in parts:
            shutil.copytree(base / part, half / part, symlinks=True)
        _open_to_all(half)
        half.rename(copy)
    return copy


def _open_to_all(folder: Path) -> None:
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or os.access(path, os.X_OK) else 0o644)
