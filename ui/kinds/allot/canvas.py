"""The facilitator's canvas of sharing out: the profiles, and the reasons under each thing."""

from PySide6.QtWidgets import QWidget

from app.kinds.allot.diagram import allot_diagram
from app.kinds.allot.facts import PILE, AllotFacts
from app.kinds.allot.setup import allot_setup, things_of
from app.kinds.kind import CaptureKind, facts_of
from app.words import Words
from app.workshop.ballots import Ballot, counts_in, record
from app.workshop.running import Running
from app.workshop.zones import zones_named
from exports.kinds.allot import allot_rows, form_name, profiles_of, said_of
from ui.kinds.allot.share_form import ShareForm
from ui.kinds.allot.share_sheets import share_rule
from ui.parts.ballot.ballot_canvas import WIDTH, BallotCanvas
from ui.parts.ballot.ballot_panel import BallotWays
from ui.parts.ballot.count_dialog import CountDialog, CountTable, Numbers
from ui.world import World


class AllotCanvas(BallotCanvas):
    """Tokens shared out in private, from paper, or counted as piles on the table."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The sharing out of a run."""
        words = world.words
        ways = BallotWays(
            forms=allot_setup(running.recipe).forms,
            make_form=self._form,
            rule=lambda: share_rule(words, self.running),
            not_yet=words("allot.not-yet"),
            count=self._count,
            count_label=words("allot.count"),
        )
        super().__init__(kind, world, running, parent, ways)

    def show_closed(self, words: Words, size: float) -> int:
        """The profiles of the last closed round."""
        found = facts_of(self.kind.facts(self.world.library.reader, self.running), AllotFacts)
        if not found:
            return 0
        last = found[-1]
        rows = allot_rows(words, self.running.recipe, last)
        diagram = allot_diagram(rows, profiles_of(words, last), last.tokens, WIDTH, size)
        self.panel.show_diagram(diagram, said_of(words, self.running.recipe, last))
        self.panel.tell("" if rows else words("allot.too-few", n=last.people))
        return last.people

    def _form(self, words: Words) -> ShareForm:
        setup = allot_setup(self.running.recipe)
        forms = [(form, form_name(words, form)) for form in setup.forms]
        return ShareForm(self.world.look, words, setup, self._things(words), forms)

    def _things(self, words: Words) -> dict[str, str]:
        return {zone.id: zone.label for zone in zones_named(self.running.recipe, words.language)}

    def _count(self, ballot: Ballot) -> None:
        """Type in how many tokens lie on each thing."""
        words, world, ids = self.words_here, self.world, things_of(self.running.recipe)
        known: dict[tuple[str, str], int] = {}
        for form, asked in ballot.rounds.items():
            told = counts_in(world.library.reader, asked)
            known |= {(thing, form): told.get(thing, {}).get(PILE, 0) for thing in ids}
        table = CountTable(
            rows=list(self._things(words).items()),
            columns=[(form, form_name(words, form)) for form in ballot.rounds],
            known=known,
            check=self._counted_so_far,
        )

        def write(numbers: Numbers) -> None:
            counts = {
                form: {thing: {PILE: numbers[thing, form]} for thing in ids}
                for form in ballot.rounds
            }
            record(world.library, self.running, ballot, counts)

        tokens = allot_setup(self.running.recipe).tokens
        title, how = world.words("allot.count-title"), world.words("allot.count-how", n=tokens)
        dialog = CountDialog(world, self.widget.window(), title, how, table, write)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _counted_so_far(self, numbers: Numbers) -> str:
        """How many tokens lie there in each form, and how many people that is."""
        totals: dict[str, int] = {}
        for (_, form), number in numbers.items():
            totals[form] = totals.get(form, 0) + number
        words, tokens = self.words_here, allot_setup(self.running.recipe).tokens
        said = []
        for form, total in totals.items():
            people, over = divmod(total, tokens)
            key = "allot.piles-over" if over else "allot.piles"
            said.append(words(key, form=form_name(words, form), total=total, n=people, over=over))
        return " ".join(said)
