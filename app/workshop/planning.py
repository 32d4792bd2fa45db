"""Planning a workshop: its sessions and blocks, each change of the agenda one journaled change."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import (
    Recipe,
    decode_recipe,
    encode_recipe,
    make_recipe,
    own_recipe,
    with_languages,
    with_minutes,
)
from app.catalogue.types import Exercise
from app.library.journal import Scope
from app.library.library import Library
from app.library.reading import Reader
from app.library.rows import Block, Run, Session, Workshop
from app.library.trouble import Trouble
from app.library.writing import Writer
from app.moment import stamp
from app.workshop.agenda import Layout, lay_out
from app.workshop.texts import clean_line

STEP = 1000
"""Between two positions, so that something can be put between them."""

LONGEST_BLOCK = 600
"""Minutes: ten hours. More is a slip of the finger."""

BREAK = "break"
"""What ``block.exercise`` says of a pause: not an exercise of the catalogue, a place to breathe."""


class Wish(msgspec.Struct, frozen=True, kw_only=True):
    """What somebody says of a workshop to be planned. ``starts`` in minutes since midnight."""

    community: str
    purpose: str
    title: str
    date: str
    zone: str
    starts: int
    minutes: int
    place: str = ""
    languages: tuple[str, ...] = ("en",)
    expected: int = 0
    agenda: str | None = None
    """Id of a catalogue agenda to begin from; None begins empty."""


def scope_of(workshop: Workshop) -> Scope:
    """What changes to a workshop belong to."""
    return Scope(workshop.community, workshop.id)


def plan_workshop(library: Library, catalogue: Catalogue, wish: Wish) -> Workshop:
    """Plan a workshop with one session, and the blocks of its agenda. Raises Trouble."""
    title = clean_line(wish.title)
    moment = library.moment
    workshop = Workshop(
        id=moment.new_id(),
        community=wish.community,
        purpose=wish.purpose,
        title=title,
        date=wish.date,
        zone=wish.zone,
        place=wish.place.strip(),
        languages=",".join(wish.languages),
        expected=wish.expected,
        created=stamp(moment.now()),
    )
    session = Session(
        id=moment.new_id(),
        workshop=workshop.id,
        date=wish.date,
        starts=wish.starts,
        minutes=wish.minutes,
        place=wish.place.strip(),
    )
    # In the community's scope: undone from the community's page, where it was done.
    with library.change("workshop-plan", Scope(wish.community)) as writer:
        writer.add(workshop)
        writer.add(session)
        if wish.agenda is not None:
            _add_agenda(writer, library, catalogue, workshop, session, wish.agenda)
    return workshop


def _add_agenda(
    writer: Writer,
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    session: Session,
    agenda: str,
) -> None:
    for number, planned in enumerate(catalogue.agenda(agenda).blocks, start=1):
        if planned.exercise is None:
            made = _pause(library, workshop, session, planned.minutes, number * STEP)
        else:
            exercise = catalogue.exercise(planned.exercise)
            made = _block(library, workshop, session, exercise, planned.minutes, number * STEP)
        writer.add(made)


def languages_of(workshop: Workshop) -> tuple[str, ...]:
    """The workshop's languages, the leading one first."""
    return tuple(workshop.languages.split(","))


def recipe_of(block: Block) -> Recipe:
    """The copy of the recipe that a block keeps."""
    return decode_recipe(block.recipe)


def blocks_of(reader: Reader, workshop: str) -> list[Block]:
    """The workshop's blocks in their order."""
    return reader.rows(Block, order="position", workshop=workshop)


def layouts(reader: Reader, workshop: str) -> list[Layout]:
    """Each session of the workshop with its blocks laid out."""
    blocks = blocks_of(reader, workshop)
    sessions = reader.rows(Session, order="date, starts, position", workshop=workshop)
    return [
        lay_out(session, [block for block in blocks if block.session == session.id])
        for session in sessions
    ]


def add_exercise(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    exercise: str,
    after: str | None = None,
) -> Block:
    """Put an exercise of the catalogue after block ``after`` (None: at the end)."""
    entry = catalogue.exercise(exercise)
    session, position = _place(library.reader, workshop.id, after)
    made = _block(library, workshop, session, entry, entry.minutes.usual, position)
    return _insert(library, workshop, made, "block-add")


def add_own(
    library: Library, workshop: Workshop, title: str, minutes: int, after: str | None = None
) -> Block:
    """Put a block of one's own after block ``after``. Raises Trouble (``empty``, ``minutes``)."""
    session, position = _place(library.reader, workshop.id, after)
    text = clean_line(title)
    _check_minutes(minutes)
    made = Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session.id,
        position=position,
        kind="talk",
        title=text,
        minutes=minutes,
        recipe=encode_recipe(own_recipe(text, minutes, languages_of(workshop))),
    )
    return _insert(library, workshop, made, "block-add")


def add_break(
    library: Library, workshop: Workshop, minutes: int, after: str | None = None
) -> Block:
    """Put a break after block ``after``."""
    session, position = _place(library.reader, workshop.id, after)
    _check_minutes(minutes)
    made = _pause(library, workshop, session, minutes, position)
    return _insert(library, workshop, made, "break-add")


def remove_block(library: Library, workshop: Workshop, block: Block) -> None:
    """Take a block off the agenda. Raises Trouble (``block-has-runs``) once it has been run."""
    if library.reader.count(Run, block=block.id):
        raise Trouble("block-has-runs", title=block.title)
    with library.change("block-remove", scope_of(workshop)) as writer:
        writer.remove(block)


def move_block(library: Library, workshop: Workshop, block: Block, to: int) -> None:
    """Make a block the ``to``-th (from 0) among all the workshop's blocks."""
    others = [one for one in blocks_of(library.reader, workshop.id) if one.id != block.id]
    others.insert(max(0, min(to, len(others))), block)
    order = {one.id: number * STEP for number, one in enumerate(others, start=1)}
    neighbour = others[order[block.id] // STEP - 2] if order[block.id] > STEP else None
    session = neighbour.session if neighbour else block.session
    with library.change("block-move", scope_of(workshop)) as writer:
        for one in others:
            place = session if one.id == block.id else one.session
            writer.change(one, position=order[one.id], session=place)


def set_minutes(library: Library, workshop: Workshop, block: Block, minutes: int) -> Block:
    """Give a block other minutes; its steps share them out. Raises Trouble (``minutes``)."""
    _check_minutes(minutes)
    recipe = with_minutes(recipe_of(block), minutes)
    with library.change("block-minutes", scope_of(workshop), field=f"minutes:{block.id}") as writer:
        return writer.change(block, minutes=minutes, recipe=encode_recipe(recipe))


def lock_start(library: Library, workshop: Workshop, block: Block, starts: int | None) -> Block:
    """Lock a block's start at a minute of the day, or let it follow the block before (None)."""
    with library.change("block-start", scope_of(workshop)) as writer:
        return writer.change(block, starts=starts)


def set_audience(library: Library, workshop: Workshop, block: Block, audience: str) -> Block:
    """Say who may read what a block gathers."""
    with library.change("block-audience", scope_of(workshop)) as writer:
        return writer.change(block, audience=audience)


def rename_block(library: Library, workshop: Workshop, block: Block, title: str) -> Block:
    """Give a block another title. Raises Trouble (``empty``)."""
    text = clean_line(title)
    with library.change("block-title", scope_of(workshop), field=f"title:{block.id}") as writer:
        return writer.change(block, title=text)


def set_languages(
    library: Library, catalogue: Catalogue, workshop: Workshop, languages: Sequence[str]
) -> Workshop:
    """Change the workshop's languages: the words follow, minutes and own titles stay."""
    with library.change("workshop-languages", scope_of(workshop)) as writer:
        changed = writer.change(workshop, languages=",".join(languages))
        for block in blocks_of(writer, workshop.id):
            before = recipe_of(block)
            entry = catalogue.find_exercise(block.exercise or "")
            recipe = with_languages(before, languages, entry)
            # A title people gave the block themselves stays; the exercise's own name follows.
            named = block.title == before.in_language(before.languages[0]).title
            title = recipe.in_language(languages[0]).title if named else block.title
            writer.change(block, recipe=encode_recipe(recipe), title=title)
    return changed


def edit_workshop(library: Library, workshop: Workshop, wish: Wish) -> Workshop:
    """Change a workshop's title, date, time, place and number of people. Raises Trouble."""
    title = clean_line(wish.title)
    with library.change("workshop-edit", scope_of(workshop)) as writer:
        sessions = writer.rows(Session, order="date, starts, position", workshop=workshop.id)
        writer.change(
            sessions[0],
            date=wish.date,
            starts=wish.starts,
            minutes=wish.minutes,
            place=wish.place.strip(),
        )
        return writer.change(
            workshop,
            title=title,
            purpose=wish.purpose,
            date=wish.date,
            zone=wish.zone,
            place=wish.place.strip(),
            expected=wish.expected,
        )


def _insert(library: Library, workshop: Workshop, block: Block, label: str) -> Block:
    with library.change(label, scope_of(workshop)) as writer:
        writer.add(block)
        for number, one in enumerate(blocks_of(writer, workshop.id), start=1):
            writer.change(one, position=number * STEP)
        return writer.row(Block, block.id)


def _place(reader: Reader, workshop: str, after: str | None) -> tuple[Session, int]:
    blocks = blocks_of(reader, workshop)
    before = next((one for one in blocks if one.id == after), blocks[-1] if blocks else None)
    sessions = reader.rows(Session, order="date, starts, position", workshop=workshop)
    if before is None:
        return sessions[0], STEP
    return reader.row(Session, before.session), before.position + STEP // 2


def _block(
    library: Library,
    workshop: Workshop,
    session: Session,
    exercise: Exercise,
    minutes: int,
    position: int,
) -> Block:
    languages = languages_of(workshop)
    recipe = make_recipe(exercise, languages, minutes)
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session.id,
        position=position,
        exercise=exercise.id,
        kind=exercise.kind,
        title=recipe.in_language(languages[0]).title,
        minutes=minutes,
        audience=exercise.audience,
        recipe=encode_recipe(recipe),
    )


def _pause(
    library: Library, workshop: Workshop, session: Session, minutes: int, position: int
) -> Block:
    return Block(
        id=library.moment.new_id(),
        workshop=workshop.id,
        session=session.id,
        position=position,
        exercise=BREAK,
        kind="talk",
        title="",
        minutes=minutes,
        recipe=encode_recipe(own_recipe("", minutes, languages_of(workshop))),
    )


def _check_minutes(minutes: int) -> None:
    if not 1 <= minutes <= LONGEST_BLOCK:
        raise Trouble("minutes", longest=LONGEST_BLOCK)
