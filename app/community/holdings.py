"""Holdings: who tends what, from when to when, with whom behind them."""

from datetime import date
from typing import TypedDict

import msgspec

from app.community.memberships import join
from app.community.people import PersonFields, add_person
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Holding
from app.library.trouble import Trouble
from app.typed_text import name_line, required_name, several_lines

OWN = "own"
"""The role id of roles that a community names itself; their name is the holding's label."""

MOST_HOURS = 160
"""Hours a month that can be entered."""


class HoldingFields(msgspec.Struct, frozen=True, kw_only=True):
    """What is agreed when somebody takes a role; ``hours`` a month, 0 where not counted so.

    ``person`` and ``deputy`` are ids; ``label`` is what the community calls it: it names a role of
    its own, and may name one of the catalogue otherwise ("Chair"). ``review`` is the day to look at
    it again; ``chosen`` how the person was; ``rotation`` how it passes on; ``handover`` what
    whoever comes next should know.
    """

    role: str
    label: str = ""
    person: str
    deputy: str | None = None
    starts: date
    ends: date | None = None
    hours: int = 0
    review: date | None = None
    chosen: str = ""
    rotation: str = ""
    handover: str = ""


def role_key(holding: Holding) -> tuple[str, str]:
    """Which role it is: two holdings of one catalogue role are of that role, whatever the
    community calls them; a role of its own is known by its name."""
    return (holding.role, holding.label if holding.role == OWN else "")


def give_role(
    library: Library, community: str, fields: HoldingFields, workshop: str | None = None
) -> Holding:
    """Give a role to somebody, who becomes a member if they were not.

    Raises :class:`Trouble`: ``role-unnamed``, ``too-long``, ``nobody-named``, ``term-backwards``,
    ``own-deputy``, ``hours-odd``, ``review-early``.
    """
    clean = _clean(fields)
    with library.change("role-give", Scope(community, workshop)) as rows:
        for person in filter(None, (fields.person, fields.deputy)):
            join(library, community, person, joined=fields.starts)
        return rows.add(
            Holding(
                id=library.moment.new_id(),
                community=community,
                workshop=workshop,
                **clean,
            )
        )


def give_role_to_new_person(
    library: Library, community: str, name: str, fields: HoldingFields
) -> Holding:
    """Give a role to somebody the library does not know yet. Raises as :func:`give_role`."""
    scope = Scope(community)
    with library.change("role-give", scope):
        person = add_person(library, scope, PersonFields(name=name))
        return give_role(library, community, msgspec.structs.replace(fields, person=person.id))


def edit_holding(library: Library, holding: str, fields: HoldingFields) -> Holding:
    """Change what was agreed. Raises as :func:`give_role`."""
    row = library.reader.needed(Holding, holding)
    clean = _clean(fields)
    with library.change("role-edit", Scope(row.community)) as rows:
        for person in filter(None, (fields.person, fields.deputy)):
            join(library, row.community, person, joined=fields.starts)
        return rows.change(row, **clean)


def end_holding(library: Library, holding: str, day: date) -> Holding:
    """Somebody hands a role back; ``day`` is the last. Raises Trouble (``term-backwards``)."""
    row = library.reader.needed(Holding, holding)
    if day.isoformat() < row.starts:
        raise Trouble("term-backwards")
    with library.change("role-end", Scope(row.community)) as rows:
        return rows.change(row, ends=day.isoformat())


def remove_holding(library: Library, holding: str) -> None:
    """Take away a holding that was entered by mistake."""
    row = library.reader.needed(Holding, holding)
    with library.change("role-remove", Scope(row.community)) as rows:
        rows.remove(row)


class _Cells(TypedDict):
    role: str
    label: str
    person: str
    deputy: str | None
    starts: str
    ends: str | None
    hours: int
    review: str | None
    chosen: str
    rotation: str
    handover: str


def _clean(fields: HoldingFields) -> _Cells:
    if fields.role == OWN and not fields.label.strip():
        raise Trouble("role-unnamed")
    if not fields.person:
        raise Trouble("nobody-named")
    if fields.ends is not None and fields.ends < fields.starts:
        raise Trouble("term-backwards")
    if fields.review is not None and fields.review < fields.starts:
        raise Trouble("review-early")
    if fields.deputy is not None and fields.deputy == fields.person:
        raise Trouble("own-deputy")
    if not 0 <= fields.hours <= MOST_HOURS:
        raise Trouble("hours-odd", most=MOST_HOURS)
    return {
        "role": fields.role,
        "label": required_name(fields.label) if fields.role == OWN else name_line(fields.label),
        "person": fields.person,
        "deputy": fields.deputy,
        "starts": fields.starts.isoformat(),
        "ends": fields.ends.isoformat() if fields.ends else None,
        "hours": fields.hours,
        "review": fields.review.isoformat() if fields.review else None,
        "chosen": several_lines(fields.chosen),
        "rotation": several_lines(fields.rotation),
        "handover": several_lines(fields.handover),
    }
