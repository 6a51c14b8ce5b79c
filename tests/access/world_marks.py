"""The marks of the world of tests: what stands for a field, by the kind of its column."""

from datetime import UTC, date, datetime, time
from functools import cache, singledispatch

from django.contrib.postgres.fields import ArrayField
from django.core.files.base import ContentFile
from django.db import models

from offenders.models import Court, Facility, Person, Statute
from ots.access.fields import protected_models
from ots.access.models import Agency, Course, Office, User
from supervision.models import ContactStandard
from tests import factories
from tests.access import world_conditions, world_contacts, world_services, world_violations
from tests.factories.person import small_photograph
from tests.factories.supervision_obligations import add_standard
from timecomp.law.rule_book import rule_book

FIRST_DAY = date(2003, 1, 6)
# A word of its own: the letters of a random token are none.
MARK = r"(?<![A-Za-z0-9])MK\d{4}(?![A-Za-z0-9])"
# A shorter column cannot hold a word of its own.
MARK_LENGTH = 6

# What other apps store is computed from these, and is computed by their own services.
MARKED_APPS = ("offenders", "supervision")


def marked_models() -> list[type[models.Model]]:
    """List the protected tables of people; grants of reach and tokens of forms hold no facts."""
    own = [model for model in protected_models() if model._meta.app_label in MARKED_APPS]
    return [
        model
        for model in own
        if isinstance(model._meta.pk, models.AutoField)
        and not model.__name__.endswith("ObjectPermission")
    ]


@cache
def days_of_the_law() -> frozenset[date]:
    """Return the days that the book of rules shows to everybody: they are nobody's mark."""
    book = rule_book()
    rules = {day for each in book.rules for day in (each.since, each.until) if day}
    values = {value.since for each in book.parameters for value in each.values if value.since}
    return frozenset(rules | values)


@singledispatch
def marked(column, world, model):
    """Return a mark that fits the column; what cannot be marked keeps its default."""
    return column.get_default() if column.has_default() or column.null else 1


@marked.register
def _(column: models.CharField, world, model):
    return world.word(model, column.name) if (column.max_length or 0) >= MARK_LENGTH else ""


@marked.register
def _(column: models.TextField, world, model):
    return world.word(model, column.name)


@marked.register
def _(column: models.DateField, world, model):
    return world.day(model, column.name)


@marked.register
def _(column: models.DateTimeField, world, model):
    return datetime.combine(world.day(model, column.name), time(15), tzinfo=UTC)


@marked.register
def _(column: models.FileField, world, model):
    return ContentFile(b"%PDF-1.4", name=f"{world.word(model, column.name)}.pdf")


@marked.register
def _(column: models.ImageField, world, model):
    return ContentFile(small_photograph(), name=f"{world.word(model, column.name)}.jpg")


@marked.register
def _(column: ArrayField, world, model):
    # Numbers name rows elsewhere: no word stands for them.
    if not isinstance(column.base_field, models.CharField | models.TextField):
        return []
    if column.base_field.choices:
        return [column.base_field.choices[0][0]]
    return [world.word(model, column.name)]


@marked.register
def _(column: models.ForeignKey, world, model):
    target = column.related_model
    if target in {Person, *marked_models()} and target is not model:
        return world.row(target)
    return NAMED[target](world.word(model, column.name))


# Rows of tables about nobody carry the mark as their name: a hidden link must not name its end.
NAMED = {
    **world_conditions.NAMED,
    **world_contacts.NAMED,
    **world_services.NAMED,
    **world_violations.NAMED,
    Agency: factories.agency,
    ContactStandard: lambda mark: (
        ContactStandard.objects.filter(since=FIRST_DAY).first()
        or add_standard(title=mark, since=FIRST_DAY)
    ),
    Course: lambda mark: Course.objects.create(
        code=mark, name=mark, valid_months=12, ask="The coordinator"
    ),
    Court: factories.court,
    Facility: factories.facility,
    Office: factories.office,
    Statute: lambda mark: factories.statute(pacc=mark, title=mark),
    User: lambda mark: factories.user(mark, role="Analyst"),
}
