"""What the screen shows of a charter: the draft or a version, and what it is compared with."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.changes import ClauseChange, compare
from app.charter.charter_head import draft_head, frozen_head
from app.charter.clauses import clauses_of
from app.charter.outline import SectionLine, outline
from app.charter.sections import frozen_sections, shape_of
from app.charter.versions import (
    DraftStatus,
    draft_clauses,
    draft_status,
    frozen_clauses,
    versions_of,
)
from app.library.charter_rows import FrozenClause, FrozenHead
from app.library.reader import Reader
from app.library.rows import Clause, Version
from ui.parts.clauses.section_clauses import Entry


class ViewOptions(msgspec.Struct, frozen=True):
    """What a person wants to see: a version's id (None: the draft), the id of the version it is
    compared with (None: the one before), whether changes are marked, sections being added."""

    version: str | None = None
    against: str | None = None
    marking: bool = False
    also: tuple[str, ...] = ()


class CharterView(msgspec.Struct, frozen=True, kw_only=True):
    """A charter as it stands in the library now, for what is wanted.

    ``shown`` is None for the draft; ``against`` is None where there is nothing to compare with.
    """

    versions: tuple[Version, ...]
    draft_status: DraftStatus
    shown: Version | None
    against: Version | None
    marking: bool
    rows: tuple[Clause, ...]
    changes: tuple[ClauseChange, ...]
    lines: tuple[SectionLine, ...]
    head: FrozenHead

    @property
    def untouched(self) -> bool:
        """Whether nothing was ever written."""
        return not self.versions and not any(row.text.strip() for row in self.rows)

    @property
    def unchanged(self) -> bool:
        """Whether there is something to compare with, and all of it still stands as it did."""
        return self.against is not None and all(one.mark == "kept" for one in self.changes)

    @property
    def agreed_on(self) -> Version | None:
        """The version whose agreement stands beside the page."""
        return self.shown or self.draft_status.latest

    def line_of(self, section: str) -> SectionLine | None:
        """The line of a section, also of one under another."""
        return next((line for line in self.lines if section in line.ids), None)

    def entries_of(self, line: SectionLine) -> dict[str, list[Entry]]:
        """The draft's clauses of a section and those under it, with what happened to each.

        A clause that says nothing yet stands where it is, though no version would have it.
        """
        by_id = {row.id: row for row in self.rows}
        found: dict[str, list[Entry]] = {one: [] for one in line.ids}
        for change in self.changes:
            if change.section in found:
                row = by_id.get(change.now.id) if change.now else None
                found[change.section].append(Entry(row, change))
        before: dict[str, str] = {}
        for row in self.rows:
            if row.section not in found:
                continue
            entries = found[row.section]
            if not any(entry.clause is not None and entry.clause.id == row.id for entry in entries):
                after = before.get(row.section)
                at = next(
                    (
                        place + 1
                        for place, entry in enumerate(entries)
                        if entry.clause is not None and entry.clause.id == after
                    ),
                    0,
                )
                entries.insert(at, Entry(row, None))
            before[row.section] = row.id
        return found

    def read_of(self, line: SectionLine) -> list[ClauseChange]:
        """The clauses of a section and those under it, to be read."""
        return [change for change in self.changes if change.section in line.ids]


def read_charter_view(
    reader: Reader, catalogue: Catalogue, community: str, wanted: ViewOptions
) -> CharterView:
    """A community's charter, for what is wanted; a version that is gone gives the draft."""
    versions = tuple(versions_of(reader, community))
    by_id = {version.id: version for version in versions}
    shown = by_id.get(wanted.version or "")
    against = by_id.get(wanted.against or "") or _before(versions, shown)
    if against is shown:
        against = _before(versions, shown)
    now: list[FrozenClause]
    now = frozen_clauses(shown) if shown is not None else draft_clauses(reader, community)
    before = frozen_clauses(against) if against is not None else []
    changes = compare(before, now)
    if against is None:
        # Without anything to compare with, nothing is new: it is only written.
        changes = tuple(ClauseChange(clause, clause) for clause in now)
    lines = outline(
        catalogue.sections,
        changes,
        compared=against is not None,
        also=wanted.also if shown is None else (),
        offer=shown is None,
        shape=frozen_sections(shown) if shown else shape_of(reader, community),
    )
    return CharterView(
        versions=versions,
        draft_status=draft_status(reader, community),
        shown=shown,
        against=against,
        marking=wanted.marking and against is not None,
        rows=tuple(clauses_of(reader, community)),
        changes=changes,
        lines=lines,
        head=frozen_head(shown) if shown else draft_head(reader, community) or FrozenHead(),
    )


def _before(versions: tuple[Version, ...], shown: Version | None) -> Version | None:
    """The version that one is compared with unless another is chosen: the one before it that was
    not set aside; for the draft, the latest."""
    return next(
        (
            one
            for one in versions
            if one.status != "withdrawn" and (shown is None or one.number < shown.number)
        ),
        None,
    )
