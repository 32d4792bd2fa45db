"""Says of a field that the end of what was pasted in it was left out."""

from PySide6.QtWidgets import QWidget

from ui.parts.sentences import SentenceBar


def say_cut(field: QWidget, most: int) -> None:
    """Say that a field took in so many characters, where its window says things."""
    window: QWidget | None = field.window()
    while window is not None:
        bars = window.findChildren(SentenceBar)
        # Not what asks something of its own, such as the question about the clock.
        own = [bar for bar in bars if type(bar) is SentenceBar and bar.window() is window]
        if own:
            own[0].say_cut(most)
            return
        above = window.parentWidget()
        window = above.window() if above is not None else None
