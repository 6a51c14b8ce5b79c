"""The fingerprint of each rule's text, and of the text of the law around the rules."""

import ast
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import timecomp.engine
import timecomp.law
from timecomp.law.rule_book import PROPOSALS, PYTHON

DIGEST_LENGTH = 16


@dataclass(frozen=True, slots=True)
class Texts:
    """Rules by name and function, and whatever else the law is written in, by file."""

    rules: Mapping[str, str]
    files: Mapping[str, str]


@cache
def texts() -> Texts:
    """The fingerprints of the book that this process runs."""
    rules: dict[str, str] = {}
    files: dict[str, str] = {}
    for package in (timecomp.engine, timecomp.law):
        for folder in map(Path, package.__path__):
            for path in _sources(folder):
                name = f"{folder.name}/{path.relative_to(folder)}"
                read_source(name, path, rules=rules, files=files)
    return Texts(rules, files)


def read_source(name: str, path: Path, *, rules: dict[str, str], files: dict[str, str]) -> None:
    """Add a file's rules, and what it says beside them; amounts are compared by value instead."""
    if path.suffix != ".py":
        files[name] = _digest(path.read_bytes())
        return
    tree = ast.parse(path.read_text(encoding="utf-8"))
    rest = []
    for node in tree.body:
        rule = _rule_of(node)
        if rule is not None:
            rules[rule] = _digest(ast.dump(node).encode())
        elif not _declares_parameter(node):
            rest.append(ast.dump(node))
    files[name] = _digest("".join(rest).encode())


def _sources(folder: Path) -> Iterator[Path]:
    for pattern in (PYTHON, "data/*.csv"):
        for path in sorted(folder.rglob(pattern)):
            if PROPOSALS not in path.relative_to(folder).parts:
                yield path


def _rule_of(node: ast.stmt) -> str | None:
    """The rule's name with its function's, which tells its versions apart."""
    if not isinstance(node, ast.FunctionDef):
        return None
    for decorator in node.decorator_list:
        if _calls(decorator, "rule") and isinstance(decorator, ast.Call) and decorator.args:
            named = decorator.args[0]
            return f"{ast.literal_eval(named)}:{node.name}"
    return None


def _declares_parameter(node: ast.stmt) -> bool:
    return isinstance(node, ast.Assign | ast.AnnAssign) and _calls(node.value, "parameter")


def _calls(node: ast.expr | None, name: str) -> bool:
    return isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name


def _digest(text: bytes) -> str:
    return hashlib.blake2b(text, digest_size=DIGEST_LENGTH).hexdigest()
