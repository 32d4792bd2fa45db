"""Takes photographs in: read in a thread of their own, then kept in one change."""

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path

import msgspec
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QImage

from app.library.trouble import Trouble
from app.workshop.photographs import keep_photographs
from app.workshop.running import Running
from ui.attempt import trouble_sentence
from ui.cockpit.photograph_file import fit_to_keep, read_photograph
from ui.parts.said_while import SaidWhile
from ui.world import World

Source = Path | QImage
"""Where a photograph comes from: a file, or what was pasted."""


class Taken(msgspec.Struct, frozen=True, eq=False):
    """What came of some photographs of a run: those that were read, and why others were not."""

    running: Running
    read: list[tuple[str, bytes]]
    troubles: list[Trouble]


class PhotographIntake(QObject):
    """Reads one lot after the other; of what cannot be read it says why, the rest is kept."""

    ended = Signal()

    def __init__(self, world: World, parent: QObject) -> None:
        """Nothing to read yet."""
        super().__init__(parent)
        self._world = world
        self._under_way: list[Future[Taken]] = []
        self._said = SaidWhile(world.notice)
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="photographs")
        self.ended.connect(self._collect)

    @property
    def busy(self) -> bool:
        """Whether something is still being read."""
        return bool(self._under_way)

    def take(self, running: Running, sources: Sequence[Source]) -> None:
        """Keep photographs with a run, wherever the room goes meanwhile."""
        words = self._world.words
        self._said.say(words("on_paper.reading", n=len(sources)), "info")
        pasted = words("on_paper.from-clipboard")
        future = self._pool.submit(_read, running, list(sources), pasted)
        self._under_way.append(future)
        future.add_done_callback(self._tell)

    def finish(self) -> None:
        """Wait for what is being read, and keep it: nobody will be there to do so later."""
        self._pool.shutdown(wait=True)
        self._collect()

    def _tell(self, future: Future[Taken]) -> None:
        self.ended.emit()

    def _collect(self) -> None:
        """Keep what was read by now."""
        done = [one for one in self._under_way if one.done()]
        self._under_way = [one for one in self._under_way if one not in done]
        for future in done:
            self._said.end()
            self._keep(future.result())

    def _keep(self, taken: Taken) -> None:
        words, troubles = self._world.words, list(taken.troubles)
        try:
            if taken.read:
                keep_photographs(self._world.library, taken.running, taken.read)
        except Trouble as trouble:
            self._world.notice.say(trouble_sentence(words, trouble), "ember")
            return
        if not troubles:
            return  # it is to be seen
        n = len(taken.read)
        reason = trouble_sentence(words, troubles[0])
        if len(troubles) > 1:
            reason = words("on_paper.failed-more", n=len(troubles) - 1, reason=reason)
        said = words("on_paper.kept-some", n=n, reason=reason) if n else reason
        self._world.notice.say(said, "ember")


def _read(running: Running, sources: Sequence[Source], pasted: str) -> Taken:
    taken = Taken(running, [], [])
    for source in sources:
        try:
            if isinstance(source, Path):
                taken.read.append((source.name, read_photograph(source)))
            else:
                taken.read.append((pasted, fit_to_keep(source)))
        except Trouble as trouble:
            taken.troubles.append(trouble)
    return taken
