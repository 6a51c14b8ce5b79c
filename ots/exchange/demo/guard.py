"""A demonstration has accounts whose password everybody knows: never where real records are."""

from django.conf import settings
from django.core.management.base import CommandError


def require_demonstration() -> None:
    """Raise ``CommandError`` unless the settings are those of a demonstration."""
    if not settings.SHOW_DEMO_USERS:
        raise CommandError(
            "This is not a demonstration: under these settings there are no demonstration "
            "accounts, since everybody knows their password. Use ots.settings.local."
        )
