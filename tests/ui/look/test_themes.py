"""Every colour that carries words is read on every ground it may stand on."""

from itertools import product
from typing import get_args

import pytest

from app.colours import NOTE_INK, NOTES
from ui.look.colour import contrast, mix
from ui.look.style_sheet import pressed_background
from ui.look.themes import STAGES, THEMES, Stage, Theme, ThemeName, Tone

TEXT_TONES = [tone for tone in get_args(Tone) if tone != "rest"]


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_read_on_paper_sunk_and_card(theme: ThemeName) -> None:
    """4.5 to 1 for every tone, and 7 to 1 in the contrast theme."""
    tokens = THEMES[theme]
    least = 7.0 if theme == "contrast" else 4.5
    for tone, ground in product(TEXT_TONES, ("paper", "sunk", "card")):
        ratio = contrast(tokens.tone(tone), getattr(tokens, ground))
        assert ratio >= least, f"{tone} on {ground}: {ratio:.2f}"


@pytest.mark.parametrize("theme", THEMES)
def test_text_is_read_on_its_own_wash(theme: ThemeName) -> None:
    """4.5 to 1 for the words of a pill, and for ink on any wash."""
    tokens = THEMES[theme]
    for tone in TEXT_TONES:
        assert contrast(tokens.tone(tone), tokens.background(tone)) >= 4.5, tone
        assert contrast(tokens.ink, tokens.background(tone)) >= 4.5, tone


@pytest.mark.parametrize("theme", THEMES)
def test_the_filled_button_is_read(theme: ThemeName) -> None:
    """Its words at rest and when pointed at."""
    tokens = THEMES[theme]
    assert contrast(tokens.on_ember, tokens.ember) >= 4.5
    assert contrast(tokens.on_ember, tokens.ember_hover) >= 4.5


@pytest.mark.parametrize("theme", THEMES)
def test_edges_of_controls_and_the_ring_are_seen(theme: ThemeName) -> None:
    """3 to 1 on every ground, as for the marks of stages."""
    tokens = THEMES[theme]
    edges = {"control": tokens.control, "ring": tokens.ember}
    edges |= {stage: tokens.tone(stage) for stage in STAGES}
    for (name, edge), ground in product(edges.items(), ("paper", "sunk", "card")):
        assert contrast(edge, getattr(tokens, ground)) >= 3.0, f"{name} on {ground}"


@pytest.mark.parametrize("theme", THEMES)
def test_words_are_read_while_pointed_at_and_pressed(theme: ThemeName) -> None:
    """The pressed ground that the style sheet mixes still carries ink."""
    tokens = THEMES[theme]
    assert contrast(tokens.ink, pressed_background(tokens)) >= 4.5


def test_notes_are_read_in_every_theme() -> None:
    """Notes keep their paper and their ink."""
    for colour, paper in NOTES.items():
        assert contrast(NOTE_INK, paper) >= 7.0, colour


@pytest.mark.parametrize("theme", THEMES)
def test_the_edge_of_a_chosen_note_is_seen(theme: ThemeName) -> None:
    """3 to 1 on the note, whatever its colour, and on the ground beside it."""
    tokens = THEMES[theme]
    grounds = [tokens.paper, tokens.sunk, tokens.card]
    for beside in (*NOTES.values(), *grounds):
        assert contrast(tokens.note_ring, beside) >= 3.0, beside


def test_the_tokens_are_those_of_the_table() -> None:
    """The agreed colours, by theme."""
    light, dark = THEMES["light"], THEMES["dark"]
    table = {
        "paper": ("#FAF7F2", "#15191D"),
        "sunk": ("#F3EEE6", "#101316"),
        "card": ("#FFFFFF", "#1D2328"),
        "line": ("#E3DCD0", "#323A41"),
        "control": ("#857A6B", "#7A858E"),
        "ink": ("#1F2A33", "#F0EBE2"),
        "mute": ("#5C6770", "#A3ADB5"),
        "ember": ("#A83F23", "#E8815A"),
        "teal": ("#1D6A6A", "#6DB8B0"),
        "amber": ("#855A00", "#E0B04A"),
        "discover": ("#A83E62", "#E08AA6"),
        "grow": ("#8A5A0C", "#E2AE5B"),
        "establish": ("#1D6A6A", "#6DB8B0"),
        "put_to_work": ("#2F5F9E", "#85AEE2"),
        "renew": ("#75478A", "#C39AD6"),
    }
    for name, (pale, deep) in table.items():
        assert (getattr(light, name), getattr(dark, name)) == (pale, deep), name


def test_a_tone_for_every_stage() -> None:
    """The stages of the catalogue are tones, in their order."""
    assert get_args(Stage) == STAGES
    assert set(STAGES) <= set(get_args(Tone))


def test_tokens_cannot_be_changed() -> None:
    """A theme is a value."""
    with pytest.raises(AttributeError):
        THEMES["light"].paper = "#000000"  # type: ignore[misc]
    assert isinstance(THEMES["light"], Theme)


def test_contrast_is_that_of_wcag() -> None:
    """Known pairs, either way round."""
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21.0)
    assert contrast("#FFFFFF", "#000000") == pytest.approx(21.0)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_mixing() -> None:
    """All of one, all of the other, half of each."""
    assert mix("#FF0000", "#0000FF", 1) == "#FF0000"
    assert mix("#FF0000", "#0000FF", 0) == "#0000FF"
    assert mix("#FFFFFF", "#000000", 0.5) == "#808080"
