"""A library that is closed after its windows, on the morning of the village's day."""

from tests.ui.morning import in_montreal, library

__all__ = ("in_montreal", "library")
