"""What changed in a charter, in sentences: for the window and for paper."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.charter.change_summary import SectionChange
from app.words import Words


def section_name(catalogue: Catalogue, words: Words, section: str) -> str:
    """What a section is called: the catalogue's name in the language of the words, or one's own."""
    known = catalogue.find_section(section)
    return known.in_language(words.language).name if known else section


def change_sentence(words: Words, name: str, change: SectionChange) -> str:
    """What happened to the section of that name, as one sentence made only of counted facts."""
    if change.mark != "edited":
        return words(f"changes.{change.mark}", section=name)
    counts = (("edited", change.edited), ("added", change.added), ("removed", change.removed))
    told = [words(f"changes.lines-{what}", n=n) for what, n in counts if n]
    if change.reordered:
        told.append(words("changes.reordered"))
    return words("changes.edited", section=name, told=words.series(told))


def summary_sentences(
    words: Words, changes: Sequence[SectionChange], names: Sequence[str]
) -> list[str]:
    """A sentence for each section that changed, ``names`` in the same order; one that nothing
    changed where none did."""
    if not changes:
        return [words("changes.none")]
    return [
        change_sentence(words, name, change) for name, change in zip(names, changes, strict=True)
    ]
