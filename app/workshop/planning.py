"""Planning a workshop: its sessions and blocks, each change of the agenda one journaled change."""

from collections.abc import Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import (
    encode_recipe,
    own_recipe,
    with_minutes,
)
from app.catalogue.retelling import origin_of, with_languages
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Block, Run, Session, Workshop
from app.library.trouble import Trouble
from app.library.writer import Writer
from app.moment import day, stamp
from app.typed_text import one_line, required_line, several_lines, unmarked
from app.workshop.agenda import BREAK as BREAK  # these are said here too, for those who plan
from app.workshop.agenda import DAY, Spot, spot_beside
from app.workshop.agenda import STEP as STEP
from app.workshop.agenda_order import blocks_of as blocks_of
from app.workshop.agenda_order import end_spot, put_blocks, sessions_of, settle_blocks
from app.workshop.agenda_order import layouts as layouts
from app.workshop.new_blocks import agenda_blocks, break_block, exercise_block, own_block
from app.workshop.new_blocks import languages_of as languages_of
from app.workshop.new_blocks import recipe_of as recipe_of
from app.workshop.parts import parts_of

LONGEST_BLOCK = 600
"""Minutes: ten hours. More is a slip of the finger."""


class WorkshopFields(msgspec.Struct, frozen=True, kw_only=True):
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
    notes: str = ""
    """Why it is planned, in the words of whoever does; they stay with them."""


def scope_of(workshop: Workshop) -> Scope:
    """What changes to a workshop belong to."""
    return Scope(workshop.community, workshop.id)


def plan_workshop(library: Library, catalogue: Catalogue, wish: WorkshopFields) -> Workshop:
    """Plan a workshop with one session, and the blocks of its agenda, shortened where it allows.

    Raises Trouble: ``empty`` for the title, ``too-long`` for it or the notes, ``minutes``.
    """
    moment, place = library.moment, one_line(wish.place)
    _check_minutes(wish.minutes, DAY)
    workshop = Workshop(
        id=moment.new_id(),
        community=wish.community,
        purpose=wish.purpose,
        title=required_line(wish.title),
        date=wish.date,
        zone=wish.zone,
        place=place,
        languages=",".join(wish.languages),
        expected=wish.expected,
        notes=several_lines(wish.notes),
        created=stamp(moment.now()),
    )
    session = Session(
        id=moment.new_id(),
        workshop=workshop.id,
        date=wish.date,
        starts=wish.starts,
        minutes=wish.minutes,
        place=place,
    )
    # In the community's scope: undone from the community's page, where it was done.
    with library.change("workshop-plan", Scope(wish.community)) as writer:
        writer.add(workshop)
        writer.add(session)
        if wish.agenda is not None:
            blocks = agenda_blocks(library, catalogue, workshop, session, wish.agenda)
            put_blocks(writer, workshop.id, blocks, Spot(session.id))
    return workshop


def begin_from(
    library: Library, catalogue: Catalogue, workshop: Workshop, agenda: str
) -> list[Block]:
    """Put the blocks of a catalogue agenda after those there are, in one change."""
    with library.change("agenda-begin", scope_of(workshop)) as writer:
        spot = end_spot(writer, workshop.id)
        session = writer.row(Session, spot.session)
        made = agenda_blocks(library, catalogue, workshop, session, agenda)
        return put_blocks(writer, workshop.id, made, spot)


def add_exercise(
    library: Library,
    catalogue: Catalogue,
    workshop: Workshop,
    exercise: str,
    spot: Spot | None = None,
) -> Block:
    """Put an exercise of the catalogue at ``spot`` (None: at the end), for its usual minutes."""
    entry = catalogue.exercise(exercise)
    with library.change("block-add", scope_of(workshop)) as writer:
        at = spot or end_spot(writer, workshop.id)
        made = exercise_block(library, workshop, at.session, entry, entry.minutes.usual)
        return put_blocks(writer, workshop.id, [made], at)[0]


def add_own(
    library: Library, workshop: Workshop, title: str, minutes: int, spot: Spot | None = None
) -> Block:
    """Put a block of one's own at ``spot`` (None: at the end).

    Raises Trouble (``empty``, ``too-long``, ``minutes``).
    """
    text = required_line(unmarked(title))
    _check_minutes(minutes)
    with library.change("block-add", scope_of(workshop)) as writer:
        at = spot or end_spot(writer, workshop.id)
        made = own_block(library, workshop, at.session, text, minutes)
        return put_blocks(writer, workshop.id, [made], at)[0]


def add_break(
    library: Library, workshop: Workshop, minutes: int, spot: Spot | None = None
) -> Block:
    """Put a break at ``spot`` (None: at the end). Raises Trouble (``minutes``)."""
    _check_minutes(minutes)
    with library.change("break-add", scope_of(workshop)) as writer:
        at = spot or end_spot(writer, workshop.id)
        made = break_block(library, workshop, at.session, minutes)
        return put_blocks(writer, workshop.id, [made], at)[0]


def remove_block(library: Library, workshop: Workshop, block: Block) -> None:
    """Take a block off the agenda. Raises Trouble (``block-has-runs``) once it has been run."""
    with library.change("block-remove", scope_of(workshop)) as writer:
        if writer.count(Run, block=block.id):
            raise Trouble("block-has-runs", title=block.title)
        writer.remove(block)


def move_block(library: Library, workshop: Workshop, block: Block, spot: Spot) -> Block:
    """Put a block at another place. Raises Trouble (``gone``) when it is no longer there."""
    with library.change("block-move", scope_of(workshop)) as writer:
        current = _current(writer, block)
        if spot.after == block.id:
            return current
        return put_blocks(writer, workshop.id, [block], spot)[0]


def shift_block(library: Library, workshop: Workshop, block: Block, by: int) -> Block:
    """Move a block one place down (``by`` 1) or up (-1); at the agenda's edge it stays."""
    spot = spot_beside(layouts(library.reader, workshop.id), block.id, by)
    return block if spot is None else move_block(library, workshop, block, spot)


def set_minutes(library: Library, workshop: Workshop, block: Block, minutes: int) -> Block:
    """Give a block other minutes; its steps share them out. Raises Trouble (``minutes``)."""
    _check_minutes(minutes)
    with library.change("block-minutes", scope_of(workshop), field=f"minutes:{block.id}") as writer:
        recipe = with_minutes(recipe_of(_current(writer, block)), minutes)
        return writer.change(block, minutes=minutes, recipe=encode_recipe(recipe))


def lock_start(library: Library, workshop: Workshop, block: Block, starts: int | None) -> Block:
    """Lock a block's start at a minute of the day, or let it follow the block before (None)."""
    with library.change("block-start", scope_of(workshop)) as writer:
        return writer.change(block, starts=starts)


def set_audience(library: Library, workshop: Workshop, block: Block, audience: str) -> Block:
    """Say who may read what a block gathers, with the other parts of its exercise."""
    with library.change("block-audience", scope_of(workshop)) as writer:
        for one in parts_of(writer, block):
            writer.change(one, audience=audience)
        return writer.row(Block, block.id)


def rename_block(library: Library, workshop: Workshop, block: Block, title: str) -> Block:
    """Give a block another title. Raises Trouble (``empty``, ``too-long``).

    A block of one's own is called so in every language; an exercise keeps its own name in the
    workshop's second one.
    """
    text = required_line(title)
    with library.change("block-title", scope_of(workshop), field=f"title:{block.id}") as writer:
        current = _current(writer, block)
        recipe = recipe_of(current)
        own = own_recipe(current.title, recipe.minutes, recipe.languages)
        if recipe == msgspec.structs.replace(own, optional=recipe.optional):
            recipe = msgspec.structs.replace(
                recipe, words=own_recipe(text, 0, recipe.languages).words
            )
        return writer.change(block, title=text, recipe=encode_recipe(recipe))


def set_languages(
    library: Library, catalogue: Catalogue, workshop: Workshop, languages: Sequence[str]
) -> Workshop:
    """Change the workshop's languages: the words follow, minutes and own titles stay."""
    with library.change("workshop-languages", scope_of(workshop)) as writer:
        changed = writer.change(workshop, languages=",".join(languages))
        for block in blocks_of(writer, workshop.id):
            before = recipe_of(block)
            recipe = with_languages(before, languages, origin_of(catalogue, before))
            # A title people gave the block themselves stays; the exercise's own name follows.
            named = block.title in {words.title for words in before.words.values()}
            title = recipe.in_language(languages[0]).title if named else block.title
            writer.change(block, recipe=encode_recipe(recipe), title=title)
    return changed


def edit_workshop(
    library: Library, catalogue: Catalogue, workshop: Workshop, wish: WorkshopFields
) -> Workshop:
    """Change what was said when the workshop was planned, all of it in one change.

    Later days move with the first. A session that has a place of its own stays there. Raises
    Trouble as :func:`plan_workshop` does.
    """
    title, place = required_line(wish.title), one_line(wish.place)
    _check_minutes(wish.minutes, DAY)
    with library.change("workshop-edit", scope_of(workshop)) as writer:
        sessions = sessions_of(writer, workshop.id)
        if not sessions:  # as a file from elsewhere may leave it
            add_session(library, workshop, wish.date, wish.starts, wish.minutes, place)
        before = writer.row(Workshop, workshop.id).place
        for one in sessions:
            moved = day(one.date) + (day(wish.date) - day(sessions[0].date))
            own = len(sessions) > 1 and one.place != before
            here = one.place if own or place == before else place
            writer.change(one, date=moved.isoformat(), place=here)
        for one in sessions[:1]:
            writer.change(one, starts=wish.starts, minutes=wish.minutes)
        changed = writer.change(
            workshop,
            title=title,
            purpose=wish.purpose,
            date=wish.date,
            zone=wish.zone,
            place=place,
            expected=wish.expected,
        )
        if wish.languages != languages_of(changed):
            changed = set_languages(library, catalogue, changed, wish.languages)
        settle_blocks(writer, workshop.id)
        return changed


def add_session(
    library: Library, workshop: Workshop, date: str, starts: int, minutes: int, place: str = ""
) -> Session:
    """Add a day, or a part of one, to a workshop. Raises Trouble (``minutes``, ``too-long``)."""
    _check_minutes(minutes, DAY)
    with library.change("workshop-edit", scope_of(workshop)) as writer:
        made = writer.add(
            Session(
                id=library.moment.new_id(),
                workshop=workshop.id,
                date=date,
                starts=starts,
                minutes=minutes,
                place=one_line(place),
                position=writer.count(Session, workshop=workshop.id),
            )
        )
        settle_blocks(writer, workshop.id)
        return made


def _current(writer: Writer, block: Block) -> Block:
    """A block as it now is. Raises Trouble (``gone``)."""
    found = writer.find(Block, block.id)
    if found is None:
        raise Trouble("gone")
    return found


def _check_minutes(minutes: int, longest: int = LONGEST_BLOCK) -> None:
    if not 1 <= minutes <= longest:
        raise Trouble("minutes", longest=longest)
