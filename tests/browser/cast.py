"""The cast of the made-up record: one user a role."""

from ots.access.models import Office, User
from ots.access.models.agency import AgencyKind
from tests import factories


def cast_of(office: Office) -> dict[str, User]:
    """Give each role somebody; those of the office work there."""
    court = factories.agency("30th Circuit Court", kind=AgencyKind.COURT)
    police = factories.agency("Michigan State Police", kind=AgencyKind.LAW_ENFORCEMENT)
    cast = {
        "olivia": factories.user("Olivia", role="Parole agent", office=office),
        "oscar": factories.user("Oscar", role="Parole agent", office=office),
        "sam": factories.user("Sam", role="Supervisor", office=office),
        "tim": factories.user("Tim", role="Records and time-computation clerk"),
        "tess": factories.user("Tess", role="Records and time-computation clerk"),
        "paula": factories.user("Paula", role="Law-enforcement user", agency=police),
        "vic": factories.user("Vic", role="Victim services"),
        "courtney": factories.user("Courtney", role="Court user", agency=court),
        "audrey": factories.user("Audrey", role="Auditor"),
        "quinn": factories.user("Quinn", role="Data-quality reviewer"),
        "seth": factories.user("Seth", role="Security officer"),
        "cleo": factories.user("Cleo", role="Restricted records custodian"),
        "adam": factories.user("Adam", role="Administrator"),
    }
    factories.give_office(cast["sam"], office)
    return cast
