"""Any two versions of a charter beside each other: what changed in short, then word by word."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.charter.changes import ClauseChange, compare
from app.charter.shape_changes import CharterSide
from app.library.rows import Version
from exports.change_words import told_changes
from exports.facts.changes_facts import charter_side
from ui.charter.section_page import section_told
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Well
from ui.parts.clauses.marked import MarkedClause
from ui.parts.column_dialog import ColumnDialog
from ui.parts.deletion import clear_layout
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.version_line import version_line
from ui.world import World

SWAP_KEY, EXPORT_KEY = "Ctrl+R", "Ctrl+P"
DRAFT = "0"
"""The draft among the numbers of versions, which begin at 1."""

_FIELDS = (
    Field(key="before", kind="choice", label="changes.from"),
    Field(key="now", kind="choice", label="changes.to"),
)

ExportPair = Callable[[QWidget, str, int, int], None]
"""Asks how to export a comparison: over which window, of which community, of which number against
which."""


class CompareDialog(ColumnDialog):
    """Two choices, and all that differs between them; nothing is written."""

    wide = 760

    def __init__(
        self,
        world: World,
        parent: QWidget,
        community: str,
        versions: Sequence[Version],
        chosen: tuple[str, str],
        export: ExportPair,
    ) -> None:
        """``versions``: the latest first; ``chosen``: the numbers of the older and the newer side,
        0 being the draft."""
        super().__init__(world.look, parent, world.words("changes.dialog-title"))
        self._world, self._community, self._export = world, community, export
        self._versions = {str(one.number): one for one in versions}
        look, words = world.look, world.words
        for_reading(self)
        self.form = FieldForm(_FIELDS, words, look, world.moment.now().date())
        options = [(DRAFT, words("charter.the-draft"))]
        options += [(key, version_line(words, one)) for key, one in self._versions.items()]
        for key, value in zip(("before", "now"), chosen, strict=True):
            self.form.set_options(key, options)
            self.form.set_values({key: value})
        self.form.edited.connect(self._show)
        self.summary = Well(look)
        self.told = WrapLabel(look, "", "body")
        self.summary.add(self.told)
        self.legend = small(look, words("changes.legend"))
        self._place = QWidget()
        self._changes = QVBoxLayout(self._place)
        self._changes.setContentsMargins(0, 0, 0, 0)
        self._changes.setSpacing(look.px(10))
        self.column.add(
            heading(look, words("changes.dialog-title")),
            self.form,
            self.summary,
            self.legend,
            self._place,
        )
        self.swap = KeyButton(look, words, words("changes.swap"), SWAP_KEY, bind=False)
        self.swap.clicked.connect(self.turn_around)
        self.export_button = KeyButton(
            look, words, words("changes.export"), EXPORT_KEY, "primary", bind=False
        )
        self.export_button.clicked.connect(self.export)
        for key, action in ((SWAP_KEY, self.turn_around), (EXPORT_KEY, self.export)):
            QShortcut(QKeySequence(key), self).activated.connect(action)
        self.close_button = Button(look, words("exporting.close"))
        self.close_button.clicked.connect(self.reject)
        row = FlowLayout(look.px(12), look.px(8), right=True)
        row.addWidget(self.close_button)
        row.addWidget(self.swap)
        row.addWidget(self.export_button)
        self.lay_out(holding(row))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._show()

    def first(self) -> QWidget:
        """The older side."""
        return self.form.field_widget("before")

    def turn_around(self) -> None:
        """What was the newer side becomes the older one."""
        before, now = self.form.text("before"), self.form.text("now")
        self.form.set_values({"before": now, "now": before})
        self._show()

    def export(self) -> None:
        """Ask how to export what is compared."""
        before, now = int(self.form.text("before")), int(self.form.text("now"))
        self._export(self, self._community, now, before)

    def _show(self) -> None:
        """What differs between the two sides that are chosen now."""
        before, now = self._side("before"), self._side("now")
        look, words = self._world.look, self._world.words
        told = told_changes(self._world.catalogue, words, before, now)
        self.told.set_text("\n".join(told.sentences or [words("changes.none")]))
        self.legend.setVisible(bool(told.changed))
        clear_layout(self._changes)
        found = compare(before.clauses, now.clauses)
        for changed in told.changed:
            shaped = told.sections[changed.section]
            section = section_told(shaped, words)
            self._changes.addWidget(WrapLabel(look, shaped.name(words.language), "strong"))
            for change in found:
                if change.section == section.id:
                    self._changes.addWidget(self._marked(change, section.columns))
        if self.isVisible():
            # What was just put there says how tall it is once it is laid out.
            QTimer.singleShot(0, self, self.take_room)

    def _marked(self, change: ClauseChange, columns: Sequence[str]) -> MarkedClause:
        return MarkedClause(self._world.look, self._world.words, change, columns, marked=True)

    def _side(self, key: str) -> CharterSide:
        version = self._versions.get(self.form.text(key))
        return charter_side(self._world.library.reader, self._community, version)
