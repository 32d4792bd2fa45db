"""The screen of this machine stays awake while people look at it."""

import sys
from collections.abc import Sequence

from ui.world import Awake


class MachineAwake:
    """Keeps this machine's screen awake, by all the means that it has."""

    def __init__(self, means: Sequence[Awake] | None = None) -> None:
        """The means of this system, unless others are handed in."""
        self._means = means
        self._held = False

    def hold(self, reason: str) -> None:
        """Keep the screen awake until :meth:`let_go`; the system may show why."""
        if self._means is None:
            # Here: the first window keeps nothing awake.
            from ui.awake_means import means_of

            self._means = means_of(sys.platform)
        if not self._held:
            self._held = True
            for one in self._means:
                one.hold(reason)

    def let_go(self) -> None:
        """Let the screen sleep again."""
        if self._held and self._means is not None:
            self._held = False
            for one in self._means:
                one.let_go()
