"""Replies that came in private, on paper: no bar and no number that tells of one or two people."""

from app.charter.agreement_rules import ChosenRule, choose_rule
from app.charter.replies import Reply, enter_replies
from app.charter.versions import agree
from app.library.rows import Version
from app.words import Words
from tests.exports.making import House
from tests.exports.telling import everything, figures


def replied(house: House, *counts: int) -> Version:
    """A version to which so many reply in private, from the nearest position to the farthest."""
    house.clause("purpose", "To keep the lamps lit.")
    choose_rule(house.library, house.scope, ChosenRule("consent"))
    version = house.propose()
    stances = ("wholehearted", "fine", "reservation", "cannot")
    replies = [
        Reply(one) for one, number in zip(stances, counts, strict=True) for _ in range(number)
    ]
    enter_replies(house.library, house.scope, version, replies)
    return version


def test_those_who_stand_alone_are_told_together(house: House, words: Words) -> None:
    """A sentence in place of the bar; the rule says no number."""
    version = replied(house, 5, 4, 1, 1)
    agree(house.library, house.scope, version, "2026-09-30")
    page = house.page("charter", words)
    said = everything(page)
    low, high = (words(f"stances.name.{one}") for one in ("fine", "cannot"))
    assert not figures(page.pieces)
    assert words("stances.count.wholehearted", n=5) in said
    assert words("agreement.span", n=6, low=low, high=high) in said
    assert words("afar.why.cannot") in said
    assert words("stances.count.cannot", n=1) not in said


def test_where_nobody_stands_alone_the_bar_is_there(house: House, words: Words) -> None:
    """All agree, three at least at each of two positions."""
    version = replied(house, 5, 3, 0, 0)
    agree(house.library, house.scope, version, "2026-09-30")
    page = house.page("charter", words)
    (figure,) = figures(page.pieces)
    assert words("stances.count.fine", n=3) in figure.caption


def test_while_replies_still_come_only_their_number_is_told(house: House, words: Words) -> None:
    """Not how they stand to the rule either: two papers would tell whose the last reply is."""
    replied(house, 5, 4, 3, 3)
    page = house.page("charter", words)
    said = everything(page)
    assert not figures(page.pieces)
    assert words("afar.answered", n=15) in said
    assert words("stances.count.wholehearted", n=5) not in said
    assert words("afar.why.cannot") not in said
    assert words("stances.name.cannot") not in said
