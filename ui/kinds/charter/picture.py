"""What the wall shows of a charter: the sections being drafted, or the whole as it is agreed to."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date

import msgspec

from app.charter.clauses import cells_of, items_of, together
from app.charter.people_asked import people_asked
from app.charter.reviewing import UNDECIDED, changed_sections, old_clauses, reviews_of
from app.charter.sections import ShapedSection, draft_sections
from app.charter.versions import DraftStatus, agreement_of, draft_status
from app.charter.wordings import wordings_of
from app.kinds.charter import agrees, reviews_sections, sections_of
from app.kinds.kind import CaptureKind
from app.library.audience import readable
from app.library.charter_rows import FrozenClause, SectionReview
from app.library.reader import Reader
from app.library.rows import Clause, Version
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.zones import both
from ui.parts.agreement_text import agreeing_text
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


class _Draft(msgspec.Struct, frozen=True, kw_only=True):
    """What is read once for all the sections of a picture: what they are called, and where people
    go through the charter there was, what it said, what was decided and what was changed."""

    seen: RunSeen
    known: Mapping[str, ShapedSection]
    old: Mapping[str, Sequence[FrozenClause]] = {}
    reviews: Mapping[str, SectionReview] = {}
    changed: frozenset[str] = frozenset()

    @property
    def reviewed(self) -> bool:
        """Whether people go through the charter there was."""
        return reviews_sections(self.seen.running.recipe)


def _read(seen: RunSeen, named: Iterable[str]) -> _Draft:
    """The draft; ``named`` are the sections that its clauses name."""
    reader, running = seen.reader, seen.running
    reviewed = reviews_sections(running.recipe)
    old = old_clauses(reader, running) if reviewed else {}
    every = sorted({*named, *old})
    return _Draft(
        seen=seen,
        known=draft_sections(reader, seen.catalogue.sections, running.community.id, every),
        old=old,
        reviews=reviews_of(reader, running.workshop.id) if reviewed else {},
        changed=changed_sections(reader, running) if reviewed else frozenset(),
    )


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Clauses under their headings, as the room may read them; agreed, by how many of how many.

    Stances are never shown while people are asked.
    """
    reader, running = seen.reader, seen.running
    if running.block.audience == "facilitator":
        return WallPicture()
    clauses = readable(
        reader, "room", Clause, "community = ? ORDER BY position, id", running.community.id
    )
    sections: Sequence[str] = sections_of(reader, running)
    draft = _read(seen, {*sections, *(clause.section for clause in clauses)})
    clauses = _wordings_told(draft, clauses)
    status = draft_status(reader, running.community.id)
    latest = status.latest if agrees(running) and not status.changed else None
    given = latest is not None and latest.status == "agreed"
    if latest is not None and draft.reviewed:
        # What was agreed to before is what people go through now.
        given = given and latest.workshop == running.workshop.id
    if agrees(running):
        used = {clause.section for clause in clauses}
        if not given:
            used.update(draft.old)
        sections = [one for one in draft.known if one in used]
    texts: list[WallText] = []
    for section in sections:
        here = [clause for clause in clauses if clause.section == section and clause.text]
        texts += _decided(draft, section, here, given=given)
    if not texts:
        return WallPicture()
    small = _standing(status, seen.words)
    if given and latest is not None:
        # The word was given: the room reads that as large as what it agreed to.
        result = _result(reader, latest, seen.words)
        texts.insert(0, WallText("", tuple(dict.fromkeys((*small, *result)))))
    return WallPicture(texts=tuple(texts), small=small)


def _wordings_told(draft: _Draft, clauses: Sequence[Clause]) -> list[Clause]:
    """Clauses in their order, with a heading over each of which several wordings stand."""
    clauses = together(clauses)
    wordings, told = wordings_of(clauses), []
    begun: set[str] = set()
    for clause in clauses:
        wording = wordings.get(clause.id)
        if wording is not None:
            heading = clause.heading
            if not heading and clause.section not in begun:
                heading = _heading(draft, clause.section)
            said = [
                one("drafting.wording", n=wording.number, of=wording.of) for one in draft.seen.words
            ]
            clause = msgspec.structs.replace(clause, heading=join_isolated((heading, both(said))))
        begun.add(clause.section)
        told.append(clause)
    return told


def _heading(draft: _Draft, section: str) -> str:
    """A section's heading in each of the room's languages; the community's own words are one."""
    languages = languages_of(draft.seen.running.workshop)
    return both(list(dict.fromkeys(draft.known[section].heading(one) for one in languages)))


def large_section(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """A section alone, beside what it was where that is gone through; or one clause; as the room
    may read it."""
    running = seen.running
    where = "community = ?1 AND (section = ?2 OR id = ?2) AND text <> '' ORDER BY position, id"
    clauses = readable(seen.reader, "room", Clause, where, running.community.id, seen.of)
    draft = _read(seen, {seen.of, *(clause.section for clause in clauses)})
    reviewed = _decided(draft, seen.of, clauses, given=False) if _is_reviewed(draft) else []
    if reviewed or not clauses:
        return WallPicture(texts=tuple(reviewed))
    clauses = _wordings_told(draft, clauses)
    texts = _texts(draft, clauses[0].section, clauses)
    return WallPicture(texts=tuple(texts))


def _decided(draft: _Draft, section: str, here: Sequence[Clause], *, given: bool) -> list[WallText]:
    """A section of the draft; once it was decided about or changed, with that, and as it was at
    its left. Where the word is ``given``, as it reads now."""
    texts = _texts(draft, section, here)
    if given or not draft.reviewed:
        return texts
    review = draft.reviews.get(section)
    verdict = review.verdict if review is not None else _unsaid(draft, section)
    if not verdict:
        return texts
    told = _told(draft, section, verdict)
    headed = _headed(texts, told)
    if review is not None and review.word:
        said = draft.seen.words[0]("reviewing.wall.said", text=review.word)
        headed.append(WallText("" if headed else told, (said,)))
    if verdict not in ("change", "retire"):
        return headed
    before = [one for one in draft.old.get(section, ()) if one.audience != "facilitator"]
    old = _headed(_texts(draft, section, before), _told(draft, section, "before"))
    if not headed:
        headed = [WallText(told, ())]
    if not old:
        return headed
    return [msgspec.structs.replace(old[0], below=tuple(old[1:]), beside=tuple(headed))]


def _is_reviewed(draft: _Draft) -> bool:
    """Whether what is seen is a section that people decide about."""
    seen = draft.seen
    return draft.reviewed and seen.of in sections_of(seen.reader, seen.running)


def _unsaid(draft: _Draft, section: str) -> str:
    """What became of a section that nobody decided about yet, where it is put to the room."""
    if not agrees(draft.seen.running) or section in UNDECIDED:
        return ""
    if section not in draft.old:
        return "add"
    return "change" if section in draft.changed else ""


def _headed(texts: list[WallText], heading: str) -> list[WallText]:
    """The texts, the first under another heading."""
    return [msgspec.structs.replace(one, heading=heading) for one in texts[:1]] + texts[1:]


def _told(draft: _Draft, section: str, what: str) -> str:
    """A section's heading with what was decided, in the room's languages."""
    known = draft.known[section]
    said = [
        words(f"reviewing.wall.{what}", heading=known.heading(words.language))
        for words in draft.seen.words
    ]
    return both(said)


def _texts(draft: _Draft, section: str, clauses: Sequence[Clause | FrozenClause]) -> list[WallText]:
    texts = []
    for number, clause in enumerate(clauses):
        heading = clause.heading or ("" if number else _heading(draft, section))
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


def _standing(standing: DraftStatus, words: Sequence[Words]) -> tuple[str, ...]:
    """What the words on the wall are: agreed to, proposed, or a draft."""
    latest = standing.latest
    if latest is None:
        return tuple(one("kinds.charter.wall-draft") for one in words)
    if standing.changed:
        return tuple(one("kinds.charter.wall-draft-of", n=standing.next) for one in words)
    if latest.status == "agreed" and latest.until:
        until, n = date.fromisoformat(latest.until), latest.number
        return tuple(one("kinds.charter.agreed-until", n=n, day=one.day(until)) for one in words)
    return tuple(one("kinds.charter.wall-proposed", n=latest.number) for one in words)
