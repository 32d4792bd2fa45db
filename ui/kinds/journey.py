"""Journey on the second floor: moments on a line of time; and the wall's picture."""

from collections.abc import Mapping, Sequence
from functools import partial

import msgspec
from PySide6.QtWidgets import QWidget

from app.colours import NoteColour
from app.kinds.journey.diagram import (
    Moment,
    drawn_moments,
    journey_pages,
    kinds_of,
    line_on_ground,
    margins,
)
from app.kinds.journey.kind import History
from app.kinds.journey.moments import MIDDLE
from app.kinds.journey.placing import move_moments
from app.kinds.journey.setup import absences_zone, ends_of
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.library.audience import hidden
from app.library.library import Library
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.ground_shapes import tenths
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from app.workshop.zones import NamedZone, zones_shown
from ui.parts.notes.ground import Ground
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.ground_controller import FreePlacing
from ui.parts.notes.model import NoteItem
from ui.wall.wall_picture import RunSeen, WallPicture
from ui.world import World

SIZE = 13
"""The words on the ground, pixels at 100 %."""


class JourneyPlacing(FreePlacing):
    """Moments lie anywhere; a step in time leads past the next one."""

    def move(
        self, library: Library, running: Running, notes: Sequence[Note], dx: int, dy: int
    ) -> None:
        """Move moments by steps, later and up."""
        move_moments(library, running, notes, dx, dy)


class JourneyCanvas(GroundCanvas):
    """Moments on the line of time."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The journey of a run."""
        self._order: Mapping[str, int] = {}
        self._colours: Mapping[str, NoteColour] = {}
        super().__init__(
            kind, world, running, _ground(world, running, ()), parent, placing=JourneyPlacing()
        )
        self.bar.said.say(world.words("journey.keys"))
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """All moments, and the line through them in the order of time."""
        facts = self.kind.facts(self.world.library.reader, self.running)
        notes = [note for history in facts_of(facts, History) for note in history.moments]
        self._order = {note.id: number for number, note in enumerate(notes, start=1)}
        moments = drawn_moments(notes, zones, absences_zone(self.running.recipe))
        self._colours = {note.id: one.colour for note, one in zip(notes, moments, strict=True)}
        self.show_ground(zones, facts_of(facts, Ranked))
        self.show_ground_behind(_ground(self.world, self.running, moments))

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        """A moment where it lies, in the colour of its kind; its place in words."""
        y = MIDDLE if note.y is None else note.y
        place = self.world.words(
            "journey.place", n=self._order[note.id], total=len(self._order), energy=tenths(y)
        )
        return msgspec.structs.replace(
            item,
            colour=self._colours[note.id],
            x=PLACES if note.x is None else note.x,
            y=y,
            place=place,
        )

    def counted(self, n: int) -> str:
        """That ``n`` moments were kept, in words."""
        return self.world.words("journey.moments-n", n=n)

    def next_place(self) -> str:
        """The next kind of moment."""
        return self.world.words("journey.next-kind")


def _ground(world: World, running: Running, moments: Sequence[Moment]) -> Ground:
    """The line of time with the line through the moments, in the facilitator's language."""
    size = float(world.look.size(SIZE))
    ends = ends_of(running.recipe, (prompt_language(running.workshop, world.words.language),))
    above, below = margins(size)
    return Ground(
        lambda width, height: line_on_ground(ends, moments, width, height, size),
        (0, round(above), 0, round(below)),
    )


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The line through the moments that the room may read, or the line they will lie on."""
    reader, running = seen.reader, seen.running
    languages = languages_of(running.workshop)
    secret = hidden(reader, "room", Note, "run = ?", running.run.id)
    notes = [
        note
        for history in facts_of(kind.facts(reader, running), History)
        for note in history.moments
        if note.id not in secret
    ]
    zones = zones_shown(running, languages)
    missing = absences_zone(running.recipe)
    moments, kinds = drawn_moments(notes, zones, missing), kinds_of(zones, missing)
    ends = ends_of(running.recipe, languages)
    return WallPicture(pages=partial(journey_pages, ends, kinds, moments))
