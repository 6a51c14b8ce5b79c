"""Which statutes let or make a court order a consecutive sentence."""

from dataclasses import dataclass
from datetime import date

from timecomp.engine.parameters import Value, amount, parameter
from timecomp.engine.rules import GovernedBy, rule
from timecomp.engine.standing import Standing


@dataclass(frozen=True, slots=True)
class Authority:
    """A statute for consecutive sentences and the offenses it covers, by their dates."""

    rule: str
    section: str
    since: date | None = None
    until: date | None = None


STATUTES = parameter(
    "cons_authorities",
    title="Statutes for consecutive sentences",
    unit="statutes",
    module=__name__,
    values=[
        Value(
            None,
            (
                Authority("cons_inmate_crime", "768.7a"),
                Authority("cons_pending_charge_disc", "768.7b"),
                Authority("cons_prison_escape", "750.193"),
                Authority("cons_jail_escape_felony", "750.195", since=date(1988, 3, 30)),
                Authority("cons_awaiting_escape", "750.197"),
                Authority("cons_prison_contraband_weapon", "750.349a"),
                Authority("cons_prison_contraband_weapon", "752.542a"),
                Authority("cons_prison_contraband_weapon", "800.281"),
                Authority("cons_prison_contraband_weapon", "800.283"),
                Authority("cons_ff", "750.227b", since=date(1977, 1, 1)),
                Authority("cons_home_invasion_1", "750.110a"),
                Authority("cons_carjacking", "750.529a"),
                Authority("cons_csc1", "750.520b", since=date(2006, 8, 28)),
                Authority("cons_animals", "750.50"),
                Authority("cons_witness", "750.122"),
                Authority("cons_computer", "750.145d"),
                Authority("cons_vulnerable_target", "750.212a"),
                Authority("cons_gang", "750.411u"),
                Authority("cons_medicaid", "400.609"),
                Authority("cons_drug_old", "333.7401", until=date(2003, 3, 1)),
                Authority("cons_drug_new", "333.7401", since=date(2003, 3, 1)),
            ),
            "Michigan Judicial Institute, list of consecutive sentencing statutes",
            Standing.RECALLED,
            "The dates of 750.520b(3) and the sections on prison contraband and awaiting-trial "
            "escape.",
        )
    ],
)


@rule(
    "cons_needs_statute",
    title="A consecutive sentence needs a statute",
    citation="People v Sawyer (1981); People v Brown (1996)",
    governed_by=GovernedBy.OFFENSE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def has_authority(*, stated: str | None, offense_date: date) -> str | None:
    """Sentences run together unless a statute in force on the day of the offense says otherwise."""
    if stated is None:
        return (
            "The judgment makes this sentence consecutive and names no statute. It was computed "
            "as written; ask the court under which statute."
        )
    cited = stated.lower()
    known = [a for a in amount(STATUTES, offense_date) if _cites(cited, a.section)]
    if any(_in_force(each, offense_date) for each in known):
        return None
    return (
        f"The judgment makes this sentence consecutive under [{stated}], which the book does not "
        f"know as a statute for consecutive sentences on {offense_date}. It was computed as "
        "written; ask the court."
    )


@rule(
    "cons_last_court",
    title="Only the last court may order it",
    citation="MCL 768.7b; People v Chambers (1988)",
    governed_by=GovernedBy.SENTENCE_DATE,
    standing=Standing.VERIFIED,
    prose="{output}",
)
def ordered_by_last_court(*, sentenced_on: date, preceding_sentenced_on: date) -> str | None:
    """Under section 7b only the court that sentences last can make its sentence consecutive."""
    if preceding_sentenced_on <= sentenced_on:
        return None
    return (
        f"This sentence of {sentenced_on} is made consecutive to one imposed later, on "
        f"{preceding_sentenced_on}; only the last court may do so. It was computed as written; "
        "ask the court."
    )


def _cites(stated: str, section: str) -> bool:
    at = stated.find(section)
    following = stated[at + len(section) : at + len(section) + 1]
    return at >= 0 and not following.isalnum()


def _in_force(authority: Authority, day: date) -> bool:
    return (authority.since is None or day >= authority.since) and (
        authority.until is None or day < authority.until
    )
