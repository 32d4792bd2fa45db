"""The exercises: found by what one remembers, read whole, used where a workshop is planned."""

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QLabel, QMenu
from pytestqt.qtbot import QtBot

from app.catalogue.timing import needed_minutes
from app.community.states import record_state
from app.library.library import Library
from app.library.rows import Community, Run, Workshop
from app.moment import stamp
from app.workshop.agenda_order import blocks_of
from app.workshop.planning import add_exercise, plan_workshop, scope_of
from tests.app.community.village import NOW, TODAY, found
from tests.app.workshop.plans import wish
from tests.ui.exercises.shelf import Reading, reading
from tests.ui.fitting import misfits, settle
from ui.design.design_screen import DesignScreen
from ui.exercises.exercise_page import ExercisePage
from ui.exercises.exercises_screen import LIST, PAGE
from ui.parts.pill import PillButton

no_grab = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


def plan(exercises: Reading, **more: object) -> tuple[Community, Workshop]:
    """A planned workshop."""
    library, catalogue = exercises.library, exercises.catalogue
    community = found(library, name=str(more.pop("name", "Bridge Inspection Practice")))
    return community, plan_workshop(library, catalogue, wish(community.id, **more))


def menu_of(exercises: Reading) -> QMenu:
    """The menu that the button opens."""
    QTest.mouseClick(exercises.screen.page.use_button, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def test_all_are_listed_and_the_first_is_read(exercises: Reading) -> None:
    """Name, length and purpose in the list; the recipe at the right."""
    catalogue = exercises.catalogue
    assert exercises.listed() == [one.id for one in catalogue.exercises]
    assert exercises.screen.found.text() == f"{len(catalogue.exercises)} exercises"
    first = catalogue.exercises[0].in_language("en")
    assert exercises.screen.page.title.text() == first.name
    assert exercises.screen.page.lead.text() == first.purpose


def test_typing_finds_and_shows_the_best_match(exercises: Reading, qtbot: QtBot) -> None:
    """The field has the focus; Enter goes to the cards, arrows go on from there."""
    screen = exercises.screen
    assert screen.filters.field.hasFocus()
    QTest.keyClicks(screen.filters.field, "hopes and fears")
    settle()
    of_all = len(exercises.catalogue.exercises)
    assert screen.found.text().startswith(f"{len(exercises.listed())} of {of_all}")
    assert len(exercises.listed()) < of_all
    assert exercises.listed()[0] == "hopes-and-fears"
    qtbot.waitUntil(lambda: screen.page.title.text() == "Hopes and fears")
    QTest.keyClick(screen.filters.field, Qt.Key.Key_Return)
    assert screen.cards.hasFocus()
    screen.filters.field.clear()
    settle()
    assert screen.found.text() == f"{of_all} exercises"
    at = exercises.listed().index("hopes-and-fears")
    QTest.keyClick(screen.cards, Qt.Key.Key_Down)
    settle()
    assert screen.cards.current == exercises.listed()[at + 1]
    after = exercises.catalogue.exercise(screen.cards.current)
    assert screen.page.title.text() == after.in_language("en").name


def test_enter_reads_what_was_just_found(exercises: Reading) -> None:
    """However fast it follows the last key."""
    screen = exercises.screen
    QTest.keyClicks(screen.filters.field, "who tends")
    QTest.keyClick(screen.filters.field, Qt.Key.Key_Return)
    assert screen.page.title.text() == "Who tends what"


def test_what_is_read_stays_while_it_is_among_what_is_found(exercises: Reading) -> None:
    """Otherwise the best match is read."""
    screen = exercises.screen
    screen.cards.choose("who-tends-what")
    screen.filters.stage.choose("grow")
    assert screen.page.title.text() == "Who tends what"
    screen.filters.kind.choose("charter")
    assert screen.page.title.text() == "What we take care of"
    screen.filters.field.setText("zebra")
    of_all = len(exercises.catalogue.exercises)
    assert screen.found.text().startswith(f"Nothing like it among {of_all}.")
    QTest.mouseClick(screen.all_button, Qt.MouseButton.LeftButton)
    assert len(exercises.listed()) == len(exercises.catalogue.exercises)
    assert not screen.all_button.isVisible()


@no_grab
def test_a_filter_says_what_it_is_set_to(exercises: Reading) -> None:
    """Its menu marks what is chosen, and its first entry takes it off."""
    pill = exercises.screen.filters.stage
    assert pill.accessibleName() == "stage"
    pill.choose("renew")
    assert pill.accessibleName() == "stage: Renew"
    assert pill.isChecked()
    QTest.mouseClick(pill, Qt.MouseButton.LeftButton)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [one.text() for one in menu.actions() if one.isChecked()] == ["Renew"]
    menu.actions()[0].trigger()
    menu.close()
    assert not pill.isChecked()
    assert len(exercises.listed()) == len(exercises.catalogue.exercises)


def test_the_page_says_all_there_is(exercises: Reading) -> None:
    """Each step with what to do and to say; and everything that helps."""
    exercises.screen.cards.choose("hopes-and-fears")
    settle()
    entry = exercises.catalogue.exercise("hopes-and-fears")
    told = entry.in_language("en")
    texts = exercises.texts()
    for step in entry.steps:
        said = told.steps[step.id]
        assert {said.title, said.do, f"“{said.say}”"} <= set(texts)
    for text in (
        told.listen, told.when, told.when_not, told.close, told.room, told.fails, told.captures,
        told.access, told.follow_up, told.sizes.large, told.variations.less_time,
        *told.prepare, *told.helpers, *told.handouts, f"“{told.question}”",
    ):  # fmt: skip
        assert text in texts
    assert any("4 to 40 people · 30–60" in text for text in texts)
    assert "Hopes → charter (why now), summary" in texts
    assert "The sponsor leaves before it begins." in texts


def test_what_to_say_first_stands_first(exercises: Reading) -> None:
    """The question that everybody sees, and the words of the first step."""
    exercises.screen.cards.choose("hopes-and-fears")
    settle()
    told = exercises.catalogue.exercise("hopes-and-fears").in_language("en")
    first = exercises.screen.page.first
    assert first.question.text() == f"“{told.question}”"
    assert first.say.text() == f"“{told.steps['alone'].say}”"
    texts = exercises.texts()
    assert texts.index(first.question.text()) < texts.index(told.steps["alone"].do)


def test_steps_are_fitted_to_another_length(exercises: Reading) -> None:
    """The pills are the three lengths it is written for."""
    page = exercises.screen.page
    exercises.screen.cards.choose("questions-we-hold")
    entry = exercises.catalogue.exercise("questions-we-hold")
    assert [pill.isChecked() for pill in page.knobs.lengths] == [False, True, False]
    page.knobs.lengths[0].click()
    settle()
    assert f"Steps at {entry.minutes.short} minutes" in exercises.texts()
    assert step_minutes(page) == entry.minutes.short
    assert [pill.isChecked() for pill in page.knobs.lengths] == [True, False, False]


def test_steps_and_things_are_counted_for_so_many_people(exercises: Reading) -> None:
    """As long as their turns take, by arithmetic; what to bring is counted with them."""
    page = exercises.screen.page
    exercises.screen.cards.choose("hopes-and-fears")
    entry = exercises.catalogue.exercise("hopes-and-fears")
    for pill, people in zip(page.knobs.sizes, (6, 15, 40), strict=True):
        pill.click()
        settle()
        assert step_minutes(page) == needed_minutes(entry, people)
        (heading,) = (text for text in exercises.texts() if text.startswith("Bring, for"))
        assert heading == f"Bring, for {people} people"
        assert any(text.startswith(f"{2 * people}\u00a0×") for text in exercises.texts())
        assert pill.isChecked()


def test_another_way_changes_what_its_steps_do(exercises: Reading) -> None:
    """Those it does not name stay as they are; what is said aloud stays too."""
    page = exercises.screen.page
    exercises.screen.cards.choose("hopes-and-fears")
    told = exercises.catalogue.exercise("hopes-and-fears").in_language("en")
    written, online, thin, seated = page.knobs.ways
    for pill, way in ((online, "online"), (thin, "distrust"), (seated, "seated")):
        pill.click()
        settle()
        texts = exercises.texts()
        for step, said in told.steps.items():
            instead = told.ways[way].get(step)
            assert (instead or said.do) in texts
            assert instead is None or said.do not in texts
            assert f"“{said.say}”" in texts
    written.click()
    settle()
    assert all(said.do in exercises.texts() for said in told.steps.values())


def test_another_exercise_begins_as_it_is_written(exercises: Reading) -> None:
    """The way and the length belong to the one that was read."""
    page = exercises.screen.page
    exercises.screen.cards.choose("hopes-and-fears")
    page.knobs.ways[1].click()
    page.knobs.lengths[0].click()
    exercises.screen.cards.choose("opening-round")
    assert page.knobs.ways[0].isChecked()
    assert page.knobs.minutes == exercises.catalogue.exercise("opening-round").minutes.usual


def test_what_goes_before_and_after_is_a_click_away(exercises: Reading) -> None:
    """Also where what is looked for has left it out of the list."""
    screen = exercises.screen
    screen.cards.choose("hopes-and-fears")
    screen.filters.kind.choose("board")
    settle()
    link(exercises, "Opening round").click()
    settle()
    assert screen.page.title.text() == "Opening round"
    assert screen.cards.current == "opening-round"


def test_a_concept_leads_to_all_that_serves_it(exercises: Reading) -> None:
    """The list is narrowed to it."""
    exercises.screen.cards.choose("hopes-and-fears")
    settle()
    link(exercises, "Excitement and apprehension").click()
    settle()
    wanted = [one.id for one in exercises.catalogue.exercises if "hopes-fears" in one.concepts]
    assert exercises.listed() == wanted


def link(exercises: Reading, name: str) -> PillButton:
    """A link on the page, by its name."""
    pills = exercises.screen.page.findChildren(PillButton)
    (found,) = (one for one in pills if one.isVisible() and one.accessibleName() == name)
    return found


def step_minutes(page: ExercisePage) -> int:
    """What the minutes beside the steps add up to."""
    texts = (label.text() for label in page.steps.findChildren(QLabel) if label.isVisible())
    lengths = (text.removesuffix("\u00a0min") for text in texts if text.endswith("\u00a0min"))
    return sum(int(text) for text in lengths if text.isdigit())


def test_without_a_planned_workshop_nothing_is_offered(exercises: Reading) -> None:
    """The button comes with the first one and goes with the last."""
    button = exercises.screen.page.use_button
    assert not button.isVisible()
    community, workshop = plan(exercises)
    settle()
    assert button.isVisible()
    with exercises.library.change("block-enter", scope_of(workshop)) as rows:
        rows.change(workshop, state="running")
    assert not button.isVisible()
    with exercises.library.change("block-enter", scope_of(workshop)) as rows:
        rows.change(workshop, state="planned")
    record_state(exercises.library, community.id, TODAY, "closed")
    assert not button.isVisible()


@no_grab
def test_an_exercise_is_put_into_a_planned_workshop(exercises: Reading) -> None:
    """Those to come first, then those gone by; the chosen one opens at its agenda."""
    plan(exercises, date="2025-06-01", title="Long ago", name="Old friends")
    _, later = plan(exercises, date="2026-02-01", title="Later & larger", name="Water")
    plan(exercises, date="2026-01-15", title="Soon", name="Bridges")
    exercises.screen.cards.choose("our-word")
    menu = menu_of(exercises)
    assert [action.text() for action in menu.actions()] == [
        "Soon · 15 January 2026 · Bridges",
        "Later && larger · 1 February 2026 · Water",
        "Long ago · 1 June · Old friends",
    ]
    menu.actions()[1].trigger()
    menu.close()
    settle()
    blocks = blocks_of(exercises.library.reader, later.id)
    assert [block.exercise for block in blocks] == ["our-word"]
    assert type(exercises.house.hearth.window.screen_shown) is DesignScreen


def test_how_it_went_before_is_told(exercises: Reading) -> None:
    """Counted over all workshops, with what it took where it was planned otherwise."""
    _, workshop = plan(exercises)
    run_it(exercises.library, exercises, workshop, 34)
    run_it(exercises.library, exercises, workshop, 28)
    exercises.screen.cards.choose("our-word")
    settle()
    nb = "\N{NO-BREAK SPACE}"
    usual = exercises.catalogue.exercise("our-word").minutes.usual
    assert "Used 2 times" in exercises.texts()
    assert (
        f"It took 28{nb}min where {usual} were planned and 34{nb}min where {usual} were planned."
        in exercises.texts()
    )


def run_it(library: Library, exercises: Reading, workshop: Workshop, minutes: int) -> None:
    """A run of "our word" that took so many minutes."""
    block = add_exercise(library, exercises.catalogue, workshop, "our-word")
    begun = NOW + timedelta(days=minutes < 30)
    ended = begun + timedelta(minutes=minutes)
    with library.change("block-enter", scope_of(workshop)) as rows:
        rows.add(
            Run(
                id=library.moment.new_id(),
                block=block.id,
                started=stamp(begun),
                ended=stamp(ended),
            )
        )


def test_the_list_keeps_qts_contract(exercises: Reading) -> None:
    """Filled, narrowed, emptied."""
    model = exercises.screen.cards.cards
    tester = QAbstractItemModelTester(
        model, QAbstractItemModelTester.FailureReportingMode.Fatal, model
    )
    for text in ("fears", "zebra", ""):
        exercises.screen.filters.field.setText(text)
        settle()
    assert tester.model() is model
    assert model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)


@pytest.mark.parametrize("language", ["en", "fr"])
@pytest.mark.parametrize(
    ("size", "text"),
    [((1280, 720), 80), ((1280, 720), 100), ((1280, 720), 150), ((1280, 720), 200),
     ((1920, 1080), 200)],
)  # fmt: skip
def test_nothing_is_cut(
    qapp: QApplication, tmp_path: Path, size: tuple[int, int], text: int, language: str
) -> None:
    """With a workshop to use it in, on whichever side is in sight, and when nothing is found."""
    with reading(qapp, tmp_path, size=size, text=text, language=language) as exercises:
        plan(exercises)
        window, screen = exercises.house.hearth.window, exercises.screen
        faults: list[str] = []
        for exercise in ("hopes-and-fears", "what-we-take-care-of"):
            screen.cards.choose(exercise)
            for pane in (LIST, PAGE):
                screen.panes.show_pane(pane)
                settle()
                faults += misfits(window)
        screen.panes.show_pane(LIST)
        screen.filters.field.setText("zebra")
        assert faults + misfits(window) == []


def test_where_it_is_narrow_a_click_turns_to_the_recipe(qapp: QApplication, tmp_path: Path) -> None:
    """And the tab turns back."""
    with reading(qapp, tmp_path, size=(1280, 720), text=200) as exercises:
        screen = exercises.screen
        assert screen.panes.tabbed == (LIST, PAGE)
        assert not screen.page.isVisible()
        at = screen.cards.visualRect(screen.cards.cards.index(0)).center()
        QTest.mouseClick(screen.cards.viewport(), Qt.MouseButton.LeftButton, pos=at)
        settle()
        assert screen.page.isVisible()
        screen.panes.show_pane(LIST)
        settle()
        assert screen.cards.isVisible()
