from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache


@dataclass(frozen=True)
class Colour:
    name: str


class Library:
    opened = []


YELLOW = Colour("yellow")
COLOURS: Mapping[str, Colour] = {"yellow": YELLOW}

seen = []
by_name: dict[str, Colour] = {}
pair = (1, {})
library = Library()
library.opened.append(1)

KINDS = ["board"]
TONES = {"ember": 1}
TONES["teal"] = 2
PARTS = ["card"]

if seen:
    later = [note for note in seen]


@lru_cache
def colour(name: str) -> Colour:
    global library
    library = Library()
    return COLOURS[name]


def remember(name: str) -> None:
    PARTS.append(name)
