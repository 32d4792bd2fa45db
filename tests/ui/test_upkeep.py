"""The library is folded together at rest, copied every hour, looked over behind the window."""

import shutil
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.community.communities import CommunityFields, create_community
from app.library import look_after, opening
from app.library.backup import backups, make_backup
from app.library.library_check import check
from app.library.opening import open_library
from app.library.recovery import last_good, take_back
from app.library.rows import Community
from app.library.trouble import Trouble
from app.moment import MachineMoment
from tests.ui.opened import opened
from ui import upkeep


def test_at_rest_a_copy_by_hand_has_everything(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path
) -> None:
    with opened(qapp, tmp_path) as house:
        for number in range(20):
            create_community(house.hearth.library, CommunityFields(name=f"Weavers {number}"))
        library = house.hearth.library
        qtbot.waitUntil(lambda: library.folded, timeout=4 * upkeep.REST)
        stick = tmp_path / "stick" / "library.hearth"
        stick.parent.mkdir()
        shutil.copy(house.hearth.library.path, stick)
    assert [one.code for one in check(stick).findings] == ["log-missing"], "it was open then"
    with open_library(stick, MachineMoment()).snapshot() as reader:
        assert reader.count(Community) == 20


def test_whoever_types_on_has_it_folded_too(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "LONGEST", 300)
    with opened(qapp, tmp_path) as house:
        library = house.hearth.library
        folded: list[bool] = []
        for number in range(12):
            create_community(library, CommunityFields(name=f"Weavers {number}"))
            qtbot.wait(60)
            folded.append(library.folded)
        assert any(folded)


def test_losing_the_focus_folds_at_once(qtbot: QtBot, qapp: QApplication, tmp_path: Path) -> None:
    with opened(qapp, tmp_path) as house:
        library = house.hearth.library
        create_community(library, CommunityFields(name="Weavers"))
        qapp.applicationStateChanged.emit(Qt.ApplicationState.ApplicationInactive)
        qtbot.waitUntil(lambda: library.folded, timeout=upkeep.REST // 2)


def test_a_long_day_is_copied_every_hour(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(upkeep, "HOUR", 100)
    with opened(qapp, tmp_path) as house:
        house.hearth.begin()
        path = house.hearth.library.path
        create_community(house.hearth.library, CommunityFields(name="Weavers"))
        qtbot.waitUntil(lambda: [one.why for one in backups(path)] == ["hour"], timeout=5000)
        qtbot.wait(300)
        assert len(backups(path)) == 1, "nothing changed since"
        create_community(house.hearth.library, CommunityFields(name="Dyers"))
        qtbot.waitUntil(lambda: len(backups(path)) == 2, timeout=5000)


def test_a_large_library_opens_first_and_is_looked_over_then(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.hearth"
    library = open_library(path, MachineMoment())
    create_community(library, CommunityFields(name="Weavers"))
    library.close()
    monkeypatch.setattr(opening, "SMALL", 0)
    with opened(qapp, tmp_path) as house:
        assert backups(path) == []
        house.hearth.begin()
        qtbot.waitUntil(lambda: [one.why for one in backups(path)] == ["start"], timeout=5000)


def test_what_is_found_behind_the_window_leads_to_the_backup(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "library.hearth"
    with closing(open_library(path, MachineMoment())) as library:
        create_community(library, CommunityFields(name="Weavers"))
        make_backup(path, MachineMoment().now(), "hand")
        change = library.reader.cells("SELECT max(id) FROM change")[0][0]
    data = bytearray(path.read_bytes())
    at = data.rindex(str(change).encode())
    data[at] ^= 1
    path.write_bytes(bytes(data))
    monkeypatch.setattr(opening, "SMALL", 0)
    monkeypatch.setattr(look_after, "_mended", lambda path: False)
    asked: list[str] = []

    def recover(trouble: Trouble) -> bool:
        asked.append(trouble.code)
        good = last_good(path)
        assert good is not None
        take_back(path, good, MachineMoment().now())
        return True

    with opened(qapp, tmp_path, recover=recover) as house:
        house.hearth.begin()
        qtbot.waitUntil(lambda: bool(asked), timeout=5000)
        qtbot.waitUntil(lambda: house.hearth.window.isVisible(), timeout=5000)
        assert asked == ["damaged"]
        names = [one.name for one in house.hearth.library.reader.rows(Community)]
        assert names == ["Weavers"]
