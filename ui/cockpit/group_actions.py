"""What the facilitator does with groups in the room: makes them, shows them on the wall, and types
what one after the other wrote."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from app.workshop.group_names import group_names
from app.workshop.groups import notes_by_group, type_for, typed_for
from app.workshop.running import Place
from ui.attempt import attempt
from ui.cockpit.harvest_bar import HarvestBar
from ui.cockpit.top_bar import Offer
from ui.cockpit.workshop_controller import WorkshopController
from ui.parts import room_keys as keys
from ui.parts.groups_dialog import GroupsDialog
from ui.wall.groups_view import GroupsView
from ui.wall.wall_control import WallControl
from ui.world import World


class GroupActions(QObject):
    """The acts about groups."""

    def __init__(
        self,
        world: World,
        controller: WorkshopController,
        bar: HarvestBar,
        wall: WallControl,
        window: QWidget,
    ) -> None:
        """Act on the block that the room is in; ``bar`` says for which group is typed."""
        super().__init__(window)
        self._world, self._controller, self._bar = world, controller, bar
        self._wall, self._window = wall, window
        bar.group_asked.connect(self.next_group)

    def show_place(self, place: Place) -> None:
        """Say for which group is typed, and how much of it there is."""
        names = self._names(place)
        if not names:
            self._bar.show_group("")
            return
        reader, words = self._world.library.reader, self._world.words
        group = typed_for(reader, place.running.block)
        n = notes_by_group(reader, place.running.run.id).get(group, 0)
        name = names[group] if group else words("groups.all")
        said = words("groups.typed-for", n=n, group=name) if n else ""
        self._bar.show_group(said or words("groups.typed-for-none", group=name))

    def acts(self) -> Sequence[Offer]:
        """The acts in words, with their keys."""
        words = self._world.words
        return (
            (words("groups.act"), keys.GROUPS, self.ask),
            (words("groups.next"), keys.NEXT_GROUP, self.next_group),
        )

    def idle(self) -> set[str]:
        """The keys that do nothing now: nobody works in groups."""
        place = self._controller.state().place
        return set() if place is not None and self._names(place) else {keys.NEXT_GROUP}

    def ask(self) -> None:
        """Ask how many groups there are, and who is in which."""
        state = self._controller.state()
        if state.place is not None:
            block = state.place.running.block
            GroupsDialog(self._world, self._window, state.workshop, block, self._show).open()

    def next_group(self) -> None:
        """Type for the next group; after the last one for all together, then from the first on."""
        place = self._controller.state().place
        names = self._names(place) if place is not None else {}
        if place is None or not names:
            return
        order: list[str | None] = [None, *names]
        now = typed_for(self._world.library.reader, place.running.block)
        following = order[(order.index(now) + 1) % len(order)]
        library, workshop = self._world.library, place.running.workshop
        attempt(self._world, lambda: type_for(library, workshop, following))
        self.show_place(place)

    def _show(self) -> None:
        place = self._controller.state().place
        if place is None or not self._wall.show_view(GroupsView(place.running.run.id)):
            self._world.notice.say(self._world.words("groups.not-shown"), "amber")

    def _names(self, place: Place) -> dict[str, str]:
        """What the groups are called in which people work at the block; none elsewhere."""
        running = place.running
        if not running.block.in_groups:
            return {}
        return group_names(self._world.library.reader, self._world.words, running.workshop)
