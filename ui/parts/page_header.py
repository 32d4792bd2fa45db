"""The head of a page: where one comes from, what it is, a sentence, and what can be done."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from ui.look.look import Look
from ui.parts.buttons import Button
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading

READABLE = 400
"""The width under which a sentence takes too many lines, pixels at 100 %."""


class PageHeader(QWidget):
    """Title and sentence at the left; buttons at the right, or below when narrow. Above them the
    breadcrumb, and what is seldom done, in small words."""

    back = Signal()

    def __init__(self, look: Look, title: str = "", sentence: str = "", crumb: str = "") -> None:
        """``crumb`` names the page one level up; pressing it sends ``back``."""
        super().__init__()
        self._look = look
        self._row = ShareLayout(look.px(24), look.px(12))
        self._words = QWidget()
        column = QVBoxLayout(self._words)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.crumb = for_reading(Button(look, "", "crumb", wide=True))
        self.crumb.clicked.connect(self.back)
        self._seldom = FlowLayout(look.px(20), look.px(4), right=True)
        self._line = ShareLayout(look.px(24), look.px(4), middle=True)
        self._above = self._make_above()
        self.title = heading(look, title, 1)
        self.sentence = WrapLabel(look, sentence, "body", "mute")
        column.addWidget(self.title)
        column.addWidget(self.sentence)
        self._row.add(self._words, 1)
        self._buttons = FlowLayout(look.px(12), look.px(8))
        self._actions = holding(self._buttons)
        self._actions.hide()
        self._row.add(self._actions, 0)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(self._above)
        whole.addWidget(holding(self._row))
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_crumb(crumb)
        self.set_sentence(sentence)

    def set_title(self, title: str) -> None:
        """Show another title."""
        self.title.setText(title)
        self._share()

    def set_sentence(self, sentence: str) -> None:
        """Show another sentence, or none."""
        self.sentence.setText(sentence)
        self.sentence.setVisible(bool(sentence))
        self._share()

    def set_crumb(self, crumb: str) -> None:
        """Name the page one level up, or none."""
        self.crumb.setText(f"{crumb} /")
        self.crumb.setAccessibleName(crumb)
        self.crumb.setVisible(bool(crumb))
        self._show_above()

    def add_seldom(self, *buttons: Button) -> None:
        """Add links for what is done from time to time, above the buttons."""
        for button in buttons:
            self._seldom.addWidget(button)
        self._line.setContentsMargins(0, 0, 0, self._look.px(6))  # clear of the buttons below
        self._show_above()

    def _share(self) -> None:
        """Leave the words enough beside the buttons, or those go below: a sentence its width, a
        title two lines at most."""
        whole = QFontMetrics(self.title.font()).horizontalAdvance(self.title.text())
        least = self._look.size(READABLE)
        if self.sentence.isHidden():
            least = min(least, whole)
        self._row.set_least(self._words, max(least, whole * 3 // 5))

    def _make_above(self) -> QWidget:
        place = QWidget()
        column = QVBoxLayout(place)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.crumb, 0, Qt.AlignmentFlag.AlignLeft)
        self._line.add(place, 1, self._look.size(160))
        self._line.add(holding(self._seldom), 0)
        return holding(self._line)

    def _show_above(self) -> None:
        """The line above takes no room where nothing is on it."""
        self._above.setVisible(not self.crumb.isHidden() or self._seldom.count() > 0)

    def add(self, *buttons: Button) -> None:
        """Add buttons at the right; the filled one comes last."""
        for button in buttons:
            self._buttons.addWidget(button)
        self._actions.setVisible(True)
