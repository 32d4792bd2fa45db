"""Paints a scene on the wall: as large as fits on one page, else on several.

On a wall of 1080 pixels text starts at 64, shrinks to 44, then pages; few notes are larger. Small
print is 28; margins are 5 %. All sizes follow the wall's shorter side.

Notes that need several pages can be seen at a glance as well, on one page more: as small as that
asks, but never smaller than the small print.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter

from app.words import Words
from app.workshop.zones import both
from ui.look.look import Look, elided
from ui.look.themes import Tone as LookTone
from ui.parts.clock_display import clock_text
from ui.parts.text_block import TextBlock
from ui.wall.agenda_page import lay_agenda
from ui.wall.diagrams import lay_diagram, lay_pages
from ui.wall.groups_page import lay_groups
from ui.wall.large import lay_large
from ui.wall.note_pages import TRIED, NotePages
from ui.wall.page_layout import WallPage, lay_texts
from ui.wall.scene import Scene
from ui.wall.wall_picture import WallText

REFERENCE = 1080
MARGIN = 0.05
QUESTION = 76
SECOND_QUESTION = 50
CLOCK = 92
SMALL = 28
GAP = 34
LOW_QUESTION = 0.74
"""The share of its size that a question has where that saves turning a page."""
NAME = 0.22
"""The share of the foot that is left to the community's name."""
SIZES = (64, 58, 52, 48, 44)
"""Text of clauses, largest first."""
NOTE_SIZES = (96, 88, 80, 72, 64, 61, 58, 55, 52, 50, 48, 46, 44)
"""Text of notes, largest first."""
GLANCE_SIZES = (42, 40, 38, 36, 34, 32, 30, SMALL)
"""Text of notes that are all seen at a glance."""
MANY = 20
"""Notes from which on the question gives way to them."""
AT_A_GLANCE = 160
"""More notes than this have no room on one page in any size."""


@dataclass(frozen=True)
class WallPages:
    """A scene set on pages: how many notes it holds in all, the share of its size that the
    question has above them, and the number of the page to be seen first. ``glance``: the last page
    is all of them once more, at a glance."""

    pages: Sequence[WallPage]
    notes: int
    share: float = 1.0
    opens: int = 0
    glance: bool = False


@dataclass
class _Fitted:
    """What fitted a scene, to begin with where only notes were added: by number among their sizes,
    the letters tried last on one page, those of so many ``pages``, and those of the glance; both
    under a question in a ``share`` of its size. ``least``: the share that was begun with."""

    scene: Scene
    least: float
    at: int = 0
    pages: int = 0
    share: float = 0.0
    larger: int = 0
    glance: int = 0


class ScenePainter:
    """Sets a scene on a wall of some size; the same for the room and for the small preview."""

    def __init__(self, look: Look, speech: Callable[[str], Words]) -> None:
        """Paint in ``look`` (light, whatever the window wears), small print in the words that
        ``speech`` gives for the workshop's languages, whatever the window speaks."""
        self._look, self._speech = look, speech
        # Setting three hundred notes takes longer than a tick of the clock: once a scene is enough.
        self._set: dict[tuple[int, int], tuple[Scene, WallPages]] = {}
        self._fitted: dict[tuple[int, int], _Fitted] = {}
        self._notes: dict[tuple[int, int], NotePages] = {}

    def page_count(self, size: tuple[int, int], scene: Scene) -> int:
        """How many pages the scene needs on a wall of ``size`` pixels."""
        return len(self.pages(size, scene).pages)

    def paint(
        self,
        painter: QPainter,
        size: tuple[int, int],
        scene: Scene,
        seconds: int | None,
        page: int | None,
    ) -> None:
        """Paint ``page`` (from 0; beyond the last one is the last; None: the one to see first)."""
        unit = min(size) / REFERENCE
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(QRectF(0, 0, *size), QColor(self._look.theme.paper))
        area = self._area(size)
        shown = self.pages(size, scene)
        last = len(shown.pages) - 1
        at = shown.opens if page is None else max(0, min(page, last))
        share = LOW_QUESTION if shown.glance and at == last else shown.share
        self._paint_head(painter, area, unit, scene, seconds, share)
        for piece in shown.pages[at].pieces:
            piece.paint(painter)
        self._paint_foot(painter, area, unit, self.small_print(scene, shown, at), scene.community)

    def pages(self, size: tuple[int, int], scene: Scene) -> WallPages:
        """The scene on a wall of ``size`` pixels: as large as fits on one page, else on several."""
        known = self._set.get(size)
        if known is None or known[0] is not scene:
            known = self._set[size] = (scene, self._set_pages(size, scene))
        return known[1]

    def body(self, size: tuple[int, int], scene: Scene, share: float) -> QRectF:
        """Where notes stand, in pixels, under a question in a ``share`` of its size."""
        unit = min(size) / REFERENCE
        area = self._area(size)
        top = area.top() + self._head_height(area, unit, scene, share) + GAP * unit
        bottom = area.bottom() - SMALL * unit * 1.9
        return QRectF(area.left(), top, area.width(), max(1.0, bottom - top))

    def small_print(self, scene: Scene, shown: WallPages, at: int) -> list[str]:
        """What the foot of the page ``at`` (from 0) says at its right: a text for each of the
        workshop's languages."""
        texts = []
        for number, language in enumerate(scene.languages):
            words = self._speech(language)
            parts = list(scene.picture.small[number : number + 1])
            if len(shown.pages) > 1 and shown.notes:
                notes = shown.pages[at].notes
                parts.append(words("wall.notes-shown", n=notes, total=shown.notes))
            if len(shown.pages) > 1:
                parts.append(words("wall.page", n=at + 1, total=len(shown.pages)))
            texts.append(" · ".join(parts))
        return texts or [""]

    def _area(self, size: tuple[int, int]) -> QRectF:
        side = min(size) * MARGIN
        return QRectF(side, side, size[0] - 2 * side, size[1] - 2 * side)

    def _questions(
        self, area: QRectF, unit: float, scene: Scene, share: float
    ) -> list[tuple[TextBlock, int]]:
        beside = self._clock_width(unit) + GAP * unit if scene.timed else 0
        width = int(area.width() - beside)
        found = []
        for number, question in enumerate(scene.questions[:2]):
            pixels = (QUESTION if number == 0 else SECOND_QUESTION) * unit * share
            font = self._look.font_of("serif", pixels, 600)
            block = TextBlock(self._look, question, "say", font=font)
            found.append((block, block.lay(width)))
        return found

    def _clock_width(self, unit: float) -> float:
        return CLOCK * unit * 3.1

    def _head_height(self, area: QRectF, unit: float, scene: Scene, share: float) -> float:
        heights = [height for _, height in self._questions(area, unit, scene, share)]
        asked = sum(heights) + 8 * unit * max(0, len(heights) - 1)
        return max(CLOCK * unit, asked) if scene.timed else asked

    def _paint_head(
        self,
        painter: QPainter,
        area: QRectF,
        unit: float,
        scene: Scene,
        seconds: int | None,
        share: float,
    ) -> None:
        top = area.top()
        for number, (block, height) in enumerate(self._questions(area, unit, scene, share)):
            tone: LookTone = "plain" if number == 0 else "mute"
            block.draw(painter, area.left(), top, self._look.colour(tone))
            top += height + 8 * unit
        if seconds is None or not scene.timed:
            return
        font = self._look.font_of("sans", CLOCK * unit, 700)
        painter.setFont(font)
        painter.setPen(self._look.colour("amber" if seconds < 0 else "plain"))
        box = QRectF(area.left(), area.top() - 10 * unit, area.width(), CLOCK * unit * 1.15)
        flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
        painter.drawText(box, flags, clock_text(seconds))

    def _set_pages(self, size: tuple[int, int], scene: Scene) -> WallPages:
        picture = scene.picture
        total = sum(note.holds for column in picture.columns for note in column.notes)
        notes = self._notes.setdefault(size, NotePages(self._look))
        notes.forget()
        alone = self._set_alone(size, scene, total)
        if alone is not None:
            return alone
        before = self._fitted.get(size)
        share = LOW_QUESTION if total >= MANY else 1.0
        grown = before is not None and _grown(before.scene, scene) and before.least == share
        fitted = replace(before, scene=scene) if before and grown else _Fitted(scene, share)
        self._fitted[size] = fitted
        pages: Sequence[WallPage] = [WallPage(())]
        sizes = NOTE_SIZES if picture.columns else SIZES
        for at in range(fitted.at, len(sizes)):
            fitted.at = at
            if at + 1 < len(sizes) and self._too_many(size, scene, sizes[at], share):
                continue
            pages = self._lay(size, scene, sizes[at], share)
            if len(pages) == 1:
                return WallPages(pages, total, share, opens=_opening(scene, pages))
        # Before people wait for pages to be turned, the question gives way a little.
        closer = self._lay(size, scene, sizes[-1], LOW_QUESTION)
        if len(closer) < len(pages):
            pages, share = closer, LOW_QUESTION
        if share != fitted.share:
            fitted.share, fitted.pages, fitted.glance = share, 0, 0
        if 0 < total <= TRIED:
            pages = self._enlarged(size, fitted, pages, share)
        shown = WallPages(pages, total, share, _opening(scene, pages))
        # Where the question gave way far enough, one page has them all already.
        several = len(pages) > 1 and 0 < total <= AT_A_GLANCE
        return self._with_glance(size, fitted, shown) if several else shown

    def _enlarged(
        self, size: tuple[int, int], fitted: _Fitted, pages: Sequence[WallPage], share: float
    ) -> Sequence[WallPage]:
        """The same number of pages, with notes as large as that allows."""
        if len(pages) != fitted.pages:
            fitted.pages, fitted.larger = len(pages), NOTE_SIZES.index(SIZES[0])
        for at in range(fitted.larger, len(NOTE_SIZES) - 1):
            fitted.larger = at
            if self._too_many(size, fitted.scene, NOTE_SIZES[at], share, len(pages)):
                continue
            larger = self._lay(size, fitted.scene, NOTE_SIZES[at], share)
            if len(larger) == len(pages):
                return larger
        fitted.larger = len(NOTE_SIZES)
        return pages

    def _with_glance(self, size: tuple[int, int], fitted: _Fitted, shown: WallPages) -> WallPages:
        """The pages, and all notes on one more where they have room on it."""
        for at in range(fitted.glance, len(GLANCE_SIZES)):
            fitted.glance = at
            if self._too_many(size, fitted.scene, GLANCE_SIZES[at], LOW_QUESTION):
                continue
            pages = self._lay(size, fitted.scene, GLANCE_SIZES[at], LOW_QUESTION)
            if len(pages) == 1:
                return replace(shown, pages=[*shown.pages, *pages], glance=True)
        fitted.glance = len(GLANCE_SIZES)
        return shown

    def _set_alone(self, size: tuple[int, int], scene: Scene, total: int) -> WallPages | None:
        """What is not set as notes and texts are; None where it is, or is too long to be large."""
        unit, picture = min(size) / REFERENCE, scene.picture
        if picture.agenda:
            body = self.body(size, scene, LOW_QUESTION)
            pages, opens = lay_agenda(self._look, body, picture.agenda, unit)
            return WallPages(pages, total, LOW_QUESTION, opens)
        if picture.groups:
            body = self.body(size, scene, LOW_QUESTION)
            return WallPages(lay_groups(self._look, body, picture.groups, unit), 0, LOW_QUESTION)
        if not (picture.large or picture.said or picture.image is not None):
            return None
        # The question steps back: what it is about is what one looks at now.
        body = self.body(size, scene, LOW_QUESTION)
        page = lay_large(self._look, body, picture, unit)
        return WallPages((page,), total, LOW_QUESTION) if page is not None else None

    def _too_many(
        self, size: tuple[int, int], scene: Scene, letters: int, share: float, pages: int = 1
    ) -> bool:
        """Whether notes in such letters surely need more pages than so many."""
        columns, pixels = scene.picture.columns, letters * min(size) / REFERENCE
        notes, body = self._notes[size], self.body(size, scene, share)
        return bool(columns) and notes.too_many(body, columns, pixels, pages)

    def _lay(
        self, size: tuple[int, int], scene: Scene, letters: int, share: float
    ) -> Sequence[WallPage]:
        """The pages with notes in such letters, and the question in a share of its size."""
        unit = min(size) / REFERENCE
        body, picture = self.body(size, scene, share), scene.picture
        if picture.columns:
            return self._notes[size].lay(body, picture.columns, letters * unit, unit)
        texts = (WallText("", tuple(picture.said.split("\n"))),) if picture.said else picture.texts
        if texts:
            return lay_texts(self._look, body, texts, letters * unit, unit)
        if picture.diagram is not None:
            return [lay_diagram(self._look, body, picture.diagram, unit)]
        if picture.pages is not None:
            return lay_pages(self._look, body, picture.pages, letters * unit)
        return [WallPage(())]

    def _paint_foot(
        self,
        painter: QPainter,
        area: QRectF,
        unit: float,
        texts: Sequence[str],
        community: str,
    ) -> None:
        painter.setFont(self._look.font_of("sans", SMALL * unit))
        painter.setPen(self._look.colour("mute"))
        foot = QRectF(
            area.left(), area.bottom() - SMALL * unit * 1.3, area.width(), SMALL * unit * 1.4
        )
        middle = Qt.AlignmentFlag.AlignVCenter
        metrics = QFontMetricsF(painter.font())
        wide, least = foot.width() - GAP * unit, foot.width() * NAME
        # Both languages where they stand beside the name, else the leading one alone.
        small = both(texts)
        if metrics.horizontalAdvance(small) > wide - least:
            small = texts[0]
        painter.drawText(foot, Qt.AlignmentFlag.AlignRight | middle, small)
        room = wide - metrics.horizontalAdvance(small)
        name = elided(community, painter.font(), room)
        painter.drawText(foot, Qt.AlignmentFlag.AlignLeft | middle, name)


def _grown(before: Scene, now: Scene) -> bool:
    """Whether only notes were added: letters that were too large before still are."""
    was, columns = before.picture.columns, now.picture.columns
    return (
        before.questions == now.questions
        and len(was) == len(columns) > 0
        and all(
            old.heading == new.heading and old.notes == new.notes[: len(old.notes)]
            for old, new in zip(was, columns, strict=True)
        )
    )


def _opening(scene: Scene, pages: Sequence[WallPage]) -> int:
    """The page to be seen first: the newest notes are on the last one; a ranking, one note that
    is read from its beginning, and a text begin on the first. A kind may know better."""
    if scene.picture.opens:
        return len(pages) - 1 if scene.picture.opens == "last" else 0
    notes = [note for column in scene.picture.columns for note in column.notes]
    newest = bool(notes) and not scene.picture.large and all(note.dots is None for note in notes)
    return len(pages) - 1 if newest else 0


def paint_blank(painter: QPainter, size: tuple[int, int], look: Look) -> None:
    """A wall that shows nothing: paper, and nothing on it."""
    painter.fillRect(QRectF(QPointF(0, 0), QPointF(*size)), QColor(look.theme.paper))
