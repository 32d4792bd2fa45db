"""What ``docs`` says of the community file as far as rows declare it: the schema and three lists.

``python -m app.exchange.docs`` writes them anew.
"""

from collections.abc import Iterator, Mapping
from inspect import getdoc
from pathlib import Path

from app.exchange.community_file import EVERY, stands_alone
from app.exchange.json_schema import schema_text
from app.library.row import Row, Stays
from app.library.rows import COLUMNS, TABLES
from app.resources import resources_folder

_BEGIN, _END = "<!-- {name}: made by python -m app.exchange.docs -->\n", "<!-- end -->\n"


def page_text(page: str) -> str:
    """The text of ``docs/community-file.md`` with its lists made anew."""
    for name, lines in _lists().items():
        begin = _BEGIN.format(name=name)
        before, _, rest = page.partition(begin)
        _, _, after = rest.partition(_END)
        page = "".join([before, begin, *(f"{line}\n" for line in lines), _END, after])
    return page


def _lists() -> Mapping[str, list[str]]:
    return {"parts": list(_parts()), "private": list(_private()), "stays": list(_staying())}


def _parts() -> Iterator[str]:
    yield "| part | its rows |"
    yield "| --- | --- |"
    yield "| `hearth` | The format and the schema of the file, and for whom it is. |"
    for kind in EVERY:
        yield f"| `{kind.table}` | {' '.join(_told(kind))} |"
    yield "| `blob` | The contents of the attached files (base64), once each, by their SHA-256. |"


def _told(kind: type[Row]) -> Iterator[str]:
    """What a table's rows are, and which of them leave, in sentences."""
    said = " ".join((getdoc(kind) or "").split("\n\n")[0].split())
    yield said.partition(". ")[0].rstrip(".").replace("``", "`") + "."
    if stands_alone(kind):
        yield "Whom another row names, and nobody else."
    if not isinstance(kind.declared.travels, Stays) and kind.declared.travels.why:
        yield f"**{kind.declared.travels.why.capitalize()}.**"


def _private() -> Iterator[str]:
    """What is for the facilitator alone, as tables declare it."""
    columns = [(kind, column) for kind in EVERY for column in COLUMNS[kind]]
    own = [f"`{kind.table}.{name}`" for kind in EVERY for name in kind.declared.own]
    marked = [f"`{kind.table}`" for kind, column in columns if column.marks_audience]
    copied = [f"`{kind.table}.{column.name}`" for kind, column in columns if column.copies_of]
    after = [kind for kind in EVERY if kind.declared.read_with]
    read_with = [f"`{one.table}` (`{one.declared.read_with}`)" for one in after]
    yield f"- What people noted for themselves alone, which is emptied: {', '.join(own)}."
    yield f"- Rows marked for the facilitator (`audience`): of {', '.join(marked)}."
    yield f"- Copies that are so marked: in {', '.join(copied)}."
    yield f"- Rows read no wider than a row that goes: of {', '.join(read_with)}."
    yield "- What else cannot stand without a row that goes, and people whom nothing names then."


def _staying() -> Iterator[str]:
    whats = (one.declared.travels for one in TABLES.values())
    for what in dict.fromkeys(one.what for one in whats if isinstance(one, Stays)):
        yield f"- {what[:1].upper()}{what[1:]}."


def _write() -> None:
    folder = resources_folder().parent / "docs"
    _put(folder / "community-file.schema.json", schema_text())
    page = folder / "community-file.md"
    _put(page, page_text(page.read_text(encoding="utf-8")))


def _put(path: Path, text: str) -> None:
    path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    _write()
