from PySide6 import QtWidgets
from PySide6.QtWidgets import QFileDialog, QInputDialog, QWidget


def ask(parent: QWidget) -> str:
    return QInputDialog.getText(parent, "", "")[0] or QFileDialog.getOpenFileName(parent)[0]


def until() -> QtWidgets.QDateEdit:
    return QtWidgets.QDateEdit()
