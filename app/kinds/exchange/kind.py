"""The first floor of an exchange."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, unknown
from app.catalogue.register_shapes import Register
from app.catalogue.setup import read_setup
from app.kinds.exchange.matching import Match, Unmatched, exchanged
from app.kinds.exchange.promises import REGISTER
from app.kinds.exchange.setup import SIDES, ExchangeSetup
from app.kinds.notes_kind import NotesKind
from app.library.reader import Reader
from app.workshop.running import Running
from app.workshop.zones import ZonesWords, zone_faults


class Exchange(NotesKind):
    """Notes in zones that give and zones that ask."""

    setup = ExchangeSetup
    setup_words = ZonesWords

    def __init__(self, catalogue: Catalogue) -> None:
        """Promises are kept in the register that the catalogue has for them."""
        self._register = catalogue.find_register(REGISTER)

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """A side without zones, a zone on no side or on both, a party the register has not."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, ExchangeSetup)
        yield from zone_faults(exercise)
        zones = [zone.id for zone in setup.zones]
        parties = _parties(self._register)
        for side in SIDES:
            placed = getattr(setup, side)
            if not placed:
                yield CatalogueError(file, f"setup.{side}", "part-missing", kind=exercise.kind)
            yield from unknown(file, f"setup.{side}", list(placed), zones)
            for zone, party in placed.items():
                if party and party not in parties:
                    yield CatalogueError(file, f"setup.{side}.{zone}", "unknown-id", id=party)
        for index, zone in enumerate(zones):
            if (zone in setup.gives) == (zone in setup.asks):
                code = "named-twice" if zone in setup.gives else "part-missing"
                facts = {"id": zone} if zone in setup.gives else {"kind": exercise.kind}
                yield CatalogueError(file, f"setup.zones[{index}]", code, **facts)

    def facts(self, reader: Reader, running: Running) -> Sequence[Match | Unmatched]:
        """What meets, with what was promised, then what is open on either side."""
        return exchanged(reader, running, self._register)


def _parties(register: Register | None) -> frozenset[str]:
    """Those who can stand in the register as who gives."""
    columns = register.columns if register else ()
    return frozenset(party for one in columns if one.id == "from" for party in one.parties)
