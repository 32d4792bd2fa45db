"""Roles on the second floor: who is named, asked, and agrees; and what the wall shows of it."""

from ui.kinds.roles.canvas import RolesCanvas
from ui.kinds.roles.picture import large_role, picture

__all__ = ["RolesCanvas", "large_role", "picture"]
