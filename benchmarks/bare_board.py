"""The least that could be called a board: a list of notes, a line to type in, and a bare table.

One row by bare sqlite3, in WAL and with ``synchronous=FULL``; one row appended to the model of a
``QListView``; the view painted. What Hearth does between Enter and the picture is held against it.
The list is as large as Hearth's, and everything in it that can be is Qt's own and not Python's.
It runs in a process of its own, so that nothing of Hearth's look or memory is in it:

    python -m benchmarks.bare_board FILE WIDTH HEIGHT

takes orders on standard input, a line each, as JSON: a list of texts is put on the board, a text
is typed and entered. Each is answered by a line with the seconds it took.
"""

import json
import sqlite3
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Self
from uuid import uuid4

from PySide6.QtCore import QSize, QStringListModel
from PySide6.QtWidgets import QApplication, QLineEdit, QListView, QVBoxLayout, QWidget

from benchmarks.typist import Painted, type_note


class BareBoard(QWidget):
    """A window over a bare file: Enter inserts what was typed, and lists it."""

    def __init__(self, path: Path, size: QSize) -> None:
        """An empty list of a ``size``, over a new file at ``path``."""
        super().__init__()
        self._connection = sqlite3.connect(path, isolation_level=None)
        for pragma in ("journal_mode = WAL", "synchronous = FULL"):
            self._connection.execute(f"PRAGMA {pragma}")
        self._connection.execute("CREATE TABLE note (id TEXT PRIMARY KEY, text TEXT) STRICT")
        self.texts = QStringListModel()
        self.view = QListView()
        self.view.setFixedSize(size)
        self.view.setModel(self.texts)
        self.line = QLineEdit()
        self.line.returnPressed.connect(self._enter)
        column = QVBoxLayout(self)
        column.addWidget(self.view)
        column.addWidget(self.line)

    def _enter(self) -> None:
        text, row = self.line.text(), self.texts.rowCount()
        self._connection.execute("INSERT INTO note VALUES (?, ?)", (uuid4().hex, text))
        self.texts.insertRow(row)
        self.texts.setData(self.texts.index(row), text)
        self.line.clear()
        self.view.scrollToBottom()


class BareProcess:
    """A :class:`BareBoard` in a process of its own."""

    def __init__(self, path: Path, size: QSize) -> None:
        """Start it over a new file at ``path``, with a list of a ``size``."""
        self._process = subprocess.Popen(
            [sys.executable, "-m", __name__, str(path), str(size.width()), str(size.height())],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> Self:
        """Itself."""
        return self

    def __exit__(self, *error: object) -> None:
        """Let it end."""
        self._process.communicate()

    def put(self, texts: Sequence[str]) -> None:
        """Put these texts on the board, and no others."""
        self._order(list(texts))

    def enter(self, text: str) -> float:
        """Type and enter a text; seconds from Enter until it is kept and painted."""
        return self._order(text)

    def _order(self, order: list[str] | str) -> float:
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.write(json.dumps(order) + "\n")
        self._process.stdin.flush()
        return float(self._process.stdout.readline())


def main(path: str, width: str, height: str) -> None:
    """Show the window, and take orders until there are no more."""
    application = QApplication(["bare"])
    board = BareBoard(Path(path), QSize(int(width), int(height)))
    board.show()
    painted = Painted(board.view.viewport())
    for line in sys.stdin:
        order = json.loads(line)
        taken = 0.0
        if isinstance(order, str):
            taken = type_note(application, board.line, painted, order)
        else:
            board.texts.setStringList(order)
        print(taken, flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
