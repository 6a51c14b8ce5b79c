"""``timecomp scenarios``: the proposed changes of law that come with the product."""

import argparse
import json
from collections.abc import Mapping

from django.core.management.base import BaseCommand

from timecomp.law.proposals.scenario import Scenario
from timecomp.law.proposals.scenario_file import shipped_scenarios

VERB = "scenarios"
HELP = "List the proposed changes of law that `timecomp impact` knows by name"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument("--json", action="store_true", help="Print JSON")


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print each scenario with the proposal that it stands for."""
    scenarios = shipped_scenarios()
    if options["json"]:
        command.stdout.write(json.dumps([_entry(each) for each in scenarios], indent=1))
        return
    for each in scenarios:
        command.stdout.write(f"{each.id:<24} {each.title} ({each.proposal})")


def _entry(scenario: Scenario) -> dict[str, object]:
    return {
        "id": scenario.id,
        "title": scenario.title,
        "proposal": scenario.proposal,
        "summary": scenario.summary,
        "source": scenario.source,
        "parameters": [change.id for change in scenario.parameters],
        "rules": [use.proposal.id for use in scenario.rules],
    }
