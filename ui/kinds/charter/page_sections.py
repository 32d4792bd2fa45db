"""The sections of the charter a run drafts, as its page shows them."""

from collections.abc import Sequence

from app.kinds.charter import RESERVATIONS, agrees
from app.library.rows import Clause
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from ui.kinds.charter.draft_page import PageSection
from ui.world import World


def page_sections(
    world: World, running: Running, targets: Sequence[str], clauses: Sequence[Clause]
) -> list[PageSection]:
    """The sections among ``targets``; where the word is given, every section that has words."""
    ids = [target for target in targets if target != RESERVATIONS]
    if agrees(running):
        known = [section.id for section in world.catalogue.sections]
        used = {clause.section for clause in clauses}
        ids = [one for one in known if one in used or one in ids]
        ids += sorted(used.difference(known))
    return [_section(world, running, one, clauses) for one in ids]


def _section(
    world: World, running: Running, section: str, clauses: Sequence[Clause]
) -> PageSection:
    here = tuple(clause for clause in clauses if clause.section == section)
    known = world.catalogue.find_section(section)
    if known is None:
        return PageSection(section, section, section, "", (), here)
    wording = known.in_language(prompt_language(running.workshop, world.words.language))
    heads = tuple(wording.columns.get(column, "") for column in known.columns)
    return PageSection(section, wording.name, wording.heading, wording.prompt, heads, here)
