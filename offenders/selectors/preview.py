"""What a user would see of a person: each field, shown or withheld, and why."""

from collections import defaultdict
from dataclasses import dataclass

from offenders.models import Person
from ots.access.categories import Category
from ots.access.closures import reading_as
from ots.access.fields import PLAIN, declared_fields, protected_models
from ots.access.models import User
from ots.access.permissions import Permission
from ots.access.scopes import Decision, decide, ways
from ots.access.viewer import BOUND_TO_CONSENT, BOUND_TO_TASK, Viewer, viewer_for
from ots.audit.events import Event
from ots.audit.services import record


@dataclass(frozen=True, slots=True)
class CategoryPreview:
    """A category: shown or not, why, and the fields that hang on it."""

    category: Category
    is_shown: bool
    why: str
    fields: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Preview:
    """By which ways the user reaches the person, and what he sees there."""

    user: str
    roles: tuple[str, ...]
    person_id: int
    ways: tuple[str, ...]
    categories: tuple[CategoryPreview, ...]

    @property
    def shown(self) -> int:
        """Return how many categories are open."""
        return sum(each.is_shown for each in self.categories)


def preview(viewer: Viewer, user: User, person_id: int) -> Preview:
    """Ask the one decision on behalf of another user; the look itself goes to the trail.

    A person whose record is sealed does not exist here either, but for those with the right.
    """
    viewer.require(Permission.ACCESS_EXPLAIN)
    record(
        Event.ACCESS_PREVIEWED,
        actor=viewer.user,
        target=user,
        person_id=person_id if Person.objects.filter(pk=person_id).exists() else None,
        details={"user": user.username},
    )
    other = viewer_for(user)
    with reading_as(other):
        decision = decide(other, person_id)
    reached = tuple(way.words for way in ways() if way.name in decision.ways)
    fields = _fields()
    return Preview(
        user=str(user),
        roles=tuple(user.groups.order_by("name").values_list("name", flat=True)),
        person_id=person_id,
        ways=reached,
        categories=tuple(
            _category(other, decision, person_id, category, fields[category])
            for category in Category
        ),
    )


def _category(
    other: Viewer, decision: Decision, person_id: int, category: Category, fields: list[str]
) -> CategoryPreview:
    is_shown, why = _decided(other, decision, person_id, category)
    return CategoryPreview(category, is_shown, why, tuple(fields))


def _decided(
    other: Viewer, decision: Decision, person_id: int, category: Category
) -> tuple[bool, str]:
    if not decision.ways:
        return False, "the person is out of reach"
    if any(each.category == category for each in other.opened(person_id)):
        return True, "opened in an emergency"
    if other.may_category(category):
        return True, "a role of the user holds it"
    if category not in other.bound:
        return False, "no role of the user holds it"
    return _bound(decision, category)


def _bound(decision: Decision, category: Category) -> tuple[bool, str]:
    if category in decision.opened:
        return True, _OPENED[category]
    return False, _NOT_OPENED[category]


_OPENED: dict[Category, str] = {
    **dict.fromkeys(BOUND_TO_TASK, "a role holds it, and the user has a task about the person"),
    **dict.fromkeys(BOUND_TO_CONSENT, "a role holds it, and the person consents"),
}
_NOT_OPENED: dict[Category, str] = {
    **dict.fromkeys(BOUND_TO_TASK, "a role holds it, but the user has no task about the person"),
    **dict.fromkeys(BOUND_TO_CONSENT, "a role holds it, but no consent names the user's agency"),
}


def _fields() -> dict[Category, list[str]]:
    """Every declared field by category, in words, from the declarations themselves."""
    found: dict[Category, list[str]] = defaultdict(list)
    for model in protected_models():
        for name, category in declared_fields(model).items():
            if category != PLAIN and not name.startswith("get_"):
                words = name.replace("_", " ")
                found[Category(category)].append(f"{model._meta.verbose_name}: {words}")
    return found
