"""A whole charter entered by hand in the real window: its sections, what stands in them, its head.

Sections are described, written and put in their order by the window's own dialogs and buttons.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget

from app.community.communities import CommunityFields, create_community
from app.exchange.sample import SampleMoment
from app.library.rows import Version
from app.resources import resources_folder
from exports.export import make_page, write_page
from exports.page import Page
from exports.request import ExportRequest
from tests.exports.telling import read
from tests.ui.charter.desk import Desk, choose, click, paste
from tests.ui.fitting import settle
from tests.ui.opened import opened
from ui.charter.shape_dialogs import HeadDialog, SectionDialog
from ui.kind_tables import make_reports
from ui.look.themes import ThemeName

W = TypeVar("W", bound=QWidget)

FORMATS = ("pdf", "docx", "md")


@dataclass(frozen=True)
class Entered:
    """A section as a charter has it: the catalogue's ``id``, or the name of one's own; its
    ``title``; what stands in it, a line an item, a tab between cells."""

    id: str
    title: str = ""
    text: str = ""
    columns: tuple[str, ...] = ()
    under: str = ""
    form: str = ""
    said: Mapping[str, str | bool] = field(default_factory=dict)
    """What else its dialog asks: rule, parent_rule, reason, left_empty."""

    @property
    def heading(self) -> str:
        """What stands over it."""
        return self.title or self.id

    @property
    def sentences(self) -> list[str]:
        """All that it says, each item and each cell apart."""
        cells = self.text.replace("\t", "\n").split("\n")
        said = [one for one in self.said.values() if isinstance(one, str) and " " in one]
        return [one for one in (*cells, *self.columns, *said) if one]


@contextmanager
def empty_desk(
    application: QApplication,
    folder: Path,
    name: str,
    *,
    language: str = "en",
    theme: ThemeName = "light",
    text: int = 100,
) -> Iterator[Desk]:
    """The charter of a new community, nothing in it yet."""
    clock = SampleMoment(datetime(2026, 2, 3, 15, 0, tzinfo=UTC))
    with opened(
        application, folder, language=language, theme=theme, text=text, moment=clock
    ) as house:
        fields = CommunityFields(name=name, zone="America/Toronto", language=language)
        community = create_community(house.hearth.library, fields)
        house.hearth.window.charter(community.id)
        settle()
        yield Desk(house, community.id, clock)


def shown(desk: Desk, kind: type[W]) -> W:
    """The one dialog of a kind that is open."""
    (found,) = [one for one in desk.screen.findChildren(kind) if one.isVisible()]
    return found


def top_of(desk: Desk, section: str) -> str:
    """The section of the list on whose page another stands."""
    return next(line.id for line in desk.screen.view.lines if section in line.ids)


def _described(desk: Desk, section: str) -> SectionDialog:
    """The dialog of a section, from the button of its page."""
    desk.open(top_of(desk, section))
    line = desk.screen.view.line_of(desk.body.section)
    assert line is not None
    if not line.children:
        click(desk.body.sections.arrange_button)
        return shown(desk, SectionDialog)
    menu = desk.screen.sections.menu(line)
    if section == line.id:
        menu.actions()[0].trigger()
    else:
        at = [one.id for one in line.children].index(section)
        menu.findChildren(QMenu)[at].actions()[0].trigger()
    settle()
    return shown(desk, SectionDialog)


def describe(desk: Desk, section: str, **values: str | bool) -> None:
    """Say in its dialog how the charter writes a section."""
    dialog = _described(desk, section)
    dialog.fill(values)
    click(dialog.keep_button)
    assert not [one for one in desk.screen.findChildren(SectionDialog) if one.isVisible()]


def add(desk: Desk, entered: Entered) -> None:
    """Add a section that is not there yet: the catalogue's from its menu, else one's own."""
    if any(entered.id in line.ids for line in desk.screen.view.lines):
        return
    known = desk.house.hearth.catalogue.find_section(entered.id)
    if known is not None:
        choose(desk.body.sections.menu(), known.in_language(desk.words.language).name)
    else:
        desk.body.sections.ask_name()
        naming = desk.body.sections.naming
        naming.setText(entered.id)
        QTest.keyClick(naming, Qt.Key.Key_Return)
    settle()


def write(desk: Desk, section: str, text: str) -> None:
    """Write what a section says where nothing stands in it yet: pasted, as from elsewhere."""
    # Offscreen, a dialog that closes leaves no window active.
    desk.house.hearth.window.activateWindow()
    desk.open(top_of(desk, section))
    assert desk.body.page is not None
    part = next(one for one in desk.body.page.parts if one.section.id == section)
    blank = part.blank
    assert blank is not None
    at = desk.body.page.fields.index(blank)
    if blank.spot.form == "table":
        click(desk.table(at).rows_shown()[0][0].viewport())
    else:
        desk.write(at)
    paste(text)
    desk.rest()
    desk.leave_field()
    assert desk.text(section) == text


def enter(desk: Desk, entered: Sequence[Entered]) -> None:
    """Enter sections, one after the other; then put them in their order."""
    for one in entered:
        add(desk, one)
        described: dict[str, str | bool] = {"title": one.heading, **one.said}
        if one.columns:
            described["columns"] = "\n".join(one.columns)
        if one.form:
            described["form"] = one.form
        if one.under or one.id in ("in-scope", "out-of-scope"):
            described["under"] = one.under
        describe(desk, one.id, **described)
        if one.text:
            write(desk, one.id, one.text)
    for at, one in enumerate(one for one in entered if not one.under):
        move_to(desk, one.id, at)


def order(desk: Desk) -> list[str]:
    """The sections of the list, in their order."""
    return [line.id for line in desk.screen.view.lines]


def move_to(desk: Desk, section: str, at: int) -> None:
    """Move a section up or down the list, step by step, until it stands at a place."""
    desk.open(section)
    sections = desk.body.sections
    while (here := order(desk).index(section)) != at:
        click(sections.up_button if here > at else sections.down_button)


def write_head(desk: Desk, **values: str | int | bool | date) -> None:
    """Say what stands on top."""
    click(desk.body.sections.head_button)
    dialog = shown(desk, HeadDialog)
    dialog.fill(values)
    click(dialog.keep_button)
    assert not [one for one in desk.screen.findChildren(HeadDialog) if one.isVisible()]


def agree(desk: Desk, reason: str, counts: Mapping[str, int]) -> Version:
    """Propose the draft as the next version, count how people stand, and have it tried."""
    click(desk.screen.header.main)
    dialog = desk.dialog()
    dialog.proposing.text.setPlainText(reason)
    click(dialog.main_button)
    for stance, number in counts.items():
        box = dialog.counting.stances.boxes[stance]
        box.setFocus()
        box.selectAll()
        QTest.keyClicks(box, str(number))
    settle()
    click(dialog.main_button)
    settle()
    version = desk.versions()[0]
    assert version.status == "agreed"
    return version


def page(desk: Desk, document: str, **asked: int) -> Page:
    """A document of the charter as a page."""
    world, request = desk.screen.world, _request(desk, document, "pdf", asked)
    with desk.library.snapshot() as reader:
        return make_page(
            request, reader, world.catalogue, make_reports(world.catalogue), world.words
        )


def paper(desk: Desk, document: str, format_: str, folder: Path, **asked: int) -> str:
    """All that a file of a document says, spaces and line ends alike; the file stays in the
    folder."""
    made = page(desk, document, **asked)
    request = _request(desk, document, format_, asked)
    data = write_page(made, request, resources_folder() / "fonts").data
    (folder / f"{document}.{format_}").write_bytes(data)
    return flat(read(data, format_, folder))


def _request(desk: Desk, document: str, format_: str, asked: Mapping[str, int]) -> ExportRequest:
    return ExportRequest(
        document=document,
        subject=desk.community,
        audience="community",
        version=asked.get("version"),
        against=asked.get("against"),
        format=format_,
        now=desk.clock.now(),
    )


def flat(text: str) -> str:
    """A text with one space wherever there are some."""
    return " ".join(text.split())
