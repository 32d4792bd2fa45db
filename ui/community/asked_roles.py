"""Which roles of a community are asked for over the years: one of them, or all."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.community.held_roles import roles_of
from app.community.memberships import members
from app.community.role_history import core_load, next_start
from app.community.today import today_of
from ui.community.role_years_dialog import RoleYearsDialog
from ui.world import World


class AskedRoles:
    """A role by its id and what it is called here, or all roles where neither is given."""

    def __init__(self, world: World, community: str, role: str, label: str) -> None:
        """As they stand now."""
        self._world = world
        reader = world.library.reader
        self._today = today_of(world.library, community)
        every = roles_of(reader, world.catalogue.roles, community, self._today)
        there = members(reader, community, self._today)
        self._load = () if role else core_load(every, there, self._today)
        self._lines = [
            line for line in every if not role or (line.role, line.label) == (role, label)
        ]
        self._role = role and (label or role)

    def dialog(self, parent: QWidget) -> RoleYearsDialog:
        """What shows them."""
        return RoleYearsDialog(self._world, parent, self._lines, self._load, self._today)

    @property
    def next_start(self) -> date:
        """The day from which a successor would hold the one role that is shown."""
        return next_start(self._lines[0], self._today)

    @property
    def document(self) -> str:
        """The document that says the same on paper; a role's page names the role after a slash."""
        return f"role-page/{self._role}" if self._role else "roles"
