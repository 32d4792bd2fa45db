"""Markdown opened by somebody else's reader: every text comes back as it was typed."""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt
from markdown_it.token import Token

from app.diagram import Diagram
from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panel,
    Panels,
    Paragraph,
    Piece,
    Rule,
    Space,
    Span,
    Table,
    paragraph,
)
from exports.writers.clean_text import clean, one_line
from exports.writers.markdown import write_markdown
from exports.writers.result import Warning as Found

READER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def page(*pieces: Piece, foot: str = "") -> Page:
    return Page("en", "Bridges", foot, "{n} of {total}", "Figure {n}.", "The bridges", pieces)


def markdown(*pieces: Piece, foot: str = "") -> str:
    return write_markdown(page(*pieces, foot=foot)).data.decode("utf-8")


def words(inline: Token) -> str:
    """The text of a paragraph as a reader sees it."""
    seen = {"softbreak": "\n", "hardbreak": "\n", "html_inline": "\n"}
    parts = []
    for token in inline.children or []:
        assert token.type in {
            *("text", "softbreak", "hardbreak", "html_inline"),
            *("strong_open", "strong_close", "em_open", "em_close"),
        }, f"read as markup: {token}"
        assert token.type != "html_inline" or token.content == "<br>"
        parts.append(seen.get(token.type, token.content))
    return "".join(parts)


def read(text: str) -> list[tuple[str, str]]:
    """What a reader finds: the innermost block's name and its text."""
    found: list[tuple[str, str]] = []
    opened: list[str] = []
    for token in READER.parse(text):
        if token.type == "inline":
            block = next(name for name in reversed(opened) if name != "p" or opened == ["p"])
            found.append((block, words(token)))
        elif token.nesting == 1:
            opened.append(token.tag)
        elif token.nesting == -1:
            opened.pop()
        elif token.type != "hr":
            found.append((token.type, token.content))
    return found


def paragraphs(text: str) -> list[str]:
    """Typed text as a page divides it: at empty lines."""
    parts = re.split(r"\n(?:[^\S\n]*\n)+", clean(text))
    stripped = [re.sub(r"^(?:[^\S\n]*\n)+|(?:\n[^\S\n]*)+$", "", part) for part in parts]
    return [part for part in stripped if part.strip()]


# Text that is likelier than any other to be read as markup, between plain words.
PIECES = [
    *("# ", "#", "> ", "- ", "-", "---", "+ ", "* ", "*", "**", "_", "__", "1. ", "12) ", "7."),
    *("===", "= ", "`", "```", "~~", "~~~", "[a](b)", "[a]: b", "![", "]", "<b>", "<!--", "&amp;"),
    *("&#35;", "&", "|", "| - |", ":--", "\\", "\\\\", "\n", "\n\n", "  \n", "    ", "\t", " "),
    *("word", "café", "é", "«", "»", "。", "字", "שלום", "मित्र", "😀", "€", "\u00a0", "http://a.b"),
    *("<http://a.b>", "me@home.example", "[ ] ", "[x] ", "\r\n", "\u2028", "\x0b"),
]
TYPED = st.one_of(st.text(), st.lists(st.sampled_from(PIECES), max_size=8).map("".join))
RUNS = st.lists(st.builds(Span, TYPED, st.booleans(), st.booleans()), max_size=4).map(tuple)


@given(TYPED)
@example("a\n===")
@example("a | b\n--- | ---")
@example("- \\\n&nbsp;\n1) x")
@example(" two before, two after  ")
def test_a_paragraph_comes_back(text: str) -> None:
    got = read(markdown(paragraph(text)))
    assert got == [("p", part) for part in paragraphs(text)]


@given(RUNS)
def test_runs_of_several_voices_come_back(runs: tuple[Span, ...]) -> None:
    text = "".join(clean(run.text) for run in runs)
    got = read(markdown(Paragraph(runs)))
    assert got == [("p", part) for part in paragraphs(text)]


@given(TYPED, st.integers(1, 3), st.none() | st.integers(1, 99))
def test_a_heading_comes_back(text: str, level: int, number: int | None) -> None:
    got = read(markdown(Heading(level, text, number)))
    line = one_line(text) if number is None else f"{number} {one_line(text)}"
    assert got == ([(f"h{level}", line)] if one_line(text) else [])


@given(st.lists(TYPED, min_size=1, max_size=12), st.booleans())
def test_a_list_comes_back(texts: list[str], ordered: bool) -> None:
    pieces = [Bullets(tuple((Span(text),) for text in texts), ordered)] * 2
    got = read(markdown(*pieces))
    assert got == [("li", part) for text in texts for part in paragraphs(text)] * 2
    tokens = [token.type for token in READER.parse(markdown(*pieces))]
    assert tokens.count("list_item_open") == 2 * len(texts)
    assert tokens.count("ordered_list_open" if ordered else "bullet_list_open") == 2


@given(TYPED)
def test_a_quotation_comes_back(text: str) -> None:
    got = read(markdown(paragraph(text, "quote")))
    assert got == [("blockquote", part) for part in paragraphs(text)]


@given(
    st.lists(st.lists(TYPED, min_size=1, max_size=3).map(tuple), max_size=3).map(tuple),
    st.lists(TYPED, min_size=1, max_size=3).map(tuple),
    st.none() | st.integers(0, 2),
)
def test_a_table_comes_back(
    rows: tuple[tuple[str, ...], ...], heads: tuple[str, ...], strong: int | None
) -> None:
    got = read(markdown(Table(heads, rows, strong_column=strong)))
    width = max(len(row) for row in (heads, *rows))
    wanted = [(cell, "th") for cell in (*heads, *[""] * (width - len(heads)))]
    for row in rows:
        wanted += [(cell, "td") for cell in (*row, *[""] * (width - len(row)))]
    assert got == [(kind, clean(cell)) for cell, kind in wanted]


def test_voices_are_heard() -> None:
    runs = (Span("We "), Span("decided", strong=True), Span(" to "), Span("wait", emphasis=True))
    assert markdown(Paragraph((*runs, Span(".")))) == "We **decided** to *wait*.\n"
    assert markdown(paragraph("Charter · version 3", "eyebrow")) == "*Charter · version 3*\n"
    assert markdown(paragraph("Who is\nmissing?", "say")) == "> Who is\\\n> missing?\n"


def test_emphasis_markdown_cannot_express_is_left_out_and_its_words_kept() -> None:
    runs = (Span("a"), Span("(b)", strong=True), Span("c"), Span(" d ", strong=True), Span("e"))
    assert markdown(Paragraph(runs)) == "a(b)c **d** e\n"


def test_plain_words_stay_plain() -> None:
    typed = "At 3.5 hours, well-known #1 & co. (snake_case, C:\\x) cost -5 - or 7 | 8?"
    assert markdown(paragraph(typed)) == typed.replace("\\", "\\\\") + "\n"


def test_lists_in_a_row_stay_apart_whatever_says_nothing_between_them() -> None:
    one = Bullets(((Span("a"),),))
    got = markdown(one, Space(4), Rule(), Panels((Panel("", ("b",)),)), one)
    assert got == "- a\n\n* b\n\n- a\n"


def test_a_whole_page() -> None:
    table = Table(("Note", "Dots"), (("Case clinics", "7"), ("Field days", "3")))
    figure = Figure(Diagram(400, 300, ()), "Two notes.", "The notes with most votes.", table)
    got = markdown(
        NewPage(),
        paragraph("Workshop summary", "eyebrow"),
        Heading(1, "What gives energy"),
        Rule(),
        Heading(2, "The questions we hold", 2),
        Bullets(((Span("Which cracks can wait?"),), (Span("How do we know?"),)), ordered=True),
        Panels((Panel("In scope", ("Inspection", "Ratings")), Panel("Not ours", ("Sensors",)))),
        NewPage(),
        NewPage(),
        figure,
        Table((), (("Aïcha", "30 | 31"),), caption="To do", strong_column=0),
        NewPage(),
        foot="Bridges · summary",
    )
    assert got == (
        "*Workshop summary*\n\n# What gives energy\n\n## 2 The questions we hold\n\n"
        "1. Which cracks can wait?\n2. How do we know?\n\n"
        "**In scope**\n\n- Inspection\n- Ratings\n\n**Not ours**\n\n- Sensors\n\n---\n\n"
        "**Figure 1.** The notes with most votes.\n\n"
        "| Note | Dots |\n| --- | --- |\n| Case clinics | 7 |\n| Field days | 3 |\n\n"
        "To do\n\n|  |  |\n| --- | --- |\n| **Aïcha** | 30 \\| 31 |\n\n---\n\nBridges · summary\n"
    )


def test_control_characters_are_left_out_and_told() -> None:
    done = write_markdown(page(paragraph("a\x07b"), Table(("c\x1b",), (("d\x00",),))))
    assert done.data == b"ab\n\n| c |\n| --- |\n| d |\n"
    assert done.warnings == (Found("control-characters", {"count": "3"}),)


@pytest.mark.parametrize("pieces", [(), (Space(3),), (paragraph(" \n "), Heading(2, ""))])
def test_nothing_to_say_is_an_empty_file(pieces: tuple[Piece, ...]) -> None:
    assert write_markdown(page(*pieces)).data == b"\n"
