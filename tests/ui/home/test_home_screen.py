"""Home as a person meets it: empty, with a few communities, with two hundred."""

import itertools
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.community.stages import record_reading
from app.community.states import record_state
from app.library.library import Library
from app.library.rows import Community, Snooze
from app.resources import resources_folder
from app.words_files import load_words
from tests.app.community.village import TODAY, action, charter, found, joins, workshop
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import Stage, make_stage, settle
from ui.home.community_line import home_columns
from ui.home.home_screen import HomeActs, HomeScreen
from ui.look.look import make_look
from ui.parts.column_list import ColumnListModel, ListLine
from ui.parts.list_columns import lay_columns

LONG = "Réseau interministériel d’apprentissage en évaluation et en écriture claire de l’Est"


class Asked:
    """What Home asked for: new communities, the sample, one that was handed over, launches."""

    def __init__(self) -> None:
        """Nothing yet."""
        self.new: list[QWidget] = []
        self.brought: list[QWidget] = []
        self.handed: list[str] = []
        self.samples = 0
        self.planned: list[str] = []

    def new_community(self, parent: QWidget) -> None:
        """A new community was asked for."""
        self.new.append(parent)

    def bring_in(self, parent: QWidget) -> None:
        """A community that was handed over was asked for."""
        self.brought.append(parent)

    def hand_over(self, parent: QWidget, community: str) -> None:
        """How to hand a community over was asked for."""
        self.handed.append(community)

    def add_sample(self) -> None:
        """The sample was asked for."""
        self.samples += 1

    def plan_launch(self, parent: QWidget, community: str) -> None:
        """A launch was to be planned."""
        self.planned.append(community)


def home(
    qtbot: QtBot,
    library: Library,
    *,
    size: tuple[int, int] = (1232, 900),
    language: str = "en",
    text: int = 100,
) -> tuple[HomeScreen, Stage, Asked]:
    """Home on the screen, listening to the library."""
    stage, asked = make_stage(library, language=language, text=text), Asked()
    acts = HomeActs(
        asked.new_community, asked.add_sample, asked.plan_launch, asked.bring_in, asked.hand_over
    )
    screen = HomeScreen(stage.world, acts)
    qtbot.addWidget(screen)
    library.subscribe(screen.library_changed)
    screen.resize(*size)
    screen.show()
    settle()
    return screen, stage, asked


def said_on(card: QWidget) -> list[str]:
    """The words of a card."""
    return [label.text() for label in card.findChildren(QLabel)]


def names(model: ColumnListModel) -> list[str]:
    """What the list shows."""
    return [str(model.data(model.index(row))) for row in range(model.rowCount())]


def six(library: Library, more: Sequence[str] = ()) -> list[Community]:
    """Six communities in different states."""
    made = []
    for number, name in enumerate(("Bridges", "Evaluation", "Plain", "Spatial", "Water", *more)):
        community = found(library, name)
        person = joins(library, community, f"Maude Tremblay {number}").person
        if number % 2 == 0:
            end = TODAY + timedelta(days=20 + number)
            fields = HoldingFields(
                role="coordinator", person=person, starts=date(2025, 1, 1), ends=end
            )
            give_role(library, community.id, fields)
            workshop(library, community, date(2025, 10, 3), state="closed")
            record_reading(library, community.id, date(2025, 10, 3), {"grow": "", "renew": ""})
        made.append(community)
    workshop(library, made[3], TODAY, state="running")
    workshop(library, made[0], TODAY + timedelta(days=1), purpose="renewal", title="Winter")
    action(library, made[4], "Send the list", TODAY - timedelta(days=4))
    charter(library, made[2], TODAY + timedelta(days=100))
    return made


def test_an_empty_library_says_what_to_do_first(qtbot: QtBot, library: Library) -> None:
    screen, _, asked = home(qtbot, library)
    assert screen.header.title.text() == "Good morning"
    assert not screen.list_card.isVisible()
    assert not screen.new_button.isVisible()
    assert screen.cards == []
    QTest.mouseClick(screen.first_button, Qt.MouseButton.LeftButton)
    assert asked.new == [screen]
    QTest.mouseClick(screen.sample_button, Qt.MouseButton.LeftButton)
    assert asked.samples == 1


def test_founding_a_first_community_shows_the_list(qtbot: QtBot, library: Library) -> None:
    screen, _, _ = home(qtbot, library)
    found(library, "Water Quality")
    assert screen.list_card.isVisible()
    assert names(screen.model) == ["Water Quality"]
    library.undo(screen.scope())
    assert not screen.list_card.isVisible()


def test_the_most_urgent_three_come_first_and_lead_there(qtbot: QtBot, library: Library) -> None:
    made = six(library)
    screen, stage, _ = home(qtbot, library)
    titles = [card.title.text() for card in screen.cards]
    assert titles == ["Spatial · launch", "Bridges · renewal", "Water"]
    assert [card.button.property("role") for card in screen.cards] == ["primary", "quiet", "quiet"]
    lines = {card.button.mapTo(screen, card.button.rect().topLeft()).y() for card in screen.cards}
    assert len(lines) == 1, "the buttons stand in one line"
    said = said_on(screen.cards[0])
    assert any("Nothing was lost." in text for text in said)
    for card in screen.cards:
        QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    places = [place for place, _ in stage.went.places]
    assert places == ["room", "design", "community"]
    assert stage.went.places[2] == ("community", made[4].id)


def settled(library: Library, name: str = "Bridges") -> Community:
    """A community in which nothing waits."""
    community = found(library, name)
    for role in ("coordinator", "sponsor"):
        person = joins(library, community, f"{role.title()} {name}").person
        give_role(library, community.id, HoldingFields(role=role, person=person, starts=TODAY))
    workshop(library, community, TODAY - timedelta(days=9), state="closed")
    charter(library, community, TODAY + timedelta(days=200))
    return community


def test_where_nothing_waits_what_is_next_is_said(qtbot: QtBot, library: Library) -> None:
    """The soonest of all communities, with the one filled button; it cannot be put off."""
    near, far = settled(library), settled(library, "Roads")
    workshop(library, near, TODAY + timedelta(days=58), purpose="renewal")
    workshop(library, far, TODAY + timedelta(days=50), purpose="renewal", title="Renewal")
    screen, stage, _ = home(qtbot, library)
    (card,) = screen.cards
    assert "“Renewal” is in 7 weeks. There is still time to review the agenda." in said_on(card)
    meeting = GatheringFields(date=TODAY + timedelta(days=30), title="Case clinic")
    plan_gathering(library, near.id, meeting)
    settle()
    (card,) = screen.cards
    assert "“Case clinic” is in 4 weeks." in said_on(card)
    assert card.button.property("role") == "primary"
    assert not card.later.isVisible()
    QTest.mouseClick(card.button, Qt.MouseButton.LeftButton)
    assert stage.went.places[-1] == ("community", near.id)


def test_later_puts_a_sign_off_for_a_week(qtbot: QtBot, library: Library) -> None:
    six(library)
    screen, _, _ = home(qtbot, library)
    before = screen.cards[2].title.text()
    week = screen.cards[2].later.menu_of_times().actions()[0]
    week.trigger()
    assert screen.cards[2].title.text() != before
    (row,) = library.reader.rows(Snooze)
    assert row.until == "2025-11-19"
    assert row.what.startswith("actions-past:")


def test_the_list_is_walked_and_opened_with_the_keyboard(qtbot: QtBot, library: Library) -> None:
    made = six(library)
    screen, stage, _ = home(qtbot, library)
    lines = screen.list_card.lines
    lines.setFocus()
    qtbot.waitUntil(lines.hasFocus)
    assert lines.current == made[0].id
    QTest.keyClick(lines, Qt.Key.Key_Down)
    QTest.keyClick(lines, Qt.Key.Key_Down)
    QTest.keyClick(lines, Qt.Key.Key_Return)
    assert stage.went.places == [("community", made[2].id)]


def test_a_click_opens_a_community(qtbot: QtBot, library: Library) -> None:
    made = six(library)
    screen, stage, _ = home(qtbot, library)
    lines = screen.list_card.lines
    place = lines.visualRect(screen.model.index(1)).center()
    QTest.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert stage.went.places == [("community", made[1].id)]


def test_the_row_keeps_the_focus_when_the_library_changes(qtbot: QtBot, library: Library) -> None:
    made = six(library)
    screen, _, _ = home(qtbot, library)
    screen.list_card.lines.choose(made[3].id)
    found(library, "Aardvark Watch")
    assert names(screen.model)[0] == "Aardvark Watch"
    assert screen.list_card.lines.current == made[3].id


def test_an_ended_community_is_folded_away(qtbot: QtBot, library: Library) -> None:
    made = six(library)
    screen, _, _ = home(qtbot, library)
    assert not screen.ended_button.isVisible()
    record_state(library, made[1].id, TODAY, "closed")
    assert "Evaluation" not in names(screen.model)
    assert screen.ended_button.accessibleName() == "1 ended or archived"
    QTest.mouseClick(screen.ended_button, Qt.MouseButton.LeftButton)
    assert "Evaluation" in names(screen.model)
    row = screen.model.row_of(made[1].id)
    assert row is not None
    assert screen.model.line(row).muted


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("en", "paused since 12 Nov 2025"),
        ("fr", "en pause depuis le 12\N{NO-BREAK SPACE}nov. 2025"),
    ],
)
def test_a_paused_community_stays_on_home_and_says_so(
    qtbot: QtBot, library: Library, language: str, said: str
) -> None:
    made = six(library)
    screen, _, _ = home(qtbot, library, language=language)
    record_state(library, made[1].id, TODAY, "paused")
    row = screen.model.row_of(made[1].id)
    assert row is not None
    assert said in screen.model.line(row).whole
    assert not screen.ended_button.isVisible()


def test_ctrl_n_asks_for_a_new_community(qtbot: QtBot, library: Library) -> None:
    six(library)
    screen, _, asked = home(qtbot, library)
    screen.activateWindow()
    qtbot.waitUntil(screen.isActiveWindow)
    QTest.keyClick(screen, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert asked.new == [screen]


def test_what_screen_readers_are_told_of_a_line(qtbot: QtBot, library: Library) -> None:
    six(library)
    screen, _, _ = home(qtbot, library)
    index = screen.model.index(0)
    told = screen.model.data(index, Qt.ItemDataRole.AccessibleTextRole)
    assert told == (
        "Bridges. 1 member · coordinator Maude Tremblay 0. stage: Grow and Renew."
        " Launch · 3 Oct 2025. renewal, 13 Nov. ▲\N{NO-BREAK SPACE}a term ends in 2 weeks"
    )


def test_two_hundred_are_spoken_only_where_they_are_seen(qtbot: QtBot, library: Library) -> None:
    with library.change("many"):
        for number in range(200):
            found(library, f"Community {number:03}")
    screen, _, _ = home(qtbot, library, size=(1072, 720))
    assert screen.model.rowCount() == 200
    keys = [screen.model.key(row) for row in range(200)]
    spoken: list[int] = []

    def speak(row: int) -> ListLine:
        spoken.append(row)
        return ListLine(name=keys[row])

    screen.model.set_lines(keys, speak)
    settle()
    assert 0 < len(spoken) < 30
    screen.list_card.lines.setFocus()
    screen.list_card.lines.choose(screen.model.key(199))
    settle()
    place = screen.list_card.lines.visualRect(screen.model.index(199))
    seen = screen.list_card.lines.visibleRegion().boundingRect()
    assert seen.contains(place.center())


def test_the_model_keeps_qts_rules(qtbot: QtBot, library: Library) -> None:
    six(library)
    screen, _, _ = home(qtbot, library)
    mode = QAbstractItemModelTester.FailureReportingMode.Fatal
    tester = QAbstractItemModelTester(screen.model, mode)
    found(library, "Another")
    assert tester.model() is screen.model
    assert screen.model.rowCount() == 6


@pytest.mark.parametrize("width", [400, 700, 1000, 1300])
@pytest.mark.parametrize("text", [80, 100, 200])
def test_columns_fold_and_never_overlap(width: int, text: int) -> None:
    look = make_look("light", text)
    laid = lay_columns(look, home_columns(load_words(resources_folder(), "fr")), width)
    edges = [(place.left, place.left + place.width) for place in laid.places]
    assert laid.places[0].column.id == "name"
    assert all(end <= start for (_, end), (start, _) in itertools.pairwise(edges))
    shown = {place.column.id for place in laid.places}
    assert {"next", "worth"} <= shown | set(laid.under)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "text"), [((1072, 720), 100), ((1172, 720), 200), ((1712, 1080), 80)]
)
@pytest.mark.parametrize("many", [0, 6])
def test_home_fits(
    qtbot: QtBot, library: Library, size: tuple[int, int], text: int, language: str, many: int
) -> None:
    if many:
        six(library, [LONG])
    screen, _, _ = home(qtbot, library, size=size, language=language, text=text)
    assert misfits(screen) == []
