"""How each system is asked to keep its screen awake.

Whatever it is asked for here ends with the process that asked, also when it is killed.
"""

import ctypes
import ctypes.util
import os
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import Any

import msgspec
from PySide6.QtCore import QTimer

from ui.world import Awake

BEAT = 1000
"""Milliseconds between two signs of life for an X server: less than any saver waits."""
PATIENCE = 10.0
"""Seconds that one service of the desktop has for its answer."""


def means_of(platform: str) -> Sequence[Awake]:
    """The means of a system, as ``sys.platform`` calls it.

    Linux has two, and needs both: what the desktop is told keeps its own saver away, and what the
    X server is told keeps away the server's, and those that watch how long nobody touched it.
    """
    if platform == "win32":
        tell = ctypes.CDLL("kernel32").SetThreadExecutionState
        tell.argtypes = [ctypes.c_uint32]
        return (ExecutionState(tell),)
    if platform == "darwin":
        return (PowerAssertion(),)
    return (Desktop(), XServer())


class Service(msgspec.Struct, frozen=True):
    """A service of a Linux desktop that can be asked, and what it is asked with and for."""

    name: str
    path: str
    interface: str
    asked: str
    asked_with: Callable[[str], tuple[object, ...]]
    taken_back: str


SERVICES = (
    Service(
        name="org.freedesktop.ScreenSaver",
        path="/org/freedesktop/ScreenSaver",
        interface="org.freedesktop.ScreenSaver",
        asked="ss",
        asked_with=lambda reason: ("Hearth", reason),
        taken_back="UnInhibit",
    ),
    Service(
        name="org.gnome.SessionManager",
        path="/org/gnome/SessionManager",
        interface="org.gnome.SessionManager",
        asked="susu",
        asked_with=lambda reason: ("Hearth", 0, reason, 8),  # 8: the session is never idle
        taken_back="Uninhibit",
    ),
    Service(
        name="org.freedesktop.PowerManagement",
        path="/org/freedesktop/PowerManagement/Inhibit",
        interface="org.freedesktop.PowerManagement.Inhibit",
        asked="ss",
        asked_with=lambda reason: ("Hearth", reason),
        taken_back="UnInhibit",
    ),
)
"""KDE, GNOME and most others listen to the first; older GNOME, Cinnamon and MATE to the second;
Xfce and LXQt to the third. Each forgets who is no longer on the bus."""


class Desktop:
    """The desktop's own services on Linux, by D-Bus.

    In a thread of its own: a bus may take its time, or never answer, and Qt's own D-Bus holds up
    all of Python as long as it waits.
    """

    def __init__(self) -> None:
        """Nothing is asked for yet."""
        self._over = threading.Event()
        self.asking: threading.Thread | None = None

    def hold(self, reason: str) -> None:
        """Ask all of them, in the background."""
        self._over = over = threading.Event()
        self.asking = threading.Thread(target=_ask_desktop, args=(reason, over), daemon=True)
        self.asking.start()

    def let_go(self) -> None:
        """Take it back, in the background."""
        self._over.set()


def _ask_desktop(reason: str, over: threading.Event) -> None:
    """Ask every service there is, wait until it is over, and take it back.

    Where there is no bus, or it breaks off, nothing is held and nothing is to be said.
    """
    from jeepney.io.blocking import open_dbus_connection

    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    bus = os.environ.get("DBUS_SESSION_BUS_ADDRESS") or f"unix:path={folder}/bus"
    with suppress(OSError, RuntimeError, ValueError), open_dbus_connection(bus) as connection:
        held = []
        for service in SERVICES:
            inhibited = (service.asked, service.asked_with(reason))
            cookie = _call(connection, service, "Inhibit", *inhibited)
            if cookie is not None:
                held.append((service, cookie))
        over.wait()
        for service, cookie in held:
            _call(connection, service, service.taken_back, "u", (cookie,))


def _call(
    connection: Any, service: Service, method: str, signature: str, body: tuple[object, ...]
) -> object:
    """What a service answers; None when it does not, or is not there: it is never started."""
    from jeepney import DBusAddress, MessageFlag, MessageType, new_method_call

    address = DBusAddress(service.path, service.name, service.interface)
    message = new_method_call(address, method, signature, body)
    message.header.flags |= MessageFlag.no_auto_start
    try:
        reply = connection.send_and_get_reply(message, timeout=PATIENCE)
    except TimeoutError:
        return None
    if reply.header.message_type is MessageType.error or not reply.body:
        return None
    cookie: object = reply.body[0]
    return cookie


class XServer:
    """An X server's own saver and its power saving, which the desktop need not know of.

    The server is told again and again that somebody is there: nothing is left to be put back.
    """

    def __init__(self) -> None:
        """No connection yet."""
        self._xcb: Any = None
        self._display: int | None = None
        self._beats = QTimer()
        self._beats.setInterval(BEAT)
        self._beats.timeout.connect(self._beat)

    def hold(self, reason: str) -> None:
        """Begin to tell the display that there is, if there is one."""
        if os.environ.get("DISPLAY") and self._connect():
            self._beat()
            self._beats.start()

    def let_go(self) -> None:
        """Tell it no more."""
        self._beats.stop()
        if self._display is not None:
            self._xcb.xcb_disconnect(ctypes.c_void_p(self._display))
            self._display = None

    def _connect(self) -> bool:
        try:
            self._xcb = ctypes.CDLL("libxcb.so.1")
        except OSError:
            return False
        self._xcb.xcb_connect.restype = ctypes.c_void_p
        self._display = self._xcb.xcb_connect(None, None)
        return not self._broken()

    def _broken(self) -> bool:
        return bool(self._xcb.xcb_connection_has_error(ctypes.c_void_p(self._display)))

    def _beat(self) -> None:
        if self._broken():
            self.let_go()
            return
        connection = ctypes.c_void_p(self._display)
        self._xcb.xcb_force_screen_saver(connection, 0)  # 0: reset
        self._xcb.xcb_flush(connection)


class ExecutionState:
    """What Windows is told by the thread of the window."""

    CONTINUOUS, SYSTEM, DISPLAY = 0x8000_0000, 0x1, 0x2

    def __init__(self, tell: Callable[[int], object]) -> None:
        """``tell`` is ``SetThreadExecutionState``."""
        self._tell = tell

    def hold(self, reason: str) -> None:
        """The system and the display are in use."""
        self._tell(self.CONTINUOUS | self.SYSTEM | self.DISPLAY)

    def let_go(self) -> None:
        """They no longer are."""
        self._tell(self.CONTINUOUS)


class PowerAssertion:
    """What macOS is told: that the display is not to sleep for want of keys."""

    KIND, ON, UTF8 = b"PreventUserIdleDisplaySleep", 255, 0x0800_0100

    def __init__(self) -> None:
        """The frameworks of the system."""
        self._foundation = ctypes.CDLL(ctypes.util.find_library("CoreFoundation"))
        self._kit = ctypes.CDLL(ctypes.util.find_library("IOKit"))
        self._foundation.CFStringCreateWithCString.restype = ctypes.c_void_p
        self._assertion = ctypes.c_uint32(0)

    def hold(self, reason: str) -> None:
        """Assert it."""
        kind, name = self._string(self.KIND), self._string(reason.encode())
        self._kit.IOPMAssertionCreateWithName(
            kind, ctypes.c_uint32(self.ON), name, ctypes.byref(self._assertion)
        )
        for string in (kind, name):
            self._foundation.CFRelease(string)

    def let_go(self) -> None:
        """Release it."""
        if self._assertion.value:
            self._kit.IOPMAssertionRelease(self._assertion)
            self._assertion = ctypes.c_uint32(0)

    def _string(self, text: bytes) -> ctypes.c_void_p:
        made = self._foundation.CFStringCreateWithCString(None, text, self.UTF8)
        return ctypes.c_void_p(made)
