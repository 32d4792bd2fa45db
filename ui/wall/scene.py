"""What the wall shows at one instant, read from the library; no widgets."""

from zoneinfo import ZoneInfo

import msgspec

from app.library.audience import hidden, readable
from app.library.reader import Reader
from app.library.rows import Note, RegisterEntry, Run, Workshop
from app.moment import drift, instant
from app.workshop import clock
from app.workshop.agenda import DAY
from app.workshop.agenda_order import opens_session
from app.workshop.planning import BREAK, languages_of
from app.workshop.running import Place, Running
from app.workshop.titles import title_in
from ui.wall.wall_picture import Pictures, RunSeen, WallPicture, WallText
from ui.world import World


class Scene(msgspec.Struct, frozen=True):
    """The question in one or two languages, the kind's picture, and who the room is."""

    questions: tuple[str, ...]
    picture: WallPicture
    community: str
    languages: tuple[str, ...] = ()
    """Those of the workshop, the leading one first: the small print speaks them too."""
    timed: bool = True
    """Whether the clock of the current step belongs to it."""
    run: str = ""
    """Id of the run that it shows something of; empty where it shows none."""
    hidden: bool = False
    """Whether it says of that run only how many notes there are."""
    held: str = ""
    """An id of the time at which the wall was frozen with it; empty while it is not held."""
    unread: frozenset[str] = frozenset()
    """What the room could not read of that run then: notes and rows, by their ids."""


NOTHING = Scene((), WallPicture(), "")
"""Before the first block."""


def read_scene(world: World, place: Place | None, pictures: Pictures) -> Scene:
    """The scene where a workshop stands. Nothing in it is meant for the facilitator alone."""
    if place is None:
        return NOTHING
    running = place.running
    languages = languages_of(running.workshop)
    if running.block.exercise == BREAK:
        questions = tuple(_break_text(world, place, language) for language in languages)
        return Scene(questions, WallPicture(), running.community.name, languages)
    asked = questions_of(running)
    if running.block.audience == "facilitator":
        return Scene(asked, WallPicture(), running.community.name, languages)
    seen = run_seen(world, running, place.zone)
    told = not running.run.hidden
    picture = pictures[running.block.kind](seen) if told else counted_only(seen)
    if running.block.in_groups:
        picture = _until_back(world, place, picture)
    return Scene(
        asked,
        picture,
        running.community.name,
        languages,
        run=running.run.id,
        hidden=not told,
    )


def held(world: World, scene: Scene, *, frozen: bool) -> Scene:
    """A scene that is held where the wall is ``frozen``, or is not any more."""
    if not frozen or not scene.run:
        return msgspec.structs.replace(scene, held="", unread=frozenset())
    unread = _unread(world.library.reader, scene.run)
    return msgspec.structs.replace(scene, held=world.library.moment.new_id(), unread=unread)


def hidden_since(reader: Reader, scene: Scene) -> bool:
    """Whether a scene shows what was hidden after it was read, or is the facilitator's alone by
    now: it is not held then."""
    run = reader.find(Run, scene.run) if scene.run else None
    if run is None or scene.hidden:
        return False
    # Ids follow one another in time: what came later was never shown.
    return run.hidden or any(one < scene.held for one in _unread(reader, run.id) - scene.unread)


def _unread(reader: Reader, run: str) -> frozenset[str]:
    """The notes and rows of a run (its id) that the room may not read, by their ids."""
    return frozenset(
        one
        for kind in (Note, RegisterEntry)
        for one in hidden(reader, "room", kind, "run = ?", run)
    )


def counted_only(seen: RunSeen) -> WallPicture:
    """How many notes of a run the room will be able to read, and nothing of what they say."""
    notes = readable(seen.reader, "room", Note, "note.run = ?", seen.running.run.id)
    if not notes:
        return WallPicture()
    said = dict.fromkeys(words("wall.hidden-n", n=len(notes)) for words in seen.words)
    return WallPicture(texts=(WallText("", tuple(said)),))


def _until_back(world: World, place: Place, picture: WallPicture) -> WallPicture:
    """The same picture, and in small print when the groups are back together."""
    minute = back_at(world, place)
    if minute is None:
        return picture
    small = []
    for at, language in enumerate(languages_of(place.running.workshop)):
        words = world.words_in(language)
        said = (*picture.small[at : at + 1], words("groups.back-at", time=words.clock(minute)))
        small.append(" · ".join(said))
    return msgspec.structs.replace(picture, small=tuple(small))


def run_seen(world: World, running: Running, of: str) -> RunSeen:
    """A run as it now is, ``of`` the zone it stands in or one thing (id), for its picture."""
    words = tuple(world.words_in(language) for language in languages_of(running.workshop))
    return RunSeen(world.library.reader, world.catalogue, running, of, words)


def questions_of(running: Running) -> tuple[str, ...]:
    """What is asked in a run, in each of the workshop's languages; said once where they agree."""
    wordings = [running.recipe.in_language(one) for one in languages_of(running.workshop)]
    return tuple(dict.fromkeys(words.question or words.title for words in wordings))


def seconds_left(world: World, place: Place | None) -> int | None:
    """What the clock of the current step shows, in seconds; None when it has none."""
    if place is None:
        return None
    reading = clock.read_clock(world.library, place)
    return reading.left if reading is not None else None


def back_at(world: World, place: Place) -> int | None:
    """The minute of the day at which the clock on the wall comes to zero; None while it is held."""
    reading = clock.read_clock(world.library, place)
    if reading is None or not reading.runs:
        return None
    now = world.moment.now().astimezone(ZoneInfo(place.running.workshop.zone))
    seconds = now.hour * 3600 + now.minute * 60 + now.second + reading.left
    return round(seconds / 60) % DAY


def _break_text(world: World, place: Place, language: str) -> str:
    """What is said of a break: the name it was given, and when it is over."""
    words, title = world.words_in(language), title_in(place.running.block, language)
    time = _back_at(world, place, language)
    if title and opens_session(world.library.reader, place.running.block):
        return words("wall.arriving", title=title, time=time)
    return words("wall.break-named" if title else "wall.break", title=title, time=time)


def _back_at(world: World, place: Place, language: str) -> str:
    row = world.library.reader.row(Workshop, place.running.workshop.id)
    began = instant(place.running.run.started) + drift(world.moment)
    began = began.astimezone(ZoneInfo(row.zone))
    minute = began.hour * 60 + began.minute + place.running.block.minutes
    return world.words_in(language).clock(minute)
