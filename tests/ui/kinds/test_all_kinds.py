"""What holds of every kind of exercise, whichever there are: each is found in the table, run in the
real window with nothing, one thing, eighteen and hundreds in it, shown, printed and undone."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec
import pytest
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QApplication, QWidget

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.community.communities import CommunityFields, create_community
from app.kinds.table import make_kinds
from app.library.library import Library
from app.library.library_check import check
from app.library.opening import open_library
from app.library.row import Row
from app.library.rows import JOURNALED, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from app.words import LANGUAGES, Words
from app.workshop.planning import WorkshopFields, add_exercise, plan_workshop, scope_of
from app.workshop.running import Running, place_of
from exports.export import make_page, write_page
from exports.page import Paper
from exports.registry import FORMATS
from exports.request import ExportRequest
from tests.ui.fitting import misfits, settle
from tests.ui.opened import Opened, opened
from ui.cockpit.cockpit import Cockpit
from ui.kind_tables import make_reports, make_views
from ui.look.look import make_look
from ui.wall.scene import Scene, questions_of
from ui.wall.scene_painter import ScenePainter
from ui.wall.wall_picture import RunSeen

SAID = (
    "One person to call",
    "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle" * 2,
    "אנחנו רוצים להיפגש שוב (2 פעמים)",
    "أن نلتقي مرة أخرى",
    "🎉 ça marche 👩‍👩‍👧‍👦",
)
"""What people say first: words, a very long word, from the right, emoji."""

ROOMFUL, MANY = 18, 500
AMOUNTS = (0, 1, ROOMFUL, MANY)

WALLS = ((1280, 720), (1920, 1080), (3840, 2160))
PAPERS: tuple[Paper, ...] = ("letter", "a4")

CATALOGUE = load_catalogue(resources_folder())
KINDS = make_kinds(CATALOGUE)


@pytest.fixture(scope="module")
def planned(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library, closed, with a workshop for each kind: one exercise each, titled by its kind."""
    path = tmp_path_factory.mktemp("planned") / "library.hearth"
    library = open_library(path, MachineMoment())
    community = create_community(library, CommunityFields(name="Lanterns", zone="America/Toronto"))
    for kind in KINDS.ids:
        wish = WorkshopFields(
            community=community.id,
            purpose="launch",
            title=kind,
            date="2026-01-15",
            zone="America/Toronto",
            starts=510,
            minutes=240,
            languages=LANGUAGES,
        )
        workshop = plan_workshop(library, CATALOGUE, wish)
        exercise = next(one.id for one in CATALOGUE.exercises if one.kind == kind)
        add_exercise(library, CATALOGUE, workshop, exercise)
    library.close()
    return path


class Trial:
    """A kind in a room of its own."""

    def __init__(self, house: Opened, kind: str) -> None:
        """Go to the room of the kind's workshop, to its only block."""
        self.house, self.kind = house, KINDS[kind]
        self.id, self.said = kind, 0
        reader = self.library.reader
        (self.workshop,) = reader.rows(Workshop, title=kind)
        house.hearth.window.cockpit(self.workshop.id)
        settle()

    @property
    def library(self) -> Library:
        """The library of the window."""
        return self.house.hearth.library

    @property
    def catalogue(self) -> Catalogue:
        """What the window knows."""
        return self.house.hearth.catalogue

    @property
    def running(self) -> Running:
        """The run on screen, with its block as it now is."""
        place = place_of(self.library.reader, self.workshop.id)
        assert place is not None
        return place.running

    @property
    def canvas_widget(self) -> QWidget:
        """The canvas on screen."""
        screen = self.house.hearth.window.screen_shown
        assert isinstance(screen, Cockpit)
        assert screen.canvas is not None
        return screen.canvas.widget

    def kept_of(self, number: int) -> int:
        """How many of the first so many things said stand in the library, word for word."""
        there = msgspec.json.encode(rows_of(self)).decode()
        return sum(said(at) in there for at in range(number))

    def targets(self) -> tuple[str, ...]:
        """Where something can be typed that is neither refused nor for later."""
        return self.kind.targets(self.running, self.library.reader)

    def fill(self, number: int) -> None:
        """Capture until so many were: a line at a time, what is many pasted, all around."""
        targets, done, self.said = self.targets(), self.said, number
        if not targets:
            return
        lines = [said(at) for at in range(done, number)]
        if number < MANY:
            for at, line in enumerate(lines):
                self.capture(targets[at % len(targets)], line)
            return
        for at, target in enumerate(targets):
            self.capture(target, "\n".join(lines[at :: len(targets)]))

    def capture(self, target: str, text: str) -> None:
        """Through the kind's own door."""
        self.kind.capture(self.library, self.running, target, text)

    def facts(self) -> list[msgspec.Struct]:
        """What the run adds up to: frozen structs."""
        found = list(self.kind.facts(self.library.reader, self.running))
        assert all(one.__struct_config__.frozen for one in found)
        return found


def said(at: int) -> str:
    """What is said as number ``at``: no two alike, and what is hard to set first."""
    return f"{SAID[at % len(SAID) if at < ROOMFUL else 0]} {at}"


@contextmanager
def trial(
    application: QApplication, folder: Path, library: Path, kind: str, text: int = 200
) -> Iterator[Trial]:
    """A kind's room in the smallest window, its letters as large as they get."""
    with opened(application, folder, text=text, library=library) as house:
        house.hearth.window.resize(1280, 720)
        yield Trial(house, kind)


@pytest.fixture(params=KINDS.ids)
def room(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path: Path, planned: Path
) -> Iterator[Trial]:
    """The room of a kind, in a copy of the library; once for each kind."""
    shutil.copyfile(planned, tmp_path / planned.name)
    with trial(qapp, tmp_path, tmp_path, request.param) as made:
        yield made


def rows_of(trial: Trial) -> dict[str, list[Row]]:
    """Every row that can be undone, by its table."""
    return {kind.table: list(trial.library.reader.rows(kind)) for kind in JOURNALED}


def lay_on_walls(trial: Trial) -> None:
    """The room's picture on every page of three walls; the page seen first is painted."""
    hearth = trial.house.hearth
    place = place_of(trial.library.reader, trial.workshop.id)
    assert place is not None
    words = tuple(hearth.speech(language) for language in LANGUAGES)
    make = make_views(trial.catalogue)[trial.id].picture
    of = next(iter(trial.targets()), "")
    picture = make(RunSeen(trial.library.reader, trial.catalogue, trial.running, of, words))
    scene = Scene(questions_of(trial.running), picture, "Lanterns", LANGUAGES)
    for size in WALLS if trial.said < MANY else WALLS[:1]:
        painter = ScenePainter(make_look("light"), hearth.speech)
        assert painter.page_count(size, scene) >= 1
        image = QImage(*size, QImage.Format.Format_RGB32)
        with QPainter(image) as brush:
            painter.paint(brush, size, scene, None, None)


def summary(trial: Trial, form: str = "pdf") -> ExportRequest:
    """What is asked for: the summary of the workshop."""
    return ExportRequest(document="summary", subject=trial.workshop.id, format=form)


def print_all(trial: Trial) -> None:
    """The summary in every format, in both languages; the worksheet on both papers."""
    for language in LANGUAGES:
        words = trial.house.hearth.speech(language)
        for form in FORMATS:
            write(trial, words, summary(trial, form))
    for paper in PAPERS:
        wanted = ExportRequest(document="run-sheet", subject=trial.workshop.id, paper=paper)
        write(trial, words, msgspec.structs.replace(wanted, audience="facilitator"))


def write(trial: Trial, words: Words, request: ExportRequest) -> None:
    """A document to its last byte."""
    reports = make_reports(trial.catalogue)
    with trial.library.snapshot() as reader:
        page = make_page(request, reader, trial.catalogue, reports, words)
    assert write_page(page, request, resources_folder() / "fonts").data


def test_however_much_there_is(room: Trial) -> None:
    """Nothing, one thing, a room's worth and far too much: on canvas, on walls, and on paper."""
    for number in AMOUNTS:
        room.fill(number)
        assert room.kept_of(number) == (number if room.targets() else 0)
        settle()
        assert misfits(room.canvas_widget) == [], number
        lay_on_walls(room)
        room.facts()
        if number in (0, ROOMFUL):
            print_all(room)
    write(room, room.house.hearth.speech("en"), summary(room))


def test_all_is_undone_done_again_and_kept(qapp: QApplication, tmp_path: Path, room: Trial) -> None:
    """Back to nothing a change at a time, forward again, and there when Hearth is next opened."""
    scope, bare, changes = scope_of(room.workshop), rows_of(room), 0
    room.fill(ROOMFUL)
    full = rows_of(room)
    while rows_of(room) != bare:
        room.library.undo(scope)
        changes += 1
    settle()
    for _ in range(changes):
        room.library.redo(scope)
    settle()
    assert rows_of(room) == full
    room.house.hearth.close()
    with trial(qapp, tmp_path, tmp_path, room.id, text=100) as again:
        assert rows_of(again) == full
        again.facts()
    assert check(tmp_path / "library.hearth").sound
