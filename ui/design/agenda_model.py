"""The agenda as rows: days where there are several, and blocks with their computed times."""

from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QAbstractListModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt

from app.catalogue.catalogue import Catalogue
from app.words import Words
from app.workshop.agenda import BREAK, Slot, Spot
from app.workshop.titles import block_name
from ui.design.plan import Plan
from ui.design.plan_text import (
    fit_of,
    note_of,
    session_of,
    slot_detail,
    standing_of,
)
from ui.look.themes import Tone
from ui.parts.exercise_text import stage_tone

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole

BLOCK_MIME = "application/x-hearth-block"
EXERCISE_MIME = "application/x-hearth-exercise"


class DayRow(msgspec.Struct, frozen=True):
    """The head of a session: its day, how it fits, the tone of that."""

    session: str
    said: str
    fit: str
    tone: Tone

    @property
    def id(self) -> str:
        """The row's id, made from its session's."""
        return f"day:{self.session}"


class BlockRow(msgspec.Struct, frozen=True, kw_only=True):
    """A block: its times, what it is called, what is odd about it, its colour; while the workshop
    runs, how it stands."""

    session: str
    slot: Slot
    time: str
    title: str
    detail: str
    minutes: str
    note: str
    tone: Tone
    standing: str = ""
    standing_tone: Tone = "mute"

    @property
    def id(self) -> str:
        """The block's id."""
        return self.slot.block.id

    @property
    def locked(self) -> bool:
        """Whether its start is locked."""
        return self.slot.block.starts is not None


Row = DayRow | BlockRow


def rows_of(words: Words, catalogue: Catalogue, plan: Plan) -> list[Row]:
    """The rows of a plan."""
    rows: list[Row] = []
    for layout in plan.layouts:
        if len(plan.layouts) > 1:
            text = session_of(words, plan, layout)
            fit: tuple[str, Tone] = ("", "mute") if plan.closed else fit_of(words, layout)
            rows.append(DayRow(layout.session.id, text, *fit))
        for at, slot in enumerate(layout.slots):
            block = slot.block
            entry = catalogue.find_exercise(block.exercise or "")
            standing, standing_tone = standing_of(words, plan, block)
            rows.append(
                BlockRow(
                    session=layout.session.id,
                    slot=slot,
                    time=words.clock(slot.starts),
                    title=block_name(words, block),
                    detail=slot_detail(words, catalogue, slot),
                    minutes=words("parts.minutes", n=block.minutes),
                    note=note_of(words, catalogue, plan, slot, first=at == 0),
                    tone="rest" if block.exercise == BREAK else stage_tone(entry),
                    standing=standing,
                    standing_tone=standing_tone,
                )
            )
    return rows


class AgendaModel(QAbstractListModel):
    """The rows, each block of which can be chosen and dragged."""

    def __init__(self, words: Words) -> None:
        """No rows yet."""
        super().__init__()
        self._words = words
        self._rows: tuple[Row, ...] = ()
        self.fixed = False
        """Whether nothing can be changed any more."""

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is listed."""
        return self._rows

    def set_rows(self, rows: Sequence[Row]) -> None:
        """List other rows; where they are the same ones, an open editor stays open."""
        same = [row.id for row in rows] == [row.id for row in self._rows]
        if same:
            self._rows = tuple(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
            return
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def row_of(self, block: str) -> int | None:
        """The row of a block, if it is listed."""
        return next((at for at, row in enumerate(self._rows) if row.id == block), None)

    def block_at(self, row: int) -> BlockRow | None:
        """The block in a row, if there is one."""
        found = self._rows[row] if 0 <= row < len(self._rows) else None
        return found if isinstance(found, BlockRow) else None

    def spot_before(self, row: int) -> Spot | None:
        """The place in the agenda above a row (or below the last one, for a row past the end)."""
        if not self._rows:
            return None
        if row <= 0:
            return Spot(self._rows[0].session)
        above = self._rows[min(row, len(self._rows)) - 1]
        if isinstance(above, DayRow):
            return Spot(above.session)
        return Spot(above.session, above.id)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        """How many rows."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """What a row says, the whole of it as a sentence, its minutes to edit, or the row."""
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == ROW:
            return row
        if isinstance(row, DayRow):
            as_text = role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            said = f"{row.said}, {row.fit}" if row.fit else row.said
            return said if as_text else None
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.EditRole:
            return row.slot.block.minutes
        if role == Qt.ItemDataRole.AccessibleTextRole:
            lock = self._words("design.locked") if row.locked else ""
            parts = (row.time, row.title, row.standing, row.minutes, row.detail, lock, row.note)
            return ", ".join(part for part in parts if part)
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Blocks can be chosen, and while the agenda is open edited and dragged."""
        flags = Qt.ItemFlag.NoItemFlags
        if index.isValid() and self.block_at(index.row()) is not None:
            flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
            if not self.fixed:
                flags |= Qt.ItemFlag.ItemIsEditable | Qt.ItemFlag.ItemIsDragEnabled
        return flags

    def mimeTypes(self) -> list[str]:
        """The MIME type of a dragged block."""
        return [BLOCK_MIME]

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """The dragged block's id."""
        data = QMimeData()
        for index in indexes[:1]:
            data.setData(BLOCK_MIME, self._rows[index.row()].id.encode())
        return data

    def supportedDropActions(self) -> Qt.DropAction:
        """A block is moved, an exercise copied; the list does both itself."""
        return Qt.DropAction.MoveAction | Qt.DropAction.CopyAction
