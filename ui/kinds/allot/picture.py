"""What the wall shows of sharing out: the things and how many gave theirs; the bars once shown."""

from functools import partial

from app.kinds.allot.diagram import allot_diagram
from app.kinds.allot.facts import AllotFacts
from app.kinds.allot.setup import allot_setup
from app.kinds.kind import CaptureKind, facts_of
from app.words import Words
from app.workshop.ballots import given, open_ballot_of
from app.workshop.planning import languages_of
from app.workshop.zones import zones_shown
from exports.kinds.allot import allot_rows, profiles_of
from ui.wall.wall_picture import RunSeen, WallPicture, WallText


def picture(kind: CaptureKind, seen: RunSeen) -> WallPicture:
    """The things alone before the facilitator shows the round; then its bars."""
    reader, running, words = seen.reader, seen.running, seen.words
    setup = allot_setup(running.recipe)
    opened = open_ballot_of(reader, running.run.id, setup.forms)
    found = facts_of(kind.facts(reader, running), AllotFacts)
    last = found[-1] if found and opened is None else None
    rows = allot_rows(words[0], running.recipe, last) if last is not None else []
    if last is None or not last.shown or not rows:
        number = last.people if last else 0
        if opened is not None and not opened.counted:
            number = given(reader, opened)
        things = tuple(zone.label for zone in zones_shown(running, languages_of(running.workshop)))
        told = tuple(_small_print(one, number, last) for one in words) if number else ()
        return WallPicture(texts=(WallText("", things, listed=True),), small=told)
    profiles = profiles_of(words[0], last)
    make = partial(allot_diagram, rows, profiles, last.tokens)
    return WallPicture(diagram=make, small=tuple(_small_print(o, last.people, last) for o in words))


def _small_print(words: Words, number: int, shown: AllotFacts | None) -> str:
    """How many took part, and of how many tokens the bars are."""
    said = words("ballot.answered", n=number)
    if shown is None or not shown.shown:
        return said
    of = words("allot.small", tokens=shown.tokens)
    return " · ".join((said, of, words("ballot.what-do-you-see")))
