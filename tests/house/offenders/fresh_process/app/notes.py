toolkit = __import__("PySide6.QtCore")
