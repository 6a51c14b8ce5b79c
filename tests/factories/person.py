"""People and the facts of identity, recorded as the services record them."""

from datetime import date
from io import BytesIO

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from offenders import choices
from offenders.models import Address, Identifier, Person, PersonName, Photograph
from offenders.services import people as services
from offenders.services.people import Identity, Name
from ots.access.models import Office, User
from ots.access.viewer import system_viewer
from tests.factories.numbers import next_number

RECORDER = system_viewer("tests")


def person(  # noqa: PLR0913  one keyword a fact of the summary
    first_name: str = "Dana",
    *,
    last_name: str = "Doe",
    middle_name: str = "",
    birth_date: date | None = date(1988, 3, 5),
    sex: str = choices.Sex.FEMALE,
    status: str = choices.Status.PAROLE,
    agent: User | None = None,
    office: Office | None = None,
) -> Person:
    """Record a person with the office and agent in the current summary."""
    made = services.record_person(
        RECORDER,
        name=Name(last_name=last_name, first_name=first_name, middle_name=middle_name),
        identity=Identity(birth_date=birth_date, sex=sex),
    )
    services.set_summary(made.pk, status=status, agent=agent, office=office)
    made.refresh_from_db()
    return made


def add_alias(person: Person, *, last_name: str, first_name: str = "") -> PersonName:
    """Record another name of the person."""
    name = Name(last_name=last_name, first_name=first_name)
    return services.add_name(RECORDER, person.pk, kind=choices.NameKind.ALIAS, name=name)


def add_identifier(
    person: Person, *, kind: str = choices.IdentifierKind.MDOC, value: str = ""
) -> Identifier:
    """Record a number of the person; a fresh one unless given."""
    return services.add_identifier(
        RECORDER, person.pk, kind=kind, value=value or f"{100000 + next_number()}"
    )


def add_address(
    person: Person, *, street: str = "12 Elm Street", began_on: date = date(2024, 1, 1)
) -> Address:
    """Record where the person lives."""
    return Address.objects.create(
        person=person,
        kind=choices.AddressKind.HOME,
        street=street,
        city="Lansing",
        postal_code="48933",
        began_on=began_on,
    )


def add_photograph(person: Person, *, taken_on: date = date(2025, 6, 1)) -> Photograph:
    """Record a small photograph."""
    image = ContentFile(small_photograph(), name="face.jpg")
    return Photograph.objects.create(person=person, taken_on=taken_on, image=image)


def small_photograph() -> bytes:
    """Return the outline of a head and shoulders."""
    picture = Image.new("RGB", (72, 90), "#c9ced3")
    draw = ImageDraw.Draw(picture)
    draw.ellipse((20, 14, 52, 52), fill="#71767a")
    draw.ellipse((4, 58, 68, 130), fill="#71767a")
    written = BytesIO()
    picture.save(written, "JPEG")
    return written.getvalue()
