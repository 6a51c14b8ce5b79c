"""The versions of the law book that are kept, and in what today's book differs from one."""

from timecomp.book.book import Book, Difference, book_now, difference
from timecomp.models import LawVersion


class Books:
    """Today's book beside the older ones by which results are stored; each is read once."""

    def __init__(self) -> None:
        self.now = book_now()
        self._kept: dict[str, Book | None] = {}
        self._differences: dict[str, Difference] = {}

    def kept(self, version: str) -> Book | None:
        """Return an older book; None where it was used before books were kept."""
        if version not in self._kept:
            row = LawVersion.objects.filter(pk=version).first()
            self._kept[version] = (
                None if row is None else Book(row.pk, row.parameters, row.rules, row.files)
            )
        return self._kept[version]

    def since(self, version: str) -> Difference | None:
        """Return in what today's book differs from an older one; None where that is not kept."""
        before = self.kept(version)
        if before is None:
            return None
        if version not in self._differences:
            self._differences[version] = difference(before, self.now)
        return self._differences[version]
