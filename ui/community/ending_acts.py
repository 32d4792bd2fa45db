"""What is done about an ending from a community's page: what is open is settled, the state is
said, the community is split or merged, the legacy page is written."""

from collections.abc import Callable, Mapping

from PySide6.QtWidgets import QWidget

from app.library.rows import Community, Workshop
from app.registers.before_ending import StillOpen
from ui.community.ending_dialog import EndingDialog
from ui.community.page_cards import PageCards
from ui.community.parting_dialog import PartingDialog
from ui.community.state_dialog import StateDialog
from ui.world import World


class EndingActs:
    """Prepares an ending, says the state, splits or merges; its dialogs stand over ``page``."""

    def __init__(
        self,
        world: World,
        page: QWidget,
        community: str,
        reveal: Callable[[Callable[[PageCards], QWidget]], None],
        open_workshop: Callable[[Workshop], None],
        plan: Callable[[str], None],
    ) -> None:
        """Of the community whose id is given; ``reveal`` brings a card of the page into view,
        ``plan`` asks for a workshop of a purpose."""
        self._world, self._page, self._community = world, page, community
        self._reveal, self._open_workshop, self._plan = reveal, open_workshop, plan

    def prepare(self, export: Callable[[QWidget, str, str], None]) -> None:
        """Show what is still open, and ask how to go on; of a community that has ended, how to
        write what it leaves. ``export`` exports a document."""
        if self._world.library.reader.row(Community, self._community).ended is not None:
            export(self._page, "legacy-page", self._community)
            return
        dialog = EndingDialog(self._world, self._page, self._community)
        dialog.settled.connect(self.settle)
        dialog.planned.connect(lambda: self._plan("closing"))
        dialog.ended.connect(lambda: self.change_state("closed"))
        dialog.parted.connect(self.part)
        dialog.printed.connect(lambda: export(self._page, "legacy-page", self._community))
        dialog.open()

    def change_state(self, state: str = "") -> None:
        """Ask what the community became; ``state`` is proposed."""
        dialog = StateDialog(self._world, self._page, self._community, state)
        dialog.settled.connect(self.settle)
        dialog.parted.connect(self.part)
        dialog.open()

    def part(self) -> None:
        """Ask what goes where, and do it."""
        PartingDialog(self._world, self._page, self._community).open()

    def settle(self, one: StillOpen) -> None:
        """Go where something that is open is settled."""
        go, community = self._world.navigator, self._community
        away: Mapping[str, Callable[[], None]] = {
            "charter": lambda: go.charter(community),
            "people": lambda: go.people(community),
            "register": lambda: go.register(community, one.lead),
            "workshop": lambda: self._open_workshop(
                self._world.library.reader.row(Workshop, one.lead)
            ),
            "actions": lambda: self._reveal(lambda cards: cards.promises),
            "roles": lambda: self._reveal(lambda cards: cards.roles),
            "meetings": lambda: self._reveal(lambda cards: cards.meetings),
        }
        away[one.place]()
