"""``timecomp evaluate``: case files in, results out; no database is opened."""

import argparse
import json
import sys
from collections.abc import Mapping
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError

from timecomp.law.case_fields import CaseFileError
from timecomp.law.case_json import result_to_json
from timecomp.law.case_text import cases_of
from timecomp.law.facts import Case
from timecomp.law.worksheet import worksheet
from timecomp.management.explanation import explanation
from timecomp.selectors.evaluation import evaluate_case

VERB = "evaluate"
HELP = "Compute the cases of a JSON file (or - for standard input)"
NOT_A_CASE_FILE = 2


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare what the verb takes."""
    parser.add_argument(
        "path", metavar="PATH", help="A JSON file of cases, or - for standard input"
    )
    parser.add_argument(
        "--explain", action="store_true", help="Print a page to read instead of JSON"
    )


def run(command: BaseCommand, options: Mapping[str, object]) -> None:
    """Print the results in the order of the cases; exit 2 when the input is no case file."""
    results = [evaluate_case(case, trace=True) for case in _cases(str(options["path"]))]
    if options["explain"]:
        command.stdout.write("\n\n".join(explanation(worksheet(each)) for each in results))
        return
    command.stdout.write(json.dumps([result_to_json(each) for each in results], indent=1))


def _cases(path: str) -> list[Case]:
    try:
        return cases_of(sys.stdin.buffer.read() if path == "-" else Path(path).read_bytes())
    except CaseFileError as error:
        reason = str(error)
    except OSError as error:
        reason = f"cannot be read: {error.strerror}."
    raise CommandError(f"[{path}] {reason}", returncode=NOT_A_CASE_FILE)
