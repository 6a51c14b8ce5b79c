"""Whose dates a nightly run stored anew because the book changed, and what of the book did it."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from django.db.models import Max, QuerySet

from ots.access.exports import export_csv
from ots.access.fields import may_access
from ots.access.scopes import in_scope
from ots.access.viewer import Viewer
from timecomp.choices import Cause
from timecomp.models import Computation
from timecomp.selectors.books import Books
from timecomp.selectors.law_causes import (
    LawCause,
    book_in_words,
    brief_moves,
    law_causes,
    moves_in_words,
)
from timecomp.selectors.step_inputs import TOLD_BY_RULE
from timecomp.selectors.stored_facts import Frozen, stored_facts

Words = Callable[[Sequence[dict[str, str | None]]], str]
LISTED = ("person_id", "person_name", "moves_told", "because_told")
WITHHELD_RULE = "a rule that your role does not include"
NO_DATE_MOVED = "No date moved; credits or questions differ"


def moved_by_law(viewer: Viewer, run_id: int) -> QuerySet[Computation]:
    """Return what a run stored because of the book, of people whom the viewer may reach."""
    if not (may_access(viewer, Computation, "moved") and may_access(viewer, Computation, "cause")):
        return Computation.objects.none()
    rows = Computation.objects.filter(run_id=run_id, cause=Cause.LAW).select_related("person")
    return in_scope(viewer, rows, person="person").defer("results").order_by("person_id")


def told(
    viewer: Viewer, computations: Iterable[Computation], *, words: Words = brief_moves
) -> list[Computation]:
    """Return the rows with what moved and why in words; a fixed number of queries."""
    rows, books = list(computations), Books()
    before = _before(rows)
    now = stored_facts(row.pk for row in rows)
    for row in rows:
        row.moves_told = words(row.moved) or NO_DATE_MOVED
        row.because_told = "; ".join(
            _shown(viewer, each) for each in _because(books, now[row.pk], before.get(row.person_id))
        )
    return rows


def moved_by_law_csv(viewer: Viewer, run_id: int) -> str:
    """Return the list as a file, only with the columns the viewer may see."""
    rows = told(viewer, moved_by_law(viewer, run_id), words=moves_in_words)
    return export_csv(viewer, Computation, rows, LISTED, list_name="dates moved by the law")


def book_changes(run_id: int) -> list[str]:
    """Return what the book says otherwise than that of the results a run replaced."""
    rows = list(
        Computation.objects.filter(run_id=run_id, cause=Cause.LAW).only(
            "pk", "person", "law_version"
        )[:1]
    )
    before = next(iter(_before(rows).values()), None)
    if before is None:
        return []
    return book_in_words(Books(), before.standing.law_version, rows[0].law_version)


def _before(rows: list[Computation]) -> Mapping[int, Frozen]:
    """The computation that each replaced, by person."""
    if not rows:
        return {}
    earlier = Computation._base_manager.filter(
        person_id__in=[row.person_id for row in rows], pk__lt=min(row.pk for row in rows)
    )
    newest = earlier.order_by().values("person_id").annotate(newest=Max("pk"))
    found = stored_facts(newest.values_list("newest", flat=True))
    return {each.person_id: each for each in found.values()}


def _shown(viewer: Viewer, cause: LawCause) -> str:
    """The words of a cause; a rule that tells of something withheld is not named."""
    category = TOLD_BY_RULE.get(cause.id)
    return cause.words if category is None or viewer.may_category(category) else WITHHELD_RULE


def _because(books: Books, now: Frozen, before: Frozen | None) -> tuple[LawCause, ...]:
    if before is None or before.standing.law_version == now.standing.law_version:
        return ()
    return law_causes(
        books,
        now.recorded,
        stored_by=before.standing.law_version,
        given_by=now.standing.law_version,
    )
