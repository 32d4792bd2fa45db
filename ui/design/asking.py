"""Small windows over the agenda: a block of one's own, and what was said of the workshop."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QVBoxLayout, QWidget

from app.library.trouble import Trouble
from app.moment import day
from app.workshop.agenda import Spot
from app.workshop.planning import LONGEST_BLOCK, Wish, edit_workshop
from ui.attempt import sentence
from ui.design.acts import Acts
from ui.design.plan import Plan
from ui.parts.buttons import Button, primary_button
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import heading
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import SentenceBar
from ui.world import World

PURPOSES = ("launch", "renewal", "check-up", "sponsor-conversation", "closing")
LANGUAGES = ("en", "fr", "en,fr", "fr,en")
START, AVAILABLE = 9 * 60, 180
"""A first proposal where no time is said at all: a morning."""
OWN_MINUTES = 15
"""A first proposal for a block of one's own."""

_OWN = (
    Field(key="title", kind="text", label="design.title-name", required=True, half=True),
    Field(
        key="minutes", kind="number", label="design.minutes-name", unit="design.minutes-short",
        required=True, half=True, least=1, most=LONGEST_BLOCK, step=5,
    ),
)  # fmt: skip

_WORKSHOP = (
    Field(key="title", kind="text", label="design.title-name", required=True),
    Field(key="date", kind="date", label="design.date", required=True, half=True),
    Field(key="starts", kind="time", label="design.starts", half=True),
    Field(
        key="minutes", kind="number", label="design.available", unit="design.minutes-short",
        required=True, half=True, least=15, most=1440, step=15,
    ),
    Field(
        key="expected", kind="number", label="design.people", required=True, half=True, most=500
    ),
    Field(key="place", kind="text", label="design.place", half=True),
    Field(
        key="languages", kind="choice", label="design.languages", half=True,
        options=tuple((one, f"design.spoken-{one.replace(',', '-')}") for one in LANGUAGES),
    ),
    Field(
        key="purpose", kind="choice", label="design.purpose",
        options=tuple((one, f"design.purpose-{one}") for one in PURPOSES),
    ),
)  # fmt: skip


class Asking(QDialog):
    """Asks with a form, and keeps what was answered; on trouble it says so and stays as it is."""

    def __init__(
        self, world: World, parent: QWidget, title: str, keep: str, fields: Sequence[Field]
    ) -> None:
        """``keep`` is what the filled button says."""
        super().__init__(parent)
        look, words = world.look, world.words
        self.world = world
        self.setWindowTitle(title)
        self.setAccessibleName(title)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.bar = SentenceBar(look, words)
        self.form = FieldForm(fields, words, look, world.moment.now().date())
        self._column = ScrollColumn(look)
        self._column.add(heading(look, title), self.form)
        self.keep_button = primary_button(look, keep)
        self.keep_button.setDefault(True)
        self.keep_button.clicked.connect(self.try_keep)
        self.cancel_button = Button(look, words("design.cancel"))
        self.cancel_button.clicked.connect(self.reject)
        buttons = QHBoxLayout()
        buttons.setSpacing(look.px(12))
        buttons.addStretch(1)
        buttons.addWidget(self.cancel_button)
        buttons.addWidget(self.keep_button)
        whole = QVBoxLayout(self)
        around = look.px(24)
        whole.setContentsMargins(around, around, around, around)
        whole.setSpacing(look.px(16))
        whole.addWidget(self.bar)
        whole.addWidget(self._column, 1)
        whole.addLayout(buttons)
        self.form.field_widget(fields[0].key).setFocus()

    def keep(self) -> None:
        """Keep what was answered. Each window has its own; raises Trouble."""
        raise NotImplementedError

    def try_keep(self) -> None:
        """Keep what was answered and close, or say why that cannot be."""
        missing = self.form.missing()
        self.form.show_errors(missing)
        if missing:
            return
        try:
            self.keep()
        except Trouble as trouble:
            self.bar.say(sentence(self.world.words, trouble), "ember")
            return
        self.accept()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room its questions need: Qt would reckon without how they fold."""
        if not event.spontaneous():
            self.resize(self.sizeHint())
        super().showEvent(event)

    def sizeHint(self) -> QSize:
        """As large as its questions, within the window it stands over."""
        look, inner, parent = self.world.look, self._column.widget(), self.parentWidget()
        window = parent.window().size() if parent is not None else QSize(1280, 720)
        width = min(look.size(560), window.width() - 48)
        around = 2 * look.px(24)
        high = inner.heightForWidth(width - around) if inner is not None else 0
        high += self.keep_button.sizeHint().height() + around + 2 * look.px(16)
        return QSize(width, min(high, window.height() - 48))


class AskOwn(Asking):
    """Asks for a block of one's own, and puts it at a place."""

    def __init__(self, world: World, parent: QWidget, acts: Acts, spot: Spot | None) -> None:
        """For the place ``spot``, or the end."""
        words = world.words
        super().__init__(world, parent, words("design.own-title"), words("design.own-keep"), _OWN)
        self._acts, self._spot = acts, spot
        self.form.set_values({"minutes": OWN_MINUTES})

    def keep(self) -> None:
        """Add it. Raises Trouble."""
        minutes = self.form.number("minutes") or OWN_MINUTES
        self._acts.add_own(self.form.text("title"), minutes, self._spot)


class AskWorkshop(Asking):
    """Asks what is to be said otherwise of a workshop."""

    def __init__(self, world: World, parent: QWidget, plan: Plan) -> None:
        """With what is said of it now."""
        words = world.words
        title = words("design.edit-title")
        super().__init__(world, parent, title, words("design.edit-keep"), _WORKSHOP)
        self._plan = plan
        workshop = plan.workshop
        sessions = [layout.session for layout in plan.layouts]
        self.form.set_values(
            {
                "title": workshop.title,
                "date": day(workshop.date),
                "starts": sessions[0].starts if sessions else START,
                "minutes": sessions[0].minutes if sessions else AVAILABLE,
                "expected": workshop.expected,
                "place": workshop.place,
                "languages": workshop.languages,
                "purpose": workshop.purpose,
            }
        )

    def keep(self) -> None:
        """Change it. Raises Trouble."""
        form, plan, world = self.form, self._plan, self.world
        when: date = form.day("date") or day(plan.workshop.date)
        wish = Wish(
            community=plan.community.id,
            purpose=form.text("purpose") or plan.workshop.purpose,
            title=form.text("title"),
            date=when.isoformat(),
            zone=plan.workshop.zone,
            starts=form.number("starts") or 0,
            minutes=form.number("minutes") or AVAILABLE,
            place=form.text("place"),
            languages=tuple((form.text("languages") or plan.workshop.languages).split(",")),
            expected=form.number("expected") or 0,
        )
        edit_workshop(world.library, world.catalogue, plan.workshop, wish)
