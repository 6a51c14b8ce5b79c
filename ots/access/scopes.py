"""Whose records: the one decision which people a viewer may reach, for rows of every table.

Apps above declare how a person comes into a viewer's reach with ``reach_people_by``: assignment,
office, court. A record in nobody's reach does not exist for him: pages answer 404.
"""

from collections.abc import Callable
from typing import TypeVar

from django.db import models
from django.db.models import Q

from ots.access.permissions import Permission
from ots.access.viewer import Viewer

M = TypeVar("M", bound=models.Model)
Reach = Callable[[Viewer], Q]

_reaches: list[Reach] = []
_person_model: list[type[models.Model]] = []


def declare_person_model(model: type[models.Model]) -> None:
    """Name the model of a person; done once by the app that owns it."""
    _person_model[:] = [model]


def person_model() -> type[models.Model]:
    """Return the model of a person."""
    return _person_model[0]


def reach_people_by(reach: Reach) -> None:
    """Add a way by which people come into a viewer's reach: a condition on the person's row.

    Declare ways apart rather than joined by "or": each is then found by an index of its own.
    """
    if reach not in _reaches:
        _reaches.append(reach)


def in_scope(
    viewer: Viewer, queryset: models.QuerySet[M], *, person: str = ""
) -> models.QuerySet[M]:
    """Keep the rows whose person the viewer may reach.

    ``person`` is the path from the row to its person, empty where the row is the person.
    """
    if not viewer.may(Permission.PERSON_VIEW) and not viewer.may(Permission.PERSON_SEARCH):
        return queryset.none()
    if viewer.may(Permission.SCOPE_STATEWIDE):
        return queryset
    return queryset.filter(**{f"{person}__in" if person else "pk__in": _reachable(viewer)})


def reaches(viewer: Viewer, person_id: int) -> bool:
    """Say whether the person exists for this viewer."""
    people = person_model()._default_manager.filter(pk=person_id)
    return in_scope(viewer, people).exists()


def _reachable(viewer: Viewer) -> models.QuerySet[models.Model, dict[str, object]]:
    # A union of ways and not one condition: PostgreSQL would test a million rows for the latter.
    people = person_model()._default_manager.order_by()
    none: models.QuerySet[models.Model, dict[str, object]] = people.none().values("pk")
    return none.union(*(people.filter(reach(viewer)).values("pk") for reach in _reaches), all=True)
