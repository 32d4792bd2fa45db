"""Somebody's line in the list of people."""

from datetime import date

from app.catalogue.catalogue import Catalogue
from app.community.memberships import Member
from app.words import Words
from ui.look.themes import Tone
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn
from ui.parts.reminder_text import role_name
from ui.parts.short_dates import short_month


def people_columns(words: Words) -> tuple[ListColumn, ...]:
    """The columns of the list of people."""
    return (
        ListColumn(id="name", head=words("people.column.name"), least=220, share=30),
        ListColumn(id="level", head=words("people.column.level"), least=110, share=12),
        ListColumn(
            id="roles",
            head=words("people.column.roles"),
            least=170,
            share=24,
            folds=1,
            under=True,
        ),
        ListColumn(id="unit", head=words("people.column.unit"), least=150, share=20, folds=2),
        ListColumn(id="since", head=words("people.column.since"), least=110, share=12, folds=3),
    )


def member_line(member: Member, words: Words, catalogue: Catalogue) -> ListLine:
    """Somebody's line in the window's words."""
    person, row = member.person, member.membership
    roles = [role_name(one.role, one.label, words, catalogue) for one in member.holdings]
    level: Tone = "teal" if row.level == "core" else "plain"
    cells = {
        "level": ListCell(words(f"people.level.{row.level}"), level, row.level == "core"),
        "roles": ListCell(words.series(roles) if roles else ""),
        "unit": ListCell(row.unit or person.organization),
        "since": ListCell(_since(member, words), "mute"),
    }
    parts = [person.name, person.email, *(cell.text for cell in cells.values())]
    return ListLine(
        name=person.name,
        under=person.email,
        cells=cells,
        muted=member.gone,
        whole=". ".join(part for part in parts if part),
    )


def _since(member: Member, words: Words) -> str:
    row = member.membership
    if row.left is not None:
        return words("people.left", month=short_month(words, date.fromisoformat(row.left)))
    if row.joined is None:
        return ""
    return words("people.since", month=short_month(words, date.fromisoformat(row.joined)))
