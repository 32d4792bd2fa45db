"""Sessions, blocks and workshops for the tests of planning, with a clock that stands still."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.library.library import Library
from app.library.rows import Block, Community, Session, Workshop
from app.resources import resources_folder
from app.workshop.agenda import BREAK, Layout
from app.workshop.agenda_order import blocks_of
from app.workshop.planning import WorkshopFields, plan_workshop
from tests.app.community.village import found

WHOLE_DAY = "launch-whole-charter"


def session(starts: int = 9 * 60, minutes: int = 180, number: int = 1) -> Session:
    """A session of three hours from nine, not in any library."""
    return Session(
        id=f"s{number}", workshop="w", date=f"2026-01-{number:02d}", starts=starts, minutes=minutes
    )


def block(number: int, minutes: int, starts: int | None = None, *, pause: bool = False) -> Block:
    """A block, not in any library."""
    return Block(
        id=f"b{number}",
        workshop="w",
        session="s1",
        position=number * 1000,
        exercise=BREAK if pause else None,
        kind="talk",
        title=f"Block {number}",
        minutes=minutes,
        starts=starts,
    )


def the_catalogue() -> Catalogue:
    """The catalogue as shipped."""
    return load_catalogue(resources_folder())


def wish(community: str, **more: object) -> WorkshopFields:
    """A launch in January for eighteen people."""
    said: dict[str, object] = {
        "community": community,
        "purpose": "launch",
        "title": "Launch workshop",
        "date": "2026-01-15",
        "zone": "America/Montreal",
        "starts": 9 * 60,
        "minutes": 450,
        "place": "Room B-204",
        "languages": ("en",),
        "expected": 18,
    }
    return WorkshopFields(**{**said, **more})  # type: ignore[arg-type]


def planned(library: Library, catalogue: Catalogue, **more: object) -> tuple[Community, Workshop]:
    """A community with a workshop."""
    community = found(library)
    return community, plan_workshop(library, catalogue, wish(community.id, **more))


def titles(library: Library, workshop: Workshop) -> list[str]:
    """The titles of the agenda, in order; a break is a dash."""
    return [one.title or "–" for one in blocks_of(library.reader, workshop.id)]


def ids(layouts: Sequence[Layout]) -> list[list[str]]:
    """The ids of the blocks of each session."""
    return [[slot.block.id for slot in layout.slots] for layout in layouts]


def everything(library: Library) -> dict[str, list[tuple[object, ...]]]:
    """Every row that planning may touch, cell by cell."""
    return {
        table: list(library.reader.cells(f"SELECT * FROM {table} ORDER BY id"))
        for table in ("workshop", "session", "block")
    }
