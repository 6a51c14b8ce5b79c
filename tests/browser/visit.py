"""A page as one of the people opens it."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Visit:
    """One page as one of the cast opens it."""

    page: str
    who: str
    # What the keyboard must reach.
    action: str
    query: str = ""
    # What is typed into a search, as name=text.
    search: str = ""
    # Tells visits of the same page apart.
    title: str = ""
    # Complaints about what is not ours to change, with the reason.
    excused: Mapping[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """Return the name of tests and pictures."""
        return self.page.replace(":", "-") + (f"-{self.title}" if self.title else "")
