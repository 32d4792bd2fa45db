"""Names are in the order of the Unicode Collation Algorithm."""

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from pyuca import Collator

from app.collation import in_order, sort_key
from app.collation_table import TABLE
from tests.fixtures.make_collation import RANGES, TARGET, made


@pytest.fixture(scope="module")
def collator() -> Collator:
    """The algorithm as somebody else wrote it."""
    return Collator()


@pytest.mark.parametrize(
    "names",
    [
        ["Eau", "Écho", "École", "Et", "Étang", "Façade"],
        ["Community 1", "Community 2", "Community 10", "Community 100", "Community B"],
        ["cote", "coté", "côte", "côté", "coteau"],
        ["Ecole", "école", "École", "ecole 2", "Écoles"],
        ["oeil", "œuf", "œuvre", "of"],
        ["Lopez", "Łukasz", "Lum", "Ma"],
        ["Soren", "Søren", "Sorting"],
        ["Strasse", "Straße", "Strast"],
        ["d’Arcy", "De Gaulle", "Degas", "Désilets"],
        ["Salle 007", "Salle 7 bis", "Salle 08", "Salle 9"],
        ["Abel", "Ωmega", "Борис", "Иван", "Йован", "אבנר", "أحمد", "王"],
    ],
)
def test_in_order(names: list[str]) -> None:
    """However they lay before."""
    shuffled = list(names)
    random.Random(1).shuffle(shuffled)
    assert in_order(shuffled, str) == names


LETTERS = "".join(chr(one) for letters in RANGES for one in letters if not chr(one).isdecimal())


def _same_order(collator: Collator, one: str, other: str) -> bool:
    here = sort_key(one)[0], sort_key(other)[0]
    there = collator.sort_key(one), collator.sort_key(other)
    less, same = there[0] < there[1], there[0] == there[1]
    return (here[0] < here[1], here[0] == here[1]) == (bool(less), bool(same))


@given(st.text(LETTERS + "王李", max_size=8), st.text(LETTERS + "王李", max_size=8))
def test_it_is_the_algorithms(collator: Collator, one: str, other: str) -> None:
    assert _same_order(collator, one, other)


@given(
    st.text("aàâeéèêEÉoœOŒsßlłøuùûcç -'’", max_size=8),
    st.text("aàâeéèêEÉoœOŒsßlłøuùûcç -'’", max_size=8),
)
def test_it_is_the_algorithms_for_french(collator: Collator, one: str, other: str) -> None:
    assert _same_order(collator, one, other)


def test_every_letter_by_itself(collator: Collator) -> None:
    """In one long list."""
    letters = [one for one in LETTERS if one in TABLE]
    here = sorted(letters, key=lambda one: sort_key(one)[0])
    assert here == sorted(letters, key=collator.sort_key)


@given(st.integers(min_value=0), st.integers(min_value=0))
def test_numbers_by_their_size(one: int, other: int) -> None:
    assert (sort_key(f"n {one} x") < sort_key(f"n {other} x")) == (one < other)


@given(st.text(st.characters(exclude_categories=()), max_size=20))
@example("Spatial\tdata")
@example("Données\tspatiales")
def test_any_text_has_its_place(text: str) -> None:
    """Also one with controls in it, as a file from elsewhere may bring."""
    assert sort_key(text) == sort_key(text)
    assert sort_key(text) < sort_key(f"{text}z")


def test_the_table_is_what_is_made_of_its_source() -> None:
    assert made() == TARGET.read_text(encoding="utf-8")
