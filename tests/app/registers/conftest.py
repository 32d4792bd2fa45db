"""An empty library with a community in it."""

from tests.app.community.conftest import community, library

__all__ = ["community", "library"]
