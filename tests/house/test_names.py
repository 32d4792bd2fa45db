"""A module's name says what it does: two modules of different folders share one only where they
do the same job.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from tests.house.tree import FLOORS, OFFENDERS, Module, modules

SAME_JOB: Mapping[str, str] = {
    "charter_document": "a document: its facts, and its page made of them",
    "pieces": "how Word and PDF each set the pieces of a page",
    "run_sheet": "a document: its facts, and its page made of them",
    "summary": "a document: its facts, and its page made of them",
    "tables": "how Word and PDF each set a table",
}
"""Names that modules share because they do the same job, each with that job."""

FLOOR_OF_KINDS = re.compile(rf"(?:{'|'.join(FLOORS)})/kinds/")
"""A kind has its name on every floor."""
OF_ONE_KIND = re.compile(rf"{FLOOR_OF_KINDS.pattern}\w+/")
"""What stands in the folder of one kind is named within it."""


def twice_named(tree: Sequence[Module]) -> Iterator[str]:
    """Modules of different folders that share a name without doing the same job."""
    places: dict[str, list[str]] = defaultdict(list)
    for module in tree:
        name = module.name.rpartition(".")[2]
        if not module.path.endswith("/__init__.py") and not OF_ONE_KIND.match(module.path):
            places[name].append(module.path)
    for name, paths in sorted(places.items()):
        on_floors = all(FLOOR_OF_KINDS.match(path) for path in paths)
        if len(paths) > 1 and name not in SAME_JOB and not on_floors:
            yield f"{name}: {', '.join(paths)}"


def test_no_two_modules_share_a_name(house: Sequence[Module]) -> None:
    breaches = list(twice_named(house))
    assert not breaches, "\n".join(breaches)


def test_every_shared_name_is_shared(house: Sequence[Module]) -> None:
    """A name in the list that only one module has is to be taken out of it."""
    names = [module.name.rpartition(".")[2] for module in house]
    assert [name for name in SAME_JOB if names.count(name) < 2] == []


def test_a_name_given_twice_is_seen() -> None:
    """Two jobs under one name are; a kind on its three floors is not."""
    assert list(twice_named(modules(OFFENDERS / "twice_named", *FLOORS))) == [
        "columns: app/community/columns.py, app/library/columns.py"
    ]
