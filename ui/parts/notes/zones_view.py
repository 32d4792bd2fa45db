"""The zones of a run side by side, each with its notes; one of them is where Enter puts a line."""

from collections.abc import Callable, Sequence

import msgspec
from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.colours import NoteColour, colour_on
from app.kinds.ranked import Ranked
from app.library.rows import Note
from app.workshop.rounds import Count, came_after
from app.workshop.zones import NamedZone
from ui.parts.equal_items import equal_first
from ui.parts.notes.ground import GROUND, Ground, GroundView
from ui.parts.notes.layout import Layout
from ui.parts.notes.model import DotsMode, NoteItem
from ui.parts.notes.note_marks_shown import NoteMarks
from ui.parts.notes.view import NotesView
from ui.parts.notes.zone_card import ZoneCard
from ui.parts.panes import ALONE, Panes
from ui.world import World

SHARES = (1.0, 0.87, 0.76, 0.67, 0.6)
"""The shares of their size that notes have, so that all of them are seen at a glance."""


GROUND_HIGH = 210
"""How high a ground is at least, with its head, pixels at 100 %: below that places are one."""


GROUND_HIGH = 210
"""How high a ground is at least, with its head, pixels at 100 %: below that, places are all one."""


class ZonesStyle(msgspec.Struct, frozen=True):
    """How zones show their notes: where they lie, in ``large`` letters or not, and the key of what
    the one zone says while it is empty. The zone :data:`GROUND` is a ``ground``, if there is one;
    with a ``keypad``, digits put notes on it. ``across``: notes of several zones may be chosen
    together.
    """

    layout: Layout
    large: bool = False
    empty: str = "kinds.empty"
    ground: Ground | None = None
    keypad: bool = False
    across: bool = False


Where = Callable[[Ranked], str]
"""Id of the zone in which something is shown."""
Dress = Callable[[Note, NoteItem], NoteItem]
"""The item that shows a note, made of the one that would."""


class _Shown(msgspec.Struct, frozen=True):
    """What lies in a zone, and the items that show it; ``notes`` notes are among them."""

    lying: Sequence[Ranked]
    items: list[NoteItem]
    notes: int
    way: "_Way"


class _Way(msgspec.Struct, frozen=True):
    """How a zone shows what lies in it."""

    colour: NoteColour
    dots: DotsMode
    count: Count | None
    marks: NoteMarks

    def like(self, other: "_Way") -> bool:
        """Whether what is the same is shown the same."""
        rounds = [one.count and one.count.round.id for one in (self, other)]
        return (
            rounds[0] == rounds[1]
            and (self.colour, self.dots) == (other.colour, other.dots)
            and self.marks.like(other.marks)
        )


class ZonesView(QWidget):
    """Zones on cards. What a person asks for in them is sent on with the zone's id."""

    cards_made = Signal()
    """There are other zones now, each with a card and a view of its own."""
    target_chosen = Signal()
    """A person went to another zone; the next line goes there."""
    action_asked = Signal(str, str)
    """Id of a zone, and the code of an action."""
    dots_stepped = Signal(str, int)
    """Id of a note or group, and by how many its stepper was pressed."""
    digit_typed = Signal(str, int)
    """Id of a zone, and a digit typed in it."""
    menu_asked = Signal(str, QPoint)
    """Id of a zone, and a point of the screen."""
    dropped = Signal(str, list, object)
    """Id of a zone, ids let go in it, and where: a ``ui.parts.notes.dropping.Drop``."""
    named = Signal(str, str)
    """Id of a zone, and the name given in its line."""
    zone_menu_asked = Signal(str, QPoint)
    """Id of a zone of which somebody asks what can be done, at a point of the screen."""
    chosen_changed = Signal()
    """Other notes are meant now, or none."""

    def __init__(self, world: World, style: ZonesStyle, parent: QWidget) -> None:
        """No zones yet."""
        super().__init__(parent)
        self._world, self._style = world, style
        self._cards: dict[str, ZoneCard] = {}
        self._labels: dict[str, str] = {}
        self._shown: dict[str, _Shown] = {}
        self._target = ""
        self.dots: DotsMode = "none"
        self.glance = False
        # Beside a ground, what has no place yet needs less room than the ground.
        grounded = style.ground is not None
        self.panes = Panes(world.look, even=not grounded, alone=GROUND_HIGH if grounded else ALONE)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    # Where the next line goes

    @property
    def target(self) -> str:
        """Id of the zone where Enter puts the next line."""
        return self._target

    def target_name(self) -> str:
        """Its name; empty when there is only one."""
        return self._labels.get(self._target, "") if len(self._labels) > 1 else ""

    def move_target(self, step: int) -> None:
        """To the next zone (1) or the one before (-1), around the end."""
        if self._cards:
            self.go_to(self.zone_beside(self._target, step))

    def zone_beside(self, zone: str, step: int) -> str:
        """The zone after one (1) or before it (-1), around the end."""
        ids = list(self._cards)
        return ids[(ids.index(zone) + step) % len(ids)]

    def go_to(self, target: str) -> None:
        """To this zone, when it is there."""
        if target not in self._cards:
            return
        self._target = target
        for zone, card in self._cards.items():
            card.set_chosen(zone == target)
            notes = card.view.notes
            card.view.show_items(notes.items, notes.dots, empty=self._empty_words(zone))
        self.setFocusProxy(self._cards[target].view)

    def see_last(self) -> None:
        """Bring the latest note of the current zone into sight."""
        view = self.view(self._target)
        if view.notes.items and view.notes.dots != "shown":
            view.scrollTo(view.notes.index(len(view.notes.items) - 1))

    @property
    def meant_zone(self) -> str | None:
        """The zone of the note that has the keyboard, else one in which notes are chosen; None
        without any."""
        for zone, card in self._cards.items():
            if card.view.hasFocus() and card.view.current_item() is not None:
                return zone
        return next((zone for zone, card in self._cards.items() if card.view.chosen_items()), None)

    @property
    def meant_items(self) -> list[str]:
        """The ids of what is chosen in all zones; in the one that has the keyboard, of what a
        person is at where nothing is chosen there."""
        found = []
        for card in self._cards.values():
            view = card.view
            found += view.meant_items() if view.hasFocus() else view.chosen_items()
        return [item.id for item in found]

    def let_go(self) -> None:
        """Choose nothing."""
        for card in self._cards.values():
            card.view.choose_ids(set())

    @property
    def meant_item(self) -> str:
        """Id of the note or group a person has chosen, or is at; empty without any."""
        zone = self.meant_zone
        return self._cards[zone].view.meant_items()[0].id if zone is not None else ""

    # What it shows

    @property
    def zones(self) -> tuple[str, ...]:
        """The ids of the zones, in order."""
        return tuple(self._cards)

    def view(self, zone: str) -> NotesView:
        """The view of a zone's notes."""
        return self._cards[zone].view

    def label(self, zone: str) -> str:
        """What a zone is called."""
        return self._labels.get(zone, "")

    def card(self, zone: str) -> ZoneCard:
        """The card of a zone."""
        return self._cards[zone]

    def show_notes(
        self,
        zones: Sequence[NamedZone],
        ranked: Sequence[Ranked],
        dots: DotsMode,
        count: Count | None = None,
        *,
        marks: NoteMarks,
        where: Where | None = None,
        dress: Dress | None = None,
    ) -> None:
        """Show zones and what lies in them, in its order; dots as ``dots`` says. What came after
        the dots of ``count`` were given out is marked; ``marks`` say what else notes bear.
        ``where`` says the zone of each thing, its own unless said; ``dress`` how a note looks."""
        if [zone.id for zone in zones] != list(self._cards):
            self._make_cards(zones)
        self._labels = {zone.id: zone.label for zone in zones}
        self.dots = dots
        lying: dict[str, list[Ranked]] = {zone.id: [] for zone in zones}
        # A note whose zone the recipe lost is in the first.
        first = lying[zones[0].id]
        for one in ranked:
            lying.get(where(one) if where else one.zone, first).append(one)
        for zone in zones:
            here, card = lying[zone.id], self._cards[zone.id]
            # How a note looks may depend on the others: then none is kept as it was.
            before = self._shown.get(zone.id) if dress is None else None
            shown = _shown(here, _Way(zone.colour, dots, count, marks), before)
            if dress is not None:
                shown = _dressed(shown, dress)
            self._shown[zone.id] = shown
            card.name(zone.label, shown.notes, alone=len(zones) == 1)
            card.view.show_items(shown.items, dots, empty=self._empty_words(zone.id))
        if self.glance:
            self._fit()

    def set_glance(self, glance: bool) -> None:
        """Show notes so small that all of them are seen at once, as far as they can be read; or in
        their own size."""
        self.glance = glance
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """At a glance, all are seen in every size."""
        super().resizeEvent(event)
        if self.glance:
            QTimer.singleShot(0, self, self._fit)

    def _fit(self) -> None:
        """Give notes the largest size in which all zones show all of theirs."""
        views = [card.view for card in self._cards.values()]
        for share in SHARES if self.glance else SHARES[:1]:
            for view in views:
                view.set_share(share)
            if all(view.shows_all for view in views):
                return

    def _make_cards(self, zones: Sequence[NamedZone]) -> None:
        style = self._style
        self.panes.clear()
        self._cards, self._shown = {}, {}
        for zone in zones:
            view = self._make_view(zone.id)
            card = ZoneCard(self._world.look, self._world.words, view)
            self._cards[zone.id] = card
            self._connect(zone.id, card)
            grounded = style.ground is not None
            card.more.setVisible(not grounded)
            share = 3 if zone.id == GROUND else 1
            self.panes.add(
                card,
                share if grounded else 1,
                least=210 if grounded else 250,
                high=GROUND_HIGH if grounded else 150,
            )
        self._labels = {zone.id: zone.label for zone in zones}
        self.cards_made.emit()
        self.go_to(self._target if self._target in self._cards else zones[0].id)

    def _make_view(self, zone: str) -> NotesView:
        look, words, style = self._world.look, self._world.words, self._style
        if zone == GROUND and style.ground is not None:
            return GroundView(look, words, style.ground, keypad=style.keypad)
        view = NotesView(look, words, style.layout, large=style.large)
        view.keypad = style.keypad
        return view

    def _connect(self, zone: str, card: ZoneCard) -> None:
        view = card.view
        view.action_asked.connect(lambda code: self.action_asked.emit(zone, code))
        view.dots_stepped.connect(self.dots_stepped)
        view.digit_typed.connect(lambda digit: self.digit_typed.emit(zone, digit))
        view.menu_asked.connect(lambda at: self.menu_asked.emit(zone, at))
        view.dropped.connect(lambda ids, drop: self.dropped.emit(zone, ids, drop))
        view.focused.connect(lambda: self._focus_zone(zone))
        view.chosen_changed.connect(self.chosen_changed)
        card.naming.given.connect(lambda title: self.named.emit(zone, title))
        card.menu_asked.connect(lambda at: self.zone_menu_asked.emit(zone, at))

    def _empty_words(self, zone: str) -> str:
        if zone != self._target:
            return ""
        words = self._world.words
        several = len(self._cards) > 1 and self._style.ground is None
        return words("kinds.empty-zone" if several else self._style.empty)

    def _focus_zone(self, zone: str) -> None:
        if zone != self._target:
            self.go_to(zone)
            self.target_chosen.emit()
        for other, card in self._cards.items():
            if other != zone and not self._style.across:
                card.view.choose_ids(set())


def _shown(lying: Sequence[Ranked], way: _Way, before: _Shown | None) -> _Shown:
    """The items for what lies in a zone; those at the beginning that are as ``before`` are kept."""
    items: list[NoteItem] = []
    notes = same = 0
    if before is not None and before.way.like(way):
        same = equal_first(before.lying, lying)
        notes = sum([len(one.notes) for one in lying[:same]])
        titles = sum([one.cluster is not None for one in lying[:same]])
        items = before.items[: notes + titles]
    for one in lying[same:]:
        notes += len(one.notes)
        _add_items(items, one, way)
    return _Shown(lying, items, notes, way)


def _dressed(shown: _Shown, dress: Dress) -> _Shown:
    """The same with each note as ``dress`` has it."""
    notes = {note.id: note for one in shown.lying for note in one.notes}
    items = [dress(notes[item.id], item) if item.id in notes else item for item in shown.items]
    return msgspec.structs.replace(shown, items=items)


def _add_items(items: list[NoteItem], one: Ranked, way: _Way) -> None:
    """Add a group's title with its notes, or a single note.

    While dots are counted, a group has those put on its title; then those of its notes too.
    """
    group = one.cluster.id if one.cluster is not None else ""
    if one.cluster is not None:
        total = one.each.get(group, 0) if way.dots == "counting" else one.dots
        items.append(NoteItem(group, one.cluster.title, way.colour, group, True, total))
    for note in one.notes:
        items.append(
            NoteItem(
                note.id,
                note.text,
                colour_on(way.colour, note.colour),
                group,
                dots=one.each.get(note.id, 0) if group else one.dots,
                late=came_after(note.id, way.count),
                mark=way.marks.of(note),
            )
        )
