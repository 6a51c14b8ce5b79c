"""The sections of a person's supervision, in the order in which an officer asks for them."""

from dataclasses import dataclass

from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.viewer import Viewer


@dataclass(frozen=True, slots=True)
class Section:
    """One page of a person's supervision: shown to those who may open it and see its facts."""

    key: str
    label: str
    url_name: str
    permission: Permission
    category: Category = Category.SUPERVISION

    def is_open_to(self, viewer: Viewer) -> bool:
        """Say whether the viewer's roles open the page and show what it is about."""
        return viewer.may(self.permission) and viewer.may_category(self.category)


SECTIONS = (
    Section("overview", "Overview", "supervision:overview", Permission.PERSON_VIEW),
    Section("due", "What is due", "supervision:person-due", Permission.PERSON_VIEW),
    Section("tests", "Tests", "supervision:person-tests", Permission.PERSON_VIEW, Category.TESTING),
)


def sections_for(viewer: Viewer) -> list[Section]:
    """List the sections that are open to the viewer."""
    return [section for section in SECTIONS if section.is_open_to(viewer)]
