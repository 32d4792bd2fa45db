"""What is done about the roles of a community from its page."""

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from app.community.holdings import end_holding
from app.community.today import today_of
from app.library.rows import Holding
from ui.attempt import attempt
from ui.community.asked_roles import AskedRoles
from ui.community.role_dialog import RoleDialog
from ui.community.roles_card import RolesCard
from ui.world import World


class RoleActs:
    """Gives, changes, ends and shows roles; its dialogs stand over ``page``."""

    def __init__(
        self,
        world: World,
        page: QWidget,
        community: str,
        export: Callable[[QWidget, str, str], None],
    ) -> None:
        """Of a community (its id); ``export`` asks how to write a document of one."""
        self._world, self._page, self._community = world, page, community
        self._export = export

    def follow(self, card: RolesCard) -> None:
        """Do what is asked for on a card."""
        card.given.connect(self.give)
        card.shown.connect(self.show)
        card.changed.connect(self._change)
        card.ended.connect(self._end)

    def give(self, role: str = "", label: str = "") -> None:
        """Ask who takes a role."""
        RoleDialog(self._world, self._page, self._community, role, label).open()

    def show(self, role: str = "", label: str = "") -> None:
        """Show one role over the years, or all of them."""
        asked = AskedRoles(self._world, self._community, role, label)
        dialog = asked.dialog(self._page)
        dialog.given.connect(
            lambda: RoleDialog(
                self._world, self._page, self._community, role, label, starts=asked.next_start
            ).open()
        )
        dialog.printed.connect(lambda: self._export(self._page, asked.document, self._community))
        dialog.open()

    def _change(self, holding: str) -> None:
        row = self._world.library.reader.row(Holding, holding)
        RoleDialog(self._world, self._page, self._community, holding=row).open()

    def _end(self, holding: str) -> None:
        """The role is handed back: yesterday was its last day, so that it is vacant today."""
        row = self._world.library.reader.row(Holding, holding)
        yesterday = today_of(self._world.library, self._community) - timedelta(days=1)
        last = max(yesterday, date.fromisoformat(row.starts))
        attempt(self._world, lambda: end_holding(self._world.library, holding, last))
