"""Names of two hundred letters, in one word, wherever there is one: no screen scrolls sideways."""

from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path

import msgspec
import pytest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QWidget

from app.exchange.sample import Sample
from app.library.library import Library
from app.library.opening import open_library
from app.library.row import Row
from app.library.rows import (
    Attendance,
    Block,
    Clause,
    Cluster,
    Community,
    Holding,
    Naming,
    Outcome,
    Person,
    RegisterEntry,
    Workshop,
)
from app.moment import MachineMoment
from app.workshop.planning import scope_of
from tests.journeys.walker import Walker
from tests.ui.fitting import name_of
from tests.ui.opened import opened
from tests.ui.played import lay_library
from ui.parts.rows.rows_table import RowsTable

LONG = "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz" * 4
NAME = LONG[:200]

NAMES: Mapping[type[Row], tuple[str, ...]] = {
    Community: ("name",),
    Person: ("name",),
    Workshop: ("title", "place"),
    Block: ("title",),
    Cluster: ("title",),
    Attendance: ("name",),
    Outcome: ("text", "owner_name"),
    Clause: ("heading", "text"),
    Naming: ("label",),
    Holding: ("label",),
}
"""What is called something, and where."""

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


class LongWalker(Walker):
    """Looks for what is wider than its place."""

    def faults(self, widget: QWidget) -> list[str]:
        """Places that scroll sideways, but for stories: each is a column, and nobody knows how
        many are told."""
        return [
            f"{name_of(area)} scrolls sideways by {area.horizontalScrollBar().maximum()}"
            for area in widget.findChildren(QAbstractScrollArea)
            if area.isVisible()
            and not (isinstance(area, RowsTable) and area.turned)
            and (area.horizontalScrollBar().isVisible() or area.horizontalScrollBar().maximum())
        ]


@pytest.fixture(scope="module")
def lengthened(furnished_library: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library in which everything has such a name, closed."""
    folder = tmp_path_factory.mktemp("long")
    lay_library(furnished_library, folder)
    with closing(open_library(folder / furnished_library.name, MachineMoment())) as library:
        lengthen(library)
    return library.path


def lengthen(library: Library) -> None:
    """Call everything by the long name."""
    workshops = library.reader.rows(Workshop)
    with library.change("workshop-edit", scope_of(workshops[0])) as writer:
        for kind, columns in NAMES.items():
            for row in writer.rows(kind):
                writer.change(row, **dict.fromkeys(columns, NAME))
        for clause in writer.rows(Clause)[::4]:
            writer.change(clause, section=NAME)
        for block in writer.rows(Block):
            recipe = msgspec.json.decode(block.recipe)
            for words in recipe.get("words", {}).values():
                words["title"] = NAME
                for step in words.get("steps", {}).values():
                    step["title"] = NAME
                zones = words.get("setup", {}).get("zones", {})
                zones.update(dict.fromkeys(zones, NAME))
            writer.change(block, recipe=msgspec.json.encode(recipe).decode())
        for entry in writer.rows(RegisterEntry):
            texts = dict.fromkeys(msgspec.json.decode(entry.texts), NAME)
            writer.change(entry, texts=msgspec.json.encode(texts).decode())


@pytest.fixture(params=[100, 200])
def walker(
    qapp: QApplication, tmp_path: Path, lengthened: Path, request: pytest.FixtureRequest
) -> Iterator[LongWalker]:
    """Somebody who meets these names, at a text size."""
    lay_library(lengthened, tmp_path)
    with opened(qapp, tmp_path, text=request.param) as house:
        person = LongWalker(house, "en")
        person.text, person.sizes = request.param, [(1280, 720)]
        reader = house.hearth.library.reader
        samples = [
            Sample(reader.row(Community, one.community), one) for one in reader.rows(Workshop)
        ]
        person.played, person.ahead = samples
        yield person


def test_no_screen_scrolls_sideways(walker: LongWalker) -> None:
    found = walker.look_around() + walker.look_at_the_room() + walker.look_at_dialogs()
    assert found == []
