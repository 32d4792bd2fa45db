"""Ten minutes won back before a fixed lunch, without leaving the room, counted in keys."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.exchange.sample import import_sample
from app.library.rows import Block, Session, Workshop
from app.resources import resources_folder
from app.words import NO_BREAK
from app.workshop.agenda_order import blocks_of, layouts
from app.workshop.closing import close_workshop
from app.workshop.planning import lock_start, set_minutes
from tests.journeys.person import CONTROL, SHIFT, Person, settle, wait_for
from tests.ui.opened import opened
from tests.ui.two_clocks import TwoClocks
from ui.cockpit.catch_up_dialog import CatchUpDialog
from ui.cockpit.cockpit import Cockpit
from ui.design.agenda_model import BlockRow
from ui.design.design_screen import DesignScreen
from ui.parts.room_strip import RoomStrip

Key = Qt.Key
BEGINS = 13 * 60
LUNCH = 6
"""Which block of the sample launch is lunch."""


class Late(Person):
    """In the room of the sample launch, ten minutes late, with a fixed break to come."""

    clocks: TwoClocks
    workshop: Workshop

    def blocks(self) -> list[Block]:
        """The agenda."""
        return blocks_of(self.house.hearth.library.reader, self.workshop.id)

    def pill(self) -> str:
        """How the day runs, as the bar says."""
        cockpit = self.screen(Cockpit)
        cockpit.show_time()
        settle()
        return cockpit.top.pace.accessibleName()

    def times(self) -> list[tuple[str, str]]:
        """Planned and, where it is another, expected time of each block of the side column."""
        lines = self.screen(Cockpit).side.agenda.lines.lines
        return [(one.time, one.later) for one in lines]


@pytest.fixture(params=["en", "fr"])
def late(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Late]:
    """The second block began ten minutes late."""
    clocks, language = TwoClocks(), str(request.param)
    with opened(qapp, tmp_path, moment=clocks, language=language) as house:
        person = Late(house, language)
        library = house.hearth.library
        sample = import_sample(library, house.hearth.catalogue, resources_folder()).workshop
        with library.change("test") as writer:
            writer.change(writer.row(Workshop, sample.id), date="2026-06-10", zone="UTC")
            for session in writer.rows(Session, workshop=sample.id):
                writer.change(session, date="2026-06-10", starts=BEGINS)
        person.clocks, person.workshop = clocks, sample
        (layout,) = layouts(library.reader, sample.id)
        lunch = layout.slots[LUNCH]
        assert lunch.block.exercise == "break"
        lock_start(library, sample, lunch.block, lunch.starts)
        house.hearth.window.cockpit(sample.id)
        clocks.go_on(minutes=layout.slots[0].block.minutes + 10)
        person.screen(Cockpit).cockpit_actions.next_block()
        settle()
        yield person


def test_ten_minutes_before_a_fixed_lunch_in_three_keys(late: Late) -> None:
    """F11, a way, Enter. The wall and the line stay as they are; one Ctrl+Z takes it back."""
    words, before = late.words, late.blocks()
    cockpit = late.screen(Cockpit)
    late.type("half a thou")
    assert late.pill() == words("room.behind", n=10)
    lunch = before[LUNCH].starts
    assert lunch is not None
    assert late.times()[LUNCH][1] == words("room.later", time=words.clock(lunch + 10))

    late.keys = 0
    late.press(Key.Key_F11)
    dialog = late.dialog(CatchUpDialog)
    assert words.clock(lunch + 10) in dialog.said.text()
    shown = [line.name for line in dialog.choices.cards.lines]
    assert shown[0] == words("room.catch-shorten")
    assert late.blocks() == before, "nothing is rewritten by looking"
    late.press(Key.Key_Return)
    assert late.keys <= 3

    assert late.window.focusWidget() is cockpit.bottom.line
    assert cockpit.bottom.line.text() == "half a thou"
    after = late.blocks()
    assert sum(one.minutes for one in before) - sum(one.minutes for one in after) == 10
    assert after[LUNCH] == before[LUNCH]
    assert after[LUNCH + 1 :] == before[LUNCH + 1 :]
    assert late.pill() == words("room.on-time")
    assert late.times()[LUNCH][1] == ""
    cockpit.bottom.line.take("")  # else Ctrl+Z is the typing’s own
    late.press(Key.Key_Z, CONTROL)
    assert late.blocks() == before


def test_each_way_says_what_it_leads_to(late: Late) -> None:
    """And does that: a block less, or lunch later."""
    words, before = late.words, late.blocks()
    lunch = before[LUNCH].starts
    assert lunch is not None
    late.click(late.screen(Cockpit).top.pace)
    dialog = late.dialog(CatchUpDialog)
    rows = dialog.then.accessibleDescription()
    assert words("room.catch-left-out") not in rows
    told = [line.under for line in dialog.choices.cards.lines]
    assert len(set(told)) > 2, "what tells them apart"
    assert dialog.keep_button.text() == words("room.catch-do-shorten")
    late.press(Key.Key_Down)
    assert words("room.catch-left-out") in dialog.then.accessibleDescription()
    assert dialog.keep_button.text() == words("room.catch-do-leave-out")
    late.press(Key.Key_End)
    assert dialog.keep_button.text() == words("room.catch-do-move")
    assert words.clock(lunch + 10) in dialog.then.accessibleDescription()
    late.press(Key.Key_Return)
    after = late.blocks()
    assert [one.minutes for one in after] == [one.minutes for one in before]
    assert after[LUNCH].starts == lunch + 10
    assert late.pill() == words("room.on-time")


def test_the_way_that_is_chosen_is_in_sight(late: Late) -> None:
    """In a low window the last way is scrolled to, and the first again; the title is a sentence."""
    late.window.resize(1280, 480)
    late.press(Key.Key_F11)
    dialog = late.dialog(CatchUpDialog)
    assert dialog.title.text() == late.words("room.behind", n=10)
    view, choices = dialog.column.viewport(), dialog.choices

    def in_sight() -> bool:
        card = choices.visualRect(choices.currentIndex())
        top = choices.viewport().mapTo(view, card.topLeft()).y()
        return top >= 0 and top + card.height() <= view.height() + 1

    wait_for(in_sight)
    assert dialog.column.verticalScrollBar().maximum() > 0
    for key in (Key.Key_End, Key.Key_Home):
        late.press(key)
        wait_for(in_sight)
    by = choices.cards.lines[0].under
    assert NO_BREAK + "min" in by
    dialog.reject()
    late.clocks.go_on(minutes=-10)
    late.press(Key.Key_F11)
    dialog = late.dialog(CatchUpDialog)
    assert dialog.title.text() == late.words("room.on-time").capitalize()


def test_what_cannot_be_won_is_said(late: Late) -> None:
    """An hour is more than there is before lunch."""
    late.clocks.go_on(minutes=70)
    late.press(Key.Key_F11)
    dialog = late.dialog(CatchUpDialog)
    first = dialog.choices.cards.lines[0]
    assert first.reason
    late.press(Key.Key_Escape)
    late.screen(Cockpit)


def test_on_another_day_there_is_nothing_to_win(late: Late) -> None:
    late.clocks.go_on(days=2)
    late.press(Key.Key_F11)
    assert late.says() == late.words("room.catch-another-day")


def test_the_agenda_shows_where_the_room_is_and_what_is_to_be_expected(late: Late) -> None:
    """Opened beside the room: the current block is chosen and marked, and how late it is said."""
    words, before = late.words, late.blocks()
    late.press(Key.Key_F3, SHIFT)
    design = late.screen(DesignScreen)
    rows = {row.id: row for row in design.list.agenda.rows if isinstance(row, BlockRow)}
    begun = BEGINS + before[0].minutes + 10
    assert rows[before[0].id].standing == words("room.block-done")
    assert rows[before[1].id].standing == words("design.now", time=words.clock(begun))
    assert design.list.current == before[1].id
    lunch = before[LUNCH].starts
    assert lunch is not None
    assert rows[before[LUNCH].id].standing == words("room.later", time=words.clock(lunch + 10))
    assert design.fit.text() == words("room.behind", n=10)
    (strip,) = late.window.findChildren(RoomStrip)
    assert strip.isVisible()
    assert not strip.pace.isVisible(), "said once"
    late.clocks.go_on(minutes=before[1].minutes + 5)
    wait_for(lambda: design.fit.text() == words("room.behind", n=15))


def test_what_is_past_is_not_judged_by_its_plan(late: Late) -> None:
    """A workshop that is over is not too long; a block to come below its shortest says so."""
    words, library, blocks = late.words, late.house.hearth.library, late.blocks()
    design_of = late.window.design
    set_minutes(library, late.workshop, blocks[4], 12)
    set_minutes(library, late.workshop, blocks[6], 300)
    design_of(late.workshop.id)
    design = late.screen(DesignScreen)
    notes = {row.id: row.note for row in design.list.agenda.rows if isinstance(row, BlockRow)}
    shortest = late.house.hearth.catalogue.exercise(blocks[4].exercise or "").minutes.short
    assert words("design.too-short", n=shortest) in notes[blocks[4].id]
    assert notes[blocks[1].id] == ""
    close_workshop(library, library.reader.row(Workshop, late.workshop.id))
    design_of(late.workshop.id)
    design = late.screen(DesignScreen)
    assert not design.fit.isVisible()
    rows = [row for row in design.list.agenda.rows if isinstance(row, BlockRow)]
    assert [row.note for row in rows if row.note] == []
