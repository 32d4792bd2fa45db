"""What stands before and behind a comma in a name."""

import pytest

from app.community.name_order import first_name_first, is_suffix, looks_like_name


@pytest.mark.parametrize(
    ("written", "said"),
    [
        ("Poirier-Lam, Nadège", "Nadège Poirier-Lam"),
        ("POIRIER LAM, NADÈGE", "NADÈGE POIRIER LAM"),
        ("Van Dyke, Ella M.", "Ella M. Van Dyke"),
        ("okoro, sam", "sam okoro"),
        ("Lind, Tuva (she/her)", "Tuva Lind (she/her)"),
        ("Okoro, Sam [Gauges]", "Sam Okoro [Gauges]"),
        ("Okoro, Sam :GAUGES", "Sam Okoro :GAUGES"),
        ("Smith, Jane, Jr.", "Jane Smith, Jr."),
        ("O'Brien, Mary, MD", "Mary O'Brien, MD"),
        ("John Smith, Jr., Ph.D., DVM", "John Smith, Jr., Ph.D., DVM"),
        ("Brandt, Owen, ing.", "Owen Brandt, ing."),
        ("Brandt, Owen ing.", "Owen Brandt ing."),
        ("King, Jr., Martin", "Martin King, Jr."),
        ("Okoro, Dr Sam", "Dr Sam Okoro"),
        ("Rahman, Md", "Md Rahman"),
        ("حداد, ليلى", "ليلى حداد"),
        ("Nadège Poirier-Lam, PhD", "Nadège Poirier-Lam, PhD"),
        ("Nadège Poirier-Lam, Ph. D.", "Nadège Poirier-Lam, Ph. D."),
        ("Owen Brandt, ing.", "Owen Brandt, ing."),
        ("Tuva Lind, Jr.", "Tuva Lind, Jr."),
        ("Sam Okoro, M.D., MBA", "Sam Okoro, M.D., MBA"),
        ("Sam Okoro, CRHA", "Sam Okoro, CRHA"),
        ("Sam Okoro, DGTI", "Sam Okoro, DGTI"),
        ("Sam Okoro, directeur", "Sam Okoro, directeur"),
        ("Sam Okoro, Direction des jauges", "Sam Okoro, Direction des jauges"),
        ("Okoro, Dr", "Okoro, Dr"),
        ("Okoro, 514 555-0101", "Okoro, 514 555-0101"),
        ("Sam Okoro (Gauges, Montréal)", "Sam Okoro (Gauges, Montréal)"),
    ],
)
def test_a_comma_turns_a_name_only_when_a_given_name_follows(written: str, said: str) -> None:
    assert first_name_first(written) == said


def test_where_the_list_does_not_write_so_only_a_family_name_is_turned() -> None:
    assert first_name_first("Sam Okoro, Gauges", sure=False) == "Sam Okoro, Gauges"
    assert first_name_first("Okoro, Sam", sure=False) == "Sam Okoro"
    assert first_name_first("De la Cruz, Inés", sure=False) == "Inés De la Cruz"


def test_degrees_are_told_from_names_and_units() -> None:
    assert all(is_suffix(one) for one in ("PhD", "ing.", "Jr", "M.A.", "MA", "P. Eng.", "MD PhD"))
    assert not any(is_suffix(one) for one in ("Ma", "Maude", "Gauges", "DGTI", ""))


def test_a_name_is_told_from_other_words() -> None:
    assert all(looks_like_name(one) for one in ("Sam Okoro", "Inés de la Cruz", "J.-P. Roy"))
    assert not any(looks_like_name(one) for one in ("Gauges", "Direction Jauges", "on the left"))
