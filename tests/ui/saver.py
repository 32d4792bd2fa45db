"""A display of the test's own whose saver comes soon, and a look at whether it is on."""

import ctypes
import enum
import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class SaverState(enum.Enum):
    """Whether the saver covers the screen."""

    OFF = 0
    ON = 1


class _Info(ctypes.Structure):
    """What XScreenSaverQueryInfo fills in."""

    _fields_ = (
        ("window", ctypes.c_ulong),
        ("state", ctypes.c_int),
        ("kind", ctypes.c_int),
        ("til_or_since", ctypes.c_ulong),
        ("idle", ctypes.c_ulong),
        ("mask", ctypes.c_ulong),
    )


@contextmanager
def short_saver(seconds: int) -> Iterator[tuple[str, Callable[[], SaverState]]]:
    """A display, and how its saver is now, which comes after so many seconds without a key."""
    reading, writing = os.pipe()
    options = ("-displayfd", str(writing), "-screen", "0", "1440x900x24", "-nolisten", "tcp")
    server = subprocess.Popen(
        ["Xvfb", *options, "-noreset"], pass_fds=(writing,), stderr=subprocess.DEVNULL
    )
    with server:
        os.close(writing)
        with os.fdopen(reading) as said:
            display = f":{said.readline().strip()}"
        try:
            subprocess.run(["xset", "-display", display, "s", str(seconds)], check=True)
            with _looking_at(display) as state:
                yield display, state
        finally:
            server.terminate()


@contextmanager
def _looking_at(display: str) -> Iterator[Callable[[], SaverState]]:
    x11, saver = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXss.so.1")
    x11.XOpenDisplay.restype = x11.XDefaultRootWindow.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(x11.XOpenDisplay(display.encode()))
    root = ctypes.c_void_p(x11.XDefaultRootWindow(connection))

    def state() -> SaverState:
        info = _Info()
        assert saver.XScreenSaverQueryInfo(connection, root, ctypes.byref(info))
        return SaverState(info.state)

    yield state
    x11.XCloseDisplay(connection)
