"""A pulse on paper: the middle and the spread of each statement, and a sheet to answer on."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.pulse.facts import PulseFacts, StatementFacts
from app.kinds.pulse.setup import pulse_words, statements_of
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.scale_diagram import SCALE, ScaleRow, scale_diagram
from exports.kinds.report import ReportedRun, small
from exports.page import Figure, Piece, Table

WIDTH, SIZE = 500.0, 9.5
"""Points: how wide the figure is, and how large its statements are written."""
WIDTHS = (0.5, *(0.07 for _ in SCALE), 0.15)


class PulseReport:
    """A figure for each closed round; nothing of an open one."""

    def __init__(self, kind: CaptureKind) -> None:
        """Report the facts of ``kind``."""
        self._kind = kind

    def pieces(self, run: ReportedRun) -> tuple[Piece, ...]:
        """The middle and the spread of each statement."""
        found = facts_of(self._kind.facts(run.reader, run.running), PulseFacts)
        return tuple(_figure(run.words, run.recipe, one) for one in found if one.answered)

    def worksheet(self, recipe: Recipe, catalogue: Catalogue, words: Words) -> tuple[Piece, ...]:
        """A sheet for one person, unsigned, with the numbers to circle."""
        wording = pulse_words(recipe, words.language)
        rows = tuple(
            (wording.statements.get(one, one), *SCALE, words("ballot.unknown"))
            for one in statements_of(recipe)
        )
        heads = (words("pulse.statement"), *("" for _ in SCALE), "")
        how = words("pulse.worksheet-how", low=wording.low, high=wording.high)
        return (small(how), Table(heads, rows, WIDTHS))


def pulse_rows(words: Words, recipe: Recipe, facts: PulseFacts, alone: str = "") -> list[ScaleRow]:
    """The rows of a round's picture, in words; that of one statement (its id) where it stands
    ``alone``."""
    statements = pulse_words(recipe, words.language).statements
    return [
        ScaleRow(
            statement=statements.get(one.id, one.id),
            remark=_remark(words, one),
            middle=one.middle,
            spread=one.spread,
            before=one.before if one.middle is not None else None,
        )
        for one in facts.statements
        if one.id == alone or alone not in statements
    ]


def _remark(words: Words, one: StatementFacts) -> str:
    """What stands below a statement: why nothing is shown, or which way it moved."""
    if one.middle is None:
        return words("ballot.too-few")
    moved = ""
    if one.before is not None:
        way = "same" if one.middle == one.before else "more" if one.middle > one.before else "less"
        moved = words(f"pulse.{way}")
    unknown = words("ballot.unknown-n", n=one.unknown) if one.unknown else ""
    return join_isolated((moved, unknown))


def _figure(words: Words, recipe: Recipe, facts: PulseFacts) -> Figure:
    rows = pulse_rows(words, recipe, facts)
    ends = pulse_words(recipe, words.language)
    text = "; ".join(
        words("pulse.said", statement=row.statement, middle=_in_words(words, row)) for row in rows
    )
    caption = words(_caption(facts), n=facts.answered)
    if facts.since is not None:
        caption = f"{caption} {words('pulse.caption-since', date=words.day(facts.since))}"
    return Figure(
        scale_diagram(rows, (ends.low, ends.high), WIDTH, SIZE),
        words("pulse.alternative", said=text),
        caption,
        _table(words, rows),
    )


def _caption(facts: PulseFacts) -> str:
    """The key of the sentence that says what the figure shows, and no more than it shows."""
    if any(one.spread is not None for one in facts.statements):
        return "pulse.caption"
    if any(one.middle is not None for one in facts.statements):
        return "pulse.caption-middle"
    return "pulse.caption-too-few"


def _table(words: Words, rows: list[ScaleRow]) -> Table:
    compared = any(row.before is not None for row in rows)
    heads = [words("pulse.statement"), words("ballot.middle"), words("ballot.spread")]
    cells = [[row.statement, _middle(words, row), _spread(words, row)] for row in rows]
    if compared:
        heads.append(words("pulse.before"))
        for row, line in zip(rows, cells, strict=True):
            line.append(words("ballot.none") if row.before is None else str(row.before))
    widths = (0.46, 0.14, 0.24, 0.16) if compared else (0.56, 0.16, 0.28)
    return Table(tuple(heads), tuple(tuple(line) for line in cells), widths)


def _in_words(words: Words, row: ScaleRow) -> str:
    return join_isolated((_middle(words, row), _spread(words, row) if row.spread else ""), ", ")


def _middle(words: Words, row: ScaleRow) -> str:
    return words("ballot.too-few") if row.middle is None else str(row.middle)


def _spread(words: Words, row: ScaleRow) -> str:
    if row.spread is None:
        return words("ballot.none")
    low, high = row.spread.low, row.spread.high
    if low == high:
        return words("ballot.at", value=low)
    return words("ballot.from-to", low=low, high=high)
