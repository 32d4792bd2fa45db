"""Above the capture line: how much of what is on paper is typed in, and for which group is
typed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from ui.parts.buttons import KeyButton
from ui.parts.layouts import FlowLayout
from ui.parts.pill import Pill
from ui.parts.room_keys import NEXT_GROUP, TYPED_IN
from ui.world import World


class HarvestBar(QWidget):
    """A row that is there only while it has something to say."""

    typed_in_asked = Signal()
    group_asked = Signal()

    def __init__(self, world: World) -> None:
        """Nothing is on paper, and nobody works in groups."""
        super().__init__()
        look, words = world.look, world.words
        self._brief = self._waits = False
        self.paper = Pill(look, "", "amber")
        text = words("on_paper.all-typed-in")
        self.typed_in = KeyButton(look, words, text, TYPED_IN, small=True, bind=False)
        self.typed_in.clicked.connect(self.typed_in_asked)
        self.group = KeyButton(look, words, "", NEXT_GROUP, small=True, bind=False)
        self.group.clicked.connect(self.group_asked)
        self._gap, self._down = look.px(10), look.px(6)
        row = FlowLayout(self._gap, self._down)
        for widget in (self.group, self.paper, self.typed_in):
            row.addWidget(widget)
        for button in (self.typed_in, self.group):
            # The keyboard stays with the capture line.
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setLayout(row)
        for widget in (self.paper, self.typed_in, self.group):
            widget.setVisible(False)
        self.hide()

    def show_paper(self, text: str) -> None:
        """Say how much is typed in; nothing where nothing waits."""
        self._waits = bool(text)
        self.paper.set_text(text)
        self.paper.setVisible(self._waits)
        self._fold()

    def show_group(self, text: str) -> None:
        """Say for whom is typed; nothing where all are together."""
        self.group.setText(text)
        self.group.setVisible(bool(text))
        self._fold()

    @property
    def says(self) -> bool:
        """Whether it has something to say."""
        return not (self.paper.isHidden() and self.group.isHidden())

    def fold(self, brief: bool) -> None:
        """Leave the button to the menu where height is short."""
        if brief != self._brief:
            self._brief = brief
            self._fold()

    def height_in(self, width: int, *, brief: bool) -> int:
        """Pixels that it takes in ``width``, folded or not."""
        shown: list[QWidget] = [one for one in (self.group, self.paper) if not one.isHidden()]
        shown += [self.typed_in] if self._waits and not brief else []
        rows: list[int] = []
        used = 0
        for size in (one.sizeHint() for one in shown):
            if rows and used + self._gap + size.width() <= width:
                rows[-1] = max(rows[-1], size.height())
                used += self._gap + size.width()
            else:
                rows.append(size.height())
                used = size.width()
        return sum(rows) + self._down * max(0, len(rows) - 1)

    def _fold(self) -> None:
        self.typed_in.setVisible(self._waits and not self._brief)
        self.setVisible(self.says)
