"""Keeping what each version of the law book said, when it is first used."""

from functools import partial

from django.db import transaction

from timecomp.book.book import book_now
from timecomp.models import LawVersion
from timecomp.services.evaluated import current_law

_kept: set[str] = set()


def keep_law() -> None:
    """Keep the values and texts of the book by which this process computes; once a version."""
    version = current_law()
    if version in _kept:
        return
    book = book_now()
    LawVersion.objects.bulk_create(
        [
            LawVersion(
                version=version, parameters=book.parameters, rules=book.rules, files=book.files
            )
        ],
        ignore_conflicts=True,
    )
    # Remembered only when it is committed: another transaction may have to write it.
    transaction.on_commit(partial(_kept.add, version))
