"""A charter written elsewhere: shown part by part, each with its section, before any is added."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QWidget

from app.charter.charter_file import LONGEST_CHARTER, read_charter_file
from app.charter.charter_text import CharterPart, without_number
from app.charter.clauses import clauses_of
from app.charter.intake import IntakeRow, bring_in, chosen_for, read_charter
from app.charter.outline import own_section
from app.charter.sections import draft_sections
from app.library.journal import Scope
from app.library.trouble import Trouble
from app.text_direction import join_isolated
from app.words import Words
from ui.attempt import trouble_sentence
from ui.look.themes import Tone
from ui.parts.buttons import quiet_button
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn
from ui.parts.pasted_list_dialog import PastedListDialog, PasteWords
from ui.parts.text_places import form_place
from ui.world import World

ENDINGS = "docx md markdown txt"

SHOWN = 120
"""Letters of a part that are shown."""


class IntakeDialog(PastedListDialog):
    """Asks for a charter, says where each part of it would go, and adds the clauses."""

    def __init__(
        self, world: World, parent: QWidget, scope: Scope, added: Callable[[str], object]
    ) -> None:
        """Nothing pasted yet; ``added`` is called with the section of the first clause added."""
        words = world.words
        said = PasteWords(
            **{
                part: words(f"intake.{part}")
                for part in ("title", "said", "none", "shows", "hint", "preview")
            }
        )
        columns = (
            ListColumn(id="name", head=words("intake.column.found"), least=260, share=40),
            ListColumn(id="form", head=words("intake.column.form"), least=120, share=12, folds=1),
            ListColumn(
                id="section",
                head=words("intake.column.section"),
                least=240,
                share=30,
                folds=2,
                under=True,
            ),
        )
        super().__init__(world, parent, said, columns, LONGEST_CHARTER)
        self._scope, self._added = scope, added
        known = {section.id for section in world.catalogue.sections}
        there = clauses_of(world.library.reader, scope.community or "")
        self._written = bool(there)
        self._own = tuple(dict.fromkeys(one.section for one in there if one.section not in known))
        self.rows: list[IntakeRow] = []
        self._chosen: dict[tuple[str, str, int], str] = {}
        self.file_button = quiet_button(world.look, words("intake.file"))
        self.file_button.clicked.connect(self.choose_file)
        self.add_left(self.file_button)
        self.column.add(self.text, self.told, self.hint, self.preview)
        self.begin_reading(form_place(f"charter-intake:{scope.community}", "text"))

    def keep(self) -> None:
        """Add a clause for each row that is taken. Raises Trouble."""
        self.read()
        world = self.world
        clauses = bring_in(world.library, self._scope, world.catalogue.sections, self.rows)
        self._added(clauses[0].section)
        world.notice.say(world.words("intake.done", n=len(clauses)))

    def read(self) -> None:
        """Read the text again and show where each part would go."""
        self.rest()
        rows = read_charter(self.world.catalogue.sections, self.text.toPlainText())
        self.rows = [
            _again(row, key, self._chosen) for row, key in zip(rows, _keys(rows), strict=True)
        ]
        self._show()

    def choose_file(self) -> None:
        """Ask for a file and put its text where it can be looked at and corrected."""
        words = self.world.words
        path = self.world.dialogs.open_file(self, words("intake.file-title"), ENDINGS)
        if path is None:
            return
        try:
            text = read_charter_file(path)
        except Trouble as trouble:
            self.bar.say(trouble_sentence(words, trouble), "ember")
            return
        self.bar.clear()
        self.text.setPlainText(text)
        self.read()

    def turn(self, key: str) -> None:
        """Offer the sections that a row may go to."""
        place = self.preview.lines.place_of(key)
        below = QPoint(place.left(), place.bottom())
        self.menu(int(key)).popup(self.preview.lines.viewport().mapToGlobal(below))

    def menu(self, at: int) -> QMenu:
        """What may be chosen for a row: to leave it out, a section of its own, or any other."""
        world, row = self.world, self.rows[at]
        words, sections = world.words, world.catalogue.sections
        menu = QMenu(self)
        menu.setFont(world.look.font("body"))
        menu.setAccessibleName(words("intake.choose", name=_name(row.part, words)))
        own = own_section(sections, without_number(row.part.heading)) if row.part.heading else ""
        offered = [("", words("intake.leave-out"))]
        offered += [(own, words("intake.own", name=own))] if own else []
        others = [one for one in self._own if one != own]
        others += [
            one.section
            for one in self.rows
            if one.why in ("own", "under") and one.section not in (own, *others)
        ]
        offered += [(one, self._section_name(one)) for one in dict.fromkeys(others)]
        offered += [(one.id, self._section_name(one.id)) for one in sections]
        for section, name in dict.fromkeys(offered):
            action = QAction(name.replace("&", "&&"), menu)
            action.setCheckable(True)
            action.setChecked(section == row.section)
            action.triggered.connect(self._chooser(at, section))
            menu.addAction(action)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def choose(self, at: int, section: str) -> None:
        """Send a row, and what follows it under its heading, to a section, or leave it out."""
        self.rows = chosen_for(self.rows, at, section)
        for row, key in zip(self.rows, _keys(self.rows), strict=True):
            if row.why == "chosen":
                self._chosen[key] = row.section
        self._show()
        self.preview.lines.choose(str(at))

    def _chooser(self, at: int, section: str) -> Callable[[], None]:
        def choose() -> None:
            self.choose(at, section)

        return choose

    def _show(self) -> None:
        words = self.world.words
        n = sum(bool(row.section) for row in self.rows)
        add = words("intake.add", n=n) if n else ""
        self.show_lines(len(self.rows), self._speak, self._counted(n), add)
        self.keep_button.setText(add or words("intake.none"))

    def _counted(self, taken: int) -> str:
        """How many clauses there would be, where they go, and how many rows are left out."""
        words = self.world.words
        left = len(self.rows) - taken
        parts = [words("intake.would", n=taken)] if taken else []
        parts += [words("intake.after")] if taken and self._written else []
        counted = " ".join(parts)
        return words.series(
            [one for one in (counted, words("intake.left", n=left) if left else "") if one]
        )

    def _section_name(self, section: str) -> str:
        told = draft_sections(
            self.world.library.reader,
            self.world.catalogue.sections,
            str(self._scope.community),
            (section,),
        )
        return told[section].name(self.world.words.language)

    def _speak(self, at: int) -> ListLine:
        row, words = self.rows[at], self.world.words
        part = row.part
        tone: Tone = "teal" if row.why == "name" else "plain" if row.section else "mute"
        goes = self._section_name(row.section) if row.section else words("intake.leave-out")
        why = words(f"intake.why.{row.why}")
        doubtful = row.why == "none"
        name, form, text = _name(part, words), _form(part, words), _excerpt(part)
        return ListLine(
            name=name,
            under=text,
            cells={
                "form": ListCell(form),
                "section": ListCell(
                    goes, tone, under=why, under_tone="amber" if doubtful else "mute"
                ),
            },
            muted=not row.section,
            whole=join_isolated((name, form, text, goes, why), ". "),
        )


def _keys(rows: Sequence[IntakeRow]) -> list[tuple[str, str, int]]:
    """Each row by what it says, and by how many before it say the same."""
    seen: Counter[tuple[str, str]] = Counter()
    keys = []
    for row in rows:
        said = (row.part.heading, row.part.text)
        keys.append((*said, seen[said]))
        seen[said] += 1
    return keys


def _again(
    row: IntakeRow, key: tuple[str, str, int], chosen: Mapping[tuple[str, str, int], str]
) -> IntakeRow:
    """A row as the person chose before the text was read again."""
    if key not in chosen:
        return row
    return IntakeRow(part=row.part, section=chosen[key], why="chosen")


def _name(part: CharterPart, words: Words) -> str:
    return _short(part.heading) or words("intake.no-heading")


def _form(part: CharterPart, words: Words) -> str:
    if not part.text:
        return words("intake.form.heading")
    return words(f"intake.form.{part.form}", n=part.text.count("\n") + 1)


def _excerpt(part: CharterPart) -> str:
    """How a part begins; items and cells stay apart."""
    if part.form == "text":
        return _short(part.text)
    return _short(" · ".join(one for one in part.text.replace("\t", "\n").split("\n") if one))


def _short(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= SHOWN else f"{line[:SHOWN]}…"
