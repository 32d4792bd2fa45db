import importlib

toolkit = importlib.import_module("PySide6.QtCore")
window = __import__("ui.window")
