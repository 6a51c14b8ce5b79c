"""What the law's speed is measured beside: bare calls, bare reading, and another rule engine.

The 250 rules are synthetic: each compares one number of a person with a bound of its own and adds
to a sum. They bound the cost of calling rules, not the law. The other engines are installed by
hand for this measure alone, and are no part of the project.
"""

import importlib
import json
from collections.abc import Callable, Sequence
from types import ModuleType

from django.db import connection
from django.db.backends.utils import CursorWrapper

from timecomp.selectors.record_reading import Stretch, read_rows

RULES = 250
Engine = Callable[[int], object]
Query = tuple[str, Sequence[object] | None]


def bare_calls() -> Engine:
    """Return a person's evaluation as 250 calls of Python functions."""
    rules = [_bare(bound) for bound in range(RULES)]

    def evaluate(days: int) -> int:
        return sum(rule(days) for rule in rules)

    return evaluate


def _bare(bound: int) -> Callable[[int], int]:
    return lambda days: 1 if days > bound else 0


def zen_engine() -> Engine | None:
    """Return the same in zen-engine, as 250 expressions of one node; None if not installed."""
    zen = _installed("zen")
    if zen is None:
        return None
    expressions = [
        {"id": str(n), "key": f"r{n}", "value": f"days > {n} ? 1 : 0"} for n in range(RULES)
    ]
    nodes = [
        {"id": "in", "name": "in", "type": "inputNode"},
        {
            "id": "rules",
            "name": "rules",
            "type": "expressionNode",
            "content": {"expressions": expressions},
        },
        {"id": "out", "name": "out", "type": "outputNode"},
    ]
    edges = [
        {"id": "a", "type": "edge", "sourceId": "in", "targetId": "rules"},
        {"id": "b", "type": "edge", "sourceId": "rules", "targetId": "out"},
    ]
    decision = zen.ZenEngine().create_decision(json.dumps({"nodes": nodes, "edges": edges}))
    return lambda days: decision.evaluate({"days": days})


def business_rules() -> Engine | None:
    """Return the same in business-rules; None if not installed."""
    engine = _installed("business_rules")
    if engine is None:
        return None
    variables = importlib.import_module("business_rules.variables")
    actions = importlib.import_module("business_rules.actions")
    rules = [
        {
            "conditions": {"all": [{"name": "days", "operator": "greater_than", "value": n}]},
            "actions": [{"name": "count", "params": {}}],
        }
        for n in range(RULES)
    ]
    names, counting = _business_classes(variables, actions)
    return lambda days: engine.run_all(
        rule_list=rules, defined_variables=names(days), defined_actions=counting()
    )


def _business_classes(
    variables: ModuleType, actions: ModuleType
) -> tuple[Callable[[int], object], Callable[[], object]]:
    """The library wants classes whose methods it finds by their decorators."""
    numeric = variables.numeric_rule_variable
    action = actions.rule_action

    def set_days(self: object, days: int) -> None:
        self.held = days  # type: ignore[attr-defined]  # made below, without a declaration

    days = numeric()(lambda self: self.held)
    named = {"__init__": set_days, "days": days}
    names = type("Days", (variables.BaseVariables,), named)
    counting = type(
        "Count",
        (actions.BaseActions,),
        {"count": action(params={})(lambda _self: None)},
    )
    return names, counting


def _installed(module: str) -> ModuleType | None:
    try:
        return importlib.import_module(module)
    except ImportError:
        return None


def queries_of(stretch: Stretch) -> list[Query]:
    """Return the queries by which the facts of a stretch are read."""
    asked: list[Query] = []

    def note(
        execute: Callable[..., object], sql: str, params: Sequence[object], *rest: object
    ) -> object:
        asked.append((sql, params))
        return execute(sql, params, *rest)

    with connection.execute_wrapper(note):
        read_rows(stretch)
    return asked


def copy_and_throw_away(cursor: CursorWrapper, queries: Sequence[Query]) -> int:
    """Read the same rows by COPY and keep none; returns how many bytes came."""
    received = 0
    for sql, params in queries:
        with cursor.copy(f"COPY ({sql}) TO STDOUT", params) as rows:
            received += sum(len(block) for block in rows)
    return received
