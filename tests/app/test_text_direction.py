"""Text that runs from the right, among words that do not."""

from hypothesis import given
from hypothesis import strategies as st

from app.text_direction import (
    close_isolates,
    isolate,
    join_isolated,
    needs_ordering,
    runs_from_right,
)
from app.words import Words

STEERING = "ab של1‮‬⁦⁧⁨⁩"
MEETS = Words(
    "en", {"home.meets": "{name} meets", "home.place": {"one": "{n}", "other": "{place}"}}
)


def test_only_text_that_may_turn_needs_ordering() -> None:
    """Other scripts are left alone."""
    assert not needs_ordering("Łódź, Мост, पुल, 橋, 🙂")
    assert needs_ordering("a\u202eb")
    assert needs_ordering("שלום")
    assert needs_ordering("سلام")


def test_the_first_strong_character_tells_the_direction() -> None:
    """Digits and marks have none."""
    assert runs_from_right("123 «שלום» hello")
    assert runs_from_right("(2) مرحبا")
    assert not runs_from_right("Hello, مرحبا")
    assert not runs_from_right("12:30 …")


def test_what_is_kept_apart_tells_it_only_where_there_is_nothing_else() -> None:
    """A name at the start of a sentence does not turn it; somebody's words between marks do."""
    assert not runs_from_right(f"{isolate('שלום')} meets")
    assert runs_from_right(f"“{isolate('שלום')}”")
    assert not runs_from_right(f"“{isolate('Hello, שלום')}”")


def test_a_sentence_keeps_apart_what_would_turn_it_and_nothing_else() -> None:
    """Also in the forms of a plural; what is no text is left as it is."""
    assert MEETS("home.meets", name="Ana") == "Ana meets"
    assert MEETS("home.meets", name="שלום") == "\u2068שלום\u2069 meets"
    assert MEETS("home.place", n=2, place="שלום") == "\u2068שלום\u2069"


def test_texts_on_a_line_keep_their_order() -> None:
    """A number after a name that runs from the right is not drawn into it."""
    assert join_isolated(["15 January", "", "Ana"]) == "15 January · Ana"
    assert join_isolated(["שלום", "18 came"], ", ") == "\u2068שלום\u2069, \u206818 came\u2069"


@given(st.text(STEERING), st.text(STEERING))
def test_nothing_typed_reaches_beyond_its_own_end(typed: str, more: str) -> None:
    """Signs that were left open are closed, so that what follows stands outside of them."""
    depth = 0
    for sign in close_isolates(typed):
        depth = (
            depth + 1 if sign in "\u2066\u2067\u2068" else depth - (sign == "\u2069" and depth > 0)
        )
    assert depth == 0
    assert isolate(typed).strip("\u2066\u2067\u2068\u2069") in (
        typed,
        typed.strip("\u2066\u2067\u2068\u2069"),
    )
    assert join_isolated([typed, more]).count(" · ") == (1 if typed and more else 0)
