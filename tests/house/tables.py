"""The house rule that a table is declared once, on its row's struct, and listed nowhere else."""

import ast
import re
from collections.abc import Iterator, Mapping, Sequence

from tests.house.tree import Module, dotted


def tables_listed(tree: Sequence[Module]) -> Iterator[str]:
    """Tables that `app` lists by hand, instead of by what their rows declare.

    A list is a tuple, list, set or mapping of two tables or more and of nothing else: named in a
    constant of the module, or as the structs of their rows anywhere. What a row declares may name
    other tables.
    """
    structs = {name: table for module in tree for name, table in _declared(module)}
    for module in tree:
        if not module.name.startswith("app.") or re.search(r"\b(\w+_)?rows$", module.name):
            continue
        constants = [
            one for one in module.syntax.body if isinstance(one, ast.Assign | ast.AnnAssign)
        ]
        named = {id(inner) for one in constants for inner in ast.walk(one)}
        for node in module.nodes:
            names = [_table(one, structs, id(node) in named) for one in _items(node)]
            found = [name for name in names if name is not None]
            if len(found) > 1 and len(found) == len(names):
                yield f"{module.path}:{getattr(node, 'lineno', 0)} lists {', '.join(found)}"


def _declared(module: Module) -> Iterator[tuple[str, str]]:
    """The structs of rows that a module declares, each with its table."""
    for node in module.syntax.body:
        if isinstance(node, ast.ClassDef):
            for inner in node.body:
                if isinstance(inner, ast.Assign) and dotted(inner.targets[0]) == "table":
                    if isinstance(inner.value, ast.Constant) and isinstance(inner.value.value, str):
                        yield node.name, inner.value.value


def _items(node: ast.AST) -> Sequence[ast.expr]:
    if isinstance(node, ast.Tuple | ast.List | ast.Set):
        return node.elts
    if isinstance(node, ast.Dict):
        return [key for key in node.keys if key is not None]
    return ()


def _table(item: ast.expr, structs: Mapping[str, str], named: bool) -> str | None:
    """The table that an item of a list stands for; of a pair its first."""
    if isinstance(item, ast.Tuple) and item.elts:
        return _table(item.elts[0], structs, named)
    if isinstance(item, ast.Constant):
        said = str(item.value)
        return said if named and said in structs.values() else None
    return structs.get(dotted(item).split(".")[-1])
