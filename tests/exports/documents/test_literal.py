"""Whatever people type is printed as they typed it, and nothing breaks."""

import io
import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from app.library.rows import Clause, Note
from app.registers.cells import Party, Value
from app.words import Words
from app.workshop.closing import give_thanks, set_next_meeting
from app.workshop.notes import gather
from app.workshop.outcomes import Form, catch
from app.workshop.planning import rename_block
from app.workshop.rounds import close_round, count_dots, dots_round, open_dots
from exports.page import Page
from exports.registry import DOCUMENTS, FORMATS, SPREADSHEET
from exports.writers.docx import write_docx
from exports.writers.markdown import write_markdown
from exports.writers.pdf.pdf_writer import write_pdf
from exports.writers.typeset.font_folder import FontFolder
from tests.exports.making import House, house_fonts
from tests.exports.telling import everything, read
from tests.exports.writers.pdf.reading import missing_glyphs, opened

MARKUP = "<para><b>no</b></para> &amp; {n} {total} %s [x](y) **z** `q` <!-- # | =1+1 \\ (p"
SCRIPTS = "Ελληνικά Кириллица العربية ١٢٣ עברית हिन्दी क्षत्रिय 👩‍🌾🔥 é e\u0301 橋梁 \U00013000"
LONG = "unbreakable" * 800
HOSTILE = {
    "markup": MARKUP,
    "scripts": SCRIPTS,
    "from right": "\u202eשלום <b>עולם</b> (12)!",
    "controls": "a\x07b\x1b[31m \ufffe \u2028 c",
    "long": LONG,
    "tabs": "\t=1+1\tb\r\n\t+c\t@d",
}

SAID = ("charter", "summary", "run-sheet", "register")
"""The documents that hold what was typed in a community and its workshop."""

YEARS = (
    "since-last-time",
    "renewal-brief",
    "gatherings",
    "outcomes",
    "roles",
    "our-years",
    "legacy-page",
    "portfolio",
    "portfolio-conversation",
)
"""The documents about what came after."""


@pytest.fixture(scope="module")
def fonts() -> FontFolder:
    """The house's fonts, opened once."""
    return house_fonts()


def typed_everywhere(house: House, text: str) -> House:
    """The same text wherever a person can type."""
    line = text[:190]
    house.change(house.current(), title=line, place=line)
    with house.library.change("community-edit", house.scope) as writer:
        writer.change(house.community, name=line)
    running = house.enter(house.plan("questions-we-hold"))
    rename_block(house.library, house.workshop, running.block, line)
    house.change(house.now(running).block, audience="organization")
    notes = house.say(running, text[:2000], line, line, zone="questions", audience="organization")
    rows = house.library.reader.rows
    gather(house.library, running, rows(Note, run=running.run.id)[1:], line)
    voted = open_dots(house.library, running, 3, 2)
    count = dots_round(house.library.reader, running.run.id)
    assert count is not None
    count_dots(house.library, running, count, notes[0], 40, 0)
    close_round(house.library, house.in_workshop, voted)
    forms: tuple[Form, ...] = ("decision", "action", "parked")
    for form in forms:
        made = catch(house.library, house.workshop, form, text[:2000], run=running.run.id)
        house.change(made, audience="organization", owner_name=line)
    set_next_meeting(house.library, house.workshop, "2026-03-01", 600, line, line)
    give_thanks(house.library, house.workshop, text)
    for form_of, section in (("text", "purpose"), ("list", "in-scope"), ("table", "rhythm")):
        house.clause(section, f"{text}\t{line}", form=form_of, heading=line)
    house.clause(line, text)
    entry: dict[str, Value] = {"decision": text[:2000], "view": text, "carrier": Party(name=line)}
    house.entry(entry, audience="organization")
    house.agree(house.propose(reason=line, here=True), {"wholehearted": 1}, [text[:2000]])
    house.change(rows(Clause, section="purpose")[0], text="Otherwise")
    house.propose("2026-02-01", reason=line)
    return house


def written(page: Page, ending: str, fonts: FontFolder) -> bytes:
    if ending == "md":
        return write_markdown(page).data
    if ending == "docx":
        return write_docx(page, "letter", fonts=fonts).data
    return write_pdf(page, "letter", fonts=fonts).data


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_text_is_set_in_every_document(
    house: House, speech: dict[str, Words], fonts: FontFolder, tmp_path: Path, name: str
) -> None:
    typed_everywhere(house, HOSTILE[name])
    for language, document in zip(("en", "fr", "en", "fr"), SAID, strict=True):
        page = house.page(document, speech[language], audience="facilitator")
        for ending in FORMATS:
            data = written(page, ending, fonts)
            assert read(data, ending, tmp_path).strip()
            if ending == "pdf":
                assert not missing_glyphs(data)


@pytest.mark.parametrize("name", ["markup", "from right", "tabs", "controls"])
def test_hostile_text_is_set_in_the_papers_of_the_years(
    house: House, words: Words, fonts: FontFolder, tmp_path: Path, name: str
) -> None:
    """And in their workbooks, where it is never reckoned."""
    typed_everywhere(house, HOSTILE[name])
    for document in YEARS:
        page = house.page(document, words, audience="facilitator")
        for ending in FORMATS:
            assert read(written(page, ending, fonts), ending, tmp_path).strip()
        if DOCUMENTS[document].sheets:
            data = house.data(document, words, SPREADSHEET.id, audience="facilitator")
            with zipfile.ZipFile(io.BytesIO(data)) as book:
                for part in book.namelist():
                    assert not ElementTree.fromstring(book.read(part)).findall(".//{*}f")


@pytest.mark.parametrize("document", SAID)
def test_markup_is_printed_and_never_read(
    house: House, words: Words, fonts: FontFolder, tmp_path: Path, document: str
) -> None:
    typed_everywhere(house, MARKUP)
    page = house.page(document, words, audience="facilitator")
    times = everything(page).count(MARKUP)
    # How often it is drawn: an alternative is said, a title is in the file's own facts.
    assert times >= {"charter": 10, "summary": 15, "run-sheet": 5, "register": 5}[document]
    found = read(written(page, "docx", fonts), "docx", tmp_path)
    assert found.count(MARKUP) >= times - 8
    tree = read(written(page, "pdf", fonts), "pdf", tmp_path)
    assert (
        tree.count(MARKUP) >= {"charter": 8, "summary": 9, "run-sheet": 4, "register": 4}[document]
    )


def test_a_clause_of_nine_thousand_letters_is_printed_whole(
    house: House, words: Words, fonts: FontFolder, tmp_path: Path
) -> None:
    text = " ".join(f"word{number:04d}" for number in range(999))
    assert 8900 < len(text) < 9000
    for form, section in (("text", "practice"), ("list", "norms"), ("table", "rhythm")):
        house.clause(section, text, form=form)
    house.clause("in-scope", text, form="list")
    page = house.page("charter", words)
    for ending in FORMATS:
        found = read(written(page, ending, fonts), ending, tmp_path)
        assert all(found.count(f"word{number:04d}") >= 4 for number in range(999)), ending


def test_what_a_file_says_of_itself_is_literal_too(
    house: House, words: Words, fonts: FontFolder
) -> None:
    typed_everywhere(house, MARKUP)
    data = written(house.page("charter", words), "pdf", fonts)
    facts = opened(data).metadata
    assert facts is not None
    assert facts.author == MARKUP
    assert facts.title == words("paper.charter-foot", community=MARKUP, n=2)
