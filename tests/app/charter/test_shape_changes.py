"""What changed beside the clauses: only what differs, and as few sections moved as can be."""

from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.charter.shape_changes import (
    CharterSide,
    head_changes,
    sections_of_both,
    shape_changes,
)
from app.library.charter_rows import FrozenClause, FrozenHead, FrozenSection

ORDERS = st.lists(st.sampled_from("ABCDEF"), unique=True, max_size=6)


def side(order: list[str], **said: FrozenSection) -> CharterSide:
    """A charter of sections of its own, each with a clause, in an order."""
    clauses = [FrozenClause(f"c-{one}", one, "", "text", "Said.", "organization") for one in order]
    shape = [said.get(one, FrozenSection(one, title=one)) for one in order]
    return CharterSide(clauses, shape)


@given(ORDERS, ORDERS)
def test_moved_sections_put_back_give_the_old_order(old: list[str], new: list[str]) -> None:
    """Those not told as moved kept their order; nothing else is told of sections that say the
    same."""
    found = shape_changes((), side(old), side(new), "en")
    assert {one.code for one in found} <= {"moved"}
    moved = {one.now.id for one in found}
    both = set(old) & set(new)
    assert moved <= both
    assert [one for one in old if one in both - moved] == [
        one for one in new if one in both - moved
    ]
    if [one for one in old if one in both] == [one for one in new if one in both]:
        assert not moved


@given(ORDERS, ORDERS)
def test_every_section_of_either_is_named_once(old: list[str], new: list[str]) -> None:
    """In the newer one's order."""
    found = list(sections_of_both((), side(old), side(new)))
    assert sorted(found) == sorted({*old, *new})
    assert [one for one in found if one in new] == new


def test_one_row_taken_up_is_one_that_moved(catalogue: Catalogue) -> None:
    found = shape_changes(catalogue.sections, side(["A", "B", "C"]), side(["C", "A", "B"]), "en")
    assert [(one.code, one.now.id, one.other) for one in found] == [("moved", "C", None)]


def test_how_a_section_is_written() -> None:
    """Its heading, columns, rule and place, each on its own."""
    other = FrozenSection("A", title="Anew", columns=("Who",), rule="inherited")
    found = shape_changes((), side(["A"]), side(["A"], A=other), "en")
    assert [one.code for one in found] == ["renamed", "columns", "rule"]
    under = FrozenSection("B", title="B", under="A")
    (placed,) = shape_changes((), side(["A", "B"]), side(["A", "B"], B=under), "en")
    assert placed.code == "under"
    assert placed.other is not None
    assert placed.other.id == "A"


def test_a_section_without_clauses_comes_and_goes() -> None:
    kept = CharterSide((), (FrozenSection("A", title="A", left_empty=True),))
    assert [one.code for one in shape_changes((), CharterSide(), kept, "en")] == ["added"]
    assert [one.code for one in shape_changes((), kept, CharterSide(), "en")] == ["taken-out"]


def test_the_head() -> None:
    assert not head_changes(FrozenHead(quorum=3), FrozenHead(quorum=3))
    (found,) = head_changes(FrozenHead(quorum=3), FrozenHead(quorum=4))
    assert found.field == "quorum"
