"""Beside the agenda: the chosen block with its numbers and its recipe, or an exercise to add."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QSizePolicy, QVBoxLayout, QWidget

from app.catalogue.exercise_entries import Exercise
from app.catalogue.recipe import make_recipe
from app.library.drafts import places_with_drafts
from app.library.rows import Block, Workshop
from app.workshop.agenda import BREAK, Layout, Slot
from app.workshop.planning import languages_of, recipe_of, rename_block, scope_of
from app.workshop.titles import block_name, prompt_language
from ui.design.agenda_actions import AgendaActions
from ui.design.agenda_editor import KEYS, KEYS_ALONE
from ui.design.block_forms import AudienceForm, TimeForm
from ui.design.keep_form import KeepForm
from ui.design.plan import Plan
from ui.design.recipe_view import RecipeView
from ui.design.work_form import WorkForm
from ui.look.look import Look
from ui.parts.autosave import Autosave
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import paint_card
from ui.parts.cell_rows import CellRows, Column
from ui.parts.exercise_text import kind_name, length_range
from ui.parts.keycaps import ENTER, Keycap
from ui.parts.labels import WrapLabel, hairline, heading, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.parts.text_edits import LineEdit
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, form_place, own_block_form, title_place
from ui.world import World


class FittingCard(QFrame):
    """A card with a scrolling column in it, as tall as what that holds and never taller."""

    def __init__(self, look: Look) -> None:
        """``column`` takes what it holds."""
        super().__init__()
        self._look = look
        self.column = ScrollColumn(look, gap=12)
        around = QVBoxLayout(self)
        side, edge = look.px(18), look.px(14)
        around.setContentsMargins(side, edge, look.px(6), edge)
        around.addWidget(self.column)
        self.column.body.setContentsMargins(0, 0, look.px(12), 0)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Its height follows from its width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height that shows all of it."""
        look, inner = self._look, self.column.widget()
        room = width - look.px(18) - look.px(6)
        return (inner.heightForWidth(room) if inner is not None else 0) + 2 * look.px(14)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card."""
        painter = QPainter(self)
        paint_card(painter, QRectF(self.rect()), self._look)
        painter.end()


class TitleField(LineEdit):
    """Where a title is typed anew: Enter and going elsewhere keep it, Escape puts it back."""

    entered = Signal()
    escaped = Signal()
    put_down = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Escape; the rest is typed."""
        if event.key() in ENTER:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.escaped.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Going elsewhere in the window; to another window and back is no end of typing."""
        super().focusOutEvent(event)
        here = (Qt.FocusReason.ActiveWindowFocusReason, Qt.FocusReason.PopupFocusReason)
        if event.reason() not in here:
            self.put_down.emit()


class RecipePanel(FittingCard):
    """The panel. ``add_asked`` is sent when the exercise shown is to be added, ``grown`` when
    what it shows needs another height."""

    add_asked = Signal(str)
    grown = Signal()

    def __init__(self, world: World, agenda_actions: AgendaActions) -> None:
        """Nothing is chosen yet."""
        look, words = world.look, world.words
        super().__init__(look)
        self._world, self._agenda_actions = world, agenda_actions
        self._plan: Plan | None = None
        self._block = self._exercise = ""
        self._saves_title: Autosave | None = None
        self._language = ""
        self.setAccessibleName(words("design.recipe"))
        self.above = WrapLabel(look, "", "small-strong", "mute")
        self.title = heading(look, "")
        self.title_field = TitleField()
        self.title_field.setFont(look.font("strong"))
        self.title_field.setAccessibleName(words("design.title-name"))
        self.title_field.entered.connect(self._enter_title)
        self.title_field.escaped.connect(self._let_title_be)
        self.title_field.put_down.connect(self._put_title_down)
        self.purpose = small(look, "", "plain")
        self.times = TimeForm(world, agenda_actions)
        self.audience = AudienceForm(world, agenda_actions)
        self.kept = KeepForm(world)
        self.work = WorkForm(world)
        self.reading = RecipeView(world)
        self.reading.turned.connect(self._turn)
        self.reading.way_asked.connect(self._set_way)
        self.add_button = KeyButton(
            look, words, words("design.add"), "Enter", "quiet", wide=True, bind=False
        )
        self.add_button.clicked.connect(self._ask_add)
        self.help = self._make_help(KEYS)
        self.block_help = self._make_help(KEYS_ALONE)
        self.commands = self._make_commands()
        self.column.add(
            self._make_head(),
            self.add_button,
            self.times,
            self.reading.steps,
            self.commands,
            self.work,
            self.block_help,
            self.reading,
            self.audience,
            self.kept,
            self.help,
        )
        inner = self.column.widget()
        if inner is not None:
            inner.installEventFilter(self)
        self.show_nothing()

    def show_block(self, plan: Plan, layout: Layout, slot: Slot) -> None:
        """Show a block of the agenda."""
        words, block = self._world.words, slot.block
        new = block.id != self._block
        if new:
            self._language = ""
            self._leave_title()
        self._plan, self._block, self._exercise = plan, block.id, ""
        recipe = recipe_of(block)
        languages = tuple(one for one in languages_of(plan.workshop) if one in recipe.languages)
        language = self._language or prompt_language(plan.workshop, words.language)
        pause = block.exercise == BREAK
        # A break that one puts in has nothing to be read; a meal says what to do and to say.
        read = not pause or recipe.interlude is not None
        self._say(
            words("design.time-and-minutes", time=words.clock(slot.starts), n=block.minutes),
            block_name(words, block),
            recipe.in_language(language).purpose if read else words("design.break-said"),
        )
        people = plan.workshop.expected
        self.reading.show_recipe(recipe, language, languages, people, may_change=not plan.closed)
        self._show(reading=read, commands=not plan.closed)
        self.times.show_block(slot)
        self.audience.show_block(slot)
        self.audience.setVisible(not plan.closed and not pause)
        self.work.show_block(plan, slot)
        self.kept.show_block(plan.workshop, block)
        places = places_with_drafts(self._world.library.reader) if new else ()
        if title_place(block.id) in places:
            self._open_title()

    def show_exercise(self, plan: Plan, exercise: Exercise, after: str) -> None:
        """Show an exercise that may be added, ``after`` the block of that title (or at the end)."""
        words = self._world.words
        self._plan, self._block, self._exercise = plan, "", exercise.id
        language = prompt_language(plan.workshop, words.language)
        wording = exercise.in_language(language)
        kind = kind_name(words, exercise.kind)
        length = length_range(words, exercise)
        self._say(
            words("design.kind-and-length", kind=kind, length=length), wording.name, wording.purpose
        )
        recipe = make_recipe(exercise, (language,), exercise.minutes.usual)
        self.reading.show_recipe(recipe, language, (), plan.workshop.expected)
        label = words("design.add-after", title=after) if after else words("design.add")
        self.add_button.setText(label)
        self._show(reading=True, adding=not plan.closed)

    def show_nothing(self) -> None:
        """Say what will stand here, and which keys there are."""
        words = self._world.words
        self._block = self._exercise = ""
        self._say("", words("design.nothing-title"), words("design.nothing"))
        self._show(helping=True)

    def begin_rename(self) -> None:
        """Type another title."""
        if self._open_title():
            self.title_field.selectAll()
            self.title_field.setFocus()

    def _open_title(self) -> bool:
        """Put the field in the title's place; gives whether there is a title to be changed."""
        found = self._plan.find(self._block) if self._plan is not None else None
        if self._plan is None or found is None or not self._agenda_actions.open:
            return False
        if self._saves_title is None:
            self.title_field.show()
            self.title.hide()
            workshop, block = self._plan.workshop, found[1].block
            place = TextPlace(
                key=title_place(block.id),
                scope=scope_of(workshop),
                keep=partial(self._write_title, workshop, block),
                instead=form_place(own_block_form(workshop.id), "title"),
                row=block,
                when_left=True,
            )
            self._saves_title = Autosave(self._world, line_field(self.title_field), place)
            self._saves_title.show(self.title.text())
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ask for another height when what it shows has changed."""
        if event.type() == QEvent.Type.LayoutRequest:
            self.grown.emit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        """Wide enough for what it holds."""
        return QSize(self.column.minimumSizeHint().width() + self._look.px(24), self._look.px(96))

    def _say(self, above: str, title: str, purpose: str) -> None:
        self.above.setText(above)
        self.above.setVisible(bool(above))
        self.title.setText(title)
        self.purpose.setText(purpose)
        self.purpose.setVisible(bool(purpose))

    def _show(
        self,
        *,
        reading: bool = False,
        commands: bool = False,
        adding: bool = False,
        helping: bool = False,
    ) -> None:
        if not commands:
            self._leave_title()
        self.kept.hide()
        self.times.setVisible(commands)
        self.audience.setVisible(commands)
        self.work.setVisible(commands)
        self.reading.show_parts(reading)
        self.commands.setVisible(commands)
        self.block_help.setVisible(commands)
        self.add_button.setVisible(adding)
        self.help.setVisible(helping)
        self.grown.emit()

    def _make_head(self) -> QWidget:
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self._world.look.px(4))
        for widget in (self.above, self.title, self.title_field, self.purpose):
            column.addWidget(widget)
        return head

    def _make_commands(self) -> QWidget:
        look, words = self._world.look, self._world.words
        row = ShareLayout(look.px(6), look.px(6), even=True)
        self.rename_button = Button(look, words("design.rename"), small=True, wide=True)
        self.rename_button.clicked.connect(self.begin_rename)
        self.up_button = KeyButton(
            look, words, words("design.up"), "Ctrl+Up", small=True, wide=True, bind=False
        )
        self.up_button.clicked.connect(self._up)
        self.down_button = KeyButton(
            look, words, words("design.down"), "Ctrl+Down", small=True, wide=True, bind=False
        )
        self.down_button.clicked.connect(self._down)
        self.remove_button = KeyButton(
            look, words, words("design.remove"), "Del", small=True, wide=True, bind=False
        )
        self.remove_button.clicked.connect(self._remove)
        buttons = (self.rename_button, self.up_button, self.down_button, self.remove_button)
        widest = max(button.sizeHint().width() for button in buttons)
        for button in buttons:
            row.add(button, 1, widest)
        whole = QWidget()
        column = QVBoxLayout(whole)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(look.px(12))
        column.addWidget(hairline(look))
        column.addWidget(holding(row))
        return whole

    def _make_help(self, keys: Sequence[tuple[str, str]]) -> QWidget:
        look, words = self._world.look, self._world.words
        rows = CellRows(look, (Column(0, "small"), Column(1, "small")))
        for key, text in keys:
            cap = Keycap(look, words, key)
            cap.setText(key if len(key) == 1 else cap.text())
            rows.add(cap, words(text))
        return rows

    def _turn(self, language: str) -> None:
        self._language = language
        found = self._plan.find(self._block) if self._plan is not None else None
        if self._plan is not None and found is not None:
            self.show_block(self._plan, *found)

    def _set_way(self, way: str) -> None:
        self._agenda_actions.set_way(self._block, way)

    def _write_title(self, workshop: Workshop, block: Block, title: str) -> str:
        return rename_block(self._world.library, workshop, block, title).title

    def _enter_title(self) -> None:
        """Enter: the title is kept, and one goes on with the block. Nothing at all is no title."""
        save, block = self._saves_title, self._block
        if save is None:
            return
        if not self.title_field.text().strip():
            self._agenda_actions.rename(block, self.title_field.text())
        elif save.flush(again=True) and not save.dirty:
            self._leave_title()
            self._agenda_actions.placed.emit(block)

    def _let_title_be(self) -> None:
        if self._saves_title is not None:
            self._saves_title.let_go()
        self._leave_title()

    def _put_title_down(self) -> None:
        # Once the change in which the focus may have gone is told to everybody.
        QTimer.singleShot(0, self, self._close_title)

    def _close_title(self) -> None:
        """Show the title again; one that could not be kept stays where it was typed."""
        save = self._saves_title
        if save is not None and not self.title_field.hasFocus():
            save.flush()
            if not save.dirty or not self.title_field.text().strip():
                self._leave_title()

    def _leave_title(self) -> None:
        save, self._saves_title = self._saves_title, None
        if save is not None:
            save.release()
        self.title_field.hide()
        self.title.show()

    def _up(self) -> None:
        self._agenda_actions.shift(self._block, -1)

    def _down(self) -> None:
        self._agenda_actions.shift(self._block, 1)

    def _remove(self) -> None:
        self._agenda_actions.remove(self._block)

    def _ask_add(self) -> None:
        self.add_asked.emit(self._exercise)
