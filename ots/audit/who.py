"""Telling the database who is at work, for what the net finds; once a transaction that writes."""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper
from django.db.backends.signals import connection_created
from django.dispatch import receiver

from ots.audit.circumstances import origin
from ots.audit.context import current_acting, current_request_id

_WRITING = ("INSERT", "UPDATE", "DELETE", "TRUNCATE", "WITH", "COPY", "MERGE")


@dataclass
class Teller:
    """Tells one connection who is at work, when that changed or was rolled back."""

    told: str = ""
    blocks: list[int] = field(default_factory=list)

    def __call__(
        self,
        execute: Callable[..., object],
        sql: Any,
        params: object,
        many: bool,  # noqa: FBT001  Django's own signature
        context: dict[str, Any],
    ) -> object:
        """Run the statement; before one that writes, tell who wants it."""
        if isinstance(sql, str) and sql.lstrip()[:8].upper().startswith(_WRITING):
            self._tell(context["connection"])
        return execute(sql, params, many, context)

    def _tell(self, connection: BaseDatabaseWrapper) -> None:
        who = at_work()
        blocks = [id(block) for block in connection.atomic_blocks]
        # A setting made inside a block is undone with it: it holds while that block is open.
        if who == self.told and blocks[: len(self.blocks)] == self.blocks:
            return
        connection.connection.execute("SELECT set_config('ots.who', %s, false)", [who])
        self.told, self.blocks = who, blocks


def at_work() -> str:
    """Return who is at work, as the database keeps it."""
    known = current_acting()
    actor = known.get("actor")
    told = {
        "actor": getattr(actor, "pk", None),
        "address": known.get("remote_addr"),
        "session": _value(known, "session"),
        "second_factor": _value(known, "second_factor"),
        "ori": _value(known, "ori"),
        "agency": _value(known, "agency_id"),
        "cid": current_request_id(),
        "origin": origin(),
    }
    return json.dumps({name: value for name, value in told.items() if value})


def _value(known: Mapping[str, object], name: str) -> object:
    value = known.get(name)
    return value() if callable(value) else value


@receiver(connection_created, dispatch_uid="audit-tell-who")
def tell_each_connection(connection: BaseDatabaseWrapper, **_: object) -> None:
    """Have each new connection told who is at work."""
    if connection.vendor != "postgresql":
        return
    kept = [each for each in connection.execute_wrappers if not isinstance(each, Teller)]
    connection.execute_wrappers[:] = [*kept, Teller()]
