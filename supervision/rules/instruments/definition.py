"""What an instrument in one version says, in one digest: a version once used never changes."""

import hashlib
import json
from collections.abc import Iterator
from itertools import product

from supervision.rules.instruments.form import Answers, Instrument, Points, Value
from supervision.rules.instruments.scoring import score


def definition_digest(instrument: Instrument) -> str:
    """Return a digest of every item, point, band, flag and level of the instrument."""
    said = {
        "items": [
            [each.name, each.type.value, list(each.every_value())] for each in instrument.items
        ],
        "points": [
            [each.scale, each.called, list(_points(instrument, each))] for each in instrument.points
        ],
        "scaled": {
            scale: [[band.upto, band.means] for band in table]
            for scale, table in instrument.scaled.items()
        },
        "flags": {name: list(each) for name, each in instrument.flags.items()},
        "levels": list(_levels(instrument)),
    }
    return hashlib.sha256(json.dumps(said, sort_keys=True).encode()).hexdigest()[:16]


def _points(instrument: Instrument, points: Points) -> Iterator[int]:
    items = [item for name in points.items if (item := instrument.item(name))]
    for values in product(*(item.every_value() for item in items)):
        yield points.count(dict(zip(points.items, values, strict=True)))


def _levels(instrument: Instrument) -> Iterator[str | None]:
    """The level at every score of each scale, the other scales at their lowest."""
    reach = score(instrument, {})
    for unscored in _unscored(instrument):
        for scale in instrument.scales:
            for value in range(reach.lowest[scale], reach.highest[scale] + 1):
                yield instrument.level({**reach.lowest, scale: value}, unscored)


def _unscored(instrument: Instrument) -> Iterator[Answers]:
    """Every way of answering the items that give no points but decide the bounds."""
    used = {name for each in instrument.points for name in each.items}
    items = [item for item in instrument.items if item.name not in used]
    for values in product(*(item.every_value() for item in items)):
        yield dict[str, Value](zip((item.name for item in items), values, strict=True))
