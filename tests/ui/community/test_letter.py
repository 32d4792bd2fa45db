"""A letter for somebody's file is asked for from the people of a community."""

import pytest
from pytestqt.qtbot import QtBot

from app.library.library import Library
from tests.app.community.village import found, joins
from tests.ui.community.hamlet import click, people_page
from tests.ui.community.test_people_screen import choose
from tests.ui.fitting import misfits


@pytest.mark.parametrize("language", ["en", "fr"])
def test_it_is_written_for_one_person(qtbot: QtBot, library: Library, language: str) -> None:
    """Not offered for nobody, nor for several at once."""
    community = found(library)
    ada = joins(library, community, "Ada Roy").person
    joins(library, community, "Idris Osei")
    asked = []
    screen, _ = people_page(
        qtbot, library, community, language=language,
        letter=lambda parent, where, person: asked.append((where, person)),
    )  # fmt: skip
    assert not screen.letter_button.isVisible()
    choose(screen, "Ada Roy", "Idris Osei")
    assert not screen.letter_button.isVisible()
    choose(screen, "Ada Roy")
    assert screen.letter_button.isVisible()
    assert not misfits(screen)
    click(screen.letter_button)
    assert asked == [(community.id, ada)]
