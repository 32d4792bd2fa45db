"""The fonts a text may be set in: the house's own, then the machine's for what those lack."""

import os
import re
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Literal

import uharfbuzz as hb

from exports.writers.typeset.font_face import Face

Family = Literal["serif", "sans"]
Weight = Literal["regular", "semibold", "bold", "italic"]

_FAMILIES: dict[Family, str] = {"serif": "Literata", "sans": "AtkinsonHyperlegibleNext"}
_WEIGHTS: dict[Weight, str] = {
    "regular": "Regular",
    "semibold": "SemiBold",
    "bold": "Bold",
    "italic": "Italic",
}
# Behind the house's own letters, in this order; the scripts that need shaping come first, so that
# each is set in the font made for it and not in another that merely knows its letters.
_BEHIND = ("NotoSansArabic", "NotoSansHebrew", "NotoSansDevanagari", "NotoSans")
_EMOJI = "NotoEmoji-Regular"
_SIGNS = (_EMOJI, "NotoSansSymbols-Regular", "NotoSansSymbols2-Regular")
# Fonts of these scripts know Latin too, in letters that are not the house's.
_OWN_SCRIPT = {
    "NotoSansArabic": re.compile("[\u0600-\u08ff\ufb50-\ufdff\ufe70-\ufeff\u200c\u200d\u25cc]"),
    "NotoSansHebrew": re.compile("[\u0590-\u05ff\ufb1d-\ufb4f\u200c\u200d\u25cc]"),
    "NotoSansDevanagari": re.compile("[\u0900-\u097f\u1cd0-\u1cff\ua8e0-\ua8ff\u200c\u200d\u25cc]"),
}

_FONT_FILES = {".ttf", ".otf", ".ttc", ".otc"}
# Boxes for every character: no better than a missing glyph.
_NO_REAL_LETTERS = re.compile(r"last ?resort|adobe ?blank|fallback-?outline|tofu|unifont", re.I)
_EAST_ASIAN_FONT = re.compile(
    r"cjk|hei|gothic|msyh|meiryo|yugoth|malgun|pingfang|hiragino|applesdgothic|source ?han|"
    r"sim(sun|hei|kai|fang)|ming|mincho|song|kai|batang|gulim|dotum|nanum|wqy|arphic|uming|"
    r"ukai|ipa[gm]|takao|vlgothic|droidsansfallback|arial ?unicode",
    re.I,
)
_EAST_ASIAN = re.compile(
    "[\u1100-\u11ff\u2e80-\u303f\u3040-\u31ff\u3200-\u4dbf\u4e00-\u9fff\ua960-\ua97f"
    "\uac00-\ud7ff\uf900-\ufaff\ufe30-\ufe4f\uff00-\uffef\U0001f200-\U0001f2ff"
    "\U00020000-\U0003ffff]"
)
_BOLD = re.compile("bold", re.I)
_LESS_PLAIN = re.compile(r"italic|oblique|black|light|thin|medium|condensed|mono|serif", re.I)


def machine_folders() -> tuple[Path, ...]:
    """Where this system keeps its fonts, those of the person last."""
    home = Path.home()
    if sys.platform == "win32":
        windows = Path(os.environ.get("WINDIR", "C:/Windows"))
        own = os.environ.get("LOCALAPPDATA")
        return (windows / "Fonts", *((Path(own) / "Microsoft/Windows/Fonts",) if own else ()))
    if sys.platform == "darwin":
        return (Path("/System/Library/Fonts"), Path("/Library/Fonts"), home / "Library/Fonts")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return (
        *(Path(place) / "fonts" for place in shared.split(":") if place),
        home / ".local/share/fonts",
        home / ".fonts",
    )


class FontFolder:
    """The folder of the house's fonts, with the machine's folders behind it.

    Files are opened when first needed and kept open: one folder serves many documents.
    """

    def __init__(self, folder: Path, machine: Sequence[Path] | None = None) -> None:
        """``machine`` replaces the system's own font folders; an empty one does without them."""
        self._folder = folder
        self._machine = machine_folders() if machine is None else tuple(machine)
        self._opened: dict[str, Face] = {}
        self._candidates: list[Path] | None = None
        self._collections: dict[Path, tuple[Face, ...]] = {}
        self._answers: dict[tuple[str, bool], Face | None] = {}

    def face(self, family: Family, weight: Weight) -> Face:
        """The house's own face of that family and weight."""
        return self._open(f"{_FAMILIES[family]}-{_WEIGHTS[weight]}")

    def behind(self, weight: Weight) -> Iterator[tuple[Face, re.Pattern[str] | None]]:
        """The faces that stand behind the house's own, in order, and what each is kept for."""
        heavy = "Bold" if weight in ("semibold", "bold") else "Regular"
        for stem in _BEHIND:
            yield self._open(f"{stem}-{heavy}"), _OWN_SCRIPT.get(stem)
        for stem in _SIGNS:
            yield self._open(stem), None

    def emoji(self) -> Face:
        """The face for what asks to be drawn as an emoji."""
        return self._open(_EMOJI)

    def from_machine(self, characters: str, weight: Weight) -> Face | None:
        """A face of the machine that has all of these characters, if any has."""
        key = (characters, weight in ("semibold", "bold"))
        if key not in self._answers:
            self._answers[key] = self._search(*key)
        return self._answers[key]

    def _open(self, stem: str) -> Face:
        face = self._opened.get(stem)
        if face is None:
            face = self._opened[stem] = Face(self._folder / f"{stem}.ttf")
        return face

    def _search(self, characters: str, heavy: bool) -> Face | None:
        codes = [ord(character) for character in characters]
        likely = _EAST_ASIAN_FONT if _EAST_ASIAN.search(characters) else None
        for path in sorted(self._files(), key=lambda path: _rank(path, likely, heavy)):
            for face in self._faces_of(path):
                if all(code in face.unicodes for code in codes):
                    return face
        return None

    def _files(self) -> list[Path]:
        if self._candidates is None:
            found = {
                path
                for folder in self._machine
                if folder.is_dir()
                for path in folder.rglob("*")
                if path.suffix.lower() in _FONT_FILES and not _NO_REAL_LETTERS.search(path.name)
            }
            self._candidates = sorted(found)
        return self._candidates

    def _faces_of(self, path: Path) -> tuple[Face, ...]:
        """The usable faces of a file; none when it cannot be read."""
        faces = self._collections.get(path)
        if faces is None:
            try:
                # The faces of a collection share their letters; the first speaks for all.
                face = Face(path)
                faces = (face,) if face.usable else ()
            except (OSError, hb.HarfBuzzError):
                faces = ()
            self._collections[path] = faces
        return faces


def _rank(
    path: Path, likely: re.Pattern[str] | None, heavy: bool
) -> tuple[bool, int, bool, str, str]:
    """Likely fonts first, plain faces before narrow ones, those of the weight asked for first."""
    return (
        likely is not None and not likely.search(path.name),
        len(_LESS_PLAIN.findall(path.stem)),
        bool(_BOLD.search(path.stem)) is not heavy,
        path.name,
        str(path),
    )
