"""The picture of a portfolio in the window: laid anew at each width, so that its letters stay."""

from PySide6.QtGui import QResizeEvent

from app.registers.portfolio import Portfolio
from app.registers.portfolio_diagram import portfolio_diagram
from app.words import Words
from exports.portfolio_words import alternative, axes_said
from ui.look.look import Look
from ui.parts.diagram_painter import DiagramView

SIZE = 12
"""The letters, pixels at 100 %."""
TALL = 0.76
"""The height, in parts of the width."""


class PortfolioPicture(DiagramView):
    """What depends on each domain, and how alive it is."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing yet."""
        super().__init__(look)
        self._look, self._words = look, words
        self._portfolio: Portfolio | None = None

    def show_portfolio(self, portfolio: Portfolio) -> None:
        """Show the domains that were judged."""
        self._portfolio = portfolio
        self._lay()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Lay it for the new width."""
        if event.size().width() != event.oldSize().width():
            self._lay()
        super().resizeEvent(event)

    def _lay(self) -> None:
        width = self.width()
        if self._portfolio is None or width <= 0:
            return
        size = float(self._look.size(SIZE))
        said = axes_said(self._words)
        diagram = portfolio_diagram(self._portfolio, said, width, round(width * TALL), size)
        self.show_diagram(diagram, alternative(self._words, self._portfolio))
