"""What was found, as a line: the words, what they are, and where they lead."""

from collections.abc import Callable, Mapping
from datetime import date
from functools import partial

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.own_exercise import OWN
from app.charter.sections import draft_sections
from app.community.rhythm_events import fields_of
from app.library.reader import Reader
from app.library.rows import (
    Block,
    Clause,
    Membership,
    Note,
    Outcome,
    OwnExercise,
    Person,
    RegisterEntry,
    RhythmEvent,
    Run,
    Workshop,
)
from app.library.search import Found
from app.words import Words
from app.workshop.titles import title_in
from exports.register_words import state_words
from exports.rhythm_words import often_words
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn
from ui.parts.state_named import state_named
from ui.world import Navigator


class SearchResult(msgspec.Struct, frozen=True):
    """A finding: its words, what it is, where it stands and since when, and how one gets there."""

    excerpt: str
    what: str
    where: tuple[str, ...]
    when: str
    go: Callable[[], None]

    @property
    def line(self) -> ListLine:
        """The finding as a line of the list."""
        where = " · ".join(self.where)
        parts = [self.excerpt, self.what, where, self.when]
        return ListLine(
            name=self.excerpt,
            under=where,
            cells={"what": ListCell(self.what), "when": ListCell(self.when, "mute")},
            whole=". ".join(part for part in parts if part),
        )


def result_columns(words: Words) -> tuple[ListColumn, ...]:
    """The columns of the findings; what it is never disappears."""
    return (
        ListColumn(id="said", head=words("search.column-said"), least=260, share=30),
        ListColumn(
            id="what", head=words("search.column-what"), least=150, share=8, folds=1, under=True
        ),
        ListColumn(id="when", head=words("search.column-when"), least=110, share=4, folds=2),
    )


class SearchResults:
    """Finds out where findings lead."""

    def __init__(self, reader: Reader, catalogue: Catalogue, words: Words, go: Navigator) -> None:
        """Read rows through ``reader``; ``go`` takes a person there."""
        self._reader, self._catalogue, self._words, self._go = reader, catalogue, words, go
        self._names: dict[str, str] = {}

    def lead(self, found: Found) -> SearchResult:
        """What was found as a result: its line, and where it leads."""
        excerpt = " ".join(found.excerpt.split())
        return _LEADS[found.table](self, found.row, excerpt)

    def _note(self, row: str, excerpt: str) -> SearchResult:
        note = self._reader.row(Note, row)
        run = self._reader.find(Run, note.run) if note.run else None
        block = self._reader.row(Block, run.block) if run else None
        title = title_in(block, self._words.language) if block else ""
        return self._from_workshop(note.community, note.workshop, excerpt, "note", title)

    def _outcome(self, row: str, excerpt: str) -> SearchResult:
        outcome = self._reader.row(Outcome, row)
        lead = self._from_workshop(outcome.community, outcome.workshop, excerpt, outcome.form, "")
        if outcome.workshop is None:
            return lead
        return msgspec.structs.replace(lead, go=partial(self._go.closing, outcome.workshop))

    def _from_workshop(
        self, community: str, workshop: str | None, excerpt: str, what: str, title: str
    ) -> SearchResult:
        """Something said in a workshop, which is read in the room or, once over, at its closing."""
        named = self._named(community)
        place = self._words(f"search.in-{what}")
        if workshop is None:
            return SearchResult(
                excerpt, place, (named,), "", partial(self._go.community, community)
            )
        row = self._reader.row(Workshop, workshop)
        go = self._go.cockpit if row.state == "running" else self._go.closing
        when = self._words.day(date.fromisoformat(row.date))
        where = tuple(part for part in (title, row.title, named) if part)
        return SearchResult(excerpt, place, where, when, partial(go, workshop))

    def _clause(self, row: str, excerpt: str) -> SearchResult:
        clause = self._reader.row(Clause, row)
        known, section = self._catalogue.sections, clause.section
        told = draft_sections(self._reader, known, clause.community, (section,))
        name = told[section].name(self._words.language)
        where = (name, self._named(clause.community))
        go = partial(self._go.charter, clause.community)
        return SearchResult(excerpt, self._words("search.in-clause"), where, "", go)

    def _entry(self, row: str, excerpt: str) -> SearchResult:
        entry = self._reader.row(RegisterEntry, row)
        named = self._named(entry.community)
        register = self._catalogue.find_register(entry.register)
        if register is None:  # of a later Hearth
            go = partial(self._go.community, entry.community)
            return SearchResult(excerpt, self._words("search.in-register"), (named,), "", go)
        name = register.in_language(self._words.language).name
        state = state_words(self._words, register, entry.state)
        go = partial(self._go.register, entry.community, register.id, entry.id)
        what = self._words("search.in-register")
        return SearchResult(excerpt, what, (name, state, named), "", go)

    def _recurring(self, row: str, excerpt: str) -> SearchResult:
        event = self._reader.row(RhythmEvent, row)
        often = often_words(self._words, fields_of(event))
        go = partial(self._go.community, event.community)
        where = (often, self._named(event.community))
        return SearchResult(excerpt, self._words("search.in-rhythm"), where, "", go)

    def _community(self, row: str, excerpt: str) -> SearchResult:
        where = tuple(one for one in (self._named(row),) if one != excerpt)
        go = partial(self._go.community, row)
        return SearchResult(excerpt, self._words("search.in-community"), where, "", go)

    def _person(self, row: str, excerpt: str) -> SearchResult:
        person = self._reader.row(Person, row)
        belongs = self._reader.rows(Membership, person=person.id)
        belongs.sort(key=lambda one: one.left is not None)
        where = tuple(dict.fromkeys(self._named(one.community) for one in belongs))
        go = partial(self._go.people, belongs[0].community) if belongs else self._go.home
        return SearchResult(person.name, self._words("search.in-person"), where, "", go)

    def _exercise(self, row: str, excerpt: str) -> SearchResult:
        known = self._reader.row(OwnExercise, row)
        go = partial(self._go.exercises, OWN + row)
        where = (self._words("own.mark"), known.came_with)
        return SearchResult(
            known.name, self._words("search.in-exercise"), tuple(filter(None, where)), "", go
        )

    def _named(self, community: str) -> str:
        if community not in self._names:
            self._names[community] = state_named(self._reader, self._words, community)
        return self._names[community]


_LEADS: Mapping[str, Callable[[SearchResults, str, str], SearchResult]] = {
    "community": SearchResults._community,
    "person": SearchResults._person,
    "own_exercise": SearchResults._exercise,
    "outcome": SearchResults._outcome,
    "clause": SearchResults._clause,
    "register_entry": SearchResults._entry,
    "rhythm_event": SearchResults._recurring,
    "note": SearchResults._note,
}

ORDER = tuple(_LEADS)
"""The tables in which something can be found, in the order in which findings are listed: names
first, then what was decided and written, then all that was said."""
