from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PySide6.QtCore import QObject


def figure(owner: "QObject") -> object:
    from exports import page

    return page
