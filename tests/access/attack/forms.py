"""The forms of a page, read from its HTML: what a browser would send, and where."""

from dataclasses import dataclass, field
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

# What a browser shows of an element that the attacker made up.
MADE_UP = "zq"
BUTTONS = {"submit", "button", "image", "reset"}
CHOSEN = {"checkbox", "radio"}


@dataclass
class Field:
    """One field: its kind, what stands in it, and what may be chosen."""

    name: str
    kind: str
    value: str = ""
    choices: list[str] = field(default_factory=list)
    longest: int = 1000

    @property
    def is_typed(self) -> bool:
        """Say whether anything may be typed there."""
        return self.kind not in CHOSEN | BUTTONS | {"select", "hidden", "file"}

    def plain(self) -> str:
        """Return something that fits: what stands there, a choice, or a word."""
        if self.value:
            return self.value
        if self.choices:
            return next((each for each in self.choices if each), "")
        return {"number": "1", "date": "2024-03-05", "email": "a@agency.example"}.get(
            self.kind, "1" if "number" in self.name else "Plain words"[: self.longest]
        )


@dataclass
class Form:
    """One form: who saw it on which page, where it goes, and its fields."""

    who: str
    page: str
    action: str
    method: str
    fields: dict[str, Field] = field(default_factory=dict)

    @property
    def key(self) -> tuple[str, str, tuple[str, ...]]:
        """Return what tells forms apart."""
        return self.method, urlsplit(self.action).path, tuple(sorted(self.fields))

    @property
    def files(self) -> list[str]:
        """Return the names of the fields that take files."""
        return [each.name for each in self.fields.values() if each.kind == "file"]

    def filled(self, **instead: str) -> dict[str, str]:
        """Return what is sent when every field holds something that fits."""
        sent = {each.name: each.plain() for each in self.fields.values() if each.kind != "file"}
        return sent | instead

    def filled_with(self, text: str) -> dict[str, str]:
        """Return what is sent when every field where one types holds the text."""
        typed = {each.name: text for each in self.fields.values() if each.is_typed}
        return self.filled(**typed)


class Reader(HTMLParser):
    """Reads a page: its forms, and whether anything that an attacker made up stands in it."""

    def __init__(self, who: str, page: str) -> None:
        """Read a page that somebody opened."""
        super().__init__()
        self.who, self.page = who, page
        self.forms: list[Form] = []
        self.made_up: list[str] = []
        self._form: Form | None = None
        self._select: Field | None = None

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a form, a field, or what was made up."""
        given = {name: value or "" for name, value in attrs}
        if tag.startswith(MADE_UP) or any(name.startswith(MADE_UP) for name in given):
            self.made_up.append(self.get_starttag_text() or tag)
        if any(given.get(name, "").startswith("javascript:") for name in ("href", "src", "action")):
            self.made_up.append(self.get_starttag_text() or tag)
        if tag == "form":
            self._form = Form(
                self.who,
                self.page,
                urljoin(self.page, given.get("action", "") or self.page),
                given.get("method", "get").lower(),
            )
            self.forms.append(self._form)
        elif self._form is not None:
            self._note_field(tag, given)

    def handle_endtag(self, tag: str) -> None:
        """Note where a form or a list of choices ends."""
        if tag == "form":
            self._form = None
        if tag == "select":
            self._select = None

    def _note_field(self, tag: str, given: dict[str, str]) -> None:
        name = given.get("name", "")
        if tag == "option" and self._select is not None:
            self._select.choices.append(given.get("value", ""))
        if tag not in {"input", "select", "textarea", "button"} or not name:
            return
        assert self._form is not None
        kind = given.get("type", "text") if tag in {"input", "button"} else tag
        known = self._form.fields.setdefault(name, Field(name, kind))
        if kind in CHOSEN:
            known.choices.append(given.get("value", "on"))
        else:
            known.value = known.value or given.get("value", "")
            known.longest = int(given.get("maxlength") or known.longest)
        self._select = known if tag == "select" else None


def read(who: str, page: str, html: str) -> Reader:
    """Read a page."""
    reader = Reader(who, page)
    reader.feed(html)
    return reader
