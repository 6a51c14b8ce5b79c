"""One run of a checkout at a time, told by a lock that the kernel frees when its holder dies."""

import fcntl
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import TextIO

from ots.launch.errors import LaunchError


@dataclass(frozen=True)
class Notice:
    """What a run tells others of the same checkout about itself."""

    process: int = field(default_factory=os.getpid)
    address: str = ""
    environment: dict[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Run:
    """The right to run from a folder, which one process has at a time."""

    folder: Path

    @property
    def _lock(self) -> Path:
        return self.folder / "run.lock"

    @property
    def _notice(self) -> Path:
        return self.folder / "run.json"

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Hold the right, or raise with whom to stop."""
        self.folder.mkdir(parents=True, exist_ok=True)
        with self._lock.open("a") as lock:
            if not _take(lock):
                raise LaunchError(self._who())
            self.tell(Notice())
            try:
                yield
            finally:
                self._notice.unlink(missing_ok=True)

    def tell(self, notice: Notice) -> None:
        """Write the notice; only the owner may read it, for it holds passwords."""
        half = self._notice.with_suffix(".new")
        half.unlink(missing_ok=True)
        half.touch(mode=0o600)
        half.write_text(json.dumps(asdict(notice)))
        half.rename(self._notice)

    def told(self) -> Notice | None:
        """Return the notice of the run that lives now, if one does."""
        if not self._notice.exists():
            return None
        with self._lock.open("a") as lock:
            if _take(lock):
                return None
        return Notice(**json.loads(self._notice.read_text()))

    def environment(self) -> dict[str, str]:
        """Return the addresses that the living run serves; none when nothing runs."""
        notice = self.told()
        return notice.environment if notice else {}

    def _who(self) -> str:
        notice = self.told() or Notice(process=0)
        where = f" at {notice.address}" if notice.address else ""
        return (
            f"It is running already{where} (process {notice.process}). Use that one, or stop it "
            f"with Ctrl-C in its terminal or 'kill {notice.process}', and run this again."
        )


def _take(lock: TextIO) -> bool:
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
