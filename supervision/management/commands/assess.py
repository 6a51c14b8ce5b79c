"""Risk instruments from the command line: score assessments, list the instruments."""

import argparse
import json

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.core.json_input import CANNOT_BE_READ, read_document
from supervision.rules.answers_json import (
    assessment_to_json,
    instrument_to_json,
    parse_assessments,
)
from supervision.rules.instruments.catalogue import DISABLED, INSTRUMENTS
from supervision.rules.instruments.form import Instrument
from supervision.rules.standing import word_for


class Command(BaseCommand):
    """Pure answers: no row of the database is read or written."""

    help = "Score a risk instrument from a JSON file, or list the instruments"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        scoring: argparse.ArgumentParser = verbs.add_parser(
            "score", help="Score a list of assessments"
        )
        scoring.add_argument("instrument", metavar="INSTRUMENT", help=", ".join(INSTRUMENTS))
        scoring.add_argument("path", metavar="PATH", help="A JSON file, or - for standard input")
        listing: argparse.ArgumentParser = verbs.add_parser(
            "instruments", help="List the instruments with their items"
        )
        listing.add_argument("--json", action="store_true", help="As JSON")

    def handle(self, *_args: object, **options: object) -> None:
        """Carry the verb out; exit 2 when the input cannot be read or an answer is impossible."""
        if options["verb"] == "score":
            self._score(_instrument(str(options["instrument"])), str(options["path"]))
        elif options["json"]:
            listed = [instrument_to_json(each) for each in INSTRUMENTS.values()]
            self.stdout.write(json.dumps(listed, indent=1))
        else:
            for each in INSTRUMENTS.values():
                self._list(each)
            for each in DISABLED.values():
                self.stdout.write(f"{each.key}  {each.title}: disabled, {each.disabled}")

    def _score(self, instrument: Instrument, path: str) -> None:
        scored = read_document(path, lambda document: parse_assessments(instrument, document))
        self.stdout.write(json.dumps([assessment_to_json(each) for each in scored], indent=1))

    def _list(self, instrument: Instrument) -> None:
        standing = word_for(instrument.standing)
        self.stdout.write(
            f"{instrument.key}  {instrument.title} ({instrument.version}, {standing})"
        )
        for item in instrument.items:
            self.stdout.write(f"  {item.name}: {item.allowed}. {item.label}.")


def _instrument(key: str) -> Instrument:
    found = INSTRUMENTS.get(key)
    if key in DISABLED:
        raise CommandError(
            f"[{key}] is disabled: {DISABLED[key].disabled}.", returncode=CANNOT_BE_READ
        )
    if found is None:
        raise CommandError(
            f"[{key}] is no instrument; give one of {', '.join(INSTRUMENTS)}.",
            returncode=CANNOT_BE_READ,
        )
    return found
