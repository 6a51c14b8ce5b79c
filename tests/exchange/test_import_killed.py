"""An import killed by the machine, in a database of its own that real processes share."""

from ots.exchange.demo.steps import HUNDRED
from tests.exchange.scratch import Scratch

TABLES = (
    "offenders_person",
    "offenders_courtcase",
    "offenders_charge",
    "offenders_custodyperiod",
    "offenders_movement",
    "supervision_riskassessment",
    "exchange_importedrow",
)


def test_an_import_killed_twice_ends_as_one_that_was_not(scratch: Scratch) -> None:
    for rows in (60, 700):
        process = scratch.start("import_broward", str(HUNDRED), "--rows", "5")
        scratch.kill_after(rows, "exchange_importedrow", process)
    killed_at = scratch.count("exchange_importedrow")
    status, said = scratch.run("import_broward", str(HUNDRED))
    assert status == 0
    assert "An earlier import was interrupted; this one went on where it stopped." in said
    assert killed_at < 1665
    assert [scratch.count(table) for table in TABLES] == [100, 214, 230, 923, 1815, 198, 1665]
