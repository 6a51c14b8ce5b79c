"""Check that nobody has altered, removed or added anything in the trail."""

import time
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.audit.anchors import Anchor, AnchorError, anchor_file, read_anchors
from ots.audit.evidence import EvidenceError, check_bundle
from ots.audit.findings import Report
from ots.audit.verification import verify


class Command(BaseCommand):
    """``manage.py verify_audit``: ends with 1 when something is wrong, naming each place."""

    help = "Check the trail against its seals, and the seals against their anchors."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take further files of anchors: a copy kept elsewhere is worth more than the own one."""
        parser.add_argument(
            "--anchor",
            action="append",
            type=Path,
            default=[],
            metavar="FILE",
            help="A copy of the anchors, as kept on another machine or medium.",
        )

        parser.add_argument(
            "--evidence", type=Path, metavar="FILE", help="Check a bundle of evidence instead."
        )

    def handle(self, *args: object, **options: object) -> None:
        """Check and tell."""
        if isinstance(options["evidence"], Path):
            self._check_evidence(options["evidence"])
            return
        started = time.monotonic()
        files = options["anchor"] if isinstance(options["anchor"], list) else []
        try:
            report = verify(anchors=_anchors(files))
        except (AnchorError, OSError) as error:
            raise CommandError(str(error)) from error
        self._tell(report, time.monotonic() - started)
        if not report.is_sound:
            raise CommandError(f"The trail is not sound: {len(report.findings)} findings.")

    def _check_evidence(self, path: Path) -> None:
        try:
            wrong = check_bundle(path)
        except EvidenceError as error:
            raise CommandError(str(error)) from error
        if wrong:
            raise CommandError("\n".join(wrong))
        self.stdout.write(f"[{path.name}] is as it was taken, and stands in the trail.")

    def _tell(self, report: Report, seconds: float) -> None:
        for note in report.notes:
            self.stdout.write(note)
        for finding in report.findings:
            self.stdout.write(self.style.ERROR(finding.message))
        self.stdout.write(
            f"{report.entries:,} entries ({report.unsealed:,} not sealed yet, "
            f"{report.archived:,} archived), {report.seals:,} seals, {seconds:.1f} seconds. "
            f"Head: {report.head or 'none'}"
        )


def _anchors(files: list[Path]) -> Iterator[Anchor]:
    own = [anchor_file()] if anchor_file().exists() else []
    return chain.from_iterable(read_anchors(path) for path in [*own, *files])
