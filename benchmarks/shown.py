"""A process that shows a window, says when its first picture stands and what it holds, and ends.

    python -m benchmarks.shown empty
    python -m benchmarks.shown hearth LIBRARY [HOME]

The whole program runs as a person starts it, command line and all; only its waiting for what the
person does is replaced by waiting for the first picture. HOME is a folder with other ``resources``.
"""

import os
import sys
from pathlib import Path

SAID = "shown "


def main(what: str, library: str = "", home: str = "") -> int:
    """Show the window; one line on standard output says how many kilobytes are held then."""
    if what == "empty":
        return empty()
    if home:
        sys._MEIPASS = home  # type: ignore[attr-defined]  # where a bundle has its resources
    from PySide6.QtWidgets import QApplication

    # Qt's own loop, for as long as it takes to paint the window once.
    QApplication.exec = staticmethod(first_picture)  # type: ignore[method-assign]
    from ui.commands import main as hearth

    return hearth(["--library", library])


def empty() -> int:
    """The least a program with a window can do."""
    from PySide6.QtWidgets import QApplication, QWidget

    # Kept by name: Qt's objects go when Python's do.
    application = QApplication(["empty"])
    window = QWidget()
    window.resize(1440, 900)
    window.show()
    done = first_picture()
    del window, application
    return done


def first_picture() -> int:
    """Let Qt work until the window is on the screen: it is painted in the same breath."""
    from PySide6.QtWidgets import QApplication

    while not any(
        window.windowHandle() is not None and window.windowHandle().isExposed()
        for window in QApplication.topLevelWidgets()
    ):
        QApplication.processEvents()
    print(f"{SAID}{held()}", flush=True)
    # What happens after the picture is not measured, and not waited for.
    os._exit(0)


def held() -> int:
    """Memory in use, in kilobytes."""
    status = Path("/proc/self/status")
    if status.exists():
        lines = status.read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(line.split()[1]) for line in lines if line.startswith("VmRSS:"))
    import resource

    # The most it ever held: kilobytes, or bytes on macOS.
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return most // 1024 if sys.platform == "darwin" else most


if __name__ == "__main__":
    raise SystemExit(main(*sys.argv[1:]))
