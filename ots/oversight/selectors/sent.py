"""A disclosure as it is shown."""

from dataclasses import dataclass
from datetime import datetime

from ots.access.categories import Category


@dataclass(frozen=True, slots=True)
class Sent:
    """What left, when, by whom, to whom, for what."""

    at: datetime
    by: str
    recipient: str
    agency: str
    authority: str
    purpose: str
    reason: str
    categories: tuple[str, ...]
    medium: str
    document: str
    people: int

    @property
    def category_labels(self) -> list[str]:
        """Return the categories in words."""
        return [Category(name).label for name in self.categories if name in Category.values]
