"""What may be worth a look in a draft: facts with their reasons, never a score, never a gate."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.asked_sections import AGREEMENT
from app.charter.charter_head import head_row
from app.charter.clauses import cells_of, clauses_of
from app.charter.outline import ROLES_SECTION
from app.charter.sections import shape_of
from app.community.facts import CommunityFacts, gather
from app.community.held_roles import CO_COORDINATOR, COORDINATOR
from app.community.setting_aside import dismiss_for_a_year, set_aside_on, tell_again
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Clause, ClauseSource

ROLES, RHYTHM, OUT_OF_SCOPE = "roles", "rhythm", "out-of-scope"
"""The sections, by their catalogue ids, in which a lead, a date, a limit have their place."""


class Advice(msgspec.Struct, frozen=True):
    """A fact of the draft by its ``code``, and ``section``, where something could be done about it.

    Codes: ``no-lead`` (nobody coordinates today), ``no-next-date`` (nothing lies ahead),
    ``nothing-out`` (nothing is out of scope), ``no-owner`` (rows that say what, and not who),
    ``nobody-said`` (sections of which no clause came from a note). ``number`` is how many there
    are, ``sections`` in which ones.
    """

    code: str
    section: str
    number: int = 1
    sections: tuple[str, ...] = ()


class AdviceNow(msgspec.Struct, frozen=True):
    """What is given today, and what was set aside."""

    given: tuple[Advice, ...] = ()
    aside: tuple[Advice, ...] = ()


def advice_of(reader: Reader, catalogue: Catalogue, community: str, now: datetime) -> AdviceNow:
    """The advice on a community's draft; none while it says nothing, or the community rests.

    What was set aside is given again after a year, or once there is more of it.
    """
    (facts,) = gather(reader, now, community)
    clauses = [one for one in clauses_of(reader, community) if one.text.strip()]
    if not clauses or facts.asks_nothing:
        return AdviceNow()
    given: list[Advice] = []
    aside: list[Advice] = []
    for advice in _found(reader, catalogue, facts, clauses):
        row = set_aside_on(reader, _key(community, advice), facts.today)
        (given if row is None or advice.number > row.found else aside).append(advice)
    return AdviceNow(tuple(given), tuple(aside))


def set_advice_aside(library: Library, community: str, advice: Advice, today: date) -> None:
    """Say that an advice does not matter to a community (its id) now."""
    dismiss_for_a_year(library, community, _key(community, advice), today, found=advice.number)


def take_advice_up(library: Library, community: str, aside: Sequence[Advice]) -> None:
    """Have advice that was set aside be given again."""
    tell_again(library, community, [_key(community, advice) for advice in aside])


def _found(
    reader: Reader, catalogue: Catalogue, facts: CommunityFacts, clauses: Sequence[Clause]
) -> Iterator[Advice]:
    written = dict.fromkeys(one.section for one in clauses)
    if not (facts.holders(COORDINATOR) or facts.holders(CO_COORDINATOR)):
        yield Advice("no-lead", ROLES)
    if not _date_ahead(reader, facts):
        yield Advice("no-next-date", RHYTHM)
    if OUT_OF_SCOPE not in written and catalogue.find_section(OUT_OF_SCOPE) is not None:
        yield Advice("nothing-out", OUT_OF_SCOPE)
    rows = {one: _rows_without_owner(reader, catalogue, facts, clauses, one) for one in written}
    missing = tuple(one for one, number in rows.items() if number)
    if missing:
        yield Advice("no-owner", missing[0], sum(rows.values()), missing)
    told = {source.clause for source in reader.rows(ClauseSource)}
    said = {one.section for one in clauses if one.id in told}
    # How it was agreed, and who holds what, is recorded; nobody needs to have said it.
    apart = {ROLES, AGREEMENT, *ROLES_SECTION}
    silent = tuple(one for one in written if one not in said and one not in apart)
    if silent:
        yield Advice("nobody-said", silent[0], len(silent), silent)


def _date_ahead(reader: Reader, facts: CommunityFacts) -> bool:
    """Whether a gathering, a workshop or the day of the next renewal lies ahead, or is today."""
    head = head_row(reader, facts.community.id)
    renewing = head is not None and (head.renew_on or "") >= facts.today.isoformat()
    meeting = any(one.date >= facts.today for one in facts.workshops)
    return renewing or meeting or facts.next_gathering is not None


def _rows_without_owner(
    reader: Reader,
    catalogue: Catalogue,
    facts: CommunityFacts,
    clauses: Sequence[Clause],
    section: str,
) -> int:
    """Rows of a section's tables that say what is to be done, and leave out who does it."""
    known = catalogue.find_section(section)
    named = {one.id for one in shape_of(reader, facts.community.id) if one.columns}
    # With columns of one's own, nobody knows which of them says who.
    if known is None or section in named or not {"what", "who"} <= set(known.columns):
        return 0
    what, who = known.columns.index("what"), known.columns.index("who")
    tables = [one for one in clauses if one.section == section and one.form == "table"]
    rows = [row for table in tables for row in cells_of(table)]
    return sum(bool(_cell(row, what)) and not _cell(row, who) for row in rows)


def _cell(row: Sequence[str], at: int) -> str:
    return row[at].strip() if at < len(row) else ""


def _key(community: str, advice: Advice) -> str:
    return f"advice-{advice.code}:{community}"
