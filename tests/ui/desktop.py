"""A desktop's services, on a bus of the test's own: who asked for what, and who was forgotten."""

import os
import queue
import subprocess
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_call, new_method_return
from jeepney.io.blocking import DBusConnection, open_dbus_connection

BUS = DBusAddress("/org/freedesktop/DBus", "org.freedesktop.DBus", "org.freedesktop.DBus")
COOKIE = 4711


class DesktopServices:
    """Owns ``names`` on the bus at ``address``, answers who inhibits, and tells what it heard."""

    def __init__(self, address: str, *names: str) -> None:
        """Listen from now on."""
        self._heard: queue.Queue[tuple[str, tuple[object, ...]]] = queue.Queue()
        self._connection: DBusConnection = open_dbus_connection(address)
        rule = "type='signal',member='NameOwnerChanged'"
        for method, signature, body in (
            *(("RequestName", "su", (name, 0)) for name in names),
            ("AddMatch", "s", (rule,)),
        ):
            message = new_method_call(BUS, method, signature, body)
            self._connection.send_and_get_reply(message, timeout=5)
        self._callers: set[str] = set()
        threading.Thread(target=self._answer, daemon=True).start()

    def heard(self) -> tuple[str, tuple[object, ...]]:
        """The next thing that it was asked for, or ``gone`` when somebody who asked left the bus;
        within ten seconds."""
        return self._heard.get(timeout=10)

    def hears_nothing(self) -> bool:
        """Whether nothing more has come."""
        return self._heard.empty()

    def _answer(self) -> None:
        with self._connection, suppress(OSError):  # until the bus ends
            while True:
                self._take(self._connection.receive())

    def _take(self, message: Any) -> None:
        fields = message.header.fields
        member = fields.get(HeaderFields.member)
        if message.header.message_type is MessageType.method_call:
            self._callers.add(fields[HeaderFields.sender])
            self._heard.put((f"{fields[HeaderFields.interface]}.{member}", message.body))
            if member == "Inhibit":
                self._connection.send(new_method_return(message, "u", (COOKIE,)))
            else:
                self._connection.send(new_method_return(message))
        elif member == "NameOwnerChanged" and message.body[0] in self._callers:
            if not message.body[2]:
                self._heard.put(("gone", ()))


@contextmanager
def session_bus(folder: Path) -> Iterator[str]:
    """The address of a bus of its own, which ends with the test."""
    place = folder / "bus"
    options = ("--session", "--nofork", f"--address=unix:path={place}")
    with subprocess.Popen(["dbus-daemon", *options], stderr=subprocess.DEVNULL) as daemon:
        try:
            wait_for(place.exists)
            yield f"unix:path={place}"
        finally:
            daemon.terminate()


def wait_for(condition: Any, seconds: float = 10) -> None:
    """Wait until it holds, for so long at most."""
    ends, pause = time.monotonic() + seconds, threading.Event()
    while not condition():
        assert time.monotonic() < ends, "waited in vain"
        pause.wait(0.02)


def own_surroundings(address: str) -> dict[str, str]:
    """The surroundings of a process that is to meet this bus and no display."""
    known = {key: text for key, text in os.environ.items() if key != "DISPLAY"}
    return known | {"DBUS_SESSION_BUS_ADDRESS": address, "QT_QPA_PLATFORM": "offscreen"}
