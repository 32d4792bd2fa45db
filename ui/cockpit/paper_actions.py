"""What the facilitator does with paper in the room: marks a block as done on paper, lays
photographs of it beside the canvas, and says when all of it is typed in."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject
from PySide6.QtGui import QDropEvent, QImage, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QWidget

from app.library.rows import Attachment
from app.workshop.on_paper import all_typed_in, still_on_paper
from app.workshop.photographs import photographs_of, remove_photograph
from app.workshop.running import Place
from app.workshop.titles import title_in
from ui.attempt import attempt
from ui.cockpit.capture_bar import CaptureBar
from ui.cockpit.centre import Centre
from ui.cockpit.photograph_file import ENDINGS
from ui.cockpit.photograph_intake import PhotographIntake, Source
from ui.cockpit.photograph_pane import PhotographPane
from ui.cockpit.run_canvas import RunCanvas
from ui.cockpit.top_bar import Offer
from ui.cockpit.workshop_controller import WorkshopController
from ui.parts import room_keys as keys
from ui.parts.clipboard import on_clipboard
from ui.parts.paper_dialog import PaperDialog
from ui.world import World

_DRAGGED = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class PaperActions(QObject):
    """The acts about paper; photographs also come by being let go over the middle of the room, or
    pasted in its line."""

    def __init__(
        self,
        world: World,
        controller: WorkshopController,
        canvas: RunCanvas,
        centre: Centre,
        bottom: CaptureBar,
        window: QWidget,
    ) -> None:
        """Act on the block that the room is in, for the ``canvas`` on screen."""
        super().__init__(window)
        self._world, self._controller, self._canvas = world, controller, canvas
        self._centre, self._bottom, self._window = centre, bottom, window
        self._photographs: list[Attachment] = []
        self._run = ""
        self._at = 0
        self.intake = PhotographIntake(world, self)
        self.pane = PhotographPane(world)
        centre.put_beside(self.pane)
        centre.setAcceptDrops(True)
        centre.installEventFilter(self)
        bottom.line.installEventFilter(self)
        bottom.harvest.typed_in_asked.connect(self.say_typed_in)
        self.pane.next_asked.connect(self.turn)
        self.pane.enlarge_asked.connect(self.enlarge)
        self.pane.drop_asked.connect(self.drop)

    def show_place(self, place: Place) -> None:
        """Show how far the paper of a block is typed in, and its photographs."""
        running, words = place.running, self._world.words
        block, text = place.part.block, ""
        if still_on_paper(block):
            typed = self._canvas.count(place)
            text = words("on_paper.typed", n=typed)
            if block.on_paper:
                text = words("on_paper.typed-of", n=block.on_paper, typed=typed)
        self._bottom.harvest.show_paper(text)
        found = photographs_of(self._world.library.reader, running.run)
        if running.run.id != self._run:
            self._run, self._at = running.run.id, 0
        elif len(found) > len(self._photographs):
            self._at = len(self._photographs)  # the first of those that came
        self._photographs = found
        self._show()

    def scroll_on(self, by: int) -> bool:
        """Down (1) or up (-1) the photograph that has the canvas's place; gives whether one has."""
        if self._enlarged:
            self.pane.scroll_on(by)
        return self._enlarged

    def idle(self) -> set[str]:
        """The keys that do nothing now: nothing is on paper, or there is no photograph."""
        found = set() if self._photographs else {key for _, key, _ in self._about_photographs()}
        place = self._controller.state().place
        waits = place is not None and still_on_paper(place.part.block)
        return found if waits else {*found, keys.TYPED_IN}

    def acts(self) -> Sequence[Offer]:
        """The acts in words, with their keys."""
        words = self._world.words
        return (
            (words("on_paper.mark"), keys.PAPER, self.ask_mark),
            (words("on_paper.all-typed-in"), keys.TYPED_IN, self.say_typed_in),
            (words("on_paper.add-photograph"), keys.PHOTOGRAPH, self.choose),
            *self._about_photographs(),
        )

    def ask_mark(self) -> None:
        """Ask whether the block is done on paper."""
        state = self._controller.state()
        if state.place is not None:
            block = state.place.part.block
            PaperDialog(self._world, self._window, state.workshop, block).open()

    def say_typed_in(self) -> None:
        """All that was on paper is typed in: the block waits no more."""
        place = self._controller.state().place
        if place is None or not still_on_paper(place.part.block):
            return
        running, world = place.part, self._world
        if attempt(world, lambda: all_typed_in(world.library, running.workshop, running.block)):
            title = title_in(running.block, world.words.language)
            world.notice.say(world.words("on_paper.said-all-typed-in", block=title))

    def choose(self) -> None:
        """Ask for a file with a photograph."""
        words = self._world.words
        title = words("on_paper.choose-photograph")
        path = self._world.dialogs.open_file(self._window, title, ENDINGS)
        if path is not None:
            self.take([path])

    def take(self, sources: Sequence[Source]) -> None:
        """Keep photographs with the run on screen."""
        place = self._controller.state().place
        if place is None:
            self._world.notice.say(self._world.words("on_paper.no-room"), "amber")
        else:
            self.intake.take(place.running, sources)

    def turn(self, by: int) -> None:
        """To the next photograph (1) or the one before (-1), around the end."""
        if self._photographs:
            self._at = (self._at + by) % len(self._photographs)
            self._show()

    def enlarge(self) -> None:
        """The photograph in the canvas's place, to be scrolled from the line; and back."""
        if self._photographs:
            self.pane.set_large(not self.pane.large)
            self._show()
            self._bottom.line.setFocus()

    def drop(self) -> None:
        """Take the photograph on screen away."""
        place = self._controller.state().place
        if place is not None and self._photographs:
            running, gone = place.running, self._photographs[self._at]
            attempt(self._world, lambda: remove_photograph(self._world.library, running, gone))

    def leave(self) -> None:
        """Keep what is still being read."""
        self.intake.finish()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take photographs that are let go over the middle, or pasted in the line."""
        if watched is self._centre and event.type() in _DRAGGED and isinstance(event, QDropEvent):
            found = photographs_in(event.mimeData())
            if not found:
                return False
            event.acceptProposedAction()
            if event.type() == QEvent.Type.Drop:
                self.take(found)
            return True
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if event.matches(QKeySequence.StandardKey.Paste):
                found = photographs_in(on_clipboard())
                if found:
                    self.take(found)
                    return True
        return super().eventFilter(watched, event)

    @property
    def _enlarged(self) -> bool:
        return self.pane.large and bool(self._photographs)

    def _about_photographs(self) -> Sequence[Offer]:
        words = self._world.words
        size = "on_paper.reduce" if self.pane.large else "on_paper.enlarge"
        return (
            (words("on_paper.next-photograph"), keys.NEXT_PHOTOGRAPH, lambda: self.turn(1)),
            (
                words("on_paper.previous-photograph"),
                keys.PREVIOUS_PHOTOGRAPH,
                lambda: self.turn(-1),
            ),
            (words(size), keys.ENLARGE, self.enlarge),
            (words("on_paper.drop-photograph"), keys.DROP_PHOTOGRAPH, self.drop),
        )

    def _show(self) -> None:
        self._at = max(0, min(self._at, len(self._photographs) - 1))
        place = self._controller.state().place
        title = title_in(place.running.block, self._world.words.language) if place else ""
        self.pane.show_photographs(self._photographs, self._at, title)
        self._centre.show_canvas(not self._enlarged)


def photographs_in(mime: QMimeData | None) -> list[Source]:
    """The files that are dragged or were copied, or the one image; nothing where it is text."""
    if mime is None:
        return []
    files: list[Source] = [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]
    if files:
        return files
    image = mime.imageData() if mime.hasImage() and not mime.hasText() else None
    return [image] if isinstance(image, QImage) and not image.isNull() else []
