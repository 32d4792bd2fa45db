"""What the page for people who write exercises says is true: its example is a whole exercise."""

from pathlib import Path

import msgspec

from app.build_resources import build_resources
from app.catalogue.exercise_entries import Exercise
from app.catalogue.load import load_catalogue
from app.resources import resources_folder
from tests.app.catalogue.sources import copy_of_sources
from tests.app.test_typography import leaves
from tests.app.typography import faults

GUIDE = resources_folder().parent / "docs" / "writing-exercises.md"
NAME = "one-thing-to-try"


def example() -> str:
    """The example of the page."""
    return GUIDE.read_text(encoding="utf-8").partition("```toml\n")[2].partition("```")[0]


def test_the_example_is_built_as_it_stands(tmp_path: Path) -> None:
    """Copied to the place the page names, it is one more exercise, without a fault."""
    assert f"resources/catalogue/exercises/{NAME}.toml" in GUIDE.read_text(encoding="utf-8")
    resources = copy_of_sources(tmp_path)
    before, _ = build_resources(resources)
    file = resources / "catalogue" / "exercises" / f"{NAME}.toml"
    file.write_text(example(), encoding="utf-8")
    after, _ = build_resources(resources)
    assert after == before + 1
    exercise = load_catalogue(resources).exercise(NAME)
    for language in ("en", "fr"):
        words = exercise.in_language(language)
        assert all(len(step.say) <= 220 for step in words.steps.values())
        for _, text in leaves(msgspec.to_builtins(words)):
            assert list(faults(text, language)) == [], text


def test_every_field_is_explained() -> None:
    """Each field an exercise can have stands in the table of the page."""
    rows = [line for line in GUIDE.read_text(encoding="utf-8").splitlines() if line[:1] == "|"]
    named = "".join(row.split("|")[1] for row in rows)
    for field in Exercise.__struct_fields__:
        assert field in {"id", "words"} or f"`{field}`" in named
