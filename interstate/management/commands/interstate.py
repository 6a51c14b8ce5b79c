"""The compact from the command line: follow cases through their events, decide eligibility."""

import json

from django.core.management.base import BaseCommand, CommandParser

from interstate.rules.eligibility import Eligibility, decide
from interstate.rules.eligibility_facts import parse_eligibility
from interstate.rules.machine import replay
from interstate.rules.scenario_json import parse_scenarios, replay_to_json
from ots.core.json_input import read_document


class Command(BaseCommand):
    """Pure answers: no row of the database is read or written."""

    help = "Replay compact cases, or decide who may transfer, from a JSON file"
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for verb, says in (
            ("replay", "Follow scenarios: state, refusals, obligations and their days"),
            ("eligibility", "Decide whether transfers are mandatory, discretionary or neither"),
        ):
            verbs.add_parser(verb, help=says).add_argument(
                "path", metavar="PATH", help="A JSON file, or - for standard input"
            )

    def handle(self, *_args: object, **options: object) -> None:
        """Carry the verb out; exit 2 when the input cannot be read."""
        path = str(options["path"])
        if options["verb"] == "replay":
            scenarios = read_document(path, parse_scenarios)
            answers = [replay_to_json(replay(each)) for each in scenarios]
        else:
            answers = [_decision(decide(each)) for each in read_document(path, parse_eligibility)]
        self.stdout.write(json.dumps(answers, indent=1))


def _decision(found: Eligibility) -> dict[str, object]:
    return {
        "id": found.id,
        "decision": found.decision.value,
        "rule": found.rule,
        "reasons": list(found.reasons),
        "missing": list(found.missing),
    }
