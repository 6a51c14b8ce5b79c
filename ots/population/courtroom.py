"""The case in court: docket, judge, bond, judgment."""

from collections.abc import Sequence
from datetime import date

from offenders import choices
from ots.population.chronicle import Chronicle
from ots.population.days import days_after
from ots.population.facts import BondSet, Case, Count, CourtDate, Judgment
from ots.population.naming import full_name
from ots.population.proceedings import Proceeding
from ots.population.weights import Weighted

BONDS = Weighted(
    [
        (choices.BondKind.CASH, 45),
        (choices.BondKind.TEN_PERCENT, 25),
        (choices.BondKind.SURETY, 15),
        (choices.BondKind.PERSONAL, 15),
    ]
)
AMOUNTS = Weighted([(2_500, 20), (5_000, 25), (10_000, 20), (25_000, 15), (50_000, 10)])
DENIED_CLASSES = frozenset({"A", "M2"})


def decided_case(life: Chronicle, proceeding: Proceeding, counts: Sequence[Count]) -> int:
    """Add a case that ended in the judgment of its day; returns its place among the cases."""
    case = Case(
        court=_court(proceeding, counts),
        docket=_docket(life, proceeding.arrested_on, "FH"),
        judge=full_name(life.random),
        arrested_on=proceeding.arrested_on,
        arresting_agency=f"{proceeding.county.name} County Sheriff",
        filed_on=proceeding.arrested_on,
        is_open=False,
        counts=tuple(counts),
        judgments=(Judgment(choices.OrderKind.ORIGINAL, proceeding.sentenced_on),),
        bonds=_bonds(life, proceeding, counts),
    )
    life.cases.append(case)
    return len(life.cases) - 1


def open_case(life: Chronicle, arrested_on: date, count: Count, hearing: CourtDate) -> None:
    """Add a case that still waits for its day in court."""
    life.cases.append(
        Case(
            court=life.county.circuit_court,
            docket=_docket(life, arrested_on, "FH"),
            judge=full_name(life.random),
            arrested_on=arrested_on,
            arresting_agency=f"{life.county.name} County Sheriff",
            filed_on=days_after(arrested_on, 1),
            is_open=True,
            counts=(count,),
            hearings=(hearing,),
        )
    )


def _court(proceeding: Proceeding, counts: Sequence[Count]) -> str:
    minor = all(count.offense.code.is_misdemeanor for count in counts)
    return proceeding.county.district_court if minor else proceeding.county.circuit_court


def _docket(life: Chronicle, filed_on: date, suffix: str) -> str:
    # The last digit is the case's own, so that no two dockets of one person are alike.
    return f"{filed_on.year}-{life.random.randint(0, 99_999):05d}{len(life.cases) % 10}-{suffix}"


def _bonds(life: Chronicle, proceeding: Proceeding, counts: Sequence[Count]) -> tuple[BondSet, ...]:
    if not proceeding.jail:
        return ()
    set_on, posted_on = proceeding.arrested_on, proceeding.bonded_on
    if posted_on is None and counts[0].offense.code.offence_class in DENIED_CLASSES:
        return (BondSet(choices.BondKind.DENIED, 0, set_on, None),)
    kind = BONDS.draw(life.random)
    dollars = 0 if kind == choices.BondKind.PERSONAL else AMOUNTS.draw(life.random)
    return (BondSet(kind, 100 * dollars, set_on, posted_on),)
