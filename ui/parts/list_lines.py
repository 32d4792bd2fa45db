"""Lines of a long list in words: what its columns say."""

from collections.abc import Mapping

import msgspec

from ui.look.themes import Tone


class ListCell(msgspec.Struct, frozen=True):
    """What a column says in a line, and how.

    ``under`` is a remark below it, and ``folded`` what is said where the cell stands under the
    name of the line, apart from its head: both only in lines that wrap
    (:mod:`ui.parts.wrapped_lines`).
    """

    text: str
    tone: Tone = "plain"
    strong: bool = False
    under: str = ""
    under_tone: Tone = "mute"
    folded: str = ""


class ListLine(msgspec.Struct, frozen=True, kw_only=True):
    """A line in words: its name, the remark under it, the other columns by id.

    ``stages`` are the marks lit in a column of stages; ``whole`` is the line as a sentence, for
    whoever does not see it.
    """

    name: str
    under: str = ""
    cells: Mapping[str, ListCell] = {}
    stages: frozenset[str] = frozenset()
    muted: bool = False
    whole: str = ""
