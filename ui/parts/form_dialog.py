"""A small window that asks: a title, declared fields, one filled button; nothing typed is lost."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QEvent, QObject, QSize, Qt, QTimer
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QWidget

from app.library.journal import Scope
from app.library.trouble import Trouble
from ui.attempt import trouble_sentence
from ui.parts.autosave import Autosave
from ui.parts.buttons import Button, KeyButton
from ui.parts.column_dialog import ColumnDialog
from ui.parts.fields import Field, Value
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.text_fields import TextField, go_on_typing
from ui.parts.text_places import TextPlace, form_place
from ui.parts.window_bar import WindowBar
from ui.world import World

KEEP_KEY = "Ctrl+Return"


class QuestionDialog(ColumnDialog):
    """Asks, and keeps what was answered. On trouble it says so and stays open as it is."""

    def __init__(self, world: World, parent: QWidget, title: str, sentence: str, keep: str) -> None:
        """``sentence`` is the sentence under the title, ``keep`` what the filled button says."""
        super().__init__(world.look, parent, title)
        self.world = world
        look, words = world.look, world.words
        self.dirty = False
        self._saves: list[Autosave] = []
        self.bar = WindowBar(look, words)
        self.column.installEventFilter(self)
        self.column.verticalScrollBar().rangeChanged.connect(self._grow_later)
        self._wished = QSize()
        self.title = heading(look, title)
        self.said = WrapLabel(look, sentence, "body", "mute")
        self.said.setVisible(bool(sentence))
        self.column.add(self.title, self.said)
        # The key is the window's own: what was typed last may not have been looked at yet.
        self.keep_button = KeyButton(look, words, keep, KEEP_KEY, "primary", bind=False)
        QShortcut(QKeySequence(KEEP_KEY), self).activated.connect(self.try_keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.try_keep)
        self.cancel_button = for_reading(Button(look, words("parts.not-now")))
        self.cancel_button.clicked.connect(self.reject)
        self._left = FlowLayout(look.px(12), look.px(8))
        right = FlowLayout(look.px(12), look.px(8), right=True)
        right.addWidget(self.cancel_button)
        right.addWidget(self.keep_button)
        self._buttons = ShareLayout(look.px(16), look.px(12), middle=True)
        self._at_left = holding(self._left)
        self._buttons.add(self._at_left, 1)
        self._buttons.add(holding(right), 0)
        # Below, so that neither the fields nor the buttons move when something is said.
        self.lay_out(self.bar, holding(self._buttons))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def keep(self) -> None:
        """Keep what was answered. Each window has its own; raises Trouble."""
        raise NotImplementedError

    def ready(self) -> bool:
        """Whether everything that is needed was answered; says what is missing."""
        return True

    def try_keep(self) -> None:
        """Keep what was answered and close, or say why that cannot be."""
        if not self.ready():
            return
        try:
            self.keep()
        except Trouble as trouble:
            self.bar.say(trouble_sentence(self.world.words, trouble), "ember")
            return
        self.dirty = False
        self.accept()

    def add_left(self, button: Button) -> None:
        """Add a button at the left, apart from keeping."""
        self._left.addWidget(button)
        self._buttons.keep_whole(self._at_left)

    def reject(self) -> None:
        """Close, after asking when something was typed."""
        words = self.world.words
        if self.dirty and not self.world.dialogs.confirm(
            self, words("parts.leave-question"), words("parts.leave-yes")
        ):
            return
        super().reject()

    def follow(self, field: TextField, key: str) -> Autosave:
        """Keep what is typed in a field aside under a key, until the window is answered or let be;
        what was kept aside is given back with the autosave's ``show``."""
        save = Autosave(self.world, field, TextPlace(key=key, scope=Scope()), self.bar)
        save.given_back.connect(partial(go_on_typing, field))
        self._saves.append(save)
        return save

    def done(self, result: int) -> None:
        """The window is answered, or the person lets it be: nothing half typed is left."""
        for save in self._saves:
            save.let_go()
        super().done(result)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep in sight what is written in when a sentence takes its room below."""
        if event.type() == QEvent.Type.Resize and not self.bar.isHidden():
            QTimer.singleShot(0, self, self._see_focus)
        return super().eventFilter(watched, event)

    def _see_focus(self) -> None:
        focused, inner = QApplication.focusWidget(), self.column.widget()
        if focused is not None and inner is not None and inner.isAncestorOf(focused):
            foot = focused.mapTo(inner, focused.rect().bottomLeft())
            self.column.ensureVisible(foot.x(), foot.y(), 0, self.world.look.px(8))

    def first(self) -> QWidget:
        """What has the focus when the window opens."""
        return self.keep_button

    def take_room(self) -> None:
        """Take the room that it asks for now; what it comes to need is more than that."""
        self._wished = self.wish()
        self.resize(self._wished)

    def _grow_later(self, least: int, most: int) -> None:
        # A sentence below takes its room from the column: no button moves under a hand.
        if most > least and self.isVisible() and self.bar.isHidden():
            QTimer.singleShot(0, self, self._grow)

    def _grow(self) -> None:
        """Take the room that what it asks has come to need, such as for what is wrong; never less
        than it has, and nothing where only its window was made smaller."""
        wish = self.wish()
        more = wish.height() - self.height()
        if wish.height() > self._wished.height() and more > 0:
            self.setGeometry(self.x(), max(0, self.y() - more // 2), self.width(), wish.height())
        self._wished = self._wished.expandedTo(wish)


class FormDialog(QuestionDialog):
    """Asks with a form of declared fields."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        title: str,
        sentence: str,
        keep: str,
        fields: Sequence[Field],
        today: date,
    ) -> None:
        """The fields in their order; ``today`` is where an empty date begins."""
        super().__init__(world, parent, title, sentence, keep)
        self.form = FieldForm(fields, world.words, world.look, today)
        self.form.edited.connect(self.touch)
        self.column.add(self.form)
        self._fields = tuple(fields)
        self._saves_field: dict[str, Autosave] = {}

    def begin(self, about: str) -> None:
        """Begin from the values that are shown now. From here on what is typed or chosen is kept
        aside, and what was when the window was last left so is given back.

        ``about`` names the form and what it is about, such as "gathering:<id>".
        """
        self.dirty = False
        for key, field in self.form.text_fields().items():
            save = self._saves_field[key] = self.follow(field, form_place(about, key))
            save.given_back.connect(partial(self.touch, key))
            save.show(field.read())

    def first(self) -> QWidget:
        """The first field."""
        return self.form.field_widget(self._fields[0].key)

    def fill(self, values: Mapping[str, Value]) -> None:
        """Show values."""
        self.form.set_values(values)
        texts = self.form.text_fields()
        for key in values.keys() & self._saves_field.keys():
            self._saves_field[key].show(texts[key].read())

    def touch(self, key: str) -> None:
        """Something was changed by the person."""
        self.dirty = True

    def show_field(self, key: str, shown: bool) -> None:
        """Show a field with its label, or hide both."""
        place = self.form.field_widget(key).parentWidget()
        if place is not None:
            place.setVisible(shown)

    def ready(self) -> bool:
        """Whether no needed field is empty; each says under itself what is missing."""
        missing = self.form.missing()
        self.form.show_errors(missing)
        return not missing
