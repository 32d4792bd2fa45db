"""The facilitator's canvas of an exchange: notes that give and that ask, and what meets."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.kinds.exchange.matching import MATCH, Match, Unmatched, match_notes, matched_ids
from app.kinds.exchange.promises import REGISTER
from app.kinds.exchange.setup import exchange_setup
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import arranged
from app.library.rows import Note
from app.workshop.running import Running
from app.workshop.ties import untie_notes
from app.workshop.zones import NamedZone
from ui.attempt import attempt
from ui.kinds.exchange.pairs import PairsList
from ui.kinds.exchange.promise_dialog import PromiseDialog
from ui.kinds.exchange.promises_back import PromisesBack
from ui.parts.keycaps import key_text
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.model import NoteItem
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.parts.panes import Panes
from ui.world import World

KEY = "Ctrl+J"
"""Matches the two notes that are chosen; the first of them, where only one is."""
APART_KEY = "Ctrl+Shift+J"


class ExchangeCanvas(NotesCanvas):
    """Zones that give and zones that ask; what meets stands beside them once something does."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The exchange of a run."""
        style = ZonesStyle(sticky_notes(world.look), across=True)
        super().__init__(kind, world, running, style, parent, gathers=False)
        words = world.words
        self._notes: dict[str, Note] = {}
        self.apart_offer = self.bar.offer(words("exchange.unmatch"), APART_KEY, self.take_apart)
        self.match_offer = self.bar.offer(words("exchange.match"), KEY, self.match)
        for key, act in ((KEY, self.match), (APART_KEY, self.take_apart)):
            QShortcut(QKeySequence(key), self.widget).activated.connect(act)
        self.pairs = PairsList(world.look, words)
        self.pairs.asked.connect(self.ask_promise)
        self.back = PromisesBack(self) if exchange_setup(running.recipe).reads_back else None
        self._lay_out()
        self.refresh()

    def _lay_out(self) -> None:
        """The pairs beside the zones, or below them where there is little room."""
        column = self.widget.layout()
        assert isinstance(column, QVBoxLayout)
        panes = Panes(self.world.look)
        column.removeWidget(self.zones_view)
        if self.back is not None:
            panes.add(self.back.panel, share=2, least=290, high=260)
        panes.add(self.zones_view, share=3, least=300, high=220)
        panes.add(self.pairs, share=2, least=300, high=150, late=True)
        column.addWidget(panes, 1)
        self.zones_view.cards_made.connect(self._order_keyboard)

    def _order_keyboard(self) -> None:
        """From the last zone Tab leads to the pairs."""
        zones = self.zones_view
        QWidget.setTabOrder(zones.view(zones.zones[-1]), self.pairs.lines)

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they came, those that meet another with a tick; and what meets."""
        reader = self.world.library.reader
        facts = self.kind.facts(reader, self.running)
        matches, alone = facts_of(facts, Match), facts_of(facts, Unmatched)
        lying = arranged(reader, self.running.run.id)
        self._notes = {note.id: note for one in lying for note in one.notes}
        self._say(matches, alone)
        self.bar.show_offer(self.match_offer, len({one.side for one in alone}) > 1 or bool(matches))
        self.bar.show_offer(self.apart_offer, bool(matches))
        self.pairs.show_facts((*matches, *alone))
        met = matched_ids(matches)

        def tick(note: Note, item: NoteItem) -> NoteItem:
            return replace(item, kept=note.id in met)

        self.show_notes(zones, lying, "none", dress=tick)
        if self.back is not None:
            self.back.refresh()

    def match(self) -> None:
        """Match the two notes that are chosen; a first one alone is chosen, and waits."""
        world, words = self.world, self.world.words
        notes = self._chosen_notes()
        waits = words("exchange.choose-other", key=key_text(words, KEY))
        if len(notes) == 1:
            view = self.zones_view.view(notes[0].zone)
            view.choose_ids({notes[0].id})
            world.notice.say(waits)
        elif len(notes) == 2:
            if attempt(world, lambda: match_notes(world.library, self.running, *notes)):
                world.notice.take_back(waits)
                self.zones_view.let_go()
                self.refresh()
        else:
            world.notice.say(words("exchange.choose-two"), "amber")

    def take_apart(self) -> None:
        """Take apart the match of the line that has the keyboard, or of the notes chosen."""
        line, library = self.pairs.current, self.world.library
        notes = [line.give, *([line.ask] if line.ask else [])] if line else self._chosen_notes()
        if not notes:
            self.world.notice.say(self.world.words("exchange.choose-two"), "amber")
        elif attempt(self.world, lambda: untie_notes(library, self.running, MATCH, notes)):
            self.zones_view.let_go()
            self.refresh()

    def ask_promise(self, key: str) -> None:
        """Ask who gives what stands on a line of the pairs, and by when."""
        line = self.pairs.line(key)
        register = self.world.catalogue.find_register(REGISTER)
        if line is None or register is None:
            return
        dialog = PromiseDialog(
            self.world,
            self.widget.window(),
            self.running,
            register,
            line.give,
            line.ask,
            line.promise,
        )
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _chosen_notes(self) -> list[Note]:
        return [self._notes[one] for one in self.zones_view.meant_items if one in self._notes]

    def _say(self, matches: Sequence[Match], alone: Sequence[Unmatched]) -> None:
        """How many meet, and how many are open on either side."""
        words, said = self.world.words, self.bar.said
        gives = sum(one.side == "gives" for one in alone)
        still = (
            words("exchange.open-gives", n=gives),
            words("exchange.open-asks", n=len(alone) - gives),
        )
        if matches:
            said.say(*still, fact=words("exchange.met", n=len(matches)))
        else:
            said.say(words("exchange.how", key=key_text(words, KEY)))
