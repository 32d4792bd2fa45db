"""The legacy page: what is known is told to who may read it; with nothing known it has room."""

from datetime import date

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.holdings import HoldingFields, give_role
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.community.states import record_state
from app.library.library import Library
from app.library.rows import Outcome
from app.registers.cells import Party
from app.words import Words
from exports.page import Page, Panels
from tests.exports.making import House


@pytest.fixture
def house(library: Library, catalogue: Catalogue) -> House:
    """A community about to end."""
    return House.founded(library, catalogue, purpose="closing", languages=("en",))


def lived(house: House) -> None:
    """Something of every part."""
    fields = MemberFields(person=PersonFields(name="Farah Haddad"), joined=date(2019, 3, 4))
    add_member(house.library, house.community.id, fields)
    house.clause("purpose", "So that nobody decides alone in the rain")
    house.clause("domain", "Lanterns that last")
    heir = Party(name="Ji-woo Park")
    house.entry({"what": "The field guide", "heir": heir}, register="legacy", state="taken")
    house.entry({"what": "Old photographs"}, register="legacy")
    house.entry({"help": "One call mended it", "consent": "organization"}, register="stories")
    house.entry({"help": "A quarrel, settled"}, register="stories")
    for state, text in (("open", "Two people sign"), ("dropped", "Three people sign")):
        new = house.library.moment.new_id()
        house.put(
            Outcome(
                id=new, community=house.community.id, form="decision", text=text, state=state,
                position=0, made="2026-01-15T10:00:00.000Z",
            )
        )  # fmt: skip
    parting = house.enter(house.plan("parting-words"))
    house.say(parting, "Call me when it creaks", zone="sentences")
    house.change(
        house.workshop, state="closed", closed="2026-01-15T20:00:00Z", thanks="To Wanda, who drove"
    )


def read(page: Page) -> str:
    """All that it says."""
    return repr(page.pieces)


def test_it_tells_what_was_written_down(house: House, words: Words) -> None:
    """Each in its part; what was dropped is not held any more, and no story goes without a yes."""
    lived(house)
    told = read(house.page("legacy-page", words, audience="room"))
    for text in (
        "So that nobody decides alone in the rain",
        "Lanterns that last",
        "The field guide",
        "Ji-woo Park",
        words("ending.no-heir"),
        "One call mended it",
        "Two people sign",
        "Farah Haddad",
        "To Wanda, who drove",
        "Call me when it creaks",
    ):
        assert text in told
    assert "Three people sign" not in told
    assert "A quarrel, settled" not in read(
        house.page("legacy-page", words, audience="facilitator")
    )
    assert words("ending.by-hand") not in told


def test_who_is_only_named_to_follow_has_tended_nothing_yet(house: House, words: Words) -> None:
    for name, starts in (("Noor Haddad", date(2026, 1, 2)), ("Tomás Oyarzún", date(2027, 1, 2))):
        fields = HoldingFields(
            role="coordinator", person=house.person(name).id, starts=starts, ends=None
        )
        give_role(house.library, house.community.id, fields)
    page = house.page("legacy-page", words)
    told = repr([one for one in page.pieces if isinstance(one, Panels)])
    assert "Noor Haddad" in told
    assert "Tomás Oyarzún" not in told


def test_who_was_not_there_reads_less(house: House, words: Words) -> None:
    """Parting words stay in the room, names and what is left within the community."""
    lived(house)
    community = read(house.page("legacy-page", words))
    assert "Call me when it creaks" not in community
    assert "Farah Haddad" in community
    organization = read(house.page("legacy-page", words, audience="organization"))
    assert "Farah Haddad" not in organization
    assert "The field guide" not in organization
    assert words("ending.count-people", n=1) in organization


def test_what_is_open_is_for_the_facilitator_until_it_has_ended(house: House, words: Words) -> None:
    """Afterwards nobody can do anything about it."""
    lived(house)
    assert words("ending.part-open") not in read(house.page("legacy-page", words))
    page = house.page("legacy-page", words, audience="facilitator")
    assert words("ending.part-open") in read(page)
    assert "Old photographs" in read(page).split(words("ending.part-open"))[1]
    day = date.fromisoformat("2025-11-01")
    record_state(house.library, house.community.id, day, "closed", "The bridge stands")
    page = house.page("legacy-page", words, audience="facilitator")
    assert words("ending.part-open") not in read(page)
    assert "The bridge stands" in read(page)


def test_with_nothing_known_there_is_room_to_write(house: House, words: Words) -> None:
    """The name, the day, and lines for a pen."""
    told = read(house.page("legacy-page", words))
    assert house.community.name in told
    assert words("ending.by-hand") in told
    assert words("ending.part-people") not in told


@pytest.mark.parametrize("format_", ["pdf", "docx", "md"])
def test_it_is_written_in_every_format(house: House, words: Words, format_: str) -> None:
    """Full, as far as files can tell."""
    lived(house)
    assert len(house.data("legacy-page", words, format_)) > 300
