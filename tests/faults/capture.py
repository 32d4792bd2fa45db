"""A process that captures as a workshop does, says each thing once it is saved, and can be killed.

    python -m tests.faults.capture LIBRARY SEED [--count N] [--careless]

Every line on standard output names what is saved at that moment: ``+ID`` a note, ``-ID`` its
removal, ``=ID TEXT`` its words, ``~TEXT`` the half-typed line, ``*N`` answers in the private round.
``--careless`` turns the disk's promises off, so that the tests can be seen to fail.
"""

import random
import sys
from collections.abc import Callable
from pathlib import Path

from app.library.journal import Scope
from app.library.library import Library
from app.library.opening import open_library
from app.library.private import count_answer
from app.library.rows import Community, Draft, Note, Round, Tally
from app.moment import MachineMoment, stamp

HOME, ROUND = "home", "round"
SCOPE = Scope(HOME)


def say(line: str) -> None:
    """One line, at once."""
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def prepare(library: Library) -> None:
    """A community and a private round, if this is the first run."""
    if library.reader.find(Community, HOME) is None:
        now = stamp(library.moment.now())
        with library.change("prepare", Scope()) as writer:
            writer.add(Community(id=HOME, name="Lantern makers", created=now))
            writer.add(Round(id=ROUND, form="answers", private=True, opened=now))


def add_note(library: Library, chance: random.Random) -> None:
    """A line typed and entered; the draft goes in the same change."""
    text = f"word {chance.random()}"
    row = Note(
        id=library.moment.new_id(),
        community=HOME,
        kind="board",
        position=1000,
        text=text,
        made=stamp(library.moment.now()),
    )
    with library.change("note-add", SCOPE) as writer:
        writer.add(row)
        writer.put(Draft(place="capture", text="", at=row.made))
    say(f"+{row.id}")
    say(f"={row.id} {text}")
    say("~")


def edit_note(library: Library, chance: random.Random) -> None:
    """Other words."""
    rows = library.reader.rows(Note)
    if rows:
        row, text = chance.choice(rows), f"other word {chance.random()}"
        with library.change("note-edit", SCOPE, field=row.id) as writer:
            writer.change(row, text=text)
        say(f"={row.id} {text}")


def remove_note(library: Library, chance: random.Random) -> None:
    """A note taken away, brought back, or left away."""
    rows = library.reader.rows(Note)
    if len(rows) > 20:
        row = chance.choice(rows)
        with library.change("note-remove", SCOPE) as writer:
            writer.remove(row)
        say(f"-{row.id}")
        if chance.random() < 0.5:
            library.undo(SCOPE)
            say(f"+{row.id}")


def type_on(library: Library, chance: random.Random) -> None:
    """Half a line."""
    text = f"half {chance.random()}"
    with library.keep(SCOPE) as writer:
        writer.put(Draft(place="capture", text=text, at=stamp(library.moment.now())))
    say(f"~{text}")


def answer(library: Library, chance: random.Random) -> None:
    """Somebody answers in private."""
    with library.keep(SCOPE, private=True) as writer:
        count_answer(writer, ROUND, chance.choice(("yes", "no")))
    say(f"*{sum(row.number for row in library.reader.rows(Tally))}")


ACTS: tuple[Callable[[Library, random.Random], None], ...] = (
    add_note,
    add_note,
    add_note,
    edit_note,
    remove_note,
    type_on,
    answer,
)


def main(path: str, seed: str, *options: str) -> None:
    """Capture until killed, or ``--count`` times."""
    count = int(options[options.index("--count") + 1]) if "--count" in options else None
    chance = random.Random(int(seed))
    library = open_library(Path(path), MachineMoment())
    prepare(library)
    if "--careless" in options:
        assert library._writer is not None
        library._writer.execute("PRAGMA synchronous = OFF")
    say("ready")
    done = 0
    while count is None or done < count:
        (add_note if count is not None else chance.choice(ACTS))(library, chance)
        done += 1
    library.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
