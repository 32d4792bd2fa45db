"""What spreadsheets, word processors and browsers copy, read as rows of cells."""

import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pasted_cells import MOST_LETTERS, read_pasted

EXCEL = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head>
<meta name=Generator content="Microsoft Excel 15"><style><!--table {mso-displayed:"x";}
br {mso-data-placement:same-cell;} --></style></head><body link="#0563C1">
<table border=0 cellpadding=0 width=192 style='border-collapse:collapse'>
<!--StartFragment--><colgroup><col width=64 span=3></colgroup>
<tr height=20><td height=20 class=xl65 width=64>Field walk<br>
    once a year</td><td>Called the &quot;long walk&quot;</td><td align=right>13&nbsp;h</td></tr>
<tr><td>Desk hour</td><td>&nbsp;</td><td>One
  hour</td></tr>
<![if supportMisalignedColumns]><tr height=0 style='display:none'><td width=64></td></tr>
<![endif]><!--EndFragment--></table></body></html>"""

SHEETS = """<meta charset='utf-8'><google-sheets-html-origin><style type="text/css">td {}</style>
<table xmlns="http://www.w3.org/1999/xhtml" dir="ltr"><colgroup><col width="100"/></colgroup>
<tbody><tr><td data-sheets-value="{&quot;1&quot;:2}">Walk<br/>in May</td><td>all</td></tr>
<tr><td colspan="2" rowspan="1">Whoever wishes</td></tr></tbody></table>"""

WORD_LIST = """<html><body lang=FR-CA><!--StartFragment-->
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'>
<![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span
style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;
</span></span></span><![endif]>Marcher<o:p></o:p></p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level2 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>o<span>&nbsp;</span></span><![endif]>Avec quelqu’un
du terrain</p><!--EndFragment--></body></html>"""

WORD_TABLE = """<table class=MsoTableGrid><tr><td width=200><p class=MsoNormal>Walk</p>
<p class=MsoNormal>in May<o:p></o:p></p></td><td><p class=MsoNormal><o:p>&nbsp;</o:p></p></td>
<td><ul><li>one<li>two</ul></td></tr></table>"""

MERGED = """<table><tr><th rowspan=2>Rhythm<th colspan=2>When<th>Who
<tr><td>month<td>day<td>all<tr><td>Walk<td>May<td>3<td>some</table>"""

PAGE = """<div><h2>Rhythm</h2><p>We meet <b>every</b> month.</p><ul><li>Case</li>
<li>Walk<ol><li>in May</li></ol></li></ul><table><tr><td>a</td><td>b</td></tr></table>
<script>no()</script></div>"""

LAYOUT = "<table><tr><td><table><tr><td>a</td><td>b</td></tr></table></td></tr></table>"


@pytest.mark.parametrize(
    ("html", "rows"),
    [
        (
            EXCEL,
            [
                ("Field walk\nonce a year", 'Called the "long walk"', "13\u00a0h"),
                ("Desk hour", "", "One hour"),
            ],
        ),
        (SHEETS, [("Walk\nin May", "all"), ("Whoever wishes", "")]),
        (WORD_LIST, [("Marcher",), ("Avec quelqu’un du terrain",)]),
        (WORD_TABLE, [("Walk\nin May", "", "one\ntwo")]),
        (
            MERGED,
            [
                ("Rhythm", "When", "", "Who"),
                ("", "month", "day", "all"),
                ("Walk", "May", "3", "some"),
            ],
        ),
        (
            PAGE,
            [
                *(("Rhythm", ""), ("We meet every month.", ""), ("Case", ""), ("Walk", "")),
                *(("in May", ""), ("a", "b")),
            ],
        ),
        (LAYOUT, [("a", "b")]),
        ("<table><tr><td>one cell<br>of two</td></tr></table>", [("one cell\nof two",)]),
    ],
)  # fmt: skip
def test_html(html: str, rows: list[tuple[str, ...]]) -> None:
    """Whatever the text beside it says."""
    pasted = read_pasted("something else", html)
    wide = max(map(len, rows))
    assert [(*row, *[""] * (wide - len(row))) for row in pasted.rows] == rows
    assert pasted.shaped


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        (
            '"Field walk\nonce a year"\t"Called the ""long walk"""\tHalf a day\r\nDesk\t\tOne\r\n',
            [
                ("Field walk\nonce a year", 'Called the "long walk"', "Half a day"),
                ("Desk", "", "One"),
            ],
        ),
        # One cell with a line break, as it is copied alone.
        ('"Field walk\nonce a year"\n', [("Field walk\nonce a year",)]),
        # Quotes that are the person's own, and some that never end.
        ('"Yes" she said\tno\n"open\tend', [('"Yes" she said', "no"), ('"open', "end")]),
        ('"Desk"\t"hour"\n"Mon"\t"noon"', [("Desk", "hour"), ("Mon", "noon")]),
        ('"Yes"\tno', [('"Yes"', "no")]),
        ("a\rb\tc\r", [("a", ""), ("b", "c")]),
        # A soft line break of a word processor stays inside of its cell.
        ("Walk\vin May\tall", [("Walk\nin May", "all")]),
        ("\tb\n\n\td\n\n", [("", "b"), ("", ""), ("", "d")]),
        ("one\ntwo\n\nthree", [("one",), ("two",), ("three",)]),
        ("•\tWalk\n•\tWait", [("Walk",), ("Wait",)]),
        ("", []),
    ],
)
def test_text(text: str, rows: list[tuple[str, ...]]) -> None:
    wide = max(map(len, rows), default=0)
    found = read_pasted(text).rows
    assert [(*row, *[""] * (wide - len(row))) for row in found] == rows


def test_html_without_a_table_or_list_is_what_its_text_says() -> None:
    pasted = read_pasted("Bold & brave\nagain", "<p><b>Bold</b> &amp; brave</p><p>again</p>")
    assert pasted.text == "Bold & brave\nagain"
    assert not pasted.shaped


def test_html_alone_is_read() -> None:
    assert read_pasted("", "<p>Bold<br>brave</p>").lines() == ["Bold", "brave"]


def test_a_row_as_a_line() -> None:
    """Its cells beside one another, and none of their line breaks."""
    pasted = read_pasted('"Field walk\nonce a year"\t\tHalf a day\nDesk\n')
    assert pasted.lines() == ["Field walk once a year – Half a day", "Desk"]
    assert pasted.tabbed() == "Field walk once a year\t\tHalf a day\nDesk"


@pytest.mark.parametrize(
    "text", ["x" * 1_048_576, "word " * 200_000, "a\tb\n" * 250_000, '"a""\t"\n' * 150_000]
)
def test_what_is_too_much_is_cut(text: str) -> None:
    pasted = read_pasted(text)
    assert pasted.cut
    assert 0 < sum(len(cell) for row in pasted.rows for cell in row) <= MOST_LETTERS
    html = "<table><tr><td>" + "</td></tr><tr><td>".join(["word " * 100] * 200) + "</table>"
    found = read_pasted("other", html)
    assert found.cut
    assert 0 < sum(len(cell) for row in found.rows for cell in row) <= MOST_LETTERS


def quoted(cell: str) -> str:
    """A cell as Excel writes it."""
    inside = any(one in cell for one in '"\t\n')
    return '"' + cell.replace('"', '""') + '"' if inside else cell


@given(
    st.lists(
        st.lists(st.text('"\n\tab é', max_size=6).map(str.strip), min_size=2, max_size=4),
        min_size=1,
        max_size=4,
    )
)
def test_whatever_a_spreadsheet_copies_comes_back(rows: list[list[str]]) -> None:
    wide = max(map(len, rows))
    rows = [["x", *row, *[""] * (wide - len(row)), "x"] for row in rows]
    written = "\n".join("\t".join(map(quoted, row)) for row in rows) + "\n"
    assert [list(row) for row in read_pasted(written).rows] == rows


@given(st.text(max_size=200), st.text(string.printable, max_size=300))
def test_anything_is_read(text: str, html: str) -> None:
    read_pasted(text, f"<table>{html}")
    read_pasted(text, f"<ul><li {html}")
