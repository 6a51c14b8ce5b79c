"""The drawing of a case as a viewer may see it, with every place worked out."""

from dataclasses import dataclass
from datetime import date

from ots.access.categories import Category
from timecomp.law.facts import Case
from timecomp.law.picture import About, Kind, Lane, Picture, Span, picture
from timecomp.law.results import Result
from timecomp.selectors.sight import Sight

# A parole ends on the day that custody begins again.
ASKED_FOR = {
    About.TIME: (Category.TIME,),
    About.LEGAL: (Category.LEGAL,),
    About.CUSTODY: (Category.CUSTODY,),
    About.SUPERVISION: (Category.SUPERVISION, Category.CUSTODY),
}
LEGEND = {
    Kind.MINIMUM: "Minimum to serve",
    Kind.MAXIMUM: "Maximum to serve",
    Kind.CREDIT: "Taken off by credits",
    Kind.JAIL_CREDIT: "Credit for jail",
    Kind.CUSTODY: "Jail or prison",
    Kind.DEAD_TIME: "Does not count",
    Kind.PAROLE: "Parole",
    Kind.LIFE: "Life",
}
TOP, LANE, BAR_BELOW_NAME, MARK_LINE = 26, 44, 20, 26
NARROWEST = 0.6
MIDDLE = 50
# A year written from here on to the right would leave the drawing.
LAST_TO_THE_RIGHT = 88


@dataclass(frozen=True, slots=True)
class DrawnSpan:
    """One bar: where it begins and how long it is, in hundredths of the width."""

    span: Span
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class DrawnLane:
    """One lane: how far down its name and its bars stand."""

    name: str
    name_y: int
    bar_y: int
    spans: tuple[DrawnSpan, ...]


@dataclass(frozen=True, slots=True)
class DrawnMark:
    """A day with its name; the words stand on the side that has room."""

    name: str
    day: date
    x: float
    y: int
    anchor: str


@dataclass(frozen=True, slots=True)
class Drawing:
    """The whole drawing, and how high it is in pixels."""

    height: int
    line_top: int
    lanes: tuple[DrawnLane, ...]
    marks: tuple[DrawnMark, ...]
    ticks: tuple[DrawnMark, ...]

    @property
    def legend(self) -> list[tuple[str, str]]:
        """Return the kinds of bars that are drawn, each with its words."""
        drawn = {each.span.kind for lane in self.lanes for each in lane.spans}
        return [(kind.value, LEGEND[kind]) for kind in Kind if kind in drawn]


def drawing(sight: Sight, case: Case, result: Result) -> Drawing | None:
    """Return the drawing with the lanes that may be seen; None where nothing has a date."""
    drawn = picture(case, result)
    if drawn is None:
        return None
    lanes = [lane for lane in drawn.lanes if _may_see(sight, lane)]
    marks_top = TOP + LANE * len(lanes)
    marks = tuple(
        _mark(drawn, mark.name, mark.day, marks_top + MARK_LINE * (place + 1))
        for place, mark in enumerate(drawn.marks)
    )
    return Drawing(
        height=marks_top + MARK_LINE * (len(marks) + 1),
        line_top=TOP,
        lanes=tuple(_lane(drawn, lane, TOP + LANE * place) for place, lane in enumerate(lanes)),
        marks=marks,
        ticks=tuple(_tick(drawn, day) for day in drawn.ticks),
    )


def _may_see(sight: Sight, lane: Lane) -> bool:
    return all(sight.sees_category(category) for category in ASKED_FOR[lane.about])


def _lane(drawn: Picture, lane: Lane, top: int) -> DrawnLane:
    spans = tuple(_span(drawn, span) for span in lane.spans)
    return DrawnLane(lane.name, top + BAR_BELOW_NAME - 4, top + BAR_BELOW_NAME, spans)


def _span(drawn: Picture, span: Span) -> DrawnSpan:
    x = drawn.place(span.first)
    return DrawnSpan(span, x, round(max(NARROWEST, drawn.place(span.last) - x), 2))


def _mark(drawn: Picture, name: str, day: date, y: int) -> DrawnMark:
    x = drawn.place(day)
    return DrawnMark(name, day, x, y, "start" if x < MIDDLE else "end")


def _tick(drawn: Picture, day: date) -> DrawnMark:
    x = drawn.place(day)
    return DrawnMark(str(day.year), day, x, TOP - 8, "start" if x < LAST_TO_THE_RIGHT else "end")
