"""Keeping what is typed in one field: when, where, and what becomes of it when it is refused."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout
from pytestqt.qtbot import QtBot

from app.library.drafts import drafts_at, keep_draft
from app.library.journal import Scope
from app.library.opening import open_library
from app.library.trouble import Trouble
from app.moment import MachineMoment
from tests.ui.home.stand_in import Stage, make_stage
from ui.parts.autosave import AGAIN, LATEST, REST, Autosave, flush_all
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace

KEY, OTHER = "somewhere:1", "elsewhere:1"


@dataclass
class Rows:
    """One text in a library, which a test may have refused."""

    text: str = "before"
    refused: str = ""
    written: list[str] = field(default_factory=list)

    def keep(self, text: str) -> str:
        """Keep a text without white space around it."""
        if self.refused:
            raise Trouble(self.refused, path="library.hearth", longest=9, length=len(text))
        self.written.append(text)
        self.text = text.strip()
        return self.text


@dataclass
class Typed:
    """A window of a library, a text in it, and the fields that a test opens over it."""

    stage: Stage
    rows: Rows

    def line(self, *, kept: bool = True, key: str = KEY) -> tuple[LineEdit, Autosave]:
        """A field over the text; without ``kept`` one whose text waits for Enter."""
        line = LineEdit()
        layout = self.stage.world.window.layout()
        assert layout is not None
        layout.addWidget(line)
        line.show()
        place = TextPlace(key=key, scope=Scope(), keep=self.rows.keep if kept else None,
                          instead=OTHER)  # fmt: skip
        save = Autosave(self.stage.world, line_field(line), place)
        save.show(self.rows.text if kept else "")
        return line, save

    def aside(self, key: str = KEY) -> list[str]:
        """What is kept aside."""
        return [draft.text for draft in drafts_at(self.stage.world.library.reader, key)]


@pytest.fixture
def typed(tmp_path: Path, qtbot: QtBot) -> Iterator[Typed]:
    """An empty window over an empty library."""
    library = open_library(tmp_path / "library.hearth", MachineMoment())
    stage = make_stage(library)
    window = stage.world.window
    QVBoxLayout(window)
    qtbot.addWidget(window)
    window.show()
    yield Typed(stage, Rows())
    window.close()
    library.close()


def test_it_is_kept_a_moment_after_the_last_key(typed: Typed, qtbot: QtBot) -> None:
    line, save = typed.line()
    QTest.keyClicks(line, " and ")
    assert typed.rows.written == []
    with qtbot.waitSignal(save.kept, timeout=REST * 10):
        pass
    assert typed.rows.text == "before and"
    save.show(typed.rows.text)
    assert line.text() == "before and "


def test_somebody_who_types_without_rest_is_kept_too(typed: Typed, qtbot: QtBot) -> None:
    line, save = typed.line()
    with qtbot.waitSignal(save.kept, timeout=LATEST * 3) as signal:
        while not signal.signal_triggered:
            QTest.keyClicks(line, "x")
            QTest.qWait(REST // 8)
    assert typed.rows.text.startswith("beforex")


def test_what_is_typed_is_not_put_back_by_what_others_write(typed: Typed) -> None:
    line, save = typed.line()
    QTest.keyClicks(line, "!")
    save.show("from elsewhere")
    assert line.text() == "before!"
    assert save.flush()
    save.show("from elsewhere")
    assert line.text() == "from elsewhere"


def test_what_is_refused_is_kept_aside_and_given_back(typed: Typed) -> None:
    line, save = typed.line()
    typed.rows.refused = "too-long"
    QTest.keyClicks(line, " and more")
    assert save.flush()
    assert save.dirty
    assert "characters" in typed.stage.said.sentence
    assert typed.aside() == ["before and more"]
    line.deleteLater()
    again, save = typed.line()
    assert again.text() == "before and more"
    assert "back in its place" in typed.stage.said.sentence
    typed.rows.refused = ""
    QTest.keyClicks(again, "!")
    assert save.flush()
    assert typed.rows.text == "before and more!"
    assert typed.aside() == []


def test_a_draft_goes_only_with_the_text_that_was_shown(typed: Typed) -> None:
    line, save = typed.line()
    keep_draft(typed.stage.world.library, Scope(), KEY, "from another screen")
    QTest.keyClicks(line, "!")
    assert save.flush()
    assert typed.rows.text == "before!"
    assert typed.aside() == ["from another screen"]


def test_a_text_taken_back_by_hand_is_let_go(typed: Typed) -> None:
    line, save = typed.line()
    typed.rows.refused = "too-long"
    QTest.keyClicks(line, "!")
    save.flush()
    line.undo()
    assert line.text() == "before"
    assert save.flush()
    assert typed.aside() == []


def test_what_is_not_entered_yet_is_kept_aside_until_it_is(typed: Typed, qtbot: QtBot) -> None:
    line, save = typed.line(kept=False)
    QTest.keyClicks(line, "half a w")
    qtbot.waitUntil(lambda: typed.aside() == ["half a w"])
    line.deleteLater()
    again, save = typed.line(kept=False)
    assert again.text() == "half a w"
    again.clear()
    save.let_go()
    assert typed.aside() == []


def test_where_nothing_can_be_kept_it_is_not_safe(
    typed: Typed, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also when the field has gone: then it waits, and the next field of the place has it."""
    line, save = typed.line()

    def full(*_: object, **__: object) -> str:
        raise Trouble("disk-full", path="library.hearth")

    typed.rows.refused = "disk-full"
    QTest.keyClicks(line, "!")
    with monkeypatch.context() as patch:
        patch.setattr("ui.parts.kept_aside.keep_draft", full)
        assert not save.flush()
        assert not flush_all(typed.stage.world.window)
        save.release()
        QTest.qWait(1)
        assert not flush_all(typed.stage.world.window)
    again, _ = typed.line()
    assert again.text() == "before!"
    typed.rows.refused = ""
    assert flush_all(typed.stage.world.window)
    assert typed.rows.text == "before!"


def test_it_is_tried_again_by_itself(
    typed: Typed, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.parts.autosave.AGAIN", AGAIN // 300)
    line, save = typed.line()

    def locked(*_: object, **__: object) -> str:
        raise Trouble("locked", path="library.hearth")

    with monkeypatch.context() as patch:
        patch.setattr("ui.parts.kept_aside.keep_draft", locked)
        typed.rows.refused = "locked"
        QTest.keyClicks(line, "!")
        assert not save.flush()
    typed.rows.refused = ""
    with qtbot.waitSignal(save.kept):
        pass
    assert typed.rows.text == "before!"
    assert typed.stage.said.sentence == ""


def test_what_belonged_to_something_that_is_gone_is_given_back_elsewhere(typed: Typed) -> None:
    elsewhere, _ = typed.line(kept=False, key=OTHER)
    line, save = typed.line()
    typed.rows.refused = "gone"
    QTest.keyClicks(line, "!")
    assert save.flush()
    assert elsewhere.text() == "before!"
    assert typed.aside(OTHER) == ["before!"]
