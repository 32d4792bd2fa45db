"""The offenders are read by the house rules, and run by nobody; the house is read once."""

from collections.abc import Sequence

import pytest

from tests.house.tree import FLOORS, ROOT, Module, modules

collect_ignore = ["offenders"]


@pytest.fixture(scope="package")
def house() -> Sequence[Module]:
    """Every module of app, exports and ui."""
    return modules(ROOT, *FLOORS)


@pytest.fixture(scope="package")
def tests() -> Sequence[Module]:
    """Every module of the tests."""
    return modules(ROOT, "tests")
