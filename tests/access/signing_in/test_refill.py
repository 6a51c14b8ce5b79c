"""What was typed is written back into the page, and nothing else of the page changes."""

from html import escape
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from ots.access.signing_in.refill import refill

PAGE = """<!DOCTYPE html>
<form method="get"><input name="street" value="search"></form>
<form method="post">
<input type="hidden" name="token" value="fresh"><input name="street" value="old">
<textarea name="note">old &amp; gone</textarea>
<select name="kind"><option value="home" selected>Home</option>
<option value="work">Work</option></select>
<input type="checkbox" name="ends" value="yes"><input type="radio" name="way" value="a" checked>
<input type="radio" name="way" value="b"><input type="password" name="secret" value="">
</form><p>5 &lt; 6 &#8212; done</p>"""


class Values(HTMLParser):
    """Reads the values of a page's fields as a browser would."""

    def __init__(self, page):
        super().__init__()
        self.inputs, self.text, self.note = {}, None, ""
        self.feed(page)

    def handle_starttag(self, tag, attrs):
        found = dict(attrs)
        if tag == "input":
            self.inputs.setdefault(found["name"], []).append(found)
        self.text = tag == "textarea"

    def handle_endtag(self, tag):
        self.text = False

    def handle_data(self, data):
        if self.text:
            self.note += data


def test_fields_of_posted_forms_hold_what_was_typed():
    typed = [
        ("street", 'Elm "5"'),
        ("note", "a <b>"),
        ("kind", "work"),
        ("ends", "yes"),
        ("way", "b"),
    ]
    page = refill(PAGE, typed)
    assert 'value="search"' in page
    assert 'name="street" value="Elm &quot;5&quot;"' in page
    assert "a &lt;b&gt;</textarea>" in page
    assert '<option value="home">' in page
    assert '<option value="work" selected>' in page
    assert 'name="ends" value="yes" checked' in page
    assert '<input type="radio" name="way" value="a">' in page


def test_hidden_fields_and_passwords_are_left_alone():
    page = refill(PAGE, [("token", "stale"), ("secret", "typed")])
    assert 'value="fresh"' in page
    assert "stale" not in page
    assert "typed" not in page


def test_a_page_without_what_was_typed_stays_as_it_is():
    assert refill(PAGE, [("elsewhere", "x")]) == PAGE


@given(st.text(), st.text())
def test_whatever_was_typed_is_read_back_by_a_browser(street, note):
    page = refill(PAGE, [("street", street), ("note", note)])
    read = Values(page)
    assert read.inputs["street"][1]["value"] == street
    assert read.note.removeprefix("\n") == Values(f"<textarea>{escape(note)}</textarea>").note
