"""Who the person is."""

from dataclasses import dataclass
from datetime import date

from offenders import choices


@dataclass(frozen=True, slots=True)
class Name:
    """A name and how it is borne."""

    kind: choices.NameKind
    last: str
    first: str
    middle: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Number:
    """A number by which an agency knows the person."""

    kind: choices.IdentifierKind
    issuer: str
    value: str


@dataclass(frozen=True, slots=True)
class Looks:
    """A description of the person."""

    height_inches: int
    weight_pounds: int
    eye_color: str
    hair_color: str
    marks: str


@dataclass(frozen=True, slots=True)
class Identity:
    """Who the person is."""

    name: Name
    other_names: tuple[Name, ...]
    birth_date: date
    sex: choices.Sex
    race: choices.Race
    ethnicity: choices.Ethnicity
    looks: Looks
