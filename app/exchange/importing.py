"""Imports a community file into a library: all of it or none, in one change."""

from collections.abc import Iterator, Sequence

from app.exchange.community_file import TABLES, CommunityFile, stands_alone
from app.exchange.own_beside import with_own_beside
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.row import without_own
from app.library.rows import PRIVATE, Attachment, Community, OwnExercise, Person, Round
from app.library.trouble import Trouble
from app.library.writer import Writer

_AT_ONCE = 500
"""Ids asked for in one query."""


def import_community(library: Library, file: CommunityFile) -> Community:
    """Bring a community in, ids and all, as one change that can be undone from Home.

    ``file`` comes from :func:`app.exchange.decode.decode`. Somebody whom the library already
    knows, and in the same words, is one person; what is noted of them here stays as it is. An
    exercise of one's own that is here in other words is kept beside the one of the file. Raises
    :class:`Trouble` with nothing changed: as :func:`check_new` and :meth:`Library.change` do.
    """
    with library.change("community-import", Scope()) as writer:
        check_new(writer, file)
        file = with_own_beside(library, file)
        known = {person.id for person in known_people(writer, file)}
        known |= {one.id for one in file.rows(OwnExercise) if writer.find(OwnExercise, one.id)}
        _forget_counts(writer, file)
        writer.add(file.community)
        for kind in TABLES:
            if kind is Attachment:
                for content in file.blob:
                    writer.keep_blob(content.hash, content.data)
            writer.add_all([row for row in file.rows(kind) if getattr(row, "id", "") not in known])
    return file.community


def check_new(reader: Reader, file: CommunityFile) -> None:
    """Whether a file can be brought in: nothing of it is here but people in the same words.

    Raises :class:`Trouble`: ``community-here`` (``name``), ``community-rows-here`` (``table``,
    ``n``), ``community-parent-missing`` and ``person-differs`` (``name``).
    """
    same = reader.find(Community, file.community.id)
    if same is not None:
        raise Trouble("community-here", name=same.name)
    parent = file.community.parent
    if parent is not None and reader.find(Community, parent) is None:
        raise Trouble("community-parent-missing", name=file.community.name)
    for kind in TABLES:
        if stands_alone(kind) or kind.declared.kept:
            continue
        ids = [str(getattr(row, "id", "")) for row in file.rows(kind)]
        number = len(list(_there(reader, kind.table, ids)))
        if number:
            raise Trouble("community-rows-here", table=kind.table, n=number)
    told = {person.id: without_own(person) for person in file.rows(Person)}
    for here in known_people(reader, file):
        if without_own(here) != told[here.id]:
            raise Trouble("person-differs", name=here.name)


def _forget_counts(writer: Writer, file: CommunityFile) -> None:
    """Counts stay when an import is undone: those of the file's rounds, which are not here, go."""
    for one in file.rows(Round):
        for left in (row for kind in PRIVATE for row in writer.rows(kind, round=one.id)):
            writer.remove(left)


def known_people(reader: Reader, file: CommunityFile) -> Iterator[Person]:
    """Those of the file who are in the library, as they are here."""
    for one in _there(reader, Person.table, [person.id for person in file.rows(Person)]):
        yield reader.row(Person, one)


def _there(reader: Reader, table: str, ids: Sequence[str]) -> Iterator[str]:
    """Which of these ids a table already has."""
    for start in range(0, len(ids), _AT_ONCE):
        part = ids[start : start + _AT_ONCE]
        holes = ", ".join("?" * len(part))
        for (one,) in reader.cells(f"SELECT id FROM {table} WHERE id IN ({holes})", *part):
            yield str(one)
