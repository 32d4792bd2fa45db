"""Bringing a community in: what comes with a file, what of it is here, before anything is done."""

from PySide6.QtWidgets import QWidget

from app.exchange.community_file import CommunityFile
from app.exchange.decode import decode, read_file
from app.exchange.importing import import_community
from app.exchange.preview import arrival_of
from app.library.rows import Community
from app.words import Words
from exports.community_words import contents_sentence, here_lines, later_line, private_lines
from ui.attempt import attempt, trouble_sentence
from ui.parts.buttons import Button
from ui.parts.card import Well
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import WrapLabel
from ui.parts.text_block import TextRun
from ui.world import World

ENDING = "json"


class BringInDialog(QuestionDialog):
    """Shows what a community file holds, and brings it in."""

    def __init__(self, world: World, parent: QWidget, file: CommunityFile) -> None:
        """``file`` was read and looked over already."""
        words = world.words
        arrival = arrival_of(world.library.reader, file)
        title = words("handing.bring-in-title", name=file.community.name)
        refused = arrival.refused
        sentence = (
            trouble_sentence(words, refused) if refused else words("handing.bring-in-sentence")
        )
        super().__init__(world, parent, title, sentence, words("handing.bring-in-yes"))
        self._file = file
        self.holds = WrapLabel(world.look, _told(words, file), "small")
        well = Well(world.look)
        well.add(self.holds)
        self.column.add(well)
        if refused is None:
            for line in here_lines(words, arrival):
                self.column.add(WrapLabel(world.look, line, "small"))
            return
        # Not turned off but away: there is nothing here that a key or a click would do.
        self.keep_button.hide()
        self.cancel_button.setText(words("exporting.close"))
        self.said.set_tone("amber")
        if world.library.reader.find(Community, file.community.id) is not None:
            self.see_button = Button(world.look, words("handing.see-here"))
            self.see_button.clicked.connect(self._see)
            self.add_left(self.see_button)

    def ready(self) -> bool:
        """Not where it was refused already."""
        return self.keep_button.isVisible()

    def keep(self) -> None:
        """Bring it in, and say so. Raises Trouble."""
        world = self.world
        community = import_community(world.library, self._file)
        world.notice.offer(
            world.words("handing.brought-in", name=community.name),
            world.words("parts.open-it"),
            lambda: world.navigator.community(community.id),
        )

    def first(self) -> QWidget:
        """What can be done about it."""
        return self.keep_button if self.ready() else self.cancel_button

    def _see(self) -> None:
        self.reject()
        self.world.navigator.community(self._file.community.id)


def ask_bring_in(world: World, parent: QWidget) -> None:
    """Ask for a community file and show what would come with it; say in one sentence what is wrong
    with one that cannot be read."""
    title = world.words("handing.bring-in-choose")
    path = world.dialogs.open_file(parent, title, ENDING)
    found: list[CommunityFile] = []
    if path is not None and attempt(world, lambda: found.append(decode(read_file(path)))):
        BringInDialog(world, parent, found[0]).open()


def _told(words: Words, file: CommunityFile) -> tuple[TextRun, ...]:
    """What the file holds, what whoever handed it over left out, what this Hearth does not know."""
    pieces = [TextRun(contents_sentence(words, file))]
    lines = private_lines(words, file)
    if lines:
        pieces.append(TextRun(f"\n{words('handing.was-left-out')}", strong=True))
        pieces += [TextRun(f"\n{line}") for line in lines]
    elif file.hearth.private:
        pieces.append(TextRun(f"\n{words('handing.was-with-private')}"))
    if file.left_out:
        parts = later_line(words, file)
        pieces.append(TextRun(f"\n{words('handing.later-left-out', parts=parts)}"))
    return tuple(pieces)
