"""How much of the law its cases hold fast: each small change of a rule must turn some case red.

Run by hand: ``python -m tests.law.mutants [module ...] [--sample N] [--seed N]``. Each changed
module is put to every case of the case files in a process of its own, which takes a third of a
second; a change that no case notices is named. The common tools leave decorated functions out, and
every rule of the law is one.
"""

import argparse
import ast
import copy
import importlib.abc
import importlib.machinery
import os
import random
import signal
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from pathlib import Path
from types import CodeType, ModuleType

import yaml  # noqa: F401  # loaded once, before the processes part

ROOT = Path(__file__).parents[2]
LAW = ROOT / "timecomp" / "law"
# What is read, told or drawn around the law, and the laws proposed, have tests of other kinds.
TOLD_ELSEWHERE = frozenset(
    {
        *("case_json", "case_fields", "case_schema", "case_text", "changes", "comparison"),
        *("credit_lines", "credit_months", "offences", "picture", "rule_book", "worksheet"),
        *("proposed", "proposed_parole", "settling"),
    }
)
SECONDS = 20
COMPARED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE, ast.GtE),
    ast.LtE: (ast.Lt, ast.Gt),
    ast.Gt: (ast.GtE, ast.LtE),
    ast.GtE: (ast.Gt, ast.Lt),
    ast.Eq: (ast.NotEq,),
    ast.NotEq: (ast.Eq,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
}
RECKONED: dict[type[ast.operator], type[ast.operator]] = {
    ast.Add: ast.Sub,
    ast.Sub: ast.Add,
    ast.Mult: ast.FloorDiv,
    ast.FloorDiv: ast.Mult,
    ast.Mod: ast.Mult,
    ast.Div: ast.Mult,
}
OPPOSITE = {"min": "max", "max": "min", "any": "all", "all": "any"}
DATED = frozenset({"since", "until"})
FOR_THE_TRACE = frozenset({"about", "amount"})
UNCHANGED = frozenset({"dataclass", "lru_cache"})


class Outcome(IntEnum):
    """What became of a changed module, as the exit code of its process."""

    NOTICED = 0
    LIVED = 1
    BROKEN = 2


@dataclass(frozen=True)
class Mutant:
    """One small change of one module: what stands at a place of its tree, and what is put there."""

    module: str
    line: int
    change: str
    original: ast.Module
    place: int
    changed: ast.AST

    @property
    def tree(self) -> ast.Module:
        """The module as changed."""
        whole = copy.deepcopy(self.original)
        _Put(list(_changeable(whole))[self.place], self.changed).visit(whole)
        return ast.fix_missing_locations(whole)

    def __str__(self) -> str:
        return f"{self.module}:{self.line}: {self.change}"


def mutants_of(module: str, source: str) -> Iterator[Mutant]:
    """Every small change of the module, one at a time."""
    tree = ast.parse(source)
    for number, node in enumerate(list(_changeable(tree))):
        for changed in _changes(node):
            change = f"{ast.unparse(node)} -> {ast.unparse(changed)}"
            yield Mutant(module, node.lineno, change, tree, number, changed)


class _Put(ast.NodeTransformer):
    def __init__(self, old: ast.AST, new: ast.AST) -> None:
        self._old, self._new = old, new

    def visit(self, node: ast.AST) -> ast.AST:
        return self._new if node is self._old else self.generic_visit(node)


def _changeable(node: ast.AST) -> Iterator[ast.expr | ast.stmt | ast.keyword]:
    for child in ast.iter_child_nodes(node):
        if _is_left_alone(child):
            continue
        if isinstance(child, ast.expr | ast.stmt | ast.keyword):
            yield child
        yield from _changeable(child)


def _is_left_alone(node: ast.AST) -> bool:
    """Texts, types, and what only makes the program faster."""
    if isinstance(node, ast.Call):
        return isinstance(node.func, ast.Name) and node.func.id in UNCHANGED
    if isinstance(node, ast.arg | ast.Import | ast.ImportFrom | ast.JoinedStr):
        return True
    return isinstance(node, ast.Constant) and not isinstance(node.value, int)


def _changes(node: ast.AST) -> Iterator[ast.AST]:
    yield from _other_values(node)
    yield from _other_branches(node)
    if isinstance(node, ast.keyword) and node.arg in DATED:
        yield ast.keyword(node.arg, ast.Constant(None))
    if isinstance(node, ast.Return) and node.value and ast.unparse(node.value) != "None":
        yield ast.Return(ast.Constant(None))
    if _is_an_act(node):
        yield ast.Pass()


def _is_an_act(node: ast.AST) -> bool:
    call = node.value if isinstance(node, ast.Expr) else None
    return isinstance(call, ast.Call) and _name(call.func) not in FOR_THE_TRACE


def _other_values(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Constant):
        yield ast.Constant(not node.value if isinstance(node.value, bool) else node.value + 1)
    elif isinstance(node, ast.BinOp) and type(node.op) in RECKONED:
        yield ast.BinOp(node.left, RECKONED[type(node.op)](), node.right)
    elif isinstance(node, ast.Call) and _name(node.func) in OPPOSITE:
        yield ast.Call(ast.Name(OPPOSITE[_name(node.func)], ast.Load()), node.args, node.keywords)


def _other_branches(node: ast.AST) -> Iterator[ast.AST]:
    if isinstance(node, ast.Compare):
        for place, op in enumerate(node.ops):
            for other in COMPARED[type(op)]:
                ops = [*node.ops[:place], other(), *node.ops[place + 1 :]]
                yield ast.Compare(node.left, ops, node.comparators)
    elif isinstance(node, ast.BoolOp):
        other = ast.Or() if isinstance(node.op, ast.And) else ast.And()
        yield ast.BoolOp(other, node.values)
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield node.operand
    elif isinstance(node, ast.If | ast.IfExp) and not isinstance(node.test, ast.Compare):
        yield type(node)(ast.UnaryOp(ast.Not(), node.test), node.body, node.orelse)


def _name(function: ast.expr) -> str:
    return getattr(function, "attr", getattr(function, "id", ""))


class _Changed(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """Gives the changed module in place of the one on disk."""

    def __init__(self, module: str, code: CodeType) -> None:
        self._module, self._code = module, code

    def find_spec(
        self, fullname: str, path: object, target: object = None
    ) -> importlib.machinery.ModuleSpec | None:
        if fullname != self._module:
            return None
        return importlib.machinery.ModuleSpec(fullname, self, origin=self._code.co_filename)

    def exec_module(self, module: ModuleType) -> None:
        module.__file__ = self._code.co_filename
        exec(self._code, module.__dict__)  # noqa: S102  # the law's own text, changed in one place


def outcome_of(mutant: Mutant) -> Outcome:
    """Put the mutant to the cases in a process of its own."""
    child = os.fork()
    if child:
        _, status = os.waitpid(child, 0)
        return Outcome(os.WEXITSTATUS(status)) if os.WIFEXITED(status) else Outcome.NOTICED
    signal.alarm(SECONDS)
    try:
        os._exit(_put_to_the_cases(mutant))
    finally:
        os._exit(Outcome.BROKEN)


def _put_to_the_cases(mutant: Mutant) -> Outcome:
    path = ROOT.joinpath(*mutant.module.split(".")).with_suffix(".py")
    sys.meta_path.insert(0, _Changed(mutant.module, compile(mutant.tree, str(path), "exec")))
    try:
        case_files = importlib.import_module("tests.law.case_files")
    except Exception:  # noqa: BLE001  # whatever stops the import is the mutant's doing
        return Outcome.BROKEN
    beside = mutant.module.removeprefix("timecomp.law.").replace(".", "/")
    cases = sorted(case_files.all_cases(), key=lambda case: not case.file.startswith(beside))
    try:
        for case in cases:
            case_files.check(case)
    except Exception:  # noqa: BLE001  # a case turned red
        return Outcome.NOTICED
    return Outcome.LIVED


def law_modules(wanted: Sequence[str]) -> list[str]:
    """The modules of the law that the case files answer for, or those named."""
    paths = [path for path in sorted(LAW.rglob("*.py")) if _is_the_law(path)]
    names = [".".join(path.relative_to(ROOT).with_suffix("").parts) for path in paths]
    named = [name for name in names if not name.endswith("__init__")]
    return [name for name in named if not wanted or any(word in name for word in wanted)]


def _is_the_law(path: Path) -> bool:
    return path.stem not in TOLD_ELSEWHERE and "proposals" not in path.parts


def report(outcomes: Iterable[tuple[Mutant, Outcome]]) -> None:
    """Name each mutant that lived as it is found, and count them at the end or when stopped."""
    counted = dict.fromkeys(Outcome, 0)
    with suppress(KeyboardInterrupt):
        for mutant, outcome in outcomes:
            counted[outcome] += 1
            if outcome is Outcome.LIVED:
                sys.stdout.write(f"lived  {mutant}\n")
                sys.stdout.flush()
    tried = counted[Outcome.NOTICED] + counted[Outcome.LIVED]
    sys.stdout.write(
        f"{counted[Outcome.NOTICED]} of {tried} changes were noticed "
        f"({100 * counted[Outcome.NOTICED] / max(1, tried):.1f} %); "
        f"{counted[Outcome.BROKEN]} more could not be imported.\n"
    )


def main(words: Sequence[str] | None = None) -> None:
    """Change the law in many places, one at a time, and say which changes no case notices."""
    parser = argparse.ArgumentParser(description=main.__doc__)
    parser.add_argument("module", nargs="*", help="words that a module's name must hold")
    parser.add_argument("--sample", type=int, help="try so many, drawn at random")
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args(words)
    mutants = [
        mutant
        for name in law_modules(asked.module)
        for mutant in mutants_of(
            name, ROOT.joinpath(*name.split(".")).with_suffix(".py").read_text(encoding="utf-8")
        )
    ]
    if asked.sample:
        mutants = random.Random(asked.seed).sample(mutants, min(asked.sample, len(mutants)))  # noqa: S311
    sys.stdout.write(f"{len(mutants)} changes\n")
    report((mutant, outcome_of(mutant)) for mutant in mutants)


if __name__ == "__main__":
    main()
