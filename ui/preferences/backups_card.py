"""Where everything is, and its copies: made now, saved elsewhere, gone back to."""

from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path

from app.library.backup import Backup, backup_folder, backups, make_backup
from app.library.own_files import identity_of
from app.words import Words
from ui.attempt import attempt
from ui.look.themes import Tone
from ui.parts.buttons import Button, link_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column
from ui.parts.labels import WrapLabel, body, small
from ui.parts.reading import for_reading
from ui.parts.save_copy import save_copy
from ui.world import World

SHOWN = 8
"""Copies in the list, newest first; older ones are counted, and stay in their folder."""


class BackupsCard(Card):
    """The library's file and its backups."""

    def __init__(self, world: World, restore: Callable[[Path], None]) -> None:
        """``restore`` puts a backup in the library's place."""
        look, words = world.look, world.words
        super().__init__(look, words("preferences.backups"))
        for_reading(self, reads=False)
        self._world, self._restore = world, restore
        self.body.setSpacing(look.px(8))
        self.rows = CellRows(look, (Column(5), Column(6, tone="mute"), Column(0)), lines=True)
        self.older = small(look, "")
        self.backup_button = Button(look, words("preferences.backup-now"), small=True)
        self.backup_button.clicked.connect(self._back_up)
        self.copy_button = for_reading(Button(look, words("preferences.save-copy"), small=True))
        self.copy_button.clicked.connect(self._save_copy)
        self.add(
            body(look, words("preferences.where", path=str(world.library.path))),
            small(look, words("preferences.backups-sentence")),
        )
        self.body.addSpacing(look.px(4))
        name = world.library.path.name
        self.taking_along = small(look, words("preferences.taking-along", name=name), "plain")
        self.add(self.rows, self.older, self.taking_along)
        self.add_action(self.backup_button, self.copy_button)

    def show_backups(self) -> None:
        """List the backups as they lie on the disk."""
        words, library = self._world.words, self._world.library.path
        self.rows.clear()
        known = backups(library)
        for backup in known[:SHOWN]:
            when = made_at(words, backup)
            button = link_button(self._world.look, words("preferences.restore"))
            button.setAccessibleName(words("preferences.restore-of", when=when))
            button.clicked.connect(partial(self._ask_restore, backup, when))
            why = words(f"preferences.why-{backup.why}")
            self.rows.add(self._beside(when, "plain"), self._beside(why, "mute"), button)
        self.rows.setVisible(bool(known))
        more = len(known) - SHOWN
        folder = str(backup_folder(library))
        self.older.set_text(words("preferences.older", n=more, path=folder) if more > 0 else "")
        self.older.setVisible(more > 0)

    def _beside(self, sentence: str, tone: Tone) -> WrapLabel:
        """Words at the height of the link beside them, which has a little air above its own."""
        label = small(self._world.look, sentence, tone)
        label.setContentsMargins(0, self._world.look.px(2), 0, 0)
        return label

    def _back_up(self) -> None:
        library, now = self._world.library, self._world.moment.now()
        if attempt(self._world, lambda: make_backup(library.path, now, "hand")):
            self._world.notice.say(self._world.words("preferences.backed-up"))
            self.show_backups()

    def _save_copy(self) -> None:
        world = self._world
        save_copy(world, self, world.words("preferences.save-copy"), world.library.path.name)

    def _ask_restore(self, backup: Backup, when: str) -> None:
        words, library = self._world.words, self._world.library
        # After an empty one was begun in place of a damaged one, both have their backups here.
        other = identity_of(backup.path) not in ("", library.identity)
        key = "restore-other-question" if other else "restore-question"
        question = words(f"preferences.{key}", when=when)
        if self._world.dialogs.confirm(self, question, words("preferences.restore-yes")):
            self._restore(backup.path)


def made_at(words: Words, backup: Backup) -> str:
    """When a backup was made, by this machine's clock."""
    local = backup.made.astimezone()
    return f"{words.day(local.date())}, {words.hour(backup.made, local.tzinfo or UTC)}"
