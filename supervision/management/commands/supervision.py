"""Decision support from the command line: what the rules suggest for people's facts."""

import json

from django.core.management.base import BaseCommand, CommandParser

from ots.core.json_input import read_document
from supervision.rules.answers_json import suggestions_to_json
from supervision.rules.person_facts import parse_people


class Command(BaseCommand):
    """Pure answers: no row of the database is read or written."""

    help = "Say what the rules of supervision suggest, from a JSON file of people's facts"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the verb."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        verbs.add_parser(
            "suggest", help="Suggestions, caps, escalation, clocks and obligations"
        ).add_argument("path", metavar="PATH", help="A JSON file, or - for standard input")

    def handle(self, *_args: object, **options: object) -> None:
        """Answer in the order given; exit 2 when the input cannot be read."""
        people = read_document(str(options["path"]), parse_people)
        self.stdout.write(json.dumps([suggestions_to_json(each) for each in people], indent=1))
