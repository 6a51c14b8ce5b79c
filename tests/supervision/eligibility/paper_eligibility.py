"""Who is eligible for what, once more: written from the paper's list of criteria alone.

Reads the facts and shares nothing else with the rules.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from supervision.rules.eligibility.facts import EligibilityFacts, Offense
from tests.supervision.rules.paper_person import months_before

LEVELS = ("unsupervised", "limited", "minimum", "medium", "maximum", "high")
DISCHARGE_BARRED = ("750.81", "750.81a", "750.84", "750.411h", "750.411i", "750.136b")
TWO_YEARS = (
    *("750.317", "750.520b", "750.520c", "750.520d", "750.520f"),
    *("750.529", "750.349", "750.350", "750.213"),
)
FIFTEEN_YEARS, TWO_YEARS_IF_GRAVE = 180, ("750.110", "750.110a")
LOWER_BARRED = ("28.729", "750.411i", "750.814")
SEX = ("750.145a", "750.145c", "750.335a", "750.338", "28.729")
REFORM = date(2021, 4, 1)
PROBATION = {"probation", "hyta", "delayed_sentence", "compact_probation"}
PAROLE = {"parole", "compact_parole"}


def months_after(when: date, months: int) -> date:
    """The same day so many months later, or the last day of that month."""
    return months_before(when, -months)


def is_of(offense: Offense, *sections: str) -> bool:
    """Whether an offense is of a section, whatever its subsection."""
    return offense.code.split("(", maxsplit=1)[0] in sections


def is_sexual(offense: Offense) -> bool:
    """Whether it is criminal sexual conduct or what else counts as a sex offense."""
    return offense.code.startswith("750.520") or is_of(offense, *SEX)


def eligible(facts: EligibilityFacts) -> set[str]:
    """What the person may have on the day, of what his term has at all."""
    found = set()
    on_probation, on_parole = facts.term in PROBATION, facts.term in PAROLE
    if facts.term in {"probation", "hyta"} and facts.as_of >= REFORM and _by_law(facts):
        found.add("probation_law")
    if on_probation and _probation_early(facts):
        found.add("probation_early")
    if on_parole and _parole_early(facts):
        found.add("parole_early")
    if on_probation or on_parole:
        asked = {
            "full_term": _full_term,
            "classification": _review,
            "telephone": _telephone,
            "downgrade": _lower,
        }
        found |= {name for name, may in asked.items() if may(facts) and _at_hand(facts)}
    return found


def _at_hand(facts: EligibilityFacts) -> bool:
    return not (facts.has_warrant or facts.in_custody or facts.is_absconded)


def _half_served(facts: EligibilityFacts) -> bool:
    ends_on = facts.original_ends_on or facts.ends_on
    return ends_on is not None and 2 * (facts.as_of - facts.began_on) >= ends_on - facts.began_on


def _far_from_end(facts: EligibilityFacts, days: int) -> bool:
    return facts.ends_on is None or (facts.ends_on - facts.as_of).days > days


def _none_listed(facts: EligibilityFacts, *sections: str) -> bool:
    """No offense is listed; where no conviction is on record nobody can say so."""
    return bool(facts.offenses) and not any(is_of(each, *sections) for each in facts.offenses)


def _discharge_open(facts: EligibilityFacts) -> bool:
    is_sex = any(each.code.startswith("750.520") for each in facts.offenses)
    return _none_listed(facts, *DISCHARGE_BARRED) and not is_sex and not facts.is_registered


def _by_law(facts: EligibilityFacts) -> bool:
    can_pay = facts.owed_cents > 0 and facts.is_unable_to_pay is False
    return (
        _half_served(facts) and not facts.open_programs and _discharge_open(facts) and not can_pay
    )


def _early(facts: EligibilityFacts) -> bool:
    bars = (
        facts.has_protective_order,
        facts.pending_charges,
        any(each.stands and each.is_open for each in facts.breaches),
        facts.open_programs,
        facts.term in {"compact_probation", "compact_parole", "delayed_sentence"},
        _has(facts, "modified", "residential"),
    )
    return (
        _half_served(facts)
        and _far_from_end(facts, 30)
        and _discharge_open(facts)
        and _at_hand(facts)
        and not any(bars)
    )


def _has(facts: EligibilityFacts, *marks: str) -> bool:
    return any(each in marks for each in facts.marks)


def _probation_early(facts: EligibilityFacts) -> bool:
    return _early(facts) and not facts.is_dual


def _parole_early(facts: EligibilityFacts) -> bool:
    drunk = any(
        each.stands and each.is_driving_drunk and each.on >= facts.began_on
        for each in facts.breaches
    )
    served = facts.as_of >= _years_after(facts.began_on, _years(facts.offenses))
    bars = (drunk, facts.has_detainer, facts.level == "high", _has(facts, "sai"))
    return _early(facts) and served and not any(bars)


def _years_after(when: date, years: int) -> date:
    """The same day of a later year; of 29 February the day after, where there is none."""
    try:
        return when.replace(year=when.year + years)
    except ValueError:
        return date(when.year + years, 3, 1)


def _years(offenses: Iterable[Offense]) -> int:
    return max((_years_of(each) for each in offenses), default=1)


def _years_of(offense: Offense) -> int:
    if offense.is_life:
        return 4
    # A maximum that nobody recorded is taken for a long one.
    maximum = FIFTEEN_YEARS if offense.maximum_months is None else offense.maximum_months
    is_grave = maximum >= FIFTEEN_YEARS and is_of(offense, *TWO_YEARS_IF_GRAVE)
    return 2 if is_grave or is_of(offense, *TWO_YEARS) else 1


def _full_term(facts: EligibilityFacts) -> bool:
    return facts.ends_on is not None and (facts.as_of - facts.ends_on).days >= 2


def _on_the_clock(facts: EligibilityFacts, start: date, months: int) -> date:
    """So many months on, and a day more for each day of warrant, absence or custody till then."""
    day, at = months_after(start, months), start
    while at < day:
        day += timedelta(days=_is_paused(facts, at))
        at += timedelta(days=1)
    return day


def _is_paused(facts: EligibilityFacts, at: date) -> bool:
    """Whether the clock stands still that day; a pause that goes on is asked about by itself."""
    return any(each.since <= at < (each.until or each.since) for each in facts.pauses)


def _is_sex_case(facts: EligibilityFacts) -> bool:
    listed = any(is_sexual(each) for each in facts.offenses)
    return facts.is_registered or _has(facts, "sex_offense") or listed


def _review_on(facts: EligibilityFacts) -> date:
    if facts.last_review_on is not None:
        return _on_the_clock(facts, facts.last_review_on, 6)
    months = 12 if _is_sex_case(facts) else 4 if _has(facts, "sai") else 6
    return _on_the_clock(facts, facts.began_on, months)


def _review(facts: EligibilityFacts) -> bool:
    may_fall = not _is_sex_case(facts) or facts.level in {"maximum", "high"}
    is_monitored = _has(facts, "monitored", "lifetime_monitored")
    return (
        facts.as_of >= _review_on(facts)
        and _far_from_end(facts, 90)
        and not is_monitored
        and may_fall
    )


def _telephone(facts: EligibilityFacts) -> bool:
    if facts.level != "minimum" or facts.level_since is None:
        return False
    drunk = any(is_of(each, "257.625") for each in facts.offenses)
    is_sex = any(each.code.startswith("750.520") for each in facts.offenses)
    bars = (
        facts.first_bands == ("high", "high"),
        is_sex,
        facts.is_registered,
        facts.term == "delayed_sentence",
        _has(facts, "rposn", "modified"),
        drunk and facts.as_of < _on_the_clock(facts, facts.began_on, 12),
    )
    return (
        facts.as_of >= _on_the_clock(facts, facts.level_since, 6)
        and _far_from_end(facts, 90)
        and _none_listed(facts, "28.729")
        and not any(bars)
    )


def _lower(facts: EligibilityFacts) -> bool:
    if facts.level not in LEVELS or facts.named_level not in LEVELS:
        return False
    bars = (
        facts.last_review_on is not None,
        facts.as_of >= _review_on(facts),
        _is_sex_case(facts),
        any(each.is_life for each in facts.offenses),
        _has(facts, "commuted", "monitored", "lifetime_monitored", "sai"),
    )
    is_closer = LEVELS.index(facts.level) > LEVELS.index(facts.named_level)
    return is_closer and _none_listed(facts, *LOWER_BARRED) and not any(bars)
