"""What came of a launch or a renewal until today: said, done, changed, let go.

Only what was written is told, each line as a code with its facts; nothing is weighed.
"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.changes import compare
from app.charter.said_lines import clause_line
from app.charter.sections import frozen_sections
from app.charter.versions import frozen_clauses, versions_of
from app.library.audience import may_read, readable
from app.library.reader import Reader
from app.library.rows import (
    Community,
    Gathering,
    Holding,
    Membership,
    Note,
    Outcome,
    Person,
    Version,
    Workshop,
)
from app.registers.known_registers import STORIES
from app.registers.register_entries import entries_of
from app.renewal.answered import hopes_answered, promises_answered

PURPOSES = ("launch", "renewal")
LET_GO = ("keep-change-let-go", "let-go")
"""The exercise in which things are let go, and its zone for them."""

LET_GO_STATE = "released"
"""The state of a promise that nobody is held to any more."""

ABOUT = "purpose"
CHANGES = "changes"
"""The section of the charter that says what for; the one that tells of changes itself."""


class Line(msgspec.Struct, frozen=True, kw_only=True):
    """One thing that is told: a code, and the facts it needs.

    ``text`` is in people's own words. ``section`` is a section of the charter by its id, ``role`` a
    role by its id; ``label`` is what the community itself calls either.
    """

    code: str
    text: str = ""
    name: str = ""
    section: str = ""
    role: str = ""
    label: str = ""
    n: int = 0
    day: date | None = None


class Since(msgspec.Struct, frozen=True, kw_only=True):
    """A community from its last launch or renewal to ``today``; nothing where there was none."""

    community: Community
    today: date
    last: Workshop | None = None
    said: tuple[Line, ...] = ()
    did: tuple[Line, ...] = ()
    changed: tuple[Line, ...] = ()
    let_go: tuple[Line, ...] = ()

    @property
    def groups(self) -> Mapping[str, tuple[Line, ...]]:
        """What is told by the id of its part, in the order of telling."""
        return {
            "said": self.said,
            "did": self.did,
            "changed": self.changed,
            "let-go": self.let_go,
        }


class _Asked(msgspec.Struct, frozen=True):
    """Of whom, for whom, from when to when."""

    reader: Reader
    community: str
    audience: str
    first: date
    today: date

    def within(self, day: str | None) -> bool:
        """Whether a day is after the first and not after today."""
        return day is not None and self.first.isoformat() < day[:10] <= self.today.isoformat()

    def settled(self, outcome: Outcome) -> bool:
        """Whether it was done or dropped since.

        Of what was settled before its day was kept, when it was made tells it.
        """
        day = outcome.settled or outcome.made[:10]
        return self.first.isoformat() <= day <= self.today.isoformat()


def last_renewed(reader: Reader, community: str, today: date) -> Workshop | None:
    """The last launch or renewal of a community (its id) held before a day, or None.

    One held on that very day is not what one looks back to: it is where one looks back.
    """
    held = [
        one
        for one in reader.rows(Workshop, order="date, id", community=community)
        if one.purpose in PURPOSES
        and one.closed is not None
        and one.called_off is None
        and one.date < today.isoformat()
    ]
    return held[-1] if held else None


def read_since(
    reader: Reader, catalogue: Catalogue, community: str, audience: str, today: date
) -> Since:
    """What came of the last launch or renewal, as far as an audience may read it.

    Raises KeyError for a community there is not.
    """
    row = reader.row(Community, community)
    last = last_renewed(reader, community, today)
    if last is None:
        return Since(community=row, today=today)
    asked = _Asked(reader, community, audience, date.fromisoformat(last.date), today)
    outcomes = readable(reader, audience, Outcome, "community = ? ORDER BY position, id", community)
    then, now = _charters(asked, last)
    return Since(
        community=row,
        today=today,
        last=last,
        said=(*_said(asked, then), *_decided(outcomes, last), *_hopes(asked, catalogue)),
        did=(
            *_done(asked, outcomes),
            *_promises(asked, catalogue, gone=False),
            *_gathered(asked),
            *_stories(asked, catalogue),
        ),
        changed=(*_charter_lines(asked, then, now, gone=False), *_roles(asked), *_people(asked)),
        let_go=(
            *_dropped(asked, outcomes),
            *_promises(asked, catalogue, gone=True),
            *_charter_lines(asked, then, now, gone=True),
            *_let_go(asked),
        ),
    )


def _charters(asked: _Asked, last: Workshop) -> tuple[Version | None, Version | None]:
    """The charter that came of the workshop, or was in force then; and the one in force now."""
    standing = [
        one
        for one in versions_of(asked.reader, asked.community)
        if one.status in {"agreed", "replaced"} and one.date <= asked.today.isoformat()
    ]
    of_it = [one for one in standing if one.workshop == last.id]
    before = of_it or [one for one in standing if one.date <= last.date]
    agreed = [one for one in standing if one.status == "agreed"]
    return (before[0] if before else None), (agreed[0] if agreed else None)


def _said(asked: _Asked, then: Version | None) -> Iterator[Line]:
    if then is None:
        return
    yield Line(code="charter", n=then.number, day=date.fromisoformat(then.date))
    for clause in frozen_clauses(then):
        if clause.section == ABOUT and may_read(clause.audience, asked.audience):
            yield Line(code="told", text=clause_line(clause))


def _decided(outcomes: Sequence[Outcome], last: Workshop) -> Iterator[Line]:
    for one in outcomes:
        stood = one.state != "dropped" or (one.settled or "") > last.date
        if one.form == "decision" and one.workshop == last.id and stood:
            yield Line(code="decided", text=one.text)


def _done(asked: _Asked, outcomes: Sequence[Outcome]) -> Iterator[Line]:
    for one in outcomes:
        if one.form == "action" and one.state == "done" and asked.settled(one):
            yield Line(
                code="done-by" if one.owner_name else "done", text=one.text, name=one.owner_name
            )


def _gathered(asked: _Asked) -> Iterator[Line]:
    rows = asked.reader.rows(Gathering, order="date", community=asked.community, state="held")
    held = [one for one in rows if asked.within(one.date)]
    if held:
        yield Line(code="gathered", n=len(held))
    for one in held:
        if one.helped:
            yield Line(code="helped", text=one.helped, day=date.fromisoformat(one.date))


def _stories(asked: _Asked, catalogue: Catalogue) -> Iterator[Line]:
    register = catalogue.find_register(STORIES)
    if register is None:
        return
    for entry in entries_of(asked.reader, register, asked.community, asked.audience):
        if asked.within(entry.row.made) and entry.values.get("help"):
            yield Line(code="story", text=str(entry.values["help"]))


def _charter_lines(
    asked: _Asked, then: Version | None, now: Version | None, *, gone: bool
) -> Iterator[Line]:
    """What is new or worded otherwise in the charter, or (``gone``) what is in it no more."""
    if then is None or now is None or then.id == now.id:
        return
    before, after = frozen_clauses(then), frozen_clauses(now)
    there = ({one.id for one in before}, {one.id for one in after})
    names = {one.id: one.title for version in (then, now) for one in frozen_sections(version)}
    pair = ([one for one in side if may_read(one.audience, asked.audience)]
            for side in (before, after))  # fmt: skip
    for change in compare(*pair):
        clause = change.before if change.now is None else change.now
        # What only its readers changed for is neither new nor gone.
        other = there[1] if change.mark == "removed" else there[0]
        unseen = change.mark in {"added", "removed"} and clause is not None and clause.id in other
        told = (change.mark == "removed") == gone and change.mark != "kept"
        if clause is not None and told and not unseen and clause.section != CHANGES:
            yield Line(
                code=f"clause-{change.mark}",
                text=clause_line(clause),
                section=clause.section,
                label=names.get(clause.section, ""),
            )


def _roles(asked: _Asked) -> Iterator[Line]:
    held = asked.reader.rows(Holding, order="starts, id", community=asked.community)
    for code, days in (
        ("role-begun", [(one, one.starts) for one in held]),
        ("role-ended", [(one, one.ends) for one in held]),
    ):
        for one, day in days:
            person = asked.reader.find(Person, one.person)
            if person is not None and day is not None and asked.within(day):
                yield Line(
                    code=code,
                    name=person.name,
                    role=one.role,
                    label=one.label,
                    day=date.fromisoformat(day),
                )


def _people(asked: _Asked) -> Iterator[Line]:
    rows = asked.reader.rows(Membership, community=asked.community)
    belong = [one for one in rows if one.level != "outside"]
    joined = sum(asked.within(one.joined) for one in belong)
    left = sum(asked.within(one.left) for one in belong)
    if joined:
        yield Line(code="joined", n=joined)
    if left:
        yield Line(code="left", n=left)


def _hopes(asked: _Asked, catalogue: Catalogue) -> Iterator[Line]:
    """What became of what was hoped and feared, as it was answered together."""
    of = (asked.reader, catalogue, asked.community, asked.audience, asked.within)
    for one in hopes_answered(*of):
        yield Line(code=f"{one.about}-{one.state}", text=one.text)


def _promises(asked: _Asked, catalogue: Catalogue, *, gone: bool) -> Iterator[Line]:
    """What became of the promises of both sides that are settled; those let go where they are
    ``gone``."""
    of = (asked.reader, catalogue, asked.community, asked.audience, asked.within)
    for one in promises_answered(*of):
        if (one.state == LET_GO_STATE) == gone:
            yield Line(code=f"{one.about}-{one.state}", text=one.text)


def _dropped(asked: _Asked, outcomes: Sequence[Outcome]) -> Iterator[Line]:
    for one in outcomes:
        if one.state == "dropped" and asked.settled(one):
            yield Line(code=f"dropped-{one.form}", text=one.text)


def _let_go(asked: _Asked) -> Iterator[Line]:
    """Notes that lie with what is finished, of the last workshop and of those since."""
    exercise, zone = LET_GO
    runs = (
        "run IN (SELECT run.id FROM run JOIN block ON block.id = run.block"
        " JOIN workshop ON workshop.id = block.workshop WHERE workshop.community = ?"
        " AND block.exercise = ? AND workshop.date BETWEEN ? AND ?)"
        " AND zone = ? ORDER BY run, position, id"
    )
    days = (asked.first.isoformat(), asked.today.isoformat())
    found = readable(
        asked.reader, asked.audience, Note, runs, asked.community, exercise, *days, zone
    )
    for note in found:
        yield Line(code="told", text=note.text)
