"""One thing, one name: what docs/glossary.md says is what every screen and paper says."""

import re
from collections.abc import Iterator

import pytest

from app.resources import resources_folder
from app.words import LANGUAGES
from tests.app.test_typography import leaves, sentences, written
from tests.sample_told import sample_told

GLOSSARY = resources_folder().parent / "docs" / "glossary.md"

LEFT_BEHIND = {
    "en": r"\b(participants?|stakeholders?|leverag\w+|older cop(?:y|ies)|stances?|stage readings?"
    r"|has not read itself|answers to that|holds these words|worth a word|lets them be"
    r"|said but not taken|what people give is seen|(?:strik\w+|struck) .{0,40}from the record)\b",
    "fr": r"\b(synthèses?|dispositions?|exercices?|titulaires?|copies? de sûreté|hors décompte"
    r"|participante?s|animat(?:eur|rice)s?|adresser un|définitivement oui|prend(?:re)? place"
    r"|celles et ceux|ceux et celles|un ou (?:d’)?une|une ou (?:d’)?un|la ou le"
    r"|le ou la|sa ou son|son ou sa|rest(?:er?|ent|erait) derrière|tend(?:re|ez) l’oreille"
    r"|cela tourne mal|où cela mène|tenus sur|nouvelles d’une action|en position d’influence"
    r"|face à la version|lectures? des stades|sur mesure|œuvrer|chez soi / rester ouvert)\b",
}
"""Names that something had before it had one, words that are nobody’s, forced doublets."""


def every_text() -> Iterator[tuple[str, str, str]]:
    """Place, language and text of all that people read."""
    for source in (sentences, written):
        for place, texts in source():
            for language, text in texts.items():
                yield place, language, text
    for language in LANGUAGES:
        for told in sample_told(language):
            for place, text in leaves(told):
                yield place, language, text


def terms() -> list[tuple[str, str]]:
    """The glossary’s terms, English and French."""
    page, _, _ = GLOSSARY.read_text(encoding="utf-8").partition("## Words in the code")
    lines = page.splitlines()
    rows = [line.split("|") for line in lines if line.startswith("| ")]
    return [(row[1].strip(), row[2].strip()) for row in rows[2:]]


def test_names_left_behind_stay_behind() -> None:
    """None of them is on any screen or paper."""
    found = [
        f"{place} ({language}): {text}"
        for place, language, text in every_text()
        if re.search(LEFT_BEHIND[language], text, re.IGNORECASE)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_glossary_is_true(language: str) -> None:
    """Each term is in use in its language; cockpit is a word of ours, for the code."""
    said = "\n".join(text for _, one, text in every_text() if one == language).casefold()
    column = ("en", "fr").index(language)
    wanted = [term[column] for term in terms()]
    assert len(wanted) > 30
    missing = [term for term in wanted if term != "cockpit" and term.casefold() not in said]
    assert not missing


@pytest.mark.parametrize(
    ("text", "language"),
    [("La synthèse", "fr"), ("une disposition", "fr"), ("un ou une collègue", "fr"),
     ("Participants", "en"), ("we leverage it", "en"), ("How many stances?", "en"),
     ("Strike the note from the record…", "en"), ("Si cela tourne mal", "fr")],
)  # fmt: skip
def test_a_name_left_behind_is_seen(text: str, language: str) -> None:
    """Each of these would be found."""
    assert re.search(LEFT_BEHIND[language], text, re.IGNORECASE)
