"""Who reads: somebody with a role before a record, or somebody before facts of his own making."""

from typing import Protocol

from ots.access.categories import Category


class Sight(Protocol):
    """What asks whether facts of a category may be shown; a ``Reading`` is one."""

    def sees_category(self, category: Category) -> bool:
        """Say whether facts of the category may be shown."""
        ...


class OwnFacts:
    """The sight of one who typed the facts in: nothing in them is anybody's record."""

    def sees_category(self, category: Category) -> bool:
        """Say that every category may be shown."""
        return isinstance(category, Category)
