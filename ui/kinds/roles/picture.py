"""What the wall shows of roles: the role and what it asks; names only after a yes."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.kinds.roles import agreed, roles_offered
from app.library.reading import Reader
from app.library.rows import Naming, Person
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.zones import both
from ui.kinds.roles.told import role_asks, role_name
from ui.wall.picture import WallPicture, WallText


def picture(
    reader: Reader, catalogue: Catalogue, running: Running, zone: str, words: Sequence[Words]
) -> WallPicture:
    """The current role, and under it those who agreed to any role.

    Who was named, was asked, or gave another answer than yes is not even counted.
    """
    if running.block.audience == "facilitator":
        return WallPicture()
    languages = languages_of(running.workshop)
    yeses = agreed(reader, running.run.id)
    roles = (*roles_offered(running.recipe), *(one.role for one in yeses))
    texts = []
    role = zone if zone in roles else next(iter(roles), "")
    if role:
        asks = dict.fromkeys(role_asks(catalogue, role, language) for language in languages)
        name = both(role_name(catalogue, role, language) for language in languages)
        texts.append(WallText(name, tuple(line for line in asks if line)))
    lines = []
    for one in dict.fromkeys(roles):
        people = [_person(reader, naming) for naming in yeses if naming.role == one]
        if people:
            name = both(role_name(catalogue, one, language) for language in languages)
            # "and" is one language's: between two of them, a comma.
            together = words[0].series(people) if len(words) == 1 else ", ".join(people)
            lines.append(words[0]("kinds.roles.holds", role=name, people=together))
    if lines:
        heading = both(one("kinds.roles.agreed") for one in words)
        texts.append(WallText(heading, tuple(lines)))
    return WallPicture(texts=tuple(texts))


def _person(reader: Reader, naming: Naming) -> str:
    return reader.row(Person, naming.person).name
