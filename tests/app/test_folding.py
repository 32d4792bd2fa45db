"""What is typed finds what was meant, in the window's lists."""

import pytest

from app.folding import fold
from tests.app.library.said_and_typed import FOUND


@pytest.mark.parametrize(("said", "typed"), FOUND)
def test_in_the_window(said: str, typed: str) -> None:
    """Each of the words typed begins a word of what is said."""
    words = fold(said).split()
    assert all(any(word.startswith(one) for word in words) for one in fold(typed).split())
