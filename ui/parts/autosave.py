"""Keeping what people type: one mechanism for every field of every screen.

An :class:`Autosave` follows one field. What is typed there is kept a moment after the last key,
and at the latest a little after the first, by the function of ``app`` that it was handed. What
cannot be kept there (too long, no longer allowed, its row gone) is kept aside as a draft, and
given back in the field when it is next shown, in this session or a later one. Where even that
fails, :meth:`Autosave.flush` says so, and the window asks before anything is left.
"""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QWidget

from app.library.trouble import Trouble
from ui.attempt import trouble_sentence
from ui.parts.composing import commit_composed
from ui.parts.kept_aside import KeptAside
from ui.parts.said_of_text import SaidOfText
from ui.parts.text_fields import TextField
from ui.parts.text_places import TextPlace
from ui.world import Speaker, World

REST = 400
"""Milliseconds without a key after which what was typed is kept."""
LATEST = 2000
"""Milliseconds after the first key that is not kept yet, however fast the next ones come."""
AGAIN = 15_000
"""Milliseconds after which it is tried again when a text could not even be kept aside.

Each try may hold the window up for as long as the library waits for another program.
"""


class Autosave(QObject):
    """Keeps what is typed in one field, for as long as the field is there, and until it is safe."""

    kept = Signal()
    """The library has what stands in the field."""
    refused = Signal(str)
    """The text could not be kept in its place; why, as a sentence."""
    given_back = Signal()
    """What was kept aside stands in the field again."""

    def __init__(
        self,
        world: World,
        field: TextField,
        place: TextPlace,
        speaker: Speaker | None = None,
    ) -> None:
        """Follow ``field``; :meth:`show` is to be called before anything is typed.

        What is to be known is said by ``speaker``, or else by the window.
        """
        # Of the window, not of the field: it outlives the field until the text is safe.
        super().__init__(world.window)
        self._world, self._place = world, place
        self._said = SaidOfText(speaker or world.notice)
        self._field: TextField | None = field
        self._shown = False
        self._text = self._base = self._known = field.read()
        self._aside = KeptAside(world.library, place.scope)
        self._refused: str | None = None
        self._rest = _timer(self, self._keep_at_rest)
        self._latest = _timer(self, self._keep_at_rest)
        self._left = _timer(self, self.flush)
        self._gone_from_sight = _timer(self, self._leave_sight)
        field.edited.connect(self._take_in)
        if field.left is not None:
            field.left.connect(self._leave)
        field.widget.installEventFilter(self)
        field.widget.destroyed.connect(self._lose_field)

    # What it knows

    @property
    def place(self) -> TextPlace:
        """Where the text of the field belongs."""
        return self._place

    @property
    def dirty(self) -> bool:
        """Whether the field says something that the library does not have in its place."""
        return self._text != self._base

    @property
    def safe(self) -> bool:
        """Whether nothing would be lost if the field went away now: kept, or kept aside."""
        return not self.dirty or self._text == self._aside.text or self._as_good_as_empty

    @property
    def in_place(self) -> bool:
        """Whether the library has the text where it belongs; a text that waits for Enter belongs
        nowhere yet."""
        return not self.dirty or self._place.keep is None or self._as_good_as_empty

    @property
    def _settled(self) -> bool:
        """Whether the text is kept aside and there is nothing else to be tried with it."""
        refused = self._place.keep is None or self._text == self._refused
        homeless = (
            self._place.gone(self._world.library.reader)
            and self._aside.place != self._place.instead
        )
        return self._text == self._aside.text and refused and not homeless

    @property
    def _as_good_as_empty(self) -> bool:
        return not self._place.may_be_empty and not self._text.strip()

    # What the library has

    def show(self, text: str) -> None:
        """Show what the library has in this place; what was typed and is not kept stays.

        The first time, what was kept aside here is given back.
        """
        first, self._shown = not self._shown, True
        changed, self._known = text != self._known, text
        if self._field is not None and not self.dirty and (changed or first):
            self._put(text)
        if first:
            self.give_back()

    def give_back(self) -> None:
        """Put what was kept aside here back into the field, if nothing else is typed in it."""
        if self.dirty or self._field is None:
            return
        other = self._unsaved_elsewhere()
        if other is not None:
            self._aside.take_over(other._aside)
            self._put_back(other._text)
            other.abandon()
            self._rest.start(REST)
            return
        text = self._aside.find(self._place.key, self._known) if self._place.key else None
        if text is not None:
            self._put_back(text)
            # As if refused just now: it may be older than what the library has.
            self._aside.text = self._text
            self._refused = self._text if self._place.keep is not None else None

    def _put_back(self, text: str) -> None:
        base = self._base
        self._put(text)
        self._base = base
        self._said.give_back(self._world.words("parts.given-back"))
        self.given_back.emit()

    def _put(self, text: str) -> None:
        if self._field is not None:
            self._text = text  # known before it is shown: it is not typed
            if self._field.read() != text:
                self._field.show(text)
            self._text = self._base = self._field.read()

    def _unsaved_elsewhere(self) -> "Autosave | None":
        """Another one of this place, whose field is gone and whose text is not safe yet."""
        for one in autosaves_of(self._world.window):
            here = self._place.key in (one._place.key, one._place.instead)
            if one is not self and here and self._place.key and one._field is None and not one.safe:
                return one
        return None

    def move_to(self, place: TextPlace) -> None:
        """What is typed belongs elsewhere from now on, as when what was begun has come to be."""
        self._place = place
        if self.dirty:
            self._rest.start(REST)

    # What a person does

    def flush(self, *, again: bool = False) -> bool:
        """Keep what stands in the field now; gives whether it is safe: kept, or kept aside.

        A text that was refused and kept aside is tried ``again`` only when that is asked for.
        """
        self._rest.stop()
        self._latest.stop()
        self._left.stop()
        if self._field is not None:
            self._text = self._field.read()
        if not self._world.library.writable:
            return self.safe
        if not self.dirty or self._as_good_as_empty:
            self._aside.drop()
            self._said.relieve()
        elif again or not self._settled:
            self._keep(self._text)
        if not self.safe:
            self._rest.start(AGAIN)
        elif self._field is None:
            self._said.leave()
            self.deleteLater()
        return self.safe

    def attempt(self, action: Callable[[], object]) -> bool:
        """Do with the text what Enter asks for; gives whether that was done.

        Where it cannot be, that is said of this text until it is kept, emptied or let go.
        """
        try:
            action()
        except Trouble as trouble:
            self._said.refuse(trouble_sentence(self._world.words, trouble))
            return False
        self._world.notice.clear_trouble()
        self._said.relieve()
        return True

    def let_go(self) -> None:
        """The person lets what was typed go, or it is safe elsewhere: nothing is to be kept."""
        self._aside.drop()
        self.abandon()

    def abandon(self) -> None:
        """Keep nothing more of what stands in the field now; what was kept aside stays so."""
        self._rest.stop()
        self._latest.stop()
        if self._field is not None:
            self._text = self._field.read()
        self._base = self._known = self._text
        self._aside.leave()
        self._said.relieve()
        if self._field is None:
            self.deleteLater()

    def release(self) -> None:
        """Follow the field no more: it is for another text now. What was typed is still kept."""
        field, self._field = self._field, None
        if field is not None:
            self._text = field.read()
            field.edited.disconnect(self._take_in)
            if field.left is not None:
                field.left.disconnect(self._leave)
            field.widget.removeEventFilter(self)
            field.widget.destroyed.disconnect(self._lose_field)
        self._gone_from_sight.start(0)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep what was typed when the field loses the focus or goes out of sight."""
        if event.type() == QEvent.Type.FocusOut and isinstance(event, QFocusEvent):
            if self._field is not None and self._field.left is None:
                self._leave()
        elif event.type() == QEvent.Type.Hide and not event.spontaneous():
            self._gone_from_sight.start(0)
        return False

    def _take_in(self) -> None:
        if self._field is None:
            return
        if (text := self._field.read()) != self._text:
            self._text = text
            self._rest.start(REST)
            if not self._latest.isActive():
                self._latest.start(LATEST)

    def _leave(self) -> None:
        # The focus may go while the library tells what changed: then nothing may be written yet.
        self._left.start(0)

    def _keep_at_rest(self) -> None:
        if self._place.when_left and self.dirty and self._field is not None:
            self._rest.stop()
            self._latest.stop()
            if self._text != self._aside.text and not self._as_good_as_empty:
                self._keep_aside(self._text, self._place.key)
        else:
            self.flush()

    def _leave_sight(self) -> None:
        """The field cannot be seen any more: what is not in its place is said to be aside."""
        safe, refused = self.flush(), self._text == self._refused
        if safe and not self._visible:
            self._said.leave()
        if safe and refused and self.dirty and not self._visible:
            self._world.notice.say(self._world.words("parts.kept-aside"), "amber")

    @property
    def _visible(self) -> bool:
        return self._field is not None and self._field.widget.isVisible()

    def _lose_field(self) -> None:
        self._field = None
        self._gone_from_sight.start(0)

    # Keeping

    def _keep(self, text: str) -> None:
        keep = self._place.keep
        if keep is None:
            self._keep_aside(text, self._place.key)
            return
        try:
            known = keep(text)
        except Trouble as trouble:
            self._refuse(trouble, text)
            return
        self._base, self._known = text, known
        self._aside.drop()
        self._said.relieve()
        self.kept.emit()

    def _refuse(self, trouble: Trouble, text: str) -> None:
        sentence = trouble_sentence(self._world.words, trouble)
        self._refused = text
        self._said.refuse(sentence)
        key, instead = self._place.key, self._place.instead
        if instead and (trouble.code == "gone" or self._place.gone(self._world.library.reader)):
            key = instead
        if self._keep_aside(text, key) and key != self._place.key:
            self._give_back_at(key)
        self.refused.emit(sentence)

    def _keep_aside(self, text: str, key: str) -> bool:
        if not key:
            return False
        try:
            self._aside.keep(key, text)
        except Trouble as trouble:
            self._said.lose(trouble_sentence(self._world.words, trouble))
            return False
        self._said.keep_aside()
        return True

    def _give_back_at(self, key: str) -> None:
        """What this text belonged to is gone: give it back where another is begun, if shown."""
        for one in autosaves_of(self._world.window):
            if one._place.key == key and one._visible:
                one.give_back()


def _timer(parent: QObject, act: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.timeout.connect(act)
    return timer


def autosaves_of(window: QWidget) -> list[Autosave]:
    """Those that follow the fields of a window, and those whose text is not safe yet."""
    return window.findChildren(Autosave, options=Qt.FindChildOption.FindDirectChildrenOnly)


def flush_all(window: QWidget) -> bool:
    """Keep what stands in every field of a window; gives whether nothing of it would be lost."""
    commit_composed()
    # Every one of them, also when an earlier one met trouble.
    kept = [one.flush() for one in autosaves_of(window)]
    return all(kept)


def keep_all(window: QWidget) -> bool:
    """As ``flush_all``; gives whether all of it is in its place, and nothing only kept aside.

    For what is done with the texts: a document made of them, a workshop closed.
    """
    flush_all(window)
    return all(one.in_place for one in autosaves_of(window))


def abandon_all(window: QWidget) -> None:
    """Let go of what could not be kept anywhere."""
    for one in [one for one in autosaves_of(window) if not one.safe]:
        one.abandon()
