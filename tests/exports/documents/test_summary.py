"""The summary on paper: the first page, then block by block."""

from pathlib import Path
from typing import Literal

import pytest

from app.library.rows import Attendance, Block, RoomGroup, Run, Session
from app.moment import day
from app.words import Words, capitalized
from app.workshop.attendance import head_count
from app.workshop.closing import give_thanks, set_next_meeting
from app.workshop.outcomes import Form, assign, catch, outcomes_of, set_readers, settle
from app.workshop.planning import add_break, add_session
from app.workshop.running import enter_block, running_of
from exports.page import Heading, NewPage, Paragraph
from tests.exports.making import House
from tests.exports.telling import everything, headings, items, pdf_pages, tables, texts, under


def caught(house: House, form: Form, text: str, run: str | None = None) -> None:
    catch(house.library, house.workshop, form, text, run=run)


def test_the_first_page_of_the_sample_holds_what_came_of_it(
    sample: House, words: Words, tmp_path: Path
) -> None:
    pieces = sample.page("summary", words).pieces
    assert headings(pieces)[:5] == [
        words("paper.decided"),
        words("paper.to-do"),
        words("paper.next-meeting"),
        words("paper.thanks"),
        words("paper.parked"),
    ]
    one, two, *_ = pdf_pages(sample.data("summary", words), tmp_path)
    for text in (
        "No monthly report",
        "Hélène Vaillancourt",
        "Case clinic",
        "Thank you to the arch",
    ):
        assert text in one
    assert words("paper.parked") not in one
    assert words("paper.parked") in two


def test_the_head_says_when_where_and_how_many(sample: House, words: Words) -> None:
    pieces = sample.page("summary", words).pieces
    over, title, facts, *_ = texts(pieces)
    assert over == words("paper.summary-of", community="Spatial Data Stewards")
    assert title == "Launch of the Spatial Data Stewards"
    date = words.day(day("2026-01-14"), "long")
    where = f"Reading room, Map Archives · {words('paper.came', n=18)}"
    assert facts == f"{capitalized(date)} · {where}"


def test_actions_say_who_and_by_when(sample: House, words: Words) -> None:
    (actions, *_) = tables(sample.page("summary", words).pieces)
    assert actions.heads == (words("paper.what"), words("paper.who"), words("paper.by-when"))
    assert (
        "Call the three other regional offices",
        "Hélène Vaillancourt",
        words.day(day("2026-02-04")),
    ) in actions.rows
    assert len(actions.rows) == 6


def test_the_next_meeting_is_told_whole(sample: House, words: Words) -> None:
    inside = under(sample.page("summary", words).pieces, words("paper.next-meeting"))
    (said,) = texts(inside)
    at = words("paper.day-at", day=words.day(day("2026-02-11"), "long"), time=words.clock(780))
    title = "Case clinic: shorelines that disagree"
    assert said == f"{capitalized(at)} · {title} · Reading room, Map Archives"


def test_blocks_follow_the_agenda_with_their_times(sample: House, words: Words) -> None:
    pieces = sample.page("summary", words, audience="room").pieces
    blocks = headings(pieces)[5:]
    assert len(blocks) == 11
    opening = pieces[pieces.index(Heading(2, blocks[0])) + 1]
    assert isinstance(opening, Paragraph)
    assert opening.style == "small"
    span = words("paper.from-to", start=words.clock(480), end=words.clock(490))
    assert texts([opening])[0].startswith(capitalized(span))


@pytest.mark.parametrize("came", ["list", "number"])
def test_how_many_came_is_told_however_they_were_counted(
    house: House, words: Words, came: str
) -> None:
    if came == "number":
        head_count(house.library, house.workshop, 7)
    else:
        new = house.library.moment.new_id
        house.put(
            *(Attendance(id=new(), workshop=house.workshop.id, name=one) for one in "abcdefg")
        )
    assert words("paper.came", n=7) in texts(house.page("summary", words).pieces)[2]


def test_nothing_at_all_says_so_on_one_page(house: House, words: Words, tmp_path: Path) -> None:
    house.plan("opening-round")
    page = house.page("summary", words)
    assert texts(page.pieces)[-1] == words("paper.nothing-yet")
    assert NewPage() not in page.pieces
    assert len(pdf_pages(house.data("summary", words), tmp_path)) == 1


def test_a_summary_that_shows_nothing_says_why_and_what_to_change(
    house: House, words: Words
) -> None:
    caught(house, "decision", "We buy oil")
    for text in ("Count the lamps", "Trim the wicks"):
        caught(house, "action", text)
    said = texts(house.page("summary", words, audience="organization").pieces)
    assert said[-4:] == [
        words("paper.withheld"),
        words("exporting.left-decisions", n=1),
        words("exporting.left-actions", n=2),
        words("paper.withheld-change"),
    ]
    assert words("paper.nothing-yet") not in said
    (decision, *_) = outcomes_of(house.library.reader, house.workshop.id)
    set_readers(house.library, house.workshop, decision, "organization")
    pieces = house.page("summary", words, audience="organization").pieces
    assert items(pieces) == ["We buy oil"]
    assert words("paper.withheld-change") not in texts(pieces)


def test_where_nothing_was_decided_for_others_none_is_said_to_be_hidden(
    house: House, words: Words
) -> None:
    running = house.enter(house.plan("opening-round"))
    house.change(running.block, audience="organization")
    house.say(running, "I came for the light", zone="came-for", audience="organization")
    said = texts(house.page("summary", words, audience="organization").pieces)
    assert words("paper.nothing-decided") in said
    assert words("paper.withheld-change") not in said
    caught(house, "decision", "We buy oil")
    said = texts(house.page("summary", words, audience="organization").pieces)
    assert words("paper.nothing-decided") not in said
    assert words("paper.withheld-change") in said
    assert "I came for the light" in said


def test_without_decisions_what_was_said_follows_at_once(house: House, words: Words) -> None:
    running = house.enter(house.plan("opening-round"))
    house.say(running, "I came for the light", zone="came-for", audience="community")
    house.change(running.block, audience="community")
    pieces = house.page("summary", words).pieces
    assert words("paper.nothing-decided") in texts(pieces)
    assert "I came for the light" in texts(pieces)
    assert NewPage() not in pieces


@pytest.mark.parametrize(("decisions", "turns"), [(2, False), (14, True), (60, False)])
def test_a_page_is_turned_only_where_the_first_is_worth_it(
    house: House, words: Words, tmp_path: Path, decisions: int, turns: bool
) -> None:
    for number in range(decisions):
        caught(house, "decision", f"We meet every four weeks, in a place that is warm, {number}")
    for number in range(3):
        caught(house, "parked", f"Whether we want a name of our own, {number}")
    pieces = house.page("summary", words).pieces
    assert (NewPage() in pieces) is turns
    pages = pdf_pages(house.data("summary", words), tmp_path)
    if not turns:
        # Nothing begins on a page that stands nearly empty before it.
        assert all(len(page.split()) > 60 for page in pages[:-1])


def test_long_thanks_alone_are_no_first_page(house: House, words: Words) -> None:
    give_thanks(house.library, house.workshop, "\n".join(["To the kitchen, twice."] * 16))
    caught(house, "parked", "Whether we want a name of our own")
    assert NewPage() not in house.page("summary", words).pieces


def test_a_name_that_runs_from_the_right_leaves_what_is_beside_it_alone(
    house: House, words: Words
) -> None:
    name = "\u202eשלום"
    set_next_meeting(house.library, house.workshop, "2026-03-01", 600, name, name)
    caught(house, "decision", name)
    house.change(outcomes_of(house.library.reader, house.workshop.id)[0], owner_name="Ana")
    said = texts(house.page("summary", words).pieces)
    # A sign that turns the direction ends with the line it was typed in.
    kept = f"\u2068{name}\u202c\u2069"
    assert f"{kept} · \u2068Ana\u2069" in said
    assert any(one.endswith(f" · {kept} · {kept}") for one in said)


def test_decisions_and_actions_are_told_as_they_stand(house: House, words: Words) -> None:
    wanted: tuple[tuple[Form, str], ...] = (
        ("decision", "We buy oil"),
        ("decision", "We sell the boat"),
        ("action", "Count the lamps"),
        ("action", "Trim the wicks"),
        ("action", "Call the harbour"),
        ("action", "Paint the door"),
        ("parked", "A second boat"),
        ("parked", "A third boat"),
    )
    for form, text in wanted:
        caught(house, form, text)
    found = {one.text: one for one in outcomes_of(house.library.reader, house.workshop.id)}
    for text, name, due in (
        ("We buy oil", "Ana Ruiz", "2026-02-02"),
        ("Count the lamps", "Ben Osei", "2026-02-01"),
        ("Trim the wicks", "", None),
        ("Call the harbour", "Ana Ruiz", None),
    ):
        assign(house.library, house.workshop, found[text], None, name, due)
    ended: tuple[tuple[str, Literal["done", "dropped"]], ...] = (
        ("We sell the boat", "dropped"),
        ("Count the lamps", "done"),
        ("Call the harbour", "done"),
        ("Paint the door", "dropped"),
        ("A third boat", "dropped"),
    )
    for text, state in ended:
        settle(house.library, house.workshop, found[text], state)
    pieces = house.page("summary", words).pieces
    date = words.day(day("2026-02-02"))
    assert items(pieces) == [f"We buy oil · Ana Ruiz, {date}", "A second boat"]
    (table,) = tables(pieces)
    assert table.rows == (
        ("Count the lamps", "Ben Osei", words("paper.done-by", date=words.day(day("2026-02-01")))),
        ("Trim the wicks", words("paper.nobody-yet"), words("paper.no-date")),
        ("Call the harbour", "Ana Ruiz", words("paper.done")),
    )


def test_what_was_dropped_years_later_was_decided_here_all_the_same(
    house: House, words: Words
) -> None:
    caught(house, "decision", "We sell the boat")
    (row,) = outcomes_of(house.library.reader, house.workshop.id)
    for settled, told in (("2028-03-01", True), (house.workshop.date, False)):
        house.change(row, state="dropped", settled=settled)
        found = everything(house.page("summary", words))
        assert ("We sell the boat" in found) == told


def test_a_meeting_with_a_date_alone_and_thanks_in_lines(house: House, words: Words) -> None:
    set_next_meeting(house.library, house.workshop, "2026-03-01", None)
    give_thanks(house.library, house.workshop, "To Ana.\n\nTo the harbour.")
    pieces = house.page("summary", words).pieces
    (said,) = texts(under(pieces, words("paper.next-meeting")))
    assert said == capitalized(words.day(day("2026-03-01"), "long"))
    assert texts(under(pieces, words("paper.thanks"))) == ["To Ana.", "To the harbour."]


def test_several_days_in_several_places_are_all_named(house: House, words: Words) -> None:
    for date, place in (("2026-01-16", "The mill"), ("2026-01-17", ""), ("2026-01-17", "The mill")):
        add_session(house.library, house.workshop, date, 540, 60, place)
    days = [words.day(day(date)) for date in ("2026-01-15", "2026-01-16", "2026-01-17")]
    places = ["The old boathouse", "The mill"]
    line = texts(house.page("summary", words).pieces)[2]
    assert line == f"{words.series(days)} · {words.series(places)}"


def test_a_block_run_twice_is_told_twice(house: House, words: Words) -> None:
    block = house.plan_own("Round the table")
    house.say(house.enter(block), "first time")
    house.enter(house.plan_own("Between"))
    house.say(house.enter(block, again=True), "second time")
    pieces = house.page("summary", words, audience="room").pieces
    assert headings(pieces) == [
        "Round the table",
        words("paper.once-more", title="Round the table", n=2),
    ]
    assert items(pieces) == ["first time", "second time"]


def test_parallel_groups_are_told_by_name(house: House, words: Words) -> None:
    group = RoomGroup(
        id=house.library.moment.new_id(), workshop=house.workshop.id, name="North side"
    )
    house.put(group)
    running = house.enter(house.plan_own("In two rooms"))
    house.change(running.run, room_group=group.id)
    house.say(running, "it is cold here")
    pieces = house.page("summary", words, audience="room").pieces
    assert headings(pieces) == [words("paper.in-group", title="In two rooms", group="North side")]


def test_a_run_on_another_day_says_which(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("The morning after"))
    house.say(running, "it went on")
    house.change(running.run, started="2026-01-16T14:00:00.000Z", ended="2026-01-16T14:30:00.000Z")
    said = texts(house.page("summary", words, audience="room").pieces)
    span = words("paper.from-to", start=words.clock(540), end=words.clock(570))
    line = f"{words.day(day('2026-01-16'))} · {span}"
    assert capitalized(line) in said


def test_a_day_on_paper_typed_in_later_keeps_its_planned_times(house: House, words: Words) -> None:
    for number, title in enumerate(("Round the table", "What we saw")):
        running = house.enter(house.plan_own(title, 45))
        house.say(running, f"said in {title}")
        began = f"2026-01-19T15:0{number}:00.000Z"
        house.change(running.run, started=began, ended=f"2026-01-19T15:0{number + 3}:00.000Z")
    said = texts(house.page("summary", words).pieces)
    for begins in (510, 555):
        span = words("paper.from-to", start=words.clock(begins), end=words.clock(begins + 45))
        assert capitalized(span) in said


def test_a_workshop_put_off_and_held_another_day_keeps_its_own(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("Round the table", 45))
    house.say(running, "it snowed last week")
    house.change(running.run, started="2026-01-22T15:00:00.000Z", ended="2026-01-22T15:40:00.000Z")
    span = words("paper.from-to", start=words.clock(600), end=words.clock(640))
    line = f"{words.day(day('2026-01-22'))} · {span}"
    assert capitalized(line) in texts(house.page("summary", words).pieces)


def test_a_run_that_goes_on_says_when_it_began(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("Still going"))
    house.say(running, "a word")
    assert running.run.ended is None
    began = words.clock(9 * 60 + 5)
    assert began in texts(house.page("summary", words, audience="room").pieces)
    # Ended within the minute: one time says it all.
    house.enter(house.plan_own("Next"))
    assert began in texts(house.page("summary", words, audience="room").pieces)


def test_what_was_only_decided_in_a_block_is_told_there(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("Quick one"))
    caught(house, "decision", "We keep the name", run=running.run.id)
    house.enter(house.plan_own("Nothing said"))
    pieces = house.page("summary", words, audience="room").pieces
    assert headings(pieces) == [words("paper.decided"), "Quick one"]
    assert items(under(pieces, "Quick one")) == ["We keep the name"]


def test_breaks_are_not_told(house: House, words: Words) -> None:
    pause = add_break(house.library, house.workshop, 15)
    running = enter_block(house.library, house.workshop, pause).running
    house.say(running, "at the kettle")
    assert "at the kettle" not in everything(house.page("summary", words, audience="facilitator"))


def test_an_exercise_is_called_by_its_name_in_the_export_s_language(
    house: House, words: Words
) -> None:
    running = house.enter(house.plan("opening-round"))
    house.say(running, "hello", zone="came-for")
    own = house.enter(house.plan_own("Autour de la table"))
    house.say(own, "bonjour")
    name = house.catalogue.exercise("opening-round").in_language(words.language).name
    assert headings(house.page("summary", words, audience="room").pieces) == [
        name,
        "Autour de la table",
    ]


@pytest.mark.parametrize(
    ("purpose", "accent"),
    [("launch", "#1D6A6A"), ("renewal", "#75478A"), ("check-up", "#A83F23")],
)
def test_a_workshop_s_stage_lends_its_colour(
    house: House, words: Words, purpose: str, accent: str
) -> None:
    house.change(house.workshop, purpose=purpose)
    assert house.page("summary", words).accent == accent


def test_days_and_groups_leave_no_block_out(house: House, words: Words) -> None:
    new = house.library.moment.new_id
    session = Session(
        id=new(), workshop=house.workshop.id, date="2026-01-16", starts=540, minutes=120, position=1
    )
    block = Block(
        id=new(),
        workshop=house.workshop.id,
        session=session.id,
        position=9000,
        kind="talk",
        title="Second day",
        minutes=10,
        recipe="{}",
    )
    run = Run(id=new(), block=block.id, started="2026-01-16T15:00:00.000Z")
    house.put(session, block, run)
    house.say(running_of(house.library.reader, run.id), "we came back")
    assert headings(house.page("summary", words, audience="room").pieces) == ["Second day"]
