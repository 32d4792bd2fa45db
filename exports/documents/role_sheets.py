"""Roles over the years as sheets: a row for each holding and each vacancy; what the core gives."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.community.held_roles import RoleLine
from app.community.role_history import vacancies
from exports.documents.document import Materials
from exports.facts.roles_facts import RolesFacts
from exports.role_table import role_name
from exports.sheet import Sheet, SheetColumn, SheetValue

HEADS = ("paper.role", "paper.held-by", "roles.from", "roles.to", "sheets.review", "roles.deputy")
Row = tuple[SheetValue, ...]


def role_sheets(facts: RolesFacts, materials: Materials, *, hours: bool) -> Iterator[Sheet]:
    """The standing roles, those for one workshop, and with ``hours`` what each of the core gives a
    month; a sheet each, where there is any."""
    words = materials.words
    yield _sheet("roles.title", facts.standing, facts, materials)
    if facts.workshop:
        yield _sheet("roles.for-workshop", facts.workshop, facts, materials)
    if facts.load and hours:
        columns = (
            SheetColumn(words("roles.who")),
            SheetColumn(words("roles.hours-month"), words("sheets.hours-month")),
            SheetColumn(words("roles.for-roles")),
        )
        rows = tuple(
            (
                one.name,
                one.hours,
                words.series(
                    list(
                        dict.fromkeys(
                            role_name(
                                materials.catalogue, words, held.holding.role, held.holding.label
                            )
                            for held in one.held
                        )
                    )
                ),
            )
            for one in facts.load
        )
        yield Sheet(name=words("roles.load"), columns=columns, rows=rows)


def _sheet(key: str, lines: Sequence[RoleLine], facts: RolesFacts, materials: Materials) -> Sheet:
    words = materials.words
    rows = tuple(row for line in lines for row in _rows(line, facts.day, materials))
    columns = tuple(SheetColumn(words(head)) for head in HEADS)
    return Sheet(name=words(key), columns=columns, rows=rows)


def _rows(line: RoleLine, today: date, materials: Materials) -> list[Row]:
    """A role's holdings and vacancies by their first day; one that was never held is vacant."""
    words = materials.words
    name = role_name(materials.catalogue, words, line.role, line.label)
    vacant = words("roles.vacant")
    found: list[tuple[date, Row]] = [
        (
            one.starts,
            (
                name,
                one.person.name,
                one.starts,
                one.ends,
                one.review if one.ends is None else None,
                one.deputy.name if one.deputy else None,
            ),
        )
        for one in line.ever
    ]
    found += [
        (gap.starts, (name, vacant, gap.starts, gap.ends, None, None))
        for gap in vacancies(line, today)
    ]
    if not found:
        return [(name, vacant, None, None, None, None)]
    return [row for _, row in sorted(found, key=lambda one: one[0])]
