"""No signal without its fact: whatever happened in a community, each number is held by rows.

With the rows that a signal stands on removed it goes, and with others it stays.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.catalogue.load import load_catalogue
from app.community.gatherings import GatheringFields, plan_gathering
from app.community.memberships import leave
from app.community.stages import record_reading
from app.library import rows
from app.library.belonging import belongs_to
from app.library.deleting import delete
from app.library.journal import Scope
from app.library.row import Row
from app.registers.cells import Party
from app.resources import resources_folder
from app.signals.signal_facts import FACTS
from app.signals.signals import Given, signals_of
from tests.app.community.village import TODAY, action, charter, joins, known, new_library, workshop
from tests.app.signals.village_facts import Village, ago

MEETINGS = (rows.Gathering, rows.Workshop)
STANDS_ON: Mapping[str, tuple[type[Row], ...]] = {
    "silent-days": MEETINGS,
    "no-next-date": MEETINGS,
    "trial-over-days": (rows.Version,),
    "charter-age": (rows.Version,),
    "years-since-launch": (rows.Workshop,),
    "renewal-ahead": (rows.CharterHead,),
    "renewal-past": (rows.CharterHead,),
    "terms-ending": (rows.Holding,),
    "endless-terms": (rows.Holding,),
    "reviews-due": (rows.Holding,),
    "in-both-chairs": (rows.Holding,),
    "core-silent": MEETINGS,
    "coordinator-gone": (rows.Holding,),
    "sponsor-gone": (rows.Holding,),
    "sponsor-new": (rows.Holding,),
    "coordinators": (rows.Holding,),
    "most-roles": (rows.Holding,),
    "core-from-one-unit": (rows.Membership,),
    "newcomers": (rows.Membership,),
    "left": (rows.Membership,),
    "actions-late": (rows.Outcome,),
    "parked": (rows.Outcome,),
    "our-promises-late": (rows.RegisterEntry,),
    "their-promises-late": (rows.RegisterEntry,),
    "views-late": (rows.RegisterEntry,),
    "not-asked": (rows.RegisterEntry,),
    "reservations": (rows.Reservation,),
    "fewer-came": (rows.Gathering,),
    "longest-gap": (rows.Gathering,),
    "portrait-age": (rows.StageReading,),
    "stories-age": (rows.RegisterEntry,),
    "launch-notes": (rows.Note,),
    "pulse-spread": (rows.Run,),
    "pulse-fell": (rows.Run,),
}
"""The tables whose rows give each fact."""

DAYS = frozenset(
    ("silent-days", "trial-over-days", "charter-age", "renewal-ahead", "renewal-past",
     "coordinator-gone", "sponsor-gone", "sponsor-new", "portrait-age", "stories-age")
)  # fmt: skip
"""Facts that are a number of days, from or to a day that a row holds."""
APART = frozenset(("years-since-launch", "core-from-one-unit", "newcomers", "fewer-came",
                   "longest-gap", "pulse-spread", "pulse-fell"))  # fmt: skip
"""Facts that are worked out of several rows; all others count rows."""

NAMES = ("Ana", "Bo", "Cy", "Di", "Ede", "Fay", "Gus")
ROLES = ("coordinator", "co-coordinator", "sponsor", "facilitator")
PURPOSES = ("launch", "renewal", "gathering")
EXERCISES = ("", "hopes-and-fears", "taking-the-pulse", "opening-round")
WRITTEN = ("promise", "promised", "view", "story", "action", "portrait", "parked")
SPAN, AGO, COUNT = st.integers(-400, 900), st.integers(0, 900), st.integers(0, 12)
"""Days ago, also below zero: in so many days; days ago; how many."""
NAME = st.sampled_from(NAMES[:3])

Event = tuple[Callable[..., None], tuple[object, ...]]
Events = st.SearchStrategy[Event]


def known_as(village: Village, name: str) -> str:
    """Somebody by name, who belongs to the community from now on; gives who."""
    for one in village.library.reader.rows(rows.Membership, community=village.community.id):
        if village.library.reader.row(rows.Person, one.person).name == name:
            return one.person
    return joins(village.library, village.community, name, level="core").person


def holds(village: Village, role: str, name: str, since: int, length: int, review: int) -> None:
    """Somebody holds a role; without an end where ``length`` is 0."""
    person = known_as(village, name)
    village.holds_too(role, person, since, since - length if length else None)
    with village.library.change("test", Scope(village.community.id)) as writer:
        for held in writer.rows(rows.Holding, community=village.community.id, person=person):
            if review and held.ends is None:
                writer.change(held, review=ago(since - review).isoformat())


def belong(village: Village, names: int, since: int, left: int) -> None:
    """Some join, and may have left."""
    for name in NAMES[:names]:
        made = joins(village.library, village.community, name, level="core",
                     unit="Roads" * (left % 2), joined=ago(since))  # fmt: skip
        if left and left < since:
            leave(village.library, made.id, ago(left))


def gathers(village: Village, first: int, every: int, came: Sequence[int]) -> None:
    """Gatherings were held in a row, so many days apart."""
    for number, people in enumerate(came):
        if first - number * every >= 0:
            village.held(first - number * every, people)


def comes(village: Village, name: str, days: Sequence[int]) -> None:
    """Somebody came by name to gatherings of their own."""
    person = known_as(village, name)
    for one in days:
        fields = GatheringFields(date=ago(one), held=True, people=(person,))
        plan_gathering(village.library, village.community.id, fields)


def renews(village: Village, days: int) -> None:
    """The day by which the community wants to renew is said once."""
    with village.library.change("test", Scope(village.community.id)) as writer:
        if not writer.rows(rows.CharterHead, community=village.community.id):
            new = village.library.moment.new_id()
            day = ago(days).isoformat()
            writer.add(rows.CharterHead(id=new, community=village.community.id, renew_on=day))


def meets(village: Village, purpose: str, days: int, exercise: str, notes: int) -> None:
    """A workshop was held, or is planned."""
    state = "closed" if days > 0 else "planned"
    made = workshop(village.library, village.community, ago(days), purpose=purpose, state=state)
    if days > 0 and exercise:
        run = village.run_of(exercise, made)
        if exercise == "taking-the-pulse":
            village.answers(
                run,
                heard="12345"[: notes % 6] * 2,
                known=str(notes % 5 + 1) * 4,
                told=str(notes % 4 + 1) * 3,
            )
        else:
            village.notes(run, notes)


def agrees(village: Village, since: int, until: int, reservations: int) -> None:
    """A version of the charter is agreed, to be tried until a day."""
    number = len(village.library.reader.rows(rows.Version, community=village.community.id)) + 1
    made = charter(village.library, village.community, ago(until), number=number)
    with village.library.change("test", Scope(village.community.id)) as writer:
        writer.change(made, date=ago(since).isoformat())
        for _ in range(reservations):
            new = village.library.moment.new_id()
            writer.add(rows.Reservation(id=new, version=made.id, text="Too long"))


def writes(village: Village, what: str, days: int, times: int) -> None:
    """An entry in a register, an action, or what was set aside; so many times."""
    for _ in range(times):
        write(village, what, days)


def write(village: Village, what: str, days: int) -> None:
    """One of them."""
    match what:
        case "promise" | "promised":
            giver = Party(party="community" if what == "promise" else "sponsor")
            village.writes("gives-and-asks", promise="A room", **{"from": giver}, due=ago(days))
        case "view":
            village.writes("voice", decision="A form", due=ago(days), asked=days % 2 == 0)
        case "story":
            village.writes("stories", help="A crack was seen in time")
            with village.library.change("test", Scope(village.community.id)) as writer:
                (*_, last) = writer.rows(rows.RegisterEntry, community=village.community.id,
                                         register="stories")  # fmt: skip
                writer.change(last, made=f"{ago(abs(days))}T12:00:00.000Z")
        case "action":
            action(village.library, village.community, "Write", ago(days))
        case "portrait":
            record_reading(village.library, village.community.id, ago(abs(days)), {"grow": ""})
        case _:
            village.sets_aside(3)


def event(act: Callable[..., None], *drawn: st.SearchStrategy[object]) -> Events:
    """Something that happens, with what is drawn of it."""
    return st.tuples(st.just(act), st.tuples(*drawn))


LIVES = st.lists(
    st.one_of(
        event(gathers, AGO, st.integers(7, 200), st.lists(COUNT, min_size=1, max_size=7)),
        event(comes, NAME, st.lists(st.integers(0, 200), min_size=1, max_size=3)),
        event(Village.planned, st.integers(0, 90)),
        event(holds, st.sampled_from(ROLES), NAME, SPAN, st.integers(0, 900), COUNT),
        event(belong, st.integers(1, 7), AGO, st.integers(0, 400)),
        event(renews, SPAN),
        event(meets, st.sampled_from(PURPOSES), SPAN, st.sampled_from(EXERCISES), COUNT),
        event(agrees, AGO, SPAN, st.integers(0, 3)),
        event(writes, st.sampled_from(WRITTEN), SPAN, st.integers(1, 4)),
    ),
    max_size=25,
)  # fmt: skip
"""What may happen to a community, in any order."""


@pytest.fixture(scope="module")
def begin(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Callable[[], Village]]:
    """Begins a community, in a library in which many live beside one another."""
    catalogue = load_catalogue(resources_folder())
    library = new_library(tmp_path_factory.mktemp("lives"))
    yield lambda: Village(library, catalogue)
    library.close()


def given_now(village: Village) -> dict[str, Given]:
    """The signals that are given, by their ids."""
    facts = known(village.library, village.community)
    found = signals_of(village.library.reader, village.catalogue, facts)
    return {one.signal.id: one for one in found}


def of_it(village: Village, kind: type[Row]) -> list[Row]:
    """The rows of a table that belong to the community."""
    within = belongs_to(kind, rows.Community)
    assert within is not None
    return list(village.library.reader.select(kind, f"WHERE {within}", village.community.id))


def days_in(found: Sequence[Row]) -> set[date]:
    """The days that rows hold, whatever for."""
    cells = [cell for row in found for cell in msgspec.structs.asdict(row).values()]
    texts = [one for one in cells if isinstance(one, str) and one[4:5] == "-" and len(one) >= 10]
    return {date.fromisoformat(one[:10]) for one in texts if one[:4].isdigit()}


def held_by_rows(village: Village, one: Given) -> bool:
    """Whether the library holds the number that a signal states."""
    fact = one.signal.rule.fact
    found = [row for kind in STANDS_ON[fact] for row in of_it(village, kind)]
    if fact in DAYS:
        return any(abs((TODAY - day).days) == one.number for day in days_in(found))
    return bool(found) and (fact in APART or one.number <= len(found))


def test_every_fact_says_what_it_stands_on() -> None:
    """One that is new is named here."""
    assert STANDS_ON.keys() == FACTS.keys()


@given(LIVES)
@settings(max_examples=25)
def test_no_signal_without_its_fact(begin: Callable[[], Village], life: Sequence[Event]) -> None:
    """Its number is held by rows, and with those rows removed it goes."""
    village = begin()
    for act, drawn in life:
        act(village, *drawn)
    library, scope = village.library, Scope(village.community.id)
    before = given_now(village)
    for one in before.values():
        assert held_by_rows(village, one), one
        with library.change("test", scope):
            for kind in STANDS_ON[one.signal.rule.fact]:
                for row in of_it(village, kind):
                    delete(library, "test", scope, row)
        assert one.signal.id not in given_now(village), one
        library.undo(scope)
    assert given_now(village) == before
