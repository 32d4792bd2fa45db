"""A ballot about zones, above the notes in them: the reasons that people give."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.words import Words
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from app.workshop.zones import NamedZone
from ui.parts.ballot.ballot_panel import BallotPanel, BallotWays
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.world import World

WIDTH, SIZE, LARGEST = 900.0, 15.0, 20.0
"""The width for which a picture is laid out; how large it is written at 100 % text, and at most."""


class BallotCanvas(NotesCanvas):
    """The facilitator's canvas; each kind says how it asks and what a closed round says."""

    def __init__(
        self,
        kind: CaptureKind,
        world: World,
        running: Running,
        parent: QWidget,
        ways: BallotWays,
    ) -> None:
        """The ballot of a run and its notes."""
        super().__init__(kind, world, running, ZonesStyle(sticky_notes(world.look)), parent)
        self.bar.said.say(world.words("kinds.choose-hint"))
        self.panel = BallotPanel(world, running, ways)
        self.panel.changed.connect(self.refresh)
        self.zones_view.target_chosen.connect(self._show_ballot)
        column = self.widget.layout()
        assert isinstance(column, QVBoxLayout)
        column.insertWidget(0, self.panel)
        self.widget.setFocusProxy(self.panel)
        self.refresh()

    def show_closed(self, words: Words, size: float) -> int:
        """Show the picture of the last closed round, in ``words``; gives how many took part."""
        raise NotImplementedError

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they came, and where the ballot stands."""
        lying = facts_of(self.kind.facts(self.world.library.reader, self.running), Ranked)
        self.bar.setVisible(bool(lying))
        self.show_notes(zones, lying, "none")
        self._show_ballot()

    def move_target(self, step: int) -> None:
        """To the next zone, or the one before; the picture may be of it alone."""
        super().move_target(step)
        self._show_ballot()

    def go_to(self, target: str) -> None:
        """To this zone."""
        super().go_to(target)
        self._show_ballot()

    @property
    def words_here(self) -> Words:
        """In the language in which the facilitator speaks to the room."""
        language = prompt_language(self.running.workshop, self.world.words.language)
        return self.world.words_in(language)

    def _show_ballot(self) -> None:
        size = min(float(self.world.look.size(int(SIZE))), LARGEST)
        self.panel.refresh(self.running, self.show_closed(self.words_here, size))
