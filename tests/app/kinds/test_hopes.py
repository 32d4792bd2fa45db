"""What became of hopes and worries: an entry a note, for no more readers than the note."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.kinds.board import answered_zones
from app.kinds.hopes import REGISTER, answer_hope, hope_lines, word_on_hope
from app.library.library import Library
from app.library.trouble import Trouble
from app.registers.register_entries import entries_of
from app.renewal.answered import Became, hopes_answered
from app.workshop.notes import add_notes
from app.workshop.running import Running
from tests.app.kinds.launch import Launch, renewal_block


@pytest.fixture
def revisited(library: Library, catalogue: Catalogue, launch: Launch) -> Running:
    """The block of a renewal in which hopes and worries come back."""
    return renewal_block(library, catalogue, launch.workshop.community, "worries-revisited")


def test_each_is_answered_once_and_may_be_answered_anew(
    library: Library, catalogue: Catalogue, revisited: Running
) -> None:
    """With a word; nobody reads the answer who may not read the note."""
    reader, register = library.reader, catalogue.register(REGISTER)
    zones = answered_zones(revisited)
    (hope,) = add_notes(library, revisited, "hopes", ["One person to call"])
    (worry,) = add_notes(library, revisited, "fears", ["Nobody comes"])
    add_notes(library, revisited, "became", ["Something else"])
    lines = hope_lines(reader, revisited, register, zones)
    assert [(one.text, one.state) for one in lines] == [(hope.text, ""), (worry.text, "")]
    with pytest.raises(Trouble, match="gone"):
        word_on_hope(library, revisited, register, worry.id, "Too early")
    answer_hope(library, revisited, register, zones, worry.id, "came-true")
    answer_hope(library, revisited, register, zones, worry.id, "did-not")
    assert word_on_hope(library, revisited, register, worry.id, " Forty came. ") == "Forty came."
    (entry,) = entries_of(reader, register, revisited.community.id)
    assert (entry.state, entry.values["about"], entry.row.audience) == ("did-not", "worry", "room")
    assert hope_lines(reader, revisited, register, zones, "organization")[1].state == ""
    told = list(
        hopes_answered(
            reader, catalogue, revisited.community.id, "room", lambda on: on == "2030-05-01"
        )
    )
    assert told == [Became("worry", "did-not", "Nobody comes – Forty came.")]
    with pytest.raises(ValueError, match="lost"):
        answer_hope(library, revisited, register, zones, worry.id, "lost")
