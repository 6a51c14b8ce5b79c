"""The counts of a case: the main one, those beside it, the firearm before it, the dismissed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from random import Random

from offenders import choices
from ots.population.chronicle import Chronicle
from ots.population.facts import Count, Length, Offense, Terms
from ots.population.menu import COMPANIONS, drawn_offence, offence_of
from ots.population.proceedings import Proceeding
from ots.population.sentencing import Chosen, companion_sentence
from ots.population.weights import Weighted, happens

FELONY_FIREARM_SINCE = date(1977, 1, 1)
FIREARM_CODES = Weighted([("750.227BA", 94), ("750.227BB", 5.5), ("750.227BC", 0.5)])
CARRIES_FIREARM = frozenset(
    [
        "750.3161A",
        "750.3161B",
        "750.317",
        "750.83",
        "750.84",
        "750.82",
        "750.89",
        "750.529",
        "750.529A",
        "750.530",
        "750.110A2",
        "750.224F",
        "333.74012A3",
        "333.74012A4",
        "750.234B",
    ]
)
FIREARM_SHARE = 0.24
FIREARM_STRING = "750.227b"
EXTRA_COUNTS = Weighted([(0, 46), (1, 27), (2, 14), (3, 8), (4, 3), (5, 2)])
DISMISSED_SHARE = 0.35
TRIAL_SHARE = 0.08
CONTINUING_SHARE = 0.15
STRING_SHARE = 0.5
# Until then the law commanded it; the other sections only allow it.
DRUG_STRING = "333.7401(3)"
MANDATORY_DRUG_STRING_UNTIL = date(2003, 3, 1)
CSC_STRING_SINCE = date(2006, 8, 28)
CONTINUING = frozenset({"750.520B1A", "750.520C1A", "750.145C4", "750.1744A"})
CHILD_VICTIM = frozenset({"750.520B1A", "750.520B2B", "750.520C1A"})


@dataclass(frozen=True, slots=True)
class Link:
    """The sentences that must end first, and the section that says so."""

    after: tuple[str, ...]
    authority: str


@dataclass(frozen=True, slots=True)
class Bench:
    """What a court does on one day: the proceeding, the credit it gives, the string it ties."""

    proceeding: Proceeding
    credit_days: int
    link: Link | None = None

    def terms(self, chosen: Chosen, *, after: Link | None = None) -> Terms:
        """Write the terms of one sentence; the credit stands on every count of the judgment."""
        link = after or self.link
        return Terms(
            judgment=0,
            kind=chosen.kind,
            sentenced_on=self.proceeding.sentenced_on,
            minimum=chosen.minimum,
            maximum=chosen.maximum,
            is_life=chosen.is_life,
            jail_credit_days=self.credit_days,
            habitual=chosen.habitual,
            authority=link.authority if link else "",
            after=link.after if link else (),
        )


def prison_counts(life: Chronicle, bench: Bench, main: Chosen) -> tuple[Count, ...]:
    """Make up the counts of a case that ended in prison; the first is the main one.

    A firearm sentence may come before it, and it may follow a lesser count.
    """
    label = life.next_label()
    lesser = _lesser_counts(life, bench, main)
    firearm = _firearm(life, bench, main)
    if firearm is not None:
        after = Link((firearm.label,), FIREARM_STRING)
        first = convicted(life.random, bench, main, label, after=after)
        return (first, firearm, *lesser, *_dismissed(life.random, bench))
    after_lesser = _string(life.random, bench, main, lesser)
    first = convicted(life.random, bench, main, label, after=after_lesser)
    return (first, *lesser, *_dismissed(life.random, bench))


def counts_together(life: Chronicle, bench: Bench, main: Chosen) -> tuple[Count, ...]:
    """Make up counts that run together, so that nothing puts off the end of the main one."""
    first = convicted(life.random, bench, main, life.next_label())
    return (first, *_lesser_counts(life, bench, main), *_dismissed(life.random, bench))


def convicted(
    random: Random, bench: Bench, chosen: Chosen, label: str, *, after: Link | None = None
) -> Count:
    """Return a count with a conviction and the sentence on it."""
    return Count(
        offense=_offense(random, chosen, bench.proceeding),
        disposition=_conviction(random),
        disposed_on=_convicted_on(random, bench.proceeding),
        label=label,
        terms=(bench.terms(chosen, after=after),),
    )


def string_authority(main: Chosen, on: date) -> str:
    """Return the section under which the main count may follow another of the same case."""
    code = main.code.pacc
    if code == "750.110A2":
        return "750.110a(8)"
    if code == "750.529A":
        return "750.529a(3)"
    if code.startswith("750.520B") and on >= CSC_STRING_SINCE:
        return "750.520b(3)"
    if code.startswith("333.7401") and on < MANDATORY_DRUG_STRING_UNTIL:
        return DRUG_STRING
    return ""


def sentenced_labels(counts: Sequence[Count]) -> tuple[str, ...]:
    """Return the letters of the sentences that a later term follows: those nothing else follows."""
    followed = {label for count in counts for terms in count.terms for label in terms.after}
    labels = [count.label for count in counts if count.label]
    return tuple(label for label in labels if label not in followed)


def _string(random: Random, bench: Bench, main: Chosen, lesser: Sequence[Count]) -> Link | None:
    """Let the main sentence follow a lesser one where a section allows or commands it."""
    authority = string_authority(main, bench.proceeding.offense_on)
    if not lesser or bench.link is not None or not authority:
        return None
    if authority != DRUG_STRING and not happens(random, STRING_SHARE):
        return None
    return Link((lesser[0].label,), authority)


def _lesser_counts(life: Chronicle, bench: Bench, main: Chosen) -> list[Count]:
    counts = []
    for _ in range(EXTRA_COUNTS.draw(life.random)):
        chosen = companion_sentence(life.random, bench.proceeding.offense_on, main)
        counts.append(convicted(life.random, bench, chosen, life.next_label()))
    return counts


def _firearm(life: Chronicle, bench: Bench, main: Chosen) -> Count | None:
    offense_on = bench.proceeding.offense_on
    if main.code.pacc not in CARRIES_FIREARM or offense_on < FELONY_FIREARM_SINCE:
        return None
    if not happens(life.random, FIREARM_SHARE):
        return None
    code = offence_of(FIREARM_CODES.draw(life.random), offense_on)
    years = Length(years=(code.maximum_months or 24) // 12)
    chosen = Chosen(code, choices.SentenceKind.FLAT, minimum=years, maximum=years)
    return convicted(life.random, bench, chosen, life.next_label())


def _dismissed(random: Random, bench: Bench) -> list[Count]:
    if not happens(random, DISMISSED_SHARE):
        return []
    code = drawn_offence(random, COMPANIONS, bench.proceeding.offense_on)
    return [
        Count(
            offense=Offense(code, bench.proceeding.offense_on),
            disposition=choices.DispositionKind.DISMISSED,
            disposed_on=_convicted_on(random, bench.proceeding),
        )
    ]


def _offense(random: Random, chosen: Chosen, proceeding: Proceeding) -> Offense:
    code, on = chosen.code, proceeding.offense_on
    lasted = code.pacc in CONTINUING and happens(random, CONTINUING_SHARE)
    return Offense(
        code=code,
        on=on,
        until=proceeding.arrested_on if lasted else None,
        flags=("victim_under_13",) if code.pacc in CHILD_VICTIM else (),
    )


def _conviction(random: Random) -> choices.DispositionKind:
    kinds = choices.DispositionKind
    return kinds.CONVICTED_TRIAL if happens(random, TRIAL_SHARE) else kinds.CONVICTED_PLEA


def _convicted_on(random: Random, proceeding: Proceeding) -> date:
    weeks_before = random.randint(2, 6)
    earlier = proceeding.sentenced_on.toordinal() - 7 * weeks_before
    return date.fromordinal(max(earlier, proceeding.arrested_on.toordinal()))
