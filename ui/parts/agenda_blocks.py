"""The blocks of an agenda as it would be planned: when each is, what, for how many minutes."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from app.catalogue.agenda_fit import kept_starts
from app.catalogue.catalogue import Catalogue
from app.catalogue.proposing import Proposal
from app.words import Words
from ui.look.themes import Tone
from ui.parts.fit_text import agenda_block_name
from ui.parts.labels import WrapLabel, eyebrow
from ui.world import World

WHAT = 1
"""The column of a row that says what a block is."""


def agenda_blocks(
    world: World, proposal: Proposal, starts: int, *, grouped: bool = False
) -> QWidget:
    """Each block of an agenda that begins at a minute of the day; ``grouped``: those of a renewal
    under what people do in them."""
    look, words = world.look, world.words
    place = QWidget()
    grid = QGridLayout(place)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(look.px(12))
    grid.setVerticalSpacing(look.px(4))
    grid.setColumnStretch(WHAT, 1)
    group: str | None = None
    told: list[str] = []
    rows = _rows(words, world.catalogue, proposal, starts)
    for block, (cells, tone) in zip(proposal.agenda.blocks, rows, strict=True):
        if grouped and block.group is not None and block.group != group:
            group = block.group
            head = words(f"brief.{group}")
            grid.addWidget(eyebrow(look, head, "renew"), len(told), 0, 1, len(cells))
            told.append(head)
        for column, text in enumerate(cells):
            of: Tone = tone if column == WHAT or tone == "amber" else "mute"
            label = WrapLabel(look, text, "small", of)
            grid.addWidget(label, len(told), column, Qt.AlignmentFlag.AlignTop)
        told.append(" ".join(cells))
    place.setAccessibleName("; ".join(told))
    return place


def _rows(
    words: Words, catalogue: Catalogue, proposal: Proposal, starts: int
) -> list[tuple[tuple[str, str, str], Tone]]:
    """Each block: when, what, for how many minutes; marked where it is not as the agenda has it."""
    rows: list[tuple[tuple[str, str, str], Tone]] = []
    clock, fit = starts, proposal.fit
    for one, due in zip(fit.blocks, kept_starts(fit, starts), strict=True):
        name = agenda_block_name(words, catalogue, one.block)
        if not one.minutes:
            rows.append((("–", name, words("fit.row-left-out")), "amber"))
            continue
        clock = clock if due is None else due
        if one.block.optional:
            name = words("parts.title-optional", title=name)
        same = one.minutes == one.block.minutes
        key = "parts.minutes" if same else "fit.row-resized"
        minutes = words(key, n=one.minutes, was=one.block.minutes)
        rows.append(((words.clock(clock), name, minutes), "plain" if same else "amber"))
        clock += one.minutes
    return rows
