"""Record a user's training from the console: the way in where everybody's has lapsed."""

from datetime import date

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.access.models import Course, User
from ots.access.training.recording import Completed, TrainingRefusedError, record_training
from ots.access.viewer import system_viewer


class Command(BaseCommand):
    """As the page does, for the first coordinator and for the last."""

    help = "Record that a user completed a course."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take who, what, when and the certificate."""
        parser.add_argument("username")
        parser.add_argument("course", help="The course's code.")
        parser.add_argument("completed_on", type=date.fromisoformat, help="As 2026-11-02.")
        parser.add_argument("--certificate", default="")

    def handle(
        self, *, username: str, course: str, completed_on: date, certificate: str, **_: object
    ) -> None:
        """Record it and say until when it counts."""
        user = User.objects.filter(username=username).first()
        found = Course.objects.filter(code=course).first()
        if user is None or found is None:
            known = ", ".join(Course.objects.values_list("code", flat=True))
            raise CommandError(
                f"There is no user [{username}] or no course [{course}]."
                f" Courses: {known or 'none'}."
            )
        try:
            made = record_training(
                system_viewer("record_training"), user, Completed(found, completed_on, certificate)
            )
        except TrainingRefusedError as error:
            raise CommandError(str(error)) from error
        self.stdout.write(f"Recorded; it no longer counts from {made.expires_on}.")
