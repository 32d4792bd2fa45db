"""What is known of a community or a workshop, as text: what waits, who, until when."""

from collections.abc import Iterator
from datetime import date, datetime

from app.catalogue.catalogue import Catalogue
from app.charter.charter_overview import charter_overview
from app.community.actions import open_actions
from app.community.attention import reminders_of
from app.community.facts import CommunityFacts, gather
from app.community.gatherings import meetings
from app.community.held_roles import RoleLine, roles_of
from app.library.reader import Reader
from app.library.rows import Outcome
from app.signals.signals import new_signals
from app.words import Words
from exports.export import make_page
from exports.kinds.report import KindReports
from exports.request import ExportRequest
from exports.role_table import role_name
from exports.writers.markdown import write_markdown
from ui.parts.reminder_text import reminder_text
from ui.terminal.arguments import CommandArguments
from ui.terminal.choosing import choose_community, choose_workshop
from ui.terminal.told_years import told_state, told_years

READERS = "community"
"""For whom a workshop is reported."""

Spoken = tuple[Words, Words]
"""The words in which it is said what cannot be found, and those of the report."""


def report_community(
    reader: Reader, catalogue: Catalogue, now: datetime, asked: CommandArguments, spoken: Spoken
) -> str:
    """What the window says of a community at an instant. Raises Refusal for one there is not."""
    community = choose_community(reader, asked.name, spoken[0])
    (facts,) = gather(reader, now, community.id)
    words = spoken[1]
    parts = [
        ("community.next", _reminders(facts, catalogue, words)),
        ("signals.title", _signals(reader, facts, catalogue, words)),
        ("community.actions", _actions(reader, facts, words)),
        ("community.roles", _roles(reader, facts, catalogue, words)),
        ("commands.report-ahead", _ahead(reader, facts, words)),
        ("community.charter", _charter(reader, facts, words)),
        *told_years(reader, catalogue, facts, words),
    ]
    lines = [community.name, *([community.sentence] if community.sentence else [])]
    lines += told_state(facts, words)
    for head, found in parts:
        inside = [f"- {line}" for line in found] or [words("commands.report-none")]
        lines += ["", words(head), *inside]
    return "\n".join(lines)


def report_workshop(
    reader: Reader,
    catalogue: Catalogue,
    reports: KindReports,
    asked: CommandArguments,
    spoken: Spoken,
) -> str:
    """What came of a workshop, or its agenda while it is planned, as its community may read it.

    Raises Refusal for a workshop there is not.
    """
    community = choose_community(reader, asked.name, spoken[0])
    workshop = choose_workshop(reader, community, asked.workshop, spoken[0])
    request = ExportRequest(
        document="run-sheet" if workshop.state == "planned" else "summary",
        subject=workshop.id,
        audience=READERS,
        format="md",
    )
    page = make_page(request, reader, catalogue, reports, spoken[1])
    return write_markdown(page).data.decode().rstrip("\n")


def _reminders(facts: CommunityFacts, catalogue: Catalogue, words: Words) -> Iterator[str]:
    for reminder in reminders_of(facts):
        told = reminder_text(reminder, words, catalogue, facts.today)
        yield words("commands.report-reminder", when=told.when, ask=told.ask, why=told.why)


def _signals(
    reader: Reader, facts: CommunityFacts, catalogue: Catalogue, words: Words
) -> Iterator[str]:
    for given in new_signals(reader, catalogue, facts):
        told = given.signal.in_language(words.language)
        fact = given.fact(words.language)
        yield words("signals.report", fact=fact, why=told.why, suggests=told.suggests)


def _actions(reader: Reader, facts: CommunityFacts, words: Words) -> Iterator[str]:
    for one in open_actions(reader, facts.community.id):
        who = one.owner_name or words("community.nobody-yet")
        yield words("commands.report-line", what=one.text, rest=f"{who}, {_due(one, facts, words)}")


def _due(action: Outcome, facts: CommunityFacts, words: Words) -> str:
    if action.due is None:
        return words("community.no-date")
    due = date.fromisoformat(action.due)
    key = "community.was-due" if due < facts.today else "community.due"
    return words(key, day=words.day(due))


def _roles(
    reader: Reader, facts: CommunityFacts, catalogue: Catalogue, words: Words
) -> Iterator[str]:
    for line in roles_of(reader, catalogue.roles, facts.community.id, facts.today):
        name = role_name(catalogue, words, line.role, line.label)
        yield words("commands.report-line", what=name, rest=_holders(line, words))


def _holders(line: RoleLine, words: Words) -> str:
    """Who holds a role, each until when; or that nobody does."""
    if not line.held:
        return words("community.role.vacant")
    held = []
    for one in line.held:
        name, ends = one.person.name, one.holding.ends
        day = words.day(date.fromisoformat(ends)) if ends else ""
        held.append(words("commands.report-until", name=name, day=day) if ends else name)
    return "; ".join(held)


def _ahead(reader: Reader, facts: CommunityFacts, words: Words) -> Iterator[str]:
    for workshop in facts.workshops:
        day = words.day(workshop.date)
        yield words(f"commands.workshop-{workshop.state}", title=workshop.title, date=day)
    ahead, _ = meetings(reader, facts.community.id, facts.today)
    for meeting in ahead:
        day = words.day(date.fromisoformat(meeting.date))
        what = meeting.title or words("handing.gatherings", n=1)
        yield words("commands.report-line", what=day, rest=what)


def _charter(reader: Reader, facts: CommunityFacts, words: Words) -> Iterator[str]:
    overview = charter_overview(reader, facts.community.id)
    version = overview.version
    if version is None:
        key = "drafted" if overview.drafted else "charter-none"
        yield words(f"community.{key}", n=overview.drafted)
        return
    key = "version" if version.status == "agreed" else "version-proposed"
    yield words(f"community.{key}", number=version.number)
    if version.status == "agreed" and version.until:
        yield words("community.tried-until", day=words.day(date.fromisoformat(version.until)))
