"""The keys under which a name is found; PostgreSQL writes them, nothing else does.

A trigger on the table of names fills both tables in the same transaction, whoever recorded the
name and however: a service, an import, a ``COPY``. Names are never changed or deleted (they are
facts), so neither are their keys. No unique or foreign key constraint stands on them on purpose:
two writers of the same name must never wait for each other.
"""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex, OpClass
from django.db import models
from django.db.models import F, Func

from offenders.models.person import Person, PersonName

# ``name_key`` cuts longer ones: ``ß`` becomes two letters.
KEY_LENGTH = 60
SOUND_LENGTH = 4


class NamePart(models.TextChoices):
    """Where in a name a word stands."""

    LAST = "last", "Last name"
    FIRST = "first", "First or middle name"


class KeyBasis(models.TextChoices):
    """From what of a recorded name a search key was made."""

    WHOLE = "whole", "First and last name"
    PART = "part", "A part of a compound name"
    MIDDLE = "middle", "Middle name in place of the first"


class NameKey(models.Model):
    """One way of writing a name down: accents, marks and blanks gone, compounds also in parts."""

    name = models.ForeignKey(
        PersonName,
        on_delete=models.CASCADE,
        db_constraint=False,
        db_index=False,
        related_name="+",
    )
    person = models.ForeignKey(
        Person, on_delete=models.CASCADE, db_constraint=False, related_name="+"
    )
    last_key = models.CharField(max_length=KEY_LENGTH)
    first_key = models.CharField(max_length=KEY_LENGTH)
    basis = models.CharField(max_length=6, choices=KeyBasis)

    class Meta:
        """Found by both words or by either, in order of the other, from the index alone."""

        indexes = [
            models.Index(
                fields=["last_key", "first_key", "person"],
                include=["name", "basis"],
                name="name_key_by_both",
            ),
            models.Index(
                fields=["first_key", "last_key", "person"],
                include=["name", "basis"],
                name="name_key_by_first",
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"name key {self.pk}"


class NameWord(models.Model):
    """A word that stands in some name, with what it sounds like and how it is mistyped."""

    part = models.CharField(max_length=5, choices=NamePart)
    word = models.CharField(max_length=KEY_LENGTH)
    sound = models.GeneratedField(
        expression=Func(F("word"), function="dmetaphone"),
        output_field=models.CharField(max_length=SOUND_LENGTH),
        db_persist=True,
    )
    other_sound = models.GeneratedField(
        expression=Func(F("word"), function="dmetaphone_alt"),
        output_field=models.CharField(max_length=SOUND_LENGTH),
        db_persist=True,
    )
    # The word and every word that leaves one letter out: two words one mistake apart share one.
    shortened = models.GeneratedField(
        expression=Func(F("word"), function="shortened_words"),
        output_field=ArrayField(models.TextField()),
        db_persist=True,
    )

    class Meta:
        """Found by spelling, beginning, sound, one mistake, or likeness."""

        indexes = [
            models.Index(
                OpClass(F("word"), name="varchar_pattern_ops"), name="name_word_by_spelling"
            ),
            models.Index(fields=["sound"], name="name_word_by_sound"),
            models.Index(fields=["other_sound"], name="name_word_by_other_sound"),
            GinIndex(fields=["shortened"], name="name_word_by_mistake", fastupdate=False),
            GinIndex(
                OpClass(F("word"), name="gin_trgm_ops"),
                name="name_word_by_likeness",
                fastupdate=False,
            ),
        ]

    def __str__(self) -> str:
        """Name the kind and key alone."""
        return f"name word {self.pk}"
