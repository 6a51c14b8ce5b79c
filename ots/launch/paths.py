"""Where things lie in a checkout."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Checkout:
    """The folders and files of one checkout that the launcher reads or makes."""

    root: Path

    @property
    def local(self) -> Path:
        """What this machine keeps: data, logs, secrets. Never in version control."""
        return self.root / ".local"

    @property
    def python(self) -> Path:
        """The virtual environment's interpreter."""
        return self.root / ".venv" / "bin" / "python"

    @property
    def tools(self) -> Path:
        """The virtual environment's commands."""
        return self.root / ".venv" / "bin"

    @property
    def frontend(self) -> Path:
        """The list and lock of the front-end packages."""
        return self.root / "ots" / "deploy" / "frontend"

    @property
    def vendor(self) -> Path:
        """Where the front-end packages' files are served from."""
        return self.root / "static" / "vendor"

    @property
    def locks(self) -> Path:
        """The locked Python dependencies."""
        return self.root / "ots" / "deploy" / "requirements"


HERE = Checkout(Path(__file__).resolve().parents[2])
