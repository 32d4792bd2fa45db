"""All parts in one window, to be looked at: ``python -m tests.ui.gallery FOLDER``."""
