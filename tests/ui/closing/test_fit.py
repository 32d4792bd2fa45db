"""The closing as a picture: nothing cut, in any language, theme, size, empty or overfull."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.workshop.outcomes import assign, catch
from tests.ui.closing.desk import Desk
from tests.ui.fitting import misfits
from tests.ui.opened import opened
from tests.ui.played import later_clock, lay_library
from ui.closing.closing_screen import ClosingScreen
from ui.look.themes import ThemeName


def overfill(desk: Desk) -> None:
    """Forty more, long ones, in several scripts."""
    library, workshop = desk.library, desk.workshop
    with library.change("test"):
        for number in range(36):
            form = ("decision", "action", "parked")[number % 3]
            text = f"Thing {number} " + "about the bridge and its bearings " * (1 + number % 4)
            outcome = catch(library, workshop, form, text)  # type: ignore[arg-type]
            if number % 2:
                assign(library, workshop, outcome, None, "Somebody with a very long name", None)
        catch(library, workshop, "decision", "long " * 400)
        catch(library, workshop, "action", "Unbreakable" * 60)
        catch(library, workshop, "action", "نجتمع كل شهر لنتعلم من الجسور القديمة")
        catch(library, workshop, "decision", "לא נחליט בלי לשאול את כולם")


@pytest.mark.parametrize(
    ("language", "theme", "text", "size"),
    [
        ("en", "light", 100, (1280, 720)),
        ("fr", "dark", 100, (1440, 900)),
        ("fr", "light", 200, (1280, 720)),
        ("en", "contrast", 200, (1440, 900)),
        ("fr", "contrast", 80, (1280, 720)),
    ],
)
def test_nothing_is_cut(
    qtbot: QtBot,
    qapp: QApplication,
    played: Path,
    tmp_path: Path,
    language: str,
    theme: ThemeName,
    text: int,
    size: tuple[int, int],
) -> None:
    """As played, and overfull; no window is forced wider than it is."""
    lay_library(played, tmp_path)
    moment = later_clock()
    with opened(qapp, tmp_path, language=language, theme=theme, text=text, moment=moment) as house:
        desk = Desk(qtbot, house)
        desk.window.resize(*size)
        desk.show()
        assert misfits(desk.window) == []
        overfill(desk)
        assert misfits(desk.window) == []
        assert (desk.window.width(), desk.window.height()) == size


def test_forty_things_open_in_a_moment(desk: Desk) -> None:
    """Lines that are there already are not made again."""
    overfill(desk)
    screen = desk.screen
    before = {line.outcome.id: line for card in screen.cards.values() for line in card.lines}
    catch(desk.library, desk.workshop, "decision", "One more")
    assert isinstance(screen, ClosingScreen)
    after = {line.outcome.id: line for card in screen.cards.values() for line in card.lines}
    assert len(after) == len(before) + 1
    assert all(after[key] is line for key, line in before.items())
