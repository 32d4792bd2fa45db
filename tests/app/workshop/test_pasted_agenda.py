"""Agendas as people paste them: times, lengths, titles, and what the catalogue has of them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.pasted_cells import read_pasted
from app.resources import resources_folder
from app.words_files import load_words
from app.workshop.agenda import BREAK
from app.workshop.pasted_agenda import PastedRow, read_agenda
from app.workshop.pasting_blocks import paste_agenda
from app.workshop.planning import add_own, scope_of
from tests.app.workshop.plans import planned, the_catalogue
from tests.app.workshop.room import Room

READERS = [load_words(resources_folder(), code) for code in ("en", "fr")]
CATALOGUE = the_catalogue()


def read(text: str, html: str = "") -> list[PastedRow]:
    """What a text means."""
    return list(read_agenda(CATALOGUE, READERS, read_pasted(text, html)))


def told(rows: list[PastedRow]) -> list[tuple[int | None, int, str]]:
    """The rows that become blocks: when, how long, and what."""
    return [
        (row.starts, row.minutes, row.exercise or row.interlude or row.title)
        for row in rows
        if row.taken
    ]


def test_a_spreadsheet_with_headings_in_french() -> None:
    """Columns by their heads; the last row says when it is over; who leads is not used."""
    rows = read(
        "Heure\tActivité\tDurée\tResponsable\n"
        "8 h 30\tArrivée\t15\tMarie\n"
        "8 h 45\tEspoirs et craintes\t40 min\tTomás\n"
        "9 h 25\tPause santé\t15 min\t\n"
        "9 h 40\tDiscussion sur le budget\t50\t\n"
        "10 h 30\tFin\t\t\n"
    )
    assert told(rows) == [
        (510, 15, "arrivals"),
        (525, 40, "hopes-and-fears"),
        (565, 15, "break"),
        (580, 50, "Discussion sur le budget"),
    ]
    assert [row.why for row in rows if not row.taken] == ["heading", "end"]
    assert rows[1].unused == ("Marie",)


def test_ranges_in_english_without_headings() -> None:
    """A length follows from both ends, or from the next start; a remark is left out."""
    rows = read(
        "9:00-9:15\tWords of the mayor\n"
        "9:15 – 9:35\tOpening round\n"
        "9:35-10:15 am\tHopes and fears (in threes)\n"
        "\tNote: bring pens\n"
        "10:15\tBreak\n"
        "10:30\tSomething else\n"
        "12:00\tLunch\n"
        "1:00 pm\tWho tends what\n"
    )
    assert told(rows) == [
        (540, 15, "Words of the mayor"),
        (555, 20, "opening-round"),
        (575, 40, "hopes-and-fears"),
        (615, 15, "break"),
        (630, 90, "Something else"),
        (720, 60, "lunch"),
        (780, CATALOGUE.exercise("who-tends-what").minutes.usual, "who-tends-what"),
    ]
    assert [row.text for row in rows if row.why == "aside"] == ["Note: bring pens"]
    assert rows[-1].how == "usual"


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("9:00 Words of the mayor (10 min)", (540, 10, "Words of the mayor")),
        ("9h10 - 9h30 : Tour d’ouverture", (550, 20, "opening-round")),
        ("- Pause 15 min", (None, 15, "break")),
        ("15 min – Bilan", (None, 15, "Bilan")),
        ("• Talk, 1 h 30", (None, 90, "Talk")),
        ("13:30–14:00 | A walk", (810, 30, "A walk")),
        ("1–2 pm Tea at the lake", (780, 60, "Tea at the lake")),
        ("3 horses at the gate", (None, 15, "3 horses at the gate")),
        ("Plan 2030", (None, 15, "Plan 2030")),
        ("9 h Visite", (540, 15, "Visite")),
    ],
)
def test_a_line_of_text(line: str, wanted: tuple[int | None, int, str]) -> None:
    """A time before it, a length behind it or before it; numbers of its own stay."""
    assert told(read(line)) == [wanted]


def test_lengths_written_like_clocks_and_numbered_rows() -> None:
    """A column that does not rise holds lengths; 1, 2, 3 are numbers."""
    rows = read(
        "1\tOpening round\t0:20\t9:00\n2\tBreak\t0:10\t9:20\n3\tA talk about maps\t0:45\t9:30\n"
    )
    assert told(rows) == [(540, 20, "opening-round"), (560, 10, "break"),
                          (570, 45, "A talk about maps")]  # fmt: skip


def test_times_out_of_order_are_times() -> None:
    """Nobody plans nine hours for a talk: each block is as long as is known, and no longer."""
    rows = read("14:00\tMaps\n9:00\tTea talk\n9:45\tSlopes\n")
    assert told(rows) == [(840, 15, "Maps"), (540, 45, "Tea talk"), (585, 15, "Slopes")]


def test_a_time_where_the_others_have_titles() -> None:
    """The first row alone has a time, and what begins then stands beside it."""
    rows = read("9:00\tMaps\t15\nBreak\t\t10\nSlopes\t\t10\n")
    assert told(rows) == [(540, 15, "Maps"), (None, 10, "break"), (None, 10, "Slopes")]


def test_a_plain_list_becomes_blocks_with_usual_lengths() -> None:
    """What is not known is said to be a guess."""
    rows = read("Opening round\nCoffee break\nTalk about maps\n")
    assert [(row.exercise or row.interlude, row.how) for row in rows] == [
        ("opening-round", "usual"), ("break", "usual"), ("", "guessed")
    ]  # fmt: skip


def test_a_table_of_a_word_processor() -> None:
    """Cells of HTML, also where the text beside it says nothing of cells."""
    html = (
        "<table><tr><th>Time</th><th>What</th></tr><tr><td><p>9:00</p></td>"
        "<td><p>Opening<br>round</p></td></tr><tr><td>9:30</td><td>Maps</td></tr></table>"
    )
    assert told(read("Time What 9:00 Opening round", html)) == [
        (540, 30, "opening-round"),
        (570, 15, "Maps"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        '"Field walk\nonce a year"\t"Called the ""long walk"""\tHalf a day\nDesk hour\t\t1 h\n',
        "Gathering\t"
        + "Reason as it was said in the room. " * 40
        + "\nOpen hour\tWeekly\tOne hour\n",
        "•\tWalk the line once a year\no\tWith somebody from the field\n\uf0a7\tNo slides\n",
        "Œuvrer ensemble au cœur du réseau\n",
        "",
        "\t\t\n",
        "9:00",
        "x" * 10_000,
        "9 h - " * 3_000,
        "9:00\tPa\0use\t15\n\ud800Tea\t\t10\n",
    ],
)
def test_what_real_people_paste_never_fails(text: str) -> None:
    """Every row is told of, with its text whole."""
    for row in read(text):
        assert row.text
        assert row.taken == bool(row.title and not row.why)


@given(st.text(st.sampled_from("019:h -–\tminPause()\n’été.,"), max_size=60))
def test_anything_is_understood_somehow(text: str) -> None:
    """No text is too odd, and no block too long."""
    for row in read(text):
        assert 1 <= row.minutes <= 600
        assert row.starts is None or 0 <= row.starts < 24 * 60
        assert not row.taken or row.title.strip()


def test_what_is_taken_is_added_in_one_change(library: Library, catalogue: Catalogue) -> None:
    """After the block that is meant; a start is fixed only where it would be another."""
    room = Room(library, planned(library, catalogue, starts=540, minutes=300)[1])
    first = add_own(library, room.workshop, "Tea", 15)
    before = room.blocks()
    rows = read("9:15\tOpening round\t20\n9:45\tMap talk\t30\n10:15\tBreak\t10\n")
    made = paste_agenda(library, catalogue, room.workshop, rows)
    blocks = room.blocks()
    assert [one.id for one in blocks] == [first.id, *(one.id for one in made)]
    assert [(one.exercise, one.starts, one.minutes) for one in made] == [
        ("opening-round", None, 20),
        (None, 585, 30),
        (BREAK, None, 10),
    ]
    library.undo(scope_of(room.workshop))
    assert room.blocks() == before
