"""One exercise feeds another: what earlier ones led to is offered when a block begins.

Which exercises it takes from, and what becomes of it, is declared in the catalogue (``takes``).
What is carried are texts as people said them, never counts. Nothing is carried unasked, nor twice.
"""

from collections.abc import Callable, Mapping, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Take
from app.catalogue.recipe import Recipe, encode_recipe
from app.charter.clauses import add_item, tie
from app.kinds.kind import CaptureKinds, facts_of
from app.kinds.ranked import Ranked, ranking
from app.kinds.setup_words import with_items, with_words
from app.library.audience import AUDIENCES, narrowest
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Block, ClauseSource, Note, Round, Run
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.workshop.notes import notes_of
from app.workshop.parts import gathering_run, parts_of
from app.workshop.planning import recipe_of, scope_of
from app.workshop.running import Running, running_of

FACILITATOR, ROOM = AUDIENCES[0], AUDIENCES[1]


class ToCarry(msgspec.Struct, frozen=True):
    """A fact of a kind that others may take along: a text that lies in a zone.

    A kind whose runs add up to notes need not say so: those are carried in the order of its facts,
    or as they are ranked.
    """

    text: str
    zone: str = ""


class Carried(msgspec.Struct, frozen=True):
    """A text that may be taken along, with the notes it comes from: those of a cluster under its
    title, or one. ``audience`` may read it; ``freely``: this room may see it without being asked.
    """

    id: str
    text: str
    notes: tuple[Note, ...]
    audience: str
    freely: bool


class Offer(msgspec.Struct, frozen=True):
    """What one of the block's declared takes finds: in which block, on which day."""

    take: Take
    block: Block
    day: str
    items: tuple[Carried, ...]


def offers(
    reader: Reader, catalogue: Catalogue, kinds: CaptureKinds, running: Running
) -> tuple[Offer, ...]:
    """What a block may take along; nothing once that was answered, or where nothing is there."""
    exercise = catalogue.find_exercise(running.block.exercise or "")
    if exercise is None or reader.row(Block, running.block.id).carried:
        return ()
    begun = _begun(reader, kinds, running)
    found = []
    for take in exercise.takes:
        # What people already answer or place by is not exchanged under their hands.
        if _fits(kinds, reader, running, take) and not (begun and take.form in ("words", "items")):
            found += [
                _offer(reader, kinds, running, take, run) for run in _runs(reader, running, take)
            ]
    return tuple(one for one in found if one.items)


def _begun(reader: Reader, kinds: CaptureKinds, running: Running) -> bool:
    """Whether people said or answered anything in the run."""
    run = running.run.id
    return kinds[running.block.kind].count(reader, run) > 0 or reader.count(Round, run=run) > 0


def take_along(
    library: Library,
    kinds: CaptureKinds,
    running: Running,
    chosen: Sequence[tuple[Take, Sequence[Carried]]],
) -> None:
    """Carry what was chosen into a block: one change. Raises Trouble (``carried-already``)."""
    with library.change("carry", scope_of(running.workshop)) as writer:
        _answer(writer, running, "taken")
        for take, items in chosen:
            if items:
                _INTO[take.form](library, kinds, running, take, items)


def leave_behind(library: Library, running: Running) -> None:
    """Take nothing along. Raises Trouble (``carried-already``)."""
    with library.change("carry-decline", scope_of(running.workshop)) as writer:
        _answer(writer, running, "declined")


def _answer(writer: Writer, running: Running, answer: str) -> None:
    block = writer.row(Block, running.block.id)
    if block.carried:
        raise Trouble("carried-already")
    writer.change(block, carried=answer)


def _fits(kinds: CaptureKinds, reader: Reader, running: Running, take: Take) -> bool:
    """Whether the block still has the zone that notes are to lie in: it may have been changed."""
    return take.form != "notes" or _zone(take) in kinds[running.block.kind].targets(running, reader)


def _zone(take: Take) -> str:
    return next(iter(take.into), "")


def _runs(reader: Reader, running: Running, take: Take) -> list[Run]:
    """The last run of each exercise that is taken from: of this workshop, else of the last one of
    the community before it."""
    found = []
    own = [one.id for one in parts_of(reader, running.block)]
    for exercise in take.source:
        runs = reader.select(
            Run,
            "JOIN block ON block.id = run.block JOIN workshop ON workshop.id = block.workshop "
            "WHERE workshop.community = ? AND block.exercise = ? "
            f"AND block.id NOT IN ({', '.join('?' * len(own))}) "
            "AND (workshop.id = ? OR workshop.date <= ?) "
            "ORDER BY workshop.id = ? DESC, workshop.date DESC, run.id DESC LIMIT 1",
            running.community.id,
            exercise,
            *own,
            running.workshop.id,
            running.workshop.date,
            running.workshop.id,
        )
        found += [gathering_run(reader, run) for run in runs]
    return found


def _offer(reader: Reader, kinds: CaptureKinds, running: Running, take: Take, run: Run) -> Offer:
    source = running_of(reader, run.id)
    here = source.workshop.id == running.workshop.id
    items = [
        one
        for one in _texts(reader, kinds, source, take, here)
        # A charter and a question are read by all: what is for the facilitator never becomes one.
        if (take.form == "notes" or one.audience != FACILITATOR)
        and not _there_already(reader, running, take, one)
    ]
    most = take.first or len(items)
    if take.form == "words":
        most = len(take.into)
    return Offer(take, source.block, source.workshop.date, tuple(items[:most]))


def _there_already(reader: Reader, running: Running, take: Take, item: Carried) -> bool:
    """Whether it stands there, whoever put it there."""
    if take.form == "clauses":
        return any(reader.count(ClauseSource, note=note.id) for note in item.notes)
    runs = [run.id for run in reader.rows(Run, block=running.block.id)]
    return any(
        reader.count(Note, run=run, source=note.id) for run in runs for note in item.notes[:1]
    )


def _texts(
    reader: Reader, kinds: CaptureKinds, source: Running, take: Take, here: bool
) -> list[Carried]:
    """What lies in the zones, in the order of the room; of clusters their titles."""
    block = source.block
    facts = kinds[block.kind].facts(reader, source)
    told = facts_of(facts, ToCarry)
    if told:
        return [
            Carried(
                f"{source.run.id}/{at}", one.text, (), block.audience, _free(block.audience, here)
            )
            for at, one in enumerate(told)
            if not take.zones or one.zone in take.zones
        ]
    found = []
    # As the kind ranks its notes, such as by the axes of a matrix; else as they were given dots.
    for ranked in facts_of(facts, Ranked) or ranking(reader, source.run.id):
        if not ranked.notes or (take.zones and ranked.zone not in take.zones):
            continue
        for key, text, notes in _said(ranked):
            audience = narrowest(block.audience, *(note.audience for note in notes))
            found.append(Carried(key, text, notes, audience, _free(audience, here)))
    return found


def _said(ranked: Ranked) -> list[tuple[str, str, tuple[Note, ...]]]:
    """A cluster by its title; its notes one by one where the room gave it none."""
    if ranked.cluster is not None and ranked.cluster.title:
        return [(ranked.cluster.id, ranked.cluster.title, ranked.notes)]
    return [(note.id, note.text, (note,)) for note in ranked.notes]


def _free(audience: str, here: bool) -> bool:
    """Whether the room may see it unasked: what was for those in a room is for that room alone."""
    return audience != FACILITATOR and (here or audience != ROOM)


def _into_notes(
    library: Library, kinds: CaptureKinds, running: Running, take: Take, items: Sequence[Carried]
) -> None:
    """Captured anew, as if they were typed; notes are as narrow as what they come from, which is
    their source."""
    kind = kinds[running.block.kind]
    for item in items:
        with library.change("carry", scope_of(running.workshop)) as writer:
            before = {note.id for note in notes_of(writer, running.run.id)}
            kind.capture(library, running, _zone(take), item.text)
            for note in notes_of(writer, running.run.id):
                if note.id not in before:
                    _sourced(writer, note, item)


def _sourced(writer: Writer, note: Note, item: Carried) -> None:
    audience = narrowest(item.audience, note.audience)
    if not item.notes:
        writer.change(note, audience=audience)
        return
    first = item.notes[0]
    writer.change(note, audience=audience, source=first.id, language=first.language)


def _into_clauses(
    library: Library, kinds: CaptureKinds, running: Running, take: Take, items: Sequence[Carried]
) -> None:
    """Lines of the section's list, tied to their notes."""
    scope = scope_of(running.workshop)
    for item in items:
        clause = add_item(library, scope, take.into[0], item.text, run=running.run.id)
        for note in item.notes:
            tie(library, scope, clause, note.id)


def _into_words(
    library: Library, kinds: CaptureKinds, running: Running, take: Take, items: Sequence[Carried]
) -> None:
    texts = [one.text for one in items]
    _rewrite(library, running, lambda recipe: with_words(recipe, take.into, texts, take.drops))


def _into_items(
    library: Library, kinds: CaptureKinds, running: Running, take: Take, items: Sequence[Carried]
) -> None:
    texts = [one.text for one in items]
    _rewrite(library, running, lambda recipe: with_items(recipe, take.into[0], texts))


def _rewrite(library: Library, running: Running, told: Callable[[Recipe], Recipe]) -> None:
    """Give the block's own copy of its recipe other words."""
    with library.change("carry", scope_of(running.workshop)) as writer:
        block = writer.row(Block, running.block.id)
        writer.change(block, recipe=encode_recipe(told(recipe_of(block))))


_Carry = Callable[[Library, CaptureKinds, Running, Take, Sequence[Carried]], None]
_INTO: Mapping[str, _Carry] = {
    "notes": _into_notes,
    "clauses": _into_clauses,
    "words": _into_words,
    "items": _into_items,
}
