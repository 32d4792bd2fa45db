"""What a person does with the notes of a run, carried out in the library; trouble is said."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.kinds.ranked import Ranked
from app.kinds.sorting import gather_notes, place_all, remove_notes, shift_notes, ungather
from app.library.rows import Cluster, Note
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.parts.autosave import Autosave
from ui.parts.deferred import run_later
from ui.parts.notes.editing import NoteEditing
from ui.parts.notes.menu import actions_menu
from ui.parts.notes.note_actions import ACTIONS
from ui.parts.notes.note_rows import NoteRows
from ui.parts.notes.zones_view import ZonesView
from ui.parts.strike_text import ask_and_strike
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, new_group_place
from ui.world import World

_DOTS = {"more": 1, "fewer": -1}
_BESIDE = {"zone-before": -1, "zone-after": 1}


class NotesController(QObject):
    """Does what is asked for in the zones of a run, each gesture one change."""

    changed = Signal()
    """Something was done; the notes are to be shown as the library now has them."""
    counted = Signal(str, int)
    """Id of a note or group, and by how many its dots are to change."""
    digit_typed = Signal(str, int)
    """Id of a note or group, and a digit typed for its dots."""

    def __init__(
        self, world: World, running: Running, zones: ZonesView, *, gathers: bool = True
    ) -> None:
        """Carry out what is asked for in ``zones``; notes can be gathered in groups or not."""
        super().__init__(zones)
        self._world, self.running, self._zones, self._gathers = world, running, zones, gathers
        self._rows = NoteRows()
        self._to_gather: list[str] = []
        self._titles: dict[str, Autosave] = {}
        self._editing = NoteEditing(world, lambda: self.running, zones)
        self._editing.changed.connect(self.changed)
        zones.cards_made.connect(self._follow_editors)
        zones.target_chosen.connect(self._remember_target)
        zones.action_asked.connect(self.act)
        zones.dots_stepped.connect(self.counted)
        zones.digit_typed.connect(self._type_digit)
        zones.menu_asked.connect(self._open_menu)
        zones.dropped.connect(self._drop)
        zones.named.connect(self._gather_as)

    def show_rows(self, ranked: Sequence[Ranked]) -> None:
        """The notes and groups in the zones, as they now are."""
        self._rows = NoteRows(ranked)
        self._editing.show_rows(self._rows)

    def act(self, zone: str, code: str) -> None:
        """Do what a key or the menu asks for, with the notes meant in a zone."""
        notes, groups = self._meant(zone)
        view = self._zones.view(zone)
        current = view.current_item()
        if code == "all":
            view.choose_ids({item.id for item in view.notes.items if not item.title})
        elif current is None or not self._may(code, zone):
            return
        elif code == "edit":
            view.edit_item(current.id)
        elif code == "gather":
            self._gather(zone, notes, groups)
        elif code in _DOTS:
            self.counted.emit(current.id, _DOTS[code])
        elif code in _BESIDE:
            self._put(notes, groups, self._zones.zone_beside(zone, _BESIDE[code]), current.id)
        elif self._do(code, notes, groups):
            self.changed.emit()
            view.go_to_item(current.id)

    def menu(self, zone: str) -> QMenu:
        """Everything that can be done with the notes meant, each with its key."""
        notes, groups = self._meant(zone)
        able = [one for one in ACTIONS if one.code != "all" and self._may(one.code, zone)]
        alone = bool(groups) and not notes
        return actions_menu(
            self._world, self._zones, able, lambda code: self.act(zone, code), groups=alone
        )

    def _do(self, code: str, notes: Sequence[Note], groups: Sequence[Cluster]) -> bool:
        """Do an action that needs nothing but the notes; gives whether it was done."""
        library, running = self._world.library, self.running
        if code == "strike":
            text = "; ".join(note.text for note in notes)
            places = [("note", note.id) for note in notes]
            return ask_and_strike(self._world, self._zones, places, text)
        does: dict[str, Callable[[], object]] = {
            "ungather": lambda: ungather(library, running, notes, groups),
            "earlier": lambda: shift_notes(library, running, notes, -1),
            "later": lambda: shift_notes(library, running, notes, 1),
            "remove": lambda: remove_notes(library, running, notes, groups),
        }
        return attempt(self._world, does[code])

    def _meant(self, zone: str) -> tuple[list[Note], list[Cluster]]:
        """The notes and groups an action in a zone is for."""
        items = self._zones.view(zone).meant_items()
        notes = [self._rows.notes[item.id] for item in items if item.id in self._rows.notes]
        groups = [self._rows.groups[item.id] for item in items if item.id in self._rows.groups]
        return notes, groups

    def _may(self, code: str, zone: str) -> bool:
        """Whether there is what an action needs."""
        needs = next(action.needs for action in ACTIONS if action.code == code)
        notes, groups = self._meant(zone)
        some = bool(notes or groups)
        return {
            "item": some,
            "notes": bool(notes) and (code != "gather" or self._gathers),
            "group": bool(groups) or any(note.cluster for note in notes),
            "zones": some and len(self._zones.zones) > 1,
            "dots": some and self._zones.dots == "counting",
            "nothing": True,
        }[needs]

    def _gather(self, zone: str, notes: list[Note], groups: list[Cluster]) -> None:
        if len(groups) == 1:
            self._gather_into(zone, notes, groups[0])
        else:
            self._to_gather = [note.id for note in notes]
            self._zones.card(zone).ask_name(len(notes))
            self._titles[zone].show("")

    def _gather_as(self, zone: str, title: str) -> None:
        notes = [self._rows.notes[one] for one in self._to_gather if one in self._rows.notes]
        if not notes or self._gather_into(zone, notes, title):
            self._zones.card(zone).stop_naming()
            self._titles[zone].let_go()

    def _gather_into(self, zone: str, notes: list[Note], into: Cluster | str) -> bool:
        library, running, view = self._world.library, self.running, self._zones.view(zone)

        def gather() -> None:
            gather_notes(library, running, notes, into)

        # What is said of a title that is refused belongs to that title.
        named = isinstance(into, str)
        if not (self._titles[zone].attempt(gather) if named else attempt(self._world, gather)):
            return False
        if isinstance(into, str):
            view.choose_ids(set())
        self.changed.emit()
        view.go_to_item(notes[0].id)
        return True

    def _drop(self, zone: str, ids: list[str], before: str, group: str) -> None:
        notes = [self._rows.notes[one] for one in ids if one in self._rows.notes]
        groups = [self._rows.groups[one] for one in ids if one in self._rows.groups]
        into = None if groups else self._rows.groups.get(group)
        self._put(notes, groups, zone, ids[0], before=self._rows.notes.get(before), into=into)

    def _put(
        self,
        notes: Sequence[Note],
        groups: Sequence[Cluster],
        zone: str,
        current: str,
        *,
        before: Note | None = None,
        into: Cluster | None = None,
    ) -> None:
        """Put notes and groups into a zone, and go on there with the item ``current``."""
        library, running = self._world.library, self.running

        def put() -> None:
            place_all(library, running, notes, zone, clusters=groups, before=before, cluster=into)

        if attempt(self._world, put):
            self.changed.emit()
            view = self._zones.view(zone)
            view.setFocus()
            view.go_to_item(current)

    def _type_digit(self, zone: str, digit: int) -> None:
        current = self._zones.view(zone).current_item()
        if current is not None and self._zones.dots == "counting":
            self.digit_typed.emit(current.id, digit)

    def _open_menu(self, zone: str, at: QPoint) -> None:
        menu = self.menu(zone)
        menu.aboutToHide.connect(menu.deleteLater)
        if menu.actions():
            menu.popup(at)
        else:
            menu.deleteLater()

    def _follow_editors(self) -> None:
        self._editing.follow([self._zones.view(zone) for zone in self._zones.zones])
        run, scope = self.running.run, scope_of(self.running.workshop)
        for zone in self._zones.zones:
            line = self._zones.card(zone).naming
            place = TextPlace(key=new_group_place(run.id, zone), scope=scope)
            save = self._titles[zone] = Autosave(self._world, line_field(line), place)
            line.let_be.connect(save.let_go)

    def _remember_target(self) -> None:
        """Remember where the next line goes; the focus may have gone amid a change."""
        library, running, target = self._world.library, self.running, self._zones.target

        def remember() -> None:
            attempt(self._world, lambda: remember_target(library, running, target))

        run_later(library, remember)
