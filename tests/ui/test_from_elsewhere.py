"""A community from elsewhere is shown whole: odd names in it, and words of a Hearth to come."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication

from app.exchange.decode import decode
from app.exchange.encode import encode, gather
from app.exchange.importing import import_community
from app.library.opening import open_library
from app.library.rows import Community
from app.moment import MachineMoment
from tests.ui.fitting import settle
from tests.ui.lived_in import furnish, screens
from tests.ui.opened import Opened, opened
from ui.parts.exercise_text import kind_name, lands_in

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)

Rows = list[dict[str, Any]]

ODD = "\n\tOdd\r\n\u2028\x85\x01\x7f\x1b\u202e\u2067\u200f\ufffe\U000e0001 {n} %s <b>&amp;"
"""Line ends, controls, signs that turn the direction, no characters at all, marks of languages."""
NAMES = {
    "attachment": ("name", "media"),
    "attendance": ("name",),
    "block": ("title",),
    "clause": ("heading", "text"),
    "cluster": ("title",),
    "community": ("name", "sentence", "organization"),
    "gathering": ("title", "place"),
    "holding": ("label",),
    "membership": ("unit",),
    "naming": ("label",),
    "note": ("text",),
    "outcome": ("text", "owner_name"),
    "person": ("name", "email", "organization"),
    "reservation": ("text",),
    "session": ("place",),
    "version": ("reason",),
    "workshop": ("title", "place"),
}
TO_COME = {
    "block": ("kind", "exercise"),
    "clause": ("section",),
    "holding": ("role",),
    "naming": ("role",),
    "note": ("kind", "zone"),
    "register_entry": ("register", "state"),
    "round": ("form",),
    "stage_reading": ("stage",),
}


def odd(table: str, rows: Rows) -> None:
    """Everything that has a name is called so, zones too."""
    for row in rows:
        row |= {column: ODD for column in NAMES.get(table, ()) if row[column] is not None}
        if table == "block":
            recipe = json.loads(row["recipe"])
            for words in recipe["words"].values():
                words["title"] = ODD
                zones = words.get("setup", {}).get("zones", {})
                zones |= dict.fromkeys(zones, ODD)
            row["recipe"] = json.dumps(recipe)
        if table == "register_entry":
            row["texts"] = json.dumps(dict.fromkeys(json.loads(row["texts"]), ODD))


def to_come(table: str, rows: Rows) -> None:
    """Whatever is looked up by a word has one that nobody knows here."""
    for row in rows:
        row |= {column: "not-yet" for column in TO_COME.get(table, ()) if row[column] is not None}
        if table == "block":
            recipe = json.loads(row["recipe"])
            recipe |= {"arrangement": "not-yet", "lands": ["charter", "not-yet"]}
            recipe |= {"exercise": "not-yet", "sections": ["not-yet"]}
            recipe["steps"] = [step | {"does": "not-yet"} for step in recipe["steps"]]
            row["recipe"] = json.dumps(recipe)


@pytest.fixture(scope="module")
def files(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> list[bytes]:
    """The communities of a library that is lived in, each as a file."""
    path = furnish(qapp, tmp_path_factory.mktemp("elsewhere"))
    library = open_library(path, MachineMoment())
    with library.snapshot() as reader:
        found = [encode(gather(reader, one.id)) for one in reader.rows(Community)]
    library.close()
    return found


def bring_in(house: Opened, files: list[bytes], change: Callable[[str, Rows], None]) -> None:
    """The communities, changed on their way."""
    for data in files:
        root = json.loads(data)
        for table, rows in root.items():
            if table not in ("hearth", "blob"):
                change(table, [rows] if isinstance(rows, dict) else rows)
        import_community(house.hearth.library, decode(json.dumps(root).encode()))
    settle()


@pytest.mark.parametrize("change", [odd, to_come])
def test_every_screen_shows_it(
    qapp: QApplication,
    tmp_path: Path,
    files: list[bytes],
    change: Callable[[str, Rows], None],
) -> None:
    with opened(qapp, tmp_path) as house:
        bring_in(house, files, change)
        assert house.hearth.library.reader.count(Community) == len(files)
        assert len(list(screens(house))) > len(files)


def test_a_kind_to_come_is_called_what_it_is_taken_for(qapp: QApplication, tmp_path: Path) -> None:
    """A talk; and of where things go, what is known."""
    with opened(qapp, tmp_path) as house:
        words, catalogue = house.hearth.speech("en"), house.hearth.catalogue
        assert kind_name(words, "not-yet") == kind_name(words, "talk") == "talk"
        lands = ("charter", "not-yet", "summary")
        assert lands_in(words, catalogue, lands, ("not-yet",)) == "Charter · summary"
