"""``timecomp schema``: the form of a case file, for editors and for other programs."""

import argparse
import json
from collections.abc import Mapping

from django.core.management.base import BaseCommand

from timecomp.law.case_schema import case_schema

VERB = "schema"
HELP = "Print the JSON Schema of the case files that evaluate reads"


def add_arguments(_parser: argparse.ArgumentParser) -> None:
    """Take nothing."""


def run(command: BaseCommand, _options: Mapping[str, object]) -> None:
    """Print the schema."""
    command.stdout.write(json.dumps(case_schema(), indent=1))
