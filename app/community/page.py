"""What a community's page shows beyond its facts: charter, workshops, what was decided."""

from datetime import date

import msgspec

from app.charter.clauses import clauses_of
from app.charter.versions import Agreement, agreement_of, frozen_clauses, versions_of
from app.library.reading import Reader
from app.library.rows import Gathering, Outcome, Version, Workshop
from app.workshop.attendance import who_came

PURPOSE = "purpose"
"""The charter section that is quoted."""


class CharterGlance(msgspec.Struct, frozen=True, kw_only=True):
    """The charter in short: its latest version, its purpose, how people stood to it.

    ``version`` is None while there is only a draft of ``drafted`` clauses. ``since`` is the
    number of the version before it, if any.
    """

    version: Version | None = None
    quote: str = ""
    agreement: Agreement | None = None
    since: int | None = None
    drafted: int = 0


class WorkshopLine(msgspec.Struct, frozen=True):
    """A workshop and how many people came, or are expected."""

    workshop: Workshop
    people: int


def charter_glance(reader: Reader, community: str) -> CharterGlance:
    """The agreed version, else the latest proposed, else the draft."""
    versions = [one for one in versions_of(reader, community) if one.status != "withdrawn"]
    agreed = [one for one in versions if one.status == "agreed"]
    draft = clauses_of(reader, community)
    chosen = next(iter(agreed or versions), None)
    if chosen is None:
        purpose = next((one.text for one in draft if one.section == PURPOSE), "")
        return CharterGlance(quote=purpose, drafted=len(draft))
    clauses = frozen_clauses(chosen)
    quote = next((one.text for one in clauses if one.section == PURPOSE), "")
    before = [one.number for one in versions if one.number < chosen.number]
    return CharterGlance(
        version=chosen,
        quote=quote,
        agreement=agreement_of(reader, chosen.id),
        since=max(before, default=None),
        drafted=len(draft),
    )


def workshop_lines(reader: Reader, community: str) -> list[WorkshopLine]:
    """A community's workshops, the latest first."""
    return [
        WorkshopLine(one, who_came(reader, one.id) or one.expected)
        for one in reader.rows(Workshop, order="date DESC", community=community)
    ]


def latest_decisions(reader: Reader, community: str, most: int = 3) -> list[Outcome]:
    """The latest decisions, the newest first."""
    found = reader.rows(Outcome, order="made DESC", community=community, form="decision")
    return found[:most]


def meetings(
    reader: Reader, community: str, today: date
) -> tuple[list[Gathering], Gathering | None]:
    """Gatherings to come, the nearest first, and the last one held."""
    found = reader.rows(Gathering, order="date, starts", community=community)
    ahead = [one for one in found if one.state == "planned" and one.date >= today.isoformat()]
    held = [one for one in found if one.state == "held"]
    return ahead, held[-1] if held else None
