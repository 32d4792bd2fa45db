"""The form of an entry: a field for each column of its register, its state, who may read it."""

from collections.abc import Mapping
from functools import partial

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.catalogue.register_shapes import Register, RegisterColumn
from app.community.memberships import members
from app.community.today import today_of
from app.library.audience import AUDIENCES
from app.library.rows import RegisterEntry
from app.registers.cells import Link, Party, Value
from app.registers.links import find_link
from app.registers.register_entries import Entry, EntryFields, add_entry, edit_entry, remove_entries
from app.words import Words
from exports.register_words import cell_words, party_names
from ui.attempt import attempt
from ui.parts.buttons import link_button
from ui.parts.fields import Control, Field, FieldKind
from ui.parts.fields import Value as FieldValue
from ui.parts.form_dialog import FormDialog
from ui.parts.party_control import PartyControl
from ui.parts.strike_text import ask_and_strike
from ui.parts.text_places import entry_form
from ui.registers.entry_controls import LinkControl
from ui.registers.pick_link import PickLink
from ui.world import World

_KINDS: Mapping[str, FieldKind] = {
    "text": "text",
    "choice": "choice",
    "date": "date",
    "person": "text",
    "number": "number",
    "hours": "number",
    "yes-no": "choice",
    "note": "text",
    "clause": "text",
    "workshop": "text",
}
"""How a column of each type is asked for."""

_HALF = frozenset(("choice", "date", "person", "number", "hours", "yes-no"))
"""Types of columns that stand beside one another."""

_STATE, _AUDIENCE, _WORKSHOP = " state", " audience", " workshop"
"""Keys of the fields that are no columns: no column's id begins with a space."""

_NOT_SAID, _YES, _NO = "", "yes", "no"

MOST = 100_000
"""The largest number, of hours or of anything else, that can be entered."""


class EntryForm(FormDialog):
    """Asks for a new entry, or for changes to one."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        community: str,
        register: Register,
        entry: Entry | None = None,
    ) -> None:
        """Without an ``entry`` a new one is written."""
        self._community, self._register, self._entry = community, register, entry
        self._parties: dict[str, PartyControl] = {}
        self._links: dict[str, LinkControl] = {}
        words = world.words.with_sentences(_sentences(register, world.words))
        wording = register.in_language(words.language)
        super().__init__(
            replace(world, words=words),
            parent,
            wording.edit if entry else wording.add,
            "",
            words("registers.keep"),
            tuple(self._fields_of(world)),
            today_of(world.library, community),
        )
        self._show_entry()
        if entry is not None:
            self.remove_button = link_button(world.look, words("registers.remove"))
            self.strike_button = link_button(world.look, words("kinds.act.strike"))
            self.remove_button.clicked.connect(self._remove)
            self.strike_button.clicked.connect(self._strike)
            self.add_left(self.remove_button)
            self.add_left(self.strike_button)
        self.begin(entry_form(register.id, entry.id if entry else community))

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        library, form = self.world.library, self.form
        typed = {column.id: self._value(column) for column in self._register.columns}
        before = self._entry.values if self._entry else {}
        # What is unchanged is not written again: a link whose clause has gone for now, and shows
        # nothing, is in its place when the clause comes back.
        values = {column: one for column, one in typed.items() if one != before.get(column)}
        fields = EntryFields(
            state=form.text(_STATE),
            audience=form.text(_AUDIENCE) if self._register.consent_column is None else "",
            workshop=self._said_in(),
        )
        if self._entry is None:
            add_entry(library, self._register, self._community, values, fields)
        else:
            edit_entry(library, self._register, self._entry.id, values, fields)

    def _fields_of(self, world: World) -> list[Field]:
        """A field for each column, then those that every entry has."""
        fields = [self._field(column, world) for column in self._register.columns]
        states = tuple((one.id, _key("states", one.id)) for one in self._register.states)
        audiences = tuple((one, f"registers.audience-{one}") for one in AUDIENCES)
        fields += [
            Field(key=_STATE, kind="choice", label="registers.state", options=states, half=True),
        ]
        if self._register.consent_column is None:
            fields.append(
                Field(
                    key=_AUDIENCE,
                    kind="choice",
                    label="registers.audience",
                    options=audiences,
                    half=True,
                )
            )
        if "workshop" in self._register.sources:
            make = partial(self._link_control, _WORKSHOP, "workshop", world)
            fields.append(
                Field(key=_WORKSHOP, kind="text", label="registers.said-in-label", make=make)
            )
        return fields

    def _field(self, column: RegisterColumn, world: World) -> Field:
        wording = self._register.in_language(world.words.language)
        options: tuple[tuple[str, str], ...] = ()
        if column.type == "choice":
            chosen = [(one, _key("options", column.id, one)) for one in column.options]
            options = ((_NOT_SAID, "registers.not-said"), *chosen)
        elif column.type == "yes-no":
            options = (
                (_NOT_SAID, "registers.not-said"),
                (_YES, "registers.yes"),
                (_NO, "registers.no"),
            )
        make = None
        if column.type == "person":
            make = partial(self._party_control, column, world)
        elif column.type in ("note", "clause", "workshop"):
            make = partial(self._link_control, column.id, column.type, world)
        return Field(
            key=column.id,
            kind="long" if column.long else _KINDS[column.type],
            label=_key("columns", column.id),
            hint=_key("hints", column.id) if column.id in wording.hints else "",
            options=options,
            required=column.required,
            half=column.type in _HALF,
            most=MOST,
            lean="near",
            lines=3,
            make=make,
        )

    def _party_control(self, column: RegisterColumn, world: World) -> Control:
        library, words = world.library, world.words
        here = members(library.reader, self._community, today_of(library, self._community))
        known = {one.person.name: Party(id=one.person.id, name=one.person.name) for one in here}
        parties = party_names(words, column.parties)
        shows = words("registers.party-shows" if parties else "registers.person-shows")
        control = PartyControl(world.look, world.words, {**parties, **known}, shows)
        self._parties[column.id] = control
        return control

    def _link_control(self, key: str, table: str, world: World) -> Control:
        find = partial(find_link, world.library.reader, table)
        control = LinkControl(world.look, world.words, table, self._pick, find)
        self._links[key] = control
        return control

    def _pick(self, control: LinkControl) -> None:
        """Ask what is to be linked to."""
        PickLink(self.world, self, self._community, control).open()

    def _show_entry(self) -> None:
        """Show the entry as it stands, or a new one."""
        entry, register = self._entry, self._register
        values: dict[str, FieldValue] = {
            _STATE: entry.state if entry else register.states[0].id,
        }
        if register.consent_column is None:
            values[_AUDIENCE] = entry.row.audience if entry else register.audience
        for column in register.columns:
            value = entry.values.get(column.id) if entry else None
            if column.id in self._links:
                self._links[column.id].show_link(value if isinstance(value, Link) else None)
            elif column.id in self._parties:
                party = value if isinstance(value, Party) else None
                name = cell_words(self.world.words, register, column, party) if party else ""
                self._parties[column.id].show_party(party, name)
            elif isinstance(value, bool):
                values[column.id] = _YES if value else _NO
            elif not isinstance(value, Party | Link):
                values[column.id] = value
        if entry is not None and _WORKSHOP in self._links:
            self._links[_WORKSHOP].show_link(entry.workshop)
        self.fill(values)

    def _value(self, column: RegisterColumn) -> Value | None:
        """What the form says of a column."""
        form = self.form
        if column.id in self._parties:
            return self._parties[column.id].party()
        if column.id in self._links:
            return self._links[column.id].link()
        if column.type == "date":
            return form.day(column.id)
        if column.type in ("number", "hours"):
            return form.number(column.id)
        text = form.text(column.id)
        if column.type == "yes-no":
            return {_YES: True, _NO: False}.get(text)
        return text or None

    def _said_in(self) -> str | None:
        """The workshop in which it was said; unchanged, the one that the entry has."""
        entry, control = self._entry, self._links.get(_WORKSHOP)
        link = control.link() if control else None
        if entry is not None and (control is None or link == entry.workshop):
            return entry.row.workshop
        return link.id if link else None

    def _remove(self) -> None:
        entry, library = self._entry, self.world.library
        if entry is not None and attempt(self.world, lambda: remove_entries(library, [entry.id])):
            self.dirty = False
            self.accept()

    def _strike(self) -> None:
        if self._entry is None:
            return
        first = self._register.columns[0]
        text = str(self._entry.values.get(first.id, ""))
        place = (RegisterEntry.table, self._entry.id)
        if ask_and_strike(self.world, self, [place], text):
            self.dirty = False
            self.accept()


def _key(*parts: str) -> str:
    """The key of something that the catalogue says of the register."""
    return ".".join(("register", *parts))


def _sentences(register: Register, words: Words) -> dict[str, str]:
    """What the catalogue says of a register, as the words of a form."""
    wording = register.in_language(words.language)
    found = {_key("columns", one): text for one, text in wording.columns.items()}
    found |= {_key("hints", one): text for one, text in wording.hints.items()}
    found |= {_key("states", one): text for one, text in wording.states.items()}
    for column, options in wording.options.items():
        found |= {_key("options", column, one): text for one, text in options.items()}
    return found
