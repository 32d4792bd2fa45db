"""Which font a text is set in."""

from pathlib import Path

import pytest

from exports.writers.typeset.font_folder import FontFolder, Weight, machine_folders
from exports.writers.typeset.typesetter import TextStyle, Typesetter
from tests.exports.writers.typeset.making import make_font

_FONTS = Path(__file__).parents[4] / "resources" / "fonts"
_BODY = TextStyle("serif", "regular", 12, 18)


def _faces(folder: FontFolder, text: str, weight: Weight = "regular") -> list[str]:
    parts = Typesetter(folder).paragraph([(text, TextStyle("serif", weight, 12, 18))]).parts
    return [run.face.path.stem for part in parts if part for run in part[1].runs]


@pytest.mark.parametrize(
    ("text", "faces"),
    [
        ("bridge", ["Literata-Regular"]),
        ("γέφυρα", ["Literata-Regular"]),
        ("мост", ["Literata-Regular"]),
        ("جسر", ["NotoSansArabic-Regular"]),
        ("גשר", ["NotoSansHebrew-Regular"]),
        ("पुल", ["NotoSansDevanagari-Regular"]),
        ("🙂", ["NotoEmoji-Regular"]),
        ("✔️", ["NotoEmoji-Regular"]),
        ("1️⃣", ["NotoEmoji-Regular"]),
        ("12", ["Literata-Regular"]),
        ("★", ["NotoSansSymbols2-Regular"]),
        ("(جسر)", ["Literata-Regular", "NotoSansArabic-Regular", "Literata-Regular"]),
        ("a\u2011b", ["Literata-Regular"] * 3),
        ("a\u202f!", ["Literata-Regular"] * 3),
    ],
)
def test_each_script_has_its_font(fonts: FontFolder, text: str, faces: list[str]) -> None:
    found = _faces(fonts, text)
    assert list(dict.fromkeys(found)) == list(dict.fromkeys(faces))


def test_strong_text_of_any_script_is_strong(fonts: FontFolder) -> None:
    assert _faces(fonts, "bridge", "semibold") == ["Literata-SemiBold"]
    assert _faces(fonts, "جسر", "semibold") == ["NotoSansArabic-Bold"]


@pytest.mark.parametrize("postscript", [False, True])
def test_what_the_house_lacks_comes_from_the_machine(tmp_path: Path, postscript: bool) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "broken.ttf").write_bytes(b"no font at all")
    (tmp_path / "notes.txt").write_text("no font either")
    make_font(tmp_path / "deep" / "SomeHei.otf", "橋梁", postscript=postscript)
    folder = FontFolder(_FONTS, machine=(tmp_path, tmp_path / "absent"))
    assert _faces(folder, "橋a梁") == ["SomeHei", "Literata-Regular", "SomeHei"]


def test_plain_faces_are_taken_before_slanted_and_bold_ones_for_bold_text(tmp_path: Path) -> None:
    for name in ("AHei-Bold.ttf", "AHei-Italic.ttf", "AHei-Regular.ttf", "ALatin.ttf"):
        make_font(tmp_path / name, "橋", postscript=False)
    folder = FontFolder(_FONTS, machine=(tmp_path,))
    assert _faces(folder, "橋") == ["AHei-Regular"]
    assert _faces(folder, "橋", "bold") == ["AHei-Bold"]


def test_a_font_that_may_not_be_embedded_is_not_used(tmp_path: Path) -> None:
    make_font(tmp_path / "Closed.ttf", "橋", postscript=False, restricted=True)
    make_font(tmp_path / "LastResort.ttf", "橋", postscript=False)
    setter = Typesetter(FontFolder(_FONTS, machine=(tmp_path,)))
    paragraph = setter.paragraph([("橋", _BODY)])
    assert setter.missing == {"橋": "U+6A4B"}
    assert [part[1].runs[0].text for part in paragraph.parts if part] == ["U+6A4B"]


def test_the_machine_has_folders_of_fonts() -> None:
    assert machine_folders()
