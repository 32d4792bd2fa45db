"""Buttons, cards, pills, notes, marks, strips and rows, as a person sees and uses them."""

from functools import partial
from itertools import product
from typing import Protocol

import pytest
from PySide6.QtCore import QPoint, QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from ui.look.look import Look, make_look
from ui.look.tokens import NOTES, STAGES
from ui.parts.buttons import Button, IconButton, KeyButton, link_button, primary_button
from ui.parts.card import Card, Well
from ui.parts.labels import WrapLabel
from ui.parts.note_card import NoteCard, NotePainter
from ui.parts.pill import Pill, PillButton
from ui.parts.rows import Column, Rows, Toned
from ui.parts.stage_marks import StageMark, StageMarks, paint_stage_marks, stage_marks_size
from ui.parts.strips import AgreementBar, AgreementPart, BlockStrip, StripBlock


def _colours(widget: QWidget) -> dict[str, int]:
    """How often each colour stands on a widget."""
    image = widget.grab().toImage()
    found: dict[str, int] = {}
    for x, y in product(range(image.width()), range(image.height())):
        name = image.pixelColor(x, y).name().upper()
        found[name] = found.get(name, 0) + 1
    return found


class Show(Protocol):
    """Shows widgets in a window that stays until the test ends."""

    def __call__(self, *widgets: QWidget, width: int = 400, height: int = 400) -> QWidget:
        """The window, one widget below the other."""


@pytest.fixture
def show(qtbot: QtBot) -> Show:
    """Windows are kept here: qtbot only knows of them, and Python would drop them."""
    kept: list[QWidget] = []

    def shown(*widgets: QWidget, width: int = 400, height: int = 400) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        for widget in widgets:
            column.addWidget(widget)
        column.addStretch(1)
        qtbot.addWidget(window)
        window.resize(width, height)
        window.show()
        window.activateWindow()
        settle()
        return window

    return shown


def test_a_button_answers_to_mouse_and_keys(show: Show, qapp: QApplication) -> None:
    """A click, the space bar, and its own key."""
    look = dress(qapp)
    button = KeyButton(look, speak(), "Decision", "Ctrl+D")
    window = show(button)
    pressed: list[str] = []
    button.clicked.connect(partial(pressed.append, "pressed"))
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 3
    button.setText("Decide")
    QTest.keyClick(window, Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier)
    assert len(pressed) == 4
    assert button.accessibleName() == "Decide"
    assert button.accessibleDescription() == "Ctrl D"


def test_a_key_that_is_only_shown_is_left_to_others(qtbot: QtBot, qapp: QApplication) -> None:
    """Where the canvas itself listens to it."""
    button = KeyButton(dress(qapp), speak(), "Freeze", "F7", bind=False)
    qtbot.addWidget(button)
    button.show()
    button.activateWindow()
    with qtbot.assertNotEmitted(button.clicked):
        QTest.keyClick(button, Qt.Key.Key_F7)


def test_an_ampersand_is_only_an_ampersand(qtbot: QtBot, qapp: QApplication) -> None:
    """It makes no mnemonic, and it is spoken as it was typed."""
    button = Button(dress(qapp), "R&D people")
    qtbot.addWidget(button)
    assert button.shortcut().isEmpty()
    assert button.accessibleName() == "R&D people"


def test_a_key_makes_room_for_its_cap(qtbot: QtBot, qapp: QApplication) -> None:
    """The button with a key is wider by the cap."""
    look = dress(qapp)
    bare, keyed = Button(look, "Freeze"), KeyButton(look, speak(), "Freeze", "F7")
    qtbot.addWidget(bare)
    qtbot.addWidget(keyed)
    assert keyed.sizeHint().width() > bare.sizeHint().width() + 20
    keyed.set_cap("")
    assert keyed.sizeHint() == bare.sizeHint()


def test_only_the_primary_is_filled(show: Show, qapp: QApplication) -> None:
    """And a disabled one is not."""
    look = dress(qapp)
    primary, quiet = primary_button(look, "Start the workshop"), Button(look, "Print")
    show(primary, quiet)
    assert _colours(primary)[look.tokens.ember] > 2000
    assert look.tokens.ember not in _colours(quiet)
    primary.setEnabled(False)
    assert look.tokens.ember not in _colours(primary)


def test_a_wide_button_wraps_in_a_narrow_column(show: Show, qapp: QApplication) -> None:
    """Two lines rather than a wider column."""
    look = dress(qapp, "light", 200)
    button = Button(look, "Écrire un exercice de votre propre cru", wide=True)
    window = show(button, width=300)
    assert misfits(window) == []
    assert button.height() > 2 * look.pitch("button")


def test_links_and_signs_have_names(show: Show, qapp: QApplication) -> None:
    """For those who do not see them."""
    look = dress(qapp)
    link, sign = link_button(look, "3 said but not taken"), IconButton(look, "close", "Close")
    window = show(link, sign)
    assert sign.accessibleName() == sign.toolTip() == "Close"
    assert misfits(window) == []
    assert look.tokens.ink in _colours(sign)


def test_a_card_is_as_tall_as_what_it_holds(show: Show, qapp: QApplication) -> None:
    """More words, a higher card; the title is its accessible name."""
    look = dress(qapp)
    small, large = Card(look, "Roles", note="7 of 8 held"), Card(look, "Charter", edge="ember")
    small.add(WrapLabel(look, "one line"))
    large.add(WrapLabel(look, "many words " * 40))
    window = show(small, large)
    assert misfits(window) == []
    assert small.height() < 100 < large.height()
    assert small.accessibleName() == "Roles"
    small.set_title("", "")
    settle()
    assert not small.title.isVisible()


def test_the_edge_and_the_ring_of_a_card(show: Show, qapp: QApplication) -> None:
    """A coloured strip at the left; ember all around when it is the one that is meant."""
    look = dress(qapp)
    card = Card(look, "Renew", edge="renew")
    show(card)
    edged = _colours(card)[look.tokens.renew]
    assert edged > card.height() * 3
    card.set_edge(None)
    assert look.tokens.renew not in _colours(card)
    card.set_chosen(True)
    assert _colours(card)[look.tokens.ember] > card.width() * 3


def test_actions_stand_below_with_air(show: Show, qapp: QApplication) -> None:
    """Buttons keep their own width in a card."""
    look = dress(qapp)
    card, button = Card(look, "Next"), Button(look, "Open", small=True)
    card.add(WrapLabel(look, "Words."))
    card.add_action(button)
    window = show(card)
    assert misfits(window) == []
    assert button.width() == button.sizeHint().width()


def test_a_well_is_sunk(show: Show, qapp: QApplication) -> None:
    """On the sunk colour."""
    look = dress(qapp)
    well = Well(look)
    well.add(WrapLabel(look, "Worth a word."))
    window = show(well)
    assert _colours(well)[look.tokens.sunk] > 3000
    assert misfits(window) == []


def test_a_pill_says_it_in_words_and_colour(show: Show, qapp: QApplication) -> None:
    """On the wash of its tone, no wider than its words."""
    look = dress(qapp)
    pill = Pill(look, "6 min behind", "amber")
    window = show(pill)
    assert pill.text() == "6 min behind"
    assert _colours(pill)[look.tokens.amber_wash] > 300
    assert pill.width() == pill.sizeHint().width()
    pill.say("on time", "teal")
    settle()
    assert look.tokens.amber_wash not in _colours(pill)
    assert misfits(window) == []


def test_a_filter_wears_its_tone_only_while_on(show: Show, qapp: QApplication) -> None:
    """And can be pressed from the keyboard."""
    look = dress(qapp)
    button = PillButton(look, "Renew", "renew", checkable=True)
    show(button)
    assert look.tokens.renew_wash not in _colours(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert _colours(button)[look.tokens.renew_wash] > 200
    assert button.accessibleName() == "Renew"


def test_a_note_is_as_high_as_its_words(show: Show, qapp: QApplication) -> None:
    """On its paper in every theme."""
    look = dress(qapp, "dark")
    note = NoteCard(look, speak(), "Case clinics on odd cracks " * 6, "green")
    window = show(note, width=240)
    assert misfits(window) == []
    assert _colours(note)[NOTES["green"]] > 5000
    note.set_chosen(True)
    assert look.tokens.ember in _colours(note)


@pytest.mark.parametrize("dots", [1, 5, 12, 13, 60])
def test_dots_are_drawn_and_told(show: Show, qapp: QApplication, dots: int) -> None:
    """As many as there are; beyond twelve as a number; always in words for screen readers."""
    look = dress(qapp)
    note = NoteCard(look, speak("fr"), "Les cliniques de cas", dots=dots)
    window = show(note, width=200)
    assert misfits(window) == []
    expected = "1 point" if dots == 1 else f"{dots} points"
    assert note.accessibleDescription() == expected
    bare = NotePainter(look, "Les cliniques de cas")
    dotted = NotePainter(look, "Les cliniques de cas", dots)
    assert dotted.height(200) >= bare.height(200)


def test_dots_stand_inside_the_note(qapp: QApplication) -> None:
    """Whatever the width, no dot is drawn beyond the edge or over the words."""
    look = dress(qapp)
    for width, dots in product(range(90, 300, 7), (0, 3, 8, 12, 40)):
        note = NotePainter(look, "Field days together", dots)
        height = note.height(width)
        image = QImage(QSize(width + 20, height + 20), QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        note.paint(painter, QRectF(10, 10, width, height), "yellow")
        painter.end()
        rim = [image.pixelColor(x, y) for x in (2, width + 16) for y in range(height + 20)]
        rim += [image.pixelColor(x, height + 15) for x in range(width)]
        assert all(colour.name() == "#ffffff" for colour in rim), (width, dots)


def _marks(lit: set[str]) -> list[StageMark]:
    return [
        StageMark(stage, stage.title(), "since May" if stage in lit else "", stage in lit)
        for stage in STAGES
    ]


def test_lit_stages_are_filled(show: Show, qapp: QApplication) -> None:
    """In their own colour, and named for screen readers."""
    look = dress(qapp)
    marks = StageMarks(look, _marks({"renew"}))
    window = show(marks, width=700)
    found = _colours(marks)
    assert found[look.tokens.renew] > 3 * found[look.tokens.discover]
    assert marks.accessibleName() == "Renew since May"
    assert misfits(window) == []
    marks.set_marks(_marks(set()))
    settle()
    assert _colours(marks)[look.tokens.renew] < found[look.tokens.renew]
    assert marks.accessibleName() == ""


def test_small_marks_for_lists(qapp: QApplication) -> None:
    """Five marks within their size, a disc where lit."""
    look = dress(qapp)
    size = stage_marks_size(look)

    def drawn(lit: set[str]) -> int:
        image = QImage(size, QImage.Format.Format_RGB32)
        image.fill(Qt.GlobalColor.white)
        painter = QPainter(image)
        paint_stage_marks(painter, QRectF(image.rect()), lit, look)
        painter.end()
        points = product(range(size.width()), range(size.height()))
        teal = look.tokens.establish.lower()
        return sum(image.pixelColor(x, y).name() == teal for x, y in points)

    assert drawn({"establish"}) > 3 * drawn(set()) > 0


def test_the_strip_is_in_proportion_to_minutes(show: Show, qapp: QApplication) -> None:
    """Fifteen of sixty minutes are a quarter of the strip; what is free stays free."""
    look = dress(qapp)
    strip = BlockStrip(look)
    show(strip, width=480)
    strip.set_blocks([StripBlock(15, "renew", "Arrivals"), StripBlock(30, "rest", "Break")], 60)
    places = strip.places()
    assert [round(place.width() / strip.width(), 2) for place in places] == [0.25, 0.5]
    before = _colours(strip)
    assert before[look.tint("renew").name().upper()] > 1000
    assert look.fill("amber").name().upper() not in before
    strip.set_blocks([StripBlock(90, "renew", "Too long")], 60, "30 min too long")
    assert look.colour("amber").name().upper() in _colours(strip)
    assert strip.accessibleName() == "30 min too long"
    strip.set_chosen(0)
    assert look.tokens.renew in _colours(strip)


def test_the_strip_tells_blocks_under_the_mouse(show: Show, qapp: QApplication) -> None:
    """And nothing where nothing is planned."""
    strip = BlockStrip(dress(qapp))
    show(strip, width=400)
    strip.set_blocks([StripBlock(30, "renew", "Arrivals")], 60)
    assert strip.block_at(QPoint(10, 5)) == 0
    assert strip.block_at(QPoint(strip.width() - 10, 5)) is None


def test_the_bar_of_stances(show: Show, qapp: QApplication) -> None:
    """In proportion, with its words; who is away is said and not counted."""
    look = dress(qapp)
    bar = AgreementBar(
        look,
        (
            AgreementPart(9, "9 wholehearted", "teal"),
            AgreementPart(3, "3 with a reservation", "amber"),
            AgreementPart(0, "0 against", "ember"),
            AgreementPart(2, "2 away", "rest", counted=False),
        ),
    )
    window = show(bar, width=500)
    assert bar.accessibleName() == "9 wholehearted · 3 with a reservation · 2 away"
    found = _colours(bar)
    ratio = found[look.tokens.teal] / found[look.tokens.amber_fill]
    assert 2.5 < ratio < 3.5
    assert misfits(window) == []
    bar.set_parts(())
    assert look.tokens.teal not in _colours(bar)


def _rows(look: Look) -> Rows:
    rows = Rows(
        look,
        (Column(2, head="Role"), Column(0, "small-strong", head="Held by"), Column(0, head="")),
        lines=True,
    )
    rows.add("Coordinator", "Maude Tremblay", Toned("▲ ends in 3 weeks", "amber"))
    rows.add("Someone who welcomes newcomers at the door", "—", Pill(look, "vacant", "ember"))
    rows.add("Bridge")
    return rows


def test_rows_stand_in_columns(show: Show, qapp: QApplication) -> None:
    """Cells of a column begin at the same place; cells of a row share its top."""
    rows = _rows(dress(qapp))
    window = show(rows, width=440)
    assert rows.count() == 3
    assert misfits(window) == []
    lefts = [[rows.cell(row, column).x() for row in range(3)] for column in range(2)]
    assert all(len(set(column)) == 1 for column in lefts)
    assert rows.cell(0, 0).y() == rows.cell(0, 1).y()
    assert rows.cell(1, 0).height() > rows.cell(0, 0).height()
    with pytest.raises(IndexError):
        rows.cell(9, 0)


def test_narrow_rows_are_stacked(show: Show, qapp: QApplication) -> None:
    """Rather than cut, at 200 % in a narrow card."""
    rows = _rows(dress(qapp, "light", 200))
    window = show(rows, width=300, height=1000)
    assert misfits(window) == []
    assert rows.cell(0, 1).y() > rows.cell(0, 0).y()


def test_rows_are_cleared(show: Show, qapp: QApplication) -> None:
    """The heads stay."""
    rows = _rows(dress(qapp))
    window = show(rows)
    rows.clear()
    settle()
    assert rows.count() == 0
    rows.add("Sponsor", "Denis Roy", "to Dec 2027")
    settle()
    assert rows.count() == 1
    assert misfits(window) == []


def test_hairlines_are_between_rows(show: Show, qapp: QApplication) -> None:
    """One fewer than there are rows, heads included."""
    look = dress(qapp)
    rows = _rows(look)
    show(rows, width=440)
    lines = _colours(rows)[look.tokens.line] / rows.width()
    assert 2.9 <= lines <= 3.1


def test_themes_change_every_piece(show: Show, qapp: QApplication) -> None:
    """Nothing keeps a colour of its own: light pieces have no dark ground and the reverse."""
    for theme, other in (("light", "dark"), ("dark", "light")):
        look = dress(qapp, theme)  # type: ignore[arg-type]
        foreign = make_look(other).tokens  # type: ignore[arg-type]
        card = Card(look, "Roles", edge="teal")
        card.add(_rows(look), Pill(look, "version 2", "teal"))
        window = show(card, width=460)
        found = _colours(window)
        for name in ("paper", "card", "ember_wash", "teal_wash"):
            assert getattr(foreign, name) not in found or getattr(foreign, name) == "#FFFFFF"
