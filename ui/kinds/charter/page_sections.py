"""The sections of the charter a run drafts, as its page shows them."""

from collections.abc import Iterable, Mapping, Sequence

from app.charter.reviewing import reviews_of
from app.charter.sections import ShapedSection, draft_sections
from app.kinds.charter import RESERVATIONS, agrees, proposal_of, reviews_sections
from app.library.rows import Clause, Reservation
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from ui.kinds.charter.draft_page import PageSection
from ui.look.themes import Tone
from ui.parts.state_list import StateLine
from ui.world import World


def page_sections(
    world: World, running: Running, targets: Sequence[str], clauses: Sequence[Clause]
) -> list[PageSection]:
    """The sections among ``targets``; where the word is given, every section that has words."""
    ids = [target for target in targets if target != RESERVATIONS]
    used = {clause.section for clause in clauses}
    known = _known(world, running, sorted({*used, *ids}))
    if agrees(running):
        ids = [one for one in known if one in used or one in ids]
    language = prompt_language(running.workshop, world.words.language)
    return [_section(language, known[one], clauses) for one in ids]


def place_name(world: World, running: Running, target: str) -> str:
    """What a place of a run is called: a section, in the community's words, or the
    reservations."""
    words = world.words
    if target == RESERVATIONS:
        return words("kinds.charter.reservations")
    language = prompt_language(running.workshop, words.language)
    return _known(world, running, (target,))[target].name(language)


def _known(world: World, running: Running, named: Iterable[str]) -> dict[str, ShapedSection]:
    reader, sections = world.library.reader, world.catalogue.sections
    return draft_sections(reader, sections, running.community.id, named)


def section_lines(
    world: World, running: Running, names: Mapping[str, str], clauses: Sequence[Clause]
) -> list[StateLine]:
    """The places of a run by their ids and ``names``, each with what was decided about it, or how
    far it is."""
    words, reader = world.words, world.library.reader
    reviewing = reviews_sections(running.recipe)
    decided = reviews_of(reader, running.workshop.id) if reviewing else {}
    lines = []
    for target, name in names.items():
        if target == RESERVATIONS:
            version = proposal_of(reader, running)
            n = reader.count(Reservation, version=version.id) if version else 0
            state = words("kinds.charter.reservations-n", n=n) if n else "—"
        elif target in decided:
            state = words(f"reviewing.verdict.{decided[target].verdict}")
        else:
            written = any(one.section == target and one.text for one in clauses)
            state = words("kinds.charter.drafted") if written else "—"
        tone: Tone = "mute" if state == "—" else "teal"
        lines.append(StateLine(target, name, state, tone))
    return lines


def _section(language: str, shaped: ShapedSection, clauses: Sequence[Clause]) -> PageSection:
    here = tuple(clause for clause in clauses if clause.section == shaped.id)
    prompt = shaped.section.in_language(language).prompt if shaped.section else ""
    name, heading = shaped.name(language), shaped.heading(language)
    return PageSection(shaped.id, name, heading, prompt, shaped.columns(language), here)
