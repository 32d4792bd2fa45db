"""Text: set at the look's pitch, wrapped, never cut, and always the text that was typed."""

import pytest
from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from tests.ui.dress import dress, speak
from tests.ui.fitting import in_a_window, misfits
from ui.parts.keycaps import Keycap, key_text
from ui.parts.labels import ElidedLabel, WrapLabel, body, eyebrow, hairline, heading, small
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import TextBlock, TextRun, plain_text


def _ink(block: TextBlock, width: int) -> list[int]:
    """How many dark pixels there are in each row of a block that is drawn."""
    height = block.lay(width)
    image = QImage(QSize(width, height), QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.white)
    painter = QPainter(image)
    block.draw(painter, 0, 0, QColor("black"))
    painter.end()
    rows = range(image.height())
    return [sum(image.pixelColor(x, y).value() < 128 for x in range(width)) for y in rows]


def test_lines_follow_the_pitch(qapp: QApplication) -> None:
    """Three lines are three pitches high, whatever the font's own line is."""
    look = dress(qapp)
    for role in ("body", "heading1", "charter"):
        block = TextBlock(look, "one\ntwo\nthree", role)
        assert block.lay(1000) == 3 * look.pitch(role)


def test_text_wraps_to_its_width(qapp: QApplication) -> None:
    """Narrower is higher, and what is natural needs one line."""
    block = TextBlock(dress(qapp), "Nothing that was said in this room is lost")
    one = block.lay(block.natural_width)
    assert one == block.pitch
    assert block.lay(block.natural_width // 2) >= 2 * block.pitch


def test_a_word_wider_than_its_place_is_broken(qapp: QApplication) -> None:
    """Ten thousand letters without a space do not make a window of a hundred thousand pixels."""
    block = TextBlock(dress(qapp), "x" * 10_000)
    assert block.least_width() < 200
    assert block.lay(200) > 300 * block.pitch
    assert max(_ink(TextBlock(dress(qapp), "m" * 60), 120)) > 0


@pytest.mark.parametrize("role", ["heading1", "say", "body", "small"])
def test_accents_and_tails_are_not_cut(qapp: QApplication, role: str) -> None:
    """Nothing is drawn in the outermost rows of a line: all letters stand within it."""
    look = dress(qapp)
    block = TextBlock(look, "ÉÂÇ gjpqy Ôß", role)  # type: ignore[arg-type]
    rows = _ink(block, block.natural_width)
    assert sum(rows) > 0
    whole = _ink(TextBlock(look, "\nÉÂÇ gjpqy Ôß\n ", role), block.natural_width)  # type: ignore[arg-type]
    assert sum(rows) == sum(whole)


def test_a_sign_from_another_font_does_not_move_its_line(qapp: QApplication) -> None:
    """Rows of a table stay equally high with and without a tick."""
    look = dress(qapp)
    assert TextBlock(look, "▲ ends soon → ✓ ●", "small").lay(500) == look.pitch("small")


def test_letters_that_stack_get_their_room(qapp: QApplication) -> None:
    """What Arabic and Devanagari put above and below is drawn."""
    look = dress(qapp)
    for text in ("سَلَّامٌ عَلَيْكُمْ", "र्ट्रि कृपया हूँ"):
        rows = _ink(TextBlock(look, text, "body"), 300)
        padded = _ink(TextBlock(look, f"\n{text}\n", "body"), 300)
        assert sum(rows) == sum(padded)


def test_pieces_are_counted_as_qt_counts(qapp: QApplication) -> None:
    """A letter beyond the first plane does not shift what is strong."""
    look = dress(qapp)
    pieces = (TextRun("🌱🌱 "), TextRun("strong", strong=True))
    block = TextBlock(look, pieces)
    plain = TextBlock(look, "🌱🌱 strong")
    all_strong = TextBlock(look, (TextRun("🌱🌱 "), TextRun("stron"), TextRun("g", strong=True)))
    assert block.natural_width > all_strong.natural_width > plain.natural_width - 1
    assert plain_text(pieces) == "🌱🌱 strong"


def test_typed_markup_is_only_text(qtbot: QtBot, qapp: QApplication) -> None:
    """What looks like HTML is shown as it was typed."""
    look = dress(qapp)
    label = WrapLabel(look, "<b>bold</b> & <img src=x>")
    qtbot.addWidget(label)
    assert label.text() == "<b>bold</b> & <img src=x>"
    assert label.sizeHint().width() > WrapLabel(look, "bold").sizeHint().width() * 3


def test_a_label_asks_for_the_height_of_its_lines(qtbot: QtBot, qapp: QApplication) -> None:
    """In a narrow column it is higher, and nothing is cut."""
    look = dress(qapp)
    label = body(look, "A community is kept by those who come back to it, again and again.")
    window = in_a_window(qtbot, label, 200, 400)
    assert misfits(window) == []
    assert label.height() >= 3 * look.pitch("body")
    label.setText("Short")
    assert misfits(window) == []
    assert label.height() == look.pitch("body")


def test_a_label_fades_when_disabled(qtbot: QtBot, qapp: QApplication) -> None:
    """As the controls beside it."""
    look = dress(qapp)
    label = small(look, "words")
    qtbot.addWidget(label)
    assert label.colour().name() == look.theme.mute.lower()
    label.setEnabled(False)
    assert label.colour().name() == look.theme.control.lower()
    label.setEnabled(True)
    label.set_tone("ember")
    assert label.colour().name() == look.theme.ember.lower()


def test_headings_and_eyebrows(qapp: QApplication) -> None:
    """Three sizes of Literata; capitals only in the drawing, not in the text."""
    look = dress(qapp)
    sizes = [heading(look, "x", level).font().pixelSize() for level in (1, 2, 3)]
    assert sizes == [28, 19, 16]
    assert eyebrow(look, "Steps").text() == "Steps"
    assert hairline(look).height() < 20


def test_an_elided_label_tells_the_whole_text(qtbot: QtBot, qapp: QApplication) -> None:
    """In its tooltip when cut, and always to screen readers."""
    look = dress(qapp)
    text = "Communauté de pratique des inspectrices et inspecteurs de ponts"
    label = ElidedLabel(look, text)
    qtbot.addWidget(label)
    label.resize(120, 30)
    label.show()
    assert label.shown_text().endswith("…")
    assert label.toolTip() == label.accessibleName() == text
    label.resize(900, 30)
    assert label.shown_text() == text
    assert label.toolTip() == ""
    assert misfits(label) == []


def test_an_elided_label_loses_no_word_unseen(qtbot: QtBot, qapp: QApplication) -> None:
    """At every width it shows all of its text, or an ellipsis, on one line of what draws it."""
    look = dress(qapp)
    label = ElidedLabel(look, "Launch of the Spatial Data Stewards", "strong")
    qtbot.addWidget(label)
    label.show()
    for width in range(label.sizeHint().width() - 40, label.sizeHint().width() + 1):
        label.resize(width, 30)
        shown = label.shown_text()
        assert TextBlock(look, shown, "strong").natural_width <= width
        assert shown.endswith("…") == (shown != label.text()) == bool(label.toolTip())
    assert label.shown_text() == label.text()


def test_quotes_are_those_of_the_language(qapp: QApplication) -> None:
    """English curls, French guillemets with spaces that do not break."""
    look = dress(qapp)
    assert QuoteLabel(look, speak("en"), "Yes.").text() == "“Yes.”"
    assert QuoteLabel(look, speak("fr"), "Oui.").text() == "«\u00a0Oui.\u00a0»"
    assert QuoteLabel(look, speak("fr")).text() == ""


@pytest.mark.parametrize(
    ("key", "english", "french"),
    [
        ("Ctrl+K", "Ctrl K", "Ctrl K"),
        ("Ctrl+Shift+D", "Ctrl Shift D", "Ctrl Maj D"),
        ("F9", "F9", "F9"),
        ("PgDown", "PgDn", "Pg suiv"),
        ("Return", "Enter", "Entrée"),
        ("Alt+Up", "Alt ↑", "Alt ↑"),
    ],
)
def test_keys_read_as_on_the_keyboard(key: str, english: str, french: str) -> None:
    """In both languages."""
    assert key_text(speak("en"), key, "linux") == english
    assert key_text(speak("fr"), key, "linux") == french


def test_keys_of_a_mac() -> None:
    """With the signs that are printed on them."""
    assert key_text(speak("en"), "Ctrl+Shift+D", "darwin") == "⌘ ⇧ D"


def test_a_keycap_is_as_wide_as_its_key(qtbot: QtBot, qapp: QApplication) -> None:
    """And nearly square for one letter."""
    look = dress(qapp)
    one, long = Keycap(look, speak(), "K"), Keycap(look, speak("fr"), "Backspace")
    qtbot.addWidget(one)
    qtbot.addWidget(long)
    long.show()
    assert abs(one.sizeHint().width() - one.sizeHint().height()) <= 2
    assert long.width() > 3 * one.sizeHint().width()
    assert misfits(long) == []
