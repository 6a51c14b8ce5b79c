"""Answers from convictions, arrests, court dates and confinement."""

from collections.abc import Callable

from supervision.rules.prefill.answering import (
    MOST_SOURCES,
    Answer,
    Answering,
    age_on,
    counted,
    known,
    sources_of,
    years_before,
)
from supervision.rules.prefill.record import Count, Kind, RecordFacts

RECENT_YEARS = 2
ASSAULT_YEARS = 5
FREE_YEARS = 3
ADULT = 18
Test = Callable[[Count], bool | None]


def is_felony(count: Count) -> bool | None:
    """Whether the statute is a felony."""
    return count.is_felony


def is_misdemeanor(count: Count) -> bool | None:
    """Whether the statute is a misdemeanor."""
    return None if count.is_felony is None else not count.is_felony


def is_violent(count: Count) -> bool | None:
    """Whether the statute is assaultive."""
    return count.is_violent


def any_prior(test: Test, called: str) -> Answering:
    """Whether there is a prior conviction of the kind."""

    def answer(facts: RecordFacts) -> Answer | None:
        found = _prior(facts, test)
        if found is None:
            return None
        why = f"{counted(len(found), f'prior {called} conviction')} on record."
        return Answer(bool(found), why, sources_of(found))

    return answer


def number_of_prior(test: Test, called: str) -> Answering:
    """How many prior convictions of the kind there are."""

    def answer(facts: RecordFacts) -> Answer | None:
        found = _prior(facts, test)
        if found is None:
            return None
        why = f"{counted(len(found), f'prior {called} conviction')} on record."
        return Answer(len(found), why, sources_of(found))

    return answer


def any_conviction(test: Test, called: str) -> Answering:
    """Whether there is a conviction of the kind, the current one included."""

    def answer(facts: RecordFacts) -> Answer | None:
        found = _sure(facts.convictions(), test)
        if found is None or not known(facts, Kind.CONVICTION):
            return None
        why = f"{counted(len(found), f'{called} conviction')} on record."
        return Answer(bool(found), why, sources_of(found))

    return answer


def assaultive_lately(facts: RecordFacts) -> Answer | None:
    """Whether an assaultive offense of the last five years led to a conviction."""
    since = years_before(facts.as_of, ASSAULT_YEARS)
    lately = [each for each in facts.convictions() if each.offense_on and each.offense_on >= since]
    found = _sure(lately, is_violent)
    if found is None or not known(facts, Kind.CONVICTION):
        return None
    why = f"{counted(len(found), 'assaultive offense')} since {since:%b %d, %Y}."
    return Answer(bool(found), why, sources_of(found))


def current_is(test: Test, called: str) -> Answering:
    """Whether the current offense is of a kind."""

    def answer(facts: RecordFacts) -> Answer | None:
        now = facts.current()
        value = None if now is None else test(now)
        if now is None or value is None:
            return None
        says = "is" if value else "is not"
        return Answer(value, f"The newest offense on record {says} {called}.", (now.source,))

    return answer


def pending_at_offense(facts: RecordFacts) -> Answer | None:
    """Whether a charge in another case was open when the current offense happened."""
    now = facts.current()
    if now is None or now.offense_on is None or not known(facts, Kind.CHARGE):
        return None
    day = now.offense_on
    found = [
        each
        for each in facts.counts
        if each.case != now.case
        and each.offense_on is not None
        and each.offense_on < day
        and (each.is_pending or (each.convicted_on is not None and each.convicted_on > day))
    ]
    why = f"{counted(len(found), 'other charge')} open on {day:%b %d, %Y}, the day of the offense."
    return Answer(bool(found), why, sources_of(found))


def _prior(facts: RecordFacts, test: Test) -> list[Count] | None:
    if facts.current() is None or not known(facts, Kind.CONVICTION):
        return None
    return _sure(facts.prior_convictions(), test)


def _sure(counts: tuple[Count, ...] | list[Count], test: Test) -> list[Count] | None:
    """Those that pass; nothing where a count's statute does not tell and might change it."""
    if any(test(each) is None for each in counts):
        return None
    return [each for each in counts if test(each)]


def missed_lately(facts: RecordFacts) -> Answer | None:
    """How many court dates of the last two years were missed."""
    if not known(facts, Kind.HEARING, Kind.WARRANT):
        return None
    since = years_before(facts.as_of, RECENT_YEARS)
    found = [each for each in facts.missed_hearings if each.on and each.on >= since]
    return Answer(len(found), _missed(facts, len(found), f"since {since:%b %d, %Y}"), tuple(found))


def missed_earlier(facts: RecordFacts) -> Answer | None:
    """Whether a court date more than two years ago was missed."""
    if not known(facts, Kind.HEARING, Kind.WARRANT):
        return None
    since = years_before(facts.as_of, RECENT_YEARS)
    found = [each for each in facts.missed_hearings if each.on and each.on < since]
    why = _missed(facts, len(found), f"before {since:%b %d, %Y}")
    return Answer(bool(found), why, tuple(found))


def missed_ever(facts: RecordFacts) -> Answer | None:
    """How many court dates were missed."""
    if not known(facts, Kind.HEARING, Kind.WARRANT):
        return None
    found = facts.missed_hearings[:MOST_SOURCES]
    return Answer(
        len(facts.missed_hearings), _missed(facts, len(facts.missed_hearings), "ever"), found
    )


def _missed(facts: RecordFacts, number: int, when: str) -> str:
    said = f"{counted(number, 'missed court date')} {when}."
    if not facts.bench_warrants:
        return said
    warrants = counted(len(facts.bench_warrants), "bench warrant")
    return f"{said} {warrants} besides: look whether it was for a missed court date."


def confined(days: int) -> Answering:
    """Whether a prior sentence was to so many days of confinement or more."""

    def answer(facts: RecordFacts) -> Answer | None:
        if facts.current() is None or not known(facts, Kind.SENTENCE):
            return None
        found = [
            each for each in facts.prior_confinements() if each.days is None or each.days >= days
        ]
        why = f"{counted(len(found), 'prior sentence')} to {days} days or more."
        return Answer(bool(found), why, sources_of(found))

    return answer


def number_confined(facts: RecordFacts) -> Answer | None:
    """How many prior sentences were to more than 30 days."""
    if facts.current() is None or not known(facts, Kind.SENTENCE):
        return None
    found = [each for each in facts.prior_confinements() if each.days is None or each.days > 30]  # noqa: PLR2004  # the item says so
    return Answer(
        len(found),
        f"{counted(len(found), 'prior sentence')} to more than 30 days.",
        sources_of(found),
    )


def free_of_confinement(facts: RecordFacts) -> Answer | None:
    """Whether the three years before the offense were free of sentences to confinement."""
    now = facts.current()
    if now is None or now.offense_on is None or not known(facts, Kind.SENTENCE, Kind.CUSTODY):
        return None
    since = years_before(now.offense_on, FREE_YEARS)
    sentences = [each for each in facts.prior_confinements() if each.on >= since]
    inside = [
        each
        for each in facts.custody
        if each.began_on < now.offense_on and (each.ended_on is None or each.ended_on > since)
    ]
    why = f"{counted(len(sentences), 'sentence')} and {counted(len(inside), 'stay')} in custody "
    sources = sources_of([*sentences, *inside])
    return Answer(
        not sentences and not inside, f"{why}in the three years before the offense.", sources
    )


def age_at_arrest(facts: RecordFacts) -> Answer | None:
    """The age on the day of the newest arrest."""
    newest = max(
        (each for each in facts.arrests if each.on), key=lambda each: str(each.on), default=None
    )
    if newest is None or newest.on is None or facts.birth_date is None:
        return None
    why = f"Born {facts.birth_date:%b %d, %Y}; arrested {newest.on:%b %d, %Y}."
    return Answer(age_on(facts.birth_date, newest.on), why, (facts.person, newest))


def age_at_offense(facts: RecordFacts) -> Answer | None:
    """The age on the day of the current offense."""
    now = facts.current()
    if now is None or now.offense_on is None or facts.birth_date is None:
        return None
    why = f"Born {facts.birth_date:%b %d, %Y}; offense of {now.offense_on:%b %d, %Y}."
    return Answer(age_on(facts.birth_date, now.offense_on), why, (facts.person, now.source))


def age_now(facts: RecordFacts) -> Answer | None:
    """The age on the day of the assessment."""
    if facts.birth_date is None:
        return None
    why = f"Born {facts.birth_date:%b %d, %Y}."
    return Answer(age_on(facts.birth_date, facts.as_of), why, (facts.person,))


def age_first_conviction(facts: RecordFacts) -> Answer | None:
    """The age on the day of the first conviction."""
    days = [each for each in facts.convictions() if each.convicted_on]
    first = min(days, key=lambda each: str(each.convicted_on), default=None)
    if (
        first is None
        or first.convicted_on is None
        or facts.birth_date is None
        or not known(facts, Kind.CONVICTION)
    ):
        return None
    why = f"First conviction on record {first.convicted_on:%b %d, %Y}."
    age = age_on(facts.birth_date, first.convicted_on)
    return Answer(age, why, (facts.person, first.source))


def number_of_arrests(facts: RecordFacts) -> Answer | None:
    """How many arrests are on record; this tool asks for arrests as such."""
    if not known(facts, Kind.ARREST):
        return None
    prior = facts.arrests[1:]
    why = (
        f"{counted(len(prior), 'arrest')} before the newest. Arrests count here whatever came of"
        " them, for the tool asks so."
    )
    return Answer(len(prior), why, prior[:MOST_SOURCES])


def varied(facts: RecordFacts) -> Answer | None:
    """Whether convictions are of two kinds of offense or more."""
    if not known(facts, Kind.CONVICTION):
        return None
    found = [each for each in facts.convictions() if each.group]
    kinds = sorted({each.group for each in found})
    if len(kinds) < 2 and len(found) < len(facts.convictions()):  # noqa: PLR2004  # two kinds
        return None
    named = ", ".join(kinds).replace("_", " ") or "none"
    return Answer(len(kinds) > 1, f"Kinds of offense on record: {named}.", sources_of(found))
