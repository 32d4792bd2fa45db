"""The sections of the charter, each with where it stands; and adding another."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSizePolicy, QVBoxLayout, QWidget

from app.catalogue.entries import Section
from app.charter.clauses import LONGEST_HEADING
from app.charter.outline import SectionLine
from app.library.journal import Scope
from app.typed_text import required_line
from app.words import Words
from ui.charter.role_holders import SECTION as ROLES
from ui.charter.role_holders import RoleCounts
from ui.look.themes import Tone
from ui.parts.autosave import Autosave
from ui.parts.buttons import KeyButton, link_button
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.naming_line import NamingLine
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, new_section_place
from ui.world import World

ADD_KEY = "Ctrl+N"
UP_KEY, DOWN_KEY = "Ctrl+PgUp", "Ctrl+PgDown"


class SectionList(QWidget):
    """The list at the left. ``chosen`` is sent with a section's id, ``added`` with that of one
    from the catalogue, ``named`` with the name of one's own, ``renamed`` with another name,
    ``intake_asked`` when a charter written elsewhere is to come in."""

    chosen = Signal(str)
    added = Signal(str)
    named = Signal(str)
    renamed = Signal(str)
    intake_asked = Signal()

    def __init__(self, world: World, community: str) -> None:
        """No sections yet of ``community`` (its id)."""
        super().__init__()
        look, words = world.look, world.words
        self._look, self._words = look, words
        self._rest: tuple[Section, ...] = ()
        self._renaming = False
        self._name = ""
        self.list = StateList(look, words("charter.sections"))
        self.list.chosen.connect(self.chosen)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.list.setSizePolicy(policy)
        self.add_button = KeyButton(
            look, words, words("charter.add-section"), ADD_KEY, "link", wide=True, bind=False
        )  # fmt: skip
        self.add_button.clicked.connect(self.offer)
        self.rename_button = link_button(look, words("charter.rename-section"))
        self.rename_button.clicked.connect(self._ask_rename)
        self.intake_button = link_button(look, words("intake.open"))
        self.intake_button.clicked.connect(self.intake_asked)
        self.up_button, self.down_button = (
            KeyButton(look, words, words(f"shape.{way}"), key, "link", bind=False)
            for way, key in (("up", UP_KEY), ("down", DOWN_KEY))
        )  # fmt: skip
        self.arrange_button = link_button(look, words("shape.describe"))
        self.head_button = link_button(look, words("shape.head"))
        self.naming = NamingLine()
        self.naming.setFont(look.font("body"))
        self.naming.given.connect(self._give_name)
        self.naming.let_be.connect(self._let_be)
        place = TextPlace(key=new_section_place(community), scope=Scope(community))
        self._saves_name = Autosave(world, line_field(self.naming), place)
        self._asked = small(look, "", "plain")
        self._strip = QWidget()
        strip = QVBoxLayout(self._strip)
        strip.setContentsMargins(0, 0, 0, 0)
        strip.setSpacing(look.px(2))
        strip.addWidget(self._asked)
        strip.addWidget(self.naming)
        self._strip.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(6))
        column.addWidget(self.list)
        column.addWidget(self.rename_button)
        column.addWidget(self._strip)
        column.addWidget(self.add_button)
        # Side by side where there is room: what is asked above needs the height.
        arranging = FlowLayout(look.px(10), look.px(4))
        for button in (self.up_button, self.down_button, self.arrange_button):
            arranging.addWidget(button)
        for button in (self.head_button, self.intake_button):
            arranging.addWidget(button)
        column.addWidget(holding(arranging))
        column.addStretch(1)

    def show_lines(
        self,
        lines: Sequence[SectionLine],
        current: str,
        tended: RoleCounts,
        rest: Sequence[Section],
        *,
        read_only: bool,
    ) -> None:
        """Show sections, ``current`` marked; roles ``tended`` are told beside theirs."""
        self._rest = tuple(rest)
        texts = [_state_line(self._words, line, tended) for line in lines]
        self.list.show_lines(texts, current)
        self.list.updateGeometry()
        here = next((line for line in lines if line.id == current), None)
        self._name = here.shaped.name(self._words.language) if here is not None else ""
        for button in (self.up_button, self.down_button, self.arrange_button, self.head_button):
            button.setVisible(not read_only)
        own = next((line.section is None for line in lines if line.id == current), False)
        self.rename_button.setVisible(own and not read_only)
        self.add_button.setVisible(not read_only)
        self.intake_button.setVisible(not read_only)
        if read_only:
            self._strip.hide()

    def offer(self) -> None:
        """Offer the sections that are not there yet."""
        self.menu().popup(self.add_button.mapToGlobal(QPoint(0, self.add_button.height())))

    def menu(self) -> QMenu:
        """The sections that could be added, and one of one's own."""
        menu = QMenu(self)
        menu.setFont(self._look.font("body"))
        for section in self._rest:
            action = QAction(section.in_language(self._words.language).name, menu)
            action.triggered.connect(self._adder(section.id))
            menu.addAction(action)
        if self._rest:
            menu.addSeparator()
        own = QAction(self._words("charter.own"), menu)
        own.triggered.connect(self.ask_name)
        menu.addAction(own)
        menu.aboutToHide.connect(menu.deleteLater)
        return menu

    def ask_name(self) -> None:
        """Ask what a section of one's own is called."""
        self._ask("charter.name-section", renaming=False)

    def _ask_rename(self) -> None:
        self._ask("charter.rename-shows", renaming=True)

    def _ask(self, key: str, *, renaming: bool) -> None:
        self._renaming = renaming
        asked = self._words(key)
        self._saves_name.show(self._name if renaming else "")
        self._asked.setText(asked)
        self.naming.setAccessibleName(asked)
        self._strip.show()
        self.naming.setFocus()

    def _give_name(self, name: str) -> None:
        fits = not name.strip() or self._saves_name.attempt(
            lambda: required_line(name, LONGEST_HEADING)
        )
        if not fits:
            return
        self.naming.clear()
        self._saves_name.let_go()
        self._strip.hide()
        if name.strip():
            (self.renamed if self._renaming else self.named).emit(name)

    def _let_be(self) -> None:
        self.naming.clear()
        self._saves_name.let_go()
        self._strip.hide()
        self.list.setFocus()

    def _adder(self, section: str) -> Callable[[], None]:
        def add() -> None:
            self.added.emit(section)

        return add


def _state_line(words: Words, line: SectionLine, tended: RoleCounts) -> StateLine:
    """Where a section stands, in a word or two; roles that are held need nothing written."""
    name = line.shaped.name(words.language)
    state = line.state
    if line.id == ROLES and tended.held:
        if tended.vacant:
            return StateLine(line.id, name, words("charter.state.open", n=tended.vacant), "amber")
        state = "kept" if state == "empty" else state
    shape = line.shaped.shape
    if state == "empty" and shape is not None and line.shaped.told:
        # It says something without a clause: how it stands to the rules above, or its heading.
        code = "left-empty" if shape.rule == "own" else shape.rule
        return StateLine(line.id, name, words(f"reshaped.state.{code}"), "teal")
    tone: Tone = "teal" if state in ("written", "kept") else "mute"
    if state in ("new", "edited"):
        tone = "plain"
    return StateLine(line.id, name, words(f"charter.state.{state}", n=line.new), tone)
