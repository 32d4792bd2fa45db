"""What was set aside: put off until a day or dismissed for a year, and told again when asked."""

from datetime import date, timedelta

from app.community.setting_aside import (
    dismiss_for_a_year,
    put_off_until,
    set_aside_on,
    tell_again,
)
from app.library.library import Library
from app.library.rows import Community

TODAY = date(2026, 5, 1)
KEY = "something:here"


def test_put_off_until_a_day_it_is_told_again_on_that_day(
    library: Library, community: Community
) -> None:
    """It was not dismissed, and remembers what was found."""
    put_off_until(library, community.id, KEY, TODAY + timedelta(days=7), found=3)
    row = set_aside_on(library.reader, KEY, TODAY)
    assert row is not None
    assert (row.dismissed, row.word, row.found) == (False, "", 3)
    assert set_aside_on(library.reader, KEY, TODAY + timedelta(days=7)) is None


def test_dismissed_with_a_word_it_is_told_again_after_a_year(
    library: Library, community: Community
) -> None:
    """The word stands on one line."""
    dismiss_for_a_year(library, community.id, KEY, TODAY, word=" as\nwe are ")
    row = set_aside_on(library.reader, KEY, TODAY + timedelta(days=364))
    assert row is not None
    assert (row.dismissed, row.word) == (True, "as we are")
    assert set_aside_on(library.reader, KEY, TODAY + timedelta(days=365)) is None


def test_only_what_was_set_aside_is_told_again(library: Library, community: Community) -> None:
    """A key that nobody set aside does no harm, and another stays aside."""
    for key in (KEY, "another:here"):
        dismiss_for_a_year(library, community.id, key, TODAY)
    tell_again(library, community.id, [KEY, "unknown:here"])
    assert set_aside_on(library.reader, KEY, TODAY) is None
    assert set_aside_on(library.reader, "another:here", TODAY) is not None
