"""What is known before a renewal: each thing in its part, what is missing with the way to it."""

from datetime import UTC, date, datetime

import msgspec
import pytest

from app.catalogue.catalogue import Catalogue
from app.catalogue.setup import read_setup
from app.community.states import record_state
from app.kinds.pulse.rounds import answers_given
from app.kinds.pulse.setup import PulseSetup, statements_of
from app.library.audience import AUDIENCES
from app.library.library import Library
from app.library.rows import Gathering, Holding, Outcome, StageReading
from app.registers.cells import Party, Values
from app.renewal.brief import Brief, read_brief
from app.renewal.brief_lines import Promise, Statement, Told
from app.resources import resources_folder
from app.words import Words
from app.workshop.ballots import cast, close_ballot, open_ballot
from exports.documents.brief_document import line_text
from exports.export import make_page, write_page
from exports.page import Figure, Page, Table
from exports.writers.pdf.pdf_writer import fewest_sheets
from tests.exports.making import House, house_fonts

ANSWERS, PULSE = "answers", "taking-the-pulse"
NOW = datetime(2026, 11, 20, 15, tzinfo=UTC)
FULL = {"wholehearted": 6}


@pytest.fixture
def house(library: Library, catalogue: Catalogue) -> House:
    """A community that was launched."""
    made = House.founded(library, catalogue)
    made.change(made.workshop, state="closed", closed="2026-01-15T20:00:00Z")
    return made


def brief(house: House, audience: str = "facilitator", now: datetime = NOW) -> Brief:
    """What is known."""
    with house.library.snapshot() as reader:
        return read_brief(reader, house.catalogue, house.community.id, audience, now)


def texts(house: House, part: str, audience: str = "facilitator") -> list[tuple[str, str]]:
    """The lines of a part: their codes and what people wrote."""
    lines = brief(house, audience).part(part).lines
    return [(one.code, one.text) for one in lines if isinstance(one, Told)]


def page(house: House, words: Words, audience: str = "facilitator", format_: str = "pdf") -> Page:
    """The document in the autumn."""
    asked = msgspec.structs.replace(
        house.request("renewal-brief", audience=audience, format_=format_), now=NOW
    )
    with house.library.snapshot() as reader:
        return make_page(asked, reader, house.catalogue, house.reports, words)


def outcome(
    house: House, form: str, text: str, *, due: str | None = None, audience: str = "community"
) -> None:
    """Something decided, promised or set aside in the launch, and open."""
    house.put(
        Outcome(
            id=house.library.moment.new_id(), community=house.community.id,
            workshop=house.workshop.id, form=form, text=text, audience=audience, due=due,
            position=1000, made="2026-01-15T19:00:00Z",
        )
    )  # fmt: skip


def test_the_sample_is_told_in_four_groups(sample: House) -> None:
    """After its launch the sample has said why it began, what it hopes, decided and promised."""
    found = brief(sample, now=datetime(2026, 7, 20, 15, tzinfo=UTC))
    assert list(found.groups) == ["remember", "look", "choose", "promise"]
    for part in ("why", "hopes", "charter", "actions", "roles"):
        assert found.part(part).lines, part
        assert not found.part(part).way


def test_of_an_empty_community_each_part_says_what_is_missing_and_the_way(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """No part is left white, and each names a sheet that there is."""
    house = House.founded(library, catalogue)
    found = brief(house)
    parts = [one for parts in found.groups.values() for one in parts]
    assert all(not one.lines and catalogue.find_template(one.way) for one in parts)
    tables = [one for one in page(house, words).pieces if isinstance(one, Table)]
    for one, row in zip(parts, [row for table in tables for row in table.rows], strict=True):
        sheet = catalogue.find_template(one.way)
        assert sheet is not None
        assert sheet.in_language(words.language).name in row[1]
        assert words(f"brief.missing-{one.id}") in row[1]


def test_what_is_for_the_facilitator_is_told_to_nobody_else(house: House) -> None:
    """Outcomes by their readers; signals count what others may not read."""
    outcome(house, "decision", "Meet by the lake")
    outcome(house, "action", "Ask the sponsor alone", due="2026-02-01", audience="facilitator")
    assert texts(house, "actions") == [("action-late", "Ask the sponsor alone")]
    assert texts(house, "actions", "community") == []
    assert texts(house, "decisions", "community") == [("told", "Meet by the lake")]
    assert brief(house).signals
    for audience in AUDIENCES[1:]:
        assert not brief(house, audience).signals


def test_each_signal_stands_with_its_fact_and_its_reason(house: House, words: Words) -> None:
    """Under why now, for whoever prepares the renewal."""
    given = brief(house).signals
    table = next(one for one in page(house, words).pieces if isinstance(one, Table))
    assert table.heads[0] == words("brief.why-now")
    assert table.rows == tuple(
        (one.fact(words.language), one.signal.in_language(words.language).why) for one in given
    )


def test_promises_of_both_sides_are_told_in_the_same_words(
    house: House, speech: dict[str, Words]
) -> None:
    """The earliest first, whoever promised; what is kept is told no more."""
    register = "gives-and-asks"
    ours, theirs = Party(party="community"), Party(party="sponsor")
    made: Values = {"due": date(2026, 3, 1), "promise": "A list", "from": ours, "to": theirs}
    house.entry(made, register=register)
    house.entry(
        {"due": date(2026, 2, 1), "promise": "A room", "from": theirs, "to": ours},
        register=register,
    )
    house.entry({"promise": "Tea", "from": ours}, register=register, state="kept")
    lines = [one for one in brief(house).part("promises").lines if isinstance(one, Promise)]
    assert [(one.text, one.late) for one in lines] == [("A room", True), ("A list", True)]
    said = repr(page(house, speech["en"]).pieces)
    assert "The sponsor → The community: A room, was due on 1 Feb 2026" in said
    assert "The community → The sponsor: A list, was due on 1 Mar 2026" in said


def pulse(house: House, answers: list[str]) -> None:
    """A pulse taken in the launch, each answer by one person to all statements."""
    running = house.enter(house.plan(PULSE))
    ballot = open_ballot(house.library, running, (ANSWERS,))
    asked = statements_of(running.recipe)
    given = [answers_given(running, dict.fromkeys(asked, one)) for one in answers]
    cast(house.library, running, ballot, given)
    close_ballot(house.library, running, ballot)


def test_a_pulse_tells_middles_and_spreads_and_nothing_of_fewer_than_three(house: House) -> None:
    """The latest beside the one before; of two answers only that they are too few."""
    house.change(house.current(), state="planned", closed=None)
    pulse(house, ["1", "5"])
    few = brief(house).part("pulse")
    assert [one.code for one in few.lines if isinstance(one, Told)] == ["pulse-few"]
    pulse(house, ["2", "3", "3"])
    pulse(house, ["1", "4", "4", "4", "4", "5", "5"])
    told = [one for one in brief(house).part("pulse").lines if isinstance(one, Statement)]
    assert told
    for one in told:
        assert (one.middle, one.before, one.spread_before) == (4, 3, None)
        assert one.spread is not None


def test_earlier_pulses_are_told_by_their_middles(house: House, speech: dict[str, Words]) -> None:
    """In the order of the years, nothing of those that too few answered."""
    house.change(house.current(), state="planned", closed=None)
    for answers in ("222", "11", "333", "444", "555"):
        pulse(house, list(answers))
    lines = brief(house).part("pulse").lines
    assert [(one.code, one.n) for one in lines if isinstance(one, Told)][-1] == ("pulse-earlier", 3)
    told = [one for one in lines if isinstance(one, Statement)]
    assert {one.earlier for one in told} == {(2, 3)}
    said = [line_text(house.catalogue, speech["en"], one) for one in told]
    assert all(one.endswith("middle 5; before: 2, 3, 4") for one in said)


def test_pulses_over_years_are_drawn_and_not_said_once_more(
    house: House, speech: dict[str, Words]
) -> None:
    """Once they are several; one alone is said in words."""
    house.change(house.current(), state="planned", closed=None)
    pulse(house, ["3"] * 7)
    once = page(house, speech["en"])
    assert not [one for one in once.pieces if isinstance(one, Figure)]
    assert "middle 3, half of the answers at 3" in repr(once.pieces)
    pulse(house, ["4"] * 7)
    made = page(house, speech["en"])
    (drawn,) = [one for one in made.pieces if isinstance(one, Figure)]
    assert len(drawn.table.rows) == 2 * len(
        read_setup(house.catalogue.exercise(PULSE).setup, PulseSetup).statements
    )
    cells = [
        cell for one in made.pieces if isinstance(one, Table) for row in one.rows for cell in row
    ]
    assert not [one for one in cells if "half of the answers" in one]


def test_portraits_between_and_what_it_became_are_told(
    house: House, speech: dict[str, Words]
) -> None:
    new, home = house.library.moment.new_id, house.community.id
    for day in ("2026-01-15", "2026-03-01", "2026-05-01", "2026-10-01"):
        house.put(StageReading(id=new(), community=home, stage="grow", date=day))
    record_state(house.library, home, date(2026, 1, 14), "active")
    said = repr(page(house, speech["en"]).pieces)
    assert "more portraits" not in said
    assert "What it became: active on 14 Jan 2026" in said
    assert [one for one in page(house, speech["en"]).pieces if isinstance(one, Figure)]


def test_stages_gatherings_and_roles(house: House) -> None:
    """The portrait then and now; how many came; who is about to leave a role."""
    new, home = house.library.moment.new_id, house.community.id
    person = house.person("Ana Oak")
    house.put(
        StageReading(id=new(), community=home, stage="grow", date="2026-01-15"),
        StageReading(id=new(), community=home, stage="renew", date="2026-10-01"),
        Gathering(id=new(), community=home, date="2026-03-01", state="held", came=6),
        Gathering(id=new(), community=home, date="2026-05-01", state="held", came=11),
        Gathering(id=new(), community=home, date="2025-05-01", state="held", came=40),
        Holding(id=new(), community=home, role="sponsor", person=person.id, starts="2026-01-15",
                ends="2026-12-15"),
    )  # fmt: skip
    found = brief(house)
    stages = [one for one in found.part("stages").lines if isinstance(one, Told)]
    assert [(one.code, one.items) for one in stages] == [
        ("stages-then", (("grow", ""),)),
        ("stages-now", (("renew", ""),)),
    ]
    met = [one for one in found.part("gatherings").lines if isinstance(one, Told)]
    assert [(one.code, one.n, one.most) for one in met] == [
        ("gathered", 2, 0),
        ("came-between", 6, 11),
    ]
    ending = found.part("roles").lines[0]
    assert isinstance(ending, Told)
    assert (ending.code, ending.name) == ("role-ends", "Ana Oak")


@pytest.mark.parametrize("format_", ["pdf", "docx", "md"])
def test_the_sample_is_written_in_every_format(sample: House, words: Words, format_: str) -> None:
    """As one asks for it on screen or on the command line."""
    asked = sample.request("renewal-brief", audience="facilitator", format_=format_)
    asked = msgspec.structs.replace(asked, now=datetime(2026, 9, 20, 15, tzinfo=UTC))
    with sample.library.snapshot() as reader:
        made = make_page(asked, reader, sample.catalogue, sample.reports, words)
    assert made.one_sheet
    assert fewest_sheets(made, "letter", house_fonts()) == 1
    written = write_page(made, asked, resources_folder() / "fonts")
    assert written.data
    assert not written.warnings


def test_who_may_not_read_all_is_not_told_that_there_is_nothing(
    house: House, speech: dict[str, Words]
) -> None:
    """And gets no advice on how to ask for what may be known."""
    outcome(house, "action", "Ask for the keys")
    said = repr(page(house, speech["en"], "organization").pieces)
    assert "Ask for the keys" not in said
    assert speech["en"]("brief.missing-actions") not in said
    assert speech["en"]("brief.not-for-readers") in said


def test_sections_stand_in_the_order_of_the_charter(house: House) -> None:
    """However their clauses were written."""
    for section in ("norms", "domain", "purpose"):
        house.clause(section, "So it is.")
    house.agree(house.propose(), FULL)
    (told,) = [
        one
        for one in brief(house).part("charter").lines
        if isinstance(one, Told) and one.code == "sections"
    ]
    order = [one.id for one in house.catalogue.sections]
    found = [section for section, _ in told.items]
    assert found == sorted(found, key=order.index)
    assert len(found) == 3
