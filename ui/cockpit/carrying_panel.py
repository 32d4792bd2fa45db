"""What earlier exercises led to, offered above the canvas: seen, chosen from, taken or left."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from app.catalogue.exercise_entries import Take
from app.kinds.carrying import (
    FACILITATOR,
    Carried,
    Offer,
    leave_behind,
    offers,
    take_along,
)
from app.kinds.kind import CaptureKinds
from app.moment import day
from app.workshop.running import Place, Running
from app.workshop.titles import title_in
from app.workshop.zones import zones_named
from ui.attempt import attempt
from ui.cockpit.top_bar import Offer as Act
from ui.parts import room_keys as keys
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.controls import Tick
from ui.parts.deletion import delete_later
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.transparency import make_transparent
from ui.world import World

SEEN = 116
"""Pixels at 100 % text that the texts have; the others are scrolled to."""


class CarryingPanel(Card):
    """A card that is there until what it offers was taken along or left; it never takes the
    keyboard by itself."""

    def __init__(self, world: World, kinds: CaptureKinds) -> None:
        """Nothing to offer yet."""
        super().__init__(world.look, tight=True)
        self._world, self._kinds = world, kinds
        self._running: Running | None = None
        self._offers: tuple[Offer, ...] = ()
        self._ticks: list[tuple[Take, Carried, Tick]] = []
        look, words = world.look, world.words
        self.take_button, self.choose_button, self.leave_button = (
            KeyButton(look, words, text, key, small=True, bind=False)
            for text, key, _ in self.acts()
        )
        self.list = QScrollArea()
        make_transparent(self.list)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setWidgetResizable(True)
        buttons = FlowLayout(look.px(8))
        for button, (_, _, act) in zip(
            (self.take_button, self.choose_button, self.leave_button), self.acts(), strict=True
        ):
            button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            button.clicked.connect(act)
            buttons.addWidget(button)
        self.add(self.list, holding(buttons))
        self.hide()

    def acts(self) -> Sequence[Act]:
        """What its keys do, in words; they are heard by the cockpit."""
        words = self._world.words
        return (
            (words("carrying.take"), keys.CARRY, self.take),
            (words("carrying.choose"), keys.CARRY_CHOICE, self.choose),
            (words("carrying.leave"), keys.CARRY_NOTHING, self.leave),
        )

    @property
    def unheard(self) -> frozenset[str]:
        """The keys that do nothing now."""
        return frozenset(key for _, key, _ in self.acts()) if self.isHidden() else frozenset()

    def show_place(self, place: Place) -> None:
        """Offer what may be taken along where the room stands; nothing hides the card."""
        world, running = self._world, place.running
        found = offers(world.library.reader, world.catalogue, self._kinds, running)
        same = self._running is not None and self._running.run.id == running.run.id
        self._running = running
        if not (same and found == self._offers):
            self._offers = found
            self._fill()
        self.setVisible(bool(found))

    def take(self) -> None:
        """Take along what is ticked; where nothing is, say that something has to be."""
        running = self._running
        if running is None or self.isHidden():
            return
        world = self._world
        chosen = [(take, item) for take, item, tick in self._ticks if tick.isChecked()]
        if not chosen and self._may_come_back():
            chosen = [(take, item) for take, item, _ in self._ticks if _returns(take, item)]
        if not chosen:
            world.notice.say(world.words("carrying.none-chosen"), "amber")
            self.choose()
            return
        by_take = [
            (one.take, [item for take, item in chosen if take is one.take and item in one.items])
            for one in self._offers
        ]
        self._to_the_room()
        if attempt(world, lambda: take_along(world.library, self._kinds, running, by_take)):
            world.notice.say(world.words("carrying.taken", n=len(chosen)))

    def _may_come_back(self) -> bool:
        """Ask whether what was for those in an earlier room may be seen by this one; nothing else
        is asked about."""
        lines = [item for take, item, _ in self._ticks if _returns(take, item)]
        if not lines:
            return False
        words = self._world.words
        question = words("carrying.asked", n=len(lines))
        return self._world.dialogs.confirm(self.window(), question, words("carrying.asked-yes"))

    def choose(self) -> None:
        """To the first text: Space takes it out or in, Tab goes on."""
        if self._ticks and not self.isHidden():
            self._ticks[0][2].setFocus(Qt.FocusReason.ShortcutFocusReason)

    def leave(self) -> None:
        """Take nothing along."""
        running = self._running
        if running is not None and not self.isHidden():
            self._to_the_room()
            attempt(self._world, lambda: leave_behind(self._world.library, running))

    def _to_the_room(self) -> None:
        """The keyboard goes back before the card is gone."""
        focus = self.window().focusWidget()
        room = self.parentWidget()
        while room is not None and room.focusProxy() is None:
            room = room.parentWidget()
        if room is not None and self.isAncestorOf(focus):
            room.setFocus()

    def _fill(self) -> None:
        look, words = self._world.look, self._world.words
        inner = QWidget()
        inner.setProperty("column", True)
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, look.px(8), 0)
        column.setSpacing(look.px(2))
        self._ticks = []
        for one in self._offers:
            if one is not self._offers[0]:
                column.addWidget(small(look, self._from(one)))
            for item in one.items:
                tick = Tick(look, self._told(item))
                # What would stand in place of the exercise's own words is ticked by hand.
                tick.setChecked(item.freely and one.take.form in ("notes", "clauses"))
                self._ticks.append((one.take, item, tick))
                column.addWidget(tick)
        column.addStretch(1)
        before = self.list.takeWidget()
        if before is not None:
            delete_later(before)
        self.list.setWidget(inner)
        self.list.setFixedHeight(min(look.size(SEEN), max(1, inner.sizeHint().height())))
        if self._offers:
            self.set_title(
                self._from(self._offers[0]), words(f"carrying.{self._offers[0].take.form}")
            )

    def _from(self, one: Offer) -> str:
        words, running = self._world.words, self._running
        here = running is not None and one.block.workshop == running.workshop.id
        title = title_in(one.block, words.language)
        key = "carrying.from-here" if here else "carrying.from"
        said = words(key, title=title, day=words.day(day(one.day)))
        # Two that come from one block are told apart by where they go.
        twins = sum(other.block.id == one.block.id for other in self._offers) > 1
        zone = self._zone(one.take) if twins else ""
        return words("carrying.from-into", said=said, zone=zone) if zone else said

    def _zone(self, take: Take) -> str:
        running = self._running
        if running is None or take.form != "notes":
            return ""
        zones = zones_named(running.recipe, self._world.words.language)
        return next((one.label for one in zones if one.id in take.into), "")

    def _told(self, item: Carried) -> str:
        """The text, and why it is not ticked."""
        if item.freely:
            return item.text
        key = "for-you" if item.audience == FACILITATOR else "for-those-there"
        return self._world.words(f"carrying.{key}", text=item.text)


def _returns(take: Take, item: Carried) -> bool:
    """Whether it comes back as a note, once those who were there agree."""
    return take.form == "notes" and item.audience != FACILITATOR and not item.freely
