"""What the wall shows of a charter: the sections being drafted, or the whole as it is agreed to."""

from collections.abc import Sequence
from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import cells_of, items_of, together
from app.charter.people_asked import people_asked
from app.charter.reviewing import old_clauses, reviews_of
from app.charter.versions import agreement_of, draft_status
from app.charter.wordings import wordings_of
from app.kinds.charter import agrees, reviews_sections, sections_of
from app.kinds.kind import CaptureKind
from app.library.audience import readable
from app.library.charter_rows import FrozenClause
from app.library.reader import Reader
from app.library.rows import Clause, Version
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.zones import both
from ui.parts.agreement_text import agreeing_text
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Clauses under their headings, as the room may read them; agreed, by how many of how many.

    Stances are never shown while people are asked.
    """
    reader, catalogue, running = seen.reader, seen.catalogue, seen.running
    if running.block.audience == "facilitator":
        return WallPicture()
    clauses = readable(
        reader, "room", Clause, "community = ? ORDER BY position, id", running.community.id
    )
    clauses = _wordings_told(seen, clauses)
    used = dict.fromkeys(clause.section for clause in clauses)
    known = [section.id for section in catalogue.sections]
    sections: Sequence[str] = sections_of(reader, running)
    if agrees(running):
        sections = [one for one in known if one in used] + [one for one in used if one not in known]
    texts: list[WallText] = []
    for section in sections:
        here = [clause for clause in clauses if clause.section == section and clause.text]
        texts += _decided(seen, section, here)
    if not texts:
        return WallPicture()
    small = _standing(reader, running, seen.words)
    status = draft_status(reader, running.community.id)
    if agrees(running) and status.latest is not None and not status.changed:
        if status.latest.status == "agreed":
            # The word was given: the room reads that as large as what it agreed to.
            result = _result(reader, status.latest, seen.words)
            texts.insert(0, WallText("", tuple(dict.fromkeys((*small, *result)))))
    return WallPicture(texts=tuple(texts), small=small)


def _wordings_told(seen: RunSeen, clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses in their order, with a heading over each of which several wordings stand."""
    clauses = together(clauses)
    wordings, told = wordings_of(clauses), []
    begun: set[str] = set()
    for clause in clauses:
        wording = wordings.get(clause.id)
        if wording is not None:
            heading = clause.heading
            if not heading and clause.section not in begun:
                heading = _heading(
                    seen.catalogue, clause.section, languages_of(seen.running.workshop)
                )
            said = [one("drafting.wording", n=wording.number, of=wording.of) for one in seen.words]
            clause = msgspec.structs.replace(clause, heading=join_isolated((heading, both(said))))
        begun.add(clause.section)
        told.append(clause)
    return told


def _heading(catalogue: Catalogue, section: str, languages: Sequence[str]) -> str:
    """A section's heading in the room's languages."""
    known = catalogue.find_section(section)
    return both([known.in_language(one).heading for one in languages] if known else [section])


def large_section(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """A section alone, or one clause, as the room may read it."""
    running = seen.running
    where = "community = ?1 AND (section = ?2 OR id = ?2) AND text <> '' ORDER BY position, id"
    clauses = readable(seen.reader, "room", Clause, where, running.community.id, seen.of)
    if not clauses:
        return WallPicture()
    languages = languages_of(running.workshop)
    clauses = _wordings_told(seen, clauses)
    texts = _texts(seen.catalogue, clauses[0].section, clauses, languages)
    return WallPicture(texts=tuple(texts))


def _decided(seen: RunSeen, section: str, here: Sequence[Clause]) -> list[WallText]:
    """A section of the draft; once it was decided about, with that, and as it was beside it."""
    running, languages = seen.running, languages_of(seen.running.workshop)
    texts = _texts(seen.catalogue, section, here, languages)
    if not reviews_sections(running.recipe):
        return texts
    review = reviews_of(seen.reader, running.workshop.id).get(section)
    if review is None:
        return texts
    verdict = _told(seen, section, review.verdict)
    if texts:
        texts[0] = msgspec.structs.replace(texts[0], heading=verdict)
    if review.verdict not in ("change", "retire"):
        return texts
    before = [
        clause
        for clause in old_clauses(seen.reader, running).get(section, ())
        if clause.audience != "facilitator"
    ]
    old = _texts(seen.catalogue, section, before, languages)
    if old:
        named = verdict if review.verdict == "retire" else _told(seen, section, "before")
        old[0] = msgspec.structs.replace(old[0], heading=named)
    return [*old, *texts]


def _told(seen: RunSeen, section: str, what: str) -> str:
    """A section's heading with what was decided, in the room's languages."""
    known = seen.catalogue.find_section(section)
    said = []
    for words in seen.words:
        heading = known.in_language(words.language).heading if known else section
        said.append(words(f"reviewing.wall.{what}", heading=heading))
    return both(said)


def _texts(
    catalogue: Catalogue,
    section: str,
    clauses: Sequence[Clause | FrozenClause],
    languages: Sequence[str],
) -> list[WallText]:
    texts = []
    for number, clause in enumerate(clauses):
        heading = clause.heading or ("" if number else _heading(catalogue, section, languages))
        texts.append(WallText(heading, _lines(clause), listed=clause.form == "list"))
    return texts


def _lines(clause: Clause | FrozenClause) -> tuple[str, ...]:
    if clause.form == "list":
        return tuple(items_of(clause))
    if clause.form == "table":
        return tuple(join_isolated(row) for row in cells_of(clause))
    return tuple(line for line in clause.text.split("\n") if line)


def _result(reader: Reader, version: Version, words: Sequence[Words]) -> tuple[str, ...]:
    """How many agreed, of how many, so that half a room does not look like all of it."""
    known = agreement_of(reader, version.id)
    if known is None or not known.counted:
        return ()
    asked = people_asked(reader, version.community, version)
    return tuple(agreeing_text(one, known, asked) for one in words)


def _standing(reader: Reader, running: Running, words: Sequence[Words]) -> tuple[str, ...]:
    """What the words on the wall are: agreed to, proposed, or a draft."""
    standing = draft_status(reader, running.community.id)
    latest = standing.latest
    if latest is None:
        return tuple(one("kinds.charter.wall-draft") for one in words)
    if standing.changed:
        return tuple(one("kinds.charter.wall-draft-of", n=standing.next) for one in words)
    if latest.status == "agreed" and latest.until:
        until, n = date.fromisoformat(latest.until), latest.number
        return tuple(one("kinds.charter.agreed-until", n=n, day=one.day(until)) for one in words)
    return tuple(one("kinds.charter.wall-proposed", n=latest.number) for one in words)
