"""Python's garbage, looked for in the thread of the windows alone.

Left to itself, Python looks for it in whichever thread makes the next object. Another one, such as
that of a backup, would then take apart what Qt is deleting in this very moment: while Qt is at
work, Python lets other threads go on.
"""

import gc

from PySide6.QtCore import QObject, QTimer

LOOK = 1000
"""Milliseconds between two looks."""
LIMITS = (10_000, 10, 50)
"""New objects after which Python looks among them, and after so many of its looks among those that
outlived one, and two. A note among thousands makes thousands of objects at each Enter."""
_PROPERTY = "garbage-timer"


def collect_here(application: QObject) -> None:
    """Have garbage looked for in this thread, while ``application`` handles events; in no other."""
    gc.disable()
    if application.property(_PROPERTY) is None:
        looks = QTimer(application)
        looks.setInterval(LOOK)
        looks.timeout.connect(collect_due)
        looks.start()
        application.setProperty(_PROPERTY, looks)


def collect_due() -> None:
    """Look for garbage as far as so many objects are new that it is time."""
    counts = gc.get_count()
    for generation in (2, 1, 0):
        if counts[generation] > LIMITS[generation]:
            gc.collect(generation)
            return
