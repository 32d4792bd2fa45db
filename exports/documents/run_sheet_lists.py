"""What a run sheet lists of all blocks: what to bring, prepare, ask of others, do later."""

from collections.abc import Callable, Iterable, Sequence

from app.catalogue.quantities import groups_of, how_many
from app.catalogue.recipe import MaterialInLanguage, RecipeWords
from app.words import Words
from app.workshop.titles import title_in
from exports.facts.run_sheet import SlotFacts
from exports.page import Bullets, Heading, Panel, Panels, Piece, Span
from exports.recipe_words import thing_words

COLUMNS = 2
"""Columns in which the things to bring stand."""


def bring(words: Words, slots: Iterable[SlotFacts], people: int) -> list[Piece]:
    """What to bring, in two columns to be ticked off: added up by thing over all blocks, for the
    people who are expected."""
    needed: dict[str, list[tuple[MaterialInLanguage, int]]] = {}
    for slot in _once(slots):
        groups = groups_of(slot.recipe.group_size, people)
        for one in slot.recipe.materials_in(words.language):
            if one.text.strip():
                count = how_many(one.each, one.count, people, groups)
                needed.setdefault(one.text.casefold(), []).append((one, count))
    things = [_thing(words, found, people) for found in needed.values()]
    if not things:
        return []
    each = -(-len(things) // COLUMNS)
    columns = [things[at : at + each] for at in range(0, len(things), each)]
    panels = tuple(Panel("", tuple(column)) for column in columns)
    head = words("recipe.bring-for", n=people) if people else words("parts.recipe.bring")
    return [Heading(2, head), Panels(panels)]


def beforehand(words: Words, slots: Sequence[SlotFacts]) -> list[Piece]:
    """What to prepare the day before, and what those who help do, block by block."""
    return [
        *_by_block(words, "recipe.prepare", slots, lambda told: told.prepare),
        *_by_block(words, "recipe.helpers", slots, lambda told: told.helpers),
    ]


def afterwards(words: Words, slots: Sequence[SlotFacts]) -> list[Piece]:
    """What to do the week after, block by block."""
    return _by_block(words, "recipe.follow-up", slots, lambda told: (told.follow_up,))


def _once(slots: Iterable[SlotFacts]) -> list[SlotFacts]:
    """The blocks, of an exercise in several parts the first one: all of its parts use the same."""
    found: list[SlotFacts] = []
    parts: dict[str, set[str]] = {}
    for slot in slots:
        steps = {step.id for step in slot.recipe.steps}
        exercise = slot.block.exercise or slot.block.id
        before = parts.setdefault(exercise, set())
        if not before or before & steps:
            found.append(slot)
            before.clear()
        before |= steps
    return found


def _thing(words: Words, found: Sequence[tuple[MaterialInLanguage, int]], people: int) -> str:
    """A thing with how many of it; of what several blocks need also how many at once."""
    first, counts = found[0][0], [count for _, count in found]
    if not sum(counts):
        return thing_words(words, first, people, 0)
    text = first.text
    if len(found) > 1:
        text = words("paper.several-blocks", thing=text, n=len(found), most=max(counts))
    return words("recipe.thing", total=sum(counts), thing=text)


def _by_block(
    words: Words,
    head: str,
    slots: Sequence[SlotFacts],
    said: Callable[[RecipeWords], tuple[str, ...]],
) -> list[Piece]:
    """A line for each block that says something, under a head; nothing where none does."""
    items = []
    for slot in _once(slots):
        texts = " ".join(text for text in said(slot.recipe.in_language(words.language)) if text)
        if texts:
            title = words("parts.recipe.label", label=title_in(slot.block, words.language))
            items.append((Span(title, strong=True), Span(f" {texts}")))
    return [Heading(2, words(head)), Bullets(tuple(items))] if items else []
