"""What changed in a charter, in sentences: for the window and for paper."""

from collections.abc import Mapping

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.change_summary import SectionChange, change_summary
from app.charter.sections import ShapedSection
from app.charter.shape_changes import (
    CharterSide,
    HeadChange,
    ShapeChange,
    head_changes,
    sections_of_both,
    shape_changes,
)
from app.library.charter_rows import FrozenHead
from app.words import Words

HEAD_LINES: Mapping[str, str] = {
    "parent_body": "parent",
    "approver": "approver",
    "voters": "voters",
    "quorum": "quorum",
    "renew_on": "renew",
}
"""The lines on top of a charter, by the field that each tells of."""


class ToldChanges(msgspec.Struct, frozen=True):
    """What changed between two charters: in ``sentences``, and the sections whose clauses changed,
    in the newer charter's order, with ``sections`` as either charter writes them."""

    sentences: tuple[str, ...]
    changed: tuple[SectionChange, ...]
    sections: Mapping[str, ShapedSection]

    @property
    def nothing(self) -> bool:
        """Whether both are the same."""
        return not self.sentences


def told_changes(
    catalogue: Catalogue, words: Words, before: CharterSide, now: CharterSide
) -> ToldChanges:
    """All that changed from one charter to another."""
    sections = sections_of_both(catalogue.sections, before, now)
    changed = change_summary(before.clauses, now.clauses, list(sections))
    clauses = {one.section: one for one in changed}
    shapes = shape_changes(catalogue.sections, before, now, words.language)
    sentences = head_sentences(words, before, now)
    for name, section in sections.items():
        if name in clauses:
            sentences.append(change_sentence(words, section.name(words.language), clauses[name]))
        sentences += [shape_sentence(words, one, now.head) for one in shapes if one.now.id == name]
    return ToldChanges(tuple(sentences), changed, sections)


def head_sentences(words: Words, before: CharterSide, now: CharterSide) -> list[str]:
    """What became of the lines on top, a sentence each."""
    return [_head_sentence(words, one) for one in head_changes(before.head, now.head)]


def change_sentence(words: Words, name: str, change: SectionChange) -> str:
    """What happened to the section of that name, as one sentence made only of counted facts."""
    if change.mark != "edited":
        return words(f"changes.{change.mark}", section=name)
    counts = (("edited", change.edited), ("added", change.added), ("removed", change.removed))
    told = [words(f"changes.lines-{what}", n=n) for what, n in counts if n]
    if change.reordered:
        told.append(words("changes.reordered"))
    return words("changes.edited", section=name, told=words.series(told))


def shape_sentence(words: Words, change: ShapeChange, head: FrozenHead) -> str:
    """What became of a section beside its clauses, as one sentence; ``head`` names the body whose
    rules it takes over or deviates from."""
    language = words.language
    code, shape = str(change.code), change.now.shape
    columns = [one for one in change.now.columns(language) if one]
    if code == "rule" and shape is not None:
        before = change.before.shape
        same = before is not None and before.rule == shape.rule
        code = "rule-said" if same else f"rule-{shape.rule}"
    elif code == "left-empty" and (shape is None or not shape.left_empty):
        code = "left-empty-no"
    elif code == "columns" and not columns:
        code = "columns-none"
    elif code in ("moved", "under") and change.other is None:
        code = "moved-first" if code == "moved" else "under-none"
    return words(
        f"reshaped.{code}",
        section=change.now.name(language),
        before=change.before.heading(language),
        other=change.other.name(language) if change.other is not None else "",
        columns=words.series(columns),
        body=head.parent_body or words("shape.on-paper.body-above"),
    )


def head_line(words: Words, field: str, head: FrozenHead) -> str:
    """A line on top of a charter; nothing where it says nothing there."""
    said = getattr(head, field)
    if not said:
        return ""
    if field == "signatures":
        return words("reshaped.with-signatures")
    if field == "title":
        return words("reshaped.title", said=said)
    text = words.day(head.renew_on) if field == "renew_on" and head.renew_on else str(said)
    return words(f"shape.on-paper.{HEAD_LINES[field]}", said=text)


def standing_lines(words: Words, head: FrozenHead, one: ShapedSection) -> list[str]:
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
    return lines


def _head_sentence(words: Words, change: HeadChange) -> str:
    before, now = (
        head_line(words, change.field, head).rstrip(".") for head in (change.before, change.now)
    )
    code = "edited" if before and now else "added" if now else "removed"
    return words(f"reshaped.top-{code}", before=before, now=now)
