"""Libraries as they are after some years of use, made through the same functions as by hand."""

from collections.abc import Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.community.communities import CommunityFields, create_community
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.community.stages import record_reading
from app.library.library import Library
from app.library.opening import open_library
from app.library.rows import Community, Workshop
from app.moment import MachineMoment
from app.resources import resources_folder
from app.workshop.notes import add_notes, notes_of
from app.workshop.outcomes import assign, catch
from app.workshop.planning import BREAK, WorkshopFields, add_own, blocks_of, plan_workshop, scope_of
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Running, enter_block
from app.workshop.zones import zone_targets

PEOPLE = (
    "Amina Okafor",
    "Luc Tremblay",
    "Mei-Ling Zhao",
    "Piet de Boer",
    "Yusra Haddad",
    "Tomás Ibarra",
    "Ingrid Solberg",
    "Ravi Menon",
    "Chloé Gagnon",
    "Kofi Mensah",
)
PRACTICES = (
    "Bridge Inspection",
    "Water Quality",
    "Night Shift Nursing",
    "School Gardens",
    "Open Records",
    "Winter Roads",
    "Heritage Carpentry",
    "Plain Language",
)
SAID = (
    "Nobody asks the night shift what they would need before the schedule is made",
    "Un carnet partagé des essais, y compris ceux qui ont échoué",
    "We find out about a change from the people it broke",
    "Someone to call on the third floor",
    "Less mailing, more looking at real cases together",
)

DOTS = 3
"""Dots that each person gives on a board."""
KEEP_NOTES = ("talk", "board")


def many_communities(path: Path, count: int) -> None:
    """``count`` communities with their people, a launch that has begun or not, and what is due."""
    catalogue = load_catalogue(resources_folder())
    with closing(open_library(path, MachineMoment())) as library:
        for number in range(count):
            _settle(library, catalogue, number)
    # What was written is copied when the library is opened next, as on any morning after.
    open_library(path, MachineMoment()).close()


def found(library: Library, number: int) -> Community:
    """A community with ten people."""
    practice = PRACTICES[number % len(PRACTICES)]
    fields = CommunityFields(name=f"{practice} {number + 1}", zone="America/Montreal")
    community = create_community(library, fields)
    for name in PEOPLE:
        person = PersonFields(name=f"{name} {number + 1}")
        add_member(library, community.id, MemberFields(person=person))
    return community


def workshop_of(
    library: Library, catalogue: Catalogue, community: Community, day: date, agenda: str | None
) -> Workshop:
    """A launch on ``day``."""
    wish = WorkshopFields(
        community=community.id,
        purpose="launch",
        title="Launch workshop",
        date=day.isoformat(),
        zone=community.zone,
        starts=9 * 60,
        minutes=600,
        languages=("en",),
        expected=18,
        agenda=agenda,
    )
    return plan_workshop(library, catalogue, wish)


def with_notes(path: Path, count: int) -> str:
    """A library with so many notes, most of them of workshops that are over.

    Gives the id of the workshop that goes on.
    """
    catalogue = load_catalogue(resources_folder())
    each = 250
    with closing(open_library(path, MachineMoment())) as library:
        today = library.moment.now().date()
        for number in range(count // each):
            community = found(library, number)
            day = today - timedelta(days=number)
            workshop = workshop_of(library, catalogue, community, day, "launch-whole-charter")
            fill_boards(library, workshop, each)
        newest = found(library, count)
        current = workshop_of(library, catalogue, newest, today, "launch-whole-charter")
    return current.id


def big_workshop(library: Library, catalogue: Catalogue, blocks: int, notes: int) -> Workshop:
    """A workshop of so many blocks that were run, with so many notes, dots on every board,
    decisions and actions."""
    community = found(library, 0)
    day = library.moment.now().date()
    workshop = workshop_of(library, catalogue, community, day, "launch-whole-charter")
    for number in range(blocks - len(blocks_of(library.reader, workshop.id))):
        add_own(library, workshop, f"What we found, part {number + 1}", 20)
    fill_boards(library, workshop, notes)
    vote(library, workshop)
    for number in range(8):
        catch(library, workshop, "decision", f"We meet every four weeks, for a start {number}")
        action = catch(library, workshop, "action", f"Book the large room, week {number + 1}")
        due = (day + timedelta(days=7 * number)).isoformat()
        assign(library, workshop, action, None, PEOPLE[number], due)
    return workshop


def fill_boards(library: Library, workshop: Workshop, notes: int) -> None:
    """Run every block, and spread so many notes over the zones of those that hold notes."""
    blocks = blocks_of(library.reader, workshop.id)
    runs = [enter_block(library, workshop, block).running for block in blocks]
    places = [(running, zone) for running in runs for zone in _zones(running)]
    for at, (running, zone) in enumerate(places):
        share = notes // len(places) + (at < notes % len(places))
        if share:
            add_notes(library, running, zone, sentences(share))


def vote(library: Library, workshop: Workshop) -> None:
    """Give the dots of eighteen people on every board, and close the rounds."""
    for block in blocks_of(library.reader, workshop.id):
        running = enter_block(library, workshop, block).running
        notes = notes_of(library.reader, running.run.id)
        if block.kind != "board" or not notes:
            continue
        voted = open_dots(library, running, DOTS, 0)
        count = dots_round(library.reader, running.run.id)
        assert count is not None
        left = 18 * DOTS
        for note in notes:
            given = min(-(-left // 4), 12)
            if given:
                count_dots(library, running, count, note.id, given, 0)
            left -= given
        close_round(library, scope_of(workshop), voted)


def sentences(count: int) -> Sequence[str]:
    """What people may have said."""
    return [f"{SAID[number % len(SAID)]}, {number + 1}" for number in range(count)]


def _zones(running: Running) -> tuple[str, ...]:
    if running.block.kind not in KEEP_NOTES or running.block.exercise == BREAK:
        return ()
    return zone_targets(running.recipe)


def _settle(library: Library, catalogue: Catalogue, number: int) -> None:
    community = found(library, number)
    today = library.moment.now().date()
    day = today + timedelta(days=number % 60 - 30)
    workshop = workshop_of(library, catalogue, community, day, "launch-whole-charter")
    record_reading(library, community.id, today, {"discover": ""}, workshop=workshop.id)
    plan_gathering(
        library, community.id, GatheringFields(date=today + timedelta(days=number % 40 - 10))
    )
    action = catch(library, workshop, "action", "Ask the night shift what they would need")
    assign(library, workshop, action, None, PEOPLE[number % 10], today.isoformat())
    if day <= today:
        fill_boards(library, workshop, 20)
