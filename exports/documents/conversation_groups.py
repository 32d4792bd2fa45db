"""The conversation with a sponsor about many domains: those that want the same question stand in
one table under it, so that the pages can be read before the day."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial

import msgspec

from app.registers.portfolio import FRAIL, HEAVY, Domain
from app.words import Words
from exports.facts.conversation_facts import CommunityTalk, Conversation, DomainTalk, Gave
from exports.page import Bullets, Heading, Piece, Table, paragraph, spans
from exports.portfolio_words import domain_heads, domain_row

MANY = 12
"""From so many domains on they are grouped: one by one they would fill a page for every two."""
LATEST = 5
"""Stories and decisions that are told of one community."""
WIDTHS = (0.32, 0.09, 0.1, 0.15, 0.16, 0.18)
"""Shares of the columns; a domain's community stands under its name."""


class _Told(msgspec.Struct, frozen=True):
    """A domain with its number in the portfolio."""

    number: int
    talk: DomainTalk


def fell(domain: Domain) -> bool:
    """Whether it is less alive than when it was judged before."""
    return 0 < domain.vitality < (domain.before.vitality if domain.before is not None else 0)


def may_share(domain: Domain) -> bool:
    """Whether it is very alive while little depends on it."""
    return domain.placed and domain.weight <= FRAIL and domain.vitality >= HEAVY


def grouped_pieces(words: Words, facts: Conversation) -> Iterator[Piece]:
    """A table for each question, what to ask of all of them, then what the communities gave."""
    one_community = facts.portfolio.only is not None
    for code, told in _groups(facts).items():
        yield Heading(2, words(f"talk-groups.head-{code}", n=len(told)))
        # A heading, because it has to stay with the table that follows.
        yield Heading(3, words(f"talk-groups.ask-{code}"))
        yield _table(words, told, one_community=one_community)
    yield Heading(2, words("talk-groups.of-each"))
    asked = ("enough", "investment", "need")
    yield Bullets(tuple(spans(words(f"talk-groups.each-{one}")) for one in asked))
    given = [(talk, _given(words, talk)) for talk in facts.talks]
    for talk, items in given:
        if items:
            name = talk.community.name
            yield Heading(2, words("talk-groups.gave", community=name))
            yield Bullets(tuple(spans(text) for text in items[:LATEST]))
            if len(items) > LATEST:
                yield paragraph(words("talk-groups.gave-more", n=len(items) - LATEST), "small")


def gave_lines(words: Words, gave: Gave, most: int | None = None) -> list[str]:
    """Stories with what they led to, and decisions; ``most`` of either."""
    stories = [
        words("portfolio.story-led", help=_stopped(one.help), led=" ".join(one.led_to.split()))
        if one.led_to
        else words("portfolio.story", help=one.help)
        for one in gave.stories[:most]
    ]
    return stories + [words("portfolio.decision", text=text) for text in gave.decisions[:most]]


def _stopped(text: str) -> str:
    """With a full stop, where the sentence that people wrote has no end and another follows."""
    kept = text.rstrip()
    return kept if kept.endswith((".", "!", "?", "…", "»", "”")) else f"{kept}."


def _groups(facts: Conversation) -> Mapping[str, Sequence[_Told]]:
    """Each domain under the first question that its facts leave open, in the portfolio's order."""
    asks: dict[str, Callable[[DomainTalk], bool]] = {
        code: partial(_has_gap, code) for code in ("heavy-frail", "untended", "not-judged", "old")
    }
    asks["fell"] = lambda talk: fell(talk.domain)
    asks["share"] = lambda talk: may_share(talk.domain)
    asks["rest"] = lambda _: True
    talks = {id(one.domain): one for talk in facts.talks for one in talk.domains}
    found: dict[str, list[_Told]] = {code: [] for code in asks}
    for number, domain in enumerate(facts.portfolio.domains, start=1):
        talk = talks[id(domain)]
        code = next(code for code, asked in asks.items() if asked(talk))
        found[code].append(_Told(number, talk))
    return {code: told for code, told in found.items() if told}


def _has_gap(code: str, talk: DomainTalk) -> bool:
    return code in talk.gaps


def _table(words: Words, told: Sequence[_Told], *, one_community: bool) -> Table:
    """What is known of each; under its name whose it is, where that is not said above already."""
    name, community, *others = domain_heads(words)
    rows = []
    for one in told:
        called, whose, *known = domain_row(words, one.number, one.talk.domain)
        rows.append((called if one_community else f"{called}\n{whose}", *known))
    head = name if one_community else f"{name}\n{community}"
    return Table((head, *others), tuple(rows), WIDTHS)


def _given(words: Words, talk: CommunityTalk) -> list[str]:
    """What names a domain, under its name; then what else the community gave."""
    named = [
        words("talk-groups.gave-domain", name=one.domain.name, said=said)
        for one in talk.domains
        for said in gave_lines(words, one.gave)
    ]
    return named + gave_lines(words, talk.gave)
