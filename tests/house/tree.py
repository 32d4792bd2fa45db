"""A tree of Python modules as the house rules read it: names, syntax, imports."""

import ast
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

ROOT = Path(__file__).parents[2]
FLOORS = ("app", "exports", "ui")
OFFENDERS = Path(__file__).parent / "offenders"


@dataclass(frozen=True)
class Module:
    """One file: its dotted name, where it stands, its text and its syntax."""

    name: str
    path: str
    text: str
    syntax: ast.Module

    @cached_property
    def nodes(self) -> Sequence[ast.AST]:
        """Every node of its syntax: nearly every rule looks at each."""
        return tuple(ast.walk(self.syntax))


def modules(root: Path, *folders: str) -> tuple[Module, ...]:
    """Every module below the folders of a tree, in order; offending trees are left out."""
    return tuple(
        _module(root, path)
        for folder in folders
        for path in sorted((root / folder).rglob("*.py"))
        if root.parent == OFFENDERS or OFFENDERS not in path.parents
    )


def _module(root: Path, path: Path) -> Module:
    parts = path.relative_to(root).with_suffix("").parts
    text = path.read_text(encoding="utf-8")
    return Module(
        name=".".join(parts[:-1] if parts[-1] == "__init__" else parts),
        path=path.relative_to(root).as_posix(),
        text=text,
        syntax=ast.parse(text, str(path)),
    )


def imports(module: Module, known: frozenset[str] = frozenset()) -> Iterator[tuple[int, str]]:
    """Line and dotted name of each import, wherever it stands: in a function and under
    TYPE_CHECKING too. `from a import b` counts as a.b where that is a known module."""
    for node in module.nodes:
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            for alias in node.names:
                inner = f"{node.module}.{alias.name}"
                yield node.lineno, inner if inner in known else node.module


def dotted(node: ast.AST) -> str:
    """The dotted name of an expression, as far as it is one: `a.b` of `a.b[c](d)`."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{dotted(node.value)}.{node.attr}".lstrip(".")
    if isinstance(node, ast.Call):
        return dotted(node.func)
    if isinstance(node, ast.Subscript):
        return dotted(node.value)
    return ""
