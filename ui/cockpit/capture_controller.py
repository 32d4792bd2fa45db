"""Keeps what is typed in the capture line: in the canvas, or as a decision or an action."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from app.library.rows import Workshop
from app.workshop.outcomes import Form
from app.workshop.planning import scope_of
from ui.attempt import attempt
from ui.cockpit.capture_bar import CaptureBar
from ui.cockpit.workshop_controller import WorkshopController
from ui.kinds.canvas import Canvas
from ui.parts.autosave import Autosave
from ui.parts.name_completer import NameCompleter
from ui.parts.said_while import SaidWhile
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, capture_place
from ui.world import World


class CaptureController(QObject):
    """Drives the capture line: Enter, Tab, catches, drafts."""

    caught = Signal(str)
    """A decision, an action or a parked thing is safe."""

    def __init__(
        self,
        world: World,
        workshop: Workshop,
        controller: WorkshopController,
        bottom: CaptureBar,
        canvas: Callable[[], Canvas | None],
    ) -> None:
        """Drive ``bottom``'s line in ``workshop``, for whatever ``canvas`` is on screen."""
        super().__init__(bottom)
        self._world, self._controller, self._bottom, self._canvas = (
            world,
            controller,
            bottom,
            canvas,
        )
        self._line = bottom.line
        self._no_line = SaidWhile(world.notice)
        self._form: Form | None = None
        self._places = 1
        self.names = NameCompleter(world.words, self._line, self._names_for)
        self.names.offers_changed.connect(self._show)
        self._line.textEdited.connect(self._typed)
        # What is half typed is kept aside, until Enter.
        place = TextPlace(key=capture_place(workshop.id), scope=scope_of(workshop))
        self.autosave = Autosave(world, line_field(self._line), place)
        self._line.entered.connect(self._enter)
        self._line.entered_strongly.connect(self._enter_strongly)
        self._line.lines_pasted.connect(self._enter)
        self._line.moved.connect(self.move)
        self._line.escaped.connect(self._escape)

    def catch(self, form: Form) -> None:
        """Catch the line's text as ``form``; with an empty line, catch what is typed next."""
        text = self._line.text()
        if text.strip():
            self._keep_catch(form, text)
        else:
            self._form = None if form == self._form else form
            self._show()
        self._line.setFocus()

    def restore(self) -> None:
        """Put back the text half typed when the program last stopped."""
        self.autosave.show("")

    def show_target(self, places: int) -> None:
        """Say where Enter goes now; there are so many ``places``, none where no line is wanted."""
        self._places = places
        self._bottom.show_wanted(wanted=places > 0)
        if places:
            self._no_line.end()
        self._show()

    def _show(self) -> None:
        if self._form is not None:
            self._bottom.show_catching(self._form)
            return
        self._bottom.show_catching(None)
        if self.names.only:
            self._bottom.show_offer(self.names.only, self._line.text().strip())
            return
        canvas = self._canvas()
        if canvas is not None and not self._places:
            self._bottom.show_target("", self._world.words("room.only-catches"))
        elif canvas is not None:
            onward = canvas.next_place() if self._places > 1 else ""
            self._bottom.show_target(canvas.target_name(), canvas.hint(), onward)

    def _enter(self, text: str) -> None:
        if not text.strip():
            return
        if self._form is not None:
            self._keep_catch(self._form, text)
            return
        canvas = self._canvas()
        if canvas is not None and not self._places:
            self._no_line.say(self._world.words("room.no-line"))
        elif canvas is not None:
            self._keep(lambda: canvas.enter(text), text)

    def _enter_strongly(self, text: str) -> None:
        canvas = self._canvas()
        if canvas is not None and self._places and self._form is None:
            if text.strip():
                self._keep(lambda: canvas.enter_strongly(text), text)
            else:
                canvas.go_on()
        else:
            self._enter(text)

    def _keep_catch(self, form: Form, text: str) -> None:
        if self._keep(lambda: self._controller.catch(form, text), text):
            self._form = None
            self._show()
            self.caught.emit(form)

    def _keep(self, action: Callable[[], object], text: str) -> bool:
        """Keep something typed; the line is emptied only once it is safe."""
        if not self.autosave.attempt(action):
            self._line.take(text)
            return False
        self._line.take("")
        self._no_line.end()
        self.autosave.let_go()
        return True

    def move(self, by: int) -> None:
        """Aim the line at the place after (1) or before (-1) the one it has."""
        canvas = self._canvas()
        if canvas is None or self._form is not None:
            return
        canvas.move_target(by)
        attempt(self._world, lambda: self._controller.remember_zone(canvas.target()))
        self._show()

    def _escape(self) -> None:
        self._form = None
        self._show()

    def _typed(self, text: str) -> None:
        if not text:
            self._no_line.end()

    def _names_for(self, typed: str) -> Sequence[str]:
        """The names the canvas knows; none while something is caught."""
        canvas = self._canvas()
        return canvas.completions(typed) if canvas is not None and self._form is None else ()
