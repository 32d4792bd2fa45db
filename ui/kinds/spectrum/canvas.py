"""The facilitator's canvas of a spectrum: where people stand, question by question, and why."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from app.kinds.kind import CaptureKind, facts_of
from app.kinds.ranked import Ranked
from app.kinds.spectrum.facts import QuestionFacts, SpectrumFacts, latest_of
from app.kinds.spectrum.setup import is_map, spectrum_setup
from app.words import Words
from app.workshop.ballots import Ballot, counts_in, record
from app.workshop.running import Running
from app.workshop.scale_diagram import SCALE, scale_diagram
from app.workshop.zones import NamedZone
from exports.kinds.spectrum import question_ends, question_rows, said_of, time_name
from ui.parts.ballot.ballot_canvas import WIDTH, BallotCanvas
from ui.parts.ballot.ballot_panel import BallotWays
from ui.parts.ballot.count_dialog import CountDialog, CountTable, Numbers
from ui.parts.ballot.scale_form import ScaleForm, ScaleQuestion
from ui.parts.ballot.scale_sheets import scale_rule
from ui.parts.notes.column_layout import sticky_notes
from ui.parts.notes.notes_canvas import NotesCanvas
from ui.parts.notes.zones_view import ZonesStyle
from ui.world import World


def spectrum_canvas(
    kind: CaptureKind, world: World, running: Running, parent: QWidget
) -> NotesCanvas:
    """The canvas of a run: a map of two poles where the recipe wants one, else places."""
    make = MapCanvas if is_map(running.recipe) else PlacesCanvas
    return make(kind, world, running, parent)


class MapCanvas(NotesCanvas):
    """What each of two poles gives, what comes of too much of it, signs and safeguards: notes."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The map of a run."""
        super().__init__(kind, world, running, ZonesStyle(sticky_notes(world.look)), parent)
        self.bar.said.say(world.words("kinds.choose-hint"))
        self.refresh()

    def show_zones(self, zones: Sequence[NamedZone]) -> None:
        """The notes as they came."""
        lying = facts_of(self.kind.facts(self.world.library.reader, self.running), Ranked)
        self.show_notes(zones, lying, "none")


class PlacesCanvas(BallotCanvas):
    """Where people stand on the question that Tab has led to, and the reasons they gave."""

    def __init__(self, kind: CaptureKind, world: World, running: Running, parent: QWidget) -> None:
        """The spectrum of a run."""
        words = world.words
        ways = BallotWays(
            forms=spectrum_setup(running.recipe).times,
            make_form=lambda here: ScaleForm(world.look, here, self._questions(here)),
            rule=lambda: scale_rule(words, self._questions(words)),
            not_yet=words("spectrum.not-yet"),
            count=self._count,
            count_label=words("spectrum.count"),
        )
        super().__init__(kind, world, running, parent, ways)

    def show_closed(self, words: Words, size: float) -> int:
        """The question the line aims at: its middle and its spread at each time."""
        facts = facts_of(self.kind.facts(self.world.library.reader, self.running), SpectrumFacts)
        asked = latest_of(facts, self.target())
        if asked is None:
            return 0
        rows = question_rows(words, asked)
        ends = question_ends(self.running.recipe, words.language, asked.id)
        diagram = scale_diagram(rows, (ends.low, ends.high), WIDTH, size)
        self.panel.show_diagram(diagram, said_of(words, self.running.recipe, asked))
        self.panel.tell(self._places(words, asked))
        return asked.people

    def _places(self, words: Words, asked: QuestionFacts) -> str:
        """How many stand where, one or two with their neighbours: for the facilitator alone."""
        told = []
        for position in asked.positions:
            parts = [
                words("spectrum.place", place=place.low, n=place.number)
                if place.low == place.high
                else words("spectrum.places", low=place.low, high=place.high, n=place.number)
                for place in position.places
            ]
            if parts:
                name = time_name(words, position.time)
                told.append(words("spectrum.stood", time=name, places=", ".join(parts)))
        return " ".join(told)

    def _questions(self, words: Words) -> list[ScaleQuestion]:
        """Each question at each time, in the order in which they are asked."""
        setup, found = spectrum_setup(self.running.recipe), []
        for zone in setup.zones:
            ends = question_ends(self.running.recipe, words.language, zone.id)
            for time in setup.times:
                several = {"time": time_name(words, time), "question": ends.question}
                asked = words("spectrum.asked", **several)
                text = asked if len(setup.times) > 1 else ends.question
                found.append(ScaleQuestion(time, zone.id, text, ends.low, ends.high))
        return found

    def _count(self, ballot: Ballot) -> None:
        """Type in how many stand at each place of the question the line aims at."""
        words, world, question = self.words_here, self.world, self.target()
        known: dict[tuple[str, str], int] = {}
        for time, asked in ballot.rounds.items():
            told = counts_in(world.library.reader, asked).get(question, {})
            known |= {(time, place): number for place, number in told.items()}
        ends = question_ends(self.running.recipe, words.language, question)
        columns = [(place, place) for place in SCALE]
        columns[0] = (SCALE[0], f"{SCALE[0]} {ends.low}")
        columns[-1] = (SCALE[-1], f"{SCALE[-1]} {ends.high}")
        table = CountTable(
            rows=[(time, time_name(words, time)) for time in ballot.rounds],
            columns=columns,
            known=known,
            check=self._counted_so_far,
        )

        def write(numbers: Numbers) -> None:
            counts = {
                time: {question: {place: numbers[time, place] for place in SCALE}}
                for time in ballot.rounds
            }
            record(world.library, self.running, ballot, counts)

        title, how = ends.question, world.words("spectrum.count-how")
        dialog = CountDialog(world, self.widget.window(), title, how, table, write)
        dialog.accepted.connect(self.refresh)
        dialog.open()

    def _counted_so_far(self, numbers: Numbers) -> str:
        totals: dict[str, int] = {}
        for (time, _), number in numbers.items():
            totals[time] = totals.get(time, 0) + number
        words = self.words_here
        return " · ".join(
            words("spectrum.counted-n", time=time_name(words, time), n=number)
            for time, number in totals.items()
        )
