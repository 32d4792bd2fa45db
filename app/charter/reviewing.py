"""A renewal goes through the charter there was: each section is kept, changed, retired or added.

The version gone through never changes; what is decided is kept beside it, and done to the draft.
"""

from collections.abc import Mapping, Sequence

from app.charter.clauses import STEP, clauses_of, remove_clause, told_as
from app.charter.versions import frozen_clauses
from app.library.charter_rows import FrozenClause, SectionReview
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource, Note, Version
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import one_line
from app.workshop.planning import scope_of
from app.workshop.running import Running

LONGEST_WORD = 500
"""Characters of what is said of a section that is decided about."""

UNDECIDED = ("changes", "agreement")
"""Sections that tell what changed and how people stand: nothing is decided about them."""


def version_reviewed(reader: Reader, running: Running) -> Version | None:
    """The latest version that was agreed to before this workshop; None where there is none."""
    found = reader.select(
        Version,
        "WHERE community = ? AND status IN ('agreed', 'replaced') "
        "AND (workshop IS NULL OR workshop != ?) AND date <= ? "
        "ORDER BY number DESC, id DESC LIMIT 1",
        running.community.id,
        running.workshop.id,
        running.workshop.date,
    )
    return found[0] if found else None


def old_clauses(reader: Reader, running: Running) -> Mapping[str, Sequence[FrozenClause]]:
    """The clauses of the version gone through, by section, in its order."""
    version = version_reviewed(reader, running)
    found: dict[str, list[FrozenClause]] = {}
    for clause in frozen_clauses(version) if version is not None else ():
        found.setdefault(clause.section, []).append(clause)
    return found


def reviews_of(reader: Reader, workshop: str) -> Mapping[str, SectionReview]:
    """What a workshop (its id) decided, by section, in the order it was decided."""
    rows = reader.rows(SectionReview, order="id", workshop=workshop)
    return {row.section: row for row in rows}


def verdicts_for(old: Mapping[str, Sequence[FrozenClause]], section: str) -> tuple[str, ...]:
    """What may be decided about a section: one that was not there can only be added."""
    if section in UNDECIDED:
        return ()
    return ("keep", "change", "retire") if section in old else ("add",)


def give_verdict(
    library: Library, running: Running, section: str, verdict: str, word: str | None = None
) -> SectionReview:
    """Keep what was decided about a section, in place of what was decided before, and do it.

    Retiring takes its clauses out of the draft; keeping leaves them as they were agreed to, each
    in its old place; another verdict brings back those that had been retired. Without a ``word``
    the one said before stays. Raises Trouble: ``verdict-unfit`` where the section was not in the
    charter, or was there already; ``too-long``.
    """
    said = one_line(word, LONGEST_WORD) if word is not None else None
    scope = scope_of(running.workshop)
    with library.change("section-review", scope) as writer:
        old = old_clauses(writer, running)
        if verdict not in verdicts_for(old, section):
            raise Trouble("verdict-unfit")
        before = reviews_of(writer, running.workshop.id).get(section)
        back = before is not None and before.verdict == "retire"
        if verdict == "keep":
            _as_agreed(writer, library, running, section)
        elif verdict == "retire":
            for clause in clauses_of(writer, running.community.id, section):
                remove_clause(library, scope, clause)
        elif back:
            _bring_back(writer, library, running, section)
        version = version_reviewed(writer, running)
        if before is not None:
            kept = before.word if said is None else said
            return writer.change(before, verdict=verdict, word=kept, run=running.run.id)
        return writer.add(
            SectionReview(
                id=library.moment.new_id(),
                workshop=running.workshop.id,
                run=running.run.id,
                version=version.id if version is not None else None,
                section=section,
                verdict=verdict,
                word=said or "",
            )
        )


def changed_sections(reader: Reader, running: Running) -> frozenset[str]:
    """The sections of the draft that say something else than they did when they were agreed to."""
    old = {
        section: [_said(one) for one in clauses]
        for section, clauses in old_clauses(reader, running).items()
    }
    now: dict[str, list[tuple[str, str, str]]] = {}
    for clause in clauses_of(reader, running.community.id):
        now.setdefault(clause.section, []).append(_said(clause))
    return frozenset(one for one in {*old, *now} if old.get(one) != now.get(one))


def say_of_section(library: Library, running: Running, section: str, word: str) -> str:
    """Keep what people say of a section that was decided about, and give it as it was kept.

    Raises Trouble: ``gone`` where nothing is decided, ``too-long``.
    """
    said = one_line(word, LONGEST_WORD)
    field = f"review:{running.workshop.id}:{section}"
    with library.change("section-review", scope_of(running.workshop), field=field) as writer:
        review = reviews_of(writer, running.workshop.id).get(section)
        if review is None:
            raise Trouble("gone")
        return writer.change(review, word=said).word


def _said(clause: Clause | FrozenClause) -> tuple[str, str, str]:
    return clause.heading, clause.form, clause.text


def _as_agreed(writer: Writer, library: Library, running: Running, section: str) -> None:
    """Have a section of the draft say what it said in the version, and nothing else."""
    old = {one.id: one for one in old_clauses(writer, running).get(section, ())}
    # Another wording goes too, wherever it stands: what was agreed to is one wording.
    for clause in clauses_of(writer, running.community.id):
        if clause.id not in old and (clause.section == section or told_as(clause) in old):
            remove_clause(library, scope_of(running.workshop), clause)
    for one in old.values():
        there = writer.find(Clause, one.id)
        if there is not None:
            writer.change(
                there,
                section=section,
                heading=one.heading,
                form=one.form,
                text=one.text,
                wording_of=None,
            )
    _bring_back(writer, library, running, section)


def _bring_back(writer: Writer, library: Library, running: Running, section: str) -> None:
    """Put clauses of the version back into the draft, each where it stood, with those of their
    notes that are there."""
    version = version_reviewed(writer, running)
    order = [one.id for one in frozen_clauses(version)] if version is not None else []
    for one in old_clauses(writer, running).get(section, ()):
        if writer.find(Clause, one.id) is not None:
            continue
        clause = writer.add(
            Clause(
                id=one.id,
                community=running.community.id,
                section=one.section,
                heading=one.heading,
                form=one.form,
                text=one.text,
                audience=one.audience,
                position=_old_place(writer, running.community.id, order, one.id),
            )
        )
        for note in one.sources:
            if writer.find(Note, note) is not None:
                writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note))


def _old_place(writer: Writer, community: str, order: Sequence[str], clause: str) -> int:
    """The position after the nearest clause that stood before it and is there; else at the top."""
    draft = clauses_of(writer, community)
    before = set(order[: order.index(clause)])
    at = max((place for place, one in enumerate(draft, 1) if one.id in before), default=0)
    low = draft[at - 1].position if at else 0
    high = draft[at].position if at < len(draft) else low + 2 * STEP
    if high - low < 2:
        # No number is left between the two: what follows moves on.
        for one in draft[at:]:
            writer.change(one, position=one.position + 2 * STEP)
        high += 2 * STEP
    return (low + high) // 2
