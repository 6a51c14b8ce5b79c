"""``timecomp rules``: the book of rules, and how many people each touched in the last run."""

import argparse
import json
from collections.abc import Mapping
from datetime import date

from django.core.management.base import BaseCommand
from django.db import OperationalError

from ots.access.viewer import system_viewer
from timecomp.law.rule_book import RuleEntry, rule_book
from timecomp.selectors.runs import people_touched

VERB = "rules"
HELP = "List every rule with its citation, its time in force and its standing"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument("--json", action="store_true", help="Print JSON")


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print the rules in the order of the compiled laws."""
    touched = _people_touched(command)
    rules = [_rule(entry, touched) for entry in rule_book().rules]
    if options["json"]:
        command.stdout.write(json.dumps(rules, indent=1))
        return
    for rule in rules:
        people = "-" if rule["people"] is None else f"{rule['people']:,}"
        command.stdout.write(
            f"{rule['id']:<30} {rule['status']:<9} {people:>9} {rule['from'] or '':<10} "
            f"{rule['to'] or '':<10} {rule['citation']} ({rule['module']})"
        )


def _people_touched(command: BaseCommand) -> Mapping[str, int] | None:
    """The counts of the last run; without a database the book itself can still be read."""
    try:
        return people_touched(system_viewer("timecomp rules"))
    except OperationalError:
        command.stderr.write("The database does not answer: the rules are listed without people.")
        return None


def _rule(entry: RuleEntry, touched: Mapping[str, int] | None) -> dict[str, object]:
    return {
        "id": entry.id,
        "title": entry.title,
        "citation": entry.citation,
        "from": _day(entry.since),
        "to": _day(entry.until),
        "governed_by": entry.governed_by.value,
        "module": entry.module,
        "status": entry.standing.value,
        "awaits": entry.awaits,
        "parameters": list(entry.parameters),
        "people": None if touched is None else touched.get(entry.id, 0),
    }


def _day(day: date | None) -> str | None:
    return None if day is None else day.isoformat()
