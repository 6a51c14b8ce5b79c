"""Drawing zones on a plain sheet: a grid of degrees, a bar of length, the shapes."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from supervision.rules.conditions.zones import METERS_A_DEGREE, Place, Shape, Zone

WIDTH, HEIGHT = 600, 400
MARGIN = 1.25
LEAST_WIDTH_M = 400.0
# Lengths that a bar shows, and steps between lines of the grid in degrees.
BARS_M = (100, 200, 500, 1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 100_000, 200_000)
STEPS = (0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1.0, 2.0)
LINES = 5
BAR_START = 12


@dataclass(frozen=True, slots=True)
class Window:
    """The part of the earth that a sheet shows: its middle and how many meters it is wide."""

    center: Place
    width_m: float

    @property
    def meters_a_pixel(self) -> float:
        """Return how many meters a pixel stands for."""
        return self.width_m / WIDTH

    @property
    def degree_x(self) -> float:
        """Return how many pixels a degree of longitude is wide."""
        return METERS_A_DEGREE * cos(radians(self.center.latitude)) / self.meters_a_pixel

    @property
    def degree_y(self) -> float:
        """Return how many pixels a degree of latitude is high."""
        return METERS_A_DEGREE / self.meters_a_pixel

    def at(self, place: Place) -> tuple[float, float]:
        """Return where a place is on the sheet."""
        x = WIDTH / 2 + (place.longitude - self.center.longitude) * self.degree_x
        y = HEIGHT / 2 - (place.latitude - self.center.latitude) * self.degree_y
        return round(x, 1), round(y, 1)


@dataclass(frozen=True, slots=True)
class Line:
    """A line of the grid with its degree."""

    at: float
    told: str


@dataclass(frozen=True, slots=True)
class Drawn:
    """A zone on the sheet: its points, and the width of its buffer."""

    label: str
    kind: str
    shape: str
    points: str
    x: float
    y: float
    buffer: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Everything on the sheet."""

    window: Window
    zones: tuple[Drawn, ...]
    meridians: tuple[Line, ...]
    parallels: tuple[Line, ...]
    bar: float
    bar_told: str
    width: int = WIDTH
    height: int = HEIGHT

    @property
    def bar_end(self) -> float:
        """Return where the bar of length ends."""
        return BAR_START + self.bar


@dataclass(frozen=True, slots=True)
class Named:
    """A zone with the name and the kind that the sheet shows."""

    label: str
    kind: str
    zone: Zone


def window_around(zones: Sequence[Zone]) -> Window:
    """Return the part of the earth that holds all of the zones."""
    places = [place for zone in zones for place in zone.points]
    north, south = max(p.latitude for p in places), min(p.latitude for p in places)
    east, west = max(p.longitude for p in places), min(p.longitude for p in places)
    center = Place((north + south) / 2, (east + west) / 2)
    buffer = max(zone.buffer_m for zone in zones)
    across = (east - west) * METERS_A_DEGREE * cos(radians(center.latitude)) + 2 * buffer
    along = (north - south) * METERS_A_DEGREE + 2 * buffer
    return Window(center, max(across, along * WIDTH / HEIGHT, LEAST_WIDTH_M) * MARGIN)


def drawing_of(named: Sequence[Named], window: Window | None = None) -> Drawing:
    """Draw the zones; without a window, the sheet shows as much as holds them all."""
    shown = window or window_around([each.zone for each in named])
    bar = max((each for each in BARS_M if each <= shown.width_m / 4), default=BARS_M[0])
    told = f"{bar / 1000:g} km" if bar >= 1000 else f"{bar} m"  # noqa: PLR2004  a kilometer
    return Drawing(
        window=shown,
        zones=tuple(_drawn(shown, each) for each in named),
        meridians=_lines(shown.center.longitude, shown.degree_x, WIDTH, forward=True),
        parallels=_lines(shown.center.latitude, shown.degree_y, HEIGHT, forward=False),
        bar=round(bar / shown.meters_a_pixel, 1),
        bar_told=told,
    )


def _drawn(window: Window, named: Named) -> Drawn:
    points = [window.at(place) for place in named.zone.points]
    x, y = points[0]
    buffer = named.zone.buffer_m / window.meters_a_pixel
    return Drawn(
        label=named.label,
        kind=named.kind,
        shape=named.zone.shape.value,
        points=" ".join(f"{px},{py}" for px, py in points),
        x=x,
        y=y,
        buffer=round(buffer if named.zone.shape is Shape.CIRCLE else 2 * buffer, 1),
    )


def _lines(center: float, pixels: float, length: int, *, forward: bool) -> tuple[Line, ...]:
    span = length / pixels
    step = next((each for each in STEPS if span / each <= LINES), STEPS[-1])
    first = int((center - span / 2) / step) - 1
    numbered = (round((first + number) * step, 4) for number in range(LINES + 4))
    lines = []
    for degree in numbered:
        offset = (degree - center) * pixels * (1 if forward else -1)
        at = round(length / 2 + offset, 1)
        if 0 < at < length:
            lines.append(Line(at, f"{degree:g}"))
    return tuple(lines)
