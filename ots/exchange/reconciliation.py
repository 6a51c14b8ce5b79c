"""Where the counts of an import do not agree, in plain words."""

from collections.abc import Iterable, Mapping

from ots.exchange.loading import Tally
from ots.exchange.models import ImportedRow


def disagreements(
    tallies: Iterable[Tally],
    *,
    agency: str,
    rows_in_files: Mapping[str, int],
    standing: Mapping[str, int],
) -> list[str]:
    """Return a line for each count that does not agree; empty when all do.

    The rows of a file were counted before anything was loaded; the lines of the ledger and the
    records are counted in the database afterwards.
    """
    found = []
    for tally in tallies:
        rows = rows_in_files[tally.table]
        if rows != tally.read:
            found.append(
                f"{tally.file}: {rows} rows in the file, but {tally.loaded} loaded + "
                f"{tally.already_there} already there + {len(tally.refusals)} refused = "
                f"{tally.read}."
            )
        entered = ImportedRow.objects.filter(agency=agency, table=tally.table).count()
        if entered != standing[tally.table]:
            found.append(
                f"{tally.table}: {entered} rows in the ledger of imports, but "
                f"{standing[tally.table]} records in the database that name them."
            )
        if entered < tally.loaded + tally.already_there:
            found.append(
                f"{tally.table}: {tally.loaded + tally.already_there} rows loaded or there "
                f"already, but only {entered} in the ledger of imports."
            )
    return found
