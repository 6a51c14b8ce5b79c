"""One person of whom everything is recorded: every field of every table holds its own mark.

Whoever may not see a field must meet its mark nowhere. The tables are read from the code, so a
new table or field is marked without anybody thinking of it; where a constraint asks for more than
a mark, ``world_given`` says what.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db import models
from django.utils import timezone

from offenders.models import (
    Address,
    CustodyPeriod,
    Detainer,
    Employment,
    Hearing,
    Hold,
    Identifier,
    Person,
    PersonName,
    Phone,
    Warrant,
)
from supervision.models import (
    AbscondingEpisode,
    Assignment,
    LevelPeriod,
    Obligation,
    StandardsPause,
    SupervisionPeriod,
)
from tests.access import world_conditions, world_services
from tests.access.world_given import GIVEN, MADE, UNLIKE_THE_OTHER
from tests.access.world_marks import FIRST_DAY, days_of_the_law, marked, marked_models
from tests.access.world_pages import page_values
from tests.factories.person import RECORDER
from timecomp.services.computing import compute_person

__all__ = ["World", "page_values", "whole_world"]

DAYS_APART = 17

# Recorded a second time with the days that may be empty left empty: what is still open.
OPEN_TOO = (
    AbscondingEpisode,
    Address,
    Assignment,
    CustodyPeriod,
    Detainer,
    Employment,
    Hold,
    LevelPeriod,
    Obligation,
    Phone,
    StandardsPause,
    SupervisionPeriod,
    Warrant,
)

# Columns that are the same in every row or say nothing about the person.
UNMARKED = {"id", "person", "recorded_at", "supersedes", "superseded_at"}


@dataclass
class World:
    """The person, a row of each table, and which field each mark stands for."""

    rows: dict[type[models.Model], models.Model] = field(default_factory=dict)
    marks: dict[str, tuple[type[models.Model], str]] = field(default_factory=dict)
    days: int = 0

    @property
    def person(self) -> Person:
        """Return the person everything is about."""
        return self.row(Person)

    def row(self, model):
        """Return the row of the table, made when first asked for."""
        if model not in self.rows:
            self.rows[model] = self.record(model)
        return self.rows[model]

    def record(self, model, **given):
        """Record one more row of the table."""
        values = {each.name: self.value(model, each) for each in _columns(model)}
        return model._default_manager.create(**{**values, **given})

    def value(self, model, column):
        """Return what to put in the column: what is given, a choice, or a mark."""
        label = f"{model._meta.label}.{column.name}"
        if label in MADE:
            return MADE[label](self)
        if label in GIVEN:
            return GIVEN[label]
        if column.choices:
            return column.choices[0][0]
        return marked(column, self, model)

    def word(self, model, name: str) -> str:
        """Return a new word that stands for the field."""
        word = f"MK{1000 + len(self.marks)}"
        self.marks[word] = (model, name)
        return word

    def day(self, model, name: str) -> date:
        """Return a new day that stands for the field, later than those before."""
        self.days += 1
        day = FIRST_DAY + timedelta(days=DAYS_APART * self.days)
        while day in days_of_the_law():
            day += timedelta(days=1)
        for shown in (f"{day:%b} {day.day}, {day.year}", day.isoformat(), f"{day:%m/%d/%Y}"):
            self.marks[shown] = (model, name)
        return day


def whole_world() -> World:
    """Record the person and a row of every table that can be marked."""
    world = World()
    for model in marked_models():
        world.row(model)
    for model in OPEN_TOO:
        world.record(model, **{each.name: None for each in _columns(model) if _may_be_open(each)})
    soon = timezone.now() + timedelta(days=5)
    world.record(Hearing, scheduled_at=soon, outcome="")
    world.record(SupervisionPeriod, expected_end_on=soon.date(), ended_on=None, **UNLIKE_THE_OTHER)
    world.record(Identifier, kind="ssn", value="987654321")
    world.marks["987654321"] = world.marks["987-65-4321"] = (Identifier, "ssn")
    world.record(PersonName, kind="alias")
    world_conditions.open_conditions(world)
    world_services.balance_the_ledger(world)
    compute_person(RECORDER, world.person.pk, event="tests")
    return world


def _columns(model) -> list[models.Field]:
    return [
        column
        for column in model._meta.concrete_fields
        if column.name not in UNMARKED - _needed(model) and not column.primary_key
    ]


def _needed(model) -> set[str]:
    return {"person"} if any(each.name == "person" for each in model._meta.fields) else set()


def _may_be_open(column: models.Field) -> bool:
    return isinstance(column, models.DateField) and column.null
