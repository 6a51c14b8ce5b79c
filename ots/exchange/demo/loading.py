"""Loading the demonstration once, and going on with it where it was stopped."""

from collections.abc import Callable, Sequence
from enum import Enum

from django.utils import timezone

from offenders.models import Person
from ots.exchange.alone import alone
from ots.exchange.demo.steps import Step
from ots.exchange.models import ImportRun, Outcome

DEMONSTRATION = "demonstration"

# Told before each step with None, and after it with what was done.
Told = Callable[[Step, str | None], None]


class Standing(Enum):
    """What of the demonstration is in the database."""

    NOTHING = "nothing yet"
    PART = "a part"
    ALL = "all of it"
    OTHER_PEOPLE = "other people"


def standing() -> Standing:
    """Return what of the demonstration is in the database."""
    run = ImportRun.objects.filter(agency=DEMONSTRATION).first()
    if run is not None:
        return Standing.ALL if run.outcome == Outcome.FINISHED else Standing.PART
    return Standing.OTHER_PEOPLE if Person.objects.exists() else Standing.NOTHING


def load(steps: Sequence[Step], told: Told) -> None:
    """Do all steps; a step that was done before finds nothing missing."""
    with alone(DEMONSTRATION):
        run, _ = ImportRun.objects.get_or_create(
            agency=DEMONSTRATION, outcome=Outcome.RUNNING, defaults={"folder": DEMONSTRATION}
        )
        for step in steps:
            told(step, None)
            told(step, step.do())
        run.outcome, run.ended_at = Outcome.FINISHED, timezone.now()
        run.save()
