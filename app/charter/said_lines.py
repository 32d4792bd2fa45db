"""What a clause says, as lines that are read without its list or its table around them."""

from app.charter.clauses import cells_of, items_of
from app.library.charter_rows import FrozenClause


def said_lines(clause: FrozenClause) -> tuple[str, ...]:
    """What a clause says, a line each: items of a list, rows of a table."""
    if clause.form == "list":
        return tuple(items_of(clause))
    if clause.form == "table":
        return tuple(" – ".join(filter(None, cells)) for cells in cells_of(clause))
    return tuple(line for line in clause.text.split("\n") if line.strip())


def clause_line(clause: FrozenClause) -> str:
    """What a clause says, on one line; a text keeps its own lines."""
    return " · ".join(said_lines(clause)) if clause.form in ("list", "table") else clause.text
