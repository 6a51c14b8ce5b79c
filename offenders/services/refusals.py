"""Why an entry was not recorded: objections, each naming its field and what to do."""

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from django.db import IntegrityError, transaction

# The field that lets an entry stand although a check objects to it.
AS_WRITTEN = "as_written"


@dataclass(frozen=True, slots=True)
class Objection:
    """What is wrong with one field of an entry; an empty field means the entry as a whole."""

    field: str
    message: str
    may_stand: bool = False


class RefusedError(Exception):
    """The entry was not recorded; nothing of it was saved."""

    def __init__(self, *objections: Objection) -> None:
        """Keep the objections for the form."""
        super().__init__(" ".join(objection.message for objection in objections))
        self.objections = objections


def refuse_if_any(objections: Iterable[Objection], *, as_written: bool = False) -> None:
    """Raise ``RefusedError`` with those objections that stand.

    ``as_written`` overrules the ones that may stand: a judgment is recorded as it reads.
    """
    standing = [o for o in objections if not (o.may_stand and as_written)]
    if standing:
        raise RefusedError(*standing)


@contextmanager
def refused_by(constraints: Mapping[str, Objection]) -> Iterator[None]:
    """Turn a refusal of the database into the objection written for that constraint."""
    try:
        with transaction.atomic():
            yield
    except IntegrityError as error:
        objection = constraints.get(violated_constraint(error))
        if objection is None:
            raise
        raise RefusedError(objection) from error


def violated_constraint(error: IntegrityError) -> str:
    """Return the name of the constraint that PostgreSQL says was violated."""
    diagnosis = getattr(error.__cause__, "diag", None)
    return getattr(diagnosis, "constraint_name", None) or ""
