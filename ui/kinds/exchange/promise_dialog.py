"""Asks who gives something, and by when."""

from PySide6.QtWidgets import QWidget

from app.catalogue.register_shapes import Register
from app.community.memberships import members
from app.community.today import today_of
from app.kinds.exchange.promises import Promise, keep_promise, take_back_promise
from app.kinds.exchange.setup import exchange_setup
from app.library.rows import Note
from app.registers.cells import Party
from app.workshop.running import Running
from exports.register_words import party_names, party_words
from ui.attempt import attempt
from ui.parts.buttons import link_button
from ui.parts.fields import Control, Field
from ui.parts.form_dialog import FormDialog
from ui.parts.party_control import PartyControl
from ui.parts.text_places import promise_form
from ui.world import World

BY, DUE = "by", "due"


class PromiseDialog(FormDialog):
    """Who gives what stands on a note, and by when; begins with the party whose side it is."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        running: Running,
        register: Register,
        give: Note,
        ask: Note | None,
        promise: Promise | None,
    ) -> None:
        """For ``give``, which answers ``ask`` or nothing yet; ``promise`` is what was said."""
        self._running, self._register, self._give, self._ask = running, register, give, ask
        self._promise = promise
        words, community = world.words, running.community.id
        self._who = _giver_line(world, community, register)
        super().__init__(
            world,
            parent,
            words("exchange.promise-title"),
            give.text,
            words("exchange.promise-keep"),
            (
                Field(
                    key=BY,
                    kind="text",
                    label="exchange.who",
                    hint="exchange.promise-said",
                    missing="exchange.giver-missing",
                    required=True,
                    make=self._giver,
                ),
                Field(key=DUE, kind="date", label="exchange.due"),
            ),
            today_of(world.library, community),
        )
        giver = exchange_setup(running.recipe).gives.get(give.zone, "")
        by = promise.by if promise else Party(party=giver) if giver else None
        self._who.show_party(by, party_words(words, by) if by else "")
        self.fill({DUE: promise.due if promise else None})
        if promise is not None:
            self.take_back = link_button(world.look, words("exchange.promise-take-back"))
            self.take_back.clicked.connect(self._take_back)
            self.add_left(self.take_back)
        self.begin(promise_form(give.id))

    def keep(self) -> None:
        """Write it into the register. Raises Trouble."""
        keep_promise(
            self.world.library,
            self._running,
            self._register,
            self._give,
            self._ask,
            self._who.party(),
            self.form.day(DUE),
        )

    def _giver(self) -> Control:
        return self._who

    def _take_back(self) -> None:
        promise, library = self._promise, self.world.library
        if promise is not None and attempt(
            self.world, lambda: take_back_promise(library, self._running, promise)
        ):
            self.dirty = False
            self.accept()


def _giver_line(world: World, community: str, register: Register) -> PartyControl:
    """A line for a member, or for a party of the register."""
    library, words = world.library, world.words
    here = members(library.reader, community, today_of(library, community))
    known = {one.person.name: Party(id=one.person.id, name=one.person.name) for one in here}
    column = next(one for one in register.columns if one.id == "from")
    parties = party_names(words, column.parties)
    shows = words("registers.party-shows")
    return PartyControl(world.look, words, {**parties, **known}, shows)
