"""The look: a theme at a text size, and the fonts, colours and lengths that follow from it."""

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPalette

from ui.look.colour import mix
from ui.look.fonts import SANS, SERIF
from ui.look.palette import make_palette
from ui.look.scaling import clamp_scale, scaled_length, scaled_spacing
from ui.look.style_sheet import make_style_sheet
from ui.look.text_styles import TEXT_STYLES, Family, TextRole
from ui.look.themes import THEMES, Theme, ThemeName, Tone


class Look(msgspec.Struct, frozen=True):
    """A theme's colours, a text scale (0.8 to 2.0), and the fonts that stand behind each other.

    A changed theme or text size is another Look and another window; nothing changes its look
    while it stands.
    """

    theme: Theme = THEMES["light"]
    scale: float = 1.0
    serif: tuple[str, ...] = SERIF
    sans: tuple[str, ...] = SANS

    def px(self, pixels: float) -> int:
        """A spacing, in steps of 4 at 100 %; follows the text size mildly."""
        return scaled_spacing(pixels, self.scale)

    def size(self, pixels: float) -> int:
        """A length that follows the text size fully: marks, icons, the least width of a column."""
        return scaled_length(pixels, self.scale)

    def pitch(self, role: TextRole) -> int:
        """The distance from one line of this role to the next, pixels."""
        face = TEXT_STYLES[role]
        return round(face.pixels * self.scale * face.pitch)

    def font(self, role: TextRole) -> QFont:
        """The font of a role."""
        face = TEXT_STYLES[role]
        font = self.font_of(face.family, face.pixels * self.scale, face.weight)
        if face.capitals:
            font.setCapitalization(QFont.Capitalization.AllUppercase)
        if face.tabular:
            font.setFeature(QFont.Tag("tnum"), 1)
        return font

    def font_of(self, family: Family, pixels: float, weight: int = 400) -> QFont:
        """A font of a size of one's own, in true pixels: for the wall and for stand back."""
        font = QFont()
        font.setFamilies(self.serif if family == "serif" else self.sans)
        font.setPixelSize(max(1, round(pixels)))
        font.setWeight(QFont.Weight(weight))
        # Letters keep their drawn widths: with full hinting small text is set unevenly.
        font.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
        return font

    def metrics(self, role: TextRole) -> QFontMetricsF:
        """Measures of a role's font."""
        return QFontMetricsF(self.font(role))

    def colour(self, tone: Tone) -> QColor:
        """The colour of text and marks in a tone."""
        return QColor(self.theme.tone(tone))

    def background(self, tone: Tone) -> QColor:
        """The pale ground for text of this tone."""
        return QColor(self.theme.background(tone))

    def fill(self, tone: Tone) -> QColor:
        """A full area of this tone, as in the bar of stances; carries no text."""
        return QColor(self.theme.amber_fill if tone == "amber" else self.theme.tone(tone))

    def tint(self, tone: Tone) -> QColor:
        """A soft area of this tone, for strips and bars; carries no text."""
        if tone in ("plain", "rest"):
            return QColor(self.theme.sunk)
        share = 0.38 if self.theme.name == "dark" else 0.26
        return QColor(mix(self.theme.tone(tone), self.theme.card, share))

    def palette(self) -> QPalette:
        """The palette for the Fusion style."""
        return make_palette(self.theme)

    def style_sheet(self) -> str:
        """The style sheet for the whole application."""
        return make_style_sheet(self.theme, self.scale)


def make_look(theme: ThemeName, text: int = 100) -> Look:
    """The look of a theme at a text size in per cent (80 to 200; beyond is brought within)."""
    return Look(theme=THEMES[theme], scale=clamp_scale(text / 100))


def elided(text: str, font: QFont, width: float) -> str:
    """The text, cut with an ellipsis at its end where it is wider than ``width`` pixels."""
    return QFontMetricsF(font).elidedText(text, Qt.TextElideMode.ElideRight, width)


def wrap_in_two(text: str, font: QFont, width: float) -> list[str]:
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
