"""The head of the charter's screen: whose it is, which version, and what to do with it."""

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from app.words import Words
from ui.charter.charter_view import CharterView
from ui.look.look import Look
from ui.parts.buttons import Button, KeyButton
from ui.parts.keycaps import key_text
from ui.parts.page_header import PageHeader
from ui.parts.reading import for_reading
from ui.parts.sentences import EmptyState

CHANGES_KEY, EXPORT_KEY, MAIN_KEY = "F8", "Ctrl+P", "Ctrl+Return"


class CharterHeader(QWidget):
    """Crumb, title, and three buttons; the filled one asks, or leads back to the draft."""

    def __init__(self, look: Look, words: Words) -> None:
        """Nothing to say yet."""
        super().__init__()
        self._words = words
        self.head = PageHeader(look)
        self.changes = for_reading(Button(look, ""))
        self.changes.setCheckable(True)
        self.export = for_reading(
            KeyButton(look, words, words("charter.export"), EXPORT_KEY, bind=False)
        )
        self.main = KeyButton(look, words, "", MAIN_KEY, "primary", bind=False)
        self.head.add(self.changes, self.export, self.main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.head)

    @property
    def title_text(self) -> str:
        """What the title says."""
        return self.head.title.text()

    def show_view(self, view: CharterView, community: str, *, untouched: bool) -> None:
        """Say what is shown; ``untouched`` leaves the one thing to do first to the page."""
        words = self._words
        self.head.set_crumb(community)
        self.head.set_title(_title(words, view))
        self.changes.setVisible(view.against is not None)
        if view.against is not None:
            self.changes.setText(words("charter.changes-since", number=view.against.number))
            key = key_text(words, CHANGES_KEY)
            on = words("charter.on", key=key)
            self.changes.set_cap(on if view.marking else key)
            self.changes.setAccessibleDescription(on if view.marking else key)
        self.changes.setChecked(view.marking)
        self.export.setVisible(not untouched)
        self.main.setVisible(not untouched)
        self.main.setText(words("charter.to-draft" if view.shown else "charter.ask"))
        asking = view.draft_status.asking
        if view.shown is None and asking is not None and not view.draft_status.changed:
            self.main.setText(words("charter.ask-on", number=asking.number))
        # Where all of it is agreed to, it is given to people to read.
        standing = view.draft_status
        agreed = standing.latest is not None and asking is None and not standing.changed
        handed = view.shown is None and agreed
        written = view.shown is not None or any(row.text.strip() for row in view.rows)
        self.main.set_filled(written and not handed)
        self.export.set_filled(handed)


def _title(words: Words, view: CharterView) -> str:
    """Which version is shown: the draft of the next one, or one that stands."""
    latest = view.draft_status.latest
    shown = view.shown
    if shown is None and latest is not None and not view.draft_status.changed:
        shown = latest
    if shown is None:
        return words("charter.title-draft", number=view.draft_status.next)
    if shown.status == "proposed":
        return words("charter.title-proposed", number=shown.number)
    return words("charter.title-version", number=shown.number)


def empty_place(look: Look, empty: EmptyState, link: Button) -> QWidget:
    """Where a charter without a word stands: what to do first, and a ``link`` under it."""
    empty.setMaximumWidth(look.size(560))
    empty.add_link(link)
    # Side by side with nothing: its lines are not as wide as the page.
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 0, 0)
    row.addWidget(empty, 1)
    row.addStretch(1)
    place = QWidget()
    place.setLayout(row)
    return place
