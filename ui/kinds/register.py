"""A register on the second floor: its rows under their columns; and the wall's picture of them."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.library.audience import may_read
from app.registers.register_entries import Entry
from app.registers.run_rows import Filled
from app.workshop.running import Running
from app.workshop.table_pages import table_pages
from exports.filled_rows import rows_table
from exports.register_words import cell_words, labelled
from ui.parts.rows.rows_canvas import RowsCanvas, RowsStyle
from ui.wall.wall_picture import RunSeen, WallPicture, WallText
from ui.world import World

ROOM = "room"
"""Those whom the wall speaks to."""


class RegisterCanvas(RowsCanvas):
    """Rows below those that the community wrote before."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The rows of a run."""
        super().__init__(kind, world, running, RowsStyle(), parent)


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """What this run wrote, under the names of the columns, the newest rows first to be seen; how
    many rows were there before, in the small print."""
    (found,) = facts_of(kind.facts(seen.reader, seen.running), Filled)
    rows = _readable(found.entries)
    before = len(_readable(found.before))
    small = tuple(one("rows.before-n", n=before) for one in seen.words) if before else ()
    if not rows:
        return WallPicture(small=small)
    table = rows_table(seen.words[0], found.asked, rows)
    return WallPicture(
        pages=partial(table_pages, table.heads, table.rows), opens="last", small=small
    )


def large_row(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """One row alone, each cell under the name of its column."""
    (found,) = facts_of(kind.facts(seen.reader, seen.running), Filled)
    rows = _readable((*found.before, *found.entries))
    entry = next((one for one in rows if one.id == seen.of), None)
    if entry is None:
        return WallPicture()
    words, register = seen.words[0], found.asked.register
    first, *rest = found.asked.columns
    lines = [cell_words(words, register, first, entry.values[first.id])]
    for column in rest:
        if column.id in entry.values:
            said = cell_words(words, register, column, entry.values[column.id])
            lines.append(f"{labelled(words, register, column.id)} {said}")
    return WallPicture(texts=(WallText("", tuple(lines)),))


def _readable(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """The rows that the room may read."""
    return tuple(one for one in entries if may_read(one.row.audience, ROOM))
