"""Which page somebody came from, read from its address alone."""

from dataclasses import dataclass

from django.urls import Resolver404, ResolverMatch, resolve

from offenders.models import Person
from ots.access.pages import LARGEST_NUMBER, PageRule, Scope
from ots.access.scopes import decide
from ots.access.viewer import Viewer
from ots.oversight.desks import COMPACT_PAGES
from ots.oversight.models.concern import LONGEST_ADDRESS


@dataclass(frozen=True, slots=True)
class ToldPage:
    """A page of ours, and the person it is about if the viewer reaches him there."""

    name: str = ""
    address: str = ""
    person_id: int | None = None
    # Whether the page opens for the viewer; of no page nothing does.
    opens: bool = False

    @property
    def is_of_the_compact(self) -> bool:
        """Say whether it is one of the compact's pages."""
        return self.name.startswith(f"{COMPACT_PAGES}:")


NO_PAGE = ToldPage()


def told_page(viewer: Viewer, address: str) -> ToldPage:
    """Return the page of an address; what is no page of ours, or a query, is left out."""
    path = address.partition("?")[0]
    match = _match(path)
    if match is None or len(path) > LONGEST_ADDRESS or not path.isprintable():
        return NO_PAGE
    rule: PageRule | None = getattr(match.func, "page_rule", None)
    may = rule is None or rule.permission is None or viewer.may(rule.permission)
    if rule is None or rule.scope is not Scope.PERSON:
        return ToldPage(match.view_name, path, opens=may)
    reached = may and _is_reached(viewer, rule, match.kwargs["person"])
    person = match.kwargs["person"] if reached else None
    return ToldPage(match.view_name, path, person_id=person, opens=reached)


def has_office(person_id: int | None) -> bool:
    """Say whether an office supervises the person."""
    if person_id is None:
        return False
    return Person.objects.filter(pk=person_id, office__isnull=False).exists()


def _match(path: str) -> ResolverMatch | None:
    try:
        return resolve(path)
    except Resolver404:
        return None


def _is_reached(viewer: Viewer, rule: PageRule, person_id: int) -> bool:
    # As the guard of the page decides it.
    if person_id > LARGEST_NUMBER:
        return False
    decision = decide(viewer, person_id)
    return bool(decision.ways) and (decision.rights is None or rule.permission in decision.rights)
