"""Every page there is, read from the URLs themselves, so that no page can be forgotten."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver, reverse

from ots.access.pages import PageRule, Scope

ADMINISTRATION = "admin"


@dataclass(frozen=True, slots=True)
class Page:
    """One URL: its name, its route, and what the guard asks (nothing for administration)."""

    name: str
    route: str
    parts: tuple[str, ...]
    rule: PageRule | None

    @property
    def is_public(self) -> bool:
        """Say whether everybody may open it."""
        return self.rule is not None and self.rule.permission is None

    @property
    def is_about_a_person(self) -> bool:
        """Say whether it names a person."""
        return self.rule is not None and self.rule.scope is Scope.PERSON

    def line(self) -> str:
        """Return the line of the access table."""
        if self.rule is None:
            return f"/{self.route}  |  {self.name}  |  administration"
        anybody = "another system's key" if self.rule.is_machine else "everybody"
        asked = self.rule.permission.codename if self.rule.permission else anybody
        reach = "  |  person in reach" if self.is_about_a_person else ""
        return f"/{self.route}  |  {self.name}  |  {asked}{reach}"

    def url(self, values: dict[str, object]) -> str:
        """Return the address with the parts filled in."""
        missing = [part for part in self.parts if part not in values]
        assert not missing, f"{self.name}: give tests/access/world_pages.py a value for {missing}"
        return reverse(self.name, kwargs={part: values[part] for part in self.parts})


def pages() -> list[Page]:
    """List every page outside Django's administration, by route."""
    found = [page for page in _walk(get_resolver().url_patterns) if page.rule is not None]
    return sorted(found, key=lambda page: page.route)


def pages_of_administration() -> list[Page]:
    """List the pages of Django's administration."""
    found = _walk(get_resolver().url_patterns)
    # One answers for every address that is none, one takes an app's name.
    odd = {f"{ADMINISTRATION}:", f"{ADMINISTRATION}:app_list"}
    return [
        page
        for page in found
        if page.name.startswith(f"{ADMINISTRATION}:") and page.name not in odd
    ]


def unruled_routes() -> list[str]:
    """List the routes outside administration whose view states no rule."""
    return [
        page.route
        for page in _walk(get_resolver().url_patterns)
        if page.rule is None and not page.name.startswith(f"{ADMINISTRATION}:")
    ]


def _walk(
    patterns: list[URLPattern | URLResolver], route: str = "", namespace: str = ""
) -> Iterator[Page]:
    for pattern in patterns:
        here = route + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            inside = f"{namespace}{pattern.namespace}:" if pattern.namespace else namespace
            yield from _walk(pattern.url_patterns, here, inside)
        else:
            yield Page(
                name=f"{namespace}{pattern.name or ''}",
                route=here,
                parts=tuple(pattern.pattern.converters),
                rule=getattr(pattern.callback, "page_rule", None),
            )
