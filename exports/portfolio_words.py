"""A portfolio in words: its picture's own, its table, and what may want a conversation, the same in
the window and on paper."""

from collections.abc import Mapping, Sequence
from datetime import date

from app.registers.portfolio import GAPS, Domain, Gap, Portfolio
from app.registers.portfolio_diagram import PortfolioSaid, portfolio_diagram
from app.words import Words
from exports.page import Figure, Table
from exports.register_words import party_words

WIDTH, HEIGHT, SIZE = 500.0, 380.0, 9.0
"""Points: the figure, and what is written on it."""
WIDTHS = (0.21, 0.16, 0.08, 0.09, 0.14, 0.16, 0.16)
"""Shares of the table's columns."""


def axes_said(words: Words) -> PortfolioSaid:
    """What is written beside the axes of the picture."""
    return PortfolioSaid(up=words("portfolio.up"), across=words("portfolio.across"))


def counted(words: Words, portfolio: Portfolio) -> str:
    """How many domains of how many communities; how many of them have what is told first."""
    domains = words("portfolio.domains", n=len(portfolio.domains))
    if portfolio.only is not None:
        told = words("portfolio.sentence-one", domains=domains, community=portfolio.only.name)
    else:
        communities = words("portfolio.communities", n=portfolio.communities)
        told = words("portfolio.sentence", domains=domains, communities=communities)
    found = [told]
    for code in ("heavy-frail", "untended"):
        number = sum(one.code == code for one in portfolio.gaps)
        if number:
            found.append(words(f"portfolio.counted-{code}", n=number))
    return " ".join(found)


def alternative(words: Words, portfolio: Portfolio) -> str:
    """The picture for whoever does not see it."""
    said = "; ".join(
        words("portfolio.said", n=number, name=one.name, weight=one.weight, vitality=one.vitality)
        for number, one in enumerate(portfolio.domains, start=1)
        if one.placed
    )
    return words("portfolio.alternative", said=said) if said else words("portfolio.none-placed")


def not_placed(words: Words, portfolio: Portfolio) -> str:
    """How many domains the picture leaves to the table; empty for none."""
    number = sum(not one.placed for one in portfolio.domains)
    return words("portfolio.not-placed", n=number) if number else ""


def degree_words(words: Words, degree: int, before: int = 0) -> str:
    """A weight or a vitality as a number, with what it was before where that is another."""
    if not degree:
        return words("portfolio.degree-none")
    if before and before != degree:
        return words("portfolio.degree-was", n=degree, before=before)
    return str(degree)


def tender_words(words: Words, domain: Domain) -> str:
    """Who tends a domain."""
    return party_words(words, domain.tender) if domain.tender else words("portfolio.nobody")


def judged_words(words: Words, domain: Domain) -> str:
    """Who judged a domain, and when, as far as either was said."""
    by = party_words(words, domain.judged_by) if domain.judged_by else ""
    if domain.judged_on is None:
        return by
    day = words.day(domain.judged_on)
    if by:
        return words("portfolio.judged-by-on", name=by, day=day)
    return words("portfolio.judged-on", day=day)


def community_words(words: Words, domain: Domain) -> str:
    """The name of a domain's community, and that it has ended or is archived where it is so."""
    name = domain.community.name
    if domain.community.ended is not None:
        return words("portfolio.ended", community=name)
    return words("portfolio.archived", community=name) if domain.rests else name


def portfolio_figure(words: Words, portfolio: Portfolio) -> Figure:
    """The picture for paper."""
    diagram = portfolio_diagram(portfolio, axes_said(words), WIDTH, HEIGHT, SIZE)
    # The table that follows says the same where no picture can be drawn.
    heads = (
        words("portfolio.number"),
        words("portfolio.domain"),
        words("portfolio.weight"),
        words("portfolio.vitality"),
    )
    rows = tuple(
        (str(number), one.name, str(one.weight), str(one.vitality))
        for number, one in enumerate(portfolio.domains, start=1)
        if one.placed
    )
    caption = words("portfolio.caption")
    return Figure(diagram, alternative(words, portfolio), caption, Table(heads, rows))


def portfolio_table(words: Words, portfolio: Portfolio) -> Table:
    """Every domain with all that is known of it."""
    rows = (domain_row(words, number, one) for number, one in enumerate(portfolio.domains, start=1))
    return Table(domain_heads(words), tuple(rows), WIDTHS, strong_column=0)


def domain_heads(words: Words) -> tuple[str, ...]:
    """The heads of :func:`domain_row`."""
    return (
        words("portfolio.domain"),
        words("portfolio.community"),
        words("portfolio.weight-of"),
        words("portfolio.vitality-of"),
        words("portfolio.tender"),
        words("portfolio.judged"),
        words("portfolio.investment"),
    )


def domain_row(words: Words, number: int, domain: Domain) -> tuple[str, ...]:
    """A domain with its number in the portfolio and all that is known of it."""
    before = domain.before
    return (
        words("portfolio.numbered", n=number, name=domain.name),
        community_words(words, domain),
        degree_words(words, domain.weight, before.weight if before else 0),
        degree_words(words, domain.vitality, before.vitality if before else 0),
        tender_words(words, domain),
        judged_words(words, domain),
        domain.investment,
    )


def gaps_told(words: Words, portfolio: Portfolio, most: int) -> Mapping[str, Sequence[str]]:
    """What may want a conversation: under a sentence for each sort, the facts that are its reason,
    ``most`` of them, then how many more there are."""
    found: dict[str, list[str]] = {}
    for code in GAPS:
        gaps = [one for one in portfolio.gaps if one.code == code]
        # One more is told rather than counted.
        shown = gaps if len(gaps) <= most + 1 else gaps[:most]
        if gaps:
            facts = [gap_fact(words, one) for one in shown]
            more = len(gaps) - len(shown)
            counted = [words("portfolio.and-more", n=more)] if more else []
            found[words(f"portfolio.gap-{code}", n=len(gaps))] = facts + counted
    return found


def gap_fact(words: Words, gap: Gap) -> str:
    """The fact for which a domain is named."""
    one = gap.domain
    names = {"name": one.name, "community": one.community.name}
    match gap.code:
        case "no-community":
            return _left_behind(words, one)
        case "heavy-frail":
            degrees = {"weight": one.weight, "vitality": one.vitality}
            return words("portfolio.fact-heavy-frail", **degrees, **names)
        case "untended" if one.investment:
            return words("portfolio.fact-untended-cost", investment=one.investment, **names)
        case "untended":
            return words("portfolio.fact-untended", **names)
        case "not-judged" if one.vitality:
            return words("portfolio.fact-not-judged-weight", **names)
        case "not-judged" if one.weight:
            return words("portfolio.fact-not-judged-vitality", **names)
        case "not-judged":
            return words("portfolio.fact-not-judged", **names)
        case "old":
            day = words.day(one.judged_on) if one.judged_on is not None else ""
            return words("portfolio.fact-old", day=day, **names)


def _left_behind(words: Words, domain: Domain) -> str:
    """Which community tended a domain, and until when."""
    names = {"name": domain.name, "community": domain.community.name}
    ended, archived = domain.community.ended, domain.community.archived
    if ended is not None:
        day = words.day(date.fromisoformat(ended))
        return words("portfolio.fact-no-community", day=day, **names)
    day = words.day(date.fromisoformat(archived)) if archived is not None else ""
    return words("portfolio.fact-no-community-archived", day=day, **names)
