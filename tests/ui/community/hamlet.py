"""A community as full as they come, and its screens on the screen."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from app.charter.clauses import add_clause
from app.charter.versions import agree, propose, record_stances
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.holdings import HoldingFields, give_role
from app.community.stages import record_reading
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Outcome
from tests.app.community.village import TODAY, action, found, joins, workshop
from tests.ui.home.stand_in import Stage, make_stage, settle
from ui.community.community_screen import CommunityScreen
from ui.community.people_screen import PeopleScreen
from ui.look.themes import ThemeName

D = TypeVar("D", bound=QDialog)

PURPOSE = "We take care of the craft of seeing what a bridge is telling us."
NAMES = ("Maude Tremblay", "Ian Côté", "Fatou Ndiaye", "Paul Gagné", "Nora Singh", "Denis Roy")
LONG_NAME = "Réseau interministériel d’apprentissage en évaluation et en écriture claire de l’Est"
LONG_PERSON = "Anne-Sophie Constantinopoulos-Wolfeschlegelstein"


def full(library: Library, *, over: bool = False) -> Community:
    """A community that has everything; with ``over``, more of it than fits."""
    community = found(library, LONG_NAME if over else "Bridge Inspection Practice")
    people = []
    for number in range(60 if over else 12):
        name = f"{LONG_PERSON} {number}" if over else f"{NAMES[number % 6]} {number}"
        level = ("core", "active", "occasional")[number % 3]
        unit = ("Structures", "Roads", "Labs")[number % 3]
        mail = f"m{number}@example.org"
        row = joins(
            library,
            community,
            name,
            level=level,
            unit=unit,
            email=mail,
            joined=date(2025, 1, 5),
        )
        people.append(row.person)
    _roles(library, community, people)
    record_reading(library, community.id, date(2024, 3, 1), {"establish": "", "renew": ""})
    record_reading(library, community.id, date(2025, 3, 9), {"put-to-work": ""})
    record_reading(library, community.id, date(2025, 10, 3), {"put-to-work": "", "renew": ""})
    for day, purpose in ((date(2025, 3, 9), "check-up"), (date(2024, 9, 12), "launch")):
        workshop(library, community, day, purpose=purpose, state="closed")
    _charter(library, community)
    said = "A promise long enough to need two lines in its card" if over else "Field guide"
    for number in range(14 if over else 2):
        action(library, community, f"{said} {number}", TODAY - timedelta(days=number))
    plan_gathering(
        library,
        community.id,
        GatheringFields(date=TODAY + timedelta(days=20), starts=540, title="Case clinic"),
    )
    held = GatheringFields(date=date(2025, 11, 2), held=True, came=9, helped="A joint, solved")
    plan_gathering(library, community.id, held)
    with library.change("test", Scope(community.id)) as rows:
        rows.add(
            Outcome(
                id=library.moment.new_id(),
                community=community.id,
                form="decision",
                text="We meet on the second Tuesday.",
                position=0,
                made="2025-10-03T15:00:00.000Z",
            )
        )
    return community


def _roles(library: Library, community: Community, people: list[str]) -> None:
    starts, far = date(2025, 1, 1), date(2027, 12, 1)
    soon = TODAY + timedelta(days=21)
    held = [("coordinator", people[0], soon), ("sponsor", people[5], far)]
    held += [("core-group", person, far) for person in people[:4]]
    held += [("newcomer-guide", people[7], date(2025, 6, 10))]
    for role, person, ends in held:
        fields = HoldingFields(role=role, person=person, starts=starts, ends=ends)
        give_role(library, community.id, fields)
    own = HoldingFields(role="own", label="Keeper of the tea", person=people[8], starts=starts)
    give_role(library, community.id, own)


def _charter(library: Library, community: Community) -> None:
    scope = Scope(community.id)
    add_clause(library, scope, "purpose", PURPOSE)
    first = propose(library, scope, date="2024-10-01", language="en")
    record_stances(library, scope, first, {"wholehearted": 9, "fine": 3})
    agree(library, scope, first, "2025-05-01")
    add_clause(library, scope, "rhythm", "Every two weeks.")
    second = propose(
        library, scope, date="2025-10-03", language="en", reason="railway bridges are left out"
    )
    counts = {"wholehearted": 8, "fine": 4, "reservation": 2, "cannot": 0, "away": 1}
    record_stances(library, scope, second, counts)
    agree(library, scope, second, "2026-05-01")


def page(
    qtbot: QtBot,
    library: Library,
    community: Community,
    *,
    size: tuple[int, int] = (1232, 900),
    language: str = "en",
    text: int = 100,
    theme: ThemeName = "light",
) -> tuple[CommunityScreen, Stage]:
    """A community's page on the screen, listening to the library."""
    stage = make_stage(library, language=language, text=text, theme=theme)
    screen = CommunityScreen(
        stage.world,
        community.id,
        lambda parent, community: None,
        lambda parent, document, subject: None,
    )
    _show(qtbot, screen, size)
    library.subscribe(screen.library_changed)
    return screen, stage


def people_page(
    qtbot: QtBot,
    library: Library,
    community: Community,
    *,
    size: tuple[int, int] = (1232, 900),
    language: str = "en",
    text: int = 100,
    letter: Callable[[QWidget, str, str], None] = lambda parent, community, person: None,
) -> tuple[PeopleScreen, Stage]:
    """A community's people on the screen, listening to the library; ``letter`` is asked for one."""
    stage = make_stage(library, language=language, text=text)
    screen = PeopleScreen(stage.world, community.id, letter)
    _show(qtbot, screen, size)
    library.subscribe(screen.library_changed)
    return screen, stage


def asking(screen: QWidget, kind: type[D]) -> D:
    """The window that asks over a screen."""
    (found_dialog,) = [one for one in screen.findChildren(kind) if one.isVisible()]
    settle()
    return found_dialog


def _show(qtbot: QtBot, screen: QWidget, size: tuple[int, int]) -> None:
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    settle()


def click(button: QWidget) -> None:
    """Press a button with the mouse."""
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
