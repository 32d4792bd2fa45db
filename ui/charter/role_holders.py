"""Who holds which role, as the charter prints it; changed on the community's page."""

from datetime import date

import msgspec
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.held_roles import RoleLine, roles_of
from ui.parts.buttons import link_button
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.labels import small
from ui.world import World

SECTION = "roles"
"""The section under which holders are printed."""


class RoleHolders(QWidget):
    """The roles and who holds them. ``asked`` is sent when they are to be changed."""

    asked = Signal()

    def __init__(self, world: World, community: str, today: date) -> None:
        """The roles as they stand today."""
        super().__init__()
        look, words = world.look, world.words
        self._world = world
        lines = roles_of(world.library.reader, world.catalogue.roles, community, today)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, look.px(16), 0, 0)
        column.setSpacing(look.px(8))
        heads = (words("charter.role"), words("charter.held-by"), words("charter.held-until"))
        rows = CellRows(look, [Column(head=head, role="body") for head in heads], lines=True)
        for line in lines:
            rows.add(*self._row(line))
        link = link_button(look, words("charter.change-roles"))
        link.clicked.connect(self.asked)
        column.addWidget(small(look, words("charter.holders-said")))
        column.addWidget(rows)
        column.addWidget(link, 0, Qt.AlignmentFlag.AlignLeft)

    def _row(self, line: RoleLine) -> tuple[str | TonedCell, ...]:
        words = self._world.words
        known = self._world.catalogue.find_role(line.role)
        name = line.label or (known.in_language(words.language).name if known else line.role)
        if not line.held:
            return name, TonedCell(words("charter.nobody-yet"), tone="amber"), ""
        people = words.series([one.person.name for one in line.held])
        until = words.day(line.until, "month") if line.until else words("charter.no-end")
        return name, people, until


class RoleCounts(msgspec.Struct, frozen=True):
    """How many roles are held, and how many nobody holds."""

    held: int
    vacant: int


def count_roles(world: World, community: str, today: date) -> RoleCounts:
    """How many roles are held today, and how many of those to fill are not."""
    lines = roles_of(world.library.reader, world.catalogue.roles, community, today)
    return RoleCounts(
        sum(bool(line.held) for line in lines), sum(line.state == "vacant" for line in lines)
    )
