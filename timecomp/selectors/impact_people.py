"""Whom a proposed change could concern: found from the rules that each last evaluation used."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from offenders.models import Sentence, SentenceTerms
from timecomp.law.offences import UnreadableOffenceCode, normalise_code
from timecomp.law.proposals.scenario import AppliesTo, Scenario
from timecomp.models import PersonProfile, RuleProfile
from timecomp.selectors.cases import RecordedCase, recorded_cases
from timecomp.selectors.record_reading import Stretch

# So many people are read and evaluated together.
PEOPLE_AT_ONCE = 1_000


@dataclass(frozen=True, slots=True)
class Chosen(Stretch):
    """People picked one by one, read in as many queries as a stretch."""

    people: tuple[int, ...] = ()

    @classmethod
    def of(cls, people: tuple[int, ...]) -> "Chosen":
        """Return the choice of these people, of whom there must be one."""
        return cls(min(people), max(people), people)

    def holds(self, column: str) -> Q:
        """Return the condition that the column names one of them."""
        return Q(**{f"{column}__in": self.people})


def cases_of(people: tuple[int, ...], *, as_of: date) -> list[RecordedCase]:
    """Return the cases of these people and of nobody else; a fixed number of queries."""
    wanted = frozenset(people)
    return [
        case for case in recorded_cases(Chosen.of(people), as_of=as_of) if case.person_id in wanted
    ]


def population() -> int:
    """Count everybody who has a sentence."""
    return Sentence.objects.values("person_id").distinct().count()


def people_concerned(scenario: Scenario) -> list[int]:
    """Return, in order, everybody whose dates the scenario could change.

    That is who used a rule or parameter that it changes, or has a sentence under a section that
    it names, and has a sentence in the time it reaches. Who was never evaluated is among them.
    """
    concerned = set(_used(scenario.touches))
    concerned |= _never_evaluated()
    if scenario.concerns:
        concerned |= _sentenced_under(scenario.concerns)
    for narrowed in _narrowed(scenario):
        concerned &= narrowed
    return sorted(concerned)


def chunks_of(people: list[int], size: int = PEOPLE_AT_ONCE) -> list[tuple[int, ...]]:
    """Divide people into groups that are read together."""
    return [tuple(people[first : first + size]) for first in range(0, len(people), size)]


def _used(rules: frozenset[str]) -> QuerySet[PersonProfile, int]:
    profiles = RuleProfile.objects.filter(rules__overlap=sorted(rules))
    return PersonProfile.objects.filter(profile__in=profiles.values("pk")).values_list(
        "person_id", flat=True
    )


def _never_evaluated() -> set[int]:
    evaluated = PersonProfile.objects.values("person_id")
    people = Sentence.objects.exclude(person_id__in=evaluated)
    return set(people.values_list("person_id", flat=True))


def _narrowed(scenario: Scenario) -> list[set[int]]:
    """Everybody with a sentence in the time, and under the sections, that the scenario reaches."""
    applies, narrowed = scenario.applies, []
    if applies.to is AppliesTo.SENTENCES and applies.since is not None:
        narrowed.append(_people(SentenceTerms.objects.filter(sentenced_on__gte=applies.since)))
    if applies.to is AppliesTo.OFFENCES and applies.since is not None:
        committed = Q(sentence__charge__particulars__offense_date__gte=applies.since)
        narrowed.append(_people(SentenceTerms.objects.filter(committed)))
    if applies.codes:
        narrowed.append(_sentenced_under(applies.codes))
    return narrowed


def _sentenced_under(sections: tuple[str, ...]) -> set[int]:
    code, mcl = (
        "sentence__charge__particulars__offense_code",
        "sentence__charge__particulars__statute__mcl",
    )
    terms = SentenceTerms.objects.all()
    written = {each for pair in terms.values_list(code, mcl).distinct() for each in pair if each}
    meant = [each for each in written if _is_under(each, sections)]
    return _people(terms.filter(Q(**{f"{code}__in": meant}) | Q(**{f"{mcl}__in": meant})))


def _is_under(written: str, sections: tuple[str, ...]) -> bool:
    try:
        return normalise_code(written).startswith(sections)
    except UnreadableOffenceCode:
        return False


def _people(terms: QuerySet[SentenceTerms]) -> set[int]:
    return set(terms.order_by().values_list("sentence__person_id", flat=True))
