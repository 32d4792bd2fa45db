"""Where one arrives, the keyboard is where one would begin; also where nothing is there yet."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from app.community.communities import CommunityFields, create_community
from app.exchange.sample import import_sample
from app.library.rows import Block
from app.resources import resources_folder
from tests.played import import_played_sample
from tests.ui.fitting import settle
from tests.ui.opened import Opened, opened


def _new(house: Opened) -> str:
    return create_community(house.hearth.library, CommunityFields(name="Water Quality")).id


def _emptied(house: Opened) -> str:
    hearth = house.hearth
    sample = import_sample(hearth.library, hearth.catalogue, resources_folder())
    with hearth.library.change("test") as writer:
        for block in writer.rows(Block, workshop=sample.workshop.id):
            writer.remove(block)
    return sample.workshop.id


def _played(house: Opened) -> str:
    hearth = house.hearth
    return import_played_sample(hearth.library, hearth.catalogue, resources_folder()).workshop.id


VISITS: dict[str, tuple[Callable[[Opened], object], str]] = {
    "no community": (lambda house: house.hearth.window.home(), "New community"),
    "new community": (lambda house: house.hearth.window.community(_new(house)), "Plan the launch"),
    "nobody": (lambda house: house.hearth.window.people(_new(house)), "Add a person"),
    "no charter": (lambda house: house.hearth.window.charter(_new(house)), "Write the purpose"),
    "no block": (lambda house: house.hearth.window.design(_emptied(house)), "Begin from"),
    "closed": (lambda house: house.hearth.window.closing(_played(house)), "Summary…"),
    "settings": (lambda house: house.hearth.window.settings(), "Language of the window"),
    "search": (lambda house: house.hearth.window.search(), "Search"),
}


@pytest.mark.parametrize("visit", VISITS)
def test_the_focus_is_where_one_begins(qapp: QApplication, tmp_path: Path, visit: str) -> None:
    go, wanted = VISITS[visit]
    with opened(qapp, tmp_path) as house:
        go(house)
        settle()
        # Qt says it may be None; its hints do not.
        focus: QWidget | None = house.hearth.window.focusWidget()
        assert focus is not None
        assert focus.isVisible()
        assert focus.accessibleName().startswith(wanted)
