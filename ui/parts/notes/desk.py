"""The desk: a run's zones side by side, and all that a person does with the notes in them."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from app.colours import NoteColour, note_colour
from app.kinds.ranked import Ranked
from app.library.rows import Cluster, Note
from app.workshop.running import Running
from app.workshop.zones import NamedZone, home_of, remember_target
from ui.attempt import attempt
from ui.parts.later import later
from ui.parts.notes.editing import NoteEditing
from ui.parts.notes.hands import Hands
from ui.parts.notes.items import DotsMode, NoteItem
from ui.parts.notes.keys import ACTS
from ui.parts.notes.menu import acts_menu
from ui.parts.notes.view import NotesView
from ui.parts.notes.zone_card import ZoneCard
from ui.parts.panes import Panes
from ui.world import World

DOT_ACTS = {"more": 1, "fewer": -1}


class Manner(msgspec.Struct, frozen=True):
    """How a desk is: one ``calm`` column in larger letters, or notes that ``gather`` in groups;
    ``empty`` is the key of what its one empty zone says."""

    calm: bool = False
    gathers: bool = True
    empty: str = "kinds.empty"


class Desk(QWidget):
    """Zones with their notes. Whoever made it shows it anew when ``changed`` is sent."""

    changed = Signal()
    """Something was done; the desk is to be shown as the library now is."""
    counted = Signal(str, int)
    """Id of a note or group, and by how many its dots are to change."""
    digit = Signal(str, int)
    """Id of a note or group, and a digit typed for its dots."""

    def __init__(self, world: World, running: Running, manner: Manner, parent: QWidget) -> None:
        """An empty desk for a run."""
        super().__init__(parent)
        self._world, self.running, self._manner = world, running, manner
        self._hands = Hands(world, lambda: self.running)
        self._zones: tuple[NamedZone, ...] = ()
        self._cards: dict[str, ZoneCard] = {}
        self._target = ""
        self._notes: dict[str, Note] = {}
        self._groups: dict[str, Cluster] = {}
        self._dots: DotsMode = "none"
        self._to_gather: list[str] = []
        self._editing = NoteEditing(world, lambda: self.running, self)
        self._editing.changed.connect(self.changed)
        self.panes = Panes(world.look, even=True)
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
        label = next((zone.label for zone in self._zones if zone.id == self._target), "")
        return label if len(self._zones) > 1 else ""

    def move_target(self, step: int) -> None:
        """To the next zone (1) or the one before (-1), around the end."""
        ids = [zone.id for zone in self._zones]
        if ids:
            self.go_to(ids[(ids.index(self._target) + step) % len(ids)])

    def go_to(self, target: str) -> None:
        """To this zone, when it is there."""
        if target not in self._cards:
            return
        self._target = target
        for zone, card in self._cards.items():
            card.set_chosen(zone == target)
        self.setFocusProxy(self._cards[target].view)
        self._show_empty_words()

    def see_last(self) -> None:
        """Bring the latest note of the current zone into sight."""
        view = self.view(self._target)
        if view.notes.items and view.notes.dots != "shown":
            view.scrollTo(view.notes.index(len(view.notes.items) - 1))

    # What it shows

    def view(self, zone: str) -> NotesView:
        """The view of a zone's notes."""
        return self._cards[zone].view

    def card(self, zone: str) -> ZoneCard:
        """The card of a zone."""
        return self._cards[zone]

    def show_notes(
        self, zones: Sequence[NamedZone], ranked: Sequence[Ranked], dots: DotsMode
    ) -> None:
        """Show zones and what lies in them, in its order."""
        if [zone.id for zone in zones] != [zone.id for zone in self._zones]:
            self._make_cards(zones)
        self._zones, self._dots = tuple(zones), dots
        self._notes = {note.id: note for one in ranked for note in one.notes}
        self._groups = {one.cluster.id: one.cluster for one in ranked if one.cluster}
        for zone in zones:
            here = [one for one in ranked if home_of(one.zone, zones) == zone.id]
            items = [item for one in here for item in _items(one, note_colour(zone.colour), dots)]
            card = self._cards[zone.id]
            n = sum(len(one.notes) for one in here)
            card.name(zone.label, n, alone=len(zones) == 1)
            card.view.show_items(items, dots, empty=self._empty_words(zone.id))
        self._editing.show_rows({**self._notes, **self._groups})

    def _make_cards(self, zones: Sequence[NamedZone]) -> None:
        self.panes.clear()
        self._cards = {}
        for zone in zones:
            card = ZoneCard(self._world.look, self._world.words, calm=self._manner.calm)
            self._cards[zone.id] = card
            self._connect(zone.id, card)
            self.panes.add(card, least=250, high=150)
        self._zones = tuple(zones)
        self._editing.follow([card.view for card in self._cards.values()])
        self.go_to(self._target if self._target in self._cards else zones[0].id)

    def _connect(self, zone: str, card: ZoneCard) -> None:
        view = card.view
        view.acted.connect(lambda code: self.act(zone, code))
        view.counted.connect(self.counted)
        view.digit.connect(lambda digit: self._type_digit(zone, digit))
        view.menu_asked.connect(lambda at: self._open_menu(zone, at))
        view.dropped.connect(lambda ids, before, group: self._drop(zone, ids, before, group))
        view.focused.connect(lambda: self._focus_zone(zone))
        card.naming.given.connect(lambda title: self._gather_as(zone, title))

    def _empty_words(self, zone: str) -> str:
        if zone != self._target:
            return ""
        words = self._world.words
        return words("kinds.empty-zone" if len(self._zones) > 1 else self._manner.empty)

    def _show_empty_words(self) -> None:
        for zone, card in self._cards.items():
            view = card.view
            view.show_items(list(view.notes.items), self._dots, empty=self._empty_words(zone))

    def _focus_zone(self, zone: str) -> None:
        if zone != self._target:
            self.go_to(zone)
            later(self._world.library, self._remember)
        for other, card in self._cards.items():
            if other != zone:
                card.view.choose_ids(set())

    def _remember(self) -> None:
        library, running, zone = self._world.library, self.running, self._target
        attempt(self._world, lambda: remember_target(library, running, zone))

    # What is done

    def act(self, zone: str, code: str) -> None:
        """Do what a key or the menu asks for, with the notes meant in a zone."""
        notes, groups = self._meant(zone)
        view = self.view(zone)
        current = view.current_item()
        if code == "all":
            view.choose_ids({item.id for item in view.notes.items if not item.title})
        elif current is None or not self._may(code, zone):
            return
        elif code == "edit":
            view.edit_item(current.id)
        elif code == "gather":
            self._gather(zone, notes, groups)
        elif code in DOT_ACTS:
            self.counted.emit(current.id, DOT_ACTS[code])
        elif code in ("zone-before", "zone-after"):
            self._to_zone(zone, 1 if code == "zone-after" else -1, current.id)
        else:
            done = {
                "ungather": lambda: self._hands.ungather(notes, groups),
                "earlier": lambda: self._hands.shift(notes, -1),
                "later": lambda: self._hands.shift(notes, 1),
                "remove": lambda: self._hands.remove(notes, groups),
                "strike": lambda: self._hands.strike(self, notes),
            }[code]()
            self._after(done, view, current.id)

    def _meant(self, zone: str) -> tuple[list[Note], list[Cluster]]:
        """The notes and groups an act in a zone is for."""
        items = self.view(zone).meant_items()
        notes = [self._notes[item.id] for item in items if item.id in self._notes]
        groups = [self._groups[item.id] for item in items if item.id in self._groups]
        return notes, groups

    def _may(self, code: str, zone: str) -> bool:
        """Whether there is what an act needs."""
        means = next(act.means for act in ACTS if act.code == code)
        notes, groups = self._meant(zone)
        grouped = bool(groups) or any(note.cluster for note in notes)
        return {
            "item": bool(notes or groups),
            "notes": bool(notes) and (code != "gather" or self._manner.gathers),
            "group": grouped,
            "zones": len(self._zones) > 1 and bool(notes or groups),
            "dots": self._dots == "counting" and bool(notes or groups),
            "desk": True,
        }[means]

    def _gather(self, zone: str, notes: list[Note], groups: list[Cluster]) -> None:
        if len(groups) == 1:
            self._after(self._hands.gather(notes, groups[0]), self.view(zone), notes[0].id)
        else:
            self._to_gather = [note.id for note in notes]
            self._cards[zone].ask_name(len(notes))

    def _gather_as(self, zone: str, title: str) -> None:
        notes = [self._notes[one] for one in self._to_gather if one in self._notes]
        if not notes:
            self._cards[zone].stop_naming()
        elif self._hands.gather(notes, title):
            self._cards[zone].stop_naming()
            self.view(zone).choose_ids(set())
            self._after(True, self.view(zone), notes[0].id)

    def _to_zone(self, zone: str, by: int, current: str) -> None:
        ids = [one.id for one in self._zones]
        to = ids[(ids.index(zone) + by) % len(ids)]
        notes, groups = self._meant(zone)
        if self._hands.place(notes, groups, to):
            self.changed.emit()
            self.view(to).setFocus()
            self.view(to).go_to_item(current)

    def _drop(self, zone: str, ids: list[str], before: str, group: str) -> None:
        notes = [self._notes[one] for one in ids if one in self._notes]
        groups = [self._groups[one] for one in ids if one in self._groups]
        into = None if groups else self._groups.get(group)
        done = self._hands.place(notes, groups, zone, before=self._notes.get(before), group=into)
        if done and ids:
            self.changed.emit()
            self.view(zone).setFocus()
            self.view(zone).go_to_item(ids[0])

    def _type_digit(self, zone: str, digit: int) -> None:
        current = self.view(zone).current_item()
        if current is not None and self._dots == "counting":
            self.digit.emit(current.id, digit)

    def _after(self, done: bool, view: NotesView, item: str) -> None:
        if done:
            self.changed.emit()
            view.go_to_item(item)

    def menu(self, zone: str) -> QMenu:
        """Everything that can be done with the notes meant, each with its key."""
        notes, groups = self._meant(zone)
        acts = [one for one in ACTS if one.code != "all" and self._may(one.code, zone)]
        only = bool(groups) and not notes
        return acts_menu(self._world, self, acts, only, lambda code: self.act(zone, code))

    def _open_menu(self, zone: str, at: QPoint) -> None:
        menu = self.menu(zone)
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.actions():
            menu.popup(at)
        else:
            menu.deleteLater()


def _items(one: Ranked, colour: NoteColour, dots: DotsMode) -> list[NoteItem]:
    """A group's title with its notes, or a single note.

    While dots are counted, a group has those put on its title; then those of its notes too.
    """
    group = one.cluster.id if one.cluster else ""
    items = []
    if one.cluster is not None:
        total = one.each.get(group, 0) if dots == "counting" else one.dots
        items.append(NoteItem(group, one.cluster.title, colour, group, True, total))
    for note in one.notes:
        items.append(NoteItem(note.id, note.text, colour, group, False, one.each.get(note.id, 0)))
    return items
