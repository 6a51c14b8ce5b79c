"""What several opportunities ask: one function a criterion, named by what must be so."""

from datetime import date, timedelta

from supervision.rules.eligibility.answer import Criterion, Heading, Keeper
from supervision.rules.eligibility.facts import FROM_OTHER_STATES, EligibilityFacts, Mark, Term
from supervision.rules.eligibility.offense_lists import Listings, ListName, found_on
from timecomp.engine.dates import Rounding, add_months, add_years
from timecomp.engine.parameters import Parameter
from timecomp.engine.standing import Standing

HUNDRED = 100
UNKNOWN_END = "no end of the term is on record"


def told(day: date) -> str:
    """The day as facts name it; pages write it out."""
    return day.isoformat()


def share_served(facts: EligibilityFacts, share: Parameter[int]) -> Criterion:
    """So much of the original term is served."""
    percent = share.on(facts.as_of)
    ends_on = facts.original_ends_on or facts.ends_on
    asks = f"At least {percent.amount} % of the original term is served"
    if ends_on is None:
        return Criterion(
            "share_served",
            Heading.TIME,
            asks,
            met=False,
            fact=UNKNOWN_END,
            keeper=Keeper.COURT,
            can_change=True,
        )
    day = share_day(facts.began_on, ends_on, percent.amount)
    return Criterion(
        "share_served",
        Heading.TIME,
        asks,
        met=facts.as_of >= day,
        fact=f"the term runs {told(facts.began_on)} to {told(ends_on)}; reached on {told(day)}",
        keeper=Keeper.COURT,
        possible_on=day,
        citation=percent.citation,
        standing=percent.standing,
    )


def share_day(began_on: date, ends_on: date, percent: int) -> date:
    """The first day on which the share is served; a part of a day counts as a whole one."""
    days = (ends_on - began_on).days
    return began_on + timedelta(days=-(-days * percent // HUNDRED))


def served_months(facts: EligibilityFacts, months: int, *, key: str = "months_served") -> Criterion:
    """So many months of the term are served."""
    day = add_months(facts.began_on, months, rounding=Rounding.LAST_DAY_OF_MONTH)
    return Criterion(
        key,
        Heading.TIME,
        f"At least {months} months are served",
        met=facts.as_of >= day,
        fact=f"on supervision since {told(facts.began_on)}; reached on {told(day)}",
        keeper=Keeper.CLERK,
        possible_on=day,
    )


def served_years(facts: EligibilityFacts, years: int) -> Criterion:
    """So many years of the term are served."""
    day = add_years(facts.began_on, years, rounding=Rounding.FIRST_DAY_OF_NEXT_MONTH)
    return Criterion(
        "years_served",
        Heading.TIME,
        f"At least {years} year{'s' if years > 1 else ''} on parole",
        met=facts.as_of >= day,
        fact=f"on parole since {told(facts.began_on)}; reached on {told(day)}",
        keeper=Keeper.CLERK,
        possible_on=day,
    )


def not_near_end(facts: EligibilityFacts, days: Parameter[int]) -> Criterion:
    """The end of the term is further away than so many days."""
    limit = days.on(facts.as_of)
    ends_on = facts.ends_on
    is_far = ends_on is None or facts.as_of < ends_on - timedelta(days=limit.amount)
    return Criterion(
        "not_near_end",
        Heading.TIME,
        f"More than {limit.amount} days before the end of the term",
        met=is_far,
        fact=f"the term ends {told(ends_on)}" if ends_on else UNKNOWN_END,
        keeper=Keeper.COURT,
        citation=limit.citation,
        standing=limit.standing,
    )


def not_listed(facts: EligibilityFacts, name: ListName, listings: Listings) -> Criterion:
    """No conviction is for an offense on the list."""
    found = found_on(name, facts.offenses, listings, day=facts.as_of)
    known = ", ".join(each.code for each in facts.offenses) or "no conviction is on record"
    row = found[1] if found is not None else None
    return Criterion(
        f"not_{name.lower()}",
        Heading.OFFENSE,
        "No conviction for an offense that the list names",
        met=found is None and bool(facts.offenses),
        fact=f"{found[0].code} is on the list" if found else known,
        keeper=Keeper.CLERK,
        can_change=not facts.offenses,
        citation=row.citation if row else "",
        standing=row.standing if row else Standing.VERIFIED,
    )


def plain(  # noqa: PLR0913  each is a part of the criterion
    key: str,
    heading: Heading,
    asks: str,
    *,
    met: bool,
    yes: str,
    no: str,
    keeper: Keeper = Keeper.AGENT,
    can_change: bool = True,
) -> Criterion:
    """A criterion that is so or not so, with the words for each."""
    return Criterion(
        key, heading, asks, met=met, fact=yes if met else no, keeper=keeper, can_change=can_change
    )


def not_registered(facts: EligibilityFacts) -> Criterion:
    """No duty to register as a sex offender."""
    return plain(
        "not_registered",
        Heading.OFFENSE,
        "No duty to register under the sex offenders registration act",
        met=not facts.is_registered,
        yes="no registration on record",
        no="registered",
        keeper=Keeper.CLERK,
        can_change=False,
    )


def no_protective_order(facts: EligibilityFacts) -> Criterion:
    """No order protects somebody from the person."""
    return plain(
        "no_protective_order",
        Heading.OFFENSE,
        "No protective order is in force",
        met=not facts.has_protective_order,
        yes="none in force",
        no="an order is in force",
        keeper=Keeper.CLERK,
        can_change=False,
    )


def no_pending_charge(facts: EligibilityFacts) -> Criterion:
    """Nothing new is charged."""
    charges = facts.pending_charges
    return plain(
        "no_pending_charge",
        Heading.CONDUCT,
        "No charge is pending",
        met=not charges,
        yes="none pending",
        no=f"{len(charges)} pending, the first since {told(min(charges))}" if charges else "",
        keeper=Keeper.CLERK,
    )


def no_open_violation(facts: EligibilityFacts) -> Criterion:
    """No violation waits to be decided."""
    return plain(
        "no_open_violation",
        Heading.CONDUCT,
        "No violation is waiting to be decided",
        met=not facts.has_open_breach,
        yes="none waiting",
        no="a violation is alleged and not decided",
    )


def is_at_hand(facts: EligibilityFacts) -> Criterion:
    """The person is neither wanted nor out of touch nor inside."""
    away = [
        word
        for word, holds in (
            ("a warrant is active", facts.has_warrant),
            ("out of touch", facts.is_absconded),
            ("in custody", facts.in_custody),
        )
        if holds
    ]
    return plain(
        "at_hand",
        Heading.CONDUCT,
        "No warrant, not out of touch, not in custody",
        met=not away,
        yes="none of these",
        no=", ".join(away),
    )


def programs_completed(facts: EligibilityFacts) -> Criterion:
    """All required programming is completed."""
    waiting = facts.open_programs
    return plain(
        "programs_completed",
        Heading.DUTIES,
        "All required programs are completed",
        met=not waiting,
        yes="none is open",
        no=f"to be completed: {', '.join(waiting)}",
    )


def money_is_no_bar(facts: EligibilityFacts) -> Criterion:
    """What is owed bars only one who could pay."""
    is_bar = facts.owed_cents > 0 and facts.is_unable_to_pay is False
    owed = f"{facts.owed_cents / HUNDRED:,.2f} dollars owed"
    free = "nothing owed" if facts.owed_cents <= 0 else f"{owed}; not found able to pay"
    return plain(
        "money_is_no_bar",
        Heading.DUTIES,
        "Nothing is owed that the person is able to pay",
        met=not is_bar,
        yes=free,
        no=f"{owed}, found able to pay",
    )


def lacks_marks(facts: EligibilityFacts, *marks: Mark) -> Criterion:
    """None of the marks stands for the person."""
    found = [each for each in marks if each in facts.marks]
    names = ", ".join(MARK_WORDS[each] for each in marks)
    return plain(
        "lacks_marks",
        Heading.SUPERVISION,
        f"Not: {names}",
        met=not found,
        yes="none of these",
        no=", ".join(MARK_WORDS[each] for each in found),
        can_change=False,
    )


MARK_WORDS = {
    Mark.RPOSN: "RPOSN specialty",
    Mark.SEX_OFFENSE: "sex offense caseload",
    Mark.MONITORED: "electronic monitoring",
    Mark.LIFETIME_MONITORED: "lifetime electronic monitoring",
    Mark.SAI: "special alternative incarceration (SAI)",
    Mark.RESIDENTIAL: "in a residential placement",
    Mark.MODIFIED: "modified supervision",
    Mark.COMMUTED: "commuted sentence",
}


def is_michigans_own(facts: EligibilityFacts) -> Criterion:
    """The case is no other state's, and sentence was passed."""
    is_own = facts.term not in FROM_OTHER_STATES and facts.term is not Term.DELAYED_SENTENCE
    return plain(
        "own_case",
        Heading.SUPERVISION,
        "A Michigan case with a sentence, not delayed and not from another state",
        met=is_own,
        yes="Michigan's own",
        no=facts.term.replace("_", " "),
        keeper=Keeper.CLERK,
        can_change=False,
    )
