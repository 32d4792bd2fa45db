"""The charter as the tests meet it: on the screen of the real program, under keys and clicks."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QPoint, Qt
from PySide6.QtGui import QGuiApplication, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.catalogue.load import load_catalogue
from app.charter.clauses import clauses_of, sources_of
from app.charter.versions import Agreement, agreement_of, propose, versions_of
from app.exchange.sample import SampleMoment, import_sample
from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Clause, Version
from app.resources import resources_folder
from app.words import Words
from tests.played import import_played_sample
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened
from ui.charter.agreement_dialog import AgreementDialog
from ui.charter.charter_panes import CharterPanes
from ui.charter.charter_screen import CharterScreen
from ui.look.themes import ThemeName
from ui.parts.clauses.clause_field import ClauseField
from ui.parts.clauses.table_edit import TableEdit
from ui.parts.inline_edit import InlineEdit
from ui.parts.sentences import SentenceBar

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
PLAIN = Qt.KeyboardModifier.NoModifier

NOON = datetime(2025, 11, 12, 14, 30, tzinfo=UTC)


@dataclass
class Desk:
    """The charter of the sample community, in the window."""

    house: Opened
    community: str
    clock: SampleMoment

    @property
    def library(self) -> Library:
        """Where everything is kept."""
        return self.house.hearth.library

    @property
    def words(self) -> Words:
        """The window's words."""
        return self.house.hearth.speech(self.house.hearth.settings.language or "en")

    @property
    def scope(self) -> Scope:
        """The community's own changes."""
        return Scope(self.community)

    @property
    def screen(self) -> CharterScreen:
        """The screen."""
        screen = self.house.hearth.window.screen_shown
        assert isinstance(screen, CharterScreen)
        return screen

    @property
    def body(self) -> CharterPanes:
        """Its panes."""
        return self.screen.body

    @property
    def notice(self) -> str:
        """What the window says."""
        window = self.house.hearth.window
        bars = [bar for bar in window.findChildren(SentenceBar) if bar.window() is window]
        return bars[0].sentence.text()

    def field(self, at: int = 0) -> ClauseField:
        """A clause's field on the page."""
        assert self.body.page is not None
        return self.body.page.fields[at]

    def editor(self, at: int = 0) -> InlineEdit:
        """The editor of a text or a list."""
        editing = self.field(at).editing
        assert isinstance(editing, InlineEdit)
        return editing

    def table(self, at: int = 0) -> TableEdit:
        """The editor of a table."""
        editing = self.field(at).editing
        assert isinstance(editing, TableEdit)
        return editing

    def open(self, section: str) -> None:
        """Go to a section by a click in the list."""
        view = self.body.sections.list
        row = next(n for n, line in enumerate(view.lines.lines) if line.id == section)
        index = view.lines.index(row)
        view.scrollTo(index)
        place = view.visualRect(index).center()
        QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
        settle()
        assert self.body.section == section

    def state(self, section: str) -> str:
        """Where a section stands, as the list says it."""
        lines = self.body.sections.list.lines.lines
        return next(line.state for line in lines if line.id == section)

    def write(self, at: int = 0, *, end: bool = True) -> InlineEdit:
        """Click into a clause, the cursor at its end or at its beginning."""
        editor = self.editor(at)
        if editor.isVisible():
            click(editor.viewport(), QPoint(4, 6))
        else:
            self.field(at).begin()
        settle()
        assert editor.hasFocus()
        where = QTextCursor.MoveOperation.End if end else QTextCursor.MoveOperation.Start
        editor.moveCursor(where)
        return editor

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = PLAIN) -> None:
        """Press a key wherever the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, modifiers)
        settle()

    def keys(self, text: str) -> None:
        """Type where the focus is."""
        focus = QApplication.focusWidget()
        assert focus is not None
        type_text(focus, text)

    def rest(self) -> None:
        """Let the texts be kept that were typed, as after a moment."""
        assert self.body.flush()
        settle()

    def leave_field(self) -> None:
        """Take the focus to the list of sections."""
        self.body.sections.list.setFocus()
        settle()

    # What the library holds

    def clauses(self, section: str) -> list[Clause]:
        """The draft's clauses of a section."""
        return clauses_of(self.library.reader, self.community, section)

    def text(self, section: str, at: int = 0) -> str:
        """What a clause says in the library."""
        return self.clauses(section)[at].text

    def sources(self, section: str, at: int = 0) -> list[str]:
        """What the notes say that a clause came from."""
        clause = self.clauses(section)[at]
        return [note.text for note in sources_of(self.library.reader, clause.id)]

    def versions(self) -> list[Version]:
        """Its versions, the latest first."""
        return versions_of(self.library.reader, self.community)

    def agreement(self) -> Agreement:
        """How people stood to the latest version."""
        found = agreement_of(self.library.reader, self.versions()[0].id)
        assert found is not None
        return found

    def proposed(self, reason: str = "") -> Version:
        """The draft, proposed from elsewhere."""
        day = self.clock.now().date().isoformat()
        return propose(self.library, self.scope, date=day, language="en", reason=reason)

    def dialog(self) -> AgreementDialog:
        """The window that asks for agreement."""
        found = [one for one in self.screen.findChildren(AgreementDialog) if one.isVisible()]
        assert len(found) == 1
        return found[0]


@dataclass(frozen=True)
class Story:
    """The sample community in a library of its own, closed: to be copied for each test."""

    file: Path
    community: str


def tell_story(folder: Path, *, played: bool) -> Story:
    """The sample community in a library in ``folder``, its launch played or only planned."""
    clock = SampleMoment(NOON)
    library = open_library(folder / "library.hearth", clock)
    try:
        catalogue, resources = load_catalogue(resources_folder()), resources_folder()
        if played:
            sample = import_played_sample(library, catalogue, resources, later=clock.go_on)
        else:
            sample = import_sample(library, catalogue, resources)
    finally:
        library.close()
    return Story(library.path, sample.community.id)


@contextmanager
def desk_over(
    application: QApplication,
    folder: Path,
    story: Story,
    *,
    language: str = "en",
    theme: ThemeName = "light",
    text: int = 100,
) -> Iterator[Desk]:
    """The charter of a story's community, in a copy of its library in ``folder``."""
    shutil.copy(story.file, folder / "library.hearth")
    # Later on the same day: ids are made of the time.
    clock = SampleMoment(NOON + timedelta(hours=9))
    with opened(
        application, folder, language=language, theme=theme, text=text, moment=clock
    ) as house:
        house.hearth.window.charter(story.community)
        settle()
        yield Desk(house, story.community, clock)


def click(widget: QWidget, at: QPoint | None = None) -> None:
    """Click a widget."""
    place = at if at is not None else widget.rect().center()
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton, pos=place)
    settle()


def type_text(widget: QWidget, text: str) -> None:
    """Type a text letter by letter, of whatever script; a line end is Enter."""
    for letter in text:
        if letter == "\n":
            QTest.keyClick(widget, Qt.Key.Key_Return)
        elif letter.isascii():
            QTest.keyClicks(widget, letter)
        else:
            press = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_unknown, PLAIN, letter)
            QApplication.sendEvent(widget, press)
    settle()


def paste(text: str, html: str = "") -> None:
    """Put a text on the clipboard, with HTML beside it, and paste it where the focus is."""
    QGuiApplication.clipboard().setText(text)
    if html:
        copied = QMimeData()
        copied.setText(text)
        copied.setHtml(html)
        QGuiApplication.clipboard().setMimeData(copied)
    focus = QApplication.focusWidget()
    assert focus is not None
    QTest.keyClick(focus, Qt.Key.Key_V, CONTROL)
    settle()


def choose(menu: QMenu, begins: str) -> None:
    """Choose what begins so in a menu."""
    action = next(one for one in menu.actions() if one.text().startswith(begins))
    action.trigger()
    settle()
