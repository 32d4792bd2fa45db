"""Numbered versions of the charter: frozen copies, the stances taken to them, what was agreed."""

from collections.abc import Mapping

import msgspec

from app.charter.clauses import clauses_of
from app.library.journal import Scope
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import ClauseSource, Reservation, Round, Version
from app.library.trouble import Trouble
from app.moment import stamp
from app.workshop.rounds import STANCES, counts_of, record_counts
from app.workshop.texts import clean_line


class FrozenClause(msgspec.Struct, frozen=True):
    """A clause as it stood in a version."""

    id: str
    section: str
    heading: str
    form: str
    text: str
    audience: str
    lineage: str | None = None
    sources: tuple[str, ...] = ()


class Agreement(msgspec.Struct, frozen=True):
    """How people stood to a version: counts by stance, reservations word for word."""

    counts: Mapping[str, int]
    reservations: tuple[Reservation, ...]

    @property
    def counted(self) -> int:
        """People who took a stance; the away are not counted."""
        return sum(number for stance, number in self.counts.items() if stance != "away")

    @property
    def agreeing(self) -> int:
        """People who can live with it: wholehearted or fine."""
        return self.counts.get("wholehearted", 0) + self.counts.get("fine", 0)


def versions_of(reader: Reader, community: str) -> list[Version]:
    """The charter's versions, latest first."""
    return reader.rows(Version, order="number DESC", community=community)


def frozen_clauses(version: Version) -> list[FrozenClause]:
    """The clauses a version holds, in order."""
    return msgspec.json.decode(version.clauses, type=list[FrozenClause])


def draft_clauses(reader: Reader, community: str) -> list[FrozenClause]:
    """The draft as a version would freeze it."""
    found: list[FrozenClause] = []
    for clause in clauses_of(reader, community):
        ties = reader.rows(ClauseSource, clause=clause.id)
        found.append(
            FrozenClause(
                clause.id,
                clause.section,
                clause.heading,
                clause.form,
                clause.text,
                clause.audience,
                clause.lineage,
                tuple(tie.note for tie in ties),
            )
        )
    return found


def propose(
    library: Library, scope: Scope, *, date: str, language: str, reason: str = ""
) -> Version:
    """Freeze the draft as the next version. Raises Trouble (``charter-empty``, ``unchanged``)."""
    if scope.community is None:
        raise ValueError("a charter belongs to a community")
    with library.change("version-propose", scope) as writer:
        clauses = draft_clauses(writer, scope.community)
        if not any(clause.text.strip() for clause in clauses):
            raise Trouble("charter-empty")
        known = versions_of(writer, scope.community)
        if known and frozen_clauses(known[0]) == clauses:
            raise Trouble("charter-unchanged", number=known[0].number)
        return writer.add(
            Version(
                id=library.moment.new_id(),
                community=scope.community,
                workshop=scope.workshop,
                number=known[0].number + 1 if known else 1,
                date=date,
                reason=" ".join(reason.split()),
                language=language,
                clauses=msgspec.json.encode(clauses).decode(),
            )
        )


def agreement_of(reader: Reader, version: str) -> Agreement | None:
    """How people stood to a version; None when they were never asked."""
    rounds = reader.rows(Round, order="opened DESC", version=version, form="stances")
    reservations = tuple(reader.rows(Reservation, version=version))
    if not rounds:
        return Agreement({}, reservations) if reservations else None
    return Agreement(counts_of(reader, rounds[0].id), reservations)


def stances_round(reader: Reader, version: str) -> Round | None:
    """The latest round of stances to a version."""
    rounds = reader.rows(Round, order="opened DESC", version=version, form="stances")
    return rounds[0] if rounds else None


def record_stances(
    library: Library, scope: Scope, version: Version, counts: Mapping[str, int]
) -> None:
    """Write the five counts as hands were counted, opening the round when there is none.

    Raises Trouble (``round-closed`` once agreed, ``below-zero``).
    """
    if unknown := set(counts) - set(STANCES):
        raise ValueError(f"no such stance: {unknown}")
    known = stances_round(library.reader, version.id)
    if known is None:
        with library.change("stances-open", scope) as writer:
            known = writer.add(
                Round(
                    id=library.moment.new_id(),
                    version=version.id,
                    form="stances",
                    private=True,
                    opened=stamp(library.moment.now()),
                )
            )
    record_counts(library, scope, known, counts)


def reserve(library: Library, scope: Scope, version: Version, text: str) -> Reservation:
    """Keep a reservation word for word, said by nobody. Raises Trouble (``empty``)."""
    line = clean_line(text)
    with library.change("reservation-add", scope) as writer:
        return writer.add(Reservation(id=library.moment.new_id(), version=version.id, text=line))


def unreserve(library: Library, scope: Scope, reservation: Reservation) -> None:
    """Take a reservation back."""
    with library.change("reservation-remove", scope) as writer:
        writer.remove(reservation)


def agree(library: Library, scope: Scope, version: Version, until: str) -> Version:
    """Record that the version is to be tried until a date; the one before is replaced."""
    if until <= version.date:
        raise Trouble("until-before-date")
    opened = stances_round(library.reader, version.id)
    with library.change("version-agree", scope) as writer:
        if opened is not None and opened.closed is None:
            writer.change(opened, closed=stamp(library.moment.now()))
        for other in writer.rows(Version, community=version.community, status="agreed"):
            writer.change(other, status="replaced")
        return writer.change(writer.row(Version, version.id), status="agreed", until=until)


def withdraw(library: Library, scope: Scope, version: Version) -> Version:
    """Set a proposed version aside; its number is not used again."""
    with library.change("version-withdraw", scope) as writer:
        return writer.change(version, status="withdrawn")
