"""A renewal as it would be planned: why this one, and block by block what people do in it."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from app.renewal.fitted_renewals import FittedRenewal
from app.renewal.proposal import MORNING, Reason
from app.words import Words, capitalized
from ui.look.themes import Tone
from ui.parts.agenda_choice import agenda_rows
from ui.parts.deletion import delete_later
from ui.parts.fit_text import fit_text
from ui.parts.labels import WrapLabel, eyebrow, heading
from ui.world import World


def reason_text(words: Words, reason: Reason) -> str:
    """A fact that speaks for an agenda."""
    day = words.day(reason.day) if reason.day is not None else ""
    return words(f"renewal.reasons.{reason.code}", n=reason.n, of=reason.of, day=day)


def grounds_text(words: Words, one: FittedRenewal) -> str:
    """What speaks for an agenda, in a sentence; nothing where nothing does."""
    if one.reasons:
        return capitalized("; ".join(reason_text(words, each) for each in one.reasons))
    return words("renewal.usual") if one.proposal.agenda.id == MORNING else ""


class RenewalShown(QWidget):
    """The agenda that is chosen, or an empty one."""

    def __init__(self, world: World) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._world = world
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._inner: QWidget | None = None

    def show_renewal(self, one: FittedRenewal | None, starts: int) -> None:
        """Show an agenda that begins at a minute of the day; None: an empty one."""
        if self._inner is not None:
            self._inner.hide()
            delete_later(self._inner)
        self._inner = QWidget()
        column = QVBoxLayout(self._inner)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._world.look.px(8))
        for widget in self._empty() if one is None else self._told(one, starts):
            column.addWidget(widget)
        self._column.addWidget(self._inner)

    def _empty(self) -> Iterator[QWidget]:
        said = self._world.words("fit.proposal.empty-said")
        yield WrapLabel(self._world.look, said, "body", "mute")

    def _told(self, one: FittedRenewal, starts: int) -> Iterator[QWidget]:
        look, words, proposal = self._world.look, self._world.words, one.proposal
        wording = proposal.agenda.in_language(words.language)
        yield heading(look, wording.name)
        yield WrapLabel(look, wording.sentence, "body", "mute")
        changed = fit_text(words, self._world.catalogue, proposal.fit)
        if changed:
            yield WrapLabel(look, changed, "small", "amber")
        yield self._blocks(one, starts)
        for label, text in (
            ("order", wording.order),
            ("whom", wording.whom),
            ("result", wording.result),
        ):
            yield eyebrow(look, words(f"fit.proposal.{label}"))
            yield WrapLabel(look, text, "small")

    def _blocks(self, one: FittedRenewal, starts: int) -> QWidget:
        """Each block with its time and its minutes, under what people do in it."""
        look, words = self._world.look, self._world.words
        place = QWidget()
        grid = QGridLayout(place)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(4))
        grid.setColumnStretch(1, 1)
        rows = agenda_rows(words, self._world.catalogue, one.proposal, starts)
        at, group, told = 0, None, []
        for block, (cells, tone) in zip(one.proposal.agenda.blocks, rows, strict=True):
            if block.group is not None and block.group != group:
                group = block.group
                head = words(f"brief.{group}")
                grid.addWidget(eyebrow(look, head, "renew"), at, 0, 1, 3)
                told.append(head)
                at += 1
            self._row(grid, at, cells, tone)
            told.append(" ".join(cells))
            at += 1
        place.setAccessibleName("; ".join(told))
        return place

    def _row(self, grid: QGridLayout, at: int, cells: Sequence[str], tone: Tone) -> None:
        for column, text in enumerate(cells):
            of: Tone = tone if column == 1 or tone == "amber" else "mute"
            label = WrapLabel(self._world.look, text, "small", of)
            grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)
