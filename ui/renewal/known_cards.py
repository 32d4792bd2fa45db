"""What is known before a renewal, a card for each group, and what is missing with the way to it."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.catalogue.reading_pages import entry_key
from app.renewal.brief import MISSING_WAYS, Brief, Part
from app.renewal.brief_lines import Line
from exports.documents.brief_document import line_text, lines_in_order
from ui.parts.buttons import link_button
from ui.parts.card import Card
from ui.parts.labels import WrapLabel, hairline, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.name_button import NameButton
from ui.parts.reading import for_reading
from ui.world import World

SETTLED = frozenset(("parked", "actions", "roles"))
"""Parts of which nothing is open where nothing is told: that is no gap."""


class GroupCard(Card):
    """What is known of one group. ``asked`` is sent with the id of a part and its line, to open
    where that stands."""

    asked = Signal(str, object)

    def __init__(self, world: World, group: str, parts: Sequence[Part]) -> None:
        """The parts of which something is known, or nothing is open."""
        words, look = world.words, world.look
        super().__init__(look, words(f"brief.{group}"))
        self._world = world
        shown = [one for one in parts if one.lines or one.id in SETTLED]
        for at, part in enumerate(shown):
            if at:
                self.add(hairline(look))
            # Names as wide on every card, so that what is known stands in one line on the page.
            row = ShareLayout(look.px(12), look.px(2))
            row.add(small(look, words(f"brief.part-{part.id}")), 2, look.size(110))
            row.add(self._lines(part), 5, look.size(200))
            self.add(holding(row))

    def _lines(self, part: Part) -> QWidget:
        """A line each, which opens its place; or that nothing is open."""
        world = self._world
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(world.look.px(4))
        for at, line in enumerate(lines_in_order(part)):
            button = _LineButton(world, part.id, line, at)
            button.clicked.connect(self._ask)
            column.addWidget(button)
        if not part.lines:
            column.addWidget(small(world.look, world.words(f"brief.missing-{part.id}")))
        if part.more:
            column.addWidget(small(world.look, world.words("brief.more", n=part.more)))
        return place

    def _ask(self) -> None:
        button = self.sender()
        if isinstance(button, _LineButton):
            self.asked.emit(button.part, button.line)


class _LineButton(NameButton):
    """One thing that is known, which opens where it stands."""

    def __init__(self, world: World, part: str, line: Line, at: int) -> None:
        super().__init__(world.look, line_text(world.catalogue, world.words, line))
        for_reading(self)
        self.part, self.line = part, line
        self.setObjectName(f"known {part} {at}")


class MissingCard(Card):
    """What is missing, grouped by the shortest way to get it; a link reads its sheet."""

    def __init__(self, world: World, missing: Sequence[Part]) -> None:
        """These parts, of which nothing is known."""
        words, look = world.words, world.look
        super().__init__(look, words("renewal.missing"))
        for way in dict.fromkeys(MISSING_WAYS[one.id] for one in missing):
            sheet = world.catalogue.find_template(way)
            lacks = [one for one in missing if one.way == way]
            self.body.addSpacing(look.px(4))
            self.add(WrapLabel(look, words(f"renewal.way-{way}"), "strong"))
            self.add(small(look, " ".join(words(f"brief.missing-{one.id}") for one in lacks)))
            if sheet is not None:
                name = sheet.in_language(words.language).name
                link = for_reading(link_button(look, words("renewal.sheet", sheet=name)))
                link.setObjectName(f"sheet {way}")
                opens = partial(world.navigator.read_beside, entry_key("template", way))
                link.clicked.connect(opens)
                self.add(link)


def missing_parts(brief: Brief) -> list[Part]:
    """The parts of which something should be known, and nothing is."""
    every = [one for parts in brief.groups.values() for one in parts]
    return [one for one in every if not one.lines and one.id not in SETTLED]


def known_groups(brief: Brief) -> list[tuple[str, tuple[Part, ...]]]:
    """The groups of which something is known, in the order of a renewal."""
    return [
        (group, parts)
        for group, parts in brief.groups.items()
        if any(one.lines for one in parts)
    ]  # fmt: skip
