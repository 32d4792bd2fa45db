"""Letters and sheets on their pages: filled for a workshop or a community, copied, exported."""

from collections.abc import Callable, Sequence
from html import escape

from PySide6.QtCore import QMimeData, QObject, QSignalBlocker
from PySide6.QtWidgets import QApplication, QWidget

from app.catalogue.reading_entries import Template
from app.catalogue.reading_pages import Passage
from app.collation import in_order
from app.community.today import today_of
from app.library.rows import Community, Workshop
from app.moment import day
from exports.facts.template_facts import template_facts
from exports.template_words import Filling
from ui.look.themes import Tone
from ui.parts.buttons import KeyButton
from ui.parts.filter_pill import FilterPill
from ui.parts.labels import small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.reading_page import ReadingPage
from ui.parts.state_named import state_named
from ui.world import World

ExportTemplate = Callable[[QWidget, str, str, str], None]
"""Asks, over a widget, how to export a letter: its id, a community's, a workshop's or none."""

READERS = "community"
"""For whom what is shown and copied is filled; an export asks."""


class TemplateFiller(QObject):
    """Fills the letters that a page shows; on other pages it is out of sight."""

    def __init__(self, world: World, page: ReadingPage, export: ExportTemplate) -> None:
        """For the next workshop there is, until another is chosen."""
        super().__init__(page)
        self._world, self._page, self._export = world, page, export
        self._passages: tuple[Passage, ...] = ()
        self._subjects: dict[str, tuple[str, str]] = {}
        self._chosen: str | None = None  # by whoever reads; None while nobody did
        look, words = world.look, world.words
        self.subject = FilterPill(look, words, words("template.for"), words("template.nobody"))
        self.subject.picked.connect(self._pick)
        self.copy_button = KeyButton(look, words, words("template.copy"), "Ctrl+Shift+C")
        self.copy_button.clicked.connect(self.copy)
        self.export_button = KeyButton(look, words, words("template.print"), "Ctrl+P")
        self.export_button.clicked.connect(self.export)
        self.lacking = small(look, "")
        row = FlowLayout(look.px(10), look.px(6))
        for button in (self.subject, self.copy_button, self.export_button):
            for_reading(button)
            row.addWidget(button)
        self.bar = holding(row)
        page.above_passages.addSpacing(look.px(10))
        page.above_passages.addWidget(self.bar)
        page.above_passages.addWidget(self.lacking)
        page.shown.connect(self._fill)
        self.refresh()

    def refresh(self) -> None:
        """Offer the workshops and communities there are now, and fill anew."""
        self._subjects = {}
        options: list[tuple[str, str, Tone]] = []
        for key, said, subject in self._offered():
            self._subjects[key] = subject
            options.append((key, said, "teal"))
        self.subject.offer(options)
        chosen = self._chosen
        if chosen is None or (chosen and chosen not in self._subjects):
            chosen = next(iter(self._subjects), "")
        with QSignalBlocker(self.subject):
            self.subject.choose(chosen)
        self._fill()

    def copy(self) -> None:
        """Put the letter on the clipboard, as plain text and with its headings and lists."""
        entry = self._page.entry
        if entry is None:
            return
        both = QMimeData()
        both.setText(as_text(self._passages))
        both.setHtml(as_html(self._passages))
        QApplication.clipboard().setMimeData(both)
        self._world.notice.say(self._world.words("template.copied"))

    def export(self) -> None:
        """Ask how to export it, for the one it is filled for."""
        entry, subject = self._page.entry, self._subjects.get(self.subject.value)
        if entry is not None and subject is not None:
            self._export(self._page, entry.id, *subject)

    def _offered(self) -> list[tuple[str, str, tuple[str, str]]]:
        """Workshops to come, those gone by, then communities: a key, words, and both ids."""
        reader, words = self._world.library.reader, self._world.words
        # Those that have ended come last: people are written to after an ending, too.
        by_name = in_order(reader.rows(Community), lambda one: one.name)
        every = sorted(by_name, key=lambda one: one.ended is not None)
        named = {one.id: state_named(reader, words, one.id) for one in every}
        today = self._world.moment.now().date()
        rows = reader.rows(Workshop, order="date")
        ahead = [one for one in rows if one.date >= today.isoformat()]
        gone = [one for one in reversed(rows) if one.date < today.isoformat()]
        found = []
        for one in (*ahead, *gone):
            said = words(
                "template.workshop",
                title=one.title,
                day=words.near_day(day(one.date), today),
                community=named[one.community],
            )
            found.append((one.id, said, (one.community, one.id)))
        return [*found, *((one, name, (one, "")) for one, name in named.items())]

    def _pick(self) -> None:
        self._chosen = self.subject.value
        self._fill()

    def _template(self) -> Template | None:
        entry = self._page.entry
        if entry is None or entry.sort != "template":
            return None
        return next(one for one in self._world.catalogue.templates if one.id == entry.id)

    def _fill(self) -> None:
        """Show the letter with what is known; nothing on pages of other sorts."""
        template, entry = self._template(), self._page.entry
        here = template is not None
        subject = self._subjects.get(self.subject.value)
        for widget in (self.bar, self.lacking):
            widget.setVisible(here)
        for button in (self.copy_button, self.export_button):
            button.setEnabled(here)
        self.export_button.setVisible(subject is not None)
        if template is None or entry is None:
            return
        world = self._world
        community, workshop = subject or ("", "")
        reader = world.library.reader
        facts = (
            template_facts(
                reader,
                world.catalogue,
                community,
                workshop,
                READERS,
                today_of(world.library, community),
            )
            if community
            else {}
        )
        filling = Filling(facts, world.catalogue, world.words)
        self._passages = filling.passages(template)
        reader_first = [one for one in entry.passages if one.code]
        lacking = len(filling.lacking(template))
        self.lacking.setText(world.words("template.lacking", n=lacking) if lacking else "")
        self.lacking.setVisible(bool(lacking))
        self._page.show_entry(entry, [*reader_first, *self._passages])


def as_text(passages: Sequence[Passage]) -> str:
    """A letter as plain text."""
    parts = []
    for one in passages:
        lines = [
            *([one.head] if one.head else []),
            *one.texts,
            *(f"- {item}" for item in one.items),
        ]
        parts.append("\n".join(lines))
    return "\n\n".join(parts)


def as_html(passages: Sequence[Passage]) -> str:
    """A letter with its headings, paragraphs and lists."""
    parts = []
    for one in passages:
        if one.head:
            parts.append(f"<h2>{escape(one.head)}</h2>")
        parts += [f"<p>{escape(text)}</p>" for text in one.texts]
        if one.items:
            items = "".join(f"<li>{escape(item)}</li>" for item in one.items)
            parts.append(f"<ul>{items}</ul>")
    return "".join(parts)
