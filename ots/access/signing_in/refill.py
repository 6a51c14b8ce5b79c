"""Writing what was typed back into the form of a page, so that it works without scripts."""

from collections import defaultdict
from html import escape
from html.parser import HTMLParser

from ots.access.signing_in.kept_forms import Fields

# Filled by the page itself, or never again.
LEFT_ALONE = {"hidden", "password", "file", "submit", "button", "reset", "image"}
TICKED = {"checkbox", "radio"}
Attributes = list[tuple[str, str | None]]


def refill(page: str, typed: Fields) -> str:
    """Return the page with the fields of its posted forms holding what was typed."""
    writer = _Writer(typed)
    writer.feed(page)
    writer.close()
    return "".join(writer.written)


class _Writer(HTMLParser):
    """Copies the page as it is, but for the fields that were typed in."""

    def __init__(self, typed: Fields) -> None:
        super().__init__(convert_charrefs=False)
        self.written: list[str] = []
        self.ticked: dict[str, list[str]] = defaultdict(list)
        self.texts: dict[str, list[str]] = defaultdict(list)
        for name, value in typed:
            self.ticked[name].append(value)
            self.texts[name].append(value)
        self.in_form = False
        self.selecting = ""
        self.text_left_out = False

    def handle_starttag(self, tag: str, attrs: Attributes) -> None:
        values = {name: value or "" for name, value in attrs}
        if tag == "form":
            self.in_form = values.get("method", "").lower() == "post"
        name = values.get("name", "")
        if self.in_form and name in self.texts and tag in {"input", "textarea", "select"}:
            self._fill(tag, name, attrs)
        elif tag == "option" and self.selecting:
            chosen = values.get("value", "") in self.ticked[self.selecting]
            self._write(tag, _with(attrs, "selected", chosen))
        else:
            self._copy()

    def handle_endtag(self, tag: str) -> None:
        if tag == "textarea":
            self.text_left_out = False
        if tag == "select":
            self.selecting = ""
        if tag == "form":
            self.in_form = False
        self.written.append(f"</{tag}>")

    def handle_startendtag(self, tag: str, attrs: Attributes) -> None:
        self.handle_starttag(tag, attrs)

    def handle_data(self, data: str) -> None:
        self._text(data)

    def handle_entityref(self, name: str) -> None:
        self._text(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self._text(f"&#{name};")

    def handle_comment(self, data: str) -> None:
        self.written.append(f"<!--{data}-->")

    def handle_decl(self, decl: str) -> None:
        self.written.append(f"<!{decl}>")

    def _fill(self, tag: str, name: str, attrs: Attributes) -> None:
        kind = (dict(attrs).get("type") or "text").lower()
        if tag == "select":
            self.selecting = name
            self._copy()
        elif tag == "textarea":
            self._copy()
            self.written.append("\n" + escape(self._next(name)))
            self.text_left_out = True
        elif kind in LEFT_ALONE:
            self._copy()
        elif kind in TICKED:
            value = dict(attrs).get("value") or "on"
            self._write(tag, _with(attrs, "checked", value in self.ticked[name]))
        else:
            others = [each for each in attrs if each[0] != "value"]
            self._write(tag, [*others, ("value", self._next(name))])

    def _next(self, name: str) -> str:
        waiting = self.texts[name]
        return waiting.pop(0) if waiting else ""

    def _write(self, tag: str, attrs: Attributes) -> None:
        parts = [name if value is None else f'{name}="{escape(value)}"' for name, value in attrs]
        self.written.append(f"<{' '.join([tag, *parts])}>")

    def _copy(self) -> None:
        self.written.append(self.get_starttag_text() or "")

    def _text(self, text: str) -> None:
        if not self.text_left_out:
            self.written.append(text)


def _with(attrs: Attributes, name: str, there: bool) -> Attributes:
    others = [each for each in attrs if each[0] != name]
    return [*others, (name, None)] if there else others
