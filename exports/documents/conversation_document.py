"""The conversation with a sponsor, prepared from the portfolio: what each domain is, what goes into
it, what it gave, what to ask; and room to write what is agreed."""

from collections.abc import Iterator, Sequence

from app.catalogue.catalogue import Catalogue
from app.library.reader import Reader
from app.registers.portfolio import Domain
from app.words import Words
from exports.documents.conversation_groups import (
    MANY,
    fell,
    gave_lines,
    grouped_pieces,
    may_share,
)
from exports.documents.document import Materials
from exports.documents.frame import document_page, document_title
from exports.documents.portfolio_document import (
    ACCENT,
    OfDomains,
    owner,
    portfolio_asked,
    portfolio_head,
)
from exports.facts.conversation_facts import (
    CommunityTalk,
    Conversation,
    DomainTalk,
    Gave,
    read_conversation,
)
from exports.page import Bullets, Heading, Page, Piece, Span, Table, paragraph, spans
from exports.portfolio_words import (
    community_words,
    degree_words,
    judged_words,
    tender_words,
)
from exports.request import ExportRequest
from exports.writers.table_widths import TO_WRITE_IN

LATEST = 5
"""Stories, and decisions, that are told of one domain; there may be years of them."""
TO_AGREE, TO_AGREE_OF_MANY = 4, 10
"""Lines for what is agreed, and where many domains are talked about."""


class ConversationDocument(OfDomains):
    """What a conversation with a sponsor is prepared with."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> Conversation:
        """What is known of the domains of the subject, of all communities where there is none.

        Raises KeyError for a community there is not.
        """
        portfolio = portfolio_asked(reader, catalogue, request)
        return read_conversation(reader, catalogue, portfolio, request.audience)

    def page(self, facts: Conversation, request: ExportRequest, materials: Materials) -> Page:
        """Community by community, domain by domain, or many of them by what to ask; at the end what
        is agreed is written down."""
        words, portfolio = materials.words, facts.portfolio
        pieces = portfolio_head(words, portfolio, words("portfolio.conversation"))
        if facts.talks:
            pieces.append(paragraph(words("portfolio.conversation-how"), "lead"))
            many = len(portfolio.domains) >= MANY
            if many:
                pieces += grouped_pieces(words, facts)
            for talk in () if many else facts.talks:
                pieces += _community(words, talk, named=portfolio.only is None)
            pieces += _agreed(words, TO_AGREE_OF_MANY if many else TO_AGREE)
        else:
            pieces.append(paragraph(words("portfolio.nothing")))
        names = {"community": owner(words, portfolio)}
        title = document_title(words, "portfolio.conversation-foot", names)
        author = owner(words, portfolio)
        return document_page(words, title, request.audience, author, pieces, ACCENT)


def questions(words: Words, talk: DomainTalk) -> list[str]:
    """What to ask about a domain: what its facts leave open first."""
    return list(_questions(words, talk.domain, talk.gaps))


def _questions(words: Words, domain: Domain, gaps: Sequence[str]) -> Iterator[str]:
    name = domain.name
    if "heavy-frail" in gaps:
        yield words("portfolio.ask-heavy-frail", name=name)
    if "untended" in gaps:
        yield words("portfolio.ask-untended", name=name)
    if "not-judged" in gaps:
        yield words("portfolio.ask-not-judged", name=name)
    if "old" in gaps and domain.judged_on is not None:
        yield words("portfolio.ask-old", name=name, day=words.day(domain.judged_on))
    if domain.before is not None and fell(domain):
        before = domain.before.vitality
        yield words("portfolio.ask-fell", name=name, before=before, n=domain.vitality)
    if may_share(domain):
        yield words("portfolio.ask-share", name=name)
    if domain.investment:
        yield words("portfolio.ask-enough", name=name, investment=domain.investment)
    else:
        yield words("portfolio.ask-investment", name=name)
    if not gaps:
        yield words("portfolio.ask-need", name=name)


def _community(words: Words, talk: CommunityTalk, *, named: bool) -> Iterator[Piece]:
    for one in talk.domains:
        yield Heading(2, one.domain.name)
        if named:
            yield paragraph(community_words(words, one.domain), "small")
        yield from _domain(words, one)
    if talk.gave.stories or talk.gave.decisions:
        yield Heading(2, words("portfolio.also-gave", community=talk.community.name))
        yield from _gave(words, talk.gave)


def _domain(words: Words, talk: DomainTalk) -> Iterator[Piece]:
    domain, before = talk.domain, talk.domain.before
    for line in domain.note.splitlines():
        yield paragraph(line)
    lines = [
        (
            words("portfolio.weight-of"),
            degree_words(words, domain.weight, before.weight if before else 0),
        ),
        (
            words("portfolio.vitality-of"),
            degree_words(words, domain.vitality, before.vitality if before else 0),
        ),
        (words("portfolio.judged"), judged_words(words, domain)),
        (words("portfolio.tender"), tender_words(words, domain)),
        (words("portfolio.investment"), domain.investment or words("portfolio.not-said")),
    ]
    yield Bullets(
        tuple(
            (Span(words("registers.label", name=label) + " ", strong=True), Span(said))
            for label, said in lines
            if said
        )
    )
    yield Heading(3, words("portfolio.gave"))
    if talk.gave.stories or talk.gave.decisions:
        yield from _gave(words, talk.gave)
    else:
        yield paragraph(words("portfolio.gave-nothing"))
    yield Heading(3, words("portfolio.questions"))
    yield Bullets(tuple(spans(one) for one in questions(words, talk)))


def _gave(words: Words, gave: Gave) -> Iterator[Piece]:
    yield Bullets(tuple(spans(one) for one in gave_lines(words, gave, LATEST)))
    more = max(0, len(gave.stories) - LATEST) + max(0, len(gave.decisions) - LATEST)
    if more:
        yield paragraph(words("portfolio.gave-more", n=more), "small")


def _agreed(words: Words, lines: int) -> Iterator[Piece]:
    yield Heading(2, words("portfolio.agreed"))
    heads = (
        words("portfolio.domain"),
        words("portfolio.agreed-sponsor"),
        words("portfolio.agreed-community"),
        words("portfolio.agreed-when"),
    )
    yield Table(heads, ((TO_WRITE_IN,) * 4,) * lines, (0.22, 0.31, 0.31, 0.16))
