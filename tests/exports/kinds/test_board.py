"""A board on paper: figure, zones, clusters, dots."""

from collections import Counter
from itertools import pairwise

import pytest

from app.catalogue.recipe import Recipe, RecipeWords, encode_recipe
from app.diagram import Box, Dot, Label, Stroke
from app.kinds.board import answered_zones
from app.kinds.hopes import REGISTER, answer_hope, word_on_hope
from app.library.rows import Cluster, Note
from app.words import Words
from app.workshop.notes import gather
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from app.workshop.running import Running
from app.workshop.zone_changes import add_zone, rename_zone
from app.workshop.zones import zones_named
from exports.kinds.board.figure import WIDTH
from exports.page import Figure, Paragraph
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import figures, headings, items, tables, texts, under


def vote(house: House, running: Running, dots: dict[str, int], *, close: bool = True) -> None:
    """Count so many dots for notes or clusters."""
    opened = open_dots(house.library, running, 3, 2)
    for item, number in dots.items():
        count = dots_round(house.library.reader, running.run.id)
        assert count is not None
        count_dots(house.library, running, count, item, number, 0)
    if close:
        close_round(house.library, house.in_workshop, opened)


@pytest.fixture
def board(house: House) -> Running:
    """A board of two zones, questions and known, on which people vote."""
    return house.enter(house.plan("questions-we-hold"))


def labels(running: Running, words: Words) -> dict[str, str]:
    return {zone.id: zone.label for zone in zones_named(running.recipe, words.language)}


def test_nothing_said_is_nothing_told(house: House, words: Words, board: Running) -> None:
    vote(house, board, {})
    assert house.reported(board, words) == []


def test_notes_are_listed_by_zone(house: House, words: Words, board: Running) -> None:
    house.say(board, "Why?", "How?", zone="questions")
    house.say(board, "Whom to call", zone="known")
    pieces = house.reported(board, words)
    zones = labels(board, words)
    assert headings(pieces, 3) == [zones["questions"], zones["known"]]
    assert items(pieces) == ["Why?", "How?", "Whom to call"]
    assert not figures(pieces)


def test_what_has_most_dots_comes_first_and_says_so(
    house: House, words: Words, board: Running
) -> None:
    one, two, three = house.say(board, "one", "two", "three", zone="questions")
    vote(house, board, {two: 5, three: 1})
    pieces = house.reported(board, words)
    assert items(pieces) == [
        f"two · {words('paper.dots-given', n=5)}",
        f"three · {words('paper.dots-given', n=1)}",
        "one",
    ]
    (figure,) = figures(pieces)
    zone = labels(board, words)["questions"]
    assert figure.table.rows == ((zone, "two", "5"), (zone, "three", "1"))
    assert figure.caption == words("paper.board-caption", n=3, each=3)
    assert words("paper.said-with-dots", text="two", zone=zone, n=5) in figure.alternative
    assert one not in figure.alternative


def test_an_open_hidden_round_is_not_told(house: House, words: Words, board: Running) -> None:
    _, two = house.say(board, "one", "two", zone="questions")
    vote(house, board, {two: 5}, close=False)
    pieces = house.reported(board, words)
    assert not figures(pieces)
    # Their order would tell it too.
    assert items(pieces) == ["one", "two"]


def test_a_cluster_keeps_its_title_whatever_it_holds(
    house: House, words: Words, board: Running
) -> None:
    ids = house.say(board, "one", "two", "three", "four", zone="questions")
    rows = {note.id: note for note in house.library.reader.rows(Note)}
    pair = gather(house.library, board, [rows[ids[0]], rows[ids[1]]], "Both of these")
    gather(house.library, board, [rows[ids[2]]], "One alone")
    empty = Cluster(
        id=house.library.moment.new_id(), run=board.run.id, title="Nothing", position=9000
    )
    house.put(empty)
    vote(house, board, {pair.id: 4, ids[1]: 2, empty.id: 9})
    pieces = house.reported(board, words)
    strong = [one for one in pieces if isinstance(one, Paragraph)]
    assert all(paragraph.spans[0].strong for paragraph in strong)
    assert texts(strong) == [
        f"Both of these · {words('paper.dots-given', n=6)}",
        "One alone",
        words("paper.not-gathered"),
    ]
    assert items(pieces) == ["one", "two", "three", "four"]
    (figure,) = figures(pieces)
    assert [row[1:] for row in figure.table.rows] == [("Both of these", "6")]
    assert "Nothing" not in "".join(texts(pieces))


def test_notes_of_a_zone_nobody_knows_are_told_elsewhere(
    house: House, words: Words, board: Running
) -> None:
    house.say(board, "known place", zone="questions")
    house.say(board, "lost", zone="a zone of before")
    pieces = house.reported(board, words)
    assert items(under(pieces, words("paper.elsewhere"))) == ["lost"]


def test_a_board_without_zones_has_one_list(house: House, words: Words) -> None:
    running = house.enter(house.plan_own("Free"))
    house.change(running.block, kind="board")
    (note,) = house.say(house.now(running), "anything")
    vote(house, running, {note: 2})
    pieces = house.reported(house.now(running), words)
    assert headings(pieces, 3) == []
    (figure,) = figures(pieces)
    assert words("paper.said-with-dots-alone", text="anything", n=2) in figure.alternative


def test_dots_of_what_may_not_be_read_are_not_told(
    house: House, words: Words, board: Running
) -> None:
    (secret,) = house.say(board, "secret", zone="questions", audience="facilitator")
    house.say(board, "open", zone="questions", audience="room")
    vote(house, board, {secret: 7})
    pieces = house.reported(board, words, "room")
    assert not figures(pieces)
    assert items(pieces) == ["open"]


def drawn(figure: Figure, kind: type[Dot] | type[Box] | type[Label]) -> list[Dot | Box | Label]:
    return [shape for shape in figure.diagram.shapes if isinstance(shape, kind)]


@pytest.mark.parametrize("number", [1, 14, 28])
def test_every_dot_is_drawn_where_a_row_holds_them(
    house: House, words: Words, board: Running, number: int
) -> None:
    (note,) = house.say(board, "one", zone="questions")
    vote(house, board, {note: number})
    (figure,) = figures(house.reported(board, words))
    assert len(drawn(figure, Dot)) == number
    assert not any("×" in one.text for one in drawn(figure, Label) if isinstance(one, Label))


def test_more_dots_than_a_row_holds_are_a_number_beside_the_longest_row(
    house: House, words: Words, board: Running
) -> None:
    many, some = house.say(board, "many", "some", zone="questions")
    vote(house, board, {many: 400, some: 20})
    (figure,) = figures(house.reported(board, words))
    rows = Counter(one.x > WIDTH / 2 for one in drawn(figure, Dot) if isinstance(one, Dot))
    assert rows[True] == 20
    assert rows[False] > 20
    assert "… × 400" in [one.text for one in drawn(figure, Label) if isinstance(one, Label)]


@pytest.mark.parametrize("zones", [1, 2, 3, 6])
@pytest.mark.parametrize("length", [1, 60, 2000])
def test_everything_stands_inside_the_figure(
    house: House, words: Words, zones: int, length: int
) -> None:
    ids = [f"z{number}" for number in range(zones)]
    recipe = Recipe(
        setup={"zones": [{"id": one} for one in ids]},
        words={"en": RecipeWords(title="Wide", setup={"zones": dict.fromkeys(ids, "A zone")})},
    )
    running = house.enter(house.plan_own("Wide"))
    house.change(running.block, kind="board", recipe=encode_recipe(recipe))
    running = house.now(running)
    votes = {
        note: 9
        for zone in ids
        for note in house.say(running, *(f"{'x' * length}{n}"[-2000:] for n in range(7)), zone=zone)
    }
    vote(house, running, votes)
    (figure,) = figures(house.reported(running, words))
    assert figure.diagram.width == WIDTH
    boxes = [one for one in drawn(figure, Box) if isinstance(one, Box)]
    assert len(boxes) == 1 + (6 if zones == 1 else 4 * zones)
    for shape in figure.diagram.shapes:
        match shape:
            case Box():
                edges = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.height)
            case Dot():
                edges = (
                    shape.x - shape.radius,
                    shape.y - shape.radius,
                    shape.x + shape.radius,
                    shape.y + shape.radius,
                )
            case Label():
                edges = (shape.x, shape.y, shape.x + shape.width, shape.y + shape.size)
            case Stroke():
                edges = (shape.x1, shape.y1, shape.x2, shape.y2)
        assert min(edges) >= 0
        assert edges[2] <= figure.diagram.width
        assert edges[3] <= figure.diagram.height
    # No two notes touch.
    notes = sorted(boxes[1:], key=lambda box: (box.x, box.y))
    for one, other in pairwise(notes):
        assert one.x + one.width <= other.x or one.y + one.height <= other.y


def test_a_worksheet_has_a_column_for_each_zone(house: House, words: Words, board: Running) -> None:
    telling = house.reports["board"]
    (sheet,) = tables(list(telling.worksheet(board.recipe, house.catalogue, words)))
    assert sheet.heads == tuple(
        words("paper.with-dots", zone=zone) for zone in labels(board, words).values()
    )
    assert set(sheet.rows) == {(TO_WRITE_IN, TO_WRITE_IN)}
    (bare,) = tables(list(telling.worksheet(Recipe(), house.catalogue, words)))
    assert bare.heads == (words("paper.worth-keeping"),)


def test_zones_changed_in_the_room_are_on_paper(house: House, words: Words, board: Running) -> None:
    """By their new names, in the order they stand; a worksheet has them too."""
    new = add_zone(house.library, board, "What we owe")
    rename_zone(house.library, board, "questions", "What we ask")
    house.say(board, "A reply", zone=new)
    house.say(board, "Why?", zone="questions")
    assert headings(house.reported(board, words), 3) == ["What we ask", "What we owe"]
    telling, now = house.reports["board"], house.now(board)
    (sheet,) = tables(list(telling.worksheet(now.recipe, house.catalogue, words)))
    assert sheet.heads[0] == words("paper.with-dots", zone="What we ask")
    assert sheet.heads[-1] == words("paper.with-dots", zone="What we owe")


def test_what_came_after_the_dots_is_told(house: House, words: Words, board: Running) -> None:
    """As far as the reader may know of it."""
    (one,) = house.say(board, "one", zone="questions")
    vote(house, board, {one: 5})
    house.say(board, "late", zone="questions")
    house.say(board, "late and ours alone", zone="questions", audience="facilitator")
    assert words("paper.dots-late", n=1) in texts(house.reported(board, words, "room"))
    assert words("paper.dots-late", n=2) in texts(house.reported(board, words))


def test_a_group_without_a_name_stays_together(house: House, words: Words, board: Running) -> None:
    """Its notes under a word of ours; in the picture it is called by its first note."""
    ids = house.say(board, "one", "two", "three", zone="questions")
    rows = {note.id: note for note in house.library.reader.rows(Note)}
    pair = gather(house.library, board, [rows[ids[0]], rows[ids[1]]])
    vote(house, board, {pair.id: 4})
    pieces = house.reported(board, words)
    strong = [one for one in pieces if isinstance(one, Paragraph) and one.spans[0].strong]
    assert texts(strong)[0].startswith(words("paper.group-unnamed"))
    assert items(pieces) == ["one", "two", "three"]
    (figure,) = figures(pieces)
    assert figure.table.rows[0][1:] == ("one", "4")


def test_what_became_of_a_hope_stands_beside_it(house: House, words: Words) -> None:
    """In words; of those that nobody answered, nothing."""
    running = house.enter(house.plan("worries-revisited"))
    first, _ = house.say(running, "A hope", "Another", zone="hopes")
    register = house.catalogue.register(REGISTER)
    zones = answered_zones(running)
    answer_hope(house.library, running, register, zones, first, "came-true")
    word_on_hope(house.library, running, register, first, "At last.")
    came = register.in_language(words.language).states["came-true"]
    told = [item for item in items(house.reported(running, words)) if "hope" in item]
    assert told == [f"A hope · {came} – At last."]
