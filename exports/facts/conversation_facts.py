"""The facts for a conversation with a sponsor: each domain, what it gave as far as that is known.

What a domain gave is told by stories and decisions. None of them is tied to a domain in the
library: those in which its name occurs stand with it, the others with their community.
"""

from collections.abc import Callable, Sequence
from itertools import groupby

import msgspec

from app.catalogue.catalogue import Catalogue
from app.folding import fold
from app.kinds.stories.kind import CYCLES
from app.library.audience import readable
from app.library.reader import Reader
from app.library.rows import Community, Outcome
from app.registers.known_registers import STORIES
from app.registers.portfolio import Domain, Portfolio
from app.registers.register_entries import Entry, entries_of


class Story(msgspec.Struct, frozen=True):
    """A help, and the furthest that it is known to have led to."""

    help: str
    led_to: str = ""


class Gave(msgspec.Struct, frozen=True):
    """What is known to have come of something: stories, and decisions in their own words."""

    stories: tuple[Story, ...] = ()
    decisions: tuple[str, ...] = ()


class DomainTalk(msgspec.Struct, frozen=True):
    """A domain, the codes of what may want a conversation about it, and what names it."""

    domain: Domain
    gaps: tuple[str, ...]
    gave: Gave


class CommunityTalk(msgspec.Struct, frozen=True):
    """A community's domains, what else is known that it gave."""

    community: Community
    domains: tuple[DomainTalk, ...]
    gave: Gave


class Conversation(msgspec.Struct, frozen=True):
    """The portfolio that is talked about, community by community."""

    portfolio: Portfolio
    talks: tuple[CommunityTalk, ...]


def read_conversation(
    reader: Reader, catalogue: Catalogue, portfolio: Portfolio, audience: str
) -> Conversation:
    """What is known for a conversation, as ``audience`` may read it.

    Raises ValueError for no such audience.
    """
    # The community whose domain weighs most comes first: domains are in that order.
    order = {one.community.id: at for at, one in reversed(list(enumerate(portfolio.domains)))}
    by_community = sorted(portfolio.domains, key=lambda one: order[one.community.id])
    talks = [
        _talk(reader, catalogue, portfolio, list(domains), audience)
        for _, domains in groupby(by_community, key=lambda one: one.community.id)
    ]
    return Conversation(portfolio, tuple(talks))


def _talk(
    reader: Reader,
    catalogue: Catalogue,
    portfolio: Portfolio,
    domains: Sequence[Domain],
    audience: str,
) -> CommunityTalk:
    community = domains[0].community
    entries = entries_of(reader, catalogue.register(STORIES), community.id, audience)
    stories = [(_story(one), _said(one)) for one in reversed(entries)]
    rows = readable(
        reader,
        audience,
        Outcome,
        "community = ? AND form = 'decision' AND state <> 'dropped' ORDER BY made DESC, id DESC",
        community.id,
    )
    decisions = [(row.text, fold(row.text)) for row in rows]
    told = []
    for domain in domains:
        names = _names(domain.name)
        gave = Gave(
            tuple(story for story, said in stories if names(said)),
            tuple(text for text, said in decisions if names(said)),
        )
        codes = tuple(gap.code for gap in portfolio.gaps if gap.domain is domain)
        told.append(DomainTalk(domain, codes, gave))
    named = {story for one in told for story in one.gave.stories}
    decided = {text for one in told for text in one.gave.decisions}
    rest = Gave(
        tuple(story for story, _ in stories if story not in named),
        tuple(text for text, _ in decisions if text not in decided),
    )
    return CommunityTalk(community, tuple(told), rest)


def _names(name: str) -> Callable[[str], bool]:
    """Whether a folded text names a domain: in it stand the same words, one after the other."""
    wanted = f" {_plain(fold(name))} "
    return lambda said: wanted in f" {_plain(said)} "


def _plain(text: str) -> str:
    """Words alone, each a space from the next."""
    return " ".join("".join(one if one.isalnum() else " " for one in text).split())


def _story(entry: Entry) -> Story:
    values = entry.values
    led_to = next((str(values[one]) for one in reversed(CYCLES) if one in values), "")
    return Story(str(values.get("help", "")), led_to)


def _said(entry: Entry) -> str:
    return fold(" ".join(str(one) for one in entry.values.values() if isinstance(one, str)))
