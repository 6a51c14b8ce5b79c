"""Load counties, agencies, offices, courts and facilities."""

from django.core.management.base import BaseCommand

from offenders.services.reference import load_reference_data
from ots.access.viewer import system_viewer


class Command(BaseCommand):
    """May be run again at any time."""

    help = "Bring counties, agencies, offices, courts and facilities in line with the files."

    def handle(self, **_: object) -> None:
        """Load them and say what changed."""
        done = load_reference_data(system_viewer("load_reference_data"))
        for each in done:
            if each.created or each.changed:
                self.stdout.write(f"{each.kind}: {each.created} new, {each.changed} changed")
        if not any(each.created or each.changed for each in done):
            self.stdout.write("Nothing to do: the reference data is as the files say.")
