"""The versions of the law book that are kept, and in what today's book differs from one."""

from collections.abc import Iterator
from contextlib import contextmanager

from timecomp.book.book import Book, Difference, book_now, difference, values_of
from timecomp.models import LawVersion


class Books:
    """Today's book beside the older ones by which results are stored; each is read once."""

    def __init__(self) -> None:
        self.now = book_now()
        self._kept: dict[str, Book | None] = {}
        self._differences: dict[tuple[str, str], Difference] = {}

    def kept(self, version: str) -> Book | None:
        """Return an older book; None where it was used before books were kept."""
        if version == self.now.version:
            return self.now
        if version not in self._kept:
            row = LawVersion.objects.filter(pk=version).first()
            self._kept[version] = (
                None if row is None else Book(row.pk, row.parameters, row.rules, row.files)
            )
        return self._kept[version]

    def since(self, version: str) -> Difference | None:
        """Return in what today's book differs from an older one; None where that is not kept."""
        return self.between(version, self.now.version)

    def between(self, older: str, newer: str) -> Difference | None:
        """Return in what one book differs from another; None where either is not kept."""
        before, after = self.kept(older), self.kept(newer)
        if before is None or after is None:
            return None
        if (older, newer) not in self._differences:
            self._differences[older, newer] = difference(before, after)
        return self._differences[older, newer]

    @contextmanager
    def values_as_of(self, version: str) -> Iterator[None]:
        """Put the values of a kept book in force while the block lasts."""
        book, changed = self.kept(version), self.since(version)
        if book is None or changed is None:
            yield
            return
        with values_of(book, changed.parameters):
            yield
