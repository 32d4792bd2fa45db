"""One person shares out tokens: a number for each thing, and how many are left to give."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QGridLayout, QWidget

from app.kinds.allot.kind import fits
from app.kinds.allot.setup import AllotSetup
from app.words import Words
from app.workshop.ballots import Given
from ui.look.look import Look
from ui.parts.ballot.ballot_form import BallotForm
from ui.parts.controls import NumberBox
from ui.parts.labels import WrapLabel


class ShareForm(BallotForm):
    """A page for each form; Enter goes from thing to thing, and on once all is given."""

    back_key = "PgUp"  # Backspace is for the digits.

    def __init__(
        self,
        look: Look,
        words: Words,
        setup: AllotSetup,
        things: Mapping[str, str],
        forms: Sequence[tuple[str, str]],
    ) -> None:
        """``things`` and ``forms`` with their names, by id, in their order."""
        super().__init__()
        self._words, self._setup, self._forms = words, setup, forms
        self._at = 0
        self._given: dict[str, dict[str, int]] = {}
        self.boxes: dict[str, NumberBox] = {}
        self.rest = WrapLabel(look, "", "strong")
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(16))
        grid.setVerticalSpacing(look.px(10))
        grid.setColumnStretch(1, 1)
        for row, (thing, name) in enumerate(things.items()):
            box = NumberBox(look)
            box.setRange(0, setup.most)
            box.setFixedWidth(look.size(96))
            box.setAccessibleName(name)
            box.valueChanged.connect(self._changed)
            box.installEventFilter(self)
            label = WrapLabel(look, name, "body")
            label.setBuddy(box)
            label.setAlignment(Qt.AlignmentFlag.AlignVCenter)
            grid.addWidget(box, row, 0)
            grid.addWidget(label, row, 1)
            self.boxes[thing] = box
        grid.addWidget(self.rest, len(self.boxes), 0, 1, 2)

    @property
    def eyebrow(self) -> str:
        """Which profile this is."""
        if self.complete or len(self._forms) < 2:
            return ""
        return self._words("ballot.question-n", n=self._at + 1, total=len(self._forms))

    @property
    def asked(self) -> str:
        """Now, or as it is wanted."""
        form = self._forms[self._at][0]
        return self._words("allot.ask-wanted" if form == "wanted" else "allot.ask-now")

    @property
    def hint(self) -> str:
        """How many there are to give, and the most on one thing."""
        said = self._words("allot.give", n=self._setup.tokens)
        return (
            f"{said} {self._words('allot.at-most', n=self._setup.cap)}" if self._setup.cap else said
        )

    @property
    def complete(self) -> bool:
        """Whether all profiles were given."""
        return self._at >= len(self._forms)

    @property
    def onward(self) -> str:
        """The button that leads to the next page."""
        return self._words("allot.next")

    @property
    def may_go_on(self) -> bool:
        """Once all tokens lie somewhere."""
        return fits(self._setup, self._numbers())

    def begin(self) -> None:
        """Nothing given."""
        self._at, self._given = 0, {}
        self._open()

    def go_back(self) -> bool:
        """To the profile before, as it was given."""
        if not self._at:
            return False
        self._at -= 1
        self._open()
        return True

    def go_on(self) -> None:
        """Keep this profile, and go to the next."""
        for box in self.boxes.values():
            box.interpretText()
        if self.may_go_on:
            self._given[self._forms[self._at][0]] = self._numbers()
            self._at += 1
            self._open()

    def take_key(self, event: QKeyEvent) -> bool:
        """Enter goes to the next thing; from the last one on, or to the first again."""
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        boxes = list(self.boxes.values())
        at = next((at for at, box in enumerate(boxes) if box.hasFocus()), None)
        if at is None:
            return False
        boxes[at].interpretText()
        if at == len(boxes) - 1 and self.may_go_on:
            self.go_on()
        else:
            boxes[(at + 1) % len(boxes)].setFocus()
        return True

    def take_keyboard(self, window: QWidget) -> None:
        """In the first number of a page that was just opened."""
        if self.complete or self.isHidden():
            window.setFocus()
        elif not any(box.hasFocus() for box in self.boxes.values()):
            first = next(iter(self.boxes.values()))
            first.setFocus()
            first.selectAll()

    def given(self) -> Given:
        """The tokens of each thing, by form."""
        return {
            form: {thing: str(number) for thing, number in told.items()}
            for form, told in self._given.items()
        }

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """A number that is come to is typed over."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, NumberBox):
            QTimer.singleShot(0, watched, watched.selectAll)
        return super().eventFilter(watched, event)

    def _numbers(self) -> dict[str, int]:
        return {thing: box.value() for thing, box in self.boxes.items()}

    def _open(self) -> None:
        """Show the page as it was given, or empty."""
        if not self.complete:
            known = self._given.get(self._forms[self._at][0], {})
            for thing, box in self.boxes.items():
                blocked = box.blockSignals(True)
                box.setValue(known.get(thing, 0))
                box.clearFocus()
                box.blockSignals(blocked)
        self._changed()

    def _changed(self) -> None:
        left = self._setup.tokens - sum(self._numbers().values())
        key = "allot.left" if left >= 0 else "allot.too-many"
        self.rest.set_text(self._words(key, n=abs(left)))
        self.rest.set_tone("plain" if left >= 0 else "ember")
        self.turned.emit()
