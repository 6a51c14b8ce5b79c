"""What forms about violations offer."""

from datetime import timedelta

from django.utils import timezone

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.models import Incident, ResponseKind, ViolationCode
from supervision.rules.grid import LEVELS
from supervision.rules.policy import EPISODES_BACK
from supervision.selectors.grid import kinds_of_answers


def code_choices() -> list[tuple[str, str]]:
    """List the codes in use in their order."""
    rows = ViolationCode.objects.filter(is_active=True).order_by("code")
    return [(row.code, f"{row.title} ({row.code})") for row in rows]


def episode_choices(reading: Reading, person_id: int) -> list[tuple[str, str]]:
    """List the latest incidents of the person, as episodes to which another may belong."""
    if not reading.sees(Incident, "code"):
        return []
    back = timedelta(days=EPISODES_BACK.on(timezone.localdate()).amount)
    rows = in_scope(reading.viewer, Incident.objects.all(), person="person").filter(
        person_id=person_id, superseded_at=None, occurred_at__gte=timezone.now() - back
    )
    return [
        (
            str(row.episode),
            f"{row.code.title} on {timezone.localdate(row.occurred_at):%b %d, %Y}",
        )
        for row in rows.select_related("code")
    ]


def answer_choices() -> list[tuple[str, list[tuple[int, str]]]]:
    """List the answers of the catalogue under their levels, the lightest first."""
    kinds = kinds_of_answers(timezone.localdate())
    return [
        (
            f"Level {level}: {words}",
            [(each.pk, each.title) for each in kinds if each.level == level],
        )
        for level, words in LEVELS.items()
    ]


def incentive_choices() -> list[tuple[int, str]]:
    """List the incentives of the catalogue."""
    kinds = kinds_of_answers(timezone.localdate(), incentives=True)
    return [(each.pk, each.title) for each in kinds]


def lightest_of_level(level: int) -> ResponseKind | None:
    """Return the lightest answer of a level."""
    kinds = kinds_of_answers(timezone.localdate())
    return next((each for each in kinds if each.level == level), None)
