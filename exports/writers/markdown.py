"""The neutral page as Markdown: CommonMark with tables, UTF-8, LF.

Typed text comes back as it was typed from any reader of CommonMark: what would be read as markup
is escaped. Emphasis that the rules of Markdown cannot express where it stands is left out; its
words never are.
"""

import re
import unicodedata
from collections.abc import Iterable

from exports.page import (
    Bullets,
    Figure,
    Heading,
    NewPage,
    Page,
    Panels,
    Paragraph,
    Photograph,
    Piece,
    Table,
)
from exports.page import Span as Run
from exports.writers.clean_text import one_line
from exports.writers.result import WriterResult
from exports.writers.text_findings import Findings

_MARKUP = re.compile(r"[\\`*\[<~]|&(?=#|\w+;)")
_TABLE_MARKUP = re.compile(r"[\\`*\[<~|]|&(?=#|\w+;)")
# What begins a heading, a quotation, a list, a rule or a table where a line starts.
_AT_START = re.compile(r"([#>|=]|[-+](?=\s|-|$)|:(?=-))|\d+([.)])(?=\s|$)")
_PUNCTUATION = frozenset("!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~")


def write_markdown(page: Page) -> WriterResult:
    """The whole page as Markdown; warns of control characters, which are left out."""
    writer = _Writer(page.figure_word)
    for piece in page.pieces:
        writer.add(piece)
    writer.end(page.foot)
    return writer.written()


class _Writer:
    """Gathers blocks of lines; blank lines go between them."""

    def __init__(self, figure_word: str) -> None:
        self._figure_word = figure_word
        self._figures = 0
        self._findings = Findings()
        self._blocks: list[list[str]] = []
        self._list_mark = ""  # of the last block, where that is a list

    def add(self, piece: Piece) -> None:
        """Set one piece. A line under a title and empty space say nothing here."""
        match piece:
            case Heading():
                self._heading(piece)
            case Paragraph():
                self._paragraph(piece)
            case Bullets():
                self._list(piece.items, piece.ordered)
            case Table():
                self._table(piece, piece.caption)
            case Panels():
                for panel in piece.panels:
                    self._block(self._lines((Run(panel.title, strong=True),)))
                    self._list(tuple((Run(line),) for line in panel.lines), ordered=False)
            case Figure():
                self._figure(piece)
            case Photograph():
                # A file of words: the picture itself is in those that have pages.
                self._caption(piece.caption)
                self._block(self._lines((Run(piece.alternative),)))
            case NewPage():
                self._break()
            case _:
                pass

    def end(self, foot: str) -> None:
        """Set what stands at the foot of every page, once."""
        if foot.strip():
            self._break()
            self._block(self._lines((Run(foot),)))

    def written(self) -> WriterResult:
        """The whole file."""
        blocks = self._blocks[:-1] if self._blocks[-1:] == [["---"]] else self._blocks
        text = "\n\n".join("\n".join(lines) for lines in blocks)
        return WriterResult(f"{text}\n".encode(), self._findings.warnings())

    def _block(self, lines: list[str], list_mark: str = "") -> None:
        if lines:
            self._blocks.append(lines)
            self._list_mark = list_mark

    def _break(self) -> None:
        if self._blocks and self._blocks[-1] != ["---"]:
            self._block(["---"])

    def _heading(self, piece: Heading) -> None:
        text = one_line(self._findings.clean(piece.text))
        if text:
            text = text if piece.number is None else f"{piece.number} {text}"
            # A row of "#" at the end would be read as the closing of the heading.
            words = re.sub(r"#+$", lambda found: "\\#" * len(found[0]), _inline([Run(text)]))
            self._block([f"{'#' * min(max(piece.level, 1), 6)} {words}"])

    def _paragraph(self, piece: Paragraph) -> None:
        runs = piece.spans
        if piece.style == "eyebrow":
            runs = tuple(Run(run.text, run.strong, emphasis=True) for run in runs)
        lines = self._lines(runs)
        if piece.style in ("quote", "say"):
            lines = [f"> {line}".rstrip() for line in lines]
        self._block(lines)

    def _list(self, items: Iterable[tuple[Run, ...]], ordered: bool) -> None:
        # Two lists in a row are read as one unless their marks differ.
        first, other = (".", ")") if ordered else ("-", "*")
        sign = other if self._list_mark == first else first
        lines: list[str] = []
        for number, item in enumerate(items, 1):
            mark = f"{number}{sign}" if ordered else sign
            words = self._lines(item) or [""]
            lines.append(f"{mark} {words[0]}".rstrip())
            lines += [f"{' ' * (len(mark) + 1)}{line}".rstrip() for line in words[1:]]
        self._block(lines, sign)

    def _caption(self, caption: str) -> None:
        self._figures += 1
        number = self._figure_word.replace("{n}", str(self._figures))
        self._block(self._lines((Run(number, strong=True), Run(f" {caption}"))))

    def _figure(self, piece: Figure) -> None:
        self._caption(piece.caption)
        if not piece.table.rows:
            # The table says the same; only where there is none are words needed.
            self._block(self._lines((Run(piece.alternative),)))
        self._table(
            piece.table, "" if piece.table.caption == piece.caption else piece.table.caption
        )

    def _table(self, table: Table, caption: str) -> None:
        columns = max([len(table.heads), *(len(row) for row in table.rows)])
        if not columns:
            return
        self._block(self._lines((Run(caption),)))
        rule = "|" + " --- |" * columns
        rows = [self._row(row, columns, table.strong_column) for row in table.rows]
        self._block([self._row(table.heads, columns, None), rule, *rows])

    def _row(self, cells: tuple[str, ...], columns: int, strong: int | None) -> str:
        words = [self._cell(cell, number == strong) for number, cell in enumerate(cells)]
        words += [""] * (columns - len(words))
        return "|" + "".join(f" {word} |" for word in words)

    def _cell(self, text: str, strong: bool) -> str:
        # A row is one line of the file; readers of tables know this mark for a break.
        lines = self._findings.clean(text).split("\n")
        return "<br>".join(_inline([Run(line, strong)], _TABLE_MARKUP) for line in lines)

    def _lines(self, runs: tuple[Run, ...]) -> list[str]:
        """Runs as the lines of one paragraph, or of several with an empty line between."""
        lines: list[str] = []
        for line in _split([Run(self._findings.clean(r.text), r.strong, r.emphasis) for r in runs]):
            if not "".join(run.text for run in line).strip():
                if lines and lines[-1]:
                    lines.append("")
                continue
            if lines and lines[-1]:
                lines[-1] += "\\"
            lines.append(_inline(line, at_start=True))
        return lines[:-1] if lines and not lines[-1] else lines


def _split(runs: list[Run]) -> list[list[Run]]:
    """Runs told apart by line; neighbours of one voice become one run."""
    lines: list[list[Run]] = [[]]
    for run in runs:
        for number, text in enumerate(run.text.split("\n")):
            if number:
                lines.append([])
            line = lines[-1]
            if line and (line[-1].strong, line[-1].emphasis) == (run.strong, run.emphasis):
                line[-1] = Run(line[-1].text + text, run.strong, run.emphasis)
            elif text:
                line.append(Run(text, run.strong, run.emphasis))
    return lines


def _inline(runs: list[Run], markup: re.Pattern[str] = _MARKUP, *, at_start: bool = False) -> str:
    """One line of runs, escaped; ``at_start`` where the file's line begins with it."""
    text = "".join(run.text for run in runs)
    characters = list(text)
    for found in markup.finditer(text):
        characters[found.start()] = f"\\{found[0]}"
    for found in re.finditer("_", text):
        at = found.start()
        # Inside a word an underscore is only that.
        if not (text[at - 1 : at].isalnum() and text[at + 1 : at + 2].isalnum()):
            characters[at] = "\\_"
    start = _AT_START.match(text) if at_start else None
    if start is not None:
        at = start.start(1) if start[1] else start.start(2)
        characters[at] = f"\\{text[at]}"
    # Space at an edge would be dropped, or read as the start of code.
    for at in {0, len(text) - 1} if text else ():
        if text[at].isspace():
            characters[at] = f"&#{ord(text[at])};"
    _emphasize(runs, text, characters)
    return "".join(characters)


def _emphasize(runs: list[Run], text: str, characters: list[str]) -> None:
    """Put marks around runs of ``text``, where Markdown will read them as marks."""
    at, closed = 0, -1
    for run in runs:
        first = at + len(run.text) - len(run.text.lstrip())
        last = at + len(run.text.rstrip()) - 1
        at += len(run.text)
        marks = "**" * run.strong + "*" * run.emphasis
        if (
            marks
            and first <= last
            and first != closed  # marks that touch other marks are a riddle to readers
            and _serves(text[first - 1 : first], text[first])
            and _serves(text[last + 1 : last + 2], text[last])
        ):
            characters[first] = marks + characters[first]
            characters[last] += marks
            closed = last + 1


def _serves(outside: str, inside: str) -> bool:
    """Whether a mark between these two characters is read as one, by any edition of the rules."""
    return (
        not outside
        or outside in " \t"
        or outside in _PUNCTUATION
        or unicodedata.category(inside)[0] in "LMN"
    )
