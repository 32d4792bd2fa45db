"""A renewal goes through the charter there was: each section is kept, changed, retired or added.

The version gone through never changes; what is decided is kept beside it, and done to the draft.
"""

from collections.abc import Mapping, Sequence

from app.charter.clauses import clauses_of, remove_clause
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
    return ("keep", "change", "retire") if section in old else ("add",)


def give_verdict(
    library: Library, running: Running, section: str, verdict: str, word: str | None = None
) -> SectionReview:
    """Keep what was decided about a section, in place of what was decided before, and do it.

    Retiring takes its clauses out of the draft; another verdict brings back those that had been
    retired. Without a ``word`` the one said before stays. Raises Trouble: ``verdict-unfit`` where
    the section was not in the charter, or was there already; ``too-long``.
    """
    said = one_line(word, LONGEST_WORD) if word is not None else None
    scope = scope_of(running.workshop)
    with library.change("section-review", scope) as writer:
        old = old_clauses(writer, running)
        if verdict not in verdicts_for(old, section):
            raise Trouble("verdict-unfit")
        before = reviews_of(writer, running.workshop.id).get(section)
        if verdict == "retire":
            for clause in clauses_of(writer, running.community.id, section):
                remove_clause(library, scope, clause)
        elif before is not None and before.verdict == "retire":
            _bring_back(writer, library, running, old.get(section, ()))
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


def _bring_back(
    writer: Writer, library: Library, running: Running, old: Sequence[FrozenClause]
) -> None:
    """Put clauses of the version back into the draft, with those of their notes that are there."""
    last = writer.number(
        "SELECT max(position) FROM clause WHERE community = ?", running.community.id
    )
    for at, one in enumerate(old, 1):
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
                position=last + at,
            )
        )
        for note in one.sources:
            if writer.find(Note, note) is not None:
                writer.add(ClauseSource(id=library.moment.new_id(), clause=clause.id, note=note))
