"""The packages that running needs are those that the program imports, no more and no fewer."""

import re
import sys
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.house.tree import FLOORS, OFFENDERS, ROOT, Module, imports, modules

NOT_IMPORTED: Mapping[str, str] = {
    "tzdata": "the standard library's zoneinfo reads it where the system has no time zones",
}
"""Packages that are used without being imported, each with the reason."""


def declared(root: Path) -> frozenset[str]:
    """The names of the run-time dependencies in a tree's pyproject.toml."""
    project = tomllib.loads((root / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    return frozenset(_normal(re.split(r"[^\w.-]", line)[0]) for line in project["dependencies"])


def imported(tree: Sequence[Module]) -> Mapping[str, str]:
    """Each package that the modules import, with the first place that does."""
    owners = packages_distributions()
    found: dict[str, str] = {}
    for module in tree:
        for line, name in imports(module):
            top = name.split(".")[0]
            if top in sys.stdlib_module_names or top in FLOORS:
                continue
            for package in owners.get(top, [top]):
                found.setdefault(_normal(package), f"{module.path}:{line}")
    return found


def breaches(root: Path, tree: Sequence[Module]) -> Iterator[str]:
    """What is declared and not imported, and what is imported and not declared."""
    names, found = declared(root), imported(tree)
    for name in sorted(names - found.keys() - NOT_IMPORTED.keys()):
        yield f"{name} is declared, and nothing imports it"
    for name in sorted(found.keys() - names):
        yield f"{found[name]} imports {name}, which is not declared"


def _normal(package: str) -> str:
    return re.sub(r"[-_.]+", "-", package).lower()


def test_the_dependencies_are_what_the_program_imports(
    house: Sequence[Module],
) -> None:
    assert list(breaches(ROOT, house)) == []


def test_what_counts_as_not_imported_is_not(house: Sequence[Module]) -> None:
    """As soon as one of them is imported, its line above has to go."""
    assert not NOT_IMPORTED.keys() & imported(house).keys()


def test_a_dependency_too_many_and_one_too_few_are_seen() -> None:
    offender = OFFENDERS / "dependencies"
    assert list(breaches(offender, modules(offender, *FLOORS))) == [
        "reportlab is declared, and nothing imports it",
        "app/notes.py:3 imports pillow, which is not declared",
    ]
