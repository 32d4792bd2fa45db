"""The run sheet on paper: all that is needed on the day the laptop stays behind."""

from pathlib import Path

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.recipe import (
    Recipe,
    RecipeMaterial,
    RecipeStep,
    RecipeWords,
    encode_recipe,
)
from app.catalogue.setup import read_setup
from app.library.library import Library
from app.library.rows import RoomGroup, Session
from app.moment import day
from app.words import Words, capitalized
from app.workshop.calling_off import call_off_workshop
from app.workshop.planning import add_break, blocks_of, layouts, lock_start, recipe_of
from app.workshop.zones import ZonesWords
from exports.page import Heading, NewPage, Panels, Paragraph, Table
from exports.registry import DOCUMENTS
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import everything, headings, pdf_pages, tables, texts


def test_the_agenda_stands_first_with_its_times(sample: House, words: Words) -> None:
    page = sample.page("run-sheet", words, audience="facilitator")
    agenda = tables(page.pieces)[0]
    (layout,) = layouts(sample.library.reader, sample.workshop.id)
    assert len(agenda.rows) == len(layout.slots)
    assert agenda.rows[0][0] == words.clock(layout.session.starts)
    breaks = [row for row in agenda.rows if row[1] == words("parts.break")]
    assert [row[3] for row in breaks] == ["", ""]
    assert agenda.rows[-1][2] == words("paper.minutes", n=layout.slots[-1].block.minutes)
    facts = texts(page.pieces)[2]
    ends = layout.session.starts + layout.session.minutes
    hours = words("paper.from-to", start=words.clock(layout.session.starts), end=words.clock(ends))
    assert hours in facts
    assert words("paper.expected", n=18) in facts


def test_every_block_says_what_to_do_and_what_to_say(sample: House, words: Words) -> None:
    said = everything(sample.page("run-sheet", words, audience="facilitator"))
    for block in blocks_of(sample.library.reader, sample.workshop.id):
        recipe = recipe_of(block)
        told = recipe.in_language(words.language)
        read = (told.purpose, told.question, told.listen, told.fails, told.close)
        assert all(text in said for text in read)
        for step in recipe.steps_in(words.language):
            assert step.do in said
            assert not step.say or words("paper.quoted", text=step.say) in said


def test_what_to_listen_for_is_read_before_the_steps(house: House, words: Words) -> None:
    block = house.plan("opening-round")
    told = recipe_of(block).in_language(words.language)
    said = texts(house.page("run-sheet", words, audience="facilitator").pieces)
    listen = said.index(f"{words('paper.listen')} {told.listen}")
    fails = said.index(f"{words('paper.fails')} {told.fails}")
    close = said.index(f"{words('paper.close')} {told.close}")
    steps = [at for at, text in enumerate(said) if text.startswith(words.clock(510) + " · ")]
    assert listen < fails < max(steps) < close


def test_steps_have_their_own_times(house: House, words: Words) -> None:
    house.plan("opening-round")
    (block,) = blocks_of(house.library.reader, house.workshop.id)
    lock_start(house.library, house.workshop, block, 600)
    said = texts(house.page("run-sheet", words, audience="facilitator").pieces)
    at = 600
    for step in recipe_of(block).steps_in(words.language):
        line = words("paper.step-line", time=words.clock(at), n=step.minutes, title=step.title)
        assert any(text.startswith(line) for text in said)
        at += step.minutes


def test_there_is_a_worksheet_for_every_block_and_one_for_what_comes_of_it(
    sample: House, words: Words, tmp_path: Path
) -> None:
    page = sample.page("run-sheet", words, audience="facilitator")
    parts = headings(page.pieces)
    titles = [
        words("paper.worksheet", n=number, title=one.in_language(words.language).name)
        for number, one in enumerate(
            (
                sample.catalogue.exercise(block.exercise or "")
                for block in blocks_of(sample.library.reader, sample.workshop.id)
                if block.exercise != "break"
            ),
            start=1,
        )
    ]
    assert len(titles) == 11
    assert parts[-14:] == [
        *titles,
        words("paper.decided"),
        words("paper.to-do"),
        words("paper.parked"),
    ]
    pages = pdf_pages(sample.data("run-sheet", words, audience="facilitator"), tmp_path)
    # A page each, none spilling over.
    for title, sheet in zip(titles, pages[-12:], strict=False):
        assert title in sheet
    assert words("paper.to-do") in pages[-1]


def test_worksheets_have_equal_columns_of_empty_rows(house: House, words: Words) -> None:
    house.plan("who-is-missing")
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    turned = pieces.index(NewPage())
    sheet = tables(pieces[turned:])[0]
    setup = house.catalogue.exercise("who-is-missing").in_language(words.language).setup
    assert sheet.heads == tuple(read_setup(setup, ZonesWords).zones.values())
    assert len(set(sheet.widths)) == 1
    assert set(sheet.rows) == {(TO_WRITE_IN,) * 3}
    assert len(sheet.rows) == 17


def test_an_empty_agenda_says_so(house: House, words: Words) -> None:
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    assert words("paper.nothing-planned") in texts(pieces)
    assert not [one for one in pieces if isinstance(one, Table) and not one.rows]


def test_blocks_of_one_s_own_are_told_once_and_share_a_sheet(house: House, words: Words) -> None:
    house.plan_own("Walk to the harbour", 20)
    add_break(house.library, house.workshop, 15)
    house.plan_own("Walk back", 20)
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    (agenda, others, *_) = tables(pieces)
    assert [row[1] for row in agenda.rows] == [
        "Walk to the harbour",
        words("parts.break"),
        "Walk back",
    ]
    assert headings(pieces) == [
        words("paper.other-blocks"),
        words("paper.decided"),
        words("paper.to-do"),
        words("paper.parked"),
    ]
    assert others.rows == (("Walk to the harbour", TO_WRITE_IN), ("Walk back", TO_WRITE_IN))


def test_two_days_of_blocks_of_one_s_own_fill_three_pages(
    house: House, words: Words, tmp_path: Path
) -> None:
    for number in range(1, 15):
        house.plan_own(f"Part {number}", 20)
    data = house.data("run-sheet", words, audience="facilitator")
    assert len(pdf_pages(data, tmp_path)) == 3


def test_the_wall_has_a_column_only_where_it_asks_something(house: House, words: Words) -> None:
    house.plan_own("Walk to the harbour", 20)
    (agenda, *_) = tables(house.page("run-sheet", words, audience="facilitator").pieces)
    assert agenda.heads == (words("paper.at"), words("paper.what"), words("paper.length"))
    house.plan("opening-round")
    (agenda, *_) = tables(house.page("run-sheet", words, audience="facilitator").pieces)
    assert agenda.heads[3] == words("paper.wall")


def test_the_community_reads_an_agenda_of_own_blocks_and_breaks(house: House, words: Words) -> None:
    house.plan_own("Walk to the harbour", 20)
    add_break(house.library, house.workshop, 15)
    (agenda,) = tables(house.page("run-sheet", words, audience="community").pieces)
    assert [row[1] for row in agenda.rows] == ["Walk to the harbour", words("parts.break")]


def test_what_is_planned_for_others_is_not_said_to_be_nothing(house: House, words: Words) -> None:
    block = house.plan_own("What we say of the sponsor")
    house.change(block, audience="facilitator")
    add_break(house.library, house.workshop, 15)
    said = texts(house.page("run-sheet", words, audience="community").pieces)
    assert words("paper.planned-for-others") in said
    assert words("paper.nothing-planned") not in said


def test_past_midnight_a_block_has_the_day_it_is_on(house: House, words: Words) -> None:
    (session,) = house.library.reader.rows(Session, workshop=house.workshop.id)
    house.change(session, starts=23 * 60, minutes=180)
    house.plan_own("Lighting the lamps", 90)
    block = house.plan("opening-round")
    title = recipe_of(block).in_language(words.language).title
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    (agenda, *_) = tables(pieces)
    next_day = capitalized(words.day(day("2026-01-16"), "long"))
    assert [row[:2] for row in agenda.rows] == [
        (words.clock(23 * 60), "Lighting the lamps"),
        ("", next_day),
        (words.clock(30), title),
    ]
    at = words("paper.day-at", day=words.day(day("2026-01-16"), "day"), time=words.clock(30))
    assert any(text.startswith(at) for text in headings(pieces))
    hours = words("paper.from-to", start=words.clock(23 * 60), end=words.end_clock(26 * 60))
    assert hours in texts(pieces)[2]


def test_a_day_and_a_night_take_their_time(house: House, words: Words) -> None:
    (session,) = house.library.reader.rows(Session, workshop=house.workshop.id)
    house.change(session, starts=0, minutes=24 * 60)
    said = texts(house.page("run-sheet", words, audience="facilitator").pieces)[2]
    assert {"en": "0:00 – 24:00", "fr": "de 0\u00a0h à 24\u00a0h"}[words.language] in said
    house.change(session, starts=9 * 60)
    said = texts(house.page("run-sheet", words, audience="facilitator").pieces)[2]
    assert {"en": "9:00 – 9:00 the next day", "fr": "de 9\u00a0h à 9\u00a0h le lendemain"}[
        words.language
    ] in said


def test_groups_at_work_at_once_are_told_by_name(house: House, words: Words) -> None:
    for name in ("North side", "South side"):
        group = RoomGroup(id=house.library.moment.new_id(), workshop=house.workshop.id, name=name)
        house.put(group)
        house.change(house.plan_own("In two rooms", 30), room_group=group.id)
    (agenda, *_) = tables(house.page("run-sheet", words, audience="community").pieces)
    assert [row[:2] for row in agenda.rows] == [
        (words.clock(510), words("paper.in-group", title="In two rooms", group=name))
        for name in ("North side", "South side")
    ]


def test_what_is_left_out_is_named_as_often_as_it_is_there(house: House, words: Words) -> None:
    for _ in range(2):
        house.change(house.plan_own("Case"), audience="facilitator")
    document = DOCUMENTS["run-sheet"].load()
    request = house.request("run-sheet", audience="community")
    left = document.left_out(house.library.reader, house.catalogue, words, request)
    (blocks,) = [one for one in left if one.what == "blocks"]
    assert (blocks.number, blocks.names) == (2, ("Case", "Case"))


def test_a_break_with_a_name_keeps_it(house: House, words: Words) -> None:
    pause = add_break(house.library, house.workshop, 15)
    house.change(pause, title="Soup")
    (agenda, *_) = tables(house.page("run-sheet", words, audience="facilitator").pieces)
    assert agenda.rows[0][1] == "Soup"


def test_each_day_has_its_own_agenda(house: House, words: Words) -> None:
    house.plan_own("First")
    new = house.library.moment.new_id
    later = Session(
        id=new(),
        workshop=house.workshop.id,
        date="2026-01-16",
        starts=540,
        minutes=60,
        position=1,
        place="The church hall",
    )
    house.put(later)
    block = house.plan_own("Second")
    house.change(block, session=later.id)
    block = house.plan("opening-round")
    house.change(block, session=later.id)
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    dates = [words.day(day(date), "long") for date in ("2026-01-15", "2026-01-16")]
    assert headings(pieces)[:2] == [capitalized(date) for date in dates]
    assert [table.rows[0][1] for table in tables(pieces)[:2]] == ["First", "Second"]
    assert any("The church hall" in text for text in texts(pieces))
    at = words("paper.day-at", day=words.day(day("2026-01-16"), "day"), time=words.clock(550))
    assert any(text.startswith(at) for text in headings(pieces))


def test_for_others_it_is_the_day_s_agenda(sample: House, words: Words) -> None:
    for audience in ("room", "community", "organization"):
        page = sample.page("run-sheet", words, audience=audience)
        said = everything(page)
        assert words("parts.recipe.bring") not in headings(page.pieces)
        assert not any(TO_WRITE_IN in row for table in tables(page.pieces) for row in table.rows)
        for block in blocks_of(sample.library.reader, sample.workshop.id):
            told = recipe_of(block).in_language(words.language)
            for text in (told.listen, told.close):
                assert not text or text not in said
    full = sample.page("run-sheet", words, audience="room")
    blocks = blocks_of(sample.library.reader, sample.workshop.id)
    assert len(tables(full.pieces)[0].rows) == len(blocks)


def test_a_workshop_in_one_language_is_told_in_that_of_the_sheet(
    library: Library, catalogue: Catalogue, words: Words
) -> None:
    """As far as the catalogue speaks it."""
    house = House.founded(library, catalogue, languages=("fr",))
    house.plan("opening-round")
    name = catalogue.exercise("opening-round").in_language(words.language).name
    (agenda, *_) = tables(house.page("run-sheet", words, audience="facilitator").pieces)
    assert agenda.rows[0][1] == name
    assert agenda.heads[1] == words("paper.what")


def test_a_recipe_that_knows_little_is_told_all_the_same(house: House, words: Words) -> None:
    block = house.plan_own("Odd")
    recipe = Recipe(
        steps=(RecipeStep(id="a", minutes=3), RecipeStep(id="b", minutes=4)),
        materials=tuple(RecipeMaterial(id=one) for one in ("a", "b", "c")),
        words={"en": RecipeWords(title="Odd", materials={"a": "Rope", "b": " ", "c": "rope"})},
    )
    house.change(block, recipe=encode_recipe(recipe))
    pieces = house.page("run-sheet", words, audience="facilitator").pieces
    (panels,) = [one for one in pieces if isinstance(one, Panels)]
    assert [panel.lines for panel in panels.panels] == [("Rope",)]
    assert [one for one in pieces if isinstance(one, Paragraph) and one.style == "say"] == []
    assert isinstance(pieces[1], Heading)
    empty = msgspec.structs.replace(recipe, words={}, steps=())
    house.change(house.library.reader.row(type(block), block.id), recipe=encode_recipe(empty))
    assert "Odd" in everything(house.page("run-sheet", words, audience="facilitator"))


def test_a_workshop_that_was_called_off_says_so_first(house: House, words: Words) -> None:
    """With its reason, before the agenda; in the summary too."""
    call_off_workshop(house.library, house.workshop, "The hall is flooded")
    for document in ("run-sheet", "summary"):
        said = texts(house.page(document, words, audience="community").pieces)
        (at,) = [n for n, one in enumerate(said) if one == "The hall is flooded"]
        assert at <= 4
        assert said[at - 1].startswith(words("paper.called-off", day="").rstrip(" ."))
