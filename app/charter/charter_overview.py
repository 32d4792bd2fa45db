"""The charter in short: its purpose, and how people stood to it."""

import msgspec

from app.charter.clauses import clauses_of
from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.versions import Agreement, agreement_of, frozen_clauses, versions_of
from app.library.reader import Reader
from app.library.rows import Version

PURPOSE = "purpose"
"""The charter section that is quoted."""


class CharterOverview(msgspec.Struct, frozen=True, kw_only=True):
    """The charter in short: its latest version, its purpose, how people stood to it.

    ``version`` is None while there is only a draft of ``drafted`` clauses. ``since`` is the
    number of the version before it, if any.
    """

    version: Version | None = None
    quote: str = ""
    agreement: Agreement | None = None
    asked: PeopleAsked = PeopleAsked(0, False)
    since: int | None = None
    drafted: int = 0


def charter_overview(reader: Reader, community: str) -> CharterOverview:
    """What a community's page says of its charter: the agreed version, else the latest proposed,
    else the draft."""
    versions = [one for one in versions_of(reader, community) if one.status != "withdrawn"]
    agreed = [one for one in versions if one.status == "agreed"]
    draft = clauses_of(reader, community)
    chosen = next(iter(agreed or versions), None)
    if chosen is None:
        purpose = next((one.text for one in draft if one.section == PURPOSE), "")
        return CharterOverview(quote=purpose, drafted=len(draft))
    clauses = frozen_clauses(chosen)
    quote = next((one.text for one in clauses if one.section == PURPOSE), "")
    before = [one.number for one in versions if one.number < chosen.number]
    return CharterOverview(
        version=chosen,
        quote=quote,
        agreement=agreement_of(reader, chosen.id),
        asked=people_asked(reader, community, chosen),
        since=max(before, default=None),
        drafted=len(draft),
    )
