"""The house rule against Qt's own dialogs and date editors, where Hearth has its own."""

import ast
from collections.abc import Iterator, Mapping, Sequence

from tests.house.tree import Module

HEARTH_HAS: Mapping[str, str] = {
    "QInputDialog": "FormDialog",
    "QMessageBox": "ConfirmDialog",
    "QErrorMessage": "SentenceBar",
    "QProgressDialog": "SentenceBar",
    "QColorDialog": "Choice",
    "QFontDialog": "Choice",
    "QFileDialog": "world.dialogs",
    "QPrintDialog": "an export",
    "QWizard": "FormDialog",
    "QDateEdit": "DateField",
    "QTimeEdit": "TimeField",
    "QDateTimeEdit": "DateField and TimeField",
    "QCalendarWidget": "CalendarPopup",
}
"""What Qt has, and what people are asked with here."""

SYSTEM_EDGE = "ui/system_dialogs.py"
"""Where the system's own dialogs for files are asked for."""


def raw_widgets(tree: Sequence[Module]) -> Iterator[str]:
    """Dialogs and editors of Qt that do not speak or look as Hearth does."""
    for module in tree:
        for node in module.nodes:
            for line, name in _named(node):
                edge = name == "QFileDialog" and module.path == SYSTEM_EDGE
                if name in HEARTH_HAS and not edge:
                    yield f"{module.path}:{line} uses {name}, not {HEARTH_HAS[name]}"


def _named(node: ast.AST) -> Iterator[tuple[int, str]]:
    """Line and name of what an import, or an attribute of a module of Qt, brings in."""
    if isinstance(node, ast.ImportFrom):
        yield from ((node.lineno, alias.name) for alias in node.names)
    elif isinstance(node, ast.Attribute):
        yield node.lineno, node.attr
