"""The one decision who may see and change a field, and the read objects that keep to it.

Each app declares its models' fields in ``protection.py`` with ``protect``. Whatever is not
declared is hidden: a new field shows nowhere until someone has put it in a category.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MethodType
from typing import Final

from django.db import models

from ots.access.categories import Action, Category
from ots.access.viewer import Viewer

# A field in no category because it says nothing about anybody: keys and links between tables.
PLAIN: Final = "plain"

# Who recorded a fact, when and why: the columns of ``ots.access.models.Fact``.
AUTHORSHIP: Final[Mapping[str, Category | str]] = {
    "id": PLAIN,
    "pk": PLAIN,
    "recorded_at": Category.STAFF,
    "recorded_by": Category.STAFF,
    "reason": Category.STAFF,
    "source": Category.STAFF,
    "supersedes": PLAIN,
    "superseded_by": PLAIN,
    "superseded_at": Category.STAFF,
    "is_current": PLAIN,
}

# Says of a row in which category all of it is, beside the categories of its fields.
RowCategory = Callable[[models.Model], Category | None]

_declared: dict[type[models.Model], dict[str, Category | str]] = {}
_row_categories: dict[type[models.Model], RowCategory] = {}


class UndeclaredFieldError(LookupError):
    """A field was asked for that no ``protection.py`` puts in a category."""


class Hidden:
    """Stands where a value is withheld; false, empty and the same for everybody."""

    def __bool__(self) -> bool:
        """Behave as an absent value."""
        return False

    def __str__(self) -> str:
        """Say that something is withheld."""
        return "Withheld"

    def __iter__(self) -> Iterator[object]:
        """Behave as an empty list."""
        return iter(())


HIDDEN: Final = Hidden()


def protect(model: type[models.Model], fields: Mapping[str, Category | str]) -> None:
    """Declare the category of each field, property or link of ``model``."""
    _declared[model] = dict(fields)


def protect_rows(model: type[models.Model], category: RowCategory) -> None:
    """Declare that some rows of ``model`` are open only with one more category."""
    _row_categories[model] = category


def has_stricter_rows(model: type[models.Model]) -> bool:
    """Say whether some rows of ``model`` need one more category."""
    return model in _row_categories


def row_is_open(viewer: Viewer, record: models.Model) -> bool:
    """Say whether the row as such is open to the viewer; its fields are decided besides."""
    return all(viewer.may_category(Category(name)) for name in _row_category_names(record))


def _row_category_names(record: models.Model) -> tuple[str, ...]:
    declared = _row_categories.get(type(record))
    category = declared(record) if declared else None
    return (str(category),) if category else ()


def is_protected(model: type[models.Model]) -> bool:
    """Say whether objects of this model may be read only through the decision."""
    return model in _declared


def protected_models() -> tuple[type[models.Model], ...]:
    """List all models with declared fields."""
    return tuple(_declared)


def declared_fields(model: type[models.Model]) -> Mapping[str, Category | str]:
    """Return what was declared for ``model``; empty if nothing was."""
    return _declared.get(model, {})


def category_of(model: type[models.Model], name: str) -> Category | str:
    """Return the category of a field, ``PLAIN`` for keys; raises ``UndeclaredFieldError``."""
    try:
        return _declared[model][name]
    except KeyError:
        raise UndeclaredFieldError(
            f"[{model.__name__}.{name}] is in no category: add it to the app's protection.py."
        ) from None


def may_access(
    viewer: Viewer, model: type[models.Model], name: str, action: Action = Action.VIEW
) -> bool:
    """Decide. Every page, form, list, export, search, sort, admin and audit view asks this.

    Undeclared fields are refused. Rows are decided by ``ots.access.scopes``.
    """
    category = declared_fields(model).get(name)
    if category is None:
        return False
    if category == PLAIN:
        return action is Action.VIEW
    return viewer.may_category(Category(category), action)


def visible_fields(viewer: Viewer, model: type[models.Model], names: Iterable[str]) -> list[str]:
    """Return those of ``names`` that the viewer may see, in their order."""
    return [name for name in names if may_access(viewer, model, name)]


class Seen:
    """Collects which categories one page has shown, for the trail."""

    def __init__(self) -> None:
        """Start with nothing shown."""
        self.categories: set[str] = set()


class Masked:
    """A read object: the record's declared values that this viewer may see, the rest withheld."""

    __slots__ = ("_model", "_record", "_seen", "_viewer")

    def __init__(self, viewer: Viewer, record: models.Model, seen: Seen) -> None:
        """Wrap the record for the viewer."""
        self._viewer = viewer
        self._record = record
        self._seen = seen
        self._model = type(record)

    def __getattr__(self, name: str) -> object:
        """Return the value if it may be seen, ``HIDDEN`` if not; undeclared names do not exist."""
        if name.startswith("_"):
            raise AttributeError(name)
        category = category_of_attribute(self._model, name)
        if category != PLAIN:
            if not self._viewer.may_category(Category(category)):
                return HIDDEN
            if not row_is_open(self._viewer, self._record):
                return HIDDEN
            self._seen.categories |= {str(category), *_row_category_names(self._record)}
        value = getattr(self._record, name)
        # get_status_display and its like: what they return counts, not the method.
        return mask(
            self._viewer,
            value() if isinstance(value, MethodType | partial) else value,
            seen=self._seen,
        )

    @property
    def pk(self) -> object:
        """Return the key."""
        return self._record.pk

    def __eq__(self, other: object) -> bool:
        """Two read objects of one record are equal."""
        return isinstance(other, Masked) and other._record == self._record

    def __hash__(self) -> int:
        """Hash as the record does."""
        return hash(self._record)

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"{self._model._meta.verbose_name} {self._record.pk}"


def category_of_attribute(model: type[models.Model], name: str) -> Category | str:
    """Return the category as ``category_of`` does, as an attribute error that templates skip."""
    try:
        return category_of(model, name)
    except UndeclaredFieldError as error:
        raise AttributeError(str(error)) from error


def mask(viewer: Viewer, value: object, *, seen: Seen | None = None) -> object:
    """Return ``value`` as this viewer may see it: records wrapped, lists item by item."""
    collected = seen if seen is not None else Seen()
    if isinstance(value, models.Model):
        return Masked(viewer, value, collected) if is_protected(type(value)) else value
    if isinstance(value, models.Manager | models.QuerySet):
        return [mask(viewer, item, seen=collected) for item in value.all()]
    if isinstance(value, list | tuple):
        return [mask(viewer, item, seen=collected) for item in value]
    return value
