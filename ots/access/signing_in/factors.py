"""The second factors of an account: which there are, taking one away, and starting over."""

from dataclasses import dataclass

from django.db import transaction

from ots.access.models import CodeApp, Passkey, RecoveryCode, User
from ots.access.models.session import EndReason
from ots.access.permissions import Permission
from ots.access.signing_in import recovery
from ots.access.signing_in.requirement import is_excused, needs_second_factor
from ots.access.signing_in.sessions import end_sessions, open_sessions
from ots.access.viewer import Viewer, viewer_for
from ots.audit.events import Event
from ots.audit.services import record


class LastFactorError(Exception):
    """The account needs a second factor, and this is its only one."""


@dataclass(frozen=True, slots=True)
class Factors:
    """What an account has set up."""

    apps: list[CodeApp]
    passkeys: list[Passkey]
    codes_left: int

    @property
    def number(self) -> int:
        """Return how many there are, paper apart."""
        return len(self.apps) + len(self.passkeys)


def factors_of(user: User) -> Factors:
    """Return what the account has set up."""
    return Factors(
        apps=list(user.code_apps.all()),
        passkeys=list(user.passkeys.all()),
        codes_left=recovery.codes_left(user),
    )


@transaction.atomic
def remove_app(user: User, number: int) -> None:
    """Take an app away; raises ``LastFactorError`` when it is the only factor of a role's."""
    _keep_one(user)
    for app in CodeApp.objects.filter(user=user, pk=number):
        record(Event.FACTOR_REMOVED, actor=user, target=app)
        app.delete()


@transaction.atomic
def remove_passkey(user: User, number: int) -> None:
    """Take a passkey away; raises ``LastFactorError`` when it is the only factor of a role's."""
    _keep_one(user)
    for passkey in Passkey.objects.filter(user=user, pk=number):
        record(Event.FACTOR_REMOVED, actor=user, target=passkey)
        passkey.delete()


@transaction.atomic
def reset_factors(viewer: Viewer, account: User) -> None:
    """Take all factors of an account away, so that its owner sets up new ones at sign-in."""
    viewer.require(Permission.ADMIN_USE)
    record(Event.FACTORS_RESET, actor=viewer.user, target=account)
    CodeApp.objects.filter(user=account).delete()
    Passkey.objects.filter(user=account).delete()
    RecoveryCode.objects.filter(user=account, used_at=None).delete()
    end_sessions(open_sessions(account), EndReason.BY_ADMINISTRATOR, actor=viewer.user)


def _keep_one(user: User) -> None:
    needed = needs_second_factor(viewer_for(user)) and not is_excused(user)
    if needed and factors_of(user).number <= 1:
        raise LastFactorError(
            "Your role needs a second factor, and this is the only one. Add another first."
        )
