"""What goes with a community file, or comes with one, in words."""

from app.exchange.community_file import CommunityFile
from app.exchange.preview import Arrival, contents_of, private_parts
from app.words import Words

NAMED = 6
"""Names said one by one; the rest is counted."""


def contents_sentence(words: Words, file: CommunityFile) -> str:
    """What a file holds, counted."""
    found = [words(f"handing.{one.what}", n=one.number) for one in contents_of(file)]
    if not found:
        return words("handing.holds-nothing")
    return words("handing.holds", what=words.series(found))


def private_lines(words: Words, file: CommunityFile) -> list[str]:
    """What was left out of a file as private, a line each."""
    return [
        words(f"handing.private-{_key(one.what)}", n=one.number)
        for one in private_parts(file.hearth.left_out)
    ]


def later_line(words: Words, file: CommunityFile) -> str:
    """What a later Hearth wrote into a file and this one does not know, by its parts."""
    return words.series([f"{part} ({number})" for part, number in file.left_out.items()])


def here_lines(words: Words, arrival: Arrival) -> list[str]:
    """Which people of a file are here already, and who has a namesake here."""
    found = [("known", arrival.known), ("namesakes", arrival.namesakes)]
    return [
        words(f"handing.{what}", n=len(names), names=_named(words, names))
        for what, names in found
        if names
    ]


def _named(words: Words, names: tuple[str, ...]) -> str:
    some = list(names[:NAMED])
    if len(names) > NAMED:
        some.append(words("exporting.left-more", n=len(names) - NAMED))
    return words.series(some)


def _key(part: str) -> str:
    return part.replace(".", "-").replace("_", "-")
