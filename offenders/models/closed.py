"""Rows that a court or the law closes: left out of every query of one who may not know of them."""

from typing import ClassVar, Protocol, TypeVar, cast

from django.db import models
from django.db.models import Q

from ots.access.closures import opened_closures

Row = TypeVar("Row", bound=models.Model)


class _Closable(Protocol):
    closed_by: ClassVar[tuple[str, ...]]


class OpenRows(models.Manager[Row]):
    """Finds only what may be read here and now (see ``ots.access.closures``).

    The model names in ``closed_by`` the columns that say why a row is closed: its own, or that of
    the count or case it belongs to; a row that belongs to none is open.
    """

    def get_queryset(self) -> models.QuerySet[Row]:
        """Return the rows that are open."""
        rows = super().get_queryset()
        for column in cast(_Closable, self.model).closed_by:
            rows = rows.filter(_open(self.model, column))
        return rows


def _open(model: type[models.Model], column: str) -> Q:
    condition = Q(**{f"{column}__in": sorted(opened_closures())})
    link = column.split("__")[0]
    belongs = not getattr(model._meta.get_field(link), "null", False)
    return condition if belongs else condition | Q(**{f"{link}__isnull": True})
