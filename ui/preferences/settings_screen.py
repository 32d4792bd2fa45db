"""The settings: language, theme, text size, paper; where the library lies, and its backups."""

from collections.abc import Callable
from pathlib import Path

import msgspec
from PySide6.QtWidgets import QVBoxLayout

from app.library.journal import Change
from ui.parts.buttons import KeyButton
from ui.parts.card import Card
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.screen import Screen
from ui.parts.scroll_column import ScrollColumn
from ui.preferences.backups_card import BackupsCard
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
            ("en", "parts.language-en"),
            ("fr", "parts.language-fr"),
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
        options=(("letter", "parts.paper-letter"), ("a4", "parts.paper-a4")),
    ),
)


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
        for_reading(self)
        self._world, self._apply = world, apply_settings
        look, words = world.look, world.words
        header = PageHeader(look, words("preferences.title"), words("preferences.sentence"))
        self.form = FieldForm(FIELDS, words, look, world.moment.now().date())
        self.form.set_values(
            {field.key: getattr(world.settings, field.key) for field in FIELDS},
        )
        self.apply_button = KeyButton(
            look, words, words("preferences.apply"), "Ctrl+Return", "primary"
        )
        self.apply_button.clicked.connect(self._use)
        choices = Card(look, words("preferences.here"))
        choices.body.setSpacing(look.px(8))
        choices.add(self.form)
        choices.add_action(self.apply_button)
        self.copies = BackupsCard(world, restore)
        scroll = ScrollColumn(look, page=True)
        scroll.add(header)
        scroll.add_row((choices, self.copies), (1, 1), least=420)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scroll)
        self.setFocusProxy(self.form.field_widget(FIELDS[0].key))

    def touches(self, change: Change) -> bool:
        """Only backups change here, and not through the library."""
        return False

    def refresh(self) -> None:
        """List the backups as they lie on the disk."""
        self.copies.show_backups()

    def _use(self) -> None:
        now = msgspec.structs.asdict(self._world.settings)
        self._apply(msgspec.convert({**now, **self.form.values()}, type=Settings))
