"""Any sequence of changes keeps the agenda's order, and undone leaves no trace."""

from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.library.rows import Block, Session
from app.workshop.agenda import Spot
from app.workshop.agenda_order import sessions_of
from app.workshop.planning import (
    add_break,
    add_exercise,
    add_session,
    begin_from,
    edit_workshop,
    lock_start,
    move_block,
    recipe_of,
    remove_block,
    rename_block,
    scope_of,
    set_minutes,
    shift_block,
)
from tests.app.community.village import new_library
from tests.app.workshop.desk import Desk, make_desk
from tests.app.workshop.plans import WHOLE_DAY, everything, wish

steps = st.lists(
    st.tuples(
        st.sampled_from(
            ("own", "break", "exercise", "move", "shift", "remove", "minutes", "lock", "title",
             "session", "languages", "first")
        ),
        st.integers(0, 30),
        st.integers(0, 30),
    ),
    max_size=25,
)  # fmt: skip


def act(desk: Desk, what: str, one: int, other: int) -> bool:
    """Do one thing; false when there is nothing to do it to."""
    library, workshop, blocks = desk.library, desk.row(), desk.blocks()
    sessions = sessions_of(library.reader, workshop.id)
    session: Session = sessions[other % len(sessions)]
    after = [block.id for block in blocks if block.session == session.id]
    spot = Spot(session.id, [None, *after][one % (len(after) + 1)])
    if what == "own":
        desk.own(f"Block {one}", 1 + other, spot)
    elif what == "break":
        add_break(library, workshop, 1 + other, spot)
    elif what == "exercise":
        known = desk.catalogue.exercises
        add_exercise(library, desk.catalogue, workshop, known[one % len(known)].id, spot)
    elif what == "first":
        begin_from(library, desk.catalogue, workshop, WHOLE_DAY)
    elif what == "session":
        add_session(library, workshop, f"2026-01-{1 + one:02d}", 60 * (other % 24), 60)
    elif what == "languages":
        pair = (("en",), ("fr",), ("fr", "en"))[one % 3]
        edit_workshop(library, desk.catalogue, workshop, wish(desk.community.id, languages=pair))
    elif not blocks:
        return False
    else:
        _act_on(desk, what, blocks[one % len(blocks)], other, spot)
    return True


def _act_on(desk: Desk, what: str, block: Block, other: int, spot: Spot) -> None:
    library, workshop = desk.library, desk.row()
    if what == "move":
        move_block(library, workshop, block, spot)
    elif what == "shift":
        shift_block(library, workshop, block, 1 if other % 2 else -1)
    elif what == "remove":
        remove_block(library, workshop, block)
    elif what == "minutes":
        set_minutes(library, workshop, block, 1 + other)
    elif what == "lock":
        lock_start(library, workshop, block, None if other % 2 else 480 + other)
    else:
        rename_block(library, workshop, block, f"Title {other}")


@settings(max_examples=60)
@given(drawn=steps)
def test_any_sequence_keeps_the_order_and_undone_leaves_the_same_rows(
    catalogue: Catalogue, drawn: list[tuple[str, int, int]]
) -> None:
    """Positions strictly increase after each step; undone, all rows are as before; redone, as
    after."""
    with TemporaryDirectory() as folder:
        library = new_library(Path(folder))
        desk = make_desk(library, catalogue)
        scope, before = scope_of(desk.workshop), everything(library)
        for what, one, other in drawn:
            act(desk, what, one, other)
            positions = [block.position for block in desk.blocks()]
            assert all(low < high for low, high in pairwise(positions))
            assert all(recipe_of(block).minutes == block.minutes for block in desk.blocks())
        after = everything(library)
        undone = 0
        while library.undo_label(scope) is not None:
            library.undo(scope)
            undone += 1
        assert everything(library) == before
        for _ in range(undone):
            library.redo(scope)
        assert everything(library) == after
        library.close()
