"""Every sentence people read is set as its language is printed."""

import re
from collections.abc import Iterator

import msgspec
import pytest

from app.catalogue.read import read_unchecked
from app.resources import resources_folder
from app.words_files import read_sentences
from tests.app.typography import PLACEHOLDER, faults
from tests.sample_told import sample_told

SAME_IN_BOTH = frozenset(
    # names
    "hearth pdf word docx markdown csv json utf a english français"
    # units and keys
    " min h ctrl alt tab f"
    # words that both languages share
    " absences action actions active date dates figure format invitations minutes moment moments"
    " n note notes orange page pages participation position question questionnaire"
    " questionnaires questions section sections six"
    " sources total version versions zone zones".split()
)
"""The words a French sentence may be made of when it is the English one, on purpose."""


EXAMPLES = frozenset(("people.paste-shows", "typed_dates.order"))
"""Entries that are names, addresses and figures, and may be the same in both."""


def sentences() -> Iterator[tuple[str, dict[str, str]]]:
    """Every sentence with its place, by language; plural forms apart."""
    spoken = read_sentences(resources_folder())
    for key, english in spoken["en"].items():
        french = spoken["fr"][key]
        if isinstance(english, str) and isinstance(french, str):
            yield key, {"en": english, "fr": french}
        elif not isinstance(english, str) and not isinstance(french, str):
            for form in english:
                yield f"{key}.{form}", {"en": english[form], "fr": french[form]}


def written() -> Iterator[tuple[str, dict[str, str]]]:
    """Every text of the catalogue with its place, by language."""
    catalogue = msgspec.to_builtins(read_unchecked(resources_folder()))
    for table, entries in catalogue.items():
        for entry in entries:
            places = {code: dict(leaves(entry["words"][code])) for code in ("en", "fr")}
            for place, english in places["en"].items():
                yield f"{table}.{entry['id']}{place}", {"en": english, "fr": places["fr"][place]}


def leaves(value: object, place: str = "") -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        for key, inner in value.items():
            yield from leaves(inner, f"{place}.{key}")
    elif isinstance(value, list | tuple):
        for index, inner in enumerate(value):
            yield from leaves(inner, f"{place}[{index}]")
    elif isinstance(value, str):
        yield place, value


@pytest.mark.parametrize("source", [sentences, written])
def test_sentences_are_set_as_they_are_printed(source: object) -> None:
    """No straight quotes, no stray spaces; French as Québec sets it."""
    assert callable(source)
    found = [
        f"{place} ({language}): {fault}: {text}"
        for place, texts in source()
        for language, text in texts.items()
        for fault in faults(text, language)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize("source", [sentences, written])
def test_french_is_written_not_copied(source: object) -> None:
    """No French text is the English one, but where each of its words is listed."""
    assert callable(source)
    copied = []
    for place, texts in source():
        words = re.findall(r"[^\W\d_]+", PLACEHOLDER.sub(" ", texts["fr"]).casefold())
        if (
            place not in EXAMPLES
            and texts["en"] == texts["fr"]
            and not SAME_IN_BOTH.issuperset(words)
        ):
            copied.append(f"{place}: {texts['fr']}")
    assert not copied, "\n".join(copied)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_people_say_in_the_sample_is_well_set(language: str) -> None:
    """It is the first that anyone reads of Hearth."""
    wrong = [
        f"{place}: {fault}: {text}"
        for told in sample_told(language)
        for place, text in leaves(told)
        for fault in faults(text, language)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("it's", "en"),
        ('say "yes"', "en"),
        ("wait...", "en"),
        ("two  spaces", "en"),
        (" before", "en"),
        ("→ {time}", "en"),
        ("really ?", "en"),
        ("« yes »", "en"),
        ("l'atelier", "fr"),
        ("Vraiment ?", "fr"),
        ("Vraiment\u00a0?", "fr"),
        ("oui ; non", "fr"),
        ("Ceci: cela", "fr"),
        ("Ceci : cela", "fr"),
        ("Ceci\u202f: cela", "fr"),
        ("« oui »", "fr"),
        ("«oui»", "fr"),
        ("dire “oui”", "fr"),
        ("90 %", "fr"),
        ("90%", "fr"),
        ("{n} %", "fr"),
        ("à 9 h 05", "fr"),
        ("à 9h05", "fr"),
        ("prêt(e)s", "fr"),
        ("participant·es", "fr"),
        ("il/elle", "fr"),
        ("Cliquez ici", "fr"),
        ("au coeur", "fr"),
        ("Etape", "fr"),
    ],
)
def test_a_fault_is_seen(text: str, language: str) -> None:
    """Each of these would be marked."""
    assert list(faults(text, language))


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Don’t: say “yes” at 9:05; really? Wait…", "en"),
        ("Dites «\u00a0oui\u00a0»\u00a0: c’est l’heure; vraiment? Oui! À 9\u00a0h\u00a005…", "fr"),
        ("{n}\u00a0% de {total}\u00a0: {name}?", "fr"),
        ("«\u00a0Il a dit “oui”.\u00a0» Étape au cœur de l’œuvre (et après)", "fr"),
    ],
)
def test_what_is_well_set_is_let_be(text: str, language: str) -> None:
    """None of these is marked."""
    assert list(faults(text, language)) == []
