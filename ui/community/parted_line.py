"""The line on a community's page that leads to those it went into, and to those it came from."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.library.rows import Community
from app.registers.parting_made import came_from, went_to
from ui.parts.buttons import Button, link_button
from ui.parts.deletion import clear_layout
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World


class PartedLine(QWidget):
    """Names the other communities of a split or a merger; each opens its page."""

    def __init__(self, world: World, community: str) -> None:
        """For the community whose id is given; nothing said yet."""
        super().__init__()
        self._world, self._community = world, community
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self.buttons: list[Button] = []
        self.hide()

    def tell(self) -> None:
        """Name them as they are now; be gone where there are none."""
        reader, words = self._world.library.reader, self._world.words
        clear_layout(self._column)
        self.buttons = []
        self._name(words("parting.went-on"), went_to(reader, self._community))
        self._name(words("parting.came-from"), came_from(reader, self._community))
        self.setVisible(bool(self.buttons))

    def _name(self, said: str, communities: Sequence[Community]) -> None:
        if not communities:
            return
        look = self._world.look
        row = FlowLayout(look.px(12), look.px(4))
        row.addWidget(small(look, said))
        for one in communities:
            button = for_reading(link_button(look, one.name))
            button.setObjectName(f"community {one.id}")
            button.clicked.connect(self._go)
            row.addWidget(button)
            self.buttons.append(button)
        self._column.addWidget(holding(row))

    def _go(self) -> None:
        button = self.sender()
        if isinstance(button, Button):
            self._world.navigator.community(button.objectName().removeprefix("community "))
