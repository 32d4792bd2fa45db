"""A community in which everything is marked for somebody, for the tests of who may read what."""

from collections.abc import Iterator

from app.charter.versions import record_stances, reserve
from app.community.communities import CommunityFields, edit_community
from app.kinds.roles import answer, name_someone, roles_offered
from app.library.audience import AUDIENCES
from app.library.rows import Clause, Note, Person
from app.registers.cells import Link
from app.workshop.outcomes import Form, catch, outcomes_of
from app.workshop.planning import set_audience
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Running
from tests.exports.making import House

ANSWERS = ("named", "asked", "not-now", "privately")
SILENT = tuple(f"Zelda{place}" for place in range(len(ANSWERS)))
"""Who was named and did not say yes."""
NEVER = (*SILENT, "Zauthor", "Zreserver", "Zmail", "Zremark", "9977")
"""What no export may hold, for whomever."""
MARKED = (
    "Zblock",
    "Znote",
    "Zdecision",
    "Zaction",
    "Zparked",
    "Zclause",
    "Zsection",
    "Zdrafted",
    "Zentry",
)
"""What is there once for each audience, its place among them at its end."""


def marked_house(house: House) -> House:
    """Fill a house: a block, notes, outcomes and clauses for each audience, and what is private."""
    for place, audience in enumerate(AUDIENCES):
        running = house.enter(house.plan_own(f"Zblock{place}"))
        set_audience(house.library, house.workshop, running.block, audience)
        # Marked for everybody, but said in that block: it goes no further.
        house.say(running, f"Znote{place}", audience="organization")
        _outcomes(house, running, place, audience)
    wide = house.enter(house.plan_own("In the open"))
    set_audience(house.library, house.workshop, wide.block, "organization")
    for place, audience in enumerate(AUDIENCES):
        house.say(wide, f"Zspoken{place}", audience=audience)
    _charter(house)
    _private(house)
    _board(house)
    _roles(house)
    _register(house)
    return house


def _register(house: House) -> None:
    """An entry for each audience, linked to a clause for the narrowest."""
    (narrowest,) = house.library.reader.rows(Clause, text="Zclause0")
    for place, audience in enumerate(AUDIENCES):
        link = Link("clause", narrowest.id)
        house.entry({"decision": f"Zentry{place}", "clause": link}, audience=audience)


def readable(audience: str, *kinds: str) -> Iterator[str]:
    """What that audience may read of these."""
    for place in range(AUDIENCES.index(audience), len(AUDIENCES)):
        yield from (f"{kind}{place}" for kind in kinds)


def unreadable(audience: str) -> Iterator[str]:
    """What that audience may not read, of anything."""
    for place in range(AUDIENCES.index(audience)):
        yield from (f"{kind}{place}" for kind in (*MARKED, "Zspoken"))
    yield from NEVER


def _outcomes(house: House, running: Running, place: int, audience: str) -> None:
    forms: tuple[Form, ...] = ("decision", "action", "parked")
    for form in forms:
        catch(house.library, house.workshop, form, f"Z{form}{place}", run=running.run.id)
    for one in outcomes_of(house.library.reader, house.workshop.id):
        if one.text.endswith(str(place)):
            house.change(one, audience=audience)


def _charter(house: House) -> None:
    drafting = house.enter(house.plan("what-we-take-care-of"))
    set_audience(house.library, house.workshop, drafting.block, "organization")
    for place, audience in enumerate(AUDIENCES):
        house.clause("norms", f"Zclause{place}", audience=audience)
        house.clause(f"Zsection{place}", "of its own", audience=audience)
        house.clause("domain", f"Zdrafted{place}", audience=audience, run=drafting.run.id)
    first = house.propose("2026-01-02", here=True)
    house.agree(first, {"wholehearted": 4})
    for clause in house.library.reader.rows(
        type(house.clause("x", "gone", audience="facilitator"))
    ):
        if clause.section.startswith("Zsection"):
            house.change(clause, text="said otherwise")
    version = house.propose("2026-01-15", here=True)
    record_stances(house.library, house.scope, version, {"wholehearted": 3, "reservation": 1})
    person = house.person("Zreserver")
    reserve(house.library, house.scope, version, "Not in winter", said_by=person.id)


def _private(house: House) -> None:
    fields = CommunityFields(name=house.community.name, zone="America/Toronto", notes="Zremark")
    edit_community(house.library, house.community.id, fields)
    house.change(house.current(), notes="Zremark")
    person = house.person("Zauthor")
    house.change(person, email="Zmail@example.org", notes="Zremark")
    running = house.enter(house.plan_own("Said by somebody"))
    (note,) = house.say(running, "A word", audience="room")
    house.change(house.library.reader.row(Note, note), author=person.id)


def _board(house: House) -> None:
    """A board whose dots are still hidden, and one whose dots may be seen."""
    for opened in (True, False):
        running = house.enter(house.plan("questions-we-hold"))
        set_audience(house.library, house.workshop, running.block, "organization")
        (note,) = house.say(running, "Why at night?", zone="questions", audience="organization")
        voted = open_dots(house.library, running, 3, 2)
        count = dots_round(house.library.reader, running.run.id)
        assert count is not None
        count_dots(house.library, running, count, note, 9977 if opened else 5, 0)
        if not opened:
            close_round(house.library, house.in_workshop, voted)


def _roles(house: House) -> None:
    running = house.enter(house.plan("who-tends-what"))
    set_audience(house.library, house.workshop, running.block, "organization")
    role = roles_offered(running.recipe)[0]
    for name, said in zip(SILENT, ANSWERS, strict=True):
        answer(house.library, running, name_someone(house.library, running, role, name), said)
    answer(house.library, running, name_someone(house.library, running, role, "Ana Yes"), "yes")
    assert len(house.library.reader.rows(Person)) >= 7
