"""The choice behind "12 min behind": each way to win the time back, with what it leads to."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from app.library.rows import Block, Workshop
from app.words import Words, capitalized
from app.workshop.catching_up import Aim, Way, aim_of, take_way, ways
from app.workshop.course import Course
from app.workshop.interludes import is_optional
from app.workshop.planning import LONGEST_BLOCK
from app.workshop.titles import block_name
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.card_list import CardLine
from ui.parts.controls import NumberBox
from ui.parts.deletion import delete_later
from ui.parts.dialog_size import AROUND
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.pace_text import pace_text
from ui.parts.whole_card_list import WholeCardList
from ui.world import World

RESIZED = ("shorten", "lengthen")
FIRST = 10
"""Minutes to win that are proposed when nothing is lost yet."""


class CatchUpDialog(QuestionDialog):
    """Shows the ways; the one that is chosen is taken, in one change, as it is shown."""

    wide = 860

    def __init__(self, world: World, parent: QWidget, workshop: Workshop, course: Course) -> None:
        """For the workshop as it runs now."""
        words, look = world.words, world.look
        aim = aim_of(course)
        pace, _ = pace_text(words, course)
        super().__init__(
            world, parent, capitalized(pace), aim_text(words, aim), words("room.catch-do-shorten")
        )
        self._workshop, self._course, self._aim = workshop, course, aim
        self._giving = aim.late < 0
        self._ways: dict[str, Way] = {}
        self.minutes = NumberBox(look)
        self.minutes.setRange(1, LONGEST_BLOCK)
        self.minutes.setSuffix(f"\N{NO-BREAK SPACE}{words('parts.minutes-unit')}")
        self.minutes.setValue(abs(aim.late) or FIRST)
        asked = words("room.catch-give" if self._giving else "room.catch-win")
        self.minutes.setAccessibleName(asked)
        self.minutes.valueChanged.connect(self._show_ways)
        self.choices = WholeCardList(look, words("room.catch-ways"))
        self.choices.chosen.connect(self._show_way)
        self.nothing = small(look, words("room.catch-nothing"), "amber")
        self.then = WayShown(look, words)
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(look.px(10))
        row.addWidget(small(look, asked), 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.minutes)
        row.addStretch(1)
        left = QVBoxLayout()
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(look.px(10))
        left.addWidget(holding(row))
        left.addWidget(self.choices)
        left.addWidget(self.nothing)
        left.addStretch(1)
        beside = ShareLayout(look.px(24), look.px(16))
        beside.add(holding(left), 3, look.size(300))
        beside.add(self.then, 4, look.size(300))
        self.column.add(holding(beside))
        self._show_ways()

    def keep(self) -> None:
        """Have the agenda so. Raises Trouble."""
        way = self._ways.get(self.choices.current)
        if way is not None:
            take_way(self.world.library, self._workshop, way)

    def first(self) -> QWidget:
        """The ways: an arrow and Enter are enough."""
        return self.choices if self._ways else self.cancel_button

    def showEvent(self, event: QShowEvent) -> None:
        """Take the height of all the ways, once it is known how wide they are."""
        super().showEvent(event)
        if not event.spontaneous():
            QTimer.singleShot(0, self, self._take_height)

    def _take_height(self) -> None:
        missing = self.column.verticalScrollBar().maximum()
        parent = self.parentWidget()
        if missing and parent is not None:
            most = parent.window().height() - 2 * self.world.look.px(AROUND)
            self.resize(self.width(), min(self.height() + missing, most))

    def _show_ways(self) -> None:
        asked = self.minutes.value()
        found = ways(self._course, self.world.catalogue, -asked if self._giving else asked)
        self._ways = {
            f"{way.how} {way.left_out.id if way.left_out is not None else ''}": way for way in found
        }
        words, aim = self.world.words, self._aim
        self.choices.show_cards(
            [way_card(words, self._course, aim, one, way) for one, way in self._ways.items()]
        )
        self.choices.setVisible(bool(found))
        self.choices.take_height()
        self.nothing.setVisible(not any(way.how in RESIZED for way in found))
        self.keep_button.setEnabled(bool(found))
        if not self.choices.current:
            self.choices.choose_first()
        self._show_way(self.choices.current)

    def _show_way(self, chosen: str) -> None:
        way = self._ways.get(chosen)
        QTimer.singleShot(0, self, self._bring_way)
        if way is not None:
            self.keep_button.setText(way_verb(self.world.words, self._aim, way))
        self.then.show_way(self._course, way)

    def _bring_way(self) -> None:
        """Have the way that is chosen in sight, once it has its place."""
        place = self.choices.visualRect(self.choices.currentIndex())
        inner = self.column.widget()
        if inner is not None and place.isValid():
            at = self.choices.viewport().mapTo(inner, place.center())
            self.column.ensureVisible(at.x(), at.y(), 0, place.height() // 2)


class WayShown(QWidget):
    """What a way leads to: each block that comes, when it would begin, and its minutes."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing shown yet."""
        super().__init__()
        self._look, self._words = look, words
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.addWidget(eyebrow(look, words("room.catch-then")))
        self._rows: QWidget | None = None
        self._column.addStretch(1)

    def show_way(self, course: Course, way: Way | None) -> None:
        """Show where a way leads; as it is where there is none."""
        look, words = self._look, self._words
        if self._rows is not None:
            self._rows.hide()
            delete_later(self._rows)
        rows = self._rows = QWidget()
        grid = QGridLayout(rows)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(look.px(12))
        grid.setVerticalSpacing(look.px(6))
        grid.setColumnStretch(1, 1)
        told: list[str] = []
        for at, (cells, tone) in enumerate(way_rows(words, course, way)):
            for column, text in enumerate(cells):
                label = WrapLabel(look, text, "small", tone)
                grid.addWidget(label, at, column, Qt.AlignmentFlag.AlignTop)
            told.append(" ".join(cells))
        rows.setAccessibleName("; ".join(told))
        self.setAccessibleDescription("; ".join(told))
        self._column.insertWidget(1, rows)


def aim_text(words: Words, aim: Aim) -> str:
    """What would be missed, and by how much."""
    at, due = words.clock(aim.due + aim.late), words.clock(aim.due)
    if aim.fixed is not None:
        return words("room.catch-fixed", block=block_name(words, aim.fixed), at=at, due=due)
    return words("room.catch-end" if aim.late else "room.catch-on-time", at=at, due=due)


def way_card(words: Words, course: Course, aim: Aim, key: str, way: Way) -> CardLine:
    """A way as a card: what is done, how much it wins, and what it does not."""
    if way.how == "move":
        at = words.clock(aim.due + aim.late)
        if aim.fixed is None:
            name = words("room.catch-move-end", at=at)
        else:
            name = words("room.catch-move", block=block_name(words, aim.fixed), at=at)
        return CardLine(id=key, name=name, under=_ends(words, way))
    if way.left_out is not None:
        name = words("room.catch-leave-out", block=block_name(words, way.left_out))
    else:
        name = words(f"room.catch-{way.how}")
    won = words("room.catch-given" if way.how == "lengthen" else "room.catch-won", n=way.won)
    missing = words("room.catch-still", n=way.missing) if way.missing else ""
    told = way_text(words, course, aim, way)
    return CardLine(id=key, name=name, right=won, under=told, reason=missing)


def way_text(words: Words, course: Course, aim: Aim, way: Way) -> str:
    """What tells a way from the others: how many blocks it changes and by how much, or which it
    takes out; and what is then left free."""
    if way.left_out is not None:
        free = max(0, way.won - max(0, aim.late)) if aim.fixed is not None else 0
        told = [words("parts.optional")] if is_optional(way.left_out) else []
        told.append(words("room.catch-free", n=free) if free else words("room.catch-others-keep"))
    else:
        before = {slot.block.id: slot.block.minutes for slot in course.layout.slots}
        by = [abs(one.minutes - before[one.id]) for one in way.blocks]
        by = [minutes for minutes in by if minutes]
        key = "over-more" if way.how == "lengthen" else "over"
        key += "-same" if len(by) > 1 and min(by) == max(by) else ""
        told = [words(f"room.catch-{key}", n=len(by), least=min(by), most=max(by))]
    if aim.fixed is None:
        told.append(_ends(words, way))
    return " · ".join(told)


def way_verb(words: Words, aim: Aim, way: Way) -> str:
    """What the button says that does it."""
    end = way.how == "move" and aim.fixed is None
    return words("room.catch-do-move-end" if end else f"room.catch-do-{way.how}")


def _ends(words: Words, way: Way) -> str:
    return words("room.catch-then-ends", at=words.clock(way.after.ends))


def way_rows(
    words: Words, course: Course, way: Way | None
) -> Sequence[tuple[tuple[str, str, str], Tone]]:
    """Each block that comes: when, what, and for how many minutes; at last when all ends."""
    found: list[tuple[tuple[str, str, str], Tone]] = []
    after = way.after if way is not None else course.expected
    blocks = {one.id: one for one in way.blocks} if way is not None else {}
    for slot in course.layout.slots:
        before = slot.block
        if before.id not in course.remaining:
            continue
        now: Block | None = blocks.get(before.id, None if way is not None else before)
        name = block_name(words, before)
        if now is None:
            found.append((("–", name, words("room.catch-left-out")), "amber"))
            continue
        minutes = words("room.catch-minutes", n=now.minutes)
        if now.minutes != before.minutes:
            minutes = words("room.catch-from", n=now.minutes, before=before.minutes)
        fixed = now.starts is not None
        if fixed:
            name = words("room.catch-is-fixed", block=name)
        moved = now.minutes != before.minutes or now.starts != before.starts
        found.append(
            ((words.clock(after.starts[now.id]), name, minutes), "plain" if moved else "mute")
        )
    found.append(((words.clock(after.ends), words("room.catch-ends"), ""), "plain"))
    return found
