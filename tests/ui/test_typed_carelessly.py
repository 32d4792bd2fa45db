"""What the trial of ``test_typed_anywhere.py`` is worth: each carelessness is seen by it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from tests.ui.typed_places import Opener, Spot
from tests.ui.typed_trial import Trial, Typist
from ui.look.look import make_look
from ui.parts.autosave import REST, Autosave
from ui.parts.form_dialog import FormDialog
from ui.parts.inline_edit import InlineEdit
from ui.parts.text_fields import EditsText, TextField, editor_field

pytestmark = pytest.mark.qt_log_ignore("does not support grabbing the keyboard", extend=True)


SOON = 10 * REST
"""Milliseconds to wait for what is lost here for certain: what is kept is kept after a rest."""


@pytest.fixture
def typist(qapp: QApplication, tmp_path: Path, furnished_library: Path) -> Iterator[Typist]:
    """Somebody who types in a copy of it."""
    typist = Typist(qapp, furnished_library, tmp_path / "typed", patience=SOON)
    yield typist
    typist.end()


def spot_named(typist: Typist, screen: str, name: str, button: str = "") -> Spot:
    """The first field of a name on a screen, once a button is pressed."""
    opener = [Opener(button=(button, 0))] if button else []
    places = [one for one in typist.walker.grounds() if one.screen == screen]
    spots = (spot for place in places for spot in typist.walker.spots(place, opener))
    return next(spot for spot in spots if spot.name.endswith(name))


def follow_another(_widget: QWidget, _editor: EditsText) -> TextField:
    """A field that is not the one that is meant."""
    other = InlineEdit(make_look("light"))
    return editor_field(other, other)


def keep_nothing_aside(_form: FormDialog, _about: str) -> None:
    """A form that forgets."""


def let_everything_go(_window: QWidget) -> bool:
    """A window that waits for nothing."""
    return True


def give_nothing_back(_save: Autosave) -> None:
    """A field that is always shown as the library has it."""


def test_a_field_that_nobody_follows_is_found(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.closing.thanks_card.editor_field", follow_another)
    spot = spot_named(typist, "closing", "Thanks")
    with pytest.raises(AssertionError, match="it is lost"):
        typist.attempt(Trial(spot, "plain", "none", "screen"))


def test_a_form_that_keeps_nothing_aside_is_found(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(FormDialog, "begin", keep_nothing_aside)
    spot = spot_named(typist, "home", "Name", "New community")
    with pytest.raises(AssertionError, match="it is lost"):
        typist.attempt(Trial(spot, "plain", "none", "killed"))


def test_a_window_that_waits_for_nothing_is_found(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("ui.parts.autosave.flush_all", let_everything_go)
    spot = spot_named(typist, "closing", "Thanks")
    with pytest.raises(AssertionError, match="it is lost"):
        typist.attempt(Trial(spot, "plain", "full", "screen"))


def test_words_that_are_never_given_back_are_found(
    typist: Typist, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Autosave, "give_back", give_nothing_back)
    spot = spot_named(typist, "closing", "Thanks")
    with pytest.raises(AssertionError, match="never given back"):
        typist.attempt(Trial(spot, "long", "none", "screen"))
