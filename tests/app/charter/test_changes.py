"""What changed: word by word and clause by clause, and nothing that did not."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.charter.changes import ClauseChange, Stretch, compare, pair_up, word_changes
from app.library.charter_rows import FrozenClause

WORDS = st.text(alphabet=st.sampled_from("abcde éß .,;:!’“”-–()\n\tهمאנहि कि😀́"), max_size=60)
SENTENCES = st.lists(
    st.sampled_from("we keep the maps and say so, in time. nobody ever? all of us".split()),
    max_size=20,
).map(" ".join)


def clause(
    text: str,
    one: str = "a",
    *,
    section: str = "purpose",
    form: str = "text",
    heading: str = "",
) -> FrozenClause:
    """A clause as it stands in a version."""
    return FrozenClause(one, section, heading, form, text, "organization")


def told(old: str, new: str) -> list[tuple[str, str]]:
    """The stretches between two texts, as pairs."""
    return [(one.mark, one.text) for one in word_changes(old, new)]


@given(st.one_of(WORDS, SENTENCES), st.one_of(WORDS, SENTENCES))
def test_nothing_is_lost_and_nothing_invented(old: str, new: str) -> None:
    """Kept and removed are the old text, kept and added the new one; no stretch is empty."""
    found = word_changes(old, new)
    assert "".join(one.text for one in found if one.mark != "added") == old
    assert "".join(one.text for one in found if one.mark != "removed") == new
    assert all(one.text for one in found)
    pairs = pairwise(found)
    assert not any(one.mark == other.mark == "kept" for one, other in pairs)


@given(st.one_of(WORDS, SENTENCES))
def test_the_same_is_kept(text: str) -> None:
    """One stretch, or none where there is no text."""
    assert told(text, text) == ([("kept", text)] if text else [])


def test_words_go_and_come_whole() -> None:
    """As in a letter with corrections: whole phrases, and the comma beside them stays."""
    old = "This covers inspection and repair design, for road and railway bridges."
    new = "This covers inspection, interpretation and the advice that follows, for road bridges."
    assert told(old, new) == [
        ("kept", "This covers inspection"),
        ("removed", " and repair design"),
        ("added", ", interpretation and the advice that follows"),
        ("kept", ", for road "),
        ("removed", "and railway "),
        ("kept", "bridges."),
    ]


def test_a_word_is_never_cut() -> None:
    """Not within letters, nor between a letter and the vowel sign it carries."""
    assert told("maps", "mapping") == [("removed", "maps"), ("added", "mapping")]
    assert told("कि", "की") == [("removed", "कि"), ("added", "की")]


def test_another_text_is_shown_whole() -> None:
    """A few common words do not tear two sentences to pieces."""
    old = "The coordinator keeps the list and sends it to all of us every month."
    new = "Whoever asks is answered within a week, by one of those who have been here longest."
    assert [mark for mark, _ in told(old, new)] == ["removed", "added", "kept"]
    assert told(old, new)[-1] == ("kept", ".")


def test_a_long_text_is_compared_word_by_word() -> None:
    """Nine thousand characters with a word changed here and there."""
    words = [f"word{number * 7919 % 400}" for number in range(1200)]
    changed = [f"other{at}" if at % 40 == 0 else word for at, word in enumerate(words)]
    found = word_changes(" ".join(words), " ".join(changed))
    assert sum(one.mark == "added" for one in found) == 30


def test_lines_meet_those_most_like_them() -> None:
    """A line that went does not make all that follow it look new."""
    old = [("Gathering", "monthly"), ("Field day", "twice a year"), ("Channel", "always")]
    new = [("Field day", "once a year"), ("Channel", "always"), ("Open door", "Fridays")]
    assert list(pair_up(old, new)) == [
        (old[0], ()),
        (old[1], new[0]),
        (old[2], new[1]),
        ((), new[2]),
    ]


@given(
    st.lists(st.sampled_from(["a b", "a c", "d e f", "d e", "g"]), max_size=7),
    st.lists(st.sampled_from(["a b", "a c", "d e f", "d e", "g"]), max_size=7),
)
def test_every_line_is_there_once_and_in_order(old: list[str], new: list[str]) -> None:
    """Whatever meets whatever."""
    before, now = [(one,) for one in old], [(one,) for one in new]
    pairs = list(pair_up(before, now))
    assert [one for one, _ in pairs if one] == before
    assert [other for _, other in pairs if other] == now


def test_many_lines_are_all_paired() -> None:
    """A thousand lines, all of them changed."""
    old = [(f"line {number} of old",) for number in range(1000)]
    new = [(f"row {number} of new",) for number in range(1000)]
    assert len(list(pair_up(old, new))) == 1000


def marks(before: list[FrozenClause], now: list[FrozenClause]) -> list[tuple[str, str]]:
    """Each change's mark and text, in the order of reading."""
    found: list[tuple[str, str]] = []
    for change in compare(before, now):
        either = change.now or change.before
        assert either is not None
        found.append((change.mark, either.text))
    return found


def test_clauses_are_known_by_their_id() -> None:
    """Edited, added, kept; one that is gone stands where it stood."""
    before = [clause("One", "a"), clause("Two", "b"), clause("Three", "c")]
    now = [clause("One", "a"), clause("Three!", "c"), clause("Four", "d")]
    assert marks(before, now) == [
        ("kept", "One"),
        ("removed", "Two"),
        ("edited", "Three!"),
        ("added", "Four"),
    ]


def test_what_went_first_still_stands_first() -> None:
    """In its own section, also when the section has nothing left."""
    before = [clause("One", "a"), clause("Two", "b"), clause("Ours", "c", section="domain")]
    assert marks(before, [clause("Two", "b")]) == [
        ("removed", "One"),
        ("kept", "Two"),
        ("removed", "Ours"),
    ]
    assert marks(before, [])[0] == ("removed", "One")
    assert [text for _, text in marks(before, [])] == ["One", "Two", "Ours"]


def test_another_section_is_another_place() -> None:
    """A clause moved to another section went here and came there."""
    now = [clause("One", "a", section="domain")]
    assert sorted(marks([clause("One", "a")], now)) == [("added", "One"), ("removed", "One")]


def test_a_heading_is_a_change() -> None:
    """Also when the text is the same."""
    change = ClauseChange(clause("One"), clause("One", heading="First"))
    assert change.mark == "edited"
    assert change.heading == (Stretch("added", "First"),)


@pytest.mark.parametrize(
    ("before", "now", "new"),
    [
        ("a\nb", "a\nb", 0),
        ("a\nb", "a\nb\nc", 1),
        ("a\nb", "x\na\ny\nb", 2),
        ("a\nb", "a", 0),
        ("a\nb", "a\nc", 0),
    ],
)
def test_new_items(before: str, now: str, new: int) -> None:
    """Items are new where nothing else happened to the list."""
    change = ClauseChange(clause(before, form="list"), clause(now, form="list"))
    assert change.new_items == new


def test_new_clauses() -> None:
    """A clause that was not there is one new thing; a text that grew is edited."""
    assert ClauseChange(None, clause("One")).new_items == 1
    assert ClauseChange(clause("One"), clause("One\nTwo")).new_items == 0
    assert ClauseChange(clause("One"), None).new_items == 0


def test_rows_and_items_word_by_word() -> None:
    """Cell by cell, item by item."""
    table = ClauseChange(
        clause("Case\tmonthly\nDay", form="table"), clause("Case\tweekly\nDay\tMay", form="table")
    )
    assert table.rows == (
        (
            (Stretch("kept", "Case"),),
            (Stretch("removed", "monthly"), Stretch("added", "weekly")),
        ),
        ((Stretch("kept", "Day"),), (Stretch("added", "May"),)),
    )
    listed = ClauseChange(clause("one", form="list"), clause("one\ntwo", form="list"))
    assert listed.items == ((Stretch("kept", "one"),), (Stretch("added", "two"),))
