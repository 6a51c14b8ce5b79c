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
    Section("conditions", "Conditions", "supervision:conditions", Permission.PERSON_VIEW),
    Section("levels", "Level", "supervision:levels", Permission.PERSON_VIEW),
    Section("due", "What is due", "supervision:person-due", Permission.PERSON_VIEW),
    Section("contacts", "Contacts", "supervision:contacts", Permission.VISIT_RECORD),
    Section("safety", "Safety of visits", "supervision:safety", Permission.VISIT_RECORD),
    Section("reminders", "Reminders", "supervision:reminders", Permission.VISIT_RECORD),
    Section("tests", "Tests", "supervision:person-tests", Permission.PERSON_VIEW, Category.TESTING),
    Section("checks", "Work and home", "supervision:person-checks", Permission.CONTACT_RECORD),
    Section("programs", "Programs", "supervision:person-programs", Permission.PERSON_VIEW),
    Section(
        "money",
        "Money",
        "supervision:person-money",
        Permission.PERSON_VIEW,
        Category.FINANCIAL,
    ),
    Section("risk", "Risk and needs", "supervision:risk", Permission.RISK_VIEW, Category.RISK),
    Section("plan", "Case plan", "supervision:plan", Permission.RISK_VIEW, Category.RISK),
    Section("violations", "Violations", "supervision:violations", Permission.VIOLATION_VIEW),
    Section(
        "recommendations", "Eligibility", "supervision:recommendations", Permission.PERSON_VIEW
    ),
    Section("absconding", "Out of touch", "supervision:absconding", Permission.PERSON_VIEW),
    Section("travel", "Travel", "supervision:travel", Permission.PERSON_VIEW),
    Section("victims", "Victims", "supervision:victims", Permission.PERSON_VIEW),
)


def sections_for(viewer: Viewer) -> list[Section]:
    """List the sections that are open to the viewer."""
    return [section for section in SECTIONS if section.is_open_to(viewer)]
