"""Holds the room of a workshop under way, wall and all, while other screens are looked at."""

from PySide6.QtCore import QObject

from ui.going import Visit
from ui.parts.reading import for_reading
from ui.parts.room_screen import RoomScreen, Shown, UnderWay
from ui.parts.room_strip import RoomStrip
from ui.parts.screen import Screen
from ui.parts.shell import Shell
from ui.world import World


class HeldRoom(QObject):
    """The one room that can be under way. Once it is over, it is let go with its wall, but not
    before its closing was left."""

    def __init__(self, world: World, shell: Shell) -> None:
        """No room yet; a strip above the screens of ``shell`` will show how it stands."""
        super().__init__(shell)
        self._navigator, self._library, self._shell = world.navigator, world.library, shell
        self._shown: Shown = "other"
        self._visit: Visit | None = None
        self.screen: RoomScreen | None = None
        self.strip = RoomStrip(world.look, world.words)
        for_reading(self.strip)
        shell.add_strip(self.strip)
        self.strip.back_asked.connect(self.go_back)
        self.strip.agenda_asked.connect(self.to_agenda)
        self.strip.community_asked.connect(self.to_community)

    @property
    def under_way(self) -> UnderWay | None:
        """How the workshop stands whose room is held."""
        return self.screen.under_way() if self.screen is not None else None

    def go_back(self) -> None:
        """Back into the room, from beside it; the closing has its own way back."""
        under_way = self.under_way
        if under_way is not None and self._shown == "other":
            self._navigator.cockpit(under_way.workshop)

    def to_agenda(self) -> None:
        """To the agenda of the workshop; from there back into the room."""
        under_way = self.under_way
        if under_way is not None and not self._back_from("design", under_way.workshop):
            self._navigator.design(under_way.workshop)

    def to_community(self) -> None:
        """To the community's page; from there back into the room."""
        under_way = self.under_way
        if under_way is not None and not self._back_from("community", under_way.community):
            self._navigator.community(under_way.community)

    def of(self, workshop: str) -> RoomScreen | None:
        """The room of a workshop if it is held; any other one, or one that is over, is let go."""
        under_way = self.under_way
        if under_way is None or under_way.workshop != workshop:
            self.let_go()
        return self.screen

    def take_turn(self, screen: Screen, visit: Visit) -> None:
        """The window shows ``screen`` now: hold it if it is a room, else let the room go on."""
        if isinstance(screen, RoomScreen) and screen is not self.screen:
            self.screen = screen
            screen.under_way_changed.connect(self._show_strip)
        self._visit = visit
        self._shown = "closing" if visit.place == "closing" else "other"
        if screen is self.screen:
            self._shown = "room"
        self.look()
        if self.screen is not None:
            self.screen.take_turn(self._shown)

    def look(self) -> None:
        """Let the room go if it is over and nobody is in it, or reads it back; beside its closing
        also if its workshop was deleted."""
        room, visit = self.screen, self._visit
        gone = visit is not None and not visit.leads_somewhere(self._library.reader)
        left = self._shown == "other" or (self._shown == "closing" and gone)
        if room is not None and left and room.under_way() is None:
            self.let_go()
        self._show_strip()

    def let_go(self) -> None:
        """Take the room down, its wall with it."""
        room, self.screen = self.screen, None
        self.strip.hide()
        if room is not None:
            room.under_way_changed.disconnect(self._show_strip)
            self._shell.put_away(room)

    def _back_from(self, place: str, subject: str) -> bool:
        """Go back if that is what is shown; gives whether it was."""
        there = self._is_at(place, subject)
        if there:
            self.go_back()
        return there

    def _is_at(self, place: str, subject: str) -> bool:
        visit = self._visit
        return visit is not None and (visit.place, visit.subject) == (place, subject)

    def _show_strip(self) -> None:
        under_way = self.under_way if self._shown == "other" else None
        if under_way is not None:
            at_agenda = self._is_at("design", under_way.workshop)
            self.strip.show_under_way(under_way, at_agenda=at_agenda)
        self.strip.setVisible(under_way is not None)
