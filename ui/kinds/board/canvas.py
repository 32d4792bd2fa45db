"""Board on the second floor: zones of notes, gathered and counted; and what the wall shows."""

from collections.abc import Sequence

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from app.kinds.board import (
    DotsCounted,
    DotsGiven,
    answered_zones,
    count_in_room,
    dots_given,
    dots_in_all,
    dots_set_up,
    give_dots,
    late_notes,
    turn_dots,
)
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked, arranged, ranking
from app.library.audience import hidden
from app.library.rows import Note
from app.words import Words
from app.workshop.rounds import Count, dots_round
from app.workshop.running import Running
from app.workshop.zones import NamedZone
from ui.attempt import attempt
from ui.kinds.board.hopes_beside import HopesBeside, answered_first, hopes_said
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.dots_dialog import DotsDialog
from ui.parts.notes.model import DotsMode
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.wall.note_columns import wall_columns
from ui.wall.wall_picture import RunSeen, WallPicture
from ui.world import World

KEY = "Ctrl+B"
"""Opens the dots, closes them, opens them again."""

ANOTHER_KEY = "Ctrl+Shift+B"
"""Another round of dots, once one was counted."""

SAME_NUMBER = 1.5
"""Seconds within which digits typed one after the other are one number."""


class BoardCanvas(NotesCanvas):
    """The facilitator's board."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The board of a run."""
        super().__init__(kind, world, running, ZonesStyle(sticky_notes(world.look)), parent)
        self._typed: tuple[str, float, int] = ("", 0.0, 0)
        words = world.words
        self.again = self.bar.offer(words("kinds.dots.another"), ANOTHER_KEY, self.ask_dots)
        self.turn = self.bar.offer("", KEY, self.turn_dots)
        self.controller.counted.connect(self._count_by)
        self.controller.digit_typed.connect(self._count_digit)
        for key, act in ((KEY, self.turn_dots), (ANOTHER_KEY, self._ask_another)):
            QShortcut(QKeySequence(key), self.widget).activated.connect(act)
        self.hopes = HopesBeside(self) if answered_zones(running) else None
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they lie, or most dots first once the count is shown."""
        count, lying = self._count_now(), self._lying()
        mode = dots_mode(count)
        key = {"none": "kinds.dots.count", "counting": "kinds.dots.close"}
        turned = self.world.words(key.get(mode, "kinds.dots.again"))
        self.bar.show_offer(self.turn, True, turned)
        self.bar.show_offer(self.again, mode == "shown")
        self._say(count, late_notes((note for one in lying for note in one.notes), count))
        self.show_notes(zones, lying, mode, count)
        if self.hopes is not None:
            self.hopes.refresh()

    def turn_dots(self) -> None:
        """Give out dots, show them, or count on. How many are given is asked where nobody said."""
        if self._count_now() is None and dots_set_up(self.running) is None:
            self.ask_dots()
            return
        attempt(self.world, lambda: turn_dots(self.world.library, self.running))
        self._begin_counting()

    def ask_dots(self) -> None:
        """Ask how many dots each person has, and give them out: another round, or the first."""
        usual = dots_given(self.running, self._count_now())

        def give(dots: DotsGiven) -> None:
            give_dots(self.world.library, self.running, dots)

        dialog = DotsDialog(self.world, self.widget, self.running, usual, give)
        dialog.accepted.connect(self._begin_counting)
        dialog.open()

    @property
    def tallying(self) -> bool:
        """While dots are counted."""
        return dots_mode(self._count_now()) == "counting"

    def _ask_another(self) -> None:
        """Another round, once there was one."""
        if dots_mode(self._count_now()) == "shown":
            self.ask_dots()

    def _begin_counting(self) -> None:
        """Show the notes as they now are, and begin at the first thing that can have dots."""
        self.refresh()
        if dots_mode(self._count_now()) == "counting":
            for zone in self.zones_view.zones:
                view = self.zones_view.view(zone)
                if view.hasFocus():
                    view.make_current(0)

    def _say(self, count: Count | None, late: int) -> None:
        """How far the dots are counted; and what came too late for them."""
        words, running, said = self.world.words, self.running, self.bar.said
        given = dots_given(running, count)
        if count is None:
            told = words("kinds.dots.ready", n=given.each, cap=given.cap)
            said.say(told if dots_set_up(running) else words("kinds.choose-hint"))
            return
        total = dots_in_all(self.world.library.reader, running, count)
        key = "kinds.dots.counted-of" if total else "kinds.dots.counted"
        fact = words(key, n=count.total, total=total)
        if count.number > 1:
            fact = words("kinds.dots.round", number=count.number, counted=fact)
        counting = ("kinds.dots.hidden", "kinds.dots.keys")
        rest = counting if count.round.closed is None else ("kinds.dots.shown",)
        notice = words("kinds.dots.late", n=late) if late else ""
        said.say(*(words(one) for one in rest), fact=fact, notice=notice)

    def _count_now(self) -> Count | None:
        return dots_round(self.world.library.reader, self.running.run.id)

    def _lying(self) -> list[Ranked]:
        reader, run = self.world.library.reader, self.running.run.id
        shown = dots_mode(self._count_now()) == "shown"
        return ranking(reader, run) if shown else arranged(reader, run)

    def _count_by(self, item: str, by: int) -> None:
        count = self._count_now()
        if count is not None:
            self._typed = ("", 0.0, 0)
            self._count(item, count.dots.get(item, 0) + by)

    def _count_digit(self, item: str, digit: int) -> None:
        """A digit begins a number, or goes on with the one just begun on the same note."""
        now = self.world.moment.monotonic()
        before, at, number = self._typed
        number = number * 10 + digit if before == item and now - at <= SAME_NUMBER else digit
        if self._count(item, number):
            self._typed = (item, now, number)
        else:
            self._typed = ("", 0.0, 0)

    def _count(self, item: str, number: int) -> bool:
        library = self.world.library
        done = attempt(self.world, lambda: count_in_room(library, self.running, item, number))
        self.refresh()
        return done


def dots_mode(count: Count | None) -> DotsMode:
    """How dots are shown to the facilitator."""
    if count is None:
        return "none"
    return "counting" if count.round.closed is None else "shown"


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Columns by zone; dots, and most dots first, only once the count is shown."""
    reader, running = seen.reader, seen.running
    facts = kind.facts(reader, running)
    counted = facts_of(facts, DotsCounted)
    said = hopes_said(seen)
    lying = answered_first(facts_of(facts, Ranked), said)
    columns = wall_columns(reader, running, lying, dots=bool(counted), words=seen.words, said=said)
    if said:
        # What was answered last is read from the back; zones with nothing in them give it room.
        filled = tuple(column for column in columns if column.notes)
        return WallPicture(columns=filled, opens="first")
    if not counted or not columns:
        return WallPicture(columns=columns)
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    told = (note for one in lying for note in one.notes if note.id not in secret)
    late = late_notes(told, dots_round(reader, running.run.id))
    return WallPicture(
        columns=columns, small=tuple(_said(counted[0], late, one) for one in seen.words)
    )


def _said(counted: DotsCounted, late: int, words: Words) -> str:
    """What was counted, and how many notes came too late for it."""
    said = words("kinds.dots.counted", n=counted.total)
    if counted.number > 1:
        said = words("kinds.dots.round", number=counted.number, counted=said)
    return f"{said} · {words('kinds.dots.late', n=late)}" if late else said
