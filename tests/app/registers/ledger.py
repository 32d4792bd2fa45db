"""A register with a column of every type, and a community with something to link to."""

from typing import Any

import msgspec

from app.catalogue.register_shapes import Register
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Clause, Community, Note, Workshop
from app.moment import stamp
from app.registers.cells import Link, Party
from tests.app.community.village import TODAY

TYPES = (
    "text",
    "choice",
    "date",
    "person",
    "number",
    "hours",
    "yes-no",
    "note",
    "clause",
    "workshop",
)


def raw(**more: Any) -> dict[str, Any]:
    """The register as its file would say it."""
    columns: list[dict[str, Any]] = [{"id": one, "type": one} for one in TYPES]
    columns[0] |= {"required": True}
    columns[1] |= {"options": ["small", "large"]}
    columns[2] |= {"due": True}
    columns[3] |= {"parties": ["community", "sponsor"]}
    columns.append({"id": "story", "type": "text", "long": True})
    words = {
        "name": "Everything",
        "sentence": "A column of every type.",
        "add": "Add one",
        "edit": "Change it",
        "empty_title": "Nothing yet",
        "empty": "Add one.",
        "columns": {one["id"]: str(one["id"]).capitalize() for one in columns},
        "options": {"choice": {"small": "Small", "large": "Large"}},
        "states": {"begun": "Begun", "over": "Over"},
    }
    return {
        "id": "everything",
        "concepts": ["asked-first"],
        "audience": "community",
        "sources": ["desk", "workshop"],
        "columns": columns,
        "states": [{"id": "begun", "open": True}, {"id": "over", "open": False}],
        "words": {"en": words, "fr": words},
        **more,
    }


EVERYTHING = msgspec.convert(raw(), Register)
"""A column of every type."""


def link_to(library: Library, community: Community) -> dict[str, Link]:
    """A note, a clause and a workshop of a community, by the column that can link to each."""
    moment = library.moment
    now = stamp(moment.now())
    with library.change("linked", Scope(community.id)) as rows:
        workshop = rows.add(
            Workshop(
                id=moment.new_id(),
                community=community.id,
                purpose="launch",
                title="The launch",
                date=TODAY.isoformat(),
                zone="UTC",
                created=now,
            )
        )
        note = rows.add(
            Note(
                id=moment.new_id(),
                community=community.id,
                kind="board",
                position=0,
                text="Ask before the archive moves",
                audience="community",
                made=now,
            )
        )
        clause = rows.add(
            Clause(
                id=moment.new_id(),
                community=community.id,
                section="voice",
                text="Moves\twrite to us\ttwo weeks",
                position=0,
            )
        )
    return {
        "note": Link("note", note.id, note.text),
        "clause": Link("clause", clause.id, "Moves · write to us · two weeks"),
        "workshop": Link("workshop", workshop.id, workshop.title),
    }


def nobody(name: str) -> Party:
    """Somebody who is only a name."""
    return Party(name=name)
