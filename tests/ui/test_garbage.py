"""What Python takes apart, it takes apart in the thread of the windows, at a time of its own."""

from threading import Thread, get_ident

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.garbage import LIMITS, collect_here


class Knot:
    """Something that knows itself, and tells in which thread it was taken apart."""

    def __init__(self, told: list[int]) -> None:
        """Known to itself alone once it is let go of."""
        self._told, self._own = told, self

    def __del__(self) -> None:
        """It is taken apart."""
        self._told.append(get_ident())


def test_garbage_of_another_thread_waits_for_this_one(qapp: QApplication, qtbot: QtBot) -> None:
    """However much another thread makes, it takes nothing apart."""
    collect_here(qapp)
    told: list[int] = []
    made = LIMITS[0] * 2

    def tie() -> None:
        for _ in range(made):
            Knot(told)

    busy = Thread(target=tie)
    busy.start()
    busy.join()
    assert told == []
    qtbot.waitUntil(lambda: len(told) == made)
    assert set(told) == {get_ident()}
