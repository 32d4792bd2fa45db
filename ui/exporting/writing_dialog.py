"""A dialog that says what a file will hold, writes it beside the window, and offers it then."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from PySide6.QtWidgets import QProgressBar, QWidget

from app.library.trouble import Trouble
from exports.atomic_write import CannotWrite
from exports.writers.result import Cancelled, WriterResult
from ui.attempt import trouble_sentence
from ui.exporting.export_job import ExportJob, ReadFile
from ui.look.themes import Tone
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Well
from ui.parts.column_dialog import ColumnDialog
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.labels import WrapLabel, heading, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.reading import for_reading
from ui.parts.written_file import WrittenFile
from ui.world import World

MOST = 12
"""Characters that no font has, named one by one."""


class WritingDialog(ColumnDialog):
    """Asks with a form how a file is to be, shows what that leaves out, then writes it."""

    wide = 620

    def __init__(
        self,
        world: World,
        parent: QWidget,
        title: str,
        fields: Sequence[Field],
        *,
        sentence: str = "",
        opens: bool = True,
    ) -> None:
        """``sentence`` stands under the title; ``opens``: whether the system opens such a file."""
        super().__init__(world.look, parent, title)
        self.world = world
        self._work: ExportJob | None = None
        self._target = Path()
        self._title, self._sentence = title, sentence
        look, words = world.look, world.words
        for_reading(self)
        self.form = FieldForm(fields, words, look, world.moment.now().date())
        self.left_out = WrapLabel(look, "", "small")
        self.kept_back = Well(look)
        self.named = small(look, "")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setRange(0, 1000)
        self.progress.setAccessibleName(words("exporting.working"))
        self.progress.hide()
        self.said = WrapLabel(look, "", "body")
        self.said.hide()
        self.written = WrittenFile(world, opens=opens)
        self.save = KeyButton(look, words, words("exporting.save"), "Ctrl+Return", "primary")
        self.save.setDefault(True)
        self.save.clicked.connect(self._save)
        self.stop = Button(look, words("exporting.close"))
        self.stop.clicked.connect(self._stop)
        self._make_column()
        self.form.edited.connect(self.show_what_follows)

    def read(self) -> ReadFile:
        """How the file asked for is read, and then made."""
        raise NotImplementedError

    def file_name(self) -> str:
        """What it would be called. Raises Trouble."""
        raise NotImplementedError

    def private(self) -> bool:
        """Whether it is for the facilitator: then it is its owner's alone on the disk."""
        raise NotImplementedError

    def say_what_follows(self) -> None:
        """Say what goes, and what is left out, as the form stands now. Raises Trouble."""
        raise NotImplementedError

    def show_what_follows(self) -> None:
        """Say all that follows from the form, before anything is written."""
        try:
            self.say_what_follows()
            self.named.set_text(self.world.words("exporting.named", name=self.file_name()))
        except Trouble as trouble:
            self._finish(trouble_sentence(self.world.words, trouble), "ember")
            return
        self.said.hide()
        self._offer_written(False)
        if self.isVisible():
            self.take_room()

    def write_to(self, target: Path) -> None:
        """Write what is asked for to ``target``, beside the window."""
        self._target = target
        library = self.world.library
        self._work = ExportJob(library, self.read(), target, self, private=self.private())
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

    def first(self) -> QWidget:
        """What has the focus when the dialog opens."""
        return self.save

    def _make_column(self) -> None:
        look = self.world.look
        self.column.add(heading(look, self._title))
        if self._sentence:
            self.column.add(WrapLabel(look, self._sentence, "body", "mute"))
        self.kept_back.add(self.left_out)
        self.column.add(self.form, self.kept_back, self.named, self.progress, self.said)
        right = FlowLayout(look.px(12), look.px(8), right=True)
        right.addWidget(self.stop)
        right.addWidget(self.save)
        buttons = ShareLayout(look.px(16), look.px(12), middle=True)
        buttons.add(self.written, 1)
        buttons.keep_whole(self.written)
        buttons.add(holding(right), 0)
        self.lay_out(holding(buttons))

    def _save(self) -> None:
        try:
            name = self.file_name()
        except Trouble as trouble:
            self._finish(trouble_sentence(self.world.words, trouble), "ember")
            return
        ending = name.rpartition(".")[2]
        target = self.world.dialogs.save_as(self, self._title, name, ending)
        if target is not None:
            self.write_to(target)

    def _stop(self) -> None:
        if self._work is not None and self._work.running:
            self._work.stop()
        else:
            self.accept()

    def _progress(self, share: float) -> None:
        self.progress.setValue(round(share * 1000))

    def _ended(self) -> None:
        """Say how it ended. A bug goes on to whoever reports bugs, the dialog as it was."""
        words, work = self.world.words, self._work
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
            self._offer_written(True)
            self._finish(*self._told(written))

    def _told(self, written: WriterResult) -> tuple[str, Tone]:
        """That it is there, and what its reader should know."""
        words = self.world.words
        sentences = [words("exporting.done", path=str(self._target))]
        missing = [one.values["character"] for one in written.warnings if one.code == "no-glyph"]
        if missing:
            sentences.append(words("exporting.missing", characters=" ".join(missing[:MOST])))
        if any(one.code == "control-characters" for one in written.warnings):
            sentences.append(words("exporting.controls"))
        cut = [int(one.values["count"]) for one in written.warnings if one.code == "cells-cut"]
        if cut:
            sentences.append(words("exporting.cells-cut", n=sum(cut)))
        return " ".join(sentences), "amber" if written.warnings else "plain"

    def _finish(self, sentence: str, tone: Tone = "plain") -> None:
        self.said.set_text(sentence)
        self.said.set_tone(tone)
        self.said.show()
        self.take_room()
        self.column.bring(self.said)

    def _show_working(self, working: bool) -> None:
        words = self.world.words
        self.progress.setVisible(working)
        self.progress.setValue(0)
        self.save.setEnabled(not working)
        self.form.setEnabled(not working)
        self.stop.setText(words("exporting.stop" if working else "exporting.close"))
        self.said.setVisible(False)
        self._offer_written(False)
        self.take_room()

    def _offer_written(self, there: bool) -> None:
        """Once the file is there, what is done with it comes first, and saving again after it."""
        self.save.set_filled(not there)
        self.save.setText(self.world.words("exporting.save-again" if there else "exporting.save"))
        if there:
            self.written.offer(self._target)
        else:
            self.written.hide()
