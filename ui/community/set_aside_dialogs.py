"""A signal is dismissed with a word; those that were set aside are seen, and taken up again."""

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.signals.signals import Given, SetAside, dismiss, set_aside, take_up
from ui.attempt import attempt
from ui.parts.buttons import Button, link_button
from ui.parts.column_dialog import ColumnDialog
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World

_WORD = Field(key="word", kind="text", label="signals.word")


class DismissDialog(FormDialog):
    """Asks why a signal does not matter here; nobody has to say."""

    def __init__(self, world: World, parent: QWidget, community: str, given: Given) -> None:
        """About a signal that a community (its id) is given."""
        words = world.words
        self._community, self._given = community, given
        self._today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words("signals.dismiss-title"),
            given.fact(words.language),
            words("signals.dismiss-do"),
            (_WORD,),
            self._today,
        )
        self.begin(f"signal:{given.signal.id}:{community}")

    def keep(self) -> None:
        """Dismiss it. Raises Trouble."""
        word = self.form.text("word")
        dismiss(self.world.library, self._community, self._given, self._today, word)


class SetAsideDialog(ColumnDialog):
    """The signals that were set aside: what each had found, what was said of it, until when."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Those of a community (its id)."""
        look, words = world.look, world.words
        super().__init__(look, parent, words("signals.aside-title"))
        for_reading(self)
        self._world, self._community = world, community
        today = today_of(world.library, community)
        self.column.add(heading(look, words("signals.aside-title")))
        self.column.add(WrapLabel(look, words("signals.aside-said"), "body", "mute"))
        self.again_buttons: list[Button] = []
        for one in set_aside(world.library.reader, world.catalogue, community, today):
            self._tell(one)
        self.close_button = Button(look, words("exporting.close"))
        self.close_button.clicked.connect(self.reject)
        answers = FlowLayout(look.px(12), look.px(8), right=True)
        answers.addWidget(self.close_button)
        self.lay_out(holding(answers))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)

    def first(self) -> QWidget:
        """The button that closes it."""
        return self.close_button

    def _tell(self, one: SetAside) -> None:
        look, words = self._world.look, self._world.words
        self.column.body.addSpacing(look.px(8))
        self.column.add(WrapLabel(look, one.given.fact(words.language), "strong"))
        how = "dismissed-until" if one.dismissed else "later-until"
        self.column.add(small(look, words(f"signals.{how}", day=words.day(one.until))))
        if one.word:
            self.column.add(small(look, words("signals.word-said", word=one.word), "plain"))
        again = link_button(look, words("signals.again"))
        again.clicked.connect(partial(self._take_up, one))
        self.again_buttons.append(again)
        row = FlowLayout(0, 0)
        row.addWidget(again)
        self.column.add(holding(row))

    def _take_up(self, one: SetAside) -> None:
        library = self._world.library
        if attempt(self._world, lambda: take_up(library, self._community, one.given.signal)):
            self.accept()
