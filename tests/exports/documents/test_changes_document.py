"""The comparison of two versions on paper: in short, then word by word, for its readers."""

from collections.abc import Sequence

import msgspec
import pytest

from app.charter.charter_head import write_head
from app.charter.clauses import add_clause, clauses_of, remove_clause, write_clause
from app.library.journal import Scope
from app.words import Words
from exports.export import make_page
from exports.page import Bullets, Heading, Page, Paragraph, Span
from tests.exports.making import House


def lines(page: Page) -> list[str]:
    """Every heading, paragraph and item of a page, in order."""
    found: list[str] = []
    for piece in page.pieces:
        if isinstance(piece, Heading):
            found.append(piece.text)
        elif isinstance(piece, Paragraph):
            found.append(joined(piece.spans))
        elif isinstance(piece, Bullets):
            found += [joined(item) for item in piece.items]
    return found


def joined(spans: Sequence[Span]) -> str:
    """A line, with what is bold between stars."""
    return "".join(f"*{one.text}*" if one.strong else one.text for one in spans)


def compared(house: House, words: Words, *, audience: str = "community", **asked: int) -> list[str]:
    """The lines of the comparison of a sample community's charter."""
    request = msgspec.structs.replace(house.request("charter-changes", audience=audience), **asked)
    with house.library.snapshot() as reader:
        return lines(make_page(request, reader, house.catalogue, house.reports, words))


@pytest.fixture
def edited(sample_to_change: House) -> House:
    """The sample, its draft changed since its only version: a sentence more, a section new."""
    house, scope = sample_to_change, Scope(sample_to_change.community.id)
    reader = house.library.reader
    (purpose,) = clauses_of(reader, house.community.id, "purpose")
    write_clause(house.library, scope, purpose, f"{purpose.text} And charts.")
    add_clause(house.library, scope, "Our garden", "Whoever waters it says so.")
    return house


def test_the_draft_is_compared_with_the_only_version(edited: House, words: Words) -> None:
    """Sentences first; then what was added, bold."""
    found = compared(edited, words)
    purpose = _name(edited, words, "purpose")
    changed = words("changes.lines-edited", n=1)
    assert words("changes.edited", section=purpose, told=changed) in found
    assert words("changes.new", section="Our garden") in found
    assert any("And charts" in one and "*" in one for one in found)
    assert "*Whoever waters it says so.*" in found


def test_the_other_way_around_is_taken_out(edited: House, words: Words) -> None:
    """Version 1 against the draft: what the draft has besides stands in brackets."""
    found = compared(edited, words, version=1, against=0)
    assert words("changes.gone", section="Our garden") in found
    assert "[Whoever waters it says so.]" in found


def test_one_word_for_another_stands_apart(house: House, words: Words) -> None:
    """What was taken out and what came in its place do not run together."""
    clause = house.clause("purpose", "To keep two lamps lit.")
    house.agree(house.propose(), {"wholehearted": 6})
    write_clause(house.library, house.scope, clause, "To keep three lamps lit.")
    house.agree(house.propose(), {"wholehearted": 6})
    assert "To keep [two] *three* lamps lit." in compared(house, words)


def test_the_same_on_both_sides(edited: House, words: Words) -> None:
    assert words("changes.none") in compared(edited, words, version=1, against=1)


def test_the_same_wording_under_another_head_is_a_change(house: House, words: Words) -> None:
    """Why there is another version is told all the same."""
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose(), {"wholehearted": 6})
    write_head(
        house.library, house.scope, title="Terms of reference", parent_body="", approver="",
        voters="", quorum=0, signatures=False,
    )  # fmt: skip
    house.propose("2026-03-01", "It has a title now")
    told = compared(house, words)
    assert "It has a title now" in told
    assert words("changes.none") not in told


def test_a_version_there_is_not(edited: House, words: Words) -> None:
    with pytest.raises(KeyError):
        compared(edited, words, version=1, against=9)


def test_readers_get_no_more_than_they_may_read(edited: House, words: Words) -> None:
    """A clause for the facilitator is neither shown, nor said to be taken out."""
    library, scope = edited.library, Scope(edited.community.id)
    (garden,) = clauses_of(library.reader, edited.community.id, "Our garden")
    norms = clauses_of(library.reader, edited.community.id, "norms")
    with library.change("test", scope) as writer:
        writer.change(garden, audience="facilitator")
        for one in norms:
            writer.change(one, audience="facilitator")
    gone = words("changes.gone", section=_name(edited, words, "norms"))
    told = compared(edited, words)
    assert gone not in told
    assert not any("Our garden" in one for one in told)
    everything = compared(edited, words, audience="facilitator")
    assert words("changes.new", section="Our garden") in everything
    for one in norms:
        remove_clause(library, scope, one)
    assert gone in compared(edited, words)


def _name(house: House, words: Words, section: str) -> str:
    return house.catalogue.section(section).in_language(words.language).name
