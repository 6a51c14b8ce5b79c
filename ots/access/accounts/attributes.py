"""Recording what the policy asks to be known of an account."""

from dataclasses import asdict, dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from ots.access.accounts.keeping import OwnAccountError
from ots.access.models import AccountAttributes, User
from ots.access.permissions import Permission
from ots.access.viewer import Viewer
from ots.audit.context import occasion
from ots.audit.events import Event
from ots.audit.services import JsonValue, record


@dataclass(frozen=True, slots=True)
class Attributes:
    """What is typed of an account."""

    telephone: str = ""
    is_sworn: bool = False
    has_ndex_privilege: bool = False
    certified_on: date | None = None
    certified_until: date | None = None


def attributes_of(account: User) -> AccountAttributes | None:
    """Return what stands of the account."""
    return AccountAttributes.objects.filter(user=account, superseded_at=None).first()


def earlier_attributes(account: User) -> list[AccountAttributes]:
    """Return what was recorded before, newest first, for those who review the account."""
    earlier = AccountAttributes.objects.filter(user=account, superseded_at__isnull=False)
    return list(earlier.select_related("recorded_by"))


@transaction.atomic
def record_attributes(
    viewer: Viewer, account: User, told: Attributes, *, reason: str = ""
) -> AccountAttributes:
    """Put the attributes in the place of those that stand; nobody attests his own."""
    viewer.require(Permission.ADMIN_USE)
    if viewer.user == account:
        raise OwnAccountError("Another administrator records the attributes of your own account.")
    User.objects.select_for_update(of=("self",)).get(pk=account.pk)
    standing = attributes_of(account)
    with occasion(Event.ATTRIBUTES_RECORDED.name):
        if standing is not None:
            AccountAttributes.objects.filter(pk=standing.pk).update(superseded_at=timezone.now())
        made = AccountAttributes.objects.create(
            user=account,
            supersedes=standing,
            recorded_by=viewer.user,
            reason=reason,
            **asdict(told),
        )
    details: dict[str, JsonValue] = {
        "account": account.pk,
        "changed": [*_changed(standing, told)],
    }
    record(Event.ATTRIBUTES_RECORDED, actor=viewer.user, target=made, details=details)
    return made


def _changed(standing: AccountAttributes | None, told: Attributes) -> list[str]:
    before = Attributes() if standing is None else standing
    return [name for name, value in asdict(told).items() if getattr(before, name) != value]
