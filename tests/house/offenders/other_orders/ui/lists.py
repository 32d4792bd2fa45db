"""A list that Qt sorts."""

from PySide6.QtCore import QCollator, QSortFilterProxyModel

ORDER = (QCollator, QSortFilterProxyModel)
