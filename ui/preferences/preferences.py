"""The settings: language, theme, text size, paper; where the library lies, and its backups."""

from collections.abc import Callable
from datetime import UTC
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from app.library.backup import Backup, backups, make_backup
from app.library.journal import Change
from ui.attempt import attempt
from ui.parts.buttons import Button
from ui.parts.card import Card
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import body, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.rows import Column, Rows
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.settings import Settings
from ui.world import World

FIELDS = (
    Field(
        key="language",
        kind="choice",
        label="preferences.language",
        half=True,
        options=(
            ("", "preferences.language-system"),
            ("en", "preferences.language-en"),
            ("fr", "preferences.language-fr"),
        ),
    ),
    Field(
        key="theme",
        kind="choice",
        label="preferences.theme",
        half=True,
        options=(
            ("system", "preferences.theme-system"),
            ("light", "preferences.theme-light"),
            ("dark", "preferences.theme-dark"),
            ("contrast", "preferences.theme-contrast"),
        ),
    ),
    Field(
        key="text",
        kind="number",
        label="preferences.text",
        hint="preferences.text-hint",
        half=True,
        least=80,
        most=200,
        step=10,
    ),
    Field(
        key="paper",
        kind="choice",
        label="preferences.paper",
        hint="preferences.paper-hint",
        half=True,
        options=(("letter", "preferences.paper-letter"), ("a4", "preferences.paper-a4")),
    ),
)

SHOWN = 8
"""Backups in the list, newest first; older ones stay in their folder."""


class SettingsScreen(Screen):
    """Choices for this machine, and the copies of the library."""

    def __init__(
        self,
        world: World,
        apply_settings: Callable[[Settings], None],
        restore: Callable[[Path], None],
    ) -> None:
        """``apply_settings`` opens the window anew; ``restore`` puts a backup in place."""
        super().__init__(world.words("preferences.title"))
        self._world, self._apply, self._restore = world, apply_settings, restore
        look, words = world.look, world.words
        header = PageHeader(look, words("preferences.title"), words("preferences.sentence"))
        self.form = FieldForm(FIELDS, words, look, world.moment.now().date())
        self.apply_button = Button(look, words("preferences.apply"), "primary")
        self.apply_button.clicked.connect(self._use)
        choices = Card(look, words("preferences.here"))
        choices.add(self.form)
        choices.body.addSpacing(look.px(8))
        choices.body.addWidget(self.apply_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.rows = Rows(look, (Column(2), Column(3, tone="mute"), Column(0)), lines=True)
        self.backup_button = Button(look, words("preferences.backup-now"), small=True)
        self.backup_button.clicked.connect(self._back_up)
        self.copy_button = Button(look, words("preferences.save-copy"), small=True)
        self.copy_button.clicked.connect(self._save_copy)
        safe = Card(look, words("preferences.backups"))
        safe.add(
            body(look, words("preferences.where", path=str(world.library.path))),
            small(look, words("preferences.backups-sentence")),
            self.rows,
        )
        copies = FlowLayout(look.px(8), look.px(8))
        copies.addWidget(self.backup_button)
        copies.addWidget(self.copy_button)
        safe.body.addSpacing(look.px(8))
        safe.add(holding(copies))
        scroll = ScrollColumn(look, page=True)
        scroll.add(header)
        scroll.add_row((choices, safe), (1, 1), least=420)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.form.set_values(
            {
                "language": world.settings.language,
                "theme": world.settings.theme,
                "text": world.settings.text,
                "paper": world.settings.paper,
            }
        )

    def touches(self, change: Change) -> bool:
        """Only backups change here, and not through the library."""
        return False

    def refresh(self) -> None:
        """List the backups as they lie on the disk."""
        words = self._world.words
        self.rows.clear()
        known = backups(self._world.library.path)
        for backup in known[:SHOWN]:
            local = backup.made.astimezone()
            when = f"{words.day(local.date())}, {words.hour(backup.made, local.tzinfo or UTC)}"
            button = Button(self._world.look, words("preferences.restore"), small=True)
            button.setAccessibleName(words("preferences.restore-of", when=when))
            button.clicked.connect(partial(self._ask_restore, backup, when))
            self.rows.add(when, words(f"preferences.why-{backup.why}"), button)
        self.rows.setVisible(bool(known))

    def _use(self) -> None:
        values = self.form.values()
        chosen = msgspec.convert(
            {**msgspec.structs.asdict(self._world.settings), **values}, type=Settings
        )
        self._apply(chosen)

    def _back_up(self) -> None:
        library, now = self._world.library, self._world.moment.now()
        if attempt(self._world, lambda: make_backup(library.path, now, "hand")):
            self._world.notice.say(self._world.words("preferences.backed-up"))
            self.refresh()

    def _save_copy(self) -> None:
        words = self._world.words
        target = self._world.dialogs.save_as(
            self, words("preferences.save-copy"), self._world.library.path.name, "hearth"
        )
        if target is None:
            return
        from app.library.backup import copy_library

        source = self._world.library.path
        if attempt(self._world, lambda: copy_library(source, target)):
            self._world.notice.say(words("preferences.copied", path=str(target)))

    def _ask_restore(self, backup: Backup, when: str) -> None:
        words = self._world.words
        question = words("preferences.restore-question", when=when)
        if self._world.dialogs.confirm(self, question, words("preferences.restore-yes")):
            attempt(self._world, lambda: self._restore(backup.path))
