"""Sentences that took the place of others: probation revoked, life for a youth set aside."""

from dataclasses import replace
from datetime import date

from offenders import choices
from ots.population.charges import Bench, convicted
from ots.population.chronicle import Chronicle, Spell
from ots.population.courtroom import decided_case
from ots.population.days import days_after, days_between, months_after, months_in
from ots.population.facts import Case, Judgment, Length, Terms
from ots.population.menu import PROBATION, offence_of
from ots.population.proceedings import Proceeding, proceeding_to
from ots.population.sentencing import Chosen, Need, prison_sentence
from supervision.choices.period import SupervisionType

# With good time, sixty years from before are over.
FIRST_YOUTH_INSIDE = date(1984, 6, 1)
RESENTENCING_SINCE = date(2016, 7, 1)
YOUTH_AGES = (15, 17)
YOUTH_MAXIMUM = Length(years=60)
YOUTH_MINIMUM_YEARS = (25, 40)
FIRST_DEGREE = ("750.3161A", "750.3161B")
PROBATION_YEARS = (2, 3)
YEAR = 365


def probation_revoked(life: Chronicle) -> choices.Status:
    """Placed on probation, in breach, and sentenced to prison on the same count."""
    revoked_on = days_after(life.as_of, -life.random.randint(5, 1300))
    placed_on = days_after(revoked_on, -life.random.randint(90, 720))
    proceeding = proceeding_to(life.random, life.county, placed_on)
    jailed_on = days_after(revoked_on, -life.random.randint(15, 80))
    days_in_jail = proceeding.jail_days + days_between(jailed_on, revoked_on)
    need = Need(months_in(days_between(revoked_on, life.as_of) + days_in_jail))
    prison = prison_sentence(life.random, PROBATION, proceeding.offense_on, need)
    case = _probation_case(life, proceeding, prison)
    first = life.cases[case].counts[0].terms[0]
    after = _prison_terms(prison, revoked_on, days_in_jail)
    life.cases[case] = replaced_terms(
        life.cases[case], 0, after, Judgment(choices.OrderKind.RESENTENCE, revoked_on)
    )
    life.held_in_jail(proceeding, case)
    expected = months_after(placed_on, first.maximum.whole_months)
    life.under_supervision(
        SupervisionType.PROBATION, Spell(placed_on, revoked_on, release="Revoked"), expected
    )
    life.in_jail(Spell(jailed_on, revoked_on, "Probation violation", "Sentenced"), case)
    life.in_prison(Spell(revoked_on, None, "Probation violator"))
    return choices.Status.PRISON


def youth_resentenced(life: Chronicle) -> choices.Status:
    """Life without parole as a youth, resentenced to a term of years."""
    last = min(days_after(life.as_of, -17 * YEAR), date(2010, 1, 1))
    sentenced_on = life.day_between(FIRST_YOUTH_INSIDE, last)
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    code = offence_of(life.random.choice(FIRST_DEGREE), proceeding.offense_on)
    chosen = Chosen(code, choices.SentenceKind.LIFE)
    bench = Bench(proceeding, proceeding.jail_days)
    count = convicted(life.random, bench, chosen, life.next_label())
    case = decided_case(life, proceeding, [count])
    again_on = life.day_between(RESENTENCING_SINCE, days_after(life.as_of, -30))
    terms = replace(
        count.terms[0],
        judgment=1,
        kind=choices.SentenceKind.INDETERMINATE,
        sentenced_on=again_on,
        minimum=Length(years=life.random.randint(*YOUTH_MINIMUM_YEARS)),
        maximum=YOUTH_MAXIMUM,
        is_life=False,
    )
    life.cases[case] = replaced_terms(
        life.cases[case], 0, terms, Judgment(choices.OrderKind.RESENTENCE, again_on)
    )
    life.held_in_jail(proceeding, case)
    life.in_prison(Spell(sentenced_on, None, "New commitment"))
    life.ages = YOUTH_AGES
    life.defects.add("resentenced_youth")
    return choices.Status.PRISON


def replaced_terms(case: Case, place: int, terms: Terms, judgment: Judgment) -> Case:
    """Return the case with newer terms on one count and the judgment that set them."""
    judgments = (*case.judgments, judgment)
    newer = replace(terms, judgment=len(judgments) - 1)
    count = case.counts[place]
    changed = replace(count, terms=(*count.terms, newer))
    counts = (*case.counts[:place], changed, *case.counts[place + 1 :])
    return replace(case, judgments=judgments, counts=counts)


def _probation_case(life: Chronicle, proceeding: Proceeding, prison: Chosen) -> int:
    years = Length(years=life.random.randint(*PROBATION_YEARS))
    placed = Chosen(prison.code, choices.SentenceKind.PROBATION, maximum=years)
    bench = Bench(proceeding, proceeding.jail_days)
    count = convicted(life.random, bench, placed, life.next_label())
    return decided_case(life, proceeding, [count])


def _prison_terms(prison: Chosen, on: date, credit_days: int) -> Terms:
    return Terms(
        judgment=1,
        kind=prison.kind,
        sentenced_on=on,
        minimum=prison.minimum,
        maximum=prison.maximum,
        is_life=prison.is_life,
        jail_credit_days=credit_days,
        habitual=prison.habitual,
    )
