"""Time computation from the command line: evaluate a case, run the night, list the rules."""

from django.core.management.base import BaseCommand, CommandParser

from timecomp.management import evaluate, impact, nightly, project, replay, rules, scenarios, schema


class Command(BaseCommand):
    """One command; each verb has a module of its own beside this folder."""

    help = "Compute sentence time: one case file, everybody, or list the rules"
    # A case file needs no database, so nothing that looks at one is checked first.
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer the verbs."""
        verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")
        for module in (evaluate, nightly, replay, rules, impact, project, scenarios, schema):
            verb = verbs.add_parser(module.VERB, help=module.HELP)
            module.add_arguments(verb)
            verb.set_defaults(run=module.run)

    def handle(self, *_args: object, **options: object) -> None:
        """Carry the verb out."""
        run = options["run"]
        if not callable(run):
            raise TypeError(f"[{run!r}] is no verb.")
        run(self, options)
