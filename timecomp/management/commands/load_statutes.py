"""Fill the code table of offences from the law's table; safe to repeat."""

from django.core.management.base import BaseCommand

from ots.access.viewer import system_viewer
from timecomp.services.statutes import load_statutes


class Command(BaseCommand):
    """Bring the code table of offences up to date."""

    help = "Fill the code table of offences from the law's own table; a second time changes nothing"

    def handle(self, *_args: object, **_options: object) -> None:
        """Load and say what changed."""
        loaded = load_statutes(system_viewer("load_statutes"))
        self.stdout.write(
            f"Offences: {loaded.new} new, {loaded.corrected} corrected, "
            f"{loaded.unchanged} as they were."
        )
