"""A list of people, pasted or read from a file: shown as it was understood before it is added."""

from PySide6.QtWidgets import QWidget

from app.community.encoding import read_list
from app.community.import_proposals import Choice, Proposal, add_people, propose_people
from app.community.pasting import Pasted, read_people, refuse_long_lines
from app.community.row_people import Entry
from app.community.today import today_of
from app.library.trouble import Trouble
from app.text_direction import join_isolated
from app.typed_text import LONGEST_NAME
from app.words import Words
from ui.attempt import trouble_sentence
from ui.community.column_choices import ColumnChoices
from ui.look.themes import Tone
from ui.parts.buttons import quiet_button
from ui.parts.column_list import ListCell, ListLine
from ui.parts.labels import small
from ui.parts.list_columns import ListColumn
from ui.parts.pasted_list_dialog import PastedListDialog, PasteWords
from ui.parts.text_places import form_place
from ui.world import World

MOST_PASTED = 120_000
"""Characters of a pasted list that are taken in: about as many people as are read at once."""


class PasteDialog(PastedListDialog):
    """Asks for a list, says what would come of each line, and adds the people."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """An empty list for a community."""
        words, look = world.words, world.look
        said = PasteWords(
            title=words("people.paste-title"),
            said=words("people.paste-said"),
            none=words("people.paste-none"),
            shows=words("people.paste-shows"),
            hint=words("people.paste-hint"),
            preview=words("people.preview"),
        )
        columns = (
            ListColumn(id="name", head=words("people.column.name"), least=220, share=30),
            ListColumn(id="unit", head=words("people.column.unit"), least=130, share=14, folds=1),
            ListColumn(
                id="choice",
                head=words("people.column.choice"),
                least=240,
                share=30,
                folds=2,
                under=True,
            ),
        )
        super().__init__(world, parent, said, columns, MOST_PASTED)
        self._community = community
        self.proposals: list[Proposal] = []
        self._asks = False
        self.file_button = quiet_button(look, words("people.file"))
        self.file_button.clicked.connect(self.choose_file)
        self.add_left(self.file_button)
        self.columns = ColumnChoices(world)
        self.columns.changed.connect(self.read)
        self._heads: tuple[str, ...] = ()
        self.over = small(look, "")
        self.column.add(self.text, self.columns, self.over, self.told, self.hint, self.preview)
        self.begin_reading(form_place(f"people:{community}", "list"))

    def keep(self) -> None:
        """Add everybody who is not left out. Raises Trouble."""
        self.read()
        today = today_of(self.world.library, self._community)
        add_people(self.world.library, self._community, self.proposals, today)

    def ready(self) -> bool:
        """Whether there is anybody to add, and it is clear which column holds what."""
        ready = super().ready()
        if self._asks:
            self.bar.say(self.world.words("people.columns-asks"), "amber")
        return ready

    def read(self) -> None:
        """Read the text again and show what would come of it."""
        self.rest()
        before = {one.entry: one.choice for one in self.proposals}
        try:
            pasted = self._understand(self.text.toPlainText())
        except Trouble as trouble:
            self.bar.say_trouble(trouble_sentence(self.world.words, trouble))
            pasted = Pasted()
        else:
            # That something was cut, or given back, is as true as before.
            self.bar.clear_trouble()
            for outdated in ("people.columns-asks", "people.read-as-windows"):
                self.bar.take_back(self.world.words(outdated))
        found = propose_people(self.world.library.reader, self._community, pasted.entries)
        self.proposals = [_again(one, before) for one in found]
        self._asks = pasted.asks
        self.columns.show_list(pasted)
        over = join_isolated(_short(line) for line in pasted.passed_over)
        self.over.setText(self.world.words("people.passed-over", lines=over) if over else "")
        self.over.setVisible(bool(over))
        self._show()

    def _understand(self, text: str) -> Pasted:
        """The list as its columns are said to be; another list's columns are not yet said."""
        pasted = read_people(text, self.columns.said)
        heads = tuple(column.head for column in pasted.columns)
        if heads != self._heads:
            self._heads = heads
            self.columns.forget()
            pasted = read_people(text)
        return pasted

    def choose_file(self) -> None:
        """Ask for a file and put its text where it can be looked at and corrected."""
        words = self.world.words
        path = self.world.dialogs.open_file(self, words("people.file-title"), "csv txt tsv")
        if path is None:
            return
        try:
            decoded = read_list(path)
            refuse_long_lines(decoded.text)
        except Trouble as trouble:
            self.bar.say(trouble_sentence(words, trouble), "ember")
            return
        self.bar.clear()
        self.text.setPlainText(decoded.text)
        self.read()
        if decoded.encoding == "windows-1252" and not self.bar.isVisible():
            self.bar.say(words("people.read-as-windows"), "amber")

    def turn(self, key: str) -> None:
        """Choose otherwise for a line: somebody new, the one who is known, or nobody."""
        at = int(key)
        proposal = self.proposals[at]
        choices = _choices(proposal)
        if not choices:
            return
        now = choices.index(proposal.choice) if proposal.choice in choices else -1
        choice = choices[(now + 1) % len(choices)]
        self.proposals[at] = Proposal(
            entry=proposal.entry,
            choice=choice,
            person=proposal.person,
            by=proposal.by,
            why="" if choice != "skip" else proposal.why,
        )
        self._show()
        self.preview.lines.choose(key)

    @property
    def _adding(self) -> int:
        return sum(one.choice != "skip" for one in self.proposals)

    def _show(self) -> None:
        words, n = self.world.words, self._adding
        add = words("people.paste-add", n=n) if n else ""
        told = "" if self._asks else add
        self.show_lines(len(self.proposals), self._speak, self._counts(), told)
        self.keep_button.setText(add or words("people.paste-none"))

    def _counts(self) -> str:
        """What would come of the list, in one sentence."""
        words = self.world.words
        counted = (
            ("new", sum(one.choice == "new" for one in self.proposals)),
            ("same", sum(one.choice == "same" for one in self.proposals)),
            ("skip", sum(one.choice == "skip" for one in self.proposals)),
        )
        parts = [words(f"people.would.{code}", n=n) for code, n in counted if n]
        return words.series(parts)

    def _speak(self, row: int) -> ListLine:
        return proposal_line(self.proposals[row], self.world.words)


def proposal_line(proposal: Proposal, words: Words) -> ListLine:
    """A line of the preview in the window's words."""
    entry, person = proposal.entry, proposal.person
    tone: Tone = "plain"
    if entry.trouble:
        outcome, tone = words(f"people.choice.{entry.trouble}", line=entry.line), "ember"
    elif proposal.choice == "skip":
        outcome, tone = words(f"people.choice.{proposal.why or 'skip'}"), "mute"
    elif proposal.choice == "same" and person is not None:
        outcome, tone = words(f"people.choice.same-{proposal.by}", name=person.name), "teal"
    elif person is not None:
        outcome, tone = words("people.choice.new-namesake", name=person.name), "amber"
    else:
        outcome = words("people.choice.new")
    if entry.made and not proposal.why and proposal.choice == "new":
        outcome, tone = words("people.choice.made", outcome=outcome), "amber"
    unused = join_isolated(_short(cell) for cell in entry.unused)
    beside = words("people.choice.unused", cells=unused) if unused else ""
    level = words(f"people.level.{entry.level}") if entry.level else ""
    unit = join_isolated((_short(entry.unit or entry.organization), level), ", ")
    name = _short(entry.name) or words("people.choice.nameless", line=entry.line)
    whole = join_isolated((name, _short(entry.email), unit, outcome, beside), ". ")
    return ListLine(
        name=name,
        under=_short(entry.email),
        cells={"unit": ListCell(unit), "choice": ListCell(outcome, tone, under=beside)},
        muted=proposal.choice == "skip" and not entry.trouble,
        whole=whole,
    )


def _short(text: str) -> str:
    """What is shown of a cell: all of it, unless no name could be so long."""
    return text if len(text) <= LONGEST_NAME else f"{text[:LONGEST_NAME]}…"


def _choices(proposal: Proposal) -> list[Choice]:
    """What can be chosen for a line."""
    if proposal.entry.trouble:
        return []
    if proposal.person is None:
        return ["new", "skip"]
    if proposal.why == "member":
        return ["skip", "new"]
    return ["same", "new", "skip"]


def _again(proposal: Proposal, before: dict[Entry, Choice]) -> Proposal:
    """A line as it was chosen before the text was read again."""
    choice = before.get(proposal.entry, proposal.choice)
    if choice == proposal.choice or proposal.entry.trouble:
        return proposal
    return Proposal(
        entry=proposal.entry,
        choice=choice,
        person=proposal.person,
        by=proposal.by,
        why=proposal.why if choice == "skip" else "",
    )
