"""The charter's screen: what it is, what can be done with it, and its page."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import msgspec
from PySide6.QtCore import QPoint
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.reading_pages import entry_key
from app.charter.outline import namesakes, own_section
from app.charter.wordings import side_by_side
from app.community.today import today_in
from app.library.journal import Change, Scope
from app.library.rows import Community, Version
from app.text_direction import join_isolated
from ui.charter.agreement_card import VERSIONS_KEY
from ui.charter.agreement_dialog import AgreementDialog
from ui.charter.charter_acts import AgreementActs, SectionActs
from ui.charter.charter_panes import CharterPanes
from ui.charter.charter_view import CharterView, ViewOptions, read_charter_view
from ui.charter.compare_dialog import DRAFT, CompareDialog, ExportPair
from ui.charter.header import CHANGES_KEY, EXPORT_KEY, MAIN_KEY, CharterHeader, empty_place
from ui.charter.intake_dialog import IntakeDialog
from ui.charter.section_list import ADD_KEY, DOWN_KEY, UP_KEY
from ui.charter.section_page import ADD_KEYS
from ui.charter.sources_card import OTHERS_KEY, TIE_KEY
from ui.charter.versions_menu import COMPARE_KEY, versions_menu
from ui.parts.buttons import link_button
from ui.parts.clauses.clause_field import CLAUSE_KEYS
from ui.parts.clauses.drafting import Drafting
from ui.parts.said_while import SaidWhile
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import EmptyState
from ui.parts.state_named import state_named
from ui.world import World

FIRST = "purpose"
"""The section to begin with."""

PANE_KEY = "F6"

TABLES = (
    "clause", "clause_source", "charter_section", "charter_head", "version", "reservation",
    "named_position", "round", "tally", "dots", "note",
    "cluster", "run", "block", "workshop", "holding", "person", "community", "community_state",
    "gathering", "rhythm_event", "snooze",
)  # fmt: skip
"""What is told here."""


class CharterScreen(Screen):
    """A community's charter."""

    def __init__(
        self,
        world: World,
        community: str,
        export: Callable[[QWidget, str, str], None],
        export_changes: ExportPair,
    ) -> None:
        """``export`` is called with this screen, "charter", and the community's id;
        ``export_changes`` asks how to export a comparison."""
        super().__init__(world.words("charter.charter"))
        self._world, self._export = world, export
        self._export_changes = export_changes
        self._community = world.library.reader.row(Community, community)
        self._wanted = ViewOptions()
        self._nothing_new = SaidWhile(world.notice)
        self._view: CharterView | None = None
        self._begun = False
        look, words = world.look, world.words
        self.drafting = Drafting(world, Scope(community))
        self.header = CharterHeader(look, words)
        self.body = CharterPanes(world, self.drafting, community)
        self.empty = EmptyState(
            look, words("charter.empty-title"), words("charter.empty"), words("charter.first")
        )
        self.intake_button = link_button(look, words("intake.open"))
        self.sections = SectionActs(self, self)
        self.agreeing = AgreementActs(self, self, self._export_form)
        # The body takes the height there is; where letters are large, all of it scrolls.
        page = ScrollColumn(look, page=True, gap=14)
        page.body.setStretch(0, 0)
        self._empty_place = empty_place(look, self.empty, self.intake_button)
        page.add(self.header, self._empty_place, self.body)
        page.body.setStretchFactor(self.body, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(page)
        self._connect()

    @property
    def world(self) -> World:
        """What the screen was handed."""
        return self._world

    @property
    def view(self) -> CharterView:
        """What is shown; drawn before it is asked for."""
        if self._view is None:
            self.refresh()
        assert self._view is not None
        return self._view

    # What the window asks

    def scope(self) -> Scope:
        """The community's own changes."""
        return self.drafting.scope

    def touches(self, change: Change) -> bool:
        """What this charter is made of; text half typed is not."""
        if change.kept and not change.touches("tally", "snooze"):
            return False
        return change.community in (None, self._community.id) and change.touches(*TABLES)

    def refresh(self) -> None:
        """Show the charter as it is now; what is being typed stays as it is."""
        self._nothing_new.end()
        world, reader = self._world, self._world.library.reader
        self._community = reader.row(Community, self._community.id)
        view = read_charter_view(reader, world.catalogue, self._community.id, self._wanted)
        self._view = view
        untouched = view.untouched and not self._begun
        named = state_named(reader, world.words, self._community.id)
        self.header.show_view(view, named, untouched=untouched)
        self.set_title(join_isolated((self.header.title_text, self._community.name), " – "))
        self._empty_place.setVisible(untouched)
        self.body.setVisible(not untouched)
        if untouched:
            self.setFocusProxy(self.empty.button)
        else:
            self.setFocusProxy(self.body.sections.list)
            self.body.show_view(view, self._today())

    # What a person does

    def begin(self) -> None:
        """Write the purpose."""
        self._begun = True
        self.open_section(FIRST)
        self.body.begin_writing()

    def open_section(self, section: str) -> None:
        """Show a section, unless something typed would be lost; the window said why."""
        if self.body.may_turn():
            self.body.open_section(section)
        self.refresh()

    def reads(self) -> str:
        """The page of the section shown, where it is the catalogue's."""
        section = self.body.section
        known = self._world.catalogue.find_section(section) is not None
        return entry_key("section", section) if known else ""

    def add_section(self, section: str) -> None:
        """Add a section of the catalogue, and begin in it."""
        self._want(also=(*self._wanted.also, section))
        self.open_section(section)
        self.body.begin_writing()

    def add_own_section(self, name: str) -> None:
        """Add a section of one's own, and say where the catalogue has one of that name too."""
        known, words = self._world.catalogue.sections, self._world.words
        self.add_section(own_section(known, name))
        if namesakes(known, name):
            self._world.notice.say(words("charter.own-namesake", name=name.strip()))

    def ask_intake(self) -> None:
        """Ask for a charter written elsewhere; what is being typed is kept first."""
        if self.body.flush():
            IntakeDialog(self._world, self, self.drafting.scope, self._show_brought).open()

    def call_added(self, section: str, name: str) -> None:
        """A section being added has another name, or none any more."""
        others = (name if one == section else one for one in self._wanted.also)
        self._want(also=tuple(one for one in others if one))

    def toggle_changes(self) -> None:
        """Show what changed, or not."""
        if self._view is not None and self._view.against is not None:
            self.body.flush()
            self._want(marking=not self._wanted.marking)
            self._refresh_marks()

    def export(self) -> None:
        """Ask how to export the charter."""
        if not self.body.flush(again=True):
            return
        self._export(self, "charter", self._community.id)

    def main(self) -> None:
        """What the filled button does: ask for agreement, or go back to the draft."""
        if self._view is not None and self._view.shown is not None:
            self.read_version(None)
        else:
            self.ask_agreement()

    def ask_agreement(self) -> None:
        """Ask for agreement; where the draft says nothing new, that is said."""
        if not self.body.flush(again=True) or self._view is None:
            return
        self.refresh()
        view, words, notice = self._view, self._world.words, self._world.notice
        standing = view.draft_status
        if not any(row.text.strip() for row in view.rows):
            self._nothing_new.say(words("trouble.charter-empty"))
        elif apart := side_by_side(view.rows):
            self.open_section(apart[0][0].section)
            self._nothing_new.say(words("trouble.wordings-open"))
        elif standing.latest is not None and not standing.asking and not standing.changed:
            number = standing.latest.number
            self._nothing_new.say(words("trouble.charter-unchanged", number=number))
        else:
            notice.clear()
            today = self._today()
            dialog = AgreementDialog(self._world, self._community, standing, today, self)
            dialog.section_asked.connect(self.open_section)
            dialog.open()

    def _export_form(self, parent: QWidget) -> None:
        self._export(parent, "reply-form", self._community.id)

    def read_version(self, version: Version | None) -> None:
        """Read a version, or go back to the draft."""
        if self.body.may_turn():
            self._want(version=version.id if version else None, against=None)
            self.refresh()

    def compare_with(self, version: Version) -> None:
        """Mark what changed since a version."""
        self.body.flush()
        self._want(against=version.id, marking=True)
        self._refresh_marks()

    def _refresh_marks(self) -> None:
        """Show what changed; where that is nothing, say so, until something does."""
        self.refresh()
        view = self._view
        if view is not None and view.marking and view.against is not None and view.unchanged:
            number = view.against.number
            self._nothing_new.say(self._world.words("charter.no-changes", number=number), "info")

    def keys_told(self) -> Mapping[str, str]:
        """What the keys do that act on the section and the clause one is in."""
        words = self._world.words
        said = {
            CHANGES_KEY: "changes",
            COMPARE_KEY: "compare",
            VERSIONS_KEY: "versions",
            PANE_KEY: "pane",
        }
        said |= {ADD_KEY: "section", TIE_KEY: "tie", OTHERS_KEY: "others"}
        told = {key: words(f"charter.keys.{code}") for key, code in said.items()}
        told |= {UP_KEY: words("shape.up"), DOWN_KEY: words("shape.down")}
        told |= {key: words(f"charter.tool.{code}") for code, key in CLAUSE_KEYS.items()}
        return told | {key: words(f"charter.add-{form}") for form, key in ADD_KEYS.items()}

    def open_versions(self) -> None:
        """List the versions: to read one, or to compare with one."""
        if self._view is None or not self._view.versions:
            return
        menu = versions_menu(
            self,
            self._world,
            self._view,
            self.read_version,
            self.compare_with,
            self.compare_two,
        )
        pill = self.body.agreement_card.pill
        at: QWidget = pill if pill.isVisible() else self.header
        menu.popup(at.mapToGlobal(QPoint(0, at.height())))

    def compare_two(self) -> None:
        """Open any two versions beside each other, beginning with those that are shown; where
        the draft says nothing new, with the two latest."""
        if self._view is None or not self._view.versions or not self.body.flush():
            return
        view = self._view
        shown = (view.against, view.shown)
        if view.shown is None and view.unchanged and len(view.versions) > 1:
            shown = (view.versions[1], view.versions[0])
        sides = tuple(str(one.number) if one else DRAFT for one in shown)
        CompareDialog(
            self._world,
            self,
            self._community.id,
            view.versions,
            (sides[0], sides[1]),
            self._export_changes,
        ).open()

    # Inside

    def _connect(self) -> None:
        body, header = self.body, self.header
        header.head.back.connect(partial(self._world.navigator.community, self._community.id))
        header.changes.clicked.connect(self.toggle_changes)
        header.export.clicked.connect(self.export)
        header.main.clicked.connect(self.main)
        self.empty.asked.connect(self.begin)
        self.intake_button.clicked.connect(self.ask_intake)
        body.sections.intake_asked.connect(self.ask_intake)
        body.opened.connect(self.open_section)
        body.sections.added.connect(self.add_section)
        body.sections.named.connect(self.add_own_section)
        body.sections.renamed.connect(self.sections.rename)
        body.sections.up_button.clicked.connect(self.sections.move_up)
        body.sections.down_button.clicked.connect(self.sections.move_down)
        body.sections.arrange_button.clicked.connect(self.sections.arrange)
        body.sections.head_button.clicked.connect(self.sections.write_head)
        body.agreement_card.versions_asked.connect(self.open_versions)
        body.agreement_card.ask_asked.connect(self.agreeing.ask)
        body.agreement_card.enter_asked.connect(self.agreeing.enter_replies)
        body.agreement_card.rule_asked.connect(self.agreeing.choose_rule)
        keys: dict[str, Callable[[], object]] = {
            CHANGES_KEY: self.toggle_changes,
            EXPORT_KEY: self.export,
            MAIN_KEY: self.main,
            VERSIONS_KEY: self.open_versions,
            COMPARE_KEY: self.compare_two,
            PANE_KEY: body.next_pane,
            ADD_KEY: body.offer_sections,
            TIE_KEY: body.sources.tie_chosen,
            OTHERS_KEY: body.turn_notes,
            UP_KEY: self.sections.move_up,
            DOWN_KEY: self.sections.move_down,
        }
        keys |= {key: partial(body.act, code) for code, key in CLAUSE_KEYS.items()}
        keys |= {key: partial(body.add_clause, form) for form, key in ADD_KEYS.items()}
        for key, action in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(action)

    def _show_brought(self, section: str) -> None:
        self.open_section(section)
        # What had the focus may be gone: the button of an empty charter.
        self.setFocus()

    def _want(self, **other: object) -> None:
        self._wanted = msgspec.structs.replace(self._wanted, **other)

    def _today(self) -> date:
        return today_in(self._community.zone, self._world.moment.now())
