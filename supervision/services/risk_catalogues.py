"""Tables of assessments that come with the system: missing rows are made, others left alone."""

from collections.abc import Iterable, Mapping
from datetime import date

from supervision.models import GuidelineBound, GuidelineFactor, InstrumentLevel, NeedCutoff
from supervision.models.dated import Dated
from supervision.services.catalogues import rows_of

# Each table's file, and the columns by which a row is the same row at another time.
TABLES: tuple[tuple[type[Dated], str, tuple[str, ...]], ...] = (
    (InstrumentLevel, "instrument_levels", ("instrument", "result")),
    (NeedCutoff, "need_cutoffs", ("section",)),
    (GuidelineBound, "guideline_bounds", ("name",)),
    (GuidelineFactor, "guideline_factors", ("section", "factor")),
)


def create_missing_risk_tables(**_: object) -> None:
    """Create the first row of each that has none at all, whatever its days."""
    for model, file, key in TABLES:
        known = set(model._default_manager.values_list(*key))
        model._default_manager.bulk_create(list(_missing(model, file, key, known)))


def _missing(
    model: type[Dated], file: str, key: tuple[str, ...], known: set[tuple[object, ...]]
) -> Iterable[Dated]:
    for row in rows_of(file):
        if tuple(row[name] for name in key) not in known:
            yield model(**_values(row))


def _values(row: Mapping[str, str]) -> dict[str, object]:
    values = {name: value for name, value in row.items() if value}
    return {**values, "since": date.fromisoformat(row["since"])}
