"""Hopes and worries of an earlier workshop, answered one by one beside the board."""

from collections.abc import Mapping, Sequence

from app.kinds.board import answered_zones
from app.kinds.hopes import REGISTER, answer_hope, hope_lines, word_on_hope
from app.kinds.ranked import Ranked
from app.workshop.titles import prompt_language
from app.workshop.zones import zones_shown
from exports.answer_words import answer_words
from ui.parts.answer_panel import Answering, AnswerPanel
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.panes import Panes
from ui.wall.wall_picture import RunSeen


class HopesBeside:
    """The panel in which notes are answered, laid out beside the zones of a canvas."""

    def __init__(self, canvas: NotesCanvas) -> None:
        """Beside the zones of ``canvas``; hidden while nothing lies in those that are answered."""
        world = canvas.world
        self._canvas = canvas
        self._register = world.catalogue.find_register(REGISTER)
        register = self._register
        known = sorted(register.states, key=lambda one: one.open) if register is not None else ()
        states = tuple(one.id for one in known)
        title = world.words("inroom.hopes")
        answering = Answering(title, register, states, self._give, self._say, self._zone)
        self.panel = AnswerPanel(world, answering, canvas.refresh)
        column = canvas.column
        panes = Panes(world.look)
        column.removeWidget(canvas.zones_view)
        panes.add(canvas.zones_view, share=3, least=300, high=220)
        panes.add(self.panel, share=2, least=290, high=260)
        column.addWidget(panes, 1)

    def refresh(self) -> None:
        """Show the notes that are answered as they now are."""
        canvas, register = self._canvas, self._register
        if register is None:
            return
        running = canvas.running
        reader = canvas.world.library.reader
        lines = hope_lines(reader, running, register, answered_zones(running))
        self.panel.show_lines(running, lines)

    def _zone(self, zone: str) -> str:
        running = self._canvas.running
        language = prompt_language(running.workshop, self._canvas.world.words.language)
        named = {one.id: one.label for one in zones_shown(running, [language])}
        return named.get(zone, "")

    def _give(self, note: str, state: str) -> None:
        canvas = self._canvas
        if self._register is not None:
            zones = answered_zones(canvas.running)
            answer_hope(canvas.world.library, canvas.running, self._register, zones, note, state)

    def _say(self, note: str, word: str) -> str:
        canvas = self._canvas
        if self._register is None:
            return word
        return word_on_hope(canvas.world.library, canvas.running, self._register, note, word)


def hopes_said(seen: RunSeen) -> Mapping[str, str]:
    """What the room was told became of its notes, by their ids, in the leading language, in
    the order in which it was answered."""
    register = seen.catalogue.find_register(REGISTER)
    answered = answered_zones(seen.running)
    if register is None or not answered:
        return {}
    lines = sorted(
        hope_lines(seen.reader, seen.running, register, answered, "room"),
        key=lambda one: one.answered,
    )
    return {one.id: answer_words(seen.words[0], register, one) for one in lines if one.state}


def answered_first(lying: Sequence[Ranked], said: Mapping[str, str]) -> list[Ranked]:
    """What lies on the board, the answered notes before the others, the one answered last on
    top."""
    order = {note: place for place, note in enumerate(reversed(list(said)), start=1)}

    def place(one: Ranked) -> int:
        single = one.notes[0].id if one.cluster is None and one.notes else ""
        return order.get(single, len(order) + 1)

    return sorted(lying, key=place)
