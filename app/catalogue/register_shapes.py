"""Registers, typed: their columns, their states, the words for both."""

from collections.abc import Mapping
from typing import Annotated, Literal

from msgspec import Meta

from app.catalogue.entries import Audience, Entry, Id, Text, in_language

ColumnType = Literal[
    "text", "choice", "date", "person", "number", "hours", "yes-no", "note", "clause", "workshop"
]
PartyId = Literal["community", "organization", "sponsor"]
EntrySource = Literal["desk", "workshop"]


class RegisterColumn(Entry, frozen=True, kw_only=True):
    """A column of a register.

    ``long`` texts have several lines. ``options`` are those of a choice, ``parties`` who else than
    a person may stand in a column of people. ``due``: the day by which an open entry is expected.
    ``consent``: a choice whose options are audiences; what is chosen says who may read the entry,
    and without a choice it is for the facilitator alone.
    """

    id: Id
    type: ColumnType
    required: bool = False
    long: bool = False
    due: bool = False
    consent: bool = False
    options: tuple[Id, ...] = ()
    parties: tuple[PartyId, ...] = ()


class RegisterState(Entry, frozen=True, kw_only=True):
    """A state that entries go through; while it is ``open`` something is still expected."""

    id: Id
    open: bool


class RegisterWords(Entry, frozen=True, kw_only=True):
    """A register in one language.

    ``add`` and ``edit`` are what is done with an entry; ``empty`` says what to write first.
    ``columns`` and ``states`` are named by their ids; so are the ``options`` of each choice.
    ``hints`` help whoever fills a column.
    """

    name: Text
    sentence: Text
    add: Text
    edit: Text
    empty_title: Text
    empty: Text
    columns: Mapping[Id, Text]
    hints: Mapping[Id, Text] = {}
    options: Mapping[Id, Mapping[Id, Text]] = {}
    states: Mapping[Id, Text]


class Register(Entry, frozen=True, kw_only=True):
    """Something a community writes down line by line, between workshops and in them.

    The first column, a text, says what an entry is about; the first state is that of a new one.
    ``audience``: who may read an entry unless it says otherwise. ``sources``: where entries come
    from.
    """

    id: Id
    concepts: Annotated[tuple[Id, ...], Meta(min_length=1)]
    audience: Audience
    sources: Annotated[tuple[EntrySource, ...], Meta(min_length=1)]
    columns: Annotated[tuple[RegisterColumn, ...], Meta(min_length=1)]
    states: Annotated[tuple[RegisterState, ...], Meta(min_length=1)]
    words: Mapping[str, RegisterWords]

    @property
    def due_column(self) -> str | None:
        """The column that says by when an entry is expected."""
        return next((column.id for column in self.columns if column.due), None)

    @property
    def consent_column(self) -> str | None:
        """The column that says who may read an entry."""
        return next((column.id for column in self.columns if column.consent), None)

    def is_open(self, state: str) -> bool:
        """Whether something is still expected in a state; also in one that is not known here."""
        return next((one.open for one in self.states if one.id == state), True)

    def in_language(self, language: str) -> RegisterWords:
        """Its words."""
        return in_language(self.words, language)
