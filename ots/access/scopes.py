"""Whose records: the one decision which people a viewer may reach, for rows of every table.

Apps above declare how a person comes into a viewer's reach with ``reach_people_by`` (assignment,
office, court, grant) and who is closed to him all the same with ``close_people_by``. A record in
nobody's reach does not exist for him: pages answer 404.
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final, TypeVar, cast

from django.db import models
from django.db.models import ExpressionWrapper, Q, Value
from django.db.models.expressions import Combinable

from ots.access.categories import Category
from ots.access.permissions import Permission
from ots.access.viewer import BOUND_TO_TASK, Viewer

M = TypeVar("M", bound=models.Model)
# A condition on the person's row; nothing where the way is none of this viewer's.
Condition = Callable[[Viewer], Q | None]
# A condition on a row, given the path from the row to its person.
Closing = Callable[[Viewer, str], Q | None]
People = models.QuerySet[models.Model, dict[str, object]]


@dataclass(frozen=True, slots=True)
class Narrow:
    """What a way opens that does not open the record: pages of these rights, rows of one app."""

    permissions: frozenset[Permission]
    app: str


@dataclass(frozen=True, slots=True)
class Way:
    """One way by which people come into reach; a task is about the person, a grant need not be."""

    name: str
    words: str
    condition: Condition
    is_task: bool = False
    # Nothing where the way opens the whole record, as far as the role's categories go.
    narrow: Narrow | None = None


# Who holds none of these has nothing to do with any person.
_ABOUT_PEOPLE: Final = (
    Permission.PERSON_VIEW,
    Permission.PERSON_SEARCH,
    Permission.COMPACT_VIEW,
)
STATEWIDE: Final = Way("statewide", "the role reaches the whole state", lambda _: Q(), is_task=True)

_ways: dict[str, Way] = {}
_closings: list[Closing] = []
_openers: dict[Category, Condition] = {}
_row_conditions: dict[type[models.Model], Condition] = {}
_deciding: set[type[models.Model]] = set()
_person_model: list[type[models.Model]] = []


def declare_person_model(model: type[models.Model]) -> None:
    """Name the model of a person; done once by the app that owns it."""
    _person_model[:] = [model]


def person_model() -> type[models.Model]:
    """Return the model of a person."""
    return _person_model[0]


def reach_people_by(way: Way) -> None:
    """Add a way by which people come into a viewer's reach.

    Declare ways apart rather than joined by "or": each is then found by an index of its own.
    """
    _ways[way.name] = way


def close_people_by(closing: Closing) -> None:
    """Add a reason for which people are closed to a viewer whatever way reaches them."""
    if closing not in _closings:
        _closings.append(closing)


def open_category_by(category: Category, condition: Condition) -> None:
    """Say of which people a category opens that no role opens alone."""
    _openers[category] = condition


def keep_rows_by(model: type[models.Model], condition: Condition) -> None:
    """Keep of the model's rows only those that fulfil the condition, wherever they are read."""
    _row_conditions[model] = condition


def reach_rows_by(model: type[models.Model], condition: Condition) -> None:
    """Decide for some viewers by the row's own columns instead of by its person's ways.

    For whom the condition is nothing, the ways decide. What fulfils it must be about people whom
    the viewer reaches by a way: it is for tables of which whole people would be looked up.
    """
    keep_rows_by(model, condition)
    _deciding.add(model)


def ways() -> tuple[Way, ...]:
    """List all ways by which people come into reach."""
    return (STATEWIDE, *_ways.values())


def in_scope(
    viewer: Viewer, queryset: models.QuerySet[M], *, person: str = ""
) -> models.QuerySet[M]:
    """Keep the rows whose person the viewer may reach.

    ``person`` is the path from the row to its person, empty where the row is the person. On a page
    about a person the guard has decided, and only that person's rows are kept.
    """
    if not any(map(viewer.may, _ABOUT_PEOPLE)):
        return queryset.none()
    path = person or "pk"
    condition = _row_condition(viewer, queryset.model)
    kept = queryset if condition is None else queryset.filter(condition)
    if viewer.about is not None:
        is_open = not viewer.apps or path == "pk" or queryset.model._meta.app_label in viewer.apps
        return kept.filter(**{path: viewer.about}) if is_open else queryset.none()
    is_decided = condition is not None and queryset.model in _deciding
    if not is_decided and not viewer.may(Permission.SCOPE_STATEWIDE):
        kept = kept.filter(**{f"{path}__in": _reachable(viewer, queryset.model._meta.app_label)})
    return _not_closed(viewer, kept, path)


def reaches(viewer: Viewer, person_id: int) -> bool:
    """Say whether the person exists for this viewer, were it by a way that opens little."""
    if viewer.about == person_id:
        return True
    # A page about one person may name another: that one is decided about anew.
    return bool(decide(replace(viewer, about=None), person_id).ways)


@dataclass(frozen=True, slots=True)
class Decision:
    """By which ways a viewer reaches a person, and which categories open there besides his own."""

    ways: frozenset[str]
    opened: frozenset[Category]
    # The only rights that count about this person; nothing where all that he holds count.
    rights: frozenset[Permission] | None = None
    # The apps whose rows alone open then.
    apps: frozenset[str] = frozenset()


def decide(viewer: Viewer, person_id: int) -> Decision:
    """Decide about one person, with all categories: one query."""
    if not any(map(viewer.may, _ABOUT_PEOPLE)):
        return Decision(frozenset(), frozenset())
    person = _not_closed(viewer, person_model()._default_manager.filter(pk=person_id), "pk")
    found = _names(person.order_by(), _open_ways(viewer), _open_openers(viewer))
    reached = frozenset(found & {way.name for way in ways()})
    narrow = _narrow(reached)
    rights = frozenset[Permission]().union(*(each.permissions for each in narrow))
    return Decision(
        ways=reached,
        opened=_opened(viewer, person_id, reached, found),
        rights=rights if narrow else None,
        apps=frozenset(each.app for each in narrow),
    )


def _narrow(reached: frozenset[str]) -> list[Narrow]:
    """What the ways open; nothing where one of them opens the whole record."""
    found = [way.narrow for way in ways() if way.name in reached]
    return [] if None in found else [each for each in found if each]


def _opened(
    viewer: Viewer, person_id: int, reached: frozenset[str], found: set[str]
) -> frozenset[Category]:
    opened = {Category(each.category) for each in viewer.opened(person_id) if each.category}
    if any(way.is_task for way in ways() if way.name in reached):
        opened |= viewer.bound & BOUND_TO_TASK
    return frozenset(opened | {each for each in viewer.bound if each.value in found})


def _open_ways(viewer: Viewer) -> Iterator[tuple[str, Q]]:
    if viewer.may(Permission.SCOPE_STATEWIDE):
        yield STATEWIDE.name, Q()
        return
    for way in _ways.values():
        condition = way.condition(viewer)
        if condition is not None:
            yield way.name, condition


def _open_openers(viewer: Viewer) -> Iterator[tuple[str, Q]]:
    for category in sorted(viewer.bound & _openers.keys()):
        condition = _openers[category](viewer)
        if condition is not None:
            yield category.value, condition


def _names(person: models.QuerySet[models.Model], *named: Iterator[tuple[str, Q]]) -> set[str]:
    # One row with a column for each condition: the person is found once, by key.
    asked = [pair for pairs in named for pair in pairs]
    if not asked:
        return set()
    columns = [_column(condition) for _, condition in asked]
    answers = person.values_list(*columns).first()
    return {name for (name, _), holds in zip(asked, answers or (), strict=False) if holds}


def _column(condition: Q) -> Combinable:
    if not condition:
        return Value(True, models.BooleanField())
    return ExpressionWrapper(condition, models.BooleanField())


def _row_condition(viewer: Viewer, model: type[models.Model]) -> Q | None:
    declared = _row_conditions.get(model)
    return declared(viewer) if declared else None


def _not_closed(viewer: Viewer, queryset: models.QuerySet[M], path: str) -> models.QuerySet[M]:
    for closing in _closings:
        condition = closing(viewer, path)
        if condition is not None:
            queryset = queryset.filter(~condition)
    return queryset


def _reachable(viewer: Viewer, app: str) -> People:
    # A union of ways and not one condition: PostgreSQL would test a million rows for the latter.
    people = person_model()._default_manager.order_by()
    parts = [
        people.filter(condition).values("pk")
        for name, condition in _open_ways(viewer)
        if _opens_rows_of(name, app)
    ]
    if not parts:
        return cast(People, people.none().values("pk"))
    return cast(People, parts[0].union(*parts[1:], all=True) if len(parts) > 1 else parts[0])


def _opens_rows_of(way: str, app: str) -> bool:
    narrow = _ways[way].narrow
    return narrow is None or narrow.app == app
