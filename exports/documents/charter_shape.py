"""A charter's shape on paper: its own order and headings, what stands on top, lines to sign."""

from app.catalogue.catalogue import Catalogue
from app.charter.sections import ShapedSection, arranged
from app.library.charter_rows import FrozenHead
from app.words import Words
from exports.documents.charter_changes import CHANGES
from exports.facts.charter_document import AGREEMENT, CharterFacts
from exports.page import Heading, Paragraph, Piece, Table, paragraph, spans
from exports.writers.table_widths import TO_WRITE_IN

LEAD = "purpose"
"""The section set large under the title, where the community left it first."""
DOMAIN, IN, OUT = "domain", "in-scope", "out-of-scope"
"""The section under which what is in and what is out stand side by side."""
LAST = (AGREEMENT, CHANGES)
"""Sections that stand after all others, also after a community's own, unless it moved them."""
LINES_TO_SIGN = 4
"""Lines of the table that is signed by hand."""
SIGNED_WIDTHS = (0.28, 0.28, 0.27, 0.17)


class CharterShape:
    """The sections of a charter in its own order, and which of them have a place of their own."""

    def __init__(self, catalogue: Catalogue, charter: CharterFacts) -> None:
        """As the community arranged them; as the catalogue has them where nobody did."""
        self._catalogue = catalogue
        named = [clause.section for clause in charter.clauses]
        self._all = arranged(catalogue.sections, charter.shape, named)
        self._said = set(named)
        self._placed = {one.id for one in charter.shape}

    @property
    def lead_first(self) -> bool:
        """Whether the purpose stands large under the title: under the catalogue's heading, with
        nothing under it, and behind nothing that the catalogue has behind it."""
        usual = {section.id: at for at, section in enumerate(self._catalogue.sections)}
        for top, children in self._all:
            carries = any(one.id in self._said or one.told for one in children)
            if top.id == LEAD:
                return not (carries or top.told or (top.shape is not None and top.shape.title))
            says = carries or top.told or top.id in self._said
            if says and usual.get(top.id, len(usual)) > usual[LEAD]:
                return False
        return False

    @property
    def scope_beside(self) -> bool:
        """Whether what is in and what is out stand side by side, under the domain."""
        under = next((children for top, children in self._all if top.id == DOMAIN), ())
        plain = [one.id for one in under if not (one.shape and one.shape.title) and not one.told]
        return [one for one in plain if one in (IN, OUT)] == [IN, OUT]

    def groups(self) -> list[tuple[ShapedSection, tuple[ShapedSection, ...]]]:
        """The sections that are numbered, each with those that have a heading under it."""
        aside = {IN, OUT} if self.scope_beside else set()
        lead = LEAD if self.lead_first else ""
        found = [
            (top, tuple(one for one in children if one.id not in aside))
            for top, children in self._all
            if top.id != lead
        ]
        return sorted(found, key=self._after)

    def _after(self, group: tuple[ShapedSection, tuple[ShapedSection, ...]]) -> int:
        one = group[0].id
        return 0 if one in self._placed or one not in LAST else 1 + LAST.index(one)


def head_pieces(words: Words, charter: CharterFacts) -> list[Piece]:
    """The lines of facts on top: the community, the body above, who approves, who takes part."""
    head = charter.head
    said = (
        ("community", charter.community if head.title else ""),
        ("parent", head.parent_body),
        ("approver", head.approver),
        ("voters", head.voters),
        ("quorum", str(head.quorum) if head.quorum else ""),
        ("renew", words.day(head.renew_on) if head.renew_on else ""),
    )
    return [
        paragraph(words(f"shape.on-paper.{code}", said=text), "small")
        for code, text in said
        if text
    ]


def standing_pieces(words: Words, head: FrozenHead, one: ShapedSection) -> list[Piece]:
    """How a section stands to the rules of the body above; nothing where it is its own matter."""
    shape = one.shape
    if shape is None or shape.rule == "own":
        return []
    body = head.parent_body or words("shape.on-paper.body-above")
    lines = [words(f"shape.on-paper.{shape.rule}", body=body)]
    if shape.parent_rule:
        lines.append(words("shape.on-paper.rule", said=shape.parent_rule))
    if shape.rule == "differs" and shape.reason:
        lines.append(words("shape.on-paper.reason", said=shape.reason))
    return [Paragraph(spans(line)) for line in lines]


def signature_pieces(words: Words, head: FrozenHead) -> list[Piece]:
    """Lines to sign by hand, the approver's first; nothing where nobody wants them."""
    if not head.signatures:
        return []
    heads = tuple(words(f"shape.on-paper.sign-{one}") for one in ("name", "place", "hand", "day"))
    free = (TO_WRITE_IN,) * len(heads)
    first = (TO_WRITE_IN, head.approver or TO_WRITE_IN, TO_WRITE_IN, TO_WRITE_IN)
    rows = (first, *(free for _ in range(LINES_TO_SIGN - 1)))
    return [Heading(2, words("shape.on-paper.signatures")), Table(heads, rows, SIGNED_WIDTHS)]
