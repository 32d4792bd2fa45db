"""A library with a planned workshop, and the shortest ways to what stands in it."""

from dataclasses import dataclass

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Block, Community, Workshop
from app.workshop.agenda import Spot
from app.workshop.agenda_order import blocks_of
from app.workshop.planning import add_own
from tests.app.workshop.plans import planned, titles


@dataclass
class Desk:
    """A library with a planned workshop, for the tests below."""

    library: Library
    catalogue: Catalogue
    community: Community
    workshop: Workshop

    def blocks(self) -> list[Block]:
        """The agenda's blocks."""
        return blocks_of(self.library.reader, self.workshop.id)

    def titles(self) -> list[str]:
        """The agenda's titles."""
        return titles(self.library, self.workshop)

    def own(self, title: str, minutes: int = 10, spot: Spot | None = None) -> Block:
        """A block of one's own."""
        return add_own(self.library, self.workshop, title, minutes, spot)

    def row(self) -> Workshop:
        """The workshop as it now is."""
        return self.library.reader.row(Workshop, self.workshop.id)


def make_desk(library: Library, catalogue: Catalogue, **more: object) -> Desk:
    """A workshop, empty unless ``agenda`` says otherwise."""
    return Desk(library, catalogue, *planned(library, catalogue, **more))
