"""How people came to be in prison today."""

from collections.abc import Callable
from datetime import date

from offenders import choices
from ots.population.charges import Bench, Link, convicted
from ots.population.chronicle import Chronicle, Kind, Moved, Spell
from ots.population.commitments import (
    NEW_COMMITMENT,
    crime_inside,
    crime_on_parole,
    term_still_running,
    term_until_parole,
)
from ots.population.courtroom import decided_case
from ots.population.days import days_after, days_between, months_in
from ots.population.defects import awkward_day
from ots.population.drug_strings import drug_string
from ots.population.facts import Length, Move, Stay, Violation, WarrantIssued
from ots.population.menu import PRISON, YOUTH, drawn_offence
from ots.population.proceedings import Proceeding, proceeding_inside, proceeding_to
from ots.population.resentencing import probation_revoked, youth_resentenced
from ots.population.sentencing import Chosen, Need, prison_sentence, sentence_for
from ots.population.weights import Weighted, happens

Status = choices.Status
Story = Callable[[Chronicle], Status]
YEAR = 365.25
OLDEST_SENTENCE = date(1972, 6, 1)
SHORT_STAY, MIDDLE_STAY = 0.6, 0.85
PAROLE_MONTHS = 24
HYTA_SHORTER_SINCE = date(2015, 8, 18)
HYTA_AGES = (18, 20)
STILL_AWAY_SHARE = 0.12
WEAPON_SHARE = 0.6
LONGEST_INSIDE = 30
ESCAPE, WEAPON, CONTRABAND = "750.193", "800.2834", "800.2814"


def days_since_sentence(life: Chronicle) -> int:
    """Draw how long ago one who is inside today was sentenced; the long sentences are the tail."""
    kind = life.random.random()
    if kind < SHORT_STAY:
        years = life.random.expovariate(1 / 3.2)
    elif kind < MIDDLE_STAY:
        years = life.random.expovariate(1 / 9)
    else:
        years = life.random.uniform(12, 56)
    return min(max(1, int(years * YEAR)), days_between(OLDEST_SENTENCE, life.as_of))


def served_straight(life: Chronicle) -> Status:
    """Sentenced once and still inside."""
    sentenced_on = awkward_day(life, days_after(life.as_of, -days_since_sentence(life)))
    term_still_running(life, sentenced_on)
    life.in_prison(Spell(sentenced_on, None, NEW_COMMITMENT))
    return Status.PRISON


def returned_on_technical(life: Chronicle) -> Status:
    """Paroled, in breach of the conditions, and back."""
    returned_on = days_after(life.as_of, -life.random.randint(20, 600))
    declared_on = days_after(returned_on, -life.random.randint(5, 90))
    released_on = days_after(declared_on, -life.random.randint(40, 640))
    sentenced_on = days_after(released_on, -_days_inside(life))
    term_until_parole(life, sentenced_on, released_on, runs_until=life.as_of)
    violation = Violation(choices.ParoleViolationKind.TECHNICAL, declared_on, returned_on)
    life.on_parole(
        released_on,
        PAROLE_MONTHS,
        ended_on=declared_on,
        violations=(violation,),
        reason="Parole revoked, technical violation",
    )
    _away_then_jailed(life, declared_on, returned_on)
    life.in_prison(Spell(returned_on, None, "Parole violator, technical"))
    return Status.PRISON


def returned_with_new_sentence(life: Chronicle) -> Status:
    """Paroled, sentenced for a felony on parole, and back."""
    recent = min(days_since_sentence(life), int(14 * YEAR))
    sentenced_on = days_after(life.as_of, -recent)
    released_on = days_after(sentenced_on, -life.random.randint(480, 1000))
    first_sentenced_on = days_after(released_on, -_days_inside(life))
    old = term_until_parole(life, first_sentenced_on, released_on, runs_until=sentenced_on)
    new = crime_on_parole(life, sentenced_on, old)
    arrested_on = new.proceeding.arrested_on
    violation = Violation(choices.ParoleViolationKind.NEW_SENTENCE, arrested_on, arrested_on)
    months = max(PAROLE_MONTHS, months_in(days_between(released_on, arrested_on)) + 1)
    life.on_parole(
        released_on,
        months,
        ended_on=arrested_on,
        violations=(violation,),
        reason="Parole revoked, new sentence",
    )
    life.in_prison(Spell(sentenced_on, None, "Parole violator, new sentence"))
    return Status.PRISON


def crime_on_bond(life: Chronicle) -> Status:
    """Sentenced for a felony while another was pending; the last court made its term follow."""
    sentenced_on = days_after(life.as_of, -max(130, days_since_sentence(life)))
    first = term_still_running(life, sentenced_on)
    life.in_prison(Spell(sentenced_on, None, NEW_COMMITMENT))
    if first.proceeding.bonded_on is None:
        return Status.PRISON
    on = life.day_between(first.proceeding.bonded_on, days_after(sentenced_on, -1))
    last_on = days_after(sentenced_on, life.random.randint(5, 120))
    proceeding = Proceeding(life.county, on, on, last_on, ())
    main = prison_sentence(life.random, PRISON, on, Need(run_months=0))
    crime_inside(life, proceeding, main, Link(first.labels, "768.7b(2)(a)"))
    return Status.PRISON


def crime_in_prison(life: Chronicle) -> Status:
    """Sentenced again for a crime inside; the new term follows the old."""
    since = max(400, days_since_sentence(life))
    sentenced_on = days_after(life.as_of, -since)
    first = term_still_running(life, sentenced_on)
    on = life.day_between(days_after(sentenced_on, 90), days_after(life.as_of, -200))
    proceeding = proceeding_inside(life.random, life.county, on, life.as_of)
    code = WEAPON if happens(life.random, WEAPON_SHARE) else CONTRABAND
    main = sentence_for(life.random, code, on, Need(run_months=0))
    crime_inside(life, proceeding, main, Link(first.labels, "768.7a(1)"))
    life.in_prison(Spell(sentenced_on, None, NEW_COMMITMENT))
    return Status.PRISON


def escaped(life: Chronicle) -> Status:
    """Escaped; most are back with a term that follows the old one."""
    since = max(500, days_since_sentence(life))
    sentenced_on = days_after(life.as_of, -since)
    first = term_still_running(life, sentenced_on)
    away_on = life.day_between(days_after(sentenced_on, 90), days_after(life.as_of, -300))
    life.moves.append(Move(Moved.ESCAPE, away_on))
    life.in_prison(Spell(sentenced_on, away_on, NEW_COMMITMENT, "Escaped"))
    if happens(life.random, STILL_AWAY_SHARE):
        return _still_away(life, away_on)
    caught_on = days_after(away_on, life.random.randint(1, 60))
    life.stays.append(Stay(Kind.ESCAPE, None, away_on, caught_on, "Escaped", "Recaptured"))
    life.moves.append(Move(Moved.RECAPTURE, caught_on))
    life.in_prison(Spell(caught_on, None, "Escaper returned"))
    begun = proceeding_inside(life.random, life.county, caught_on, life.as_of)
    proceeding = Proceeding(life.county, away_on, caught_on, begun.sentenced_on, ())
    main = sentence_for(life.random, ESCAPE, away_on, Need(run_months=0))
    crime_inside(life, proceeding, main, Link(first.labels, "750.193(1)"))
    return Status.PRISON


def youthful_trainee(life: Chronicle) -> Status:
    """Sent to prison for a flat term under the Holmes Youthful Trainee Act."""
    sentenced_on = days_after(life.as_of, -life.random.randint(10, 300))
    proceeding = proceeding_to(life.random, life.county, sentenced_on)
    longest = 2 if sentenced_on >= HYTA_SHORTER_SINCE else 3
    term = Length(years=longest)
    code = drawn_offence(life.random, YOUTH, proceeding.offense_on)
    main = Chosen(code, choices.SentenceKind.HYTA_PRISON, minimum=term, maximum=term)
    bench = Bench(proceeding, proceeding.jail_days)
    count = convicted(life.random, bench, main, life.next_label())
    case = decided_case(life, proceeding, [count])
    life.held_in_jail(proceeding, case)
    life.in_prison(Spell(sentenced_on, None, "Youthful trainee"))
    life.ages = HYTA_AGES
    return Status.PRISON


STORIES: Weighted[Story] = Weighted(
    [
        (served_straight, 71.0),
        (returned_on_technical, 7.0),
        (returned_with_new_sentence, 11.0),
        (crime_on_bond, 3.0),
        (crime_in_prison, 2.0),
        (escaped, 1.2),
        (probation_revoked, 6.0),
        (youth_resentenced, 0.8),
        (youthful_trainee, 1.0),
        (drug_string, 0.6),
    ]
)


def _days_inside(life: Chronicle) -> int:
    years = 1 + life.random.expovariate(1 / 3.5)
    return int(YEAR * min(years, LONGEST_INSIDE))


def _away_then_jailed(life: Chronicle, declared_on: date, returned_on: date) -> None:
    """Tell of the days between the declared violation and prison: in flight, then in jail."""
    found_on = life.day_between(declared_on, returned_on)
    if found_on > declared_on:
        life.stays.append(
            Stay(Kind.DELINQUENT, None, declared_on, found_on, "Absconded", "Apprehended")
        )
    life.in_jail(Spell(found_on, returned_on, "Parole violation", "Returned to prison"))


def _still_away(life: Chronicle, away_on: date) -> Status:
    life.stays.append(Stay(Kind.ESCAPE, None, away_on, None, "Escaped"))
    life.warrants.append(
        WarrantIssued(
            number=f"E{len(life.warrants)}",
            kind=choices.WarrantKind.ESCAPE,
            court=None,
            issued_on=away_on,
            served_on=None,
            caution="Approach with caution",
        )
    )
    return Status.ESCAPED
