"""The export dialog: for whom, in which language, on which paper, and what that leaves out."""

from contextlib import suppress
from functools import partial
from pathlib import Path

import msgspec
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app.charter.versions import draft_clauses, versions_of
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Version
from app.library.trouble import Trouble
from app.words import Words
from exports.atomic_write import CannotWrite
from exports.export import file_name, make_page
from exports.facts.charter_document import DRAFT
from exports.kinds.report import KindReports
from exports.page import Page
from exports.registry import DOCUMENTS, FORMATS
from exports.request import ExportRequest
from exports.writers.result import Cancelled, WriterResult
from ui.attempt import trouble_sentence
from ui.exporting.export_job import ExportJob
from ui.exporting.left_out import left_out_pieces
from ui.look.themes import Tone
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Well
from ui.parts.dialog_size import dialog_size
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, holding
from ui.parts.reading import for_reading
from ui.parts.scroll_column import ScrollColumn
from ui.parts.version_line import version_line
from ui.world import World

MOST = 12
"""Characters that no font has, named one by one."""
WIDTH = 620
"""How wide the dialog would like to be at 100 %, pixels."""


def fields_of(versions: bool) -> tuple[Field, ...]:
    """The fields of the dialog; where there are ``versions`` one can be chosen."""
    fields = [
        Field(
            key="format",
            kind="choice",
            label="exporting.format",
            half=True,
            options=tuple((one, f"exporting.format-{one}") for one in FORMATS),
        ),
        Field(
            key="language",
            kind="choice",
            label="exporting.language",
            half=True,
            options=(("en", "parts.language-en"), ("fr", "parts.language-fr")),
        ),
        Field(
            key="audience",
            kind="choice",
            label="exporting.audience",
            half=True,
            options=tuple((one, f"exporting.audience-{one}") for one in AUDIENCES),
        ),
        Field(
            key="paper",
            kind="choice",
            label="exporting.paper",
            half=True,
            options=(("letter", "parts.paper-letter"), ("a4", "parts.paper-a4")),
        ),
    ]
    if versions:
        fields.append(Field(key="version", kind="choice", label="exporting.version"))
    return tuple(fields)


class ExportDialog(QDialog):
    """Asks how to export one document, then writes it."""

    def __init__(
        self,
        world: World,
        reports: KindReports,
        wanted: ExportRequest,
        parent: QWidget,
    ) -> None:
        """``wanted`` says which document, and of what; how, and for whom, is asked for."""
        super().__init__(parent)
        self._world, self._reports = world, reports
        document = DOCUMENTS[wanted.document]
        self._wanted, self._entry, self._document = wanted, document, document.load()
        self._work: ExportJob | None = None
        self._target = Path()
        look, words = world.look, world.words
        for_reading(self)
        self.setWindowTitle(words(f"exporting.title-{document.id}"))
        self.setAccessibleName(words(f"exporting.title-{document.id}"))
        versions = self._versions()
        fields = fields_of(bool(versions))
        self.form = FieldForm(fields, words, look, world.moment.now().date())
        self.left_out = WrapLabel(look, "", "small")
        self.named = small(look, "")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(words("exporting.working"))
        self.progress.hide()
        self.said = WrapLabel(look, "", "body")
        self.said.hide()
        self.save = KeyButton(look, words, words("exporting.save"), "Ctrl+Return", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.stop = Button(look, words("exporting.close"))
        self.stop.clicked.connect(self._stop)
        self._lay_out()
        values = {
            "format": next(iter(FORMATS)),
            "language": self._language(),
            "audience": document.audience,
            "paper": world.settings.paper,
        }
        if versions:
            self.form.set_options("version", versions)
            withdrawn = self._withdrawn()
            standing = (value for value, _ in versions if value not in withdrawn)
            values["version"] = next(standing, versions[0][0])
        self.form.set_values(values)
        self.form.edited.connect(self._show_what_follows)
        self._show_what_follows()

    def request(self) -> ExportRequest:
        """What the form asks for."""
        values = {key: value for key, value in self.form.values().items() if value != ""}
        values.pop("language")
        version = values.pop("version", None)
        return msgspec.convert(
            {
                **values,
                "document": self._wanted.document,
                "subject": self._wanted.subject,
                "register": self._wanted.register,
                "version": None if version is None else int(str(version)),
            },
            type=ExportRequest,
        )

    def export_to(self, target: Path) -> None:
        """Write what is asked for to ``target``, beside the window."""
        world, request = self._world, self.request()
        self._target = target
        fonts = world.resources / "fonts"
        read = partial(self._page, request, self._words())
        self._work = ExportJob(world.library, read, request, fonts, target, self)
        self._work.progressed.connect(self._progress)
        self._work.ended.connect(self._ended)
        self._show_working(True)
        self._work.start()

    def done(self, result: int) -> None:
        """Closing the dialog stops the work first."""
        super().done(result)
        work, self._work = self._work, None
        if work is not None and work.running:
            work.stop()
            with suppress(Cancelled, CannotWrite, Trouble):
                work.result()

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room its questions need: Qt would reckon without how they fold."""
        if not event.spontaneous():
            self._take_room()
            self.form.field_widget("format").setFocus()
        super().showEvent(event)

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        self._asked = ScrollColumn(look)
        self._asked.add(heading(look, words(f"exporting.title-{self._entry.id}")))
        kept_back = Well(look)
        kept_back.add(self.left_out)
        self._asked.add(self.form, kept_back, self.named, self.progress, self.said)
        buttons = FlowLayout(look.px(12), look.px(8), right=True)
        buttons.addWidget(self.stop)
        buttons.addWidget(self.save)
        self._buttons = holding(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(24), look.px(24), look.px(24), look.px(24))
        column.setSpacing(look.px(16))
        column.addWidget(self._asked, 1)
        column.addWidget(self._buttons)

    def _take_room(self) -> None:
        """As large as what it asks and says, within the window it stands over."""
        below = self._buttons.sizeHint().height()
        self.resize(dialog_size(self._world.look, self, self._asked, below, WIDTH))

    def _versions(self) -> list[tuple[str, str]]:
        """Each version, the latest first, and the draft: its number and how it is called."""
        reader, words = self._world.library.reader, self._world.words
        if not self._entry.versions:
            return []
        found = [(str(one.number), version_line(words, one)) for one in self._known()]
        if draft_clauses(reader, self._wanted.subject):
            found.append((str(DRAFT), words("exporting.draft")))
        return found

    def _known(self) -> list[Version]:
        return versions_of(self._world.library.reader, self._wanted.subject)

    def _withdrawn(self) -> list[str]:
        return [str(one.number) for one in self._known() if one.status == "withdrawn"]

    def _language(self) -> str:
        return self._document.language(self._world.library.reader, self._wanted)

    def _words(self) -> Words:
        """Those of the document's language."""
        return self._world.words_in(str(self.form.values()["language"]))

    def _page(self, request: ExportRequest, words: Words, reader: Reader) -> Page:
        return make_page(request, reader, self._world.catalogue, self._reports, words)

    def _show_what_follows(self) -> None:
        """Say what these readers will not read, and the file's name, before anything is written."""
        world, request = self._world, self.request()
        found = self._document.left_out(world.library.reader, world.catalogue, world.words, request)
        self.left_out.set_text(left_out_pieces(world.words, found))
        self.named.set_text(world.words("exporting.named", name=self._file_name(request)))
        self.form.field_widget("paper").setEnabled(FORMATS[request.format].paged)
        self.said.hide()
        if self.isVisible():
            self._take_room()

    def _file_name(self, request: ExportRequest) -> str:
        page = self._page(request, self._words(), self._world.library.reader)
        return file_name(page, request.format)

    def _save(self) -> None:
        world, request = self._world, self.request()
        title = world.words(f"exporting.title-{self._entry.id}")
        target = world.dialogs.save_as(self, title, self._file_name(request), request.format)
        if target is not None:
            self.export_to(target)

    def _stop(self) -> None:
        if self._work is not None and self._work.running:
            self._work.stop()
        else:
            self.accept()

    def _progress(self, share: float) -> None:
        self.progress.setValue(round(share * 1000))

    def _ended(self) -> None:
        """Say how it ended. A bug goes on to whoever reports bugs, the dialog as it was."""
        words, work = self._world.words, self._work
        if work is None:
            return
        self._show_working(False)
        try:
            written = work.result()
        except Cancelled:
            self._finish(words("exporting.stopped"))
        except CannotWrite as error:
            trouble = Trouble(f"export-{error.code}", path=str(error.path))
            self._finish(trouble_sentence(words, trouble), "ember")
        except Trouble as trouble:
            self._finish(trouble_sentence(words, trouble), "ember")
        else:
            self._finish(*self._written(written))

    def _written(self, written: WriterResult) -> tuple[str, Tone]:
        """That it is there, and what its reader should know."""
        words = self._world.words
        sentences = [words("exporting.done", path=str(self._target))]
        missing = [one.values["character"] for one in written.warnings if one.code == "no-glyph"]
        if missing:
            sentences.append(words("exporting.missing", characters=" ".join(missing[:MOST])))
        if any(one.code == "control-characters" for one in written.warnings):
            sentences.append(words("exporting.controls"))
        return " ".join(sentences), "amber" if written.warnings else "plain"

    def _finish(self, sentence: str, tone: Tone = "plain") -> None:
        self.said.set_text(sentence)
        self.said.set_tone(tone)
        self.said.show()
        self._take_room()

    def _show_working(self, working: bool) -> None:
        words = self._world.words
        self.progress.setVisible(working)
        self.progress.setValue(0)
        self.save.setEnabled(not working)
        self.form.setEnabled(not working)
        self.stop.setText(words("exporting.stop" if working else "exporting.close"))
        self.said.setVisible(False)
        self._take_room()
