"""An import killed, and one cut off from its database: real processes on a database apart."""

from ots.exchange.demo.steps import HUNDRED
from tests.exchange.scratch import Scratch

LEDGER = "exchange_importedrow"
TABLES = (
    "offenders_person",
    "offenders_courtcase",
    "offenders_charge",
    "offenders_custodyperiod",
    "offenders_movement",
    "supervision_riskassessment",
    LEDGER,
)


def test_an_import_killed_and_then_cut_off_ends_as_one_that_was_not(scratch: Scratch) -> None:
    words = ("import_broward", str(HUNDRED), "--rows", "5")
    scratch.kill_after(60, LEDGER, scratch.start(*words))
    cut_off = scratch.start(*words)
    scratch.wait_for(700, LEDGER, cut_off)
    scratch.cut_off_others()
    said = cut_off.communicate()[0]
    assert (cut_off.returncode, scratch.count(LEDGER) < 1665) == (1, True)
    assert "The database can't be reached any more. What was loaded stays" in said
    status, said = scratch.run("import_broward", str(HUNDRED))
    assert status == 0
    assert "An earlier import was interrupted; this one went on where it stopped." in said
    assert [scratch.count(table) for table in TABLES] == [100, 214, 230, 923, 1815, 198, 1665]
