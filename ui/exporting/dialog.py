"""The export dialog: for whom, in which language, on which paper, and what that leaves out."""

from pathlib import Path

import msgspec
from PySide6.QtCore import QSize
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QProgressBar, QVBoxLayout, QWidget

from app.charter.versions import versions_of
from app.library.audience import AUDIENCES, left_out
from app.library.rows import Workshop
from app.library.trouble import Trouble
from app.workshop.planning import languages_of
from exports.export import Document, Order, file_name, make_page
from exports.kinds.telling import Tellings
from exports.writers.written import Written
from ui.attempt import sentence
from ui.exporting.work import Work
from ui.parts.buttons import Button
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, heading
from ui.parts.layouts import FlowLayout, holding
from ui.parts.scroll_column import ScrollColumn
from ui.world import World

ENDINGS = ("pdf", "docx", "md")

WIDTH = 620
"""How wide the dialog would like to be at 100 %, pixels."""


def fields_of(document: Document, versions: bool) -> tuple[Field, ...]:
    """The fields of the dialog; charters with versions let one be chosen."""
    fields = [
        Field(
            key="ending",
            kind="choice",
            label="exporting.format",
            half=True,
            options=tuple((ending, f"exporting.format-{ending}") for ending in ENDINGS),
        ),
        Field(
            key="language",
            kind="choice",
            label="exporting.language",
            half=True,
            options=(("en", "exporting.language-en"), ("fr", "exporting.language-fr")),
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
            options=(("letter", "exporting.paper-letter"), ("a4", "exporting.paper-a4")),
        ),
    ]
    if document == "charter" and versions:
        fields.append(Field(key="version", kind="choice", label="exporting.version"))
    return tuple(fields)


class ExportDialog(QDialog):
    """Asks how to export one document, then writes it."""

    def __init__(
        self, world: World, tellings: Tellings, document: Document, subject: str, parent: QWidget
    ) -> None:
        """``subject`` is the id of a community (charter) or of a workshop."""
        super().__init__(parent)
        self._world, self._tellings = world, tellings
        self._document, self._subject = document, subject
        self._work: Work | None = None
        self._target = Path()
        look, words = world.look, world.words
        self.setWindowTitle(words(f"exporting.title-{document}"))
        versions = self._versions()
        fields = fields_of(document, bool(versions))
        self.form = FieldForm(fields, words, look, world.moment.now().date())
        self.left_out = WrapLabel(look, "", "body")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(words("exporting.working"))
        self.progress.hide()
        self.said = WrapLabel(look, "", "body")
        self.said.hide()
        self.save = Button(look, words("exporting.save"), "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.stop = Button(look, words("exporting.close"))
        self.stop.clicked.connect(self._stop)
        self._lay_out()
        values = {
            "ending": "pdf",
            "language": self._language(),
            "audience": "facilitator" if document == "run-sheet" else "community",
            "paper": world.settings.paper,
        }
        if versions:
            self.form.set_options("version", versions)
        self.form.set_values(values)
        self.form.edited.connect(self._tell)
        self._tell()

    def order(self) -> Order:
        """What the form asks for."""
        values = {key: value for key, value in self.form.values().items() if value != ""}
        version = values.pop("version", None)
        return msgspec.convert(
            {
                **values,
                "document": self._document,
                "subject": self._subject,
                "version": int(str(version)) if version else None,
            },
            type=Order,
        )

    def export_to(self, target: Path) -> Work:
        """Write the order to ``target``, beside the window."""
        order, world = self.order(), self._world
        self._target = target
        words = world.speech(str(self.form.values()["language"]))
        fonts = world.resources / "fonts"
        work = Work(
            order, target, world.library, world.catalogue, self._tellings, words, fonts, self
        )
        work.progressed.connect(self._progress)
        work.done.connect(self._done)
        work.failed.connect(self._failed)
        work.stopped.connect(self._stopped)
        self._work = work
        self._show_working(True)
        work.start()
        return work

    def done(self, result: int) -> None:
        """Closing the dialog stops the work first."""
        if self._work is not None and self._work.isRunning():
            self._work.requestInterruption()
            self._work.wait()
        super().done(result)

    def showEvent(self, event: QShowEvent) -> None:
        """Take the room its questions need: Qt would reckon without how they fold."""
        if not event.spontaneous():
            self._take_room()
        super().showEvent(event)

    def _lay_out(self) -> None:
        look, words = self._world.look, self._world.words
        self._asked = ScrollColumn(look)
        self._asked.add(heading(look, words(f"exporting.title-{self._document}")))
        self._asked.add(self.form, self.left_out, self.progress, self.said)
        buttons = FlowLayout(look.px(8), look.px(8))
        buttons.addWidget(self.save)
        buttons.addWidget(self.stop)
        self._buttons = holding(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(look.px(28), look.px(24), look.px(28), look.px(24))
        column.setSpacing(look.px(16))
        column.addWidget(self._asked, 1)
        column.addWidget(self._buttons)

    def _take_room(self) -> None:
        """As large as what it asks and says, within the window it stands over."""
        look, inner, parent = self._world.look, self._asked.widget(), self.parentWidget()
        window = parent.window().size() if parent is not None else QSize(1280, 720)
        width = min(look.size(WIDTH), window.width() - look.px(48))
        room = width - 2 * look.px(28)
        bar = self._asked.verticalScrollBar().sizeHint().width()
        wanted = inner.heightForWidth(room - bar) if inner is not None else 0
        below = self._buttons.heightForWidth(room) + look.px(16) + 2 * look.px(24) + 2
        self.resize(width, min(wanted + below, window.height() - look.px(48)))

    def _versions(self) -> list[tuple[str, str]]:
        if self._document != "charter":
            return []
        words = self._world.words
        found = versions_of(self._world.library.reader, self._subject)
        return [(str(one.number), words("exporting.version-n", n=one.number)) for one in found]

    def _language(self) -> str:
        if self._document == "charter":
            found = versions_of(self._world.library.reader, self._subject)
            return found[0].language if found else self._world.words.language
        return languages_of(self._world.library.reader.row(Workshop, self._subject))[0]

    def _tell(self) -> None:
        """Say what the chosen audience will not read, before anything is written."""
        world, words = self._world, self._world.words
        audience = str(self.form.values()["audience"])
        reader = world.library.reader
        if self._document == "charter":
            hidden = left_out(reader, audience, community=self._subject)
            parts = [("clauses", hidden.clauses)]
        elif self._document == "summary":
            community = reader.row(Workshop, self._subject).community
            hidden = left_out(reader, audience, community=community, workshop=self._subject)
            parts = [
                ("blocks", hidden.blocks),
                ("notes", hidden.notes),
                ("outcomes", hidden.outcomes),
                ("clauses", hidden.clauses),
            ]
        else:
            parts = []
        said = [words(f"exporting.left-{name}", n=number) for name, number in parts if number]
        if said:
            self.left_out.say(words("exporting.left-out", what=words.series(said)))
        else:
            self.left_out.say(words("exporting.nothing-left-out"))

    def _save(self) -> None:
        world = self._world
        order = self.order()
        words = world.speech(str(self.form.values()["language"]))
        page = make_page(order, world.library.reader, world.catalogue, self._tellings, words)
        title = world.words(f"exporting.title-{self._document}")
        suggested = file_name(page, order.ending)
        target = world.dialogs.save_as(self, title, suggested, order.ending)
        if target is not None:
            if not target.suffix:
                target = target.with_suffix(f".{order.ending}")
            self.export_to(target)

    def _stop(self) -> None:
        if self._work is not None and self._work.isRunning():
            self._work.requestInterruption()
        else:
            self.accept()

    def _progress(self, share: float) -> None:
        self.progress.setValue(round(share * 1000))

    def _done(self, written: Written) -> None:
        words = self._world.words
        said = [words("exporting.done", path=str(self._target))]
        missing = [one.values["character"] for one in written.warnings if one.code == "no-glyph"]
        if missing:
            said.append(words("exporting.missing", characters=" ".join(missing[:12])))
        if any(one.code == "control-characters" for one in written.warnings):
            said.append(words("exporting.controls"))
        self._finish(" ".join(said))

    def _failed(self, trouble: Trouble) -> None:
        self._finish(sentence(self._world.words, trouble))

    def _stopped(self) -> None:
        self._finish(self._world.words("exporting.stopped"))

    def _finish(self, said: str) -> None:
        if self._work is not None:
            self._work.wait()
        self._show_working(False)
        self.said.say(said)
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
