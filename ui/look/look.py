"""The look, handed down: one theme at one text size, and everything drawn from it."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from ui.look.colour import mix
from ui.look.fonts import SANS, SERIF
from ui.look.measure import bounded, sized, spaced
from ui.look.palette import palette_of
from ui.look.sheet import style_sheet_of
from ui.look.tokens import THEMES, Theme, Tokens, Tone
from ui.look.type import FACES, Family, Role


class Look(msgspec.Struct, frozen=True):
    """A theme's colours, a text scale (0.8 to 2.0), and the fonts that stand behind each other.

    A changed theme or text size is another Look and another window; nothing changes its look
    while it stands.
    """

    tokens: Tokens = THEMES["light"]
    scale: float = 1.0
    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS

    def px(self, pixels: float) -> int:
        """A spacing, in steps of 4 at 100 %; follows the text size mildly."""
        return spaced(pixels, self.scale)

    def size(self, pixels: float) -> int:
        """A length that follows the text size fully: marks, icons, the least width of a column."""
        return sized(pixels, self.scale)

    def pitch(self, role: Role) -> int:
        """The distance from one line of this role to the next, pixels."""
        face = FACES[role]
        return round(face.pixels * self.scale * face.pitch)

    def font(self, role: Role) -> QFont:
        """The font of a role."""
        face = FACES[role]
        font = self.face(face.family, face.pixels * self.scale, face.weight)
        if face.capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        if face.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def face(self, family: Family, pixels: float, weight: int = 400) -> QFont:
        """A font of a size of one's own, in true pixels: for the wall and for stand back."""
        font = QFont()
        font.setFamilies(self.serif if family == "serif" else self.sans)
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(QFont.Weight(weight))
        # Letters keep their drawn widths: with full hinting small text is set unevenly.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def metrics(self, role: Role) -> QFontMetricsF:
        """Measures of a role's font."""
        return QFontMetricsF(self.font(role))

    def colour(self, tone: Tone) -> QColor:
        """The colour of text and marks in a tone."""
        return QColor(self.tokens.tone(tone))

    def wash(self, tone: Tone) -> QColor:
        """The pale ground for text of this tone."""
        return QColor(self.tokens.wash(tone))

    def fill(self, tone: Tone) -> QColor:
        """A full area of this tone, as in the bar of stances; carries no text."""
        return QColor(self.tokens.amber_fill if tone == "amber" else self.tokens.tone(tone))

    def tint(self, tone: Tone) -> QColor:
        """A soft area of this tone, for strips and bars; carries no text."""
        if tone in ("plain", "rest"):
            return QColor(self.tokens.sunk)
        share = 0.38 if self.tokens.theme == "dark" else 0.26
        return QColor(mix(self.tokens.tone(tone), self.tokens.card, share))

    def palette(self) -> QPalette:
        """The palette for the Fusion style."""
        return palette_of(self.tokens)

    def style_sheet(self) -> str:
        """The style sheet for the whole application."""
        return style_sheet_of(self.tokens, self.scale)


def make_look(theme: Theme, text: int = 100) -> Look:
    """The look of a theme at a text size in per cent (80 to 200; beyond is brought within)."""
    return Look(tokens=THEMES[theme], scale=bounded(text / 100))


def elided(text: str, font: QFont, width: float) -> str:
    """The text, cut with an ellipsis at its end where it is wider than ``width`` pixels."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def in_two(text: str, font: QFont, width: float) -> list[str]:
    """The text on one line, or between two words on two; cut where that is still too little."""
    metrics = QFontMetricsF(font)
    if metrics.horizontalAdvance(text) <= width:
        return [text]
    words = text.split(" ")
    fitting = (
        at
        for at in range(len(words) - 1, 0, -1)
        if metrics.horizontalAdvance(" ".join(words[:at])) <= width
    )
    at = next(fitting, 0)
    rows = [" ".join(words[:at]), " ".join(words[at:])] if at else [text]
    return [elided(row, font, width) for row in rows]
