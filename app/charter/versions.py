"""Numbered versions of the charter: frozen copies, the stances taken to them, what was agreed."""

from collections.abc import Mapping, Sequence
from datetime import date

import msgspec

from app.charter.agreement_rules import head_with_rule
from app.charter.charter_head import draft_head
from app.charter.clauses import clauses_of
from app.charter.sections import frozen_shape
from app.charter.wordings import demand_one_wording
from app.library.charter_rows import FrozenClause, FrozenHead, NamedPosition
from app.library.journal import Scope
from app.library.library import Library
from app.library.private import tallies_of
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource, Reservation, Round, Version
from app.library.trouble import Trouble
from app.moment import months_after, stamp
from app.typed_text import one_line, required_line
from app.working_days import working_day
from app.workshop.rounds import STANCES, close_round, counts_of, record_counts

TRIAL = 6
"""Months for which a charter is usually tried."""


def usual_until(day: date) -> date:
    """Until when a charter that is agreed to on a day is usually tried: a working day."""
    return working_day(months_after(day, TRIAL))


REPLIED = "agreement"
"""Under what the positions of replies that came in private are counted once more, so that hands can
be told from them: the section that says what was agreed, about which nobody is asked by itself."""


class Agreement(msgspec.Struct, frozen=True):
    """How people stood to a version: counts by stance, reservations word for word.

    ``private`` are those of the counts that came as replies in private, ``named`` the positions of
    those who wish to be named. ``closed``: no more are counted.
    """

    counts: Mapping[str, int]
    reservations: tuple[Reservation, ...]
    private: Mapping[str, int] = {}
    named: tuple[str, ...] = ()
    closed: bool = False

    @property
    def in_private(self) -> bool:
        """Whether any reply came in private."""
        return any(self.private.values())

    @property
    def hands(self) -> dict[str, int]:
        """The counts of hands, which everybody in the room saw."""
        return {one: max(0, n - self.private.get(one, 0)) for one, n in self.counts.items()}

    @property
    def unnamed(self) -> dict[str, int]:
        """The replies in private of those who are not named."""
        return {one: max(0, n - self.named.count(one)) for one, n in self.private.items()}

    @property
    def counted(self) -> int:
        """People who took a stance; the away are not counted."""
        return sum(number for stance, number in self.counts.items() if stance != "away")

    @property
    def answered(self) -> bool:
        """Whether anybody took a stance or had a reservation."""
        return bool(self.counted or self.reservations)


class DraftStatus(msgspec.Struct, frozen=True):
    """How the draft stands to the versions.

    ``latest`` is the latest version that was not set aside, if any; ``changed`` whether the draft
    says something else. ``answered`` says whether anybody took a stance to the latest, or had a
    reservation. ``next`` is the number under which the draft would be proposed.
    """

    latest: Version | None
    changed: bool
    answered: bool
    next: int

    @property
    def asking(self) -> Version | None:
        """The version that is proposed, and goes on being asked about."""
        latest = self.latest
        return latest if latest is not None and latest.status == "proposed" else None


def versions_of(reader: Reader, community: str) -> list[Version]:
    """The charter's versions, latest first."""
    return reader.rows(Version, order="number DESC, id DESC", community=community)


def frozen_clauses(version: Version) -> list[FrozenClause]:
    """The clauses a version holds, in order."""
    return msgspec.json.decode(version.clauses, type=list[FrozenClause])


def draft_clauses(reader: Reader, community: str) -> list[FrozenClause]:
    """The draft as a version would freeze it: a clause that says nothing yet is left out."""
    notes: dict[str, list[str]] = {}
    for tied in reader.select(
        ClauseSource,
        "JOIN clause ON clause.id = clause_source.clause WHERE clause.community = ? "
        "ORDER BY clause_source.id",
        community,
    ):
        notes.setdefault(tied.clause, []).append(tied.note)
    return [
        frozen(clause, tuple(dict.fromkeys(notes.get(clause.id, ()))))
        for clause in clauses_of(reader, community)
        if clause.text.strip()
    ]


def frozen(clause: Clause, notes: tuple[str, ...] = ()) -> FrozenClause:
    """A clause as a version keeps it, with the notes (ids) it came from."""
    return FrozenClause(
        clause.id,
        clause.section,
        clause.heading,
        clause.form,
        clause.text,
        clause.audience,
        notes,
    )


def same_text(one: Sequence[FrozenClause], other: Sequence[FrozenClause]) -> bool:
    """Whether two charters read the same, whatever notes they came from."""
    return [_read(clause) for clause in one] == [_read(clause) for clause in other]


def draft_status(reader: Reader, community: str) -> DraftStatus:
    """How the draft stands to the versions there are."""
    known = versions_of(reader, community)
    latest = next((one for one in known if one.status != "withdrawn"), None)
    if latest is None:
        return DraftStatus(None, True, False, known[0].number + 1 if known else 1)
    clauses = draft_clauses(reader, community)
    same = same_text(frozen_clauses(latest), clauses)
    over = _over(reader, community, clauses)
    changed = not same or _arranged(latest.sections, latest.head) != _arranged(**over)
    agreement = agreement_of(reader, latest.id)
    answered = agreement is not None and agreement.answered
    open_still = latest.status == "proposed" and not answered
    number = latest.number if open_still else known[0].number + 1
    return DraftStatus(latest, changed, answered, number)


def propose(
    library: Library, scope: Scope, *, date: str, language: str, reason: str = ""
) -> Version:
    """Freeze the draft as the next version.

    A version that is proposed already goes on: as it is when the draft says the same; brought up
    to the draft while nobody has answered to it; once somebody has, it is set aside with its
    answers, and the draft gets the next number. Raises Trouble: ``charter-empty``;
    ``wordings-open`` while two wordings of something stand; ``charter-unchanged`` when the draft
    says what was agreed to.
    """
    if scope.community is None:
        raise ValueError("a charter belongs to a community")
    said = one_line(reason)
    known = draft_status(library.reader, scope.community)
    if known.asking and known.changed and known.answered:
        # Not before it is known that there is a draft to ask about instead.
        _draft(library.reader, scope.community)
        _close_round(library, scope, known.asking)
    with library.change("version-propose", scope) as writer:
        draft = _draft(writer, scope.community)
        frozen = msgspec.json.encode(draft).decode()
        over = _over(writer, scope.community, draft)
        standing = draft_status(writer, scope.community)
        latest, asking = standing.latest, standing.asking
        if asking is not None and (not standing.changed or not standing.answered):
            return writer.change(
                asking,
                workshop=scope.workshop or asking.workshop,
                reason=said or asking.reason,
                clauses=frozen if standing.changed else asking.clauses,
                **over,
            )
        if latest is not None and not standing.changed:
            raise Trouble("charter-unchanged", number=latest.number)
        if asking is not None:
            withdraw(library, scope, asking)
        return writer.add(
            Version(
                id=library.moment.new_id(),
                community=scope.community,
                workshop=scope.workshop,
                number=standing.next,
                date=date,
                reason=said,
                language=language,
                clauses=frozen,
                **over,
            )
        )


def update_proposed(library: Library, scope: Scope, version: Version) -> Version:
    """Bring a version still proposed up to the draft: what was read wrong is put right.

    Raises Trouble (``charter-empty``, ``wordings-open``, ``version-settled``).
    """
    with library.change("version-propose", scope) as writer:
        standing = _proposed(writer, version)
        clauses = _draft(writer, version.community)
        over = _over(writer, version.community, clauses)
        return writer.change(standing, clauses=msgspec.json.encode(clauses).decode(), **over)


def agreement_of(reader: Reader, version: str) -> Agreement | None:
    """How people stood to a version; None when they were never asked."""
    asked = stances_round(reader, version)
    reservations = tuple(reader.rows(Reservation, version=version))
    if asked is None:
        return Agreement({}, reservations) if reservations else None
    private = {one.value: one.number for one in tallies_of(reader, asked.id) if one.item == REPLIED}
    rows = reader.rows(NamedPosition, version=version, section="")
    # Who was named in a count before this one has no reply among these.
    named = tuple(one.position for one in rows if one.id > asked.id)
    closed = asked.closed is not None
    return Agreement(counts_of(reader, asked.id), reservations, private, named, closed)


def stances_round(reader: Reader, version: str) -> Round | None:
    """The latest round of stances to a version: ids follow whatever the clock says."""
    rounds = reader.rows(Round, order="id DESC", version=version, form="stances")
    return rounds[0] if rounds else None


def record_stances(
    library: Library, scope: Scope, version: Version, counts: Mapping[str, int]
) -> None:
    """Write the five counts as hands were counted, opening the round when there is none.

    Replies that came in private are counted beside them, and stay. Where the
    word was given and taken back, that count stays closed and another round is opened.
    Raises Trouble (``round-closed`` once agreed, ``below-zero``).
    """
    if unknown := set(counts) - set(STANCES):
        raise ValueError(f"no such stance: {unknown}")
    opened = open_stances(library, scope, version)
    if any(number < 0 for number in counts.values()):
        raise Trouble("below-zero")
    known = agreement_of(library.reader, version.id)
    private = known.private if known is not None else {}
    both = {one: counts.get(one, 0) + private.get(one, 0) for one in {**counts, **private}}
    record_counts(library, scope, opened, both)


def open_stances(library: Library, scope: Scope, version: Version) -> Round:
    """The latest round of stances; of a version that is proposed one that is open, begun if need
    be."""
    known = stances_round(library.reader, version.id)
    asked = library.reader.needed(Version, version.id).status == "proposed"
    if known is not None and not (asked and known.closed is not None):
        return known
    with library.change("stances-open", scope) as writer:
        return writer.add(
            Round(
                id=library.moment.new_id(),
                version=version.id,
                form="stances",
                private=True,
                opened=stamp(library.moment.now()),
            )
        )


def reserve(
    library: Library, scope: Scope, version: Version, text: str, said_by: str | None = None
) -> Reservation:
    """Keep a reservation word for word, said by nobody.

    ``said_by`` is a person's id, and only when that person wishes it. Raises Trouble (``empty``,
    ``too-long``).
    """
    line = required_line(text)
    with library.change("reservation-add", scope) as writer:
        return writer.add(
            Reservation(id=library.moment.new_id(), version=version.id, text=line, said_by=said_by)
        )


def unreserve(library: Library, scope: Scope, reservation: Reservation) -> None:
    """Take a reservation back."""
    with library.change("reservation-remove", scope) as writer:
        writer.remove(reservation)


def agree(library: Library, scope: Scope, version: Version, until: str) -> Version:
    """Record that the version is to be tried until a date; the one before is replaced.

    A version already agreed to is given another date. Raises Trouble (``until-before-date``,
    ``version-settled`` once it was set aside or replaced, ``nobody-counted`` where nobody took a
    stance: the away are nobody).
    """
    if until <= version.date:
        raise Trouble("until-before-date")
    standing = library.reader.needed(Version, version.id)
    if standing.status not in ("proposed", "agreed"):
        raise Trouble("version-settled", number=standing.number)
    known = agreement_of(library.reader, version.id)
    if standing.status == "proposed" and (known is None or not known.counted):
        raise Trouble("nobody-counted", number=standing.number)
    _close_round(library, scope, version)
    with library.change("version-agree", scope) as writer:
        for other in writer.rows(Version, community=version.community, status="agreed"):
            if other.id != version.id:
                writer.change(other, status="replaced")
        # The rule by which it was agreed stays with it, whatever is chosen later.
        first = standing.status == "proposed"
        head = head_with_rule(writer, standing) if first else standing.head
        return writer.change(standing, status="agreed", until=until, head=head)


def withdraw(library: Library, scope: Scope, version: Version) -> Version:
    """Set a proposed version aside, with what was counted; its number is not used again.

    Raises Trouble (``version-settled``) when it is not proposed any more.
    """
    standing = _proposed(library.reader, version)
    _close_round(library, scope, version)
    with library.change("version-withdraw", scope) as writer:
        return writer.change(standing, status="withdrawn")


def _read(clause: FrozenClause) -> tuple[str, ...]:
    return (clause.section, clause.heading, clause.form, clause.text, clause.audience)


def _over(reader: Reader, community: str, clauses: Sequence[FrozenClause]) -> dict[str, str]:
    """What stands over the draft's clauses, as a version keeps it: its sections and its head."""
    sections = frozen_shape(reader, community, clauses)
    head = draft_head(reader, community)
    return {
        "sections": msgspec.json.encode(sections).decode(),
        "head": msgspec.json.encode(head).decode() if head is not None else "{}",
    }


def _arranged(sections: str, head: str) -> tuple[str, FrozenHead]:
    """What stands over clauses, but for how one agrees to them: that belongs to the agreement."""
    found = msgspec.json.decode(head, type=FrozenHead)
    return sections, msgspec.structs.replace(found, rule="", quorum=0, voters="")


def _draft(reader: Reader, community: str) -> list[FrozenClause]:
    """The draft, which has to say something, and each thing in one wording. Raises Trouble
    (``charter-empty``, ``wordings-open``)."""
    clauses = draft_clauses(reader, community)
    if not clauses:
        raise Trouble("charter-empty")
    demand_one_wording(reader, community)
    return clauses


def _proposed(reader: Reader, version: Version) -> Version:
    """The version as it now is, which has to be proposed still."""
    standing = reader.needed(Version, version.id)
    if standing.status != "proposed":
        raise Trouble("version-settled", number=standing.number)
    return standing


def _close_round(library: Library, scope: Scope, version: Version) -> None:
    """Close the round of stances: what was counted is kept as it is, in every copy.

    A change of its own, because it is never undone: so the word given can be taken back. Who has
    answered is forgotten with it: beside a count of one or two a name would tell whose it is.
    """
    opened = stances_round(library.reader, version.id)
    if opened is not None and opened.closed is None:
        close_round(library, scope, opened, forget=True)
