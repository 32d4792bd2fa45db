"""What is laid again only where it changed looks as if all of it had been laid anew."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.dress import dress
from ui.look.look import make_look
from ui.wall.note_pages import HEADING, NotePages
from ui.wall.page_layout import WallPage
from ui.wall.scene_painter import NOTE_SIZES
from ui.wall.wall_picture import WallColumn, WallNote

BODY = QRectF(10, 10, 460, 300)
LETTERS, UNIT = 18.0, 0.5

TEXTS = (
    "Short",
    "A line or two of what somebody said in the room",
    "Long " * 30,
    "Very long " * 120,
)
NOTES = st.lists(
    st.builds(
        WallNote,
        st.sampled_from(TEXTS),
        dots=st.sampled_from((None, 2)),
        title=st.sampled_from(("", "Trust")),
    ),
    max_size=40,
)


def pictures(pages: Sequence[WallPage]) -> list[tuple[int, bytes]]:
    """What each page shows: how many notes, and its pixels."""
    found = []
    for page in pages:
        image = QImage(480, 320, QImage.Format.Format_RGB32)
        image.fill(0)
        painter = QPainter(image)
        for piece in page.pieces:
            piece.paint(painter)
        painter.end()
        found.append((page.notes, bytes(image.constBits())))
    return found


@pytest.mark.usefixtures("qapp")
@settings(max_examples=25, deadline=None)
@given(st.lists(st.tuples(NOTES, NOTES), min_size=2, max_size=4))
def test_laid_again_is_as_laid_anew(steps: list[tuple[list[WallNote], list[WallNote]]]) -> None:
    """Whatever the columns held before."""
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    dress(application)
    look = make_look("light")
    again = NotePages(look)
    held: tuple[WallNote, ...] = ()
    for first, second in steps:
        # As in a room: what was there, less something, and more at its end.
        held = (*held[: len(held) - len(second) % 3], *first)
        columns = (WallColumn("Hopes", held), WallColumn("", tuple(second)))
        again.forget()
        once = pictures(again.lay(BODY, columns, LETTERS, UNIT))
        assert once == pictures(NotePages(look).lay(BODY, columns, LETTERS, UNIT))


def test_a_head_is_no_smaller_than_the_notes_below_it_at_their_smallest() -> None:
    """Or it would read as one of them."""
    assert min(NOTE_SIZES) <= HEADING
