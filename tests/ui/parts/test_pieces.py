"""Buttons, cards, pills, notes, marks, strips and rows, as a person sees and uses them."""

from functools import partial
from itertools import product

import pytest
from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.colours import NOTES
from tests.ui.dress import dress, speak
from tests.ui.fitting import misfits, settle
from tests.ui.parts.showing import Show, colours
from ui.look.look import make_look
from ui.look.themes import STAGES
from ui.parts.buttons import Button, IconButton, KeyButton, link_button, primary_button
from ui.parts.card import Card, Well
from ui.parts.keycaps import key_text
from ui.parts.labels import WrapLabel
from ui.parts.note_card import NoteCard, NotePainter
from ui.parts.pill import Pill, PillButton
from ui.parts.stage_marks import StageMark, StageMarks, paint_stage_marks, stage_marks_size


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


@pytest.mark.parametrize(
    ("key", "english", "french"),
    [
        ("Ctrl+Shift+D", "Ctrl Shift D", "Ctrl Maj D"),
        ("Ctrl+Return", "Ctrl Enter", "Ctrl Entrée"),
        ("+", "+", "+"),
        ("Ctrl++", "Ctrl +", "Ctrl +"),
        ("Shift++", "Shift +", "Maj +"),
        ("Ins", "Ins", "Inser"),
        ("Alt+Down", "Alt ↓", "Alt ↓"),
    ],
)
def test_keys_are_read_as_they_are_printed(key: str, english: str, french: str) -> None:
    """In each language, the key that joins the others too."""
    assert key_text(speak(), key, "linux") == english
    assert key_text(speak("fr"), key, "linux") == french


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
    assert colours(primary)[look.theme.ember] > 2000
    assert look.theme.ember not in colours(quiet)
    primary.setEnabled(False)
    assert look.theme.ember not in colours(primary)


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
    link, sign = link_button(look, "3 notes not used here"), IconButton(look, "close", "Close")
    window = show(link, sign)
    assert sign.accessibleName() == sign.toolTip() == "Close"
    assert misfits(window) == []
    assert look.theme.ink in colours(sign)


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
    edged = colours(card)[look.theme.renew]
    assert edged > card.height() * 3
    plain = Card(look, "Launch")
    show(plain)
    assert look.theme.renew not in colours(plain)
    card.set_chosen(True)
    assert colours(card)[look.theme.ember] > card.width() * 3


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
    well.add(WrapLabel(look, "Note."))
    window = show(well)
    assert colours(well)[look.theme.sunk] > 3000
    assert misfits(window) == []


def test_a_pill_says_it_in_words_and_colour(show: Show, qapp: QApplication) -> None:
    """On the wash of its tone, no wider than its words."""
    look = dress(qapp)
    pill = Pill(look, "6 min behind", "amber")
    window = show(pill)
    assert pill.text() == "6 min behind"
    assert colours(pill)[look.theme.amber_wash] > 300
    assert pill.width() == pill.sizeHint().width()
    pill.set_text("on time", "teal")
    settle()
    assert look.theme.amber_wash not in colours(pill)
    assert misfits(window) == []


def test_a_filter_wears_its_tone_only_while_on(show: Show, qapp: QApplication) -> None:
    """And can be pressed from the keyboard."""
    look = dress(qapp)
    button = PillButton(look, "Renew", "renew", checkable=True)
    show(button)
    assert look.theme.renew_wash not in colours(button)
    button.setFocus()
    QTest.keyClick(button, Qt.Key.Key_Space)
    assert button.isChecked()
    assert colours(button)[look.theme.renew_wash] > 200
    assert button.accessibleName() == "Renew"


def test_a_note_is_as_high_as_its_words(show: Show, qapp: QApplication) -> None:
    """On its paper in every theme."""
    look = dress(qapp, "dark")
    note = NoteCard(look, speak(), "Case clinics on odd cracks " * 6, "green")
    window = show(note, width=240)
    assert misfits(window) == []
    assert colours(note)[NOTES["green"]] > 5000
    note.set_chosen(True)
    assert look.theme.note_ring in colours(note)


@pytest.mark.parametrize("dots", [1, 5, 12, 13, 60])
def test_dots_are_drawn_and_told(show: Show, qapp: QApplication, dots: int) -> None:
    """As many as there are; from six on as a number; always in words for screen readers."""
    look = dress(qapp)
    note = NoteCard(look, speak("fr"), "Les cliniques de cas", dots=dots)
    window = show(note, width=200)
    assert misfits(window) == []
    expected = "1 pastille" if dots == 1 else f"{dots} pastilles"
    assert note.accessibleDescription() == expected
    bare = NotePainter(look, "Les cliniques de cas")
    dotted = NotePainter(look, "Les cliniques de cas", dots)
    assert dotted.height(200) >= bare.height(200)


def test_from_six_dots_on_a_number_stands_beside_one(qapp: QApplication) -> None:
    """A row grows with each dot until then; a number takes the same room for six as for nine."""
    look = dress(qapp)
    widths = [NotePainter(look, "Field days", dots).natural_width for dots in (4, 5, 6, 9)]
    assert widths[0] < widths[1]
    assert abs(widths[2] - widths[3]) <= 2


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
    found = colours(marks)
    assert found[look.theme.renew] > 3 * found[look.theme.discover]
    assert marks.accessibleName() == "Renew since May"
    assert misfits(window) == []
    marks.set_marks(_marks(set()))
    settle()
    assert colours(marks)[look.theme.renew] < found[look.theme.renew]
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
        teal = look.theme.establish.lower()
        return sum(image.pixelColor(x, y).name() == teal for x, y in points)

    assert drawn({"establish"}) > 3 * drawn(set()) > 0


def test_themes_change_every_piece(show: Show, qapp: QApplication) -> None:
    """Nothing keeps a colour of its own: light pieces have no dark ground and the reverse."""
    for theme, other in (("light", "dark"), ("dark", "light")):
        look = dress(qapp, theme)  # type: ignore[arg-type]
        foreign = make_look(other).theme  # type: ignore[arg-type]
        card = Card(look, "Roles", edge="teal")
        card.add(WrapLabel(look, "held"), Pill(look, "version 2", "teal"))
        window = show(card, width=460)
        found = colours(window)
        for name in ("paper", "card", "ember_wash", "teal_wash"):
            assert getattr(foreign, name) not in found or getattr(foreign, name) == "#FFFFFF"
