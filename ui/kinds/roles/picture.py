"""What the wall shows of roles: the role and what it asks; names only after a yes."""

from collections.abc import Sequence
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.kinds.handing_over import endings
from app.kinds.kind import CaptureKind, facts_of
from app.kinds.roles import Candidate, hands_over, roles_offered
from app.library.audience import hidden
from app.library.rows import Note
from app.text_direction import join_isolated, self_contained
from app.words import Words
from app.workshop.planning import languages_of
from app.workshop.running import Running
from app.workshop.zones import both
from ui.kinds.roles.role_text import role_asks, role_name
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """Those who agreed to any role, and under them the current role.

    Who was named, was asked, or gave another answer than yes is not even counted.
    """
    catalogue, running, words = seen.catalogue, seen.running, seen.words
    if running.block.audience == "facilitator":
        return WallPicture()
    agreed = facts_of(kind.facts(seen.reader, running), Candidate)
    roles = (*roles_offered(running.recipe), *(one.naming.role for one in agreed))
    texts = []
    role = seen.of if seen.of in roles else next(iter(roles), "")
    if role:
        texts.append(_asked(catalogue, running, role))
    lines = [
        words[0]("kinds.roles.holds", role=_name(catalogue, running, one), people=people)
        for one in dict.fromkeys(roles)
        if (people := _people(agreed, one, words))
    ]
    if lines:
        heading = both(one("kinds.roles.agreed") for one in words)
        # Before the role, which may be long: a yes is what the room is to see at once.
        texts.insert(0, WallText(heading, tuple(lines)))
    ending = _ending(seen) if hands_over(running.recipe) else None
    if ending is not None:
        texts.insert(1 if lines else 0, ending)
    return WallPicture(texts=tuple(texts))


def _ending(seen: RunSeen) -> WallText | None:
    """Whose turn ends, since when they held it, and the thanks that were said; what they pass on
    is not the wall's. Holdings are in the open: nobody who was only named is among them."""
    catalogue, running, words = seen.catalogue, seen.running, seen.words[0]
    secret = hidden(seen.reader, "room", Note, "run = ?", running.run.id)
    lines = []
    for one in endings(seen.reader, catalogue.roles, running):
        role = one.label or role_name(catalogue, one.role, words.language)
        since = words.day(one.held.starts)
        said = words("inroom.wall-held", role=role, name=one.held.person.name, day=since)
        if one.thanks is not None and one.thanks.id not in secret:
            said = words("inroom.wall-thanked", held=said, thanks=one.thanks.text)
        lines.append(said)
    if not lines:
        return None
    return WallText(both(one("inroom.ending") for one in seen.words), tuple(lines), listed=True)


def large_role(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """One role alone, and those who said yes to it."""
    asked = _asked(seen.catalogue, seen.running, seen.of)
    agreed = facts_of(kind.facts(seen.reader, seen.running), Candidate)
    people = _people(agreed, seen.of, seen.words)
    lines = (*asked.lines, people) if people else asked.lines
    return WallPicture(texts=(WallText("", (asked.heading, *lines)),))


def _asked(catalogue: Catalogue, running: Running, role: str) -> WallText:
    """A role and what it asks, in the workshop's languages."""
    languages = languages_of(running.workshop)
    asks = dict.fromkeys(role_asks(catalogue, role, language) for language in languages)
    return WallText(_name(catalogue, running, role), tuple(line for line in asks if line))


def _name(catalogue: Catalogue, running: Running, role: str) -> str:
    return both(role_name(catalogue, role, one) for one in languages_of(running.workshop))


def _people(agreed: Sequence[Candidate], role: str, words: Sequence[Words]) -> str:
    """Those who said yes to a role, in one line."""
    people = [_until(yes, words) for yes in agreed if yes.naming.role == role]
    # "and" is one language's: between two of them, a comma.
    return words[0].series(people) if len(words) == 1 else join_isolated(people, ", ")


def _until(yes: Candidate, words: Sequence[Words]) -> str:
    """Somebody who agreed, and until when: what the room was asked."""
    name, ends = yes.person.name, yes.holding.ends if yes.holding is not None else None
    if ends is None:
        return name
    day = date.fromisoformat(ends)
    until = both(one("kinds.roles.until", day=one.day(day)) for one in words)
    return words[0]("kinds.roles.holds-until", name=self_contained(name), until=until)
