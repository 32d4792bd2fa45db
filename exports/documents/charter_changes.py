"""What changed since the version before, told by section: new, changed, left out."""

from collections.abc import Callable, Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.library.charter_rows import FrozenClause
from app.words import Words
from exports.facts.charter_document import VersionFacts
from exports.page import Paragraph, Piece, spans

CHANGES = "changes"
"""The charter section that says what changed; the comparison stands under it. A first version has
nothing to be compared with: under it stands why there is one."""

ClauseMark = Mapping[str, Sequence[tuple[str, str, str]]]
"""What each section says: heading, form and text of its clauses."""


def change_pieces(
    catalogue: Catalogue,
    words: Words,
    versions: tuple[VersionFacts, VersionFacts],
    clauses: tuple[Sequence[FrozenClause], Sequence[FrozenClause]],
    hidden: frozenset[str],
    titles: Mapping[str, str],
) -> list[Piece]:
    """The reason, and which sections are new, changed or gone between two versions.

    ``clauses`` are those of each that the audience may read; a section in ``hidden`` is still
    there, and not said to be gone. ``titles`` are the headings that the community gave.
    """
    before, now = _clause_marks(clauses[0]), _clause_marks(clauses[1])
    found: tuple[tuple[str, Callable[[str], bool], ClauseMark], ...] = (
        ("paper.change-new", lambda one: one not in before, now),
        ("paper.change-edited", lambda one: one in before and now[one] != before[one], now),
        ("paper.change-gone", lambda one: one not in now and one not in hidden, before),
    )
    reasons = [versions[1].reason] if versions[1].reason else []
    for code, test, among in found:
        names = [
            titles.get(one) or _name(catalogue, words, one)
            for one in _in_order(catalogue, among)
            if test(one)
        ]
        if names:
            reasons.append(words(code, sections=words.series(names)))
    if not reasons:
        return []
    opening = words("paper.changes-since", n=versions[0].number)
    return [Paragraph(spans(opening, strong=True)), *(Paragraph(spans(one)) for one in reasons)]


def _clause_marks(clauses: Sequence[FrozenClause]) -> ClauseMark:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for clause in clauses:
        if clause.section != CHANGES:
            found.setdefault(clause.section, []).append((clause.heading, clause.form, clause.text))
    return found


def _in_order(catalogue: Catalogue, marks: ClauseMark) -> list[str]:
    """Sections as the charter has them: the catalogue's first, then those of one's own."""
    order = {section.id: place for place, section in enumerate(catalogue.sections)}
    return sorted(marks, key=lambda section: order.get(section, len(order)))


def _name(catalogue: Catalogue, words: Words, section: str) -> str:
    known = catalogue.find_section(section)
    return known.in_language(words.language).name if known else section
