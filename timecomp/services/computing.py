"""Computing people: one after a fact has changed, or a stretch of them in the nightly run."""

from collections import Counter
from dataclasses import dataclass, field
from datetime import date
from time import perf_counter

from django.db import transaction
from django.utils import timezone

from ots.access.permissions import Permission
from ots.access.scopes import reaches
from ots.access.viewer import NotAllowedError, Viewer
from ots.audit.events import Event
from ots.audit.services import record
from timecomp.models import Computation
from timecomp.selectors.cases import recorded_cases
from timecomp.selectors.evaluation import has_failed
from timecomp.selectors.record_reading import CURRENT, Stretch
from timecomp.selectors.standing import profiles_of, standing_computations
from timecomp.services.evaluated import Evaluated, evaluated
from timecomp.services.pace import find_by_index
from timecomp.services.storing import Prompt, Stored, store, store_profiles

# How often a person is read again because others computed him at the same moment.
MOST_READINGS = 5


class ComputedMeanwhileError(Exception):
    """Others kept computing the person at the same moment; try again."""


@dataclass(slots=True)
class Tally:
    """What a computation of many people came to, and the seconds each stage took."""

    recomputed: int = 0
    changed: int = 0
    moved: int = 0
    exceptions: int = 0
    failed: int = 0
    read_seconds: float = 0.0
    evaluate_seconds: float = 0.0
    write_seconds: float = 0.0
    touched: Counter[str] = field(default_factory=Counter)
    causes: Counter[str] = field(default_factory=Counter)

    @property
    def seconds(self) -> float:
        """Return the time of all stages together."""
        return self.read_seconds + self.evaluate_seconds + self.write_seconds

    def add(self, stored: Stored) -> None:
        """Count what was stored, and why it differed."""
        self.changed += len(stored.people)
        self.moved += len(stored.moved)
        self.causes.update(cause.value for cause in stored.causes)


def compute_person(
    viewer: Viewer, person_id: int, *, event: str = "", as_of: date | None = None
) -> Computation | None:
    """Compute one person's dates now and return what stands; None for who has no sentence.

    Nothing is stored when facts and dates are as they were. ``event`` says what prompted it.
    """
    viewer.require(Permission.COMPUTATION_RUN)
    if not reaches(viewer, person_id):
        raise NotAllowedError(f"Person [{person_id}] is not in the reach of [{viewer}].")
    prompt = Prompt(event=event, actor_id=viewer.user.pk if viewer.user else None)
    with transaction.atomic():
        stored = compute_stretch(
            Stretch.of_one(person_id), as_of=as_of or timezone.localdate(), prompt=prompt
        )
        computation = Computation.objects.filter(CURRENT, person_id=person_id).first()
        if stored.changed and computation is not None:
            _note(viewer, computation)
    return computation


def compute_stretch(stretch: Stretch, *, as_of: date, prompt: Prompt) -> Tally:
    """Compute everybody of the stretch and store what differs; a fixed number of queries."""
    tally = Tally()
    begun = perf_counter()
    find_by_index()
    # What stands is read first: facts recorded after that make somebody else's row the newer.
    standing, profiles = standing_computations(stretch), profiles_of(stretch)
    cases = recorded_cases(stretch, as_of=as_of)
    read = perf_counter()
    found = [evaluated(case) for case in cases]
    computed = perf_counter()
    stored = store(found, standing, prompt)
    store_profiles(found, profiles)
    _take_up_again(stored, as_of=as_of, prompt=prompt, tally=tally)
    tally.read_seconds += read - begun
    tally.evaluate_seconds += computed - read
    tally.write_seconds += perf_counter() - computed
    _count(tally, found, stored)
    return tally


def _take_up_again(stored: Stored, *, as_of: date, prompt: Prompt, tally: Tally) -> None:
    for person_id in sorted(stored.lost):
        for _ in range(MOST_READINGS):
            again = _compute_again(person_id, as_of=as_of, prompt=prompt)
            if not again.lost:
                tally.add(again)
                break
        else:
            raise ComputedMeanwhileError(f"Person [{person_id}] is being computed by others.")


def _compute_again(person_id: int, *, as_of: date, prompt: Prompt) -> Stored:
    stretch = Stretch.of_one(person_id)
    standing = standing_computations(stretch)
    found = [evaluated(case) for case in recorded_cases(stretch, as_of=as_of)]
    return store(found, standing, prompt)


def _count(tally: Tally, found: list[Evaluated], stored: Stored) -> None:
    tally.recomputed += len(found)
    tally.add(stored)
    tally.exceptions += sum(len(each.result.exceptions) for each in found)
    tally.failed += sum(has_failed(each.result) for each in found)
    profiles = Counter(each.result.used for each in found)
    for used, people in profiles.items():
        tally.touched.update(dict.fromkeys(used, people))


def _note(viewer: Viewer, computation: Computation) -> None:
    """Record the event; which dates moved is named, to what is not, for auditors read it."""
    record(
        Event.COMPUTATION_STORED,
        actor=viewer.user,
        target=computation,
        person_id=computation.person_id,
        details={
            "cause": computation.cause,
            "prompted_by": computation.prompted_by,
            "moved": sorted({move["date"] for move in computation.moved}),
        },
    )
