"""Names and titles have one order and one folding, those of app.collation and app.folding."""

import ast
import re
from collections.abc import Iterator, Sequence

from tests.house.tree import OFFENDERS, Module, dotted, modules

QTS = frozenset(("QCollator", "QSortFilterProxyModel", "localeAwareCompare", "QCompleter"))
"""What sorts or folds in an order of Qt's own; a completer does where it looks names up."""

AT_HOME = {
    "ui/parts/name_completer.py": "folds by itself what is looked for",
    "ui/cockpit/capture_controller.py": "offers what was found, without looking it up again",
}
"""Where a class of Qt's is used all the same, and why that is no other order."""

SORTS = frozenset(("sorted", "sort", "min", "max"))
_BY_TEXT = re.compile(r"ORDER BY[^)]*\b(name|title|label)\b|COLLATE NOCASE", re.IGNORECASE)
_COLUMN = re.compile(r"\b(name|title|label)\b")


def other_orders(tree: Sequence[Module]) -> Iterator[str]:
    """Where texts are sorted otherwise."""
    for module in tree:
        for node in module.nodes:
            if isinstance(node, ast.Call) and _sorts_by_letters(node):
                yield f"{module.path}:{node.lineno} sorts names by their letters"
            elif isinstance(node, ast.Constant) and isinstance(node.value, str):
                if _BY_TEXT.search(node.value):
                    yield f"{module.path}:{node.lineno} has SQLite sort names"
            elif isinstance(node, ast.keyword) and node.arg == "order":
                if isinstance(node.value, ast.Constant) and _COLUMN.search(str(node.value.value)):
                    yield f"{module.path}:{node.value.lineno} has SQLite sort names"
            elif isinstance(node, ast.Name | ast.Attribute) and module.path not in AT_HOME:
                if dotted(node).split(".")[-1] in QTS:
                    yield f"{module.path}:{node.lineno} has Qt sort or fold names"


def _sorts_by_letters(call: ast.Call) -> bool:
    if dotted(call.func).split(".")[-1] not in SORTS:
        return False
    keys = [one.value for one in call.keywords if one.arg == "key"]
    return any(
        isinstance(one, ast.Attribute)
        and (one.attr in ("casefold", "lower", "name", "title", "label"))
        and not _is_tested(one, keys)
        for key in keys
        for one in ast.walk(key)
    )


def _is_tested(node: ast.AST, keys: Sequence[ast.AST]) -> bool:
    """Whether it is only asked about: a key that is true or false is no order of letters."""
    return any(
        node in ast.walk(one)
        for key in keys
        for one in ast.walk(key)
        if isinstance(one, ast.Compare)
    )


def test_names_have_one_order(house: Sequence[Module]) -> None:
    assert list(other_orders(house)) == []


def test_another_order_is_seen() -> None:
    assert list(other_orders(modules(OFFENDERS / "other_orders", "app", "ui"))) == [
        "app/people.py:6 sorts names by their letters",
        "app/people.py:11 has SQLite sort names",
        "app/people.py:12 has SQLite sort names",
        "ui/lists.py:5 has Qt sort or fold names",
        "ui/lists.py:5 has Qt sort or fold names",
    ]


def test_what_is_at_home_is_there(house: Sequence[Module]) -> None:
    """As soon as it is gone, its line above has to go."""
    found = {module.path for module in house}
    assert found >= AT_HOME.keys()
