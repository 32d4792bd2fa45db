"""What the canvases of rows share: the table, the choices, the capture line's way to both."""

from collections.abc import Mapping

import msgspec
from PySide6.QtCore import QObject, QPoint, QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.register_shapes import RegisterColumn
from app.community.memberships import members
from app.community.today import today_of
from app.folding import fold, names_like
from app.kinds.kind import CaptureKind, facts_of
from app.library.rows import RegisterEntry, Run
from app.registers.cells import Party, Value
from app.registers.register_entries import Entry
from app.registers.run_rows import (
    CellPlace,
    Filled,
    asked_of,
    keep_cell,
    keep_typed,
    keep_value,
    place_of_target,
    take_out,
)
from app.registers.typed_cells import Typing, choices_of
from app.workshop.planning import languages_of, scope_of
from app.workshop.running import Running, running_of
from app.workshop.titles import prompt_language
from app.workshop.zones import remember_target
from exports.register_words import cell_words, party_names
from ui.attempt import attempt
from ui.parts.key_menu import KeyMenu
from ui.parts.rows.cell_editors import CellEditors
from ui.parts.rows.choice_bar import ChoiceBar
from ui.parts.rows.rows_model import RowLine, RowsModel
from ui.parts.rows.rows_table import CHANGE, CLEAR, TAKE_OUT, RowsTable
from ui.world import World

REST = 150
"""Milliseconds at a cell after which the room stands there: not at each one that is passed."""


class RowsStyle(msgspec.Struct, frozen=True):
    """How rows stand, ``turned`` from the top to the bottom or not, and the keys of what a new one
    is called, what stands where it begins, and how many there are."""

    turned: bool = False
    new: str = "rows.new"
    begins: str = "rows.first-new"
    counted: str = "rows.rows-n"


class RowsCanvas(QObject):
    """The rows of a run, below those that were there before (``ui.kinds.canvas.Canvas``)."""

    def __init__(
        self,
        kind: CaptureKind,
        world: World,
        running: Running,
        style: RowsStyle,
        parent: QWidget,
    ) -> None:
        """The canvas of a run."""
        self.widget = QWidget(parent)
        super().__init__(self.widget)
        self.kind, self.world, self.running, self._style = kind, world, running, style
        language = prompt_language(running.workshop, world.words.language)
        self.words = world.words_in(language)
        registers = {one.id: one for one in world.catalogue.registers}
        self.asked = asked_of(registers, running.recipe)
        self._found = Filled(self.asked, (), ())
        self._known: dict[str, Entry] = {}
        self._spoken: dict[str, tuple[Entry, RowLine]] = {}
        self._build(running)
        self._standing = QTimer(self)
        self._standing.setSingleShot(True)
        self._standing.setInterval(REST)
        self._standing.timeout.connect(self._stand)
        self.refresh()

    def _build(self, running: Running) -> None:
        look, words = self.world.look, self.world.words
        names = self.asked.register.in_language(self.words.language).columns
        columns = [(one.id, names.get(one.id, one.id)) for one in self.asked.columns]
        style = self._style
        self._names = dict(columns)
        begins = words(style.begins)
        self.model = RowsModel(look, self.words, columns, begins, self, turned=style.turned)
        self._editors = CellEditors(self.world, scope_of(running.workshop), self._keep_changed)
        wide = {at for at, one in enumerate(self.asked.columns) if one.type == "text"}
        self.table = RowsTable(look, words, words("rows.list"), self.model, self._edit, wide)
        self.table.delegate.left.connect(self._editors.leave)
        self.table.delegate.let_go.connect(self._editors.let_go)
        self.table.moved.connect(self._move)
        self.table.clear_asked.connect(self.clear)
        self.table.take_out_asked.connect(self.take_out)
        self.table.menu_asked.connect(self._open_menu)
        self.bar = ChoiceBar(look, words, words(style.new), self.choose, self.go_on)
        column = QVBoxLayout(self.widget)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.bar)
        column.addWidget(self.table, 1)
        self.widget.setFocusProxy(self.table)

    # What a kind says otherwise

    def empty_cell(self, column: RegisterColumn) -> str:
        """What stands in an empty cell of a row."""
        return ""

    # Where the next line goes

    @property
    def place(self) -> CellPlace:
        """The current cell."""
        return self.table.place

    def target(self) -> str:
        """The cell where Enter puts the next line."""
        return self.place.target

    def target_name(self) -> str:
        """Its column; and that something stands there already."""
        place = self.place
        name = self._names[place.column]
        known = self._known.get(place.entry)
        if known is not None and place.column in known.values:
            return self.world.words("rows.instead", column=name)
        return name

    def next_place(self) -> str:
        """The next cell."""
        return self.world.words("rows.next-cell")

    def move_target(self, step: int) -> None:
        """To the next cell, or the one before, around the end."""
        rows = [one.id for one in self.model.rows if one.id]
        cells = [CellPlace(row, one.id) for row in rows for one in self.asked.columns]
        cells.append(self._beginning)
        here = cells.index(self.place) if self.place in cells else -1
        self.table.go_to(cells[(here + step) % len(cells)])

    def go_to(self, target: str) -> None:
        """To this cell."""
        self.table.go_to(place_of_target(target))

    def hint(self) -> str:
        """Empty: the column says enough."""
        return ""

    def counted(self, n: int) -> str:
        """That ``n`` rows were written, in words."""
        return self.world.words(self._style.counted, n=n)

    def completions(self, typed: str) -> list[str]:
        """What can be chosen here and begins so; in a column of people, those of the community."""
        column = self._column
        if column.type == "person":
            return list(names_like(list(self._people()), typed))
        offered = choices_of(self.asked.register, column, self.words)
        return [name for _, name in offered if fold(name).startswith(fold(typed.strip()))]

    def large(self) -> str:
        """The current row, else the one that came last."""
        last = self._found.entries[-1].id if self._found.entries else ""
        return self.place.entry or last

    # What is done

    def enter(self, text: str) -> None:
        """Keep what was typed, and go on to the next empty cell; or keep pasted rows. Raises
        Trouble."""
        library, target = self.world.library, self.target()
        cell = keep_typed(library, self.asked, self.running, target, text, self._typing(text))
        self._catch_up(cell)
        self._go_on_from(cell)

    def enter_strongly(self, text: str) -> None:
        """Keep what was typed, and begin another row. Raises Trouble."""
        self.enter(text)
        self.go_on()

    def go_on(self) -> None:
        """Begin another row."""
        self.table.go_to(self._beginning)

    def choose(self, value: Value) -> None:
        """Keep a choice in the current cell, and go on."""
        library, place = self.world.library, self.place
        if attempt(self.world, lambda: keep_value(library, self.asked, self.running, place, value)):
            self._catch_up(place)
            self._go_on_from(place)

    def clear(self) -> None:
        """Empty the current cell."""
        library, place = self.world.library, self.place
        if place.entry:
            attempt(self.world, lambda: keep_value(library, self.asked, self.running, place, None))

    def take_out(self) -> None:
        """Take the current row out of the register; Ctrl+Z brings it back."""
        library, entry = self.world.library, self.place.entry
        if entry:
            attempt(self.world, lambda: take_out(library, self.running, entry))

    def refresh(self) -> None:
        """Show the rows as they now are."""
        reader = self.world.library.reader
        if reader.find(Run, self.running.run.id) is None:
            return
        self.running = running_of(reader, self.running.run.id)
        (self._found,) = facts_of(self.kind.facts(reader, self.running), Filled)
        shown = (*self._found.before, *self._found.entries)
        self._known = {one.id: one for one in shown}
        before = len(self._found.before)
        place = self.place
        lines = [self._line(entry, quiet=at < before) for at, entry in enumerate(shown)]
        self._spoken = {key: one for key, one in self._spoken.items() if key in self._known}
        self.table.fit(self.model.set_rows(lines))
        if self.place != place or not self.table.currentIndex().isValid():
            self.table.go_to(place)
        self._show_cell()

    # Inside

    @property
    def _beginning(self) -> CellPlace:
        return CellPlace("", self.asked.columns[0].id)

    @property
    def _column(self) -> RegisterColumn:
        wanted = self.place.column
        return next(one for one in self.asked.columns if one.id == wanted)

    def _catch_up(self, cell: CellPlace | None) -> None:
        """Show what was kept, unless the room did so when it heard of it."""
        row = (
            self.world.library.reader.find(RegisterEntry, cell.entry) if cell is not None else None
        )
        known = self._known.get(row.id) if row is not None else None
        if known is None or known.row != row:
            self.refresh()

    def _go_on_from(self, cell: CellPlace | None) -> None:
        """To the next empty cell of the row; behind the last, to where another one begins."""
        entry = self._known.get(cell.entry) if cell is not None else None
        if cell is None or entry is None:
            self.go_on()
            return
        ids = [one.id for one in self.asked.columns]
        rest = ids[ids.index(cell.column) + 1 :]
        empty = next((one for one in rest if one not in entry.values), None)
        self.table.go_to(CellPlace(cell.entry, empty) if empty else self._beginning)

    def _line(self, entry: Entry, *, quiet: bool) -> RowLine:
        """An entry in words: the same ones, where it says the same."""
        kept = self._spoken.get(entry.id)
        if kept is None or kept[0] != entry:
            cells = tuple(self._said(entry, one) for one in self.asked.columns)
            remark = self.words("rows.before") if quiet else ""
            kept = self._spoken[entry.id] = (entry, RowLine(entry.id, cells, quiet, remark))
        return kept[1]

    def _said(self, entry: Entry, column: RegisterColumn) -> str:
        value = entry.values.get(column.id)
        if value is None:
            return self.empty_cell(column)
        return cell_words(self.words, self.asked.register, column, value)

    def _move(self) -> None:
        self._standing.start()
        self._show_cell()

    def _stand(self) -> None:
        """The room stands at the cell: the wall follows, and so does whoever comes back."""
        library, running, target = self.world.library, self.running, self.target()
        if library.reader.find(Run, running.run.id) is not None:
            attempt(self.world, lambda: remember_target(library, running, target))

    def _show_cell(self) -> None:
        column, words = self._column, self.words
        offered = choices_of(self.asked.register, column, words)
        hints = self.asked.register.in_language(words.language).hints
        hint = hints.get(column.id, self.world.words("rows.no-hint"))
        if not self._known:
            hint = self.world.words("rows.empty")
        self.bar.show_cell(offered, hint)

    def _edit(self, place: CellPlace, parent: QWidget) -> QWidget:
        """A field over a cell."""
        column = next(one for one in self.asked.columns if one.id == place.column)
        entry = self._known[place.entry]
        value = entry.values.get(column.id)
        said = "" if value is None else self._said(entry, column)
        return self._editors.make(place, column, said, parent)

    def _keep_changed(self, place: CellPlace, text: str) -> str:
        """Keep what was typed over a cell, and give it as it now stands. Raises Trouble."""
        library = self.world.library
        keep_cell(library, self.asked, self.running, place, text, self._typing(text))
        return text

    def _typing(self, text: str) -> Typing:
        """What is known where ``text`` is typed; people only where it may name some."""
        spoken = dict.fromkeys((self.words.language, *languages_of(self.running.workshop)))
        named = self._column.type == "person" or "\t" in text
        known = {fold(name): one for name, one in self._people().items()} if named else {}
        today = today_of(self.world.library, self.running.community.id)
        return Typing(today, tuple(self.world.words_in(one) for one in spoken), known)

    def _people(self) -> Mapping[str, Party]:
        """Who can stand in the current column, by name: its parties, and the members."""
        library, community = self.world.library, self.running.community.id
        here = members(library.reader, community, today_of(library, community))
        known = {one.person.name: Party(id=one.person.id, name=one.person.name) for one in here}
        parties = [party for one in self.asked.columns for party in one.parties]
        return {**party_names(self.words, parties), **known}

    def _open_menu(self, point: QPoint) -> None:
        if not self.world.library.reader.find(RegisterEntry, self.place.entry):
            return
        words = self.world.words
        menu = KeyMenu(self.world.look, words, self.table)
        menu.add(words("rows.change"), CHANGE, self.table.change)
        menu.add(words("rows.clear"), CLEAR, self.clear)
        menu.add(words("rows.take-out"), TAKE_OUT, self.take_out)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(point)
