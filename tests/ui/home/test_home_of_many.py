"""Home of a library with more communities than are looked at in one go."""

import msgspec
from pytestqt.qtbot import QtBot

from app.community.attention import most_urgent
from app.community.facts import by_name, gather, gather_some
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from tests.app.community.village import NOW, TODAY, action, found, workshop
from tests.ui.home.stand_in import settle
from tests.ui.home.test_home_screen import home, names, said_on
from ui.home.home_facts import FIRST, PART


def many(library: Library) -> Community:
    """Twice as many communities as are read at once, what is most urgent in the last of them."""
    first = found(library, "Bridges")
    with library.change("test", Scope()) as rows:
        for number in range(2 * PART):
            new = library.moment.new_id()
            rows.add(msgspec.structs.replace(first, id=new, name=f"Winter Roads {number:04}"))
    last = found(library, "Zinc roofs")
    workshop(library, last, TODAY, state="running")
    return last


def test_the_list_stands_at_once_and_what_waits_follows(qtbot: QtBot, library: Library) -> None:
    last = many(library)
    screen, stage, _ = home(qtbot, library)
    words = stage.world.words
    assert len(names(screen.model)) == 2 * PART + 2
    qtbot.waitUntil(lambda: screen.facts.is_whole, timeout=20_000)
    settle()
    urgent = most_urgent(gather(library.reader, NOW))
    told = [(one.code, one.community) for one in screen.facts.reminders]
    assert told == [(one.code, one.community) for one in urgent[:FIRST]]
    assert told[0][1] == last.id
    assert last.name in " ".join(said_on(screen.cards[0]))
    communities = words("home.communities", n=2 * PART + 2)
    said = words("home.attention-first", n=len(urgent) - FIRST, communities=communities)
    assert screen.header.sentence.text() == said


def test_meanwhile_it_says_that_it_is_looking(qtbot: QtBot, library: Library) -> None:
    """And a change made then is not lost over it."""
    many(library)
    screen, stage, _ = home(qtbot, library)
    screen.refresh()
    assert not screen.facts.is_whole
    count = stage.world.words("home.communities", n=2 * PART + 2)
    looking = stage.world.words("home.looking", communities=count)
    assert screen.header.sentence.text() == looking
    before = by_name(library.reader)[0]
    action(library, before, "Ask the ferry crews", TODAY)
    qtbot.waitUntil(lambda: screen.facts.is_whole, timeout=20_000)
    assert screen.facts.things == len(most_urgent(gather(library.reader, NOW)))


def test_some_have_the_facts_they_have_among_all(library: Library) -> None:
    for name in ("Bridges", "Evaluation", "Plain", "Spatial"):
        action(library, found(library, name), "Ask the ferry crews", TODAY)
    whole = gather(library.reader, NOW)
    some = gather_some(library.reader, NOW, by_name(library.reader)[1:3])
    assert some == whole[1:3]
