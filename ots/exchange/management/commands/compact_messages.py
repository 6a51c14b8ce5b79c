"""Messages of the compact by hand: out to a folder, in from one, and what waits for a clerk."""

import json
from pathlib import Path

from django.core.management.base import BaseCommand, CommandError, CommandParser

from ots.access.viewer import system_viewer
from ots.exchange.compact.cases import Chosen
from ots.exchange.compact.delivery import waiting_for, write_out
from ots.exchange.compact.inbox import files_in, read_files
from ots.exchange.compact.keys import NoSuchKeyError, end_key, make_key
from ots.exchange.compact.peers import peers
from ots.exchange.compact.receiving import receive_again
from ots.exchange.compact.schema_document import message_schema
from ots.exchange.models import CompactIntake, CompactKey, Reception


class Command(BaseCommand):
    """Each verb may be run again: no message is taken twice, and none is written twice."""

    help = "Write, read and settle messages of the interstate compact; print their schema."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the verb and what it needs."""
        verbs = parser.add_subparsers(dest="verb", required=True)
        out = verbs.add_parser("export", help="write what waits for other states into a folder")
        out.add_argument("path", type=Path)
        out.add_argument("--to", metavar="STATE", help="of one state alone, as OH")
        come = verbs.add_parser("import", help="take in a message, or every message of a folder")
        come.add_argument("path", type=Path)
        come.add_argument("--from", dest="sender", metavar="STATE", help="refuse any other sender")
        verbs.add_parser("waiting", help="list what waits for a clerk, and what was refused")
        settle = verbs.add_parser("settle", help="try again what waits or was refused")
        settle.add_argument("intake", type=int, help="its number in the list of what waits")
        settle.add_argument("--person", type=int, help="the record that the message is about")
        key = verbs.add_parser("key", help="make a key for another state's system; shown once")
        key.add_argument("state", metavar="STATE", help="as OH")
        end = verbs.add_parser("end-key", help="end a key: from now on it opens nothing")
        end.add_argument("key", type=int, help="its number in the list of keys")
        verbs.add_parser("keys", help="list the keys that run")
        verbs.add_parser("schema", help="print the schema with the fields of each activity")

    def handle(self, *, verb: str, **given: object) -> None:
        """Do what the verb says."""
        path, intake = given.get("path"), given.get("intake")
        if verb == "export" and isinstance(path, Path):
            self._export(path, _word(given.get("to")))
        elif verb == "import" and isinstance(path, Path):
            self._import(path, _word(given.get("sender")))
        elif verb == "settle" and isinstance(intake, int):
            self._settle(intake, _number(given.get("person")))
        elif verb in {"key", "end-key", "keys"}:
            self._keys(_word(given.get("state")), _number(given.get("key")))
        elif verb == "waiting":
            self._waiting()
        else:
            self.stdout.write(json.dumps(message_schema(), indent=2, ensure_ascii=False))

    def _export(self, path: Path, to: str | None) -> None:
        for code in [to] if to else sorted(peers()):
            count = len(waiting_for(code))
            try:
                written = write_out(system_viewer("compact_messages"), code, path)
            except OSError as error:
                raise CommandError(f"[{path}] can't be written: {error.strerror}.") from error
            self.stdout.write(f"{code}: {written} of {count} messages written to {path}.")

    def _import(self, path: Path, sender: str | None) -> None:
        try:
            read = read_files(system_viewer("compact_messages"), files_in(path), sender=sender)
        except OSError as error:
            raise CommandError(f"[{path}] can't be read: {error.strerror}.") from error
        for line in read.lines:
            self.stdout.write(line)
        said = ", ".join(f"{count} {outcome}" for outcome, count in read.counts.items())
        self.stdout.write(f"{read.counts.total()} messages read: {said or 'none'}.")

    def _waiting(self) -> None:
        rows = CompactIntake.objects.exclude(outcome=Reception.TAKEN).defer("raw")
        for row in rows.order_by("pk"):
            self.stdout.write(f"{row.pk}  {row.received_at:%Y-%m-%d %H:%M}  {row.outcome}")
            self.stdout.write(f"    {row.reason}")
        if not rows:
            self.stdout.write("Nothing waits.")

    def _settle(self, key: int, person: int | None) -> None:
        found = CompactIntake.objects.filter(pk=key).only("pk").first()
        if found is None:
            raise CommandError(f"No message came under [{key}]: see compact_messages waiting.")
        viewer = system_viewer("compact_messages")
        after, was_there = receive_again(viewer, found.pk, Chosen(person_id=person))
        if was_there:
            self.stdout.write("The message was taken before; nothing was changed.")
        elif after.outcome != Reception.TAKEN:
            raise CommandError(f"The message is {after.outcome}: {after.reason}")
        else:
            self.stdout.write("The message was taken into its case.")

    def _keys(self, state: str | None, ended: int | None) -> None:
        viewer = system_viewer("compact_messages")
        try:
            if state:
                made, key = make_key(viewer, state)
                self.stdout.write(f"Key {made.pk} of {state}, shown this once: {key}")
            elif ended:
                self.stdout.write(f"Key {end_key(viewer, ended).pk} is ended.")
            else:
                self._list_keys()
        except NoSuchKeyError as error:
            raise CommandError(str(error)) from error

    def _list_keys(self) -> None:
        for key in CompactKey.objects.filter(ended_at=None):
            self.stdout.write(f"{key.pk}  {key.member_id}  made {key.made_at:%Y-%m-%d}")


def _word(value: object) -> str | None:
    return value if isinstance(value, str) else None


def _number(value: object) -> int | None:
    return value if isinstance(value, int) else None
