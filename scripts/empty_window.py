"""One empty window, and nothing else: what the bundle's size is held against."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
window = QWidget()
window.show()
application.processEvents()
