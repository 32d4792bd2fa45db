"""Lists and tables written in place: items and rows by keys, by the mouse, and pasted."""

from PySide6.QtCore import Qt

from tests.ui.charter.desk import ALT, CONTROL, SHIFT, Desk, click, paste
from ui.parts.buttons import IconButton
from ui.parts.clauses.list_edit import ListEdit
from ui.parts.clauses.table_edit import MOST_CELLS

Key = Qt.Key


def test_items_of_a_list(desk: Desk) -> None:
    """Enter adds one, Backspace takes an empty one away, Alt and an arrow move it."""
    desk.open("norms")
    items = desk.text("norms").split("\n")
    editor = desk.write()
    assert isinstance(editor, ListEdit)
    desk.keys("\nWe begin on time.\n\n")
    desk.rest()
    assert desk.text("norms").split("\n") == [*items, "We begin on time."]
    # An empty item waits below; Enter in it made no second one.
    assert editor.document().blockCount() == len(items) + 2
    desk.press(Key.Key_Backspace)
    assert editor.document().blockCount() == len(items) + 1
    desk.press(Key.Key_Up, ALT)
    desk.press(Key.Key_Up, ALT)
    desk.rest()
    moved = [*items[:-2], "We begin on time.", *items[-2:]]
    assert desk.text("norms").split("\n") == moved
    assert editor.textCursor().block().text() == "We begin on time."
    desk.press(Key.Key_Down, ALT)
    desk.press(Key.Key_Z, CONTROL)
    assert editor.toPlainText().split("\n") == moved


def test_the_first_item_goes_too(desk: Desk) -> None:
    """Emptied, Backspace takes it away; the others stay items."""
    desk.open("norms")
    items = desk.text("norms").split("\n")
    editor = desk.write(end=False)
    desk.press(Key.Key_End, SHIFT)
    desk.press(Key.Key_Delete)
    desk.press(Key.Key_Backspace)
    desk.rest()
    assert desk.text("norms").split("\n") == items[1:]
    assert editor.document().blockCount() == len(items) - 1


def test_pasted_lines_are_items(desk: Desk) -> None:
    """Bullets they brought along are taken off."""
    desk.open("norms")
    desk.write()
    desk.keys("\n")
    paste("• We listen\n\n- We ask\n  We wait  ")
    desk.rest()
    assert desk.text("norms").split("\n")[-3:] == ["We listen", "We ask", "We wait"]


def test_an_item_pasted_alone_brings_no_mark_and_a_piece_of_one_stays_as_it_is(desk: Desk) -> None:
    desk.open("norms")
    desk.write()
    desk.keys("\n")
    paste("\uf0b7\tWe listen")
    paste(" and wait")
    desk.rest()
    assert desk.text("norms").split("\n")[-1] == "We listen and wait"


def test_rows_of_a_table(desk: Desk) -> None:
    """Enter goes on, and adds a row after the last; an emptied row goes; Alt moves a row."""
    desk.open("rhythm")
    rows = desk.text("rhythm").split("\n")
    table = desk.table()
    click(table.rows_shown()[-1][-1].viewport())
    desk.press(Key.Key_Return)
    assert len(table.rows_shown()) == len(rows) + 1
    for word in ("Walk", "In May", "", "Whoever wishes"):
        desk.keys(word)
        desk.press(Key.Key_Return)
    # The last Enter began another row, which nothing was written in.
    desk.rest()
    assert desk.text("rhythm").split("\n") == [*rows, "Walk\tIn May\t\tWhoever wishes"]
    desk.press(Key.Key_Backspace)
    assert len(table.rows_shown()) == len(rows) + 1
    assert table.rows_shown()[-1][-1].hasFocus()
    desk.press(Key.Key_Up, ALT)
    desk.rest()
    assert desk.text("rhythm").split("\n")[-2] == "Walk\tIn May\t\tWhoever wishes"


def test_a_row_is_removed_by_its_button(desk: Desk) -> None:
    """Undo outside brings it back."""
    desk.open("rhythm")
    rows = desk.text("rhythm").split("\n")
    buttons = desk.table().findChildren(IconButton)
    assert buttons[0].accessibleName() == "Remove row 1"
    click(buttons[0])
    desk.rest()
    assert desk.text("rhythm").split("\n") == rows[1:]
    desk.leave_field()
    desk.press(Key.Key_Z, CONTROL)
    assert desk.text("rhythm").split("\n") == rows
    assert len(desk.table().rows_shown()) == len(rows)


def test_a_pasted_table_spills_over_the_cells(bare: Desk) -> None:
    """As tables are copied from elsewhere: rows that are missing are added."""
    click(bare.screen.empty.button)
    bare.open("rhythm")
    click(bare.table().rows_shown()[0][0].viewport())
    paste("Case\tmonthly\t90 min\tall\nWalk\tin May")
    bare.rest()
    assert bare.text("rhythm") == "Case\tmonthly\t90 min\tall\nWalk\tin May"
    assert bare.clauses("rhythm")[0].form == "table"


def test_a_first_cell_may_be_empty(bare: Desk) -> None:
    """The others do not move into its place, also after going away and coming back."""
    click(bare.screen.empty.button)
    bare.open("rhythm")
    click(bare.table().rows_shown()[0][1].viewport())
    bare.keys("monthly")
    bare.rest()
    assert bare.text("rhythm") == "\tmonthly"
    bare.open("purpose")
    bare.open("rhythm")
    assert [cell.text() for cell in bare.table().rows_shown()[0]] == ["", "monthly", "", ""]


def test_cells_as_a_spreadsheet_writes_them(bare: Desk) -> None:
    """A line break and quotes inside of a cell are of that cell; its neighbours stay theirs."""
    click(bare.screen.empty.button)
    bare.open("rhythm")
    click(bare.table().rows_shown()[0][0].viewport())
    paste('"Field walk\nonce a year"\t"Called the ""long walk"""\tHalf a day\nDesk\tMondays\t1 h\n')
    bare.rest()
    rows = ['Field walk once a year\tCalled the "long walk"\tHalf a day', "Desk\tMondays\t1 h"]
    assert bare.text("rhythm").split("\n") == rows


def test_a_column_goes_down_the_column(desk: Desk) -> None:
    """And so does a list; what stands beside it stays."""
    desk.open("rhythm")
    rows = [row.split("\t") for row in desk.text("rhythm").split("\n")]
    column = [f"Time {number}" for number in range(1, len(rows) + 1)]
    click(desk.table().rows_shown()[1][2].viewport())
    desk.press(Key.Key_A, CONTROL)
    paste("\n".join(column) + "\n")
    desk.rest()
    now = [row.split("\t") for row in desk.text("rhythm").split("\n")]
    assert [row[2] for row in now] == [rows[0][2], *column]
    assert [row[:2] for row in now] == [*(row[:2] for row in rows), ["", ""]]


def test_a_table_is_read_from_the_clipboards_html(desk: Desk) -> None:
    """As word processors and browsers copy it, with merged cells."""
    desk.open("rhythm")
    rows = desk.text("rhythm").split("\n")
    click(desk.table().rows_shown()[-1][-1].viewport())
    desk.press(Key.Key_Return)
    paste(
        "Walk in May\nall\nDesk\nMondays\nsome",
        "<table><tr><td colspan=2><p>Walk<p>in May</td><td>all</td></tr>"
        "<tr><td>Desk</td><td>Mondays<td>some</tr></table>",
    )
    desk.rest()
    expected = [*rows, "Walk in May\t\tall", "Desk\tMondays\tsome"]
    assert desk.text("rhythm").split("\n") == expected


def test_items_are_read_from_the_clipboards_html(desk: Desk) -> None:
    """A list, in which an item runs over two lines; a table, a row an item."""
    desk.open("norms")
    desk.write()
    desk.keys("\n")
    paste("We\nlisten\nWe ask", "<ul><li>We\nlisten<li>We ask</ul>")
    desk.keys("\n")
    paste("We wait\ttwo breaths", "<table><tr><td>We wait<td>two breaths</table>")
    desk.rest()
    items = ["We listen", "We ask", "We wait – two breaths"]
    assert desk.text("norms").split("\n")[-3:] == items


def test_a_megabyte_of_cells(desk: Desk) -> None:
    """Many rows, or one cell: no more than is soon laid in, and the window says so."""
    desk.open("rhythm")
    for much in ("a\tb\tc\n" * 180_000, '"' + "a b\n" * 260_000 + '"\tb\n', "a b\n" * 260_000):
        click(desk.table().rows_shown()[0][0].viewport())
        desk.press(Key.Key_A, CONTROL)
        paste(much)
        assert sum(map(len, desk.table().rows_shown())) <= MOST_CELLS
        desk.rest()
        assert "the rest was left out" in desk.notice
