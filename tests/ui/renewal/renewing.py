"""The page on which a renewal is planned, on the screen, and a community that has much to renew."""

from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QAbstractButton, QWidget
from pytestqt.qtbot import QtBot

from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Outcome
from app.registers.cells import Party
from app.registers.register_entries import add_entry
from tests.ui.community.hamlet import full
from tests.ui.home.stand_in import Stage, make_stage, settle
from ui.look.themes import ThemeName
from ui.renewal.renewal_screen import RenewalActs, RenewalScreen


@dataclass
class Asked:
    """What was asked for in windows of other screens."""

    exported: list[tuple[str, str]] = field(default_factory=list)
    sheets: list[tuple[str, str]] = field(default_factory=list)
    stages: list[str] = field(default_factory=list)
    planned: list[tuple[str, str]] = field(default_factory=list)

    def acts(self) -> RenewalActs:
        """What remembers it."""
        return RenewalActs(
            export=lambda parent, document, of: self.exported.append((document, of)),
            export_sheet=lambda parent, sheet, of, workshop: self.sheets.append((sheet, of)),
            read_stages=lambda parent, of: self.stages.append(of),
            plan=lambda parent, of, purpose, agenda: self.planned.append((purpose, agenda)),
        )


def page(
    qtbot: QtBot,
    library: Library,
    community: Community,
    *,
    size: tuple[int, int] = (1232, 900),
    language: str = "en",
    text: int = 100,
    theme: ThemeName = "light",
) -> tuple[RenewalScreen, Stage, Asked]:
    """The page of a community, listening to the library."""
    stage, asked = make_stage(library, language=language, text=text, theme=theme), Asked()
    screen = RenewalScreen(stage.world, community.id, asked.acts())
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.show()
    settle()
    library.subscribe(screen.library_changed)
    return screen, stage, asked


def promise(library: Library, stage: Stage, community: Community, **sides: str) -> None:
    """A promise past its date; ``sides`` name the parties: ``giver`` and ``taker``."""
    register = stage.world.catalogue.find_register("gives-and-asks")
    assert register is not None
    add_entry(
        library,
        register,
        community.id,
        {
            "promise": "A room for forty people",
            "from": Party(party=sides["giver"]),
            "to": Party(party=sides["taker"]),
            "due": date(2025, 9, 1),
        },
    )


def everything(library: Library) -> Community:
    """A community of which something is known in every group, and with things set aside."""
    community = full(library)
    with library.change("test", Scope(community.id)) as rows:
        for at in range(6):
            rows.add(
                Outcome(
                    id=library.moment.new_id(), community=community.id, form="parked",
                    text=f"Who keeps the list of shops, {at}", position=at,
                    made="2025-10-03T15:00:00.000Z",
                )
            )  # fmt: skip
    return community


def button(screen: QWidget, name: str) -> QAbstractButton:
    """A button by its name."""
    found = screen.findChild(QAbstractButton, name)
    assert found is not None, name
    return found
