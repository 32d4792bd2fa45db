"""The agenda in the middle of the screen: the list and what is added to it, or what to do first."""

from functools import partial

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.agenda_entries import Agenda
from app.catalogue.proposing import Asked, best_of, propose
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_editor import AgendaEditor
from ui.design.agenda_model import rows_of
from ui.design.plan import Plan
from ui.parts.buttons import KeyButton
from ui.parts.fit_text import against_text, reasons_text
from ui.parts.key_menu import KeyMenu
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.sentences import EmptyState
from ui.world import World

INTERLUDE_KEY, PASTE_KEY = "Ctrl+I", "Ctrl+Shift+V"


class AgendaPane(QWidget):
    """The agenda. ``break_asked``, ``own_asked`` and ``interlude_asked`` (with its id) are sent
    when one is to be added, ``paste_asked`` when an agenda is, ``search_asked`` when a first
    exercise is to be found."""

    break_asked = Signal()
    own_asked = Signal()
    search_asked = Signal()
    interlude_asked = Signal(str)
    paste_asked = Signal()

    def __init__(self, world: World, agenda_actions: AgendaActions) -> None:
        """No agenda yet."""
        super().__init__()
        look, words = world.look, world.words
        self._world, self._agenda_actions = world, agenda_actions
        self._agenda: Agenda | None = None
        self.empty = EmptyState(look, words("design.empty-title"), "", words("design.find-first"))
        self.empty.asked.connect(self._begin)
        self.list = AgendaEditor(look, words, agenda_actions)
        self.list.own_asked.connect(self.own_asked)
        self.break_button = self._adds("break", "Ctrl+B")
        self.break_button.clicked.connect(self.break_asked)
        self.interlude_button = self._adds("interlude", INTERLUDE_KEY)
        self.interlude_button.clicked.connect(self._offer_interludes)
        self.own_button = self._adds("own", "Ins", bind=False)
        self.own_button.clicked.connect(self.own_asked)
        self.paste_button = self._adds("paste", PASTE_KEY)
        self.paste_button.clicked.connect(self.paste_asked)
        self.list.paste_asked.connect(self.paste_asked)
        flow = FlowLayout(look.px(8), look.px(8))
        flow.addWidget(small(look, words("design.short.add")))
        flow.addWidget(self.break_button)
        flow.addWidget(self.interlude_button)
        flow.addWidget(self.own_button)
        flow.addWidget(self.paste_button)
        self.adding = holding(flow)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(8))
        column.addWidget(self.empty)
        column.addWidget(self.list, 1)
        column.addWidget(self.adding)
        column.addStretch(0)

    def show_plan(self, plan: Plan, chosen: str) -> None:
        """Show the agenda with a block chosen, or what to do first."""
        words, catalogue = self._world.words, self._world.catalogue
        empty = not plan.blocks
        minutes = plan.layouts[0].session.minutes if plan.layouts else 0
        asked = Asked(
            purpose=plan.workshop.purpose,
            minutes=minutes,
            people=plan.workshop.expected,
            stages=plan.stages,
        )
        best = best_of(propose(catalogue, asked))
        self._agenda = best.agenda if best is not None else None
        self.list.agenda.fixed = plan.closed
        self.list.setDragEnabled(not plan.closed)
        self.list.show_rows(rows_of(words, catalogue, plan), chosen)
        self.list.setVisible(not empty or len(plan.layouts) > 1)
        self.adding.setVisible(not plan.closed)
        self.empty.setVisible(empty and not plan.closed)
        if best is not None:
            wording = best.agenda.in_language(words.language)
            facts = (reasons_text(words, catalogue, best), against_text(words, catalogue, best))
            why = ". ".join(fact for fact in facts if fact)
            said = words("design.empty-why", what=wording.sentence, why=why)
            self.empty.sentence.setText(words("design.empty-agenda", what=said))
            self.empty.button.setText(words("design.begin-from", name=wording.name))
        else:
            self.empty.sentence.setText(words("design.empty"))
            self.empty.button.setText(words("design.find-first"))
        self.fit()

    def fit(self) -> None:
        """Make the list as tall as its rows and no taller, so that what is added stands below."""
        self.list.setMaximumHeight(max(self.list.minimumSizeHint().height(), self._rows_high()))

    def _rows_high(self) -> int:
        return self.list.height_of_all() + 2

    def minimumSizeHint(self) -> QSize:
        """Room for two blocks."""
        inner = self.layout()
        least = inner.minimumSize() if inner is not None else QSize(0, 0)
        # What there is to do first folds into more lines where it is narrow.
        high = inner.minimumHeightForWidth(self.width()) if inner is not None else 0
        return QSize(max(least.width(), self._world.look.size(200)), max(least.height(), high))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the list to its rows in the new width."""
        super().resizeEvent(event)
        self.fit()

    def _adds(self, what: str, key: str, *, bind: bool = True) -> KeyButton:
        """A button that adds something: a few words, behind one "Add" for all of them."""
        look, words = self._world.look, self._world.words
        button = KeyButton(look, words, words(f"design.short.{what}"), key, small=True, bind=bind)
        button.setAccessibleName(words(f"design.add-{what}"))
        return button

    def interludes_menu(self) -> KeyMenu:
        """The interludes of the catalogue; the one that is chosen is asked for."""
        words = self._world.words
        menu = KeyMenu(self._world.look, words, self)
        for one in self._world.catalogue.interludes:
            ask = partial(self.interlude_asked.emit, one.id)
            menu.add(one.in_language(words.language).title, "", ask)
        return menu

    def _offer_interludes(self) -> None:
        menu = self.interludes_menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.interlude_button.mapToGlobal(self.interlude_button.rect().bottomLeft()))

    def _begin(self) -> None:
        if self._agenda is None:
            self.search_asked.emit()
        else:
            self._agenda_actions.begin(self._agenda.id)
