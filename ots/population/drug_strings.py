"""The long strings of drug sentences from before March 2003, each after the one before it."""

from datetime import date

from offenders import choices
from ots.population.charges import DRUG_STRING, Bench, Link, convicted
from ots.population.chronicle import Chronicle, Spell
from ots.population.courtroom import decided_case
from ots.population.facts import Length
from ots.population.menu import offence_of
from ots.population.proceedings import proceeding_to
from ots.population.sentencing import Chosen
from timecomp.law.offences import OffenceCode

# Earlier ones are over by now, and later ones fall under the milder law.
SENTENCED = (date(1989, 1, 1), date(2002, 12, 31))
LARGEST, SMALLER = "333.74012A2", "333.74012A3"
SMALLER_COUNTS = (1, 3)


def drug_string(life: Chronicle) -> choices.Status:
    """Sentenced for several deliveries, every term after the other, and still inside."""
    sentenced_on = life.day_between(*SENTENCED)
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    bench = Bench(proceeding, proceeding.jail_days)
    counts = []
    after = None
    for code in (LARGEST, *(SMALLER,) * life.random.randint(*SMALLER_COUNTS)):
        chosen = _mandatory(offence_of(code, proceeding.offense_on))
        counts.append(convicted(life.random, bench, chosen, life.next_label(), after=after))
        after = Link((counts[-1].label,), DRUG_STRING)
    case = decided_case(life, proceeding, counts)
    life.held_in_jail(proceeding, case)
    life.in_prison(Spell(sentenced_on, None, "New commitment"))
    return choices.Status.PRISON


def _mandatory(code: OffenceCode) -> Chosen:
    """Return the sentence from the mandatory minimum to the statutory maximum."""
    return Chosen(
        code,
        choices.SentenceKind.INDETERMINATE,
        minimum=Length(months=code.mandatory_minimum_months or 0),
        maximum=Length(months=code.maximum_months or 0),
    )
