"""Fields of a document: what is read, and how a wrong one is named with its place."""

from collections.abc import Callable
from datetime import UTC, date, datetime
from enum import StrEnum

import pytest

from timecomp.engine.json_fields import DocumentError, Fields


class Colour(StrEnum):
    RED = "red"
    BLUE = "blue"


Read = Callable[[Fields], object]


@pytest.mark.parametrize(
    ("held", "read", "answer"),
    [
        ("word", lambda given: given.text("x"), "word"),
        ("word", lambda given: given.need("x", "a word"), "word"),
        (None, lambda given: given.optional_text("x"), None),
        ("red", lambda given: given.choice("x", Colour), Colour.RED),
        ("2026-11-22", lambda given: given.day("x"), date(2026, 11, 22)),
        (None, lambda given: given.optional_day("x"), None),
        (
            "2026-11-22T10:30+00:00",
            lambda given: given.moment("x"),
            datetime(2026, 11, 22, 10, 30, tzinfo=UTC),
        ),
        (False, lambda given: given.flag("x"), False),
        (None, lambda given: given.flag("x"), None),
        (0, lambda given: given.number("x"), 0),
        (9, lambda given: given.number("x", most=9), 9),
        (-3, lambda given: given.number("x", least=-5), -3),
        (None, lambda given: given.number("x"), None),
        (None, lambda given: given.choice("x", Colour, default=Colour.BLUE), Colour.BLUE),
        (None, lambda given: given.part("x"), None),
        (None, lambda given: given.parts("x"), []),
    ],
)
def test_what_is_right_is_read(held: object, read: Read, answer: object) -> None:
    assert read(Fields("here", {"x": held})) == answer


@pytest.mark.parametrize(
    ("held", "read", "message"),
    [
        (None, lambda given: given.text("x"), "here.x: is missing; give a text."),
        ("", lambda given: given.text("x"), "here.x: [] is empty; give a text."),
        (7, lambda given: given.optional_text("x"), "here.x: [7] is not a text"),
        ("green", lambda given: given.choice("x", Colour), "[green] is not one of red, blue."),
        (None, lambda given: given.day("x"), "here.x: is missing; give a date such as 1996-10-01."),
        ("soon", lambda given: given.day("x"), "here.x: [soon] is not a date"),
        ("20261122", lambda given: given.day("x"), "here.x: [20261122] is not a date"),
        ("\ud800", lambda given: given.text("x"), "here.x: holds half a character"),
        (None, lambda given: given.choice("x", Colour), "is missing; give one of red, blue."),
        ("noon", lambda given: given.moment("x"), "here.x: [noon] is no time"),
        ("yes", lambda given: given.flag("x"), "here.x: [yes] is not true or false."),
        (-1, lambda given: given.number("x"), "[-1] is no whole number from 0 to 1000000."),
        (10, lambda given: given.number("x", most=9), "[10] is no whole number from 0 to 9."),
        (1.5, lambda given: given.number("x"), "[1.5] is no whole number"),
        (True, lambda given: given.number("x"), "[True] is no whole number"),
        (7, lambda given: given.part("x"), "here.x: expected an object with named fields"),
        (7, lambda given: given.parts("x"), "here.x: expected a list, found [7]."),
        ("words", lambda given: given.parts("x"), "here.x: expected a list, found [words]."),
        ([7], lambda given: given.parts("x"), "here.x[0]: expected an object with named fields"),
    ],
)
def test_what_is_wrong_is_named_with_its_place(held: object, read: Read, message: str) -> None:
    with pytest.raises(DocumentError) as refused:
        read(Fields("here", {"x": held}))
    assert message in str(refused.value)


def test_a_part_knows_where_it_stands() -> None:
    inner = Fields("here", {"x": {"y": "word"}}).part("x")
    assert inner is not None
    assert (inner.place, inner.text("y")) == ("here.x", "word")


def test_the_objects_of_a_list_are_numbered() -> None:
    places = [each.place for each in Fields("here", {"x": [{}, {}]}).parts("x")]
    assert places == ["here.x[0]", "here.x[1]"]


def test_a_document_that_is_no_list_is_called_the_document() -> None:
    with pytest.raises(DocumentError, match="the document: expected a list"):
        Fields.objects("", 7)
