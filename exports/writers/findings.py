"""What a writer finds on its way that the reader of the result should know."""

from collections.abc import Mapping

from exports.writers import written
from exports.writers.text import clean, controls


class Findings:
    """Gathers what was found while one document is written."""

    def __init__(self) -> None:
        """Nothing found yet."""
        self._controls = 0
        self._missing: dict[str, str] = {}

    def clean(self, text: str) -> str:
        """The text made fit for a page (see :func:`exports.writers.text.clean`), and counted."""
        self._controls += controls(text)
        return clean(text)

    def add(self, controls: int, missing: Mapping[str, str]) -> None:
        """What a typesetter left out, and what no font of its has: each character as shown."""
        self._controls += controls
        self._missing |= missing

    def warnings(self) -> tuple[written.Warning, ...]:
        """All that was found, in the order it was met."""
        found = [
            written.Warning("no-glyph", {"character": character, "shown": shown})
            for character, shown in self._missing.items()
        ]
        if self._controls:
            count = str(self._controls)
            found.insert(0, written.Warning("control-characters", {"count": count}))
        return tuple(found)
