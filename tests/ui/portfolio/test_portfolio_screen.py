"""The portfolio in the real window: empty, full, of one community, with ended ones; it leads on."""

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from app.community.communities import CommunityFields, create_community
from app.library.journal import Scope
from app.library.rows import Community
from app.registers.cells import Party
from app.registers.register_entries import add_entry
from tests.app.community.village import TODAY
from tests.ui.fitting import misfits, settle
from tests.ui.naming import filled, nameless
from tests.ui.registers.scribe import CTRL, LEFT, Scribe, asking, scribe_at_work
from ui.exporting.export_dialog import ExportDialog
from ui.home.home_screen import HomeScreen
from ui.parts.labels import WrapLabel
from ui.portfolio.portfolio_screen import PortfolioScreen
from ui.registers.register_screen import RegisterScreen

S = TypeVar("S", bound=QWidget)

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


@pytest.fixture(params=["en", "fr"])
def scribe(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Scribe]:
    """Somebody who looks at the portfolio in one language, then in the other."""
    with scribe_at_work(qapp, tmp_path, language=request.param) as one:
        yield one


def portfolio(scribe: Scribe, community: str = "") -> PortfolioScreen:
    """The portfolio on the screen."""
    scribe.house.hearth.window.portfolio(community)
    return shown(scribe, PortfolioScreen)


def shown(scribe: Scribe, kind: type[S]) -> S:
    """The screen in the window, of the kind that it should be."""
    screen = scribe.house.hearth.window.screen_shown
    assert isinstance(screen, kind)
    settle()
    return screen


def keep(scribe: Scribe, name: str, community: str = "", **more: object) -> str:
    """Write a domain down."""
    values = {
        "domain": name,
        "weight": "four",
        "vitality": "three",
        "tender": Party(name="Aminata Kouyaté"),
        "judged-on": TODAY,
        **{key.replace("_", "-"): one for key, one in more.items()},
    }
    register = scribe.register("domains")
    where = community or scribe.community.id
    return add_entry(scribe.library, register, where, values).id  # type: ignore[arg-type]


def other(scribe: Scribe, name: str = "Water Quality") -> Community:
    """Another community."""
    return create_community(scribe.library, CommunityFields(name=name))


def lines(screen: PortfolioScreen) -> list[str]:
    """The names in the list."""
    return [screen.model.line(row).name for row in range(screen.model.rowCount())]


def gaps(screen: PortfolioScreen) -> str:
    """What may want a conversation."""
    return "\n".join(one.text() for one in screen.gaps_card.findChildren(WrapLabel))


def test_an_empty_one_says_what_to_write_first(scribe: Scribe) -> None:
    screen = portfolio(scribe)
    assert screen.empty_card.isVisible()
    assert not screen.list_card.isVisible()
    assert not screen.picture_card.isVisible()
    assert not screen.export_button.isVisible()
    assert filled(scribe.house.hearth.window) == [screen.first_button.text()]
    assert screen.first_button.hasFocus()
    QTest.keyClick(screen.first_button, Qt.Key.Key_Space)
    shown(scribe, HomeScreen)
    screen = portfolio(scribe, scribe.community.id)
    QTest.mouseClick(screen.first_button, LEFT)
    shown(scribe, RegisterScreen)


def test_domains_stand_side_by_side(scribe: Scribe) -> None:
    """The picture, the list under the same numbers, what may want a conversation."""
    keep(scribe, "Bridges", weight="five", vitality="one", tender=None)
    keep(scribe, "Water", other(scribe).id)
    keep(scribe, "Unjudged", weight=None)
    screen = portfolio(scribe)
    words = scribe.words
    assert lines(screen) == ["1 · Bridges", "2 · Water", "3 · Unjudged"]
    assert "Bridges" in screen.picture.accessibleName()
    assert "Unjudged" not in screen.picture.accessibleName()
    assert screen.left_over.text() == words("portfolio.not-placed", n=1)
    said = gaps(screen)
    for code in ("heavy-frail", "untended", "not-judged"):
        assert words(f"portfolio.gap-{code}", n=1) in said
    assert words("portfolio.gap-old", n=1) not in said
    assert filled(scribe.house.hearth.window) == [words("portfolio.prepare")]
    assert not nameless(screen)


def test_a_line_leads_to_its_register(scribe: Scribe) -> None:
    """By keyboard alone; the entry is in sight there."""
    keep(scribe, "Bridges", weight="five")
    entry = keep(scribe, "Water", other(scribe).id)
    screen = portfolio(scribe)
    assert screen.list_card.lines.hasFocus()
    QTest.keyClick(screen.list_card.lines, Qt.Key.Key_Down)
    QTest.keyClick(screen.list_card.lines, Qt.Key.Key_Return)
    register = shown(scribe, RegisterScreen)
    assert [one.id for one in register.chosen] == [entry]
    scribe.house.hearth.window.back()
    assert lines(shown(scribe, PortfolioScreen)) == ["1 · Bridges", "2 · Water"]


def test_it_follows_what_is_written_meanwhile(scribe: Scribe) -> None:
    keep(scribe, "Bridges", weight="two")
    screen = portfolio(scribe)
    keep(scribe, "Water", weight="five")
    assert lines(screen) == ["1 · Water", "2 · Bridges"]
    scribe.library.undo(Scope(scribe.community.id))
    assert lines(screen) == ["1 · Bridges"]


@pytest.mark.parametrize(
    ("button", "document"), [("export", "portfolio"), ("prepare", "portfolio-conversation")]
)
def test_it_is_exported_and_a_conversation_prepared(
    scribe: Scribe, button: str, document: str
) -> None:
    """By their keys, of what is on the screen."""
    keep(scribe, "Bridges")
    screen = portfolio(scribe)
    scribe.to_window()
    shift = Qt.KeyboardModifier.ShiftModifier
    keys = {"export": CTRL, "prepare": CTRL | shift}
    QTest.keyClick(scribe.house.hearth.window, Qt.Key.Key_P, keys[button])
    settle()
    dialog = asking(screen.window(), ExportDialog)
    assert dialog.windowTitle() == scribe.words(f"exporting.title-{document}")
    assert dialog.request().subject == ""


@pytest.mark.parametrize("text", [100, 200])
@pytest.mark.parametrize("language", ["en", "fr"])
def test_everything_fits(qapp: QApplication, tmp_path: Path, language: str, text: int) -> None:
    """Long names, many of them, in a small window."""
    with scribe_at_work(qapp, tmp_path, language=language, text=text) as scribe:
        window = scribe.house.hearth.window
        window.resize(1280, 720)
        for number in range(30):
            degrees = {"weight": "five"} if number % 2 else {}
            keep(scribe, f"A domain with a long name, number {number}", tender=None, **degrees)
        screen = portfolio(scribe)
        assert misfits(screen) == []
