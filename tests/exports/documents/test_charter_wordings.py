"""The draft on paper while two wordings of the same thing stand in it."""

from app.charter.clauses import clauses_of, write_clause
from app.charter.wordings import begin_wording, choose_wording
from app.library.journal import Scope
from app.words import Words
from tests.exports.making import House
from tests.exports.telling import everything


def test_the_draft_shows_both_wordings_of_the_same_thing(house: House, words: Words) -> None:
    """Each told as one of two; once one is chosen, nothing of it is told."""
    house.clause("norms", "We listen.", heading="First")
    (clause,) = clauses_of(house.library.reader, house.community.id)
    scope = Scope(house.community.id)
    other = begin_wording(house.library, scope, clause)
    write_clause(house.library, scope, other, "We hear each other out.")
    said = everything(house.page("charter", words))
    for number in (1, 2):
        assert words("drafting.wording", n=number, of=2) in said
    assert said.index("We listen.") < said.index("We hear each other out.")
    choose_wording(house.library, scope, other)
    said = everything(house.page("charter", words))
    assert words("drafting.wording", n=1, of=2) not in said
    assert "We listen." not in said
