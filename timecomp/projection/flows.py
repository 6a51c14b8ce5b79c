"""Expected numbers of people in prison and on parole, month by month; the same in every run."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from timecomp.projection.rates import ALL, Rates

MONTHS = 120


@dataclass(frozen=True, slots=True)
class Held:
    """People now in prison whose dates fall in the same months, counted from the present one.

    No month of release: they leave at the end, and without an end never. Whoever was passed over
    had the earliest release behind him on the day of the question.
    """

    people: float
    release: int | None
    ends: int | None
    is_passed_over: bool = False


@dataclass(frozen=True, slots=True)
class Paroled:
    """People now on parole whose parole ends in the same month; without one, spread evenly."""

    people: float
    ends: int | None


@dataclass(frozen=True, slots=True)
class Population:
    """Who is there on the day of the question, and how long the newly admitted will serve."""

    held: tuple[Held, ...]
    paroled: tuple[Paroled, ...]
    months_to_serve: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Month:
    """What is expected of one month; both populations are those of its last day."""

    prison: float
    parole: float
    admissions: float
    returns: float
    releases: float
    discharges: float


class _Flow:
    """Who leaves prison in which month, to parole until when, and whose parole ends when."""

    def __init__(self, population: Population, rates: Rates) -> None:
        self.rates = rates
        self.to_serve = population.months_to_serve
        self.prison = sum(each.people for each in population.held)
        self.leaving: defaultdict[int, defaultdict[int, float]] = defaultdict(_nobody)
        self.parole: defaultdict[int, float] = _nobody()
        for held in population.held:
            self._schedule(held)
        for paroled in population.paroled:
            self._until(paroled)

    def _schedule(self, held: Held) -> None:
        if held.release is None:
            if held.ends is not None:
                self._leave(held.people, max(0, held.ends), held.ends)
            return
        first, wait = max(0, held.release), self.rates.deferral_months
        if held.is_passed_over:
            for month in range(max(1, wait)):
                self._leave(held.people / max(1, wait), first + month, held.ends)
        else:
            self._paroled(held.people, first, held.ends)

    def _paroled(self, people: float, month: int, ends: int | None) -> None:
        share = self.rates.paroled_percent / ALL
        self._leave(people * share, month, ends)
        self._leave(people * (1 - share), month + self.rates.deferral_months, ends)

    def _leave(self, people: float, month: int, ends: int | None) -> None:
        leaves = month if ends is None else min(month, max(0, ends))
        parole = leaves + self.rates.parole_months
        until = parole if ends is None else min(parole, max(leaves, ends))
        self.leaving[leaves][until] += people

    def _until(self, paroled: Paroled) -> None:
        if paroled.ends is not None:
            self.parole[max(0, paroled.ends)] += paroled.people
            return
        months = max(1, self.rates.parole_months)
        for month in range(months):
            self.parole[month] += paroled.people / months

    def pass_month(self, month: int) -> Month:
        """Let a month pass: parole ends, people return, are admitted, and leave."""
        ended = self.parole.pop(month, 0.0)
        returns = self._return(month)
        admissions = self._admit(month)
        leaving = self.leaving.pop(month, _nobody())
        releases = sum(leaving.values())
        for until, people in leaving.items():
            if until > month:
                self.parole[until] += people
            else:
                ended += people
        self.prison += admissions + returns - releases
        return Month(self.prison, sum(self.parole.values()), admissions, returns, releases, ended)

    def _return(self, month: int) -> float:
        share = self.rates.returning_a_month
        returns = share * sum(self.parole.values())
        for until in self.parole:
            self.parole[until] *= 1 - share
        self._leave(returns, month + max(1, self.rates.return_months), None)
        return returns

    def _admit(self, month: int) -> float:
        for group, people in self.rates.admissions.items():
            self._paroled(people, month + max(1, self.to_serve.get(group, 1)), None)
        return sum(self.rates.admissions.values())


def project(population: Population, rates: Rates, *, months: int = MONTHS) -> tuple[Month, ...]:
    """The months ahead, the present one first."""
    flow = _Flow(population, rates)
    return tuple(flow.pass_month(month) for month in range(months))


def grouped(held: Iterable[Held]) -> tuple[Held, ...]:
    """The same people, those of the same months together."""
    people: defaultdict[tuple[int | None, int | None, bool], float] = defaultdict(float)
    for each in held:
        people[each.release, each.ends, each.is_passed_over] += each.people
    return tuple(Held(number, *key) for key, number in people.items())


def _nobody() -> defaultdict[int, float]:
    return defaultdict(float)
