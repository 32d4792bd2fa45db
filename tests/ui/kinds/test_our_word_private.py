"""Our word where replies came in private: no hands are counted, the wall tells nobody alone."""

import pytest
from PySide6.QtCore import Qt

from app.charter.replies import Reply, enter_replies
from app.charter.versions import agreement_of, versions_of
from app.library.rows import Version
from app.workshop.planning import scope_of
from tests.ui.fitting import settle
from tests.ui.kinds.room import CONTROL, Room
from ui.kinds.charter.agreement_panel import AgreementPanel


@pytest.fixture
def word(room: Room) -> Room:
    """A purpose drafted, then our word, eighteen people in the room."""
    room.go_to("what-we-take-care-of")
    room.say("Together we can.")
    room.go_to("our-word")
    room.count_people(18)
    room.child(AgreementPanel).propose.click()
    settle()
    return room


def reply(word: Room, *positions: tuple[str, int]) -> Version:
    """Replies entered in private to what is proposed."""
    version = versions_of(word.library.reader, word.workshop.community)[0]
    replies = [Reply(one) for one, number in positions for _ in range(number)]
    enter_replies(word.library, scope_of(word.workshop), version, replies)
    settle()
    return version


def test_the_boxes_give_way_and_nothing_typed_is_lost(word: Room) -> None:
    """What was typed a moment before stays a count of hands."""
    panel = word.child(AgreementPanel)
    panel.counting.stances.boxes["fine"].setValue(4)
    version = reply(word, ("wholehearted", 3), ("reservation", 1))
    panel.counting.flush()
    settle()
    assert not panel.counting.stances.isVisible()
    assert panel.counting.gave_way.isVisible()
    assert panel.first_count() is None
    assert panel.status.text() == "Version 1, proposed."
    known = agreement_of(word.library.reader, version.id)
    assert known is not None
    assert {one: n for one, n in known.hands.items() if n} == {"fine": 4}
    assert known.counted == 8
    assert panel.counting.told.text() == (
        "8 of 18 have answered: 8 answers, not told apart so that nobody stands alone"
    )


@pytest.mark.parametrize(
    ("positions", "told"),
    [
        ((("wholehearted", 14), ("fine", 2)), "16 of 18 agree"),
        ((("fine", 15), ("cannot", 1)), "16 of 18 have answered"),
        ((("fine", 1), ("cannot", 1)), "2 of 18 have answered"),
    ],
)
def test_the_wall(word: Room, positions: tuple[tuple[str, int], ...], told: str) -> None:
    """How many agree only where that tells of nobody alone; else how many answered."""
    panel = word.child(AgreementPanel)
    reply(word, *positions)
    word.house.answers.yes = True
    panel.agree.click()
    settle()
    given, *_ = word.picture().texts
    assert given.lines[-1] == told


def test_after_the_word_is_taken_back_hands_are_counted_again(word: Room) -> None:
    """Another count begins, without the replies of the one that was closed."""
    panel = word.child(AgreementPanel)
    version = reply(word, ("wholehearted", 14), ("fine", 3))
    panel.agree.click()
    settle()
    assert not panel.counting.gave_way.isVisible()
    word.press(Qt.Key.Key_Z, CONTROL)
    settle()
    assert panel.counting.stances.isVisible()
    assert panel.counting.told.text().startswith("17 of 18 agree")
    panel.counting.stances.boxes["fine"].setValue(16)
    assert panel.counting.told.text() == "16 of 18 in the room have answered."
    panel.counting.flush()
    known = agreement_of(word.library.reader, version.id)
    assert known is not None
    assert (known.counted, known.in_private) == (16, False)
