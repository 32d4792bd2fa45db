"""What the dialogs of roles and stages say of them, and the way to their pages."""

from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.community.holdings import OWN
from app.library.library import Library
from tests.app.community.village import found
from tests.ui.community.hamlet import asking, page
from tests.ui.fitting import misfits
from tests.ui.home.stand_in import settle
from ui.community.role_dialog import RoleDialog
from ui.community.stages_dialog import StagesDialog


def texts(widget: QWidget) -> list[str]:
    """What is in sight on it."""
    return [label.text() for label in widget.findChildren(QLabel) if label.isVisible()]


def test_a_role_says_its_first_week(qtbot: QtBot, library: Library) -> None:
    """Of the role that is chosen; nothing for one of the community's own."""
    screen, stage = page(qtbot, library, found(library))
    screen.roles.give("sponsor")
    dialog = asking(screen, RoleDialog)
    for role in ("sponsor", "coordinator"):
        dialog.form.set_values({"role": role})
        dialog.touch("role")
        settle()
        told = stage.world.catalogue.find_role(role)
        assert told is not None
        assert set(told.in_language("en").begins) <= set(texts(dialog.told))
        assert misfits(dialog) == []
    dialog.told.page_button.click()
    assert stage.went.places[-1] == ("read_beside", "role:coordinator")
    dialog.form.set_values({"role": OWN})
    dialog.touch("role")
    settle()
    assert not dialog.told.isVisible()
    dialog.reject()


def test_a_stage_says_all_its_signs(qtbot: QtBot, library: Library) -> None:
    """Each on a line of its own, and where to read more."""
    screen, stage = page(qtbot, library, found(library))
    screen.read_stages()
    dialog = asking(screen, StagesDialog)
    assert misfits(dialog) == []
    for question, entry in zip(dialog.questions, stage.world.catalogue.stages, strict=True):
        said = {label.text() for label in question.findChildren(QLabel)}
        assert set(entry.in_language("en").signs) <= said
    dialog.questions[1].page_button.click()
    second = stage.world.catalogue.stages[1].id
    assert stage.went.places[-1] == ("read_beside", f"stage:{second}")
    dialog.reject()
