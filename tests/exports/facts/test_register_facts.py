"""The facts of a register: days are dates, people have their ids, what is due comes first."""

from datetime import date

import pytest

from app.catalogue.errors import UnknownEntry
from app.library.journal import Scope
from app.library.rows import Clause
from app.registers.cells import Link, Party, Value
from app.words import Words
from exports.documents.document import LeftOut
from exports.facts.register_facts import RegisterFacts, read_register
from exports.registry import DOCUMENTS
from tests.exports.making import House


def facts_of(house: House, audience: str = "community", register: str = "voice") -> RegisterFacts:
    """The facts of a register of the house."""
    reader = house.library.reader
    return read_register(reader, house.catalogue, house.community.id, register, audience)


def about(facts: RegisterFacts) -> list[Value]:
    """What its entries are about, in their order."""
    return facts.values(facts.register.columns[0].id)


def test_an_empty_register_has_a_name_and_no_entries(house: House) -> None:
    facts = facts_of(house)
    assert (facts.community, facts.register.id) == ("Lantern Makers", "voice")
    assert (facts.entries, facts.open) == ((), 0)
    with pytest.raises(KeyError):
        read_register(house.library.reader, house.catalogue, "0" * 32, "voice", "community")
    with pytest.raises(UnknownEntry):
        facts_of(house, register="no such register")


def test_cells_are_typed(house: House) -> None:
    ann = house.person("Ann Lee")
    clause = house.clause("voice", "Ask us first")
    house.entry(
        {
            "decision": "Oil is bought elsewhere",
            "date": date(2026, 1, 2),
            "asked": False,
            "carrier": Party(id=ann.id),
            "clause": Link("clause", clause.id),
        },
        workshop=house.workshop.id,
    )
    house.entry(
        {"promise": "Oil", "from": Party(party="organization"), "hours": 4},
        register="gives-and-asks",
    )
    (entry,) = facts_of(house).entries
    assert entry.values == {
        "decision": "Oil is bought elsewhere",
        "date": date(2026, 1, 2),
        "asked": False,
        "carrier": Party(id=ann.id, name="Ann Lee"),
        "clause": Link("clause", clause.id, "Ask us first"),
    }
    assert entry.workshop == Link("workshop", house.workshop.id, "First evening")
    promised = facts_of(house, register="gives-and-asks")
    assert promised.values("hours") == [4]
    assert promised.values("from") == [Party(party="organization")]
    assert promised.values("due") == []


def test_what_is_due_comes_first_and_what_is_over_last(house: House) -> None:
    house.entry({"decision": "Over", "due": date(2026, 1, 1)}, state="closed")
    house.entry({"decision": "Answered"}, state="answered")
    house.entry({"decision": "One day"})
    house.entry({"decision": "Later", "due": date(2026, 3, 1)}, state="view-given")
    house.entry({"decision": "Soon", "due": date(2026, 2, 1)})
    facts = facts_of(house)
    assert about(facts) == ["Soon", "Later", "One day", "Answered", "Over"]
    assert facts.open == 3


def test_what_is_linked_to_and_gone_is_no_fact(house: House) -> None:
    clause = house.clause("voice", "Ask us first")
    link = Link("clause", clause.id)
    house.entry({"decision": "Oil", "clause": link}, workshop=house.workshop.id)
    with house.library.change("clause-remove", Scope(house.community.id)) as rows:
        rows.remove(rows.row(Clause, clause.id))
    (entry,) = facts_of(house).entries
    assert entry.values == {"decision": "Oil"}


@pytest.mark.parametrize(
    ("audience", "entries", "links"),
    [("facilitator", 3, 1), ("room", 2, 0), ("community", 1, 0), ("organization", 0, 0)],
)
def test_who_may_not_read_it_is_not_told(
    house: House, words: Words, audience: str, entries: int, links: int
) -> None:
    """Nor of a clause that is narrower than the entry that links to it; both are counted."""
    clause = house.clause("voice", "Among us", audience="facilitator")
    link = Link("clause", clause.id)
    house.entry({"decision": "Ours alone"}, audience="facilitator")
    house.entry({"decision": "The room’s"}, audience="room")
    house.entry({"decision": "Everybody’s", "clause": link})
    facts = facts_of(house, audience)
    assert len(facts.entries) == entries
    assert len(facts.values("clause")) == links
    request = house.request("register", audience=audience)
    with house.library.snapshot() as reader:
        left_out = DOCUMENTS["register"].load().left_out(reader, house.catalogue, words, request)
    unseen = int(entries > 0) - links
    assert left_out == [LeftOut("entries", 3 - entries), LeftOut("links", unseen)]
