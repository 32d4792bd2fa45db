"""Text that runs from the right, among words that do not."""

import bidi
import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.text_direction import (
    isolate,
    join_isolated,
    needs_ordering,
    runs_from_right,
    self_contained,
)
from app.words import Words

STEERING = "ab של1‮‬⁦⁧⁨⁩"
STEERS = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
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


def test_what_is_left_open_is_closed_and_closes_nothing_around_it() -> None:
    """Isolates, embeddings, overrides; each line and each cell for itself."""
    assert self_contained("Ana\u202e") == "Ana\u202e\u202c"
    assert self_contained("\u2067\u202eAna") == "\u2067\u202eAna\u202c\u2069"
    assert self_contained("Ana\u2069\u202c") == "Ana"
    assert self_contained("\u2067\u202eAna\u2069!") == "\u2067\u202eAna\u2069!"
    assert self_contained("\u202ea\nb\tc") == "\u202ea\u202c\nb\tc"
    assert self_contained("plain שלום") == "plain שלום"


@pytest.mark.parametrize(
    "name", ["Ana\u202e", "\u202eAna", "Ana\u2069\u202e", "\u2067Ana", "An\u2069a"]
)
def test_a_name_that_overrides_the_direction_turns_nothing_beside_it(name: str) -> None:
    """Read as Unicode's algorithm shows the line."""
    for line in (MEETS("home.meets", name=name), join_isolated((name, "they meets"))):
        seen = bidi.get_display(line, base_dir="L").translate(dict.fromkeys(map(ord, STEERS)))
        assert seen.endswith(" meets")


@given(st.text(STEERING), st.text(STEERING))
def test_nothing_typed_reaches_beyond_its_own_end(typed: str, more: str) -> None:
    """Signs that were left open are closed, so that what follows stands outside of them."""
    whole = self_contained(typed)
    assert self_contained(whole) == whole
    assert [one for one in whole if one not in STEERS] == [
        one for one in typed if one not in STEERS
    ]
    assert bidi.get_display(f"a {isolate(typed)} then", base_dir="L").endswith(" then")
    assert join_isolated([typed, more]).count(" · ") == (1 if typed and more else 0)
