"""Typing somewhere, having it refused, and leaving: where the words are then."""

import shutil
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, ExitStack, contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path

import msgspec
import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import TABLES, Draft, Row
from app.library.trouble import trouble_at
from app.library.writer import Writer
from app.typed_text import LONGEST_TEXT
from tests.ui.fitting import settle
from tests.ui.kinds.room import type_text
from tests.ui.opened import Opened, opened
from tests.ui.typed_places import Opener, Place, Spot, TextWidget, Walker, field_at, text_in
from ui.cockpit.cockpit import Cockpit
from ui.parts.ballot.sheets_dialog import SheetsDialog

BEGIN, END = "q7begins", "q7ends"
"""What every text typed here begins and ends with: nobody else would."""

TEXTS: Mapping[str, str] = {
    "plain": "and then we said",
    "hostile": "<b>&amp;</b> =1+1 %s {n} 'q\" \\ ; -- \u202e\u05e9\u05dc\u200b e\u0301 \x00",
    "long": "x" * (LONGEST_TEXT + 500),
}
"""What is typed between them: something ordinary, something odd, more than any place takes."""

PATIENCE = 10_000
"""Milliseconds after which a text is given up for lost, unless another number is said."""

FAILURES = ("none", "full", "locked", "struck")
"""What becomes of the writing: nothing, no room on the disk, another program, its row is gone."""

WAYS = ("block", "screen", "escape", "close", "killed")
"""How the place is left."""

PRIVATE: Mapping[type[QDialog] | None, str] = {
    SheetsDialog: "answers are private, and kept nowhere before they are counted",
}
"""Where words are held on the screen instead of being kept, and why."""


@dataclass(frozen=True)
class Trial:
    """What is typed where, how it is refused, how it is left."""

    spot: Spot
    text: str
    failure: str
    way: str


def trials_of(spot: Spot) -> Iterator[Trial]:
    """All that can be tried with a field: every failure in every way, and every text."""
    ways = [one for one in WAYS if _is_way(one, spot)]
    for text, failure, way in product(TEXTS, FAILURES, ways):
        # A program that ends at once while nothing can be written has no say in it; and nobody
        # can strike anything while a window stands over all others.
        hopeless = way == "killed" and (failure in ("full", "locked") or spot.dialog in PRIVATE)
        if not hopeless and not (failure == "struck" and spot.dialog is not None):
            yield Trial(spot, text, failure, way)


def _is_way(way: str, spot: Spot) -> bool:
    """Whether a field can be left so."""
    if spot.dialog is not None:
        return way not in ("block", "screen")
    return way != "escape" and (way != "block" or bool(spot.place.block))


class Typist:
    """Somebody who types in a library of their own, and looks for it afterwards."""

    def __init__(
        self,
        application: QApplication,
        furnished: Path,
        folder: Path,
        *,
        patience: int = PATIENCE,
    ) -> None:
        """The library begins as a copy of one that is ``furnished``, and lies in ``folder``; after
        ``patience`` milliseconds a text is given up for lost."""
        self._application, self._furnished, self._folder = application, furnished, folder
        self._patience = patience
        self._open, self._running = ExitStack(), False
        self.walker = Walker(self.renew(), self.renew)

    def renew(self) -> Opened:
        """Open the library as it was at first."""
        self.end()
        if self._folder.exists():
            shutil.rmtree(self._folder)
        self._folder.mkdir()
        shutil.copyfile(self._furnished, self._folder / self._furnished.name)
        return self._enter()

    def begin(self) -> None:
        """Open the library as it is now."""
        self.walker.house = self._enter()

    @property
    def house(self) -> Opened:
        """The house that is open."""
        return self.walker.house

    def _enter(self) -> Opened:
        self._running = True
        return self._open.enter_context(opened(self._application, self._folder))

    def end(self) -> None:
        """Close it, and let its windows be gone."""
        if self._running:
            # While there is still somebody to hear of it.
            self.house.hearth.window.close_now()
            settle()
        self._open.close()
        self._running = False
        for window in QApplication.topLevelWidgets():
            window.close()
            window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    @property
    def library(self) -> Library:
        """The library that is open."""
        return self.house.hearth.library

    def attempt(self, trial: Trial) -> None:
        """Do it, and see that nothing was lost. Raises AssertionError."""
        spot, window = trial.spot, self.house.hearth.window
        assert self.walker.go(spot.place), f"{spot.place} is not there any more"
        field = field_at(window, spot)
        assert field is not None, f"{spot} is not in sight any more"
        shown = text_in(field)
        with refusing(trial.failure):
            type_in(field, TEXTS[trial.text])
            if trial.failure == "struck":
                strike_row_of(self.library, shown)
            if trial.way == "killed":
                # It is kept by itself, and soon: how soon, tests/ui/parts/test_autosave.py holds.
                self._wait_until(self.found)
                self._die()
            else:
                self._leave(trial.way)
                self._wait_until(lambda: self.found() or self.seen())
            assert self.found() or (self.seen() and trial.way != "killed"), "it is lost"
        self._come_back(trial)

    def _come_back(self, trial: Trial) -> None:
        """What hindered it is over: it is kept now, and given back where it belongs."""
        window = self.house.hearth.window
        if window.isVisible() and self.seen():
            window.close()
            settle()
            if trial.spot.dialog in PRIVATE:
                assert window.isVisible()
                assert self.seen(), "what was private is lost"
                return
            assert not window.isVisible(), "it holds the window for ever"
        if not window.isVisible():
            self.end()
            self.begin()
        assert self.found(), "it is lost when one comes back"
        if not self.kept_in_place():
            assert self.offered(trial), "it is kept aside, and never given back"

    def found(self) -> bool:
        """Whether the words are in the library, wherever."""
        return any(_has(cell) for row in self._rows() for cell in _texts(row))

    def kept_in_place(self) -> bool:
        """Whether they are more than kept aside."""
        rows = (row for row in self._rows() if not isinstance(row, Draft))
        return any(_has(cell) for row in rows for cell in _texts(row))

    def seen(self) -> bool:
        """Whether they stand in a field in sight."""
        kinds = (QLineEdit, QTextEdit, QPlainTextEdit)
        fields = self.house.hearth.window.findChildren(QWidget)
        return any(
            _has(text_in(one)) for one in fields if isinstance(one, kinds) if one.isVisible()
        )

    def offered(self, trial: Trial) -> bool:
        """Whether they are given back where they were typed; of what is gone, on that screen."""
        place = trial.spot.place
        self.walker.go(place)
        if self.seen() or trial.failure != "struck":
            return self.seen()
        ground = Place(place.screen, place.about, place.block)
        self.walker.close_dialogs()
        self.walker.go(ground)
        return self.seen() or any(self._offers(ground, one) for one in self.walker.openers())

    def _offers(self, ground: Place, opener: Opener) -> bool:
        self.walker.close_dialogs()
        self.walker.go(Place(ground.screen, ground.about, ground.block, opener))
        return self.seen()

    def _leave(self, way: str) -> None:
        window = self.house.hearth.window
        screen = window.screen_shown
        if way == "close":
            window.close()
        elif way == "escape":
            QTest.keyClick(self.walker.dialogs()[-1], Qt.Key.Key_Escape)
        elif way == "block" and isinstance(screen, Cockpit):
            lines, place = screen.controller.state().lines, screen.controller.state().place
            here = place.running.block.id if place is not None else ""
            screen.side.block_asked.emit(next(o.block.id for o in lines if o.block.id != here))
        else:
            window.settings()
        settle()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def _die(self) -> None:
        """The program ends at once: what another one finds then is what the disk has now."""
        path = self.library.path
        left = {one.name: one.read_bytes() for one in path.parent.glob("library.hearth*")
                if one.is_file()}  # fmt: skip
        self.end()
        for one in path.parent.glob("library.hearth*"):
            if one.is_file():
                one.unlink()
        for name, data in left.items():
            (path.parent / name).write_bytes(data)
        self.begin()

    def _wait_until(self, true: Callable[[], bool]) -> None:
        """Wait until something is so, as long as a slow machine may have a text on its way."""
        for _ in range(self._patience // 50):
            if true():
                return
            QTest.qWait(50)

    def _rows(self) -> Iterator[Row]:
        for table in TABLES.values():
            yield from self.library.reader.rows(table)


def type_in(field: TextWidget, said: str) -> None:
    """Write behind what stands in a field, as a person does: by keys, or pasted."""
    field.window().activateWindow()
    field.setFocus()
    QTest.keyClick(field, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClick(field, Qt.Key.Key_End)
    text = f" {BEGIN} {said} {END}"
    if said == TEXTS["plain"]:
        type_text(field, text)
    else:
        QGuiApplication.clipboard().setText(text)
        QTest.keyClick(field, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)


@contextmanager
def refusing(failure: str) -> Iterator[None]:
    """Both doors of every library fail as SQLite does, or let everything through."""
    if failure not in ("full", "locked"):
        yield
        return
    at_once = failure == "locked"
    with pytest.MonkeyPatch.context() as patch:
        for door in ("change", "keep"):
            patch.setattr(Library, door, _failing(getattr(Library, door), at_once=at_once))
        yield


Door = Callable[..., AbstractContextManager[Writer]]


def _failing(real: Door, *, at_once: bool) -> Door:
    """A door that fails: when it is opened, as a lock is met, or at the end, as a full disk is."""
    name, said = (
        ("SQLITE_BUSY", "database is locked")
        if at_once
        else ("SQLITE_FULL", "database or disk is full")
    )

    @contextmanager
    def door(library: Library, *given: object, **named: object) -> Iterator[Writer]:
        error = sqlite3.OperationalError(said)
        error.sqlite_errorname = name
        with trouble_at(library.path):
            if at_once:
                raise error
            with real(library, *given, **named) as writer:
                yield writer
                raise error

    return door


def strike_row_of(library: Library, shown: str) -> None:
    """Somebody else takes away the rows that say what a field shows."""
    said = shown.strip()
    if not said:
        return
    for table in TABLES.values():
        if table.table in ("community", "workshop", "draft"):
            continue
        for row in library.reader.rows(table):
            if said in _texts(row):
                try:
                    with library.change("note-remove", Scope()) as writer:
                        writer.remove(row)
                except (sqlite3.IntegrityError, RuntimeError):
                    # Others stand on this row, or no one may take it away.
                    continue
    settle()


def _has(text: str) -> bool:
    return BEGIN in text and END in text


def _texts(row: Row) -> list[str]:
    return [cell for cell in msgspec.structs.asdict(row).values() if isinstance(cell, str)]
