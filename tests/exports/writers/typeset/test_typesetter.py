"""Words as glyphs: nothing missing, nothing lost, nothing invented."""

from hypothesis import given
from hypothesis import strategies as st

from app.text_direction import self_contained
from exports.writers.clean_text import clean
from exports.writers.typeset import graphemes
from exports.writers.typeset.font_folder import FontFolder
from exports.writers.typeset.shaping import GlyphRun
from exports.writers.typeset.typesetter import Paragraph, TextStyle, Typesetter

_BODY = TextStyle("serif", "regular", 12, 18)
_SMALL = TextStyle("sans", "regular", 9, 12)


def _runs(paragraph: Paragraph) -> list[GlyphRun]:
    return [run for item in paragraph.parts if item is not None for run in item[1].runs]


def _said(paragraph: Paragraph) -> str:
    return "".join(
        "\n" if item is None else item[1].text + " " * (item[1].gap is not None)
        for item in paragraph.parts
    )


@given(st.text())
def test_no_glyph_is_the_box_of_a_missing_one(fonts: FontFolder, text: str) -> None:
    for style in (_BODY, _SMALL):
        for run in _runs(Typesetter(fonts).paragraph([(text, style)])):
            assert all(glyph.number for glyph in run.glyphs), run.text


@given(st.lists(st.text("ab -—é\u00adअबسל橋\n\u202e🙂"), max_size=4))
def test_every_character_stands_in_some_part(fonts: FontFolder, texts: list[str]) -> None:
    paragraph = Typesetter(fonts).paragraph([(text, _BODY) for text in texts])
    assert _said(paragraph) == "".join(self_contained(text) for text in texts)


@given(st.text("abfiTh éअबक्षिسلاשל\u05b8", min_size=1))
def test_the_glyphs_of_a_run_say_its_text_once(fonts: FontFolder, text: str) -> None:
    for run in _runs(Typesetter(fonts).paragraph([(text, _BODY)])):
        assert "".join(glyph.text for glyph in run.glyphs) == run.text


def test_what_no_font_has_is_spelled_out_and_remembered(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    paragraph = setter.paragraph([("a\U00013000b\U00013000 \ue000", _BODY)])
    shown = "".join(run.text for run in _runs(paragraph))
    assert shown == "aU+13000bU+13000U+E000"
    assert setter.missing == {"\U00013000": "U+13000", "\ue000": "U+E000"}


def test_control_characters_are_counted_and_left_out(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    assert _said(setter.paragraph([("a\x07b\x1bc", _BODY)])) == "abc"
    assert setter.controls == 2


def test_tabs_leave_room(fonts: FontFolder) -> None:
    assert _said(Typesetter(fonts).paragraph([("a\tb", _BODY)])) == "a    b"


def test_kerning_and_ligatures_are_used(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    (run,) = _runs(setter.paragraph([("Thoffi", _BODY)]))
    assert [glyph.text for glyph in run.glyphs] == ["Th", "o", "ffi"]
    apart = sum(setter.width(letter, _BODY) for letter in "AV")
    assert setter.width("AV", _BODY) < apart


def test_arabic_letters_join(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    (joined,) = _runs(setter.paragraph([("سس", _BODY)]))
    (alone,) = _runs(setter.paragraph([("س", _BODY)]))
    assert joined.from_right
    assert alone.glyphs[0].number not in {glyph.number for glyph in joined.glyphs}


def test_direction_follows_the_first_strong_letter(fonts: FontFolder) -> None:
    setter = Typesetter(fonts)
    assert setter.paragraph([("12 שלום abc", _BODY)]).from_right
    assert not setter.paragraph([("abc שלום", _BODY)]).from_right


@given(st.text(min_size=1), st.floats(0, 20000))
def test_a_cut_part_loses_nothing(fonts: FontFolder, text: str, limit: float) -> None:
    word = "".join(clean(text).split()) or "x"
    setter = Typesetter(fonts)
    for item in setter.paragraph([(word, _BODY)]).parts:
        if item is None or not item[1].text:
            continue
        first, rest = setter.cut(_BODY, item[1], limit)
        assert first.text + rest.text == item[1].text
        assert first.width <= limit or len(graphemes.graphemes(first.text)) == 1
