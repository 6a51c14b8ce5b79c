"""Agencies, offices and the people who sign in."""

from django.contrib.auth.models import Group
from guardian.shortcuts import assign_perm

from offenders.models import Person
from ots.access.models import Agency, County, Office, User
from ots.access.models.agency import AgencyKind
from tests.factories.numbers import SHORTEST, next_number, short_number

PASSWORD = "correct horse battery staple"


def county(name: str = "Ingham") -> County:
    """Return the county of that name."""
    known = County.objects.filter(name=name).first()
    if known is not None:
        return known
    # Real codes end at 83; these never meet them.
    number = 100 + short_number()
    return County.objects.create(code=number, name=name, fips=f"T{number % SHORTEST}")


def agency(name: str = "Michigan Department of Corrections", *, kind: str = "") -> Agency:
    """Return the agency of that name."""
    made, _ = Agency.objects.get_or_create(
        name=name,
        defaults={"code": f"A{next_number()}", "kind": kind or AgencyKind.CORRECTIONS},
    )
    return made


def office(name: str = "Lansing Parole", *, of: Agency | None = None) -> Office:
    """Return the office of that name."""
    made, _ = Office.objects.get_or_create(
        name=name, defaults={"code": f"O{next_number()}", "agency": of or agency()}
    )
    return made


def user(
    first_name: str,
    *,
    role: str,
    office: Office | None = None,
    agency: Agency | None = None,
) -> User:
    """Make a user who holds one role; signs in with ``PASSWORD``."""
    made = User.objects.create_user(
        username=f"{first_name.lower()}{next_number()}",
        password=PASSWORD,
        email=f"{first_name.lower()}@agency.example",
        first_name=first_name,
        last_name="Tester",
        office=office,
        agency=agency or (office.agency if office else None),
        is_staff=role == "Administrator",
    )
    made.groups.add(Group.objects.get(name=role))
    return made


def give_office(to: User, office: Office) -> None:
    """Let a supervisor reach the people of an office."""
    assign_perm("supervise_office", to, office)


def give_person(to: User, person: Person) -> None:
    """Let a user reach one person's record."""
    assign_perm("reach_person", to, person)
