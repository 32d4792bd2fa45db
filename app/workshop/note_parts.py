"""Several notes made one, and one made several: what hangs on them goes along."""

import re
from collections.abc import Sequence
from itertools import pairwise

from app.library.audience import narrowest
from app.library.library import Library
from app.library.rows import (
    ClauseSource,
    Dots,
    Note,
    Outcome,
    RegisterEntry,
    RhythmEvent,
    Tie,
)
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.typed_text import required_line
from app.workshop.agenda import settled
from app.workshop.notes import dissolve_emptied, notes_of, remove_note
from app.workshop.placing import STEP as STEP_DOWN
from app.workshop.planning import scope_of
from app.workshop.running import Running

_BETWEEN = re.compile(r"\s*[;；؛]\s*")
_SENTENCE = re.compile(
    r"([^\W\d_]{3}[.!?…؟](?:[\u00a0 ]»)?[\"”’)\]»]*)\s+(?=[^\s»”)\]])|([。！？])\s*(?=\S)"
)
"""The end of a sentence before another; what a point shortens ("M.", "p. 3") is none."""


def merge_notes(library: Library, running: Running, notes: Sequence[Note]) -> Note:
    """Make notes one, in the place of the first: its words are all of theirs, its dots too.

    Clauses and ties, decisions and dates that came from them come from it. It is for the narrowest
    of their audiences, and has an author where all had the same. Raises Trouble: ``one-note-only``,
    ``too-long``, ``gone``; then nothing is changed.
    """
    if len(notes) < 2:
        raise Trouble("one-note-only")
    with library.change("note-merge", scope_of(running.workshop)) as writer:
        # As they are now: what is shown may be older than the library.
        first, *others = (writer.change(note) for note in notes)
        authors = {one.author for one in (first, *others)}
        merged = writer.change(
            first,
            text=required_line(_joined([first.text, *(one.text for one in others)])),
            author=first.author if len(authors) == 1 else None,
            audience=narrowest(first.audience, *(one.audience for one in others)),
        )
        for one in others:
            _take_along(writer, one, into=merged)
            remove_note(library, running, one)
        dissolve_emptied(library, running, others)
        return merged


def split_note(library: Library, running: Running, note: Note) -> list[Note]:
    """Make a note several, at its semicolons or else after its sentences, one after the other.

    The first stays the note that it was, with its dots and whatever came from it. Raises Trouble:
    ``nothing-to-split``, ``gone``.
    """
    with library.change("note-split", scope_of(running.workshop)) as writer:
        whole = writer.change(note)
        texts = parts_of(whole.text)
        if len(texts) < 2:
            raise Trouble("nothing-to-split")
        first = writer.change(whole, text=texts[0])
        order: list[Note | None] = list(notes_of(writer, running.run.id))
        at = next(place for place, one in enumerate(order) if one is not None and one.id == note.id)
        order[at + 1 : at + 1] = [None] * (len(texts) - 1)
        positions = settled([None if one is None else one.position for one in order])
        parts = [first]
        for one, position in zip(order, positions, strict=True):
            if one is None:
                parts.append(writer.add(_part(library, first, texts[len(parts)], position, parts)))
            elif one.position != position:
                writer.change(one, position=position)
        return [writer.row(Note, part.id) for part in parts]


def parts_of(text: str) -> list[str]:
    """The parts of what somebody said: its lines, else what semicolons part, else its sentences."""
    for pieces in (text.splitlines(), _BETWEEN.split(text), _sentences(text)):
        parts = [piece.strip() for piece in pieces if piece.strip()]
        if len(parts) > 1:
            return parts
    return [text]


def _sentences(text: str) -> list[str]:
    ends = [found.end(found.lastindex or 0) for found in _SENTENCE.finditer(text)]
    return [text[begin:end] for begin, end in pairwise([0, *ends, len(text)])]


def _joined(texts: Sequence[str]) -> str:
    """Texts one after the other: sentences stay sentences, a semicolon stands between others."""
    joined = texts[0]
    for text in texts[1:]:
        bare = joined.rstrip(" ;,")
        joined = f"{bare} {text}" if bare.endswith((".", "!", "?", "…", "؟")) else f"{bare}; {text}"
    return joined


def _part(library: Library, first: Note, text: str, position: int, before: Sequence[Note]) -> Note:
    """One more part of a note; on a ground it lies a little below those before."""
    return Note(
        id=library.moment.new_id(),
        community=first.community,
        workshop=first.workshop,
        run=first.run,
        room_group=first.room_group,
        kind=first.kind,
        zone=first.zone,
        cluster=first.cluster,
        position=position,
        text=required_line(text),
        author=first.author,
        audience=first.audience,
        language=first.language,
        made=first.made,
        colour=first.colour,
        x=first.x,
        y=None if first.y is None else max(0, first.y - STEP_DOWN * len(before)),
        source=first.source,
    )


def _take_along(writer: Writer, note: Note, into: Note) -> None:
    """Hang on another note whatever hangs on one that is about to go."""
    for dots in writer.rows(Dots, item=note.id):
        known = writer.rows(Dots, round=dots.round, item=into.id)
        if known:
            writer.change(known[0], number=known[0].number + dots.number)
            writer.remove(dots)
        else:
            writer.change(dots, item=into.id)
    for source in writer.rows(ClauseSource, note=note.id):
        if writer.rows(ClauseSource, clause=source.clause, note=into.id):
            writer.remove(source)
        else:
            writer.change(source, note=into.id)
    for event in writer.rows(RhythmEvent, note=note.id):
        writer.change(event, note=into.id)
    for outcome in writer.rows(Outcome, source=note.id):
        writer.change(outcome, source=into.id)
    for taken in writer.rows(Note, source=note.id):
        writer.change(taken, source=into.id)
    named = "WHERE community = ? AND instr(cells, ?)"
    for entry in writer.select(RegisterEntry, named, note.community, note.id):
        writer.change(entry, cells=entry.cells.replace(note.id, into.id))
    for tie in (*writer.rows(Tie, from_note=note.id), *writer.rows(Tie, to_note=note.id)):
        _tie_again(writer, tie, note, into)


def _tie_again(writer: Writer, tie: Tie, note: Note, into: Note) -> None:
    """Tie the other end to the note that stays, unless it is tied so already or is that note."""
    one, other = (into.id if end == note.id else end for end in (tie.from_note, tie.to_note))
    same = writer.rows(Tie, run=tie.run, form=tie.form, from_note=one, to_note=other)
    if one != other and not same:
        writer.change(tie, from_note=one, to_note=other)
