"""What a person does with the notes of a run, carried out in the library; trouble is said."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from app.kinds.ranked import Ranked
from app.kinds.sorting import gather_notes, place_all, remove_notes, shift_notes, ungather
from app.library.rows import Cluster, Note
from app.workshop.outcomes import Form, catch
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.zones import remember_target
from ui.attempt import attempt
from ui.parts.deferred import run_later
from ui.parts.notes.dropping import Drop
from ui.parts.notes.editing import NoteEditing
from ui.parts.notes.marking import MARKS, NoteMarking
from ui.parts.notes.menu import actions_menu
from ui.parts.notes.note_actions import ACTIONS, WANTED
from ui.parts.notes.note_rows import NoteRows
from ui.parts.notes.notes_bar import Act
from ui.parts.notes.view import NotesView
from ui.parts.notes.zones_view import ZonesView
from ui.parts.room_keys import CATCHES
from ui.parts.strike_text import ask_and_strike
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
        self._made, self._next = "", ""
        self._marking = NoteMarking(world, lambda: self.running, zones)
        self._editing = NoteEditing(world, lambda: self.running, zones)
        self._editing.changed.connect(self.changed)
        self._editing.put_away.connect(self._go_on_sorting)
        zones.cards_made.connect(self._follow_editors)
        zones.target_chosen.connect(self._remember_target)
        zones.action_asked.connect(self.act)
        zones.dots_stepped.connect(self.counted)
        zones.digit_typed.connect(self._type_digit)
        zones.menu_asked.connect(self._open_menu)
        zones.dropped.connect(self._drop)

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
        elif code == "next":
            self._go_on_counting(zone)
        elif code in MARKS and notes:
            self._mark(view, code, notes)
        elif current is None or not self._may(code, zone):
            return
        elif code == "edit":
            view.edit_item(current.id)
        elif code == "gather":
            self._gather(zone, notes, groups[0] if groups else None, groups)
        elif code in _DOTS:
            self.counted.emit(current.id, _DOTS[code])
        elif code in _BESIDE:
            self._put_in(zone, self._zones.zone_beside(zone, _BESIDE[code]))
        elif self._do(code, notes, groups):
            self.changed.emit()
            view.go_to_item(current.id)

    def _mark(self, view: NotesView, code: str, notes: Sequence[Note]) -> None:
        """Do to notes what marks them, merges or splits them."""
        rect = view.visualRect(view.currentIndex())
        if self._marking.do(code, notes, view.viewport().mapToGlobal(rect.bottomLeft())):
            if code in ("merge", "split"):
                view.choose_ids(set())
            self.changed.emit()
            view.go_to_item(notes[0].id)

    def _go_on_counting(self, zone: str) -> None:
        """On to the next thing that people put dots on: a group as a whole, or a single note."""
        view = self._zones.view(zone)
        items, row = view.notes.items, view.currentIndex().row()
        after = [at for at in range(row + 1, len(items)) if items[at].title or not items[at].group]
        if after:
            view.make_current(after[0])

    def menu(self, zone: str) -> QMenu:
        """Everything that can be done with the notes meant, each with its key."""
        notes, groups = self._meant(zone)
        able = [one for one in ACTIONS if one.code != "all" and self._may(one.code, zone)]
        alone = bool(groups) and not notes
        return actions_menu(
            self._world, self._zones, able, lambda code: self.act(zone, code), groups=alone
        )

    def zones_menu(self, zone: str) -> QMenu:
        """The other zones, by name: the notes meant go to the one that is chosen."""
        menu = QMenu(self._zones)
        menu.setFont(self._world.look.font("body"))
        for other in self._zones.zones:
            if other != zone:
                action = menu.addAction(self._zones.label(other).replace("&", "&&"))
                action.triggered.connect(lambda _=False, to=other: self._put_in(zone, to))
        return menu

    def _put_in(self, zone: str, to: str) -> None:
        current = self._zones.view(zone).current_item()
        if current is not None:
            self._put(*self._meant(zone), to, current.id)

    def _do(self, code: str, notes: Sequence[Note], groups: Sequence[Cluster]) -> bool:
        """Do an action that needs nothing but the notes; gives whether it was done."""
        library, running = self._world.library, self.running
        if code == "strike":
            text = "; ".join(note.text for note in notes)
            places = [("note", note.id) for note in notes]
            return ask_and_strike(self._world, self._zones, places, text)
        for form in CATCHES:
            if code == form:
                return self._catch(form, notes)
        does: dict[str, Callable[[], object]] = {
            "ungather": lambda: ungather(library, running, notes, groups),
            "earlier": lambda: shift_notes(library, running, notes, -1),
            "later": lambda: shift_notes(library, running, notes, 1),
            "remove": lambda: remove_notes(library, running, notes, groups),
        }
        return attempt(self._world, does[code])

    def _catch(self, form: Form, notes: Sequence[Note]) -> bool:
        """Make decisions, actions or parked things of notes, which stay where they are."""
        library, running = self._world.library, self.running

        def keep() -> None:
            with library.change(f"{form}-add", scope_of(running.workshop)):
                for note in notes:
                    catch(
                        library,
                        running.workshop,
                        form,
                        note.text,
                        run=running.run.id,
                        source=note.id,
                    )

        if not attempt(self._world, keep):
            return False
        self._world.notice.say(self._world.words(f"kinds.caught.{form}", n=len(notes)))
        return True

    def wanted(self, zone: str) -> list[Act]:
        """What can be done with the notes meant in a zone, the most wanted first."""
        words, keys = self._world.words, {one.code: one.keys[0] for one in ACTIONS}
        able = [code for code in WANTED if self._may(code, zone)]
        return [Act(code, words(f"kinds.acts.{code}"), keys[code]) for code in able]

    def meant_count(self, zone: str) -> int:
        """How many notes and groups are meant in a zone."""
        return len(self._zones.view(zone).meant_items())

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
            "several": len(notes) > 1,
            "group": bool(groups) or any(note.cluster for note in notes),
            "zones": some and len(self._zones.zones) > 1,
            "dots": some and self._zones.dots == "counting",
            "nothing": True,
        }[needs]

    def _gather(
        self,
        zone: str,
        notes: Sequence[Note],
        into: Cluster | None,
        groups: Sequence[Cluster] = (),
    ) -> None:
        """Gather notes and groups into a group, or into a new one that can be named at once."""
        library, running, view = self._world.library, self.running, self._zones.view(zone)
        after = self._single_after(zone, {note.id for note in notes})
        made: list[Cluster] = []

        def gather() -> None:
            made.append(gather_notes(library, running, notes, into or "", groups))

        if not attempt(self._world, gather):
            return
        view.choose_ids(set())
        self.changed.emit()
        view.setFocus()
        if into is not None:
            view.go_to_item(notes[0].id if notes else into.id)
            return
        self._made, self._next = made[0].id, after
        view.edit_item(made[0].id)

    def _single_after(self, zone: str, gathered: set[str]) -> str:
        """Id of the note with which sorting goes on: the next one that is in no group."""
        items = self._zones.view(zone).notes.items
        last = max((at for at, item in enumerate(items) if item.id in gathered), default=0)
        left = [
            item.id
            for item in (*items[last:], *items[:last])
            if not item.group and not item.title and item.id not in gathered
        ]
        return left[0] if left else ""

    def _go_on_sorting(self, item: str) -> None:
        """A new group was named, or not: on with the next note."""
        if item and item == self._made and self._next:
            for zone in self._zones.zones:
                self._zones.view(zone).go_to_item(self._next)
        self._made = self._next = ""

    def _drop(self, zone: str, ids: list[str], drop: Drop) -> None:
        notes = [self._rows.notes[one] for one in ids if one in self._rows.notes]
        groups = [self._rows.groups[one] for one in ids if one in self._rows.groups]
        onto, into = self._rows.notes.get(drop.onto), self._rows.groups.get(drop.group)
        if onto is not None:
            self._gather(zone, [onto, *notes], None)
        elif into is not None and groups:
            self._gather(zone, notes, into, groups)
        else:
            before = self._rows.notes.get(drop.before)
            self._put(notes, groups, zone, ids[0], before=before, into=into)

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
        views = [self._zones.view(zone) for zone in self._zones.zones]
        for view in views:
            view.gathers = self._gathers
        self._editing.follow(views)

    def _remember_target(self) -> None:
        """Remember where the next line goes; the focus may have gone amid a change."""
        library, running, target = self._world.library, self.running, self._zones.target

        def remember() -> None:
            attempt(self._world, lambda: remember_target(library, running, target))

        run_later(library, remember)
