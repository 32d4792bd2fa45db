"""A label whose text can be set smaller in steps."""

from collections.abc import Sequence
from math import ceil

from ui.look.look import Look
from ui.look.text_styles import Family
from ui.parts.labels import WrapLabel
from ui.parts.text_block import Align, TextBlock


class ScaledLabel(WrapLabel):
    """A wrapping label of a size of its own, which can be set smaller in parts of that size."""

    def __init__(
        self,
        look: Look,
        pixels: float,
        family: Family,
        *,
        weight: int = 400,
        mute: bool = False,
        align: Align = "left",
    ) -> None:
        """Text of true ``pixels``."""
        self._family: Family = family
        self._pixels, self._weight = pixels, weight
        self._share = 1.0
        self._blocks: dict[float, TextBlock] = {}
        super().__init__(look, "", "body", "mute" if mute else "plain", align)

    def show_text(self, text: str) -> None:
        """Show other text."""
        if text != self.text():
            self.set_text(text)
            self._blocks = {}
            self._set()

    def set_share(self, share: float) -> None:
        """Set the text smaller, in parts of its own size."""
        if share != self._share:
            self._share = share
            self._set()

    def line_height(self) -> int:
        """From one line to the next as it is set now, pixels."""
        return self._block.pitch

    def height_at(self, share: float, width: int) -> int:
        """The height of the text in ``width`` pixels, were it set in that share of its size."""
        return self._at(share).lay(max(1, width))

    def bottoms_at(self, share: float, width: int) -> Sequence[int]:
        """Where each line of the text would end, pixels from the top, in that share and width."""
        block = self._at(share)
        block.lay(max(1, width))
        return [ceil(bottom) for bottom in block.bottoms()]

    def _at(self, share: float) -> TextBlock:
        found = self._blocks.get(share)
        if found is None:
            font = self._look.font_of(self._family, self._pixels * share, self._weight)
            found = TextBlock(self._look, self.text(), "say", align=self._align, font=font)
            self._blocks[share] = found
        return found

    def _set(self) -> None:
        self._block = self._at(self._share)
        self.updateGeometry()
        self.update()
