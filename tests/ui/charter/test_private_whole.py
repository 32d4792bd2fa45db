"""Replies that came in private, as the whole's counts are told: card, dialog, community page."""

from app.charter.clauses import add_clause
from app.charter.replies import Reply, enter_replies, who_may_reply
from app.charter.versions import agree, agreement_of, propose, record_stances
from app.library.rows import Version
from tests.ui.charter.desk import Desk
from tests.ui.fitting import settle
from ui.charter.agreement_dialog import AgreementDialog
from ui.community.charter_card import CharterCard
from ui.parts.labels import WrapLabel


def replied(desk: Desk, *counts: int) -> Version:
    """A version to which so many reply in private, from the nearest position to the farthest."""
    add_clause(desk.library, desk.scope, "purpose", "And charts.")
    version = propose(desk.library, desk.scope, date="2025-11-12", language="en")
    stances = ("wholehearted", "fine", "reservation", "cannot")
    replies = [
        Reply(one) for one, number in zip(stances, counts, strict=True) for _ in range(number)
    ]
    enter_replies(desk.library, desk.scope, version, replies)
    desk.screen.refresh()
    settle()
    return version


def asking(desk: Desk) -> AgreementDialog:
    """The dialog in which people are asked."""
    desk.screen.main()
    settle()
    return desk.dialog()


def test_the_card_tells_nobody_alone(desk: Desk) -> None:
    """Places of three at least, without a bar that would tell them apart."""
    replied(desk, 5, 4, 1, 0)
    card = desk.body.agreement_card
    assert not card.bar.isVisible()
    assert card.said.text().endswith(
        " 5 wholehearted, 5 from “Fine with it” to “Cannot agree yet”."
    )
    assert card.missing.text().startswith("10 of 18 have answered.")


def test_where_all_agree_it_is_said(desk: Desk) -> None:
    """A position where one or two stand is told together with the other."""
    replied(desk, 9, 2, 0, 0)
    card = desk.body.agreement_card
    assert "11 of 18 agree; 7 not counted" in card.said.text()
    assert not card.bar.isVisible()


def test_of_two_nothing_but_that_they_answered(desk: Desk) -> None:
    """Neither on the card nor where the word is given."""
    replied(desk, 0, 1, 0, 1)
    card = desk.body.agreement_card
    assert card.said.text() == "Proposed on 12 Nov 2025; not agreed yet."
    assert card.missing.text().startswith("2 of 18 have answered.")
    dialog = asking(desk)
    assert dialog.counting.told.text() == "2 of 18 have answered"
    assert dialog.counting.advice.text() == ""
    dialog.agree()
    assert "Fewer than three replies came without a name" in desk.house.answers.asked[-1]


def test_the_dialog_counts_no_hands_beside_replies(desk: Desk) -> None:
    """It says why; what can be reserved still is, and the word given."""
    version = replied(desk, 5, 4, 1, 1)
    dialog = asking(desk)
    counting = dialog.counting
    assert not counting.stances.isVisible()
    assert not counting.bar.isVisible()
    assert "“Enter replies…”" in counting.gave_way.text()
    assert counting.gave_way.isVisible()
    assert dialog.reserving.line.hasFocus()
    assert counting.told.text() == (
        "11 of 18 have answered: 5 wholehearted, 6 from “Fine with it” to “Cannot agree yet”"
    )
    assert counting.advice.text() == "Somebody cannot agree yet: ask what would have to change."
    dialog.agree()
    assert "so it is not shown how many" in desk.house.answers.asked[-1]
    assert "1 of" not in desk.house.answers.asked[-1]
    desk.house.answers.yes = True
    dialog.agree()
    assert desk.versions()[0].status == "agreed"
    known = agreement_of(desk.library.reader, version.id)
    assert known is not None
    assert known.private == {"wholehearted": 5, "fine": 4, "reservation": 1, "cannot": 1}


def test_hands_counted_before_the_replies_stay(desk: Desk) -> None:
    """Also those typed and not kept yet when the first reply came."""
    add_clause(desk.library, desk.scope, "purpose", "And charts.")
    version = propose(desk.library, desk.scope, date="2025-11-12", language="en")
    record_stances(desk.library, desk.scope, version, {"fine": 2})
    dialog = asking(desk)
    assert dialog.counting.stances.isVisible()
    dialog.counting.stances.boxes["fine"].setValue(3)
    person = who_may_reply(desk.library.reader, version)[0]
    replies = [Reply("fine", person=person.id), *[Reply("wholehearted")] * 3]
    enter_replies(desk.library, desk.scope, version, replies)
    dialog.reject()
    known = agreement_of(desk.library.reader, version.id)
    assert known is not None
    assert (known.hands["fine"], known.counts["fine"]) == (3, 4)
    assert known.counts["wholehearted"] == 3


def test_the_community_page_tells_nobody_alone(desk: Desk) -> None:
    """The same of an agreed charter as on its own screen."""
    version = replied(desk, 5, 4, 1, 1)
    agree(desk.library, desk.scope, version, "2026-05-12")
    window = desk.house.hearth.window
    window.community(desk.community)
    settle()
    page = window.screen_shown
    assert page is not None
    (card,) = page.findChildren(CharterCard)
    said = [label.text() for label in card.findChildren(WrapLabel)]
    assert (
        "11 of 18 have answered: 5 wholehearted, 6 from “Fine with it” to “Cannot agree yet”"
        in said
    )
