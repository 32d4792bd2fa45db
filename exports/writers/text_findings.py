"""Warnings gathered while one document is written."""

from collections.abc import Mapping

from exports.writers import result
from exports.writers.clean_text import clean, count_controls


class Findings:
    """Gathers what was found while one document is written."""

    def __init__(self) -> None:
        """Nothing found yet."""
        self._controls = 0
        self._missing: dict[str, str] = {}

    def clean(self, text: str) -> str:
        """Text cleaned by :func:`exports.writers.clean_text.clean`; counts what was left out."""
        self._controls += count_controls(text)
        return clean(text)

    def add(self, controls: int, missing: Mapping[str, str]) -> None:
        """What a typesetter left out, and what no font of its has: each character as shown."""
        self._controls += controls
        self._missing |= missing

    def warnings(self) -> tuple[result.Warning, ...]:
        """All that was found, in the order it was met."""
        found = [
            result.Warning("no-glyph", {"character": character, "shown": shown})
            for character, shown in self._missing.items()
        ]
        if self._controls:
            count = str(self._controls)
            found.insert(0, result.Warning("control-characters", {"count": count}))
        return tuple(found)
