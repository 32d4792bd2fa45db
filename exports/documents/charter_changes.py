"""What changed since the version before, told by section: new, changed, left out."""

from collections.abc import Callable, Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.charter.shape_changes import CharterSide, sections_of_both, shape_changes
from app.library.charter_rows import FrozenClause
from app.words import Words
from exports.change_words import head_sentences, shape_sentence
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
    sides: tuple[CharterSide, CharterSide],
    hidden: frozenset[str],
) -> list[Piece]:
    """The reason, what became of the lines on top, and which sections are new, changed, gone,
    moved or written otherwise between two versions, by their own headings and in the newer one's
    order.

    ``sides`` are what the audience may read of each; a section in ``hidden`` is still there, and
    not said to be gone.
    """
    before, now = (_clause_marks(side.clauses) for side in sides)
    kept = before.keys() & now.keys()
    sections = sections_of_both(catalogue.sections, *sides)
    found: tuple[tuple[str, Callable[[str], bool]], ...] = (
        ("paper.change-new", lambda one: one in now and one not in before),
        ("paper.change-edited", lambda one: one in kept and now[one] != before[one]),
        ("paper.change-gone", lambda one: one in before and one not in now and one not in hidden),
    )
    reasons = [versions[1].reason] if versions[1].reason else []
    reasons += head_sentences(words, *sides)
    for code, test in found:
        names = [section.name(words.language) for one, section in sections.items() if test(one)]
        if names:
            reasons.append(words(code, sections=words.series(names)))
    reasons += [
        shape_sentence(words, one, sides[1].head)
        for one in shape_changes(catalogue.sections, *sides, words.language)
        if one.now.id not in hidden
    ]
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
