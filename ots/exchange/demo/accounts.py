"""The demonstration's accounts: one for each role, some for more."""

from django.contrib.auth.models import Group
from guardian.shortcuts import assign_perm

from ots.access.demo_users import DEMO_USERS, DemoUser
from ots.access.models import Agency, Office, User


def create_demo_users() -> int:
    """Create the accounts that are missing; returns how many. Existing ones stay as they are."""
    known = set(User.objects.values_list("username", flat=True))
    missing = [each for each in DEMO_USERS if each.username not in known]
    for each in missing:
        _create(each)
    _give_oris()
    return len(missing)


def _give_oris() -> None:
    """Give agencies of the demonstration an ORI that the FBI gives to none: the trail shows it."""
    names = [each.username for each in DEMO_USERS]
    agencies = Agency.objects.filter(users__username__in=names).distinct().order_by("code")
    for number, agency in enumerate(agencies, start=1):
        if not agency.ori:
            agency.ori = f"MIDEMO{number:03}"
            agency.save(update_fields=["ori"])


def _create(demo: DemoUser) -> None:
    office = Office.objects.select_related("agency").get(code=demo.office) if demo.office else None
    agency = Agency.objects.get(code=demo.agency) if demo.agency else None
    user = User.objects.create_user(
        username=demo.username,
        password=demo.password,
        email=f"{demo.username}@demonstration.example",
        first_name=demo.first_name,
        last_name=demo.last_name,
        job_title=demo.role,
        office=office,
        agency=agency or (office.agency if office else None),
        is_staff=demo.is_administrator,
    )
    user.groups.add(Group.objects.get(name=demo.role))
    for code in demo.supervises:
        assign_perm("supervise_office", user, Office.objects.get(code=code))
