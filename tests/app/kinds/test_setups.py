"""What exercises set up for their kinds, as it is written now and as the first Hearth kept it."""

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import decode_recipe, encode_recipe, own_recipe
from app.catalogue.retelling import with_languages
from app.catalogue.setup import read_setup
from app.kinds.board import BoardSetup, DotsGiven, dots_set_up
from app.kinds.charter import agrees
from app.kinds.roles import roles_offered
from app.kinds.table import make_kinds
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Block, Run
from app.workshop.running import Running, running_of
from app.workshop.zones import zone_colour, zone_targets, zones_named
from tests.app.library.settings import StillMoment

FIXTURES = Path("tests/fixtures")
OLD = json.loads((FIXTURES / "recipes-v1.json").read_text(encoding="utf-8"))
"""Recipes as the first Hearth wrote them into a block's row."""


@pytest.fixture
def before(tmp_path: Path) -> Iterator[Library]:
    """A library that the first Hearth left."""
    shutil.copyfile(FIXTURES / "library-v1.hearth", tmp_path / "library.hearth")
    moment = StillMoment()
    moment.pass_by(86400)
    opened = open_library(tmp_path / "library.hearth", moment)
    yield opened
    opened.close()


def entered(library: Library, kind: str, recipe: str) -> Running:
    """The run of the old library, its block of a kind with a recipe."""
    run = library.reader.rows(Run)[0]
    with library.change("block-rename") as writer:
        writer.change(writer.row(Block, run.block), kind=kind, recipe=recipe)
    return running_of(library.reader, run.id)


def test_what_the_first_hearth_kept_still_opens(before: Library, catalogue: Catalogue) -> None:
    """Zones with colours and names, dots, roles, and whether people give their word."""
    kinds = make_kinds(catalogue)
    board = entered(before, "board", json.dumps(OLD["hopes-and-fears"]))
    assert kinds["board"].targets(board, before.reader) == ("hopes", "fears")
    assert [zone.label for zone in zones_named(board.recipe, "en")] == ["Hopes", "Worries"]
    assert zone_colour(board.recipe, "fears") == "rose"
    assert dots_set_up(board) == DotsGiven(each=3, cap=2)
    tends = entered(before, "roles", json.dumps(OLD["who-tends-what"]))
    assert roles_offered(tends.recipe)[:2] == ("coordinator", "sponsor")
    word = entered(before, "charter", json.dumps(OLD["our-word"]))
    assert agrees(word)
    assert not agrees(board)


def test_it_is_what_is_written_now(catalogue: Catalogue) -> None:
    """What was kept in the old shape is what the same exercise sets up today, but for what it has
    gained since, such as a role."""
    for exercise in ("hopes-and-fears", "who-tends-what", "our-word"):
        kept = decode_recipe(json.dumps(OLD[exercise]))
        setup = catalogue.exercise(exercise).setup
        assert kept.setup.keys() == setup.keys()
        for name, was in kept.setup.items():
            now = setup[name]
            if isinstance(was, list) and isinstance(now, list):
                now = [one for one in now if one in was]
            assert was == now
        assert kept.words["en"].setup == catalogue.exercise(exercise).words["en"].setup
        assert decode_recipe(encode_recipe(kept)) == kept
        french = with_languages(kept, ("fr",), catalogue.exercise(exercise))
        assert french.words["fr"].title == catalogue.exercise(exercise).words["fr"].name
    own = decode_recipe(json.dumps(OLD["own"]))
    assert own == own_recipe("Visit of the yard", 40, ("en", "fr"))


def test_what_does_not_fit_is_left_out_alone() -> None:
    """A setup from elsewhere: what is understood stays."""
    zones = [{"id": "hopes", "colour": "octarine", "sound": True}]
    raw = {"zones": zones, "dots": {"each": "many", "cap": 1}, "music": "loud"}
    setup = read_setup(raw, BoardSetup)
    assert [(zone.id, zone.colour) for zone in setup.zones] == [("hopes", "octarine")]
    assert setup.dots is None
    assert read_setup({"zones": 7}, BoardSetup) == BoardSetup()


def test_a_zone_of_a_colour_nobody_knows_is_yellow() -> None:
    """And one that the recipe does not have is too."""
    recipe = msgspec.structs.replace(
        own_recipe("Yard", 10, ("en",)), setup={"zones": [{"id": "a", "colour": "octarine"}]}
    )
    assert zones_named(recipe, "en")[0].colour == "yellow"
    assert zone_colour(recipe, "b") == "yellow"


def test_a_kind_that_nobody_knows_is_taken_for_notes(before: Library, catalogue: Catalogue) -> None:
    """As a file from a later Hearth may bring it: its zones are places for notes."""
    recipe = json.dumps({"setup": {"zones": [{"id": "north"}], "winds": 4}})
    running = entered(before, "weather", recipe)
    kind = make_kinds(catalogue)["weather"]
    assert zone_targets(running.recipe) == kind.targets(running, before.reader) == ("north",)
    kind.capture(before, running, "north", "Fog")
    assert kind.count(before.reader, running.run.id) >= 1


def test_every_kind_can_set_nothing_up(catalogue: Catalogue) -> None:
    """A block of one's own has no setup: every field of every kind has a default."""
    kinds = make_kinds(catalogue)
    for kind in kinds.ids:
        read_setup({}, kinds[kind].setup)
        read_setup({}, kinds[kind].setup_words)
