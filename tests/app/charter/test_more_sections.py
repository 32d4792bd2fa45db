"""A section once more, and one that goes: names that are free, nothing lost on the way back."""

from app.catalogue.catalogue import Catalogue
from app.charter.clauses import add_clause, clauses_of
from app.charter.more_sections import remove_section, repeat_section
from app.charter.outline import places_of
from app.charter.sections import describe_section, shape_of
from app.library.journal import Scope
from app.library.library import Library
from tests.app.charter.test_sections import shown


def test_each_one_more_has_a_number_of_its_own(
    library: Library, catalogue: Catalogue, scope: Scope
) -> None:
    """After the one it is like, below what stands under that, and written as it is."""
    add_clause(library, scope, "rhythm", "We meet.")
    names = []
    for _ in range(2):
        there = shown(library, catalogue, scope)
        like = next(line.shaped for line in there if line.id == "rhythm")
        names.append(repeat_section(library, scope, there, like, "en"))
    assert len(set(names)) == 2
    written = {one.id: one for one in shape_of(library.reader, str(scope.community))}
    assert all(written[name].columns == like.columns("en") for name in names)
    ids = [line.id for line in shown(library, catalogue, scope)]
    at = ids.index("rhythm")
    assert set(ids[at + 1 : at + 3]) == set(names)


def test_what_stood_under_it_stands_on_its_own(
    library: Library, catalogue: Catalogue, scope: Scope
) -> None:
    """Its own clauses go, theirs do not; one undo brings all back."""
    add_clause(library, scope, "Lost kites", "The red one.")
    add_clause(library, scope, "Found kites", "The blue one.")
    places = places_of(shown(library, catalogue, scope))
    describe_section(library, scope, places, "Found kites", under="Lost kites")
    remove_section(library, scope, "Lost kites")
    community = str(scope.community)
    assert [one.text for one in clauses_of(library.reader, community)] == ["The blue one."]
    ids = [line.id for line in shown(library, catalogue, scope)]
    assert "Found kites" in ids
    assert "Lost kites" not in ids
    library.undo(scope)
    there = next(line for line in shown(library, catalogue, scope) if line.id == "Lost kites")
    assert [child.id for child in there.children] == ["Found kites"]
    assert len(clauses_of(library.reader, community)) == 2
