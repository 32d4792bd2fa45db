"""What the pages for newcomers point at is there."""

import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGES = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))

NAMED = re.compile(r"`((?:app|ui|exports|tests|resources|scripts|docs|benchmarks)(?:/[\w.-]+)+)`")
LINKED = re.compile(r"\]\(([^)#:]+)\)")
MADE = frozenset(("resources/built", "resources/catalogue/exercises/one-thing-to-try.toml"))
"""Named, and made by whoever follows the page."""


def pointed_at(page: Path, text: str) -> Iterator[Path]:
    """Every file or folder that a page names or links to."""
    for named in NAMED.findall(text):
        if named not in MADE:
            yield ROOT / named
    for linked in LINKED.findall(text):
        yield page.parent / linked


def missing(page: Path, text: str) -> list[str]:
    """What is pointed at and not there; a folder of kinds may be named as a module."""
    return [
        str(place)
        for place in pointed_at(page, text)
        if not place.exists() and not place.with_suffix(".py").exists()
    ]


def test_what_the_pages_name_is_there() -> None:
    """Each path in backticks, each link, each picture."""
    assert len(PAGES) >= 5
    for page in PAGES:
        assert missing(page, page.read_text(encoding="utf-8")) == []


def test_a_place_that_is_gone_is_seen() -> None:
    """A path and a link that lead nowhere."""
    page = ROOT / "docs" / "page.md"
    text = "See `app/nowhere.py` and [there](nothing.md), and `app/words.py`."
    assert [Path(one).name for one in missing(page, text)] == ["nowhere.py", "nothing.md"]
