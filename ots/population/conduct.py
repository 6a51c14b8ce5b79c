"""Conduct inside: misconduct, the credits awarded on old sentences, and those taken away."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from random import Random

from offenders import choices
from ots.population.chronicle import Chronicle
from ots.population.credit import regime_of
from ots.population.days import days_after, days_between, drawn_between
from ots.population.facts import Award, Case, Count, Loss, Stay, Ticket
from ots.population.weights import Weighted, happens
from timecomp.law.regime import Scheme

YEAR = 365.25
TICKETS_A_YEAR = 0.45
MOST_TICKETS = 14
MOST_AWARDS = 12
MOST_DAYS_A_MONTH = 1.2
CLASSES = Weighted(
    [
        (choices.MisconductClass.CLASS_I, 30),
        (choices.MisconductClass.CLASS_II, 45),
        (choices.MisconductClass.CLASS_III, 25),
    ]
)
DESCRIPTIONS = {
    choices.MisconductClass.CLASS_I: Weighted(
        [
            ("Assault and battery", 3),
            ("Fighting", 4),
            ("Substance abuse", 4),
            ("Threatening behavior", 3),
            ("Possession of a weapon", 1),
        ]
    ),
    choices.MisconductClass.CLASS_II: Weighted(
        [("Disobeying a direct order", 5), ("Insolence", 3), ("Possession of contraband", 3)]
    ),
    choices.MisconductClass.CLASS_III: Weighted([("Out of place", 3), ("Excessive noise", 2)]),
}
DISCIPLINARY_TIME = (5, 60)
AWARD_DAYS = {
    choices.CreditKind.SPECIAL_GOOD_TIME: (10, 45),
    choices.CreditKind.SPECIAL_DISCIPLINARY_CREDIT: (6, 24),
}
LOSS_SHARE = 0.12
LOST_DAYS = (5, 30)
RESTORED_SHARE = 0.5


def tickets(life: Chronicle) -> tuple[Ticket, ...]:
    """Draw the misconduct of a person's time in prison."""
    found: list[Ticket] = []
    for stay in _prison_stays(life):
        found.extend(_tickets_of(life, stay))
    return tuple(found[:MOST_TICKETS])


def with_credits(life: Chronicle, case: Case) -> Case:
    """Return the case with what the warden awarded and took away on its main sentence."""
    main = case.counts[0]
    kind = _special_credit(main)
    if kind is None:
        return case
    entered_on = main.terms[0].sentenced_on
    stays = [stay for stay in _prison_stays(life) if stay.began_on >= entered_on]
    days = [on for stay in stays for on in _anniversaries(stay, life.as_of)][:MOST_AWARDS]
    awards = _awards(life.random, kind, days, main.terms[-1].minimum.whole_months)
    losses = _losses(life.random, days, life.as_of)
    return replace(case, counts=(replace(main, awards=awards, losses=losses), *case.counts[1:]))


def _special_credit(count: Count) -> choices.CreditKind | None:
    """Return which special credit a sentence can get, if any."""
    if not count.terms or count.terms[-1].kind != choices.SentenceKind.INDETERMINATE:
        return None
    regime = regime_of(count.offense.code, count.offense.on)
    if Scheme.DISCIPLINARY_CREDIT in (regime.minimum, regime.maximum):
        return choices.CreditKind.SPECIAL_DISCIPLINARY_CREDIT
    if regime.maximum is Scheme.GOOD_TIME:
        return choices.CreditKind.SPECIAL_GOOD_TIME
    return None


def _awards(
    random: Random, kind: choices.CreditKind, days: Sequence[date], minimum_months: int
) -> tuple[Award, ...]:
    """Draw an award for each review until the minimum can take no more."""
    left = int(MOST_DAYS_A_MONTH * minimum_months)
    low, high = AWARD_DAYS[kind]
    awards = []
    for on in days:
        award = Award(kind, min(left, random.randint(low, high)), on)
        left -= award.days
        if award.days:
            awards.append(award)
    return tuple(awards)


def _losses(random: Random, days: Sequence[date], as_of: date) -> tuple[Loss, ...]:
    if not days or not happens(random, LOSS_SHARE):
        return ()
    on = drawn_between(random, days[-1], as_of)
    lost = random.randint(*LOST_DAYS)
    if not happens(random, RESTORED_SHARE):
        return (Loss(lost, on),)
    given_back_on = drawn_between(random, on, as_of)
    return (Loss(lost, on, random.randint(1, lost), given_back_on),)


def _tickets_of(life: Chronicle, stay: Stay) -> list[Ticket]:
    ended_on = stay.ended_on or life.as_of
    years = days_between(stay.began_on, ended_on) / YEAR
    expected = min(MOST_TICKETS, int(life.random.expovariate(1 / (0.01 + TICKETS_A_YEAR * years))))
    last = days_after(ended_on, -21)
    if last <= stay.began_on:
        return []
    return [
        _ticket(life.random, drawn_between(life.random, stay.began_on, last))
        for _ in range(expected)
    ]


def _ticket(random: Random, on: date) -> Ticket:
    misconduct_class = CLASSES.draw(random)
    is_major = misconduct_class == choices.MisconductClass.CLASS_I
    return Ticket(
        violated_on=on,
        found_guilty_on=days_after(on, random.randint(1, 20)),
        misconduct_class=misconduct_class,
        description=DESCRIPTIONS[misconduct_class].draw(random),
        disciplinary_time_days=random.randint(*DISCIPLINARY_TIME) if is_major else 0,
    )


def _prison_stays(life: Chronicle) -> list[Stay]:
    return [stay for stay in life.stays if stay.kind == choices.CustodyKind.PRISON]


def _anniversaries(stay: Stay, as_of: date) -> list[date]:
    """Return the days of the yearly reviews within a stay."""
    ended_on = stay.ended_on or as_of
    years = int(days_between(stay.began_on, ended_on) / YEAR)
    return [days_after(stay.began_on, int(YEAR * (n + 1))) for n in range(years)]
