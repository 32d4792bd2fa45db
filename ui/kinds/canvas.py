"""What the cockpit asks of a canvas, whatever its kind."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QWidget

from app.workshop.running import Running
from ui.world import World


class Canvas(Protocol):
    """Where a run's captures are seen and sorted. One is made for each run shown.

    The cockpit owns the capture line: it asks the canvas where a typed line goes, and tells it
    when to refresh. A canvas writes only through ``app``; it never tells another part anything.
    """

    @property
    def widget(self) -> QWidget:
        """What the cockpit lays out between the words to say and the capture line."""

    def target(self) -> str:
        """Id of the zone, role or section where Enter puts the next line."""

    def target_name(self) -> str:
        """Its name, as shown beside the capture line; empty when there is only one place."""

    def next_place(self) -> str:
        """What Tab leads to, in words: "next zone"; empty where it leads nowhere."""

    def move_target(self, step: int) -> None:
        """Tab (1) and Shift+Tab (-1): to the next or the one before, around the end."""

    def go_to(self, target: str) -> None:
        """To this target, when it is there (after a crash)."""

    def hint(self) -> str:
        """What other keys do here, for the capture line's right end: "Ctrl Enter agrees"."""

    def counted(self, n: int) -> str:
        """That so many things were captured, in words: "14 notes", "one clause"."""

    def completions(self, typed: str) -> list[str]:
        """What the capture line may complete ``typed`` with; mostly nothing."""

    def enter(self, text: str) -> None:
        """Enter: keep what was typed or pasted. Raises Trouble; then the line keeps its text."""

    def enter_strongly(self, text: str) -> None:
        """Ctrl+Enter: what the hint says (roles: agreed); kinds without one do as Enter does."""

    def large(self) -> str:
        """Id of what the wall shows large when it is asked to: what is chosen here, else what came
        last or is being worked on; empty where there is nothing yet."""

    def go_on(self) -> None:
        """Ctrl+Enter with an empty line: what is to be done next here; mostly nothing."""

    def refresh(self) -> None:
        """Show the rows as they now are."""


CanvasMaker = Callable[[World, Running, QWidget], Canvas]
"""Makes a run's canvas under a parent widget."""
