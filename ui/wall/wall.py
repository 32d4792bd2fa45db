"""The wall: one more subscriber, on a monitor chosen by name, hidden when that is unplugged."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QPainter, QPaintEvent, QScreen
from PySide6.QtWidgets import QMenu, QSizePolicy, QWidget

from app.library.journal import Change
from app.library.rows import Workshop
from app.workshop.running import Place, place_of
from ui.parts.deletion import delete_later
from ui.parts.said_while import SaidWhile
from ui.wall.monitors import identity, separate, shown_name
from ui.wall.scene import NOTHING, Scene, held, hidden_since, read_scene, seconds_left
from ui.wall.scene_painter import ScenePainter, paint_blank
from ui.wall.wall_control import Glance
from ui.wall.wall_picture import Pictures
from ui.wall.wall_view import Shows, WallState, WallView
from ui.world import World

TICK = 250
"""Milliseconds between two looks at the clock."""
LATER = 60
"""Milliseconds after which the wall follows: the facilitator's own note comes first."""
PREVIEW = (1280, 720)
"""The wall's size, in pixels, as the preview sets it before making it small."""


class Wall(QObject):
    """The room's screen of one workshop (``ui.wall.wall_control.WallControl``)."""

    changed = Signal()

    def __init__(self, world: World, workshop: str, pictures: Pictures) -> None:
        """Show ``workshop`` (its id) on the chosen monitor, when there is one."""
        super().__init__()
        self._world, self._workshop, self._pictures = world, workshop, pictures
        self._look = world.wall_look
        self._face = ScenePainter(self._look, world.words_in)
        self._chosen = world.settings.wall
        self.frozen = False
        self.blank = False
        self._page: int | None = None
        self._turned: int | None = None
        self._view: WallView | None = None
        self._held: WallState | None = None
        self._scene: Scene = NOTHING
        self._stale = False
        self.seconds: int | None = None
        self._window: WallWindow | None = None
        self._lost = ""
        self._alone, self._unplugged = SaidWhile(world.notice), SaidWhile(world.notice)
        self._previews: list[WallPreview] = []
        self._stop: Callable[[], None] = world.library.subscribe(self._hear)
        world.monitors.settled.connect(self._settle)
        self._ticks = QTimer(self)
        self._ticks.setInterval(TICK)
        self._ticks.timeout.connect(self._tick)
        self._ticks.start()
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.setInterval(LATER)
        self._follow.timeout.connect(self._draw_all)
        self._read()
        self._open(self._wanted())

    @property
    def scene(self) -> Scene:
        """What it shows, or would show: as the library is, unless it is frozen."""
        self._catch_up()
        return self._scene

    @property
    def monitor(self) -> str:
        """The name of the monitor the wall is on; empty when it is not shown."""
        return self._window.monitor if self._window is not None else ""

    @property
    def window(self) -> "WallWindow | None":
        """The window on the room's screen, when there is one."""
        return self._window

    def toggle_freeze(self) -> None:
        """Hold the picture while something is mended; the clock goes on."""
        self._catch_up()
        self.frozen = not self.frozen
        self._scene = held(self._world, self._scene, frozen=self.frozen)
        self._read()
        self._draw()
        self.changed.emit()

    def toggle_blank(self) -> None:
        """Show nothing, or show again."""
        self.blank = not self.blank
        self._draw()
        self.changed.emit()

    @property
    def hides(self) -> bool:
        """Whether it says only how many notes there are."""
        self._catch_up()
        return self._scene.hidden

    @property
    def shows(self) -> Shows:
        """What it shows, or would show if it were not blank: the room's picture, or what else."""
        self._catch_up()
        return self._view.shows if self._view is not None else "room"

    def show_view(self, view: WallView) -> bool:
        """Show something in the place of the room's picture; the wall is neither frozen nor blank
        then. False, and nothing is changed, where the room may see nothing of it."""
        if view.read(self._world, self._place()) is None:
            return False
        self._show(view)
        return True

    def show_room(self) -> None:
        """Show the room's own picture again."""
        self._show(None)

    def lend(self, view: WallView) -> None:
        """Show something until ``give_back``; a wall that is blank stays blank."""
        self._held = self.state()
        self._show(view, blank=self.blank)

    def give_back(self) -> None:
        """Show again what was shown before, frozen and blank as it was."""
        held, self._held = self._held, None
        if held is not None:
            self.restore(held)

    def state(self) -> WallState:
        """How it is now."""
        self._catch_up()
        return WallState(self._view, self.frozen, self.blank, self._scene, self._page)

    def restore(self, state: WallState) -> None:
        """Be again as it was; a view whose time is over since is not shown."""
        self._scene, self._page = state.scene, state.page
        self._view, self.frozen, self.blank = state.view, state.frozen, state.blank
        self._read()
        self._draw()
        self.changed.emit()

    def _show(self, view: WallView | None, *, blank: bool = False) -> None:
        self._view, self.frozen, self.blank = view, False, blank
        self._read()
        self._draw()
        self.changed.emit()

    def turn(self, by: int) -> None:
        """To the next page (1) or the one before (-1), where the notes need several."""
        shown = self._face.pages(self._size(), self.scene)
        last = len(shown.pages) - 1
        at = shown.opens if self._page is None else min(self._page, last)
        self._page = max(0, min(at + by, last))
        self._draw()

    def glance(self) -> Glance:
        """To the page with all notes, or from there back to the page before."""
        shown = self._face.pages(self._size(), self.scene)
        last = len(shown.pages) - 1
        if not shown.glance:
            return "too-many" if last else "one-page"
        if self._page == last:
            self._page = self._turned
        else:
            self._turned, self._page = self._page, last
        self._draw()
        return "shown"

    def choose(self, parent: QWidget) -> None:
        """Let the person choose a monitor by name, or none; say how to extend the desktop."""
        words = self._world.words
        screens = self._separate()
        if not screens:
            self._alone.say(words("wall.extend"))
            return
        menu = QMenu(parent)
        for screen in screens:
            action = menu.addAction(words("wall.on", name=shown_name(screen)))
            action.setCheckable(True)
            action.setChecked(screen.name() == self.monitor)
            action.setData(identity(screen))
        none = menu.addAction(words("wall.nowhere"))
        none.setData("")
        chosen = menu.exec(parent.mapToGlobal(parent.rect().topRight()))
        if chosen is not None:
            self.put_on(str(chosen.data()))

    def put_on(self, monitor: str) -> None:
        """Show the wall on the monitor of that identity; an empty one takes the wall down."""
        self._chosen = monitor
        self._world.keep_settings(msgspec.structs.replace(self._world.settings, wall=monitor))
        found = [screen for screen in self._separate() if identity(screen) == monitor]
        self._open(found[0] if found else None)

    def preview(self) -> QWidget:
        """A small live copy of the wall."""
        preview = WallPreview(self)
        self._previews.append(preview)
        return preview

    def close(self) -> None:
        """Take the wall down and stop listening."""
        self._stop()
        self._ticks.stop()
        self._follow.stop()
        self._world.monitors.settled.disconnect(self._settle)
        self._open(None)

    def paint(self, painter: QPainter, size: tuple[int, int]) -> None:
        """Paint the wall as it is now onto ``size`` pixels."""
        if self.blank:
            paint_blank(painter, size, self._look)
        else:
            self._face.paint(painter, size, self.scene, self.seconds, self._page)

    def _hear(self, change: Change) -> None:
        if change.workshop in (None, self._workshop) and not change.touches("heartbeat", "draft"):
            self._stale = True
            self._draw_soon()

    def _catch_up(self) -> None:
        if self._stale:
            self._read()

    def _read(self) -> None:
        self._stale = False
        with self._world.library.reader.one_instant():
            place = self._place()
            if not self.frozen or hidden_since(self._world.library.reader, self._scene):
                self._take(held(self._world, self._scene_at(place), frozen=self.frozen))
            self.seconds = seconds_left(self._world, place)

    def _take(self, scene: Scene) -> None:
        if scene.hidden != self._scene.hidden:
            self._tell_later()
        if scene != self._scene:
            self._scene, self._page, self._turned = scene, None, None

    def _tell_later(self) -> None:
        """Whoever is told asks the wall, which must not be amid reading."""
        QTimer.singleShot(0, self, self.changed.emit)

    def _scene_at(self, place: Place | None) -> Scene:
        """What is shown in the place of the room's picture, until its time is over; or that."""
        if self._view is not None:
            scene = self._view.read(self._world, place)
            if scene is not None:
                return scene
            self._view = None
            self._tell_later()
        return read_scene(self._world, place, self._pictures)

    def _place(self) -> Place | None:
        return place_of(self._world.library.reader, self._workshop)

    def _tick(self) -> None:
        seconds = seconds_left(self._world, self._place())
        if seconds != self.seconds:
            self.seconds = seconds
            self._draw()

    def _draw(self) -> None:
        self._catch_up()
        if self._window is not None:
            self._window.update()
        self._draw_soon()

    def _draw_soon(self) -> None:
        if not self._follow.isActive():
            self._follow.start()

    def _draw_all(self) -> None:
        if self._stale and self._window is not None:
            self._window.update()
        self._catch_up()
        for preview in self._previews:
            preview.update()

    def _size(self) -> tuple[int, int]:
        if self._window is None:
            return PREVIEW
        return self._window.width(), self._window.height()

    def _separate(self) -> list[QScreen]:
        return separate(self._world.monitors.all(), self._world.window.screen())

    def _wanted(self) -> QScreen | None:
        """The monitor chosen before; else the only other one; never the laptop's own. None where
        the workshop is over: what is typed in later is typed at a desk."""
        row = self._world.library.reader.find(Workshop, self._workshop)
        screens = [] if row is not None and row.state == "closed" else self._separate()
        known = [screen for screen in screens if identity(screen) == self._chosen]
        if known:
            return known[0]
        return screens[0] if len(screens) == 1 and not self._chosen else None

    def _settle(self) -> None:
        """Monitors came or went: hide first, then tell the facilitator, and come back by itself."""
        words, window = self._world.words, self._window
        here = [screen.name() for screen in self._separate()]
        if here:
            self._alone.end()
        if window is not None and window.monitor not in here:
            self._lost = window.monitor
            self._open(None)
            self._unplugged.say(words("wall.unplugged", name=self._lost))
            return
        if window is None or window.isHidden():
            wanted = self._wanted()
            self._open(wanted)
            if wanted is not None and wanted.name() == self._lost:
                self._world.notice.say(words("wall.back", name=self._lost))
                self._lost = ""

    def _open(self, screen: QScreen | None) -> None:
        old = self._window
        self._window = None
        if old is not None:
            old.hide()
            delete_later(old)
        if screen is not None:
            self._unplugged.end()
            self._window = WallWindow(self, screen, self._world.words("wall.window"))
        self.changed.emit()


class WallWindow(QWidget):
    """The wall on its monitor: no frame, no mouse, no dialog ever."""

    def __init__(self, wall: Wall, screen: QScreen, title: str) -> None:
        """Cover ``screen`` with the wall."""
        # It never takes the keys: what is typed belongs to the capture line.
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowDoesNotAcceptFocus
        super().__init__(None, Qt.WindowType.Window | flags)
        self._wall = wall
        self.monitor = screen.name()
        self.setWindowTitle(title)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setCursor(Qt.CursorShape.BlankCursor)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())
        # Not showFullScreen(), which also asks for the keys.
        self.setWindowState(Qt.WindowState.WindowFullScreen)
        self.setVisible(True)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._removed)

    def _removed(self, screen: QScreen) -> None:
        """Away at once, before all is settled and anybody is told: Qt would move a window whose
        monitor goes to another one, and cover what the facilitator looks at."""
        if screen.name() == self.monitor:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the scene."""
        painter = QPainter(self)
        self._wall.paint(painter, (self.width(), self.height()))
        painter.end()


class WallPreview(QWidget):
    """The wall made small, for the cockpit."""

    def __init__(self, wall: Wall) -> None:
        """A live copy of ``wall``."""
        super().__init__()
        self._wall = wall
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """As wide as high as the wall."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height in ``width`` pixels: the preview is sixteen to nine."""
        return width * PREVIEW[1] // PREVIEW[0]

    def sizeHint(self) -> QSize:
        """A small picture."""
        return QSize(208, 117)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the wall, small."""
        painter = QPainter(self)
        painter.scale(self.width() / PREVIEW[0], self.width() / PREVIEW[0])
        self._wall.paint(painter, PREVIEW)
        painter.end()
