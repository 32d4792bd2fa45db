"""What is to be on the wall instead of the room's picture: a message, an image, the agenda."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from app.library.attachments import contents
from app.library.rows import Workshop
from app.library.trouble import Trouble
from app.workshop.for_the_wall import image_of, keep_image, keep_message, message_of
from app.workshop.planning import scope_of
from app.workshop.running import place_of
from ui.attempt import trouble_sentence
from ui.parts.autosave import Autosave
from ui.parts.buttons import KeyButton
from ui.parts.form_dialog import QuestionDialog
from ui.parts.keycaps import key_text
from ui.parts.labels import WrapLabel
from ui.parts.layouts import FlowLayout, holding
from ui.parts.room_keys import AGENDA, INSTEAD
from ui.parts.text_edits import PlainEdit
from ui.parts.text_fields import plain_field
from ui.parts.text_places import TextPlace, wall_message_place
from ui.wall.agenda_view import AgendaView
from ui.wall.image_file import ENDINGS, decode_image, encode_image, read_image
from ui.wall.wall_view import ImageView, MessageView, WallView, stands_in
from ui.world import World

AGENDA_KEY = AGENDA
"""As the agenda itself, where no dialog is open."""
IMAGE_KEY = "Ctrl+O"
AGAIN_KEY = "Ctrl+Shift+O"
LINES = 3
"""The lines of a message that are seen at once."""


class InsteadDialog(QuestionDialog):
    """Asks what is to be shown, and shows it; the message is kept as it is typed."""

    def __init__(
        self, world: World, workshop: Workshop, show: Callable[[WallView], bool], parent: QWidget
    ) -> None:
        """For the wall of ``workshop``, which ``show`` puts something on."""
        words = world.words
        title, sentence = (
            words("wall.instead"),
            words("wall.instead-sentence", key=key_text(words, INSTEAD)),
        )
        super().__init__(world, parent, title, sentence, words("wall.show-message"))
        self._workshop, self._show_view = workshop, show
        self._run = self._here()
        look = world.look
        label = WrapLabel(look, words("wall.message"), "small-strong")
        self.message = PlainEdit()
        self.message.setFont(look.font("body"))
        self.message.setTabChangesFocus(True)
        self.message.setFixedHeight(LINES * look.pitch("body") + 2 * look.px(10))
        self.message.setAccessibleName(words("wall.message"))
        label.setBuddy(self.message)
        place = TextPlace(
            key=wall_message_place(workshop.id),
            scope=scope_of(workshop),
            keep=partial(keep_message, world.library, workshop),
            may_be_empty=True,
        )
        self._autosave = Autosave(world, plain_field(self.message), place, self.bar)
        self._autosave.show(message_of(world.library.reader, workshop.id))
        self.message.selectAll()
        others = FlowLayout(look.px(12), look.px(8))
        for button in self._others():
            others.addWidget(button)
        self.column.add(label, self.message, holding(others))

    def first(self) -> QWidget:
        """The message."""
        return self.message

    def ready(self) -> bool:
        """Whether there is a message."""
        if self.message.toPlainText().strip():
            return True
        self.bar.say(self.world.words("wall.no-message"), "amber")
        self.message.setFocus()
        return False

    def keep(self) -> None:
        """Show the message."""
        self._autosave.flush()
        message = self.message.toPlainText().strip()
        self._put(lambda run: MessageView(run, message))

    def show_agenda(self) -> None:
        """Show the agenda of the day."""
        if self._show_view(AgendaView(self._here())):
            self.accept()
        else:
            self.bar.say(self.world.words("wall.no-agenda"), "amber")

    def choose_image(self) -> None:
        """Ask for a file with an image, keep it in the library, and show it."""
        words = self.world.words
        path = self.world.dialogs.open_file(self, words("wall.image-title"), ENDINGS)
        if path is not None:
            self._try(partial(self._take_image, path))

    def show_image(self) -> None:
        """Show the image that was chosen before."""
        self._try(self._show_kept)

    def _others(self) -> list[KeyButton]:
        look, words, reader = self.world.look, self.world.words, self.world.library.reader
        kept = image_of(reader, self._workshop)
        shown = [
            (words("wall.agenda-now"), AGENDA_KEY, self.show_agenda),
            (words("wall.choose-image"), IMAGE_KEY, self.choose_image),
        ]
        if kept is not None:
            again = words("wall.image-again", name=kept.name)
            shown.append((again, AGAIN_KEY, self.show_image))
        buttons = []
        for text, key, act in shown:
            button = KeyButton(look, words, text, key, wide=True)
            button.setAutoDefault(False)
            button.clicked.connect(act)
            buttons.append(button)
        return buttons

    def _try(self, action: Callable[[], None]) -> None:
        """Do something that may meet trouble: then say so, and stay."""
        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            action()
        except Trouble as trouble:
            self.bar.say(trouble_sentence(self.world.words, trouble), "ember")
        else:
            self.accept()
        finally:
            QGuiApplication.restoreOverrideCursor()

    def _take_image(self, path: Path) -> None:
        image = read_image(path)
        media, data = encode_image(image)
        keep_image(self.world.library, self._workshop, path.name, media, data)
        self._put(lambda run: ImageView(run, image))

    def _show_kept(self) -> None:
        reader = self.world.library.reader
        kept = image_of(reader, self._workshop)
        if kept is None:
            raise Trouble("gone")
        image = decode_image(contents(reader, kept), kept.name)
        self._put(lambda run: ImageView(run, image))

    def _put(self, view: Callable[[str], WallView]) -> None:
        """Show what ``view`` makes for the run the room was in when the dialog opened.

        Raises Trouble where the room went on meanwhile; a second time it is shown over that.
        """
        run, self._run = self._run, self._here()
        if not self._show_view(view(run)):
            raise Trouble("wall-not-shown")

    def _here(self) -> str:
        return stands_in(place_of(self.world.library.reader, self._workshop.id))
