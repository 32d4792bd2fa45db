"""A workshop's plan as text: where and when, its total, whether it fits, gaps and overlaps."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import Recipe
from app.library.rows import Block, Workshop
from app.moment import day
from app.words import NO_BREAK, Words
from app.workshop.agenda import BREAK, Layout, Slot
from app.workshop.catching_up import limits_of
from app.workshop.interludes import is_optional
from app.workshop.on_paper import still_on_paper
from app.workshop.planning import languages_of, recipe_of
from ui.design.plan import Plan
from ui.look.themes import Tone
from ui.parts.excerpts import excerpt
from ui.parts.exercise_text import kind_name, section_names

SEPARATOR = " · "
BESIDE_TITLE = f"{NO_BREAK}· "
"""Between remarks beside a title, where a line often ends: the next one never begins with it."""
SECTIONS = 2
"""As many sections of the charter are named beside a block; the recipe names them all."""

WHY = 200
"""Characters of why a workshop was planned that its head repeats."""


def title_of(words: Words, plan: Plan, today: date) -> str:
    """The workshop's title and its date: "Launch workshop · 15 January"."""
    said = day_of(words, plan.workshop, today)
    return words("design.title", workshop=plan.workshop.title, day=said)


def day_of(words: Words, workshop: Workshop, today: date) -> str:
    """The workshop's date in words: "15 January", with its year where that is another."""
    return words.near_day(day(workshop.date), today)


def facts_of(words: Words, plan: Plan) -> str:
    """What is known of a workshop on one line: hours, place, people expected, languages."""
    parts = [hours_of(words, plan.layouts[0])] if plan.layouts else []
    if plan.workshop.place:
        parts.append(plan.workshop.place)
    if plan.workshop.expected:
        parts.append(words("design.expected", n=plan.workshop.expected))
    parts.append(languages_text(words, languages_of(plan.workshop)))
    return SEPARATOR.join(parts)


def head_of(words: Words, plan: Plan) -> str:
    """The same, and under it why it was planned, where somebody said so."""
    facts, why = facts_of(words, plan), " ".join(plan.workshop.notes.split())
    return f"{facts}\n{words('renewal.why', text=excerpt(why, WHY))}" if why else facts


def hours_of(words: Words, layout: Layout) -> str:
    """From when to when a session has time: "8:00 – 12:30"."""
    start, end = words.clock(layout.session.starts), words.end_clock(layout.limit)
    return words("design.hours", start=start, end=end)


def languages_text(words: Words, languages: tuple[str, ...]) -> str:
    """A workshop's languages in words, the leading one first: "in English"."""
    names = [words(f"design.language-{code}") for code in languages]
    if len(names) == 1:
        return words("design.in-one", one=names[0])
    return words("design.in-two", one=names[0], other=names[1])


def sum_of(words: Words, layout: Layout) -> str:
    """What a session's blocks add up to, beside the time there is."""
    if not layout.slots:
        return words("design.sum-nothing", available=words.duration(layout.session.minutes))
    return words(
        "design.sum" if layout.rest else "design.sum-no-break",
        available=words.duration(layout.session.minutes),
        planned=words.duration(layout.planned),
        rest=words.duration(layout.rest),
    )


def fit_of(words: Words, layout: Layout) -> tuple[str, Tone]:
    """Whether a session fits its time, in words and in a tone."""
    spare = layout.spare
    if spare < 0:
        return words("design.too-long", n=-spare), "ember"
    if spare == 0:
        return words("design.fits-exactly"), "amber"
    return words("design.fits", n=spare), "teal"


def session_of(words: Words, plan: Plan, layout: Layout) -> str:
    """A session of several, by its day, hours and place."""
    parts = [words.day(day(layout.session.date), "long"), hours_of(words, layout)]
    if layout.session.place and layout.session.place != plan.workshop.place:
        parts.append(layout.session.place)
    return SEPARATOR.join(parts)


def note_of(words: Words, catalogue: Catalogue, plan: Plan, slot: Slot, *, first: bool) -> str:
    """What is odd about a block to come; empty when nothing is, or when it is past."""
    if plan.closed or plan.standing.begun(slot.block.id):
        return ""
    shortest = limits_of(catalogue, slot.block).shortest
    short = catalogue.find_exercise(slot.block.exercise or "") and slot.block.minutes < shortest
    least = words("design.too-short", n=shortest) if short else ""
    return SEPARATOR.join(part for part in (gap_of(words, slot, first=first), least) if part)


def gap_of(words: Words, slot: Slot, *, first: bool) -> str:
    """What is odd about when a block starts; empty when nothing is."""
    if slot.gap > 0:
        return words("design.gap", n=slot.gap)
    if slot.gap < 0:
        return words("design.early" if first else "design.overlap", n=-slot.gap)
    return ""


def standing_of(words: Words, plan: Plan, block: Block) -> tuple[str, Tone]:
    """How a block of a workshop under way stands: where the room is, and when it would begin."""
    entry = plan.standing.entries.get(block.id)
    if entry is None or plan.closed:
        return "", "mute"
    if entry.state == "now":
        since = words.clock(entry.real if entry.real is not None else entry.planned)
        return words("design.now", time=since), "ember"
    if entry.state == "done":
        return words("room.block-done"), "mute"
    if entry.expected is None or entry.expected == entry.planned:
        return "", "mute"
    tone: Tone = "amber" if entry.expected > entry.planned else "teal"
    return words("room.later", time=words.clock(entry.expected)), tone


def slot_detail(words: Words, catalogue: Catalogue, slot: Slot) -> str:
    """What sort of block it is, whether it goes on beside another, on paper, in groups."""
    detail = block_detail(words, catalogue, slot.block, recipe_of(slot.block))
    parts = (
        detail,
        words("parts.optional") if is_optional(slot.block) else "",
        words("design.beside") if slot.beside else "",
        words("on_paper.planned") if still_on_paper(slot.block) else "",
        words("groups.in-groups") if slot.block.in_groups else "",
    )
    return BESIDE_TITLE.join(part for part in parts if part)


def block_detail(words: Words, catalogue: Catalogue, block: Block, recipe: Recipe) -> str:
    """What sort of block it is, and which sections of the charter it feeds."""
    if block.exercise == BREAK:
        return ""
    if block.exercise is None:
        return "" if recipe.interlude is not None else words("design.own")
    detail = kind_name(words, block.kind)
    sections = section_names(catalogue, recipe.sections, words.language)
    if sections:
        more = "…" if len(sections) > SECTIONS else ""
        detail = BESIDE_TITLE.join((detail, ", ".join(sections[:SECTIONS]).lower() + more))
    return detail


def over_of(words: Words, workshop: Workshop, today: date) -> str:
    """Why nothing can be begun: it is over, or was called off."""
    if workshop.called_off is None:
        return words("design.closed", day=day_of(words, workshop, today))
    off = words.near_day(day(workshop.called_off), today)
    if not workshop.reason:
        return words("design.called-off", day=off)
    reason = workshop.reason if workshop.reason[-1] in ".!?…" else f"{workshop.reason}."
    return words("design.called-off-because", day=off, reason=reason)
