"""Handing a community over: what goes as one file, what is left out of it as private."""

from functools import partial

from PySide6.QtWidgets import QWidget

from app.exchange.encode import encode, gather
from app.exchange.without_private import without_private
from app.library.reader import Reader
from app.library.rows import Community
from exports.community_words import contents_sentence, private_lines
from exports.file_names import fit_name, shortened
from exports.writers.result import IsCancelled, Progress, WriterResult, report_progress
from ui.exporting.export_job import ReadFile, WriteFile
from ui.exporting.writing_dialog import WritingDialog
from ui.parts.fields import Field
from ui.parts.text_block import TextRun
from ui.world import World

FIELDS = (
    Field(
        key="private",
        kind="check",
        label="handing.with-private",
        hint="handing.with-private-hint",
    ),
)


class HandOverDialog(WritingDialog):
    """Shows what goes with a community, and writes it."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Of the community whose id is ``community``."""
        words, reader = world.words, world.library.reader
        self._community = reader.row(Community, community)
        self._whole = gather(reader, community, contents=False)
        self._bare = without_private(self._whole)
        title = words("handing.hand-over-title", name=self._community.name)
        sentence = words("handing.hand-over-sentence")
        super().__init__(world, parent, title, FIELDS, sentence=sentence, opens=False)
        self.form.set_values({"private": False})
        self.show_what_follows()

    def with_private(self) -> bool:
        """Whether what is private is to go too."""
        return bool(self.form.values()["private"])

    def read(self) -> ReadFile:
        """All of the community, then its bytes."""
        return partial(_read, self._community.id, self.with_private())

    def file_name(self) -> str:
        """What the community is called, and the day."""
        day = self.world.moment.now().date().isoformat()
        return fit_name(f"{shortened(self._community.name)} {day}", "json", "hearth")

    def private(self) -> bool:
        """True: the addresses of people are in it, whatever is left out."""
        return True

    def say_what_follows(self) -> None:
        """What the file will hold, and what of the private does not go, or goes too."""
        words = self.world.words
        file = self._whole if self.with_private() else self._bare
        pieces = [TextRun(contents_sentence(words, file))]
        lines = private_lines(words, self._bare)
        if lines:
            over = "goes-too" if self.with_private() else "left-out"
            pieces.append(TextRun(f"\n{words(f'handing.{over}')}", strong=True))
            pieces += [TextRun(f"\n{line}") for line in lines]
        else:
            pieces.append(TextRun(f"\n{words('handing.nothing-private')}"))
        pieces.append(TextRun(f"\n{words('handing.never')}", tone="mute"))
        self.left_out.set_text(tuple(pieces))


def _read(community: str, private: bool, reader: Reader) -> WriteFile:
    whole = gather(reader, community)

    def write(progress: Progress, cancelled: IsCancelled) -> WriterResult:
        data = encode(whole if private else without_private(whole))
        report_progress(1, 1, progress, cancelled)
        return WriterResult(data)

    return write
