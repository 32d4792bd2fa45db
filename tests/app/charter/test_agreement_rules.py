"""Rules of agreement: arithmetic over counts, which says what is lacking and forbids nothing."""

from collections.abc import Mapping

import pytest

from app.catalogue.catalogue import Catalogue
from app.charter.agreement_rules import ChosenRule, choose_rule
from app.charter.clauses import add_clause
from app.charter.consent import against_rule, rule_standing
from app.charter.replies import Reply, enter_replies, who_may_reply
from app.charter.versions import agree, propose, record_stances
from app.community.held_roles import SPONSOR
from app.community.holdings import HoldingFields, give_role
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from app.library.trouble import Trouble
from tests.app.community.village import TODAY, joins


@pytest.mark.parametrize(
    ("rule", "counts", "asked", "lacking"),
    [
        ("consent", {"fine": 1, "reservation": 4}, 9, ()),
        ("consent", {"fine": 8, "cannot": 1}, 9, ("cannot",)),
        ("consent", {"away": 3}, 9, ("nobody",)),
        ("majority", {"fine": 4, "cannot": 4}, 9, ("share",)),
        ("majority", {"fine": 3, "reservation": 2, "cannot": 4}, 20, ()),
        ("two-thirds", {"fine": 6, "cannot": 3}, 9, ()),
        ("two-thirds", {"fine": 5, "cannot": 3}, 9, ("share",)),
        ("unanimity", {"fine": 9}, 9, ()),
        ("unanimity", {"fine": 8, "away": 1}, 9, ("everybody",)),
        ("unanimity", {"fine": 8, "cannot": 1}, 9, ("cannot",)),
        ("unanimity", {"fine": 8}, 0, ("asked",)),
    ],
)
def test_a_count_against_a_rule(
    catalogue: Catalogue,
    rule: str,
    counts: Mapping[str, int],
    asked: int,
    lacking: tuple[str, ...],
) -> None:
    """The away and the silent are never among those who agree."""
    found = catalogue.find_agreement_rule(rule)
    assert found is not None
    assert against_rule(found, ChosenRule(rule), counts, asked).lacking == lacking


def test_a_quorum_comes_before_the_share(catalogue: Catalogue) -> None:
    """What is lacking is said all together; what nobody knows is not a no."""
    rule = catalogue.agreement_rules[1]
    told = against_rule(rule, ChosenRule(rule.id, quorum=5), {"fine": 1, "cannot": 3}, 9)
    assert (told.lacking, told.state) == (("quorum", "share"), "not-yet")
    assert (told.agreeing, told.of, told.needed) == (1, 4, 3)
    assert against_rule(rule, ChosenRule(rule.id), {}, 9).state == "unknown"


def test_the_sponsor_says_yes_by_name_or_has_not_yet(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """A wish to be named is what makes it a signature; a seat that is vacant is said."""
    nora = joins(library, community, "Nora Singh").person
    add_clause(library, scope, "purpose", "Together.")
    version = propose(library, scope, date=TODAY.isoformat(), language="en")
    choose_rule(library, scope, ChosenRule("sponsor-countersigns"))
    enter_replies(library, scope, version, [Reply("fine")] * 3)
    standing = rule_standing(library.reader, catalogue, version)
    assert standing is not None
    assert (standing.lacking, standing.state) == (("sponsor-vacant",), "unknown")
    give_role(library, community.id, HoldingFields(role=SPONSOR, person=nora, starts=TODAY))
    standing = rule_standing(library.reader, catalogue, version)
    assert standing is not None
    assert (standing.lacking, standing.state) == (("sponsor",), "not-yet")
    assert nora in [one.id for one in who_may_reply(library.reader, version)]
    enter_replies(library, scope, version, [Reply("fine", person=nora, named=True)])
    standing = rule_standing(library.reader, catalogue, version)
    assert standing is not None
    assert standing.state == "reached"


def test_a_rule_forbids_nothing(
    library: Library, scope: Scope, community: Community, catalogue: Catalogue
) -> None:
    """The people decide; what the rule lacks stays to be read."""
    joins(library, community, "Nora Singh")
    add_clause(library, scope, "purpose", "Together.")
    choose_rule(library, scope, ChosenRule("unanimity"))
    version = propose(library, scope, date="2026-01-15", language="en")
    assert rule_standing(library.reader, catalogue, version) is not None
    record_stances(library, scope, version, {"cannot": 1})
    agreed = agree(library, scope, version, "2026-07-15")
    standing = rule_standing(library.reader, catalogue, agreed)
    assert standing is not None
    assert standing.lacking == ("cannot",)


def test_a_quorum_is_a_number_of_people(library: Library, scope: Scope) -> None:
    """Neither below zero nor beyond any community."""
    for quorum in (-1, 1_000_000):
        with pytest.raises(Trouble):
            choose_rule(library, scope, ChosenRule("consent", quorum))
