"""What the wall shows of roles: the role and what it asks; names only after a yes."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.roles import Candidate, roles_offered
from app.library.reader import Reader
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.zones import both
from ui.kinds.roles.role_text import role_asks, role_name
from ui.wall.wall_picture import WallPicture, WallText


def picture(
    kind: CaptureKind,
    reader: Reader,
    catalogue: Catalogue,
    running: Running,
    zone: str,
    words: Sequence[Words],
) -> WallPicture:
    """The current role, and under it those who agreed to any role.

    Who was named, was asked, or gave another answer than yes is not even counted.
    """
    if running.block.audience == "facilitator":
        return WallPicture()
    languages = languages_of(running.workshop)
    agreed = facts_of(kind.facts(reader, running), Candidate)
    roles = (*roles_offered(running.recipe), *(one.naming.role for one in agreed))
    texts = []
    role = zone if zone in roles else next(iter(roles), "")
    if role:
        asks = dict.fromkeys(role_asks(catalogue, role, language) for language in languages)
        name = both(role_name(catalogue, role, language) for language in languages)
        texts.append(WallText(name, tuple(line for line in asks if line)))
    lines = []
    for one in dict.fromkeys(roles):
        people = [yes.person.name for yes in agreed if yes.naming.role == one]
        if people:
            name = both(role_name(catalogue, one, language) for language in languages)
            # "and" is one language's: between two of them, a comma.
            together = words[0].series(people) if len(words) == 1 else join_isolated(people, ", ")
            lines.append(words[0]("kinds.roles.holds", role=name, people=together))
    if lines:
        heading = both(one("kinds.roles.agreed") for one in words)
        texts.append(WallText(heading, tuple(lines)))
    return WallPicture(texts=tuple(texts))
