"""Zones under a facilitator's hands: named, added, coloured, put together, taken away."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QObject, QPoint, QRectF, Signal
from PySide6.QtGui import QAction, QColor, QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QMenu

from app.colours import NOTE_INK, NOTES, NoteColour
from app.workshop.planning import languages_of, scope_of
from app.workshop.running import Running
from app.workshop.zone_changes import (
    add_zone,
    colour_zone,
    is_empty,
    merge_zone,
    remove_zone,
    rename_zone,
)
from app.workshop.zones import MOST, zones_shown
from ui.attempt import attempt
from ui.look.icons import paint_icon
from ui.parts.autosave import Autosave
from ui.parts.notes.zones_view import ZonesView
from ui.parts.text_fields import line_field
from ui.parts.text_places import TextPlace, zone_place
from ui.world import World

KEY = "Shift+F2"
"""Asks what is to be done with the zone where the next line goes. Not Ctrl+E, which a field keeps
for itself on X11; F2 changes a note, and this what notes lie in."""


class ZoneEditing(QObject):
    """Changes the zones of a run's block, each gesture one change."""

    changed = Signal()
    """Zones are other than they were; they are to be shown as the library now has them."""

    def __init__(self, world: World, running: Callable[[], Running], zones: ZonesView) -> None:
        """``running`` gives the run as it now is."""
        super().__init__(zones)
        self._world, self._running, self._zones = world, running, zones
        self._saves: dict[str, Autosave] = {}
        self._adding = False
        zones.cards_made.connect(self._follow)
        zones.zone_menu_asked.connect(self.open_menu)
        zones.named.connect(self._name)

    def ask(self) -> None:
        """Ask what is to be done with the zone where the next line goes."""
        card = self._zones.card(self._zones.target)
        self.open_menu(self._zones.target, card.mapToGlobal(card.menu_corner()))

    def open_menu(self, zone: str, at: QPoint) -> None:
        """What can be done with a zone, at a point of the screen."""
        menu = self.menu(zone)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)
        menu.setActiveAction(menu.actions()[0])

    def menu(self, zone: str) -> QMenu:
        """What can be done with a zone."""
        words, menu = self._world.words, QMenu(self._zones)
        menu.setFont(self._world.look.font("body"))
        shown = zones_shown(self._running(), languages_of(self._running().workshop))
        known = bool(shown[0].id)
        if known:
            self._add(menu, words("kinds.zone.rename"), partial(self.rename, zone))
        if len(shown) < MOST:
            self._add(menu, words("kinds.zone.add"), partial(self.add, zone))
        if not known:
            return menu
        menu.addSeparator()
        own = next((one.colour for one in shown if one.id == zone), "yellow")
        for colour in NOTES:
            paint = self._add(
                menu, words(f"kinds.zone.colour.{colour}"), partial(self._colour, zone, colour)
            )
            paint.setIcon(self._swatch(colour, ticked=colour == own))
            paint.setCheckable(True)
            paint.setChecked(colour == own)
        if len(shown) > 1:
            menu.addSeparator()
            empty = is_empty(self._world.library.reader, self._running(), zone)
            if empty:
                self._add(menu, words("kinds.zone.remove"), partial(self._remove, zone))
            else:
                for other in shown:
                    if other.id != zone:
                        text = words("kinds.zone.merge", zone=self._zones.label(other.id))
                        self._add(menu, text, partial(self._merge, zone, other.id))
        return menu

    def rename(self, zone: str) -> None:
        """Ask for another name, where the name stands."""
        self._adding = False
        languages = languages_of(self._running().workshop)
        shown = zones_shown(self._running(), languages)
        label = next((one.label for one in shown if one.id == zone), "")
        self._zones.card(zone).ask_name(self._world.words("kinds.zone.name"))
        self._saves[zone].show(label)
        self._zones.card(zone).naming.selectAll()

    def add(self, zone: str) -> None:
        """Ask, in a zone, for the name of another one."""
        self._adding = True
        self._zones.card(zone).ask_name(self._world.words("kinds.zone.name-new"))
        self._saves[zone].show("")

    def _name(self, zone: str, name: str) -> None:
        library, running, adding = self._world.library, self._running(), self._adding
        made: list[str] = []
        # The cards are others once there are other zones, and so are those who keep their names.
        save = self._saves[zone]

        def keep() -> None:
            if adding:
                made.append(add_zone(library, running, name))
            else:
                rename_zone(library, running, zone, name)

        if save.attempt(keep):
            save.let_go()
            self._zones.card(zone).stop_naming()
            self.changed.emit()
            for new in made:
                self._zones.go_to(new)
                self._zones.view(new).setFocus()

    def _colour(self, zone: str, colour: NoteColour) -> None:
        self._do(lambda: colour_zone(self._world.library, self._running(), zone, colour))

    def _remove(self, zone: str) -> None:
        self._do(lambda: remove_zone(self._world.library, self._running(), zone))

    def _merge(self, zone: str, into: str) -> None:
        self._do(lambda: merge_zone(self._world.library, self._running(), zone, into))

    def _do(self, act: Callable[[], None]) -> None:
        if attempt(self._world, act):
            self.changed.emit()

    def _add(self, menu: QMenu, text: str, act: Callable[[], object]) -> QAction:
        action = menu.addAction(text.replace("&", "&&"))
        action.triggered.connect(lambda _=False: act())
        return action

    def _swatch(self, colour: NoteColour, *, ticked: bool) -> QIcon:
        """A colour; the tick stands on it, because a menu shows either a picture or a tick."""
        side = self._world.look.size(16)
        picture = QPixmap(side, side)
        picture.fill(QColor(NOTES[colour]))
        painter = QPainter(picture)
        painter.setPen(self._world.look.colour("mute"))
        painter.drawRect(0, 0, side - 1, side - 1)
        if ticked:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            paint_icon(painter, QRectF(0, 0, side, side), "tick", QColor(NOTE_INK))
        painter.end()
        return QIcon(picture)

    def _follow(self) -> None:
        block, scope = self._running().block, scope_of(self._running().workshop)
        self._saves = {}
        for zone in self._zones.zones:
            line = self._zones.card(zone).naming
            place = TextPlace(key=zone_place(block.id, zone), scope=scope)
            save = self._saves[zone] = Autosave(self._world, line_field(line), place)
            line.let_be.connect(save.let_go)
