"""Asking for agreement from afar: a message to copy, and a form to print."""

from collections.abc import Callable

from PySide6.QtWidgets import QApplication, QWidget

from app.charter.asked_sections import asked_sections
from app.library.audience import may_read
from app.library.rows import Community, Version
from app.words import Words
from exports.agreement_words import position_names
from ui.parts.buttons import KeyButton, quiet_button
from ui.parts.column_dialog import ColumnDialog
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.world import World

READERS = "community"
"""Who the message is for: sections that are not theirs to read are not named."""

COPY_KEY = "Ctrl+Shift+C"


class AskDialog(ColumnDialog):
    """Shows the message as it will be copied."""

    def __init__(
        self, world: World, parent: QWidget, version: Version, export: Callable[[QWidget], None]
    ) -> None:
        """``export`` asks, over a widget, how to export the form."""
        words, look = world.words, world.look
        title = words("agreement.ask-title", number=version.number)
        super().__init__(look, parent, title)
        self._world = world
        self.message = WrapLabel(look, message_text(world, version), "body")
        self.column.add(
            heading(look, title),
            WrapLabel(look, words("agreement.ask-said"), "body", "mute"),
            WrapLabel(look, words("agreement.message"), "small-strong"),
            self.message,
        )
        self.copy_button = KeyButton(look, words, words("agreement.copy"), COPY_KEY, "primary")
        self.copy_button.clicked.connect(self.copy)
        self.form_button = quiet_button(look, words("agreement.print-form"))
        self.form_button.clicked.connect(lambda: export(self))
        self.close_button = for_reading(quiet_button(look, words("parts.not-now")))
        self.close_button.clicked.connect(self.reject)
        row = FlowLayout(look.px(12), look.px(8), right=True)
        for button in (self.close_button, self.form_button, self.copy_button):
            row.addWidget(button)
        self.lay_out(holding(row))

    def first(self) -> QWidget:
        """The button that copies."""
        return self.copy_button

    def copy(self) -> None:
        """Put the message on the clipboard, and go."""
        QApplication.clipboard().setText(self.message.text())
        self.accept()
        self._world.notice.say(self._world.words("agreement.copied"))


def message_text(world: World, version: Version) -> str:
    """The message that asks for agreement on a version, in its own language."""
    words: Words = world.words_in(version.language)
    community = world.library.reader.row(Community, version.community)
    sections = asked_sections(
        world.catalogue, words.language, version, lambda one: may_read(one.audience, READERS)
    )
    opening = words("agreement.message-opening", number=version.number, community=community.name)
    positions = "\n".join(
        words("agreement.message-position", n=at, name=name, asks=asks)
        for at, (name, asks) in enumerate(position_names(words), start=1)
    )
    parts = [opening]
    if version.reason:
        parts.append(words("agreement.message-reason", reason=version.reason))
    parts.append(positions)
    if sections:
        lines = [
            words("agreement.message-section", n=one.number, section=one.title) for one in sections
        ]
        parts.append("\n".join([words("agreement.message-sections"), *lines]))
    parts += [words("agreement.message-reservation"), words("agreement.message-named")]
    return "\n\n".join(parts)
