"""The facilitator's canvas of rings: notes on arcs around a core, tied by who asks whom."""

from collections.abc import Sequence

from msgspec.structs import replace
from PySide6.QtWidgets import QWidget

from app.colours import NoteColour
from app.diagram import LEADING, Diagram
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.rings.arcs import BEND, Arcs, heights_of
from app.kinds.rings.diagram import RingRow, arranged_arcs, rings_ground
from app.kinds.rings.kind import ASKS, Asks, Placed, tie_asks
from app.kinds.rings.setup import rings_setup
from app.library.rows import Note
from app.library.workshop_rows import PLACES
from app.workshop.running import Running
from app.workshop.ties import untie_notes
from app.workshop.zones import NamedZone
from exports.kinds.rings.report import ring_rows
from ui.attempt import attempt
from ui.kinds.rings.placing import RingPlacing
from ui.parts.keycaps import key_text
from ui.parts.notes.ground import GROUND, Ground, GroundView
from ui.parts.notes.ground_canvas import GroundCanvas
from ui.parts.notes.model import NoteItem
from ui.world import World

KEY = "Ctrl+J"
"""Says that the first of two asks the second; the first waits until the second is chosen."""
UNTIE_KEY = "Ctrl+Shift+J"
ACROSS, CROWDED = 5, 8
"""Notes that stand side by side on an arc; and where a ring has more of them, which are smaller."""
NAMES, EDGE, LEAST = 112, 14, 200
"""Pixels at 100 %: the room for the names of rings, that around the ground, and its least height.
"""


class RingsCanvas(GroundCanvas):
    """Rings on a ground; a typed line goes into the ring that is chosen."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The rings of a run."""
        self._arcs = Arcs((1.0,), {})
        self._rings: Sequence[RingRow] = ()
        self._links: list[tuple[str, str]] = []
        self._names: dict[str, str] = {}
        self._asked: dict[str, list[str]] = {}
        self._colours: dict[str, NoteColour] = {}
        look = world.look
        edge = look.px(EDGE)
        self._ground = Ground(self._picture, (look.size(NAMES), edge, edge, edge))
        placing = RingPlacing(lambda: self._arcs)
        super().__init__(kind, world, running, self._ground, parent, placing=placing, kinds=False)
        # Six rings need some height; where there is less, the room scrolls.
        self.zones_view.setMinimumHeight(look.size(LEAST))
        self._offer(world.words("rings.untie"), UNTIE_KEY, self.untie)
        self._offer(world.words("rings.tie"), KEY, self.tie)
        self.refresh()

    def next_place(self) -> str:
        """The next ring."""
        return self.world.words("rings.next-ring")

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """Everybody on their arc, so that the links cross as little as they can."""
        facts = self.kind.facts(self.world.library.reader, self.running)
        placed, asks = facts_of(facts, Placed), facts_of(facts, Asks)
        self._names = {zone.id: zone.label for zone in zones}
        self._links = [(one.who.id, one.whom.id) for one in asks]
        self._asked = {}
        for one in asks:
            self._asked.setdefault(one.who.id, []).append(one.whom.text)
        self._rings = ring_rows(self.running.recipe, zones, placed)
        self._colours = {one.id: ring.colour for ring in self._rings for one in ring.people}
        self._arcs = arranged_arcs(self._rings, self._links, self._wide)
        self._say(placed, len(asks))
        self.show_ground(zones, [Ranked(None, (one.note,), 0) for one in placed])
        view = self.zones_view.view(GROUND)
        if isinstance(view, GroundView):
            view.show_ground(self._ground_now())

    def _ground_now(self) -> Ground:
        """The ground with as many rows as there are now."""
        ids = [[one.id for one in ring.people] for ring in self._rings]
        rows = sum(heights_of(ids, self._wide)) / (1 - BEND)
        return replace(self._ground, rows=rows)

    def dressed(self, note: Note, item: NoteItem) -> NoteItem:
        """In the colour of its ring, with its ring and whom it asks in words."""
        words, spot = self.world.words, self._arcs.spots[note.id]
        place = words("rings.ring", ring=self._names.get(note.zone, ""))
        if note.id in self._asked:
            whom = words.series(self._asked[note.id])
            place = f"{place}, {words('rings.asks-whom', names=whom)}"
        return replace(
            item,
            colour=item.colour if note.colour else self._colours.get(note.id, item.colour),
            x=round(spot.x * PLACES),
            y=round(spot.y * PLACES),
            place=place,
        )

    def tie(self) -> None:
        """Say that the one who was chosen first asks the other; a first one alone waits."""
        world, words = self.world, self.world.words
        notes = self._meant()
        waits = words("rings.choose-whom", key=key_text(words, KEY))
        if len(notes) == 1:
            self.zones_view.view(GROUND).choose_ids({notes[0].id})
            world.notice.say(waits)
        elif len(notes) == 2:
            who, whom = notes
            if attempt(world, lambda: tie_asks(world.library, self.running, who, whom)):
                world.notice.take_back(waits)
                self._done()
        else:
            world.notice.say(words("rings.choose-two"), "amber")

    def untie(self) -> None:
        """Take away the links between those chosen, or all of a single one."""
        notes, library = self._meant(), self.world.library
        if not notes:
            self.world.notice.say(self.world.words("rings.choose-two"), "amber")
        elif attempt(self.world, lambda: untie_notes(library, self.running, ASKS, notes)):
            self._done()

    def _meant(self) -> list[Note]:
        """The notes that are chosen, and the one that keys act on, which comes last."""
        view = self.zones_view.view(GROUND)
        current = view.current_item()
        ids = [one.id for one in view.chosen_items()]
        if current is not None and (view.hasFocus() or current.id in ids):
            ids = [*(one for one in ids if one != current.id), current.id]
        reader = self.world.library.reader
        found = (reader.find(Note, one) for one in ids)
        return [note for note in found if note is not None]

    def _done(self) -> None:
        self.zones_view.let_go()
        self.refresh()

    def _say(self, placed: Sequence[Placed], links: int) -> None:
        """How many take part and whom one could invite, where rings lie beyond; how many links."""
        words, said = self.world.words, self.bar.said
        if not placed:
            said.say()
            return
        key = key_text(words, KEY)
        tied = words("rings.links-n", n=links) if links else words("rings.how", key=key)
        if not rings_setup(self.running.recipe).beyond:
            said.say(tied)
            return
        here = sum(one.here for one in placed)
        said.say(
            words("rings.beyond-n", n=len(placed) - here),
            tied,
            fact=words("rings.here-n", n=here),
        )

    def _wide(self, one: str) -> float:
        """How wide a note is, in parts of an arc."""
        most = max(len(ring.people) for ring in self._rings)
        return 1 / (ACROSS if most <= ACROSS else CROWDED)

    def _picture(self, width: float, height: float) -> Diagram:
        """The arcs, their names and the links, behind notes."""
        look = self.world.look
        left, edge = look.size(NAMES), look.px(EDGE)
        area = (float(left), float(edge), width - left - edge, height - 2 * edge)
        # Names one below the other, also where there is little room for them.
        band = area[3] * (1 - BEND) / len(self._arcs.edges)
        size = min(float(look.size(13)), band / LEADING)
        shapes = rings_ground(self._rings, self._links, self._arcs, size, area)
        return Diagram(width, height, shapes)
