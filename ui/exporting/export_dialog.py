"""The export dialog: for whom, in which language, on which paper, and what that leaves out."""

from collections.abc import Iterable
from functools import partial

import msgspec
from PySide6.QtWidgets import QWidget

from app.charter.versions import draft_clauses, versions_of
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Version
from app.words import Words
from exports.export import demand_there, file_name, make_page, write_page
from exports.facts.changes_facts import pair_asked
from exports.facts.charter_document import DRAFT
from exports.kinds.report import KindReports
from exports.page import Page
from exports.registry import DOCUMENTS, formats_of
from exports.request import ExportRequest
from exports.writers.result import IsCancelled, Progress, WriterResult
from ui.exporting.export_job import ReadFile, WriteFile
from ui.exporting.left_out import left_out_pieces
from ui.exporting.writing_dialog import WritingDialog
from ui.parts.fields import Field
from ui.parts.version_line import version_line
from ui.world import World


def fields_of(
    formats: Iterable[str], audience: bool, versions: bool, against: bool
) -> tuple[Field, ...]:
    """The fields of the dialog; ``audience``: readers differ; ``versions``: one can be chosen;
    ``against``: so can another that it is compared with."""
    fields = [
        Field(
            key="format",
            kind="choice",
            label="exporting.format",
            half=True,
            options=tuple((one, f"exporting.format-{one}") for one in formats),
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
    if not audience:
        fields = [one for one in fields if one.key != "audience"]
    if versions:
        fields.append(Field(key="version", kind="choice", label="exporting.version", half=against))
    if versions and against:
        fields.append(Field(key="against", kind="choice", label="exporting.against", half=True))
    return tuple(fields)


class ExportDialog(WritingDialog):
    """Asks how to export one document, then writes it."""

    def __init__(
        self,
        world: World,
        reports: KindReports,
        wanted: ExportRequest,
        parent: QWidget,
    ) -> None:
        """``wanted`` says which document, and of what; how, and for whom, is asked for."""
        document = DOCUMENTS[wanted.document]
        self._reports, self._wanted = reports, wanted
        self._entry, self._document = document, document.load()
        self._formats = formats_of(document)
        self._reader = world.library.reader
        versions = self._versions(world.words)
        title = world.words(f"exporting.title-{document.id}")
        for_readers = document.subject != "exercise"
        fields = fields_of(self._formats, for_readers, bool(versions), document.against)
        super().__init__(world, parent, title, fields)
        values = {
            "format": next(iter(self._formats)),
            "language": self._document.language(self._reader, wanted) or world.words.language,
            "paper": world.settings.paper,
        }
        self.kept_back.setVisible(for_readers)
        if for_readers:
            values["audience"] = document.audience
        if versions:
            self.form.set_options("version", versions)
            withdrawn = self._withdrawn()
            standing = (value for value, _ in versions if value not in withdrawn)
            values["version"] = next(standing, versions[0][0])
        if versions and document.against:
            self.form.set_options("against", versions)
            values["version"], values["against"] = self._pair()
        self.form.set_values(values)
        self.show_what_follows()

    def request(self) -> ExportRequest:
        """What the form asks for."""
        values = {key: value for key, value in self.form.values().items() if value != ""}
        values.pop("language")
        chosen = {key: values.pop(key, None) for key in ("version", "against")}
        wanted = msgspec.structs.asdict(self._wanted)
        return msgspec.convert(
            {
                **wanted,
                **values,
                **{key: None if one is None else int(str(one)) for key, one in chosen.items()},
                "now": self.world.moment.now(),
            },
            type=ExportRequest,
        )

    def read(self) -> ReadFile:
        """The page from rows, then its bytes."""
        return partial(self._read, self.request(), self._words())

    def file_name(self) -> str:
        """What the document is, of when, and its format."""
        request = self.request()
        return file_name(self._page(request, self._words(), self._reader), request.format)

    def private(self) -> bool:
        """Whether it is made for the facilitator."""
        return self.request().audience == AUDIENCES[0]

    def say_what_follows(self) -> None:
        """What these readers will not read."""
        world, request = self.world, self.request()
        demand_there(request, self._reader)
        found = self._document.left_out(self._reader, world.catalogue, world.words, request)
        self.left_out.set_text(left_out_pieces(world.words, found))
        self.form.field_widget("paper").setEnabled(self._formats[request.format].paged)

    def first(self) -> QWidget:
        """The format."""
        return self.form.field_widget("format")

    def _read(self, request: ExportRequest, words: Words, reader: Reader) -> WriteFile:
        page = self._page(request, words, reader)
        fonts = self.world.resources / "fonts"

        def write(progress: Progress, cancelled: IsCancelled) -> WriterResult:
            return write_page(page, request, fonts, progress, cancelled)

        return write

    def _versions(self, words: Words) -> list[tuple[str, str]]:
        """Each version, the latest first, and the draft: its number and how it is called."""
        reader = self._reader
        if not self._entry.versions:
            return []
        found = [(str(one.number), version_line(words, one)) for one in self._known()]
        if draft_clauses(reader, self._wanted.subject):
            found.append((str(DRAFT), words("exporting.draft")))
        return found

    def _pair(self) -> tuple[str, str]:
        """The numbers of the two sides that are compared unless others are chosen."""
        wanted = self._wanted
        pair = pair_asked(self._reader, wanted.subject, wanted.version, wanted.against)
        now, before = (str(one.number if one else DRAFT) for one in (pair.now, pair.before))
        return now, before

    def _known(self) -> list[Version]:
        return versions_of(self._reader, self._wanted.subject)

    def _withdrawn(self) -> list[str]:
        return [str(one.number) for one in self._known() if one.status == "withdrawn"]

    def _words(self) -> Words:
        """Those of the document's language."""
        return self.world.words_in(str(self.form.values()["language"]))

    def _page(self, request: ExportRequest, words: Words, reader: Reader) -> Page:
        demand_there(request, reader)
        return make_page(request, reader, self.world.catalogue, self._reports, words)
