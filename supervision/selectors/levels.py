"""How closely people are supervised, and which level their scores name."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from django.db.models import Q, QuerySet

from offenders.selectors.reading import Reading
from ots.access.scopes import in_scope
from supervision.choices.level import Band
from supervision.choices.period import CLOSEST_FIRST, SupervisionLevel
from supervision.models import LevelPeriod, LevelRule, RiskAssessment

# The scales of a COMPAS as records name them; the word that tells which of the pair it is.
VIOLENT_SCALE = "violen"
GENERAL_SCALE = "recidivism"
INSTRUMENT = "COMPAS"


@dataclass(frozen=True, slots=True)
class NamedLevel:
    """The level that a person's newest scores name, with the rule that says so."""

    violent: str
    general: str
    assessed_on: date | None
    rule: LevelRule

    @property
    def is_assumed(self) -> bool:
        """Say whether nobody scored the person, so that medium is assumed for both."""
        return self.assessed_on is None

    def is_exceeded_by(self, level: str) -> bool:
        """Say whether a level is closer than the scores allow."""
        if level not in CLOSEST_FIRST:
            return False
        return CLOSEST_FIRST.index(SupervisionLevel(level)) < CLOSEST_FIRST.index(
            SupervisionLevel(self.rule.level)
        )


@dataclass(frozen=True, slots=True)
class LevelHistory:
    """The level now, those before, newest first, and what the scores name."""

    running: object | None
    periods: list[object]
    named: NamedLevel | None
    is_above_named: bool


def level_history(reading: Reading, person_id: int, *, today: date) -> LevelHistory:
    """Return the levels as the viewer may see them; what scores name only if scores show."""
    if not reading.sees(LevelPeriod, "level"):
        return LevelHistory(None, [], None, is_above_named=False)
    rows = list(
        in_scope(reading.viewer, LevelPeriod.objects.all(), person="person")
        .filter(person_id=person_id, superseded_at__isnull=True)
        .select_related("approved_by")
    )
    running = next((row for row in rows if _covers(row, today)), None)
    named = named_level(reading, person_id, today=today)
    is_above = running is not None and named is not None and named.is_exceeded_by(running.level)
    return LevelHistory(
        running=reading.masked(running) if running else None,
        periods=[reading.masked(row) for row in rows],
        named=named,
        is_above_named=is_above,
    )


def named_level(reading: Reading, person_id: int, *, today: date) -> NamedLevel | None:
    """Return the level that the newest COMPAS pair names; medium both where there is none."""
    if not reading.sees(RiskAssessment, "band"):
        return None
    scores = in_scope(reading.viewer, RiskAssessment.objects.all(), person="person")
    return named_levels(scores, [person_id], today=today)[person_id]


def named_levels(
    scores: QuerySet[RiskAssessment], people: Iterable[int], *, today: date
) -> Mapping[int, NamedLevel | None]:
    """Return for each person the level that his newest pair names: two queries for all."""
    newest: dict[int, dict[str, RiskAssessment]] = {person_id: {} for person_id in people}
    rows = scores.filter(
        person_id__in=list(newest),
        superseded_at__isnull=True,
        instrument__startswith=INSTRUMENT,
        assessed_on__lte=today,
    )
    for row in rows.order_by("assessed_on", "pk"):
        which = _which_of_the_pair(row.scale)
        if which:
            newest[row.person_id][which] = row
    not_over = Q(until__isnull=True) | Q(until__gt=today)
    in_force = LevelRule.objects.filter(not_over, since__lte=today).order_by("since")
    rules = {(rule.violent, rule.general): rule for rule in in_force}
    return {person_id: _named(pair, rules) for person_id, pair in newest.items()}


def levels_on(people: Iterable[int], day: date) -> dict[int, str]:
    """Return each person's level on a day, one query; who has none is left out."""
    rows = LevelPeriod.objects.filter(
        _on(day), person_id__in=list(people), superseded_at__isnull=True
    )
    return dict(rows.values_list("person_id", "level"))


def level_on(person_id: int, day: date) -> str:
    """Return the person's level on a day, ``unassigned`` where none was set."""
    return levels_on([person_id], day).get(person_id, SupervisionLevel.UNASSIGNED.value)


def _on(day: date) -> Q:
    return Q(began_on__lte=day) & (Q(ended_on__isnull=True) | Q(ended_on__gt=day))


def _covers(row: LevelPeriod, day: date) -> bool:
    return row.began_on <= day and (row.ended_on is None or row.ended_on > day)


def _which_of_the_pair(scale: str) -> str:
    words = scale.lower()
    if VIOLENT_SCALE in words:
        return "violent"
    return "general" if GENERAL_SCALE in words else ""


def _named(
    pair: Mapping[str, RiskAssessment], rules: Mapping[tuple[str, str], LevelRule]
) -> NamedLevel | None:
    # Half a pair names no level: it is treated as no assessment, medium for both.
    whole = len(pair) == 2  # noqa: PLR2004  violent and general
    violent = pair["violent"].band if whole else Band.MEDIUM.value
    general = pair["general"].band if whole else Band.MEDIUM.value
    rule = rules.get((violent, general))
    if rule is None:
        return None
    assessed_on = max(row.assessed_on for row in pair.values()) if whole else None
    return NamedLevel(violent, general, assessed_on, rule)
