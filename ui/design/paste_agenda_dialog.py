"""An agenda that is pasted: shown as it was understood before any of it is added."""

from collections import Counter
from collections.abc import Sequence

import msgspec
from PySide6.QtCore import QMimeData
from PySide6.QtWidgets import QWidget

from app.pasted_cells import read_pasted
from app.text_direction import join_isolated
from app.words import LANGUAGES, Words
from app.workshop.agenda import Spot
from app.workshop.pasted_agenda import PastedRow, read_agenda
from app.workshop.pasting_blocks import paste_agenda
from ui.design.agenda_actions import AgendaActions
from ui.look.themes import Tone
from ui.parts.clipboard import read_mime
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn
from ui.parts.pasted_list_dialog import PastedListDialog, PasteWords
from ui.parts.text_places import form_place
from ui.world import World

SHOWN = 120
"""Letters of a cell that are shown."""


class PasteAgendaDialog(PastedListDialog):
    """Asks for an agenda, says what would come of each row, and adds the blocks."""

    def __init__(
        self, world: World, parent: QWidget, agenda_actions: AgendaActions, spot: Spot | None
    ) -> None:
        """Nothing pasted yet; for the place ``spot``, or the end."""
        words = world.words
        said = PasteWords(
            **{
                part: words(f"agenda_paste.{part}")
                for part in ("title", "said", "none", "shows", "hint", "preview")
            }
        )
        columns = (
            ListColumn(id="name", head=words("design.title-name"), least=220, share=30),
            ListColumn(id="time", head=words("agenda_paste.column.time"), least=80, share=8),
            ListColumn(
                id="minutes",
                head=words("agenda_paste.column.minutes"),
                least=90,
                share=10,
                under=True,
            ),
            ListColumn(
                id="becomes",
                head=words("agenda_paste.column.becomes"),
                least=240,
                share=30,
                folds=1,
                under=True,
            ),
        )
        super().__init__(world, parent, said, columns)
        self._agenda_actions, self._spot = agenda_actions, spot
        self._readers = [words, *(world.words_in(code) for code in LANGUAGES)]
        self.rows: list[PastedRow] = []
        self._turned: dict[tuple[str, int], bool] = {}
        workshop = agenda_actions.plan.workshop.id if agenda_actions.plan else ""
        self.column.add(self.text, self.told, self.hint, self.preview)
        self.begin_reading(form_place(f"agenda-paste:{workshop}", "text"))

    def paste(self, mime: QMimeData) -> None:
        """Take what the clipboard holds."""
        pasted = read_mime(mime)
        text = pasted.text or pasted.tabbed()
        if text.strip():
            self.text.setPlainText(text)
            self.read()

    def first(self) -> QWidget:
        """The rows, where something was pasted already; else the field for it."""
        return self.preview.lines if self.rows else self.text

    def keep(self) -> None:
        """Add the blocks of the rows that are taken. Raises Trouble."""
        self.read()
        world, plan = self.world, self._agenda_actions.plan
        if plan is None:
            return
        made = paste_agenda(world.library, world.catalogue, plan.workshop, self.rows, self._spot)
        self._agenda_actions.placed.emit(made[0].id)
        world.notice.say(world.words("agenda_paste.done", n=len(made)))

    def read(self) -> None:
        """Read the text again and show what would come of it."""
        self.rest()
        pasted = read_pasted(self.text.toPlainText())
        found = read_agenda(self.world.catalogue, self._readers, pasted)
        keys = _keys(found)
        self.rows = [
            msgspec.structs.replace(row, taken=self._turned.get(key, row.taken))
            for key, row in zip(keys, found, strict=True)
        ]
        self._show()

    def turn(self, key: str) -> None:
        """Take a row, or leave it out; one without a title makes no block."""
        at = int(key)
        row = self.rows[at]
        if row.title:
            self._turned[_keys(self.rows)[at]] = not row.taken
            self.rows[at] = msgspec.structs.replace(row, taken=not row.taken)
            self._show()
            self.preview.lines.choose(key)

    def _show(self) -> None:
        words = self.world.words
        n = sum(row.taken for row in self.rows)
        add = words("agenda_paste.add", n=n) if n else ""
        self.show_lines(len(self.rows), self._speak, rows_counted(words, self.rows), add)
        self.keep_button.setText(add or words("agenda_paste.none"))

    def _speak(self, row: int) -> ListLine:
        return row_line(self.rows[row], self.world)


def _keys(rows: Sequence[PastedRow]) -> list[tuple[str, int]]:
    """Each row by its text and by how many before it say the same: there are several breaks."""
    seen: Counter[str] = Counter()
    keys: list[tuple[str, int]] = []
    for row in rows:
        keys.append((row.text, seen[row.text]))
        seen[row.text] += 1
    return keys


def rows_counted(words: Words, rows: Sequence[PastedRow]) -> str:
    """How many blocks there would be, how long they are, and how many rows are left out."""
    taken = [row for row in rows if row.taken]
    left = len(rows) - len(taken)
    time = words.duration(sum(row.minutes for row in taken))
    parts = [words("agenda_paste.would", n=len(taken), time=time)] if taken else []
    parts += [words("agenda_paste.left", n=left)] if left else []
    return words.series(parts)


def row_line(row: PastedRow, world: World) -> ListLine:
    """A row of the preview in the window's words."""
    words = world.words
    becomes, tone = _becomes(row, world)
    unused = join_isolated(_short(cell) for cell in row.unused)
    beside = words("agenda_paste.becomes.unused", cells=unused) if unused and row.taken else ""
    time = words.clock(row.starts) if row.starts is not None and row.taken else ""
    minutes = words("parts.minutes", n=row.minutes) if row.taken else ""
    doubtful = row.taken and row.how in ("usual", "guessed")
    why = words(f"agenda_paste.becomes.{row.how}") if doubtful else ""
    name = _short(row.title or row.text)
    whole = join_isolated((name, time, minutes, why, becomes, beside), ". ")
    return ListLine(
        name=name,
        cells={
            "time": ListCell(time),
            "minutes": ListCell(minutes, under=why, under_tone="amber"),
            "becomes": ListCell(becomes, tone, under=beside),
        },
        muted=not row.taken,
        whole=whole,
    )


def _becomes(row: PastedRow, world: World) -> tuple[str, Tone]:
    """What comes of a row."""
    words, catalogue = world.words, world.catalogue
    if not row.taken:
        return words(f"agenda_paste.becomes.{row.why or 'left'}"), "mute"
    exercise = catalogue.find_exercise(row.exercise)
    if exercise is not None:
        title = exercise.in_language(words.language).name
        return words("agenda_paste.becomes.exercise", title=title), "teal"
    interlude = catalogue.find_interlude(row.interlude)
    if interlude is not None:
        title = interlude.in_language(words.language).title
        return words("agenda_paste.becomes.interlude", title=title), "teal"
    return words("agenda_paste.becomes.own"), "plain"


def _short(text: str) -> str:
    return text if len(text) <= SHOWN else f"{text[:SHOWN]}…"
