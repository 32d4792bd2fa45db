"""Documents and files that the ``hearth`` command line writes."""

from contextlib import closing
from pathlib import Path

import pytest

from app.library.opening import open_library
from app.library.rows import Membership, Note, Person
from app.moment import MachineMoment
from exports.registry import DOCUMENTS, FORMATS
from tests.exports.sheet_reading import read_workbook
from tests.exports.telling import read
from tests.ui.terminal.house import LAUNCH, NAME, Terminal, add_community


@pytest.mark.parametrize(
    ("ending", "start"), [("pdf", b"%PDF-"), ("docx", b"PK"), ("md", b"# "), ("PDF", b"%PDF-")]
)
@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_document_is_written_in_every_format(
    terminal: Terminal, tmp_path: Path, document: str, ending: str, start: bytes
) -> None:
    """The file's name says which; the sentence says for whom."""
    to = tmp_path / f"document.{ending}"
    subject = DOCUMENTS[document].subject
    workshop = ("--workshop", LAUNCH) if subject == "workshop" else ()
    register = ("--register", "voice") if DOCUMENTS[document].registers else ()
    template = ("--template", "invitation-long") if DOCUMENTS[document].templates else ()
    role = ("--role", "coordinator") if DOCUMENTS[document].roles else ()
    name = "our-word" if subject == "exercise" else NAME
    asked = (*workshop, *register, *template, *role)
    said = terminal.done("export", document, name, *asked, "--to", to)
    audiences = {"facilitator": "the facilitator", "organization": "the organization"}
    readers = audiences.get(DOCUMENTS[document].audience, "the community")
    told = "" if subject == "exercise" else f", for {readers}"
    assert said.startswith(f"{to} is written{told}")
    assert start in to.read_bytes()[:300]


@pytest.mark.parametrize("document", [one.id for one in DOCUMENTS.values() if one.sheets])
def test_tables_of_data_are_written_as_a_spreadsheet(
    terminal: Terminal, tmp_path: Path, document: str
) -> None:
    """A workbook, a sheet for each table; whatever else is not made of data has none."""
    to = tmp_path / "document.xlsx"
    register = ("--register", "voice") if document == "register" else ()
    said = terminal.done("export", document, NAME, *register, "--to", to)
    assert said.startswith(f"{to} is written, for the community")
    assert read_workbook(to.read_bytes())
    refused = terminal.refused("export", "charter", NAME, "--to", tmp_path / "charter.xlsx")
    assert ".pdf, .docx or .md" in refused
    assert not (tmp_path / "charter.xlsx").exists()


def test_a_document_is_in_the_language_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    """What people said stays as they said it; the language of the charter is the default."""
    texts = {}
    for language in (None, "en", "fr"):
        to = tmp_path / "charter.md"
        asked = ("--language", language) if language else ()
        terminal.done("export", "charter", NAME, *asked, "--to", to)
        texts[language] = to.read_text(encoding="utf-8")
    assert texts[None] == texts["en"] != texts["fr"]
    assert all("whoever happens to be at their desk" in text for text in texts.values())


def test_a_document_leaves_out_what_its_audience_may_not_read(
    terminal: Terminal, tmp_path: Path
) -> None:
    """A note that is for the facilitator alone."""
    library = open_library(terminal.library, MachineMoment())
    with closing(library), library.change("test") as writer:
        note = writer.change(writer.rows(Note)[6], audience="facilitator")
    to = tmp_path / "summary.md"
    for audience, there in (("room", False), ("facilitator", True)):
        asked = ("--workshop", LAUNCH, "--audience", audience)
        terminal.done("export", "summary", NAME, *asked, "--to", to)
        assert (note.text[:20] in to.read_text(encoding="utf-8")) is there


def test_a_letter_is_filled_for_a_workshop(terminal: Terminal, tmp_path: Path) -> None:
    """In every format; a letter that there is not, and one without its name, are refused."""
    asked = ("export", "template", NAME, "--template", "invitation-long", "--workshop", LAUNCH)
    for ending in ("md", "docx", "pdf"):
        terminal.done(*asked, "--to", tmp_path / f"letter.{ending}")
    said = (tmp_path / "letter.md").read_text(encoding="utf-8")
    assert "14 January 2026" in said or "January 14, 2026" in said
    assert "{" not in said
    to = tmp_path / "none.md"
    refused = terminal.refused("export", "template", NAME, "--template", "ode", "--to", to)
    assert "invitation-long" in refused
    assert not to.exists()


def test_a_letter_for_a_file_is_of_one_person(terminal: Terminal, tmp_path: Path) -> None:
    """By name, in whatever capitals; somebody there is not is said, and nothing is written."""
    library = open_library(terminal.library, MachineMoment())
    with closing(library):
        person = library.reader.row(Person, library.reader.rows(Membership)[0].person)
    to = tmp_path / "letter.md"
    asked = ("export", "template", NAME, "--template", "recognition-letter", "--person")
    terminal.done(*asked, person.name.upper(), "--to", to)
    assert person.name in to.read_text(encoding="utf-8")
    none = tmp_path / "none.md"
    assert "“Nobody Here”" in terminal.refused(*asked, "Nobody Here", "--to", none)
    assert not none.exists()


def test_the_paper_is_the_one_asked_for(terminal: Terminal, tmp_path: Path) -> None:
    """Letter unless said otherwise; in points."""
    from pypdf import PdfReader

    widths = []
    for asked in ((), ("--paper", "letter"), ("--paper", "a4")):
        to = tmp_path / "charter.pdf"
        terminal.done("export", "charter", NAME, *asked, "--to", to)
        widths.append(round(PdfReader(to).pages[0].mediabox.width))
    assert widths == [612, 612, 595]


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("charter", NAME, "--version", "7", "--to", "x.pdf"), "the versions are: 1"),
        (("charter", NAME, "--to", "x.odt"), ".pdf, .docx or .md"),
        (("community", NAME, "--to", "x.pdf"), "end in .json"),
        (("summary", NAME, "--workshop", "Renewal", "--to", "x.pdf"), "“Renewal”"),
    ],
)
def test_what_cannot_be_exported_is_said(
    terminal: Terminal, tmp_path: Path, arguments: tuple[str, ...], said: str
) -> None:
    """And nothing is written."""
    *others, name = arguments
    assert said in terminal.refused("export", *others, tmp_path / name)
    assert not (tmp_path / name).exists()


@pytest.mark.parametrize("name", ["hopes-and-fears", "Hopes and fears", "ESPOIRS ET CRAINTES"])
def test_an_exercise_goes_by_its_id_or_its_name(
    terminal: Terminal, tmp_path: Path, name: str
) -> None:
    """In either language; no library is needed."""
    to = tmp_path / "exercise.md"
    none = tmp_path / "none.hearth"
    terminal.done("export", "exercise", name, "--language", "en", "--to", to, "--library", none)
    assert "# Hopes and fears" in to.read_text(encoding="utf-8")
    assert not none.exists()


def test_an_exercise_there_is_not_is_said(terminal: Terminal, tmp_path: Path) -> None:
    """And nothing is written."""
    said = terminal.refused("export", "exercise", "xylophone", "--to", tmp_path / "x.pdf")
    assert "“xylophone”" in said
    assert not (tmp_path / "x.pdf").exists()


@pytest.mark.parametrize("name", ["voice", "Voice", "Voix", "VOIX", "gives-and-asks"])
def test_a_register_goes_by_its_id_or_its_name(
    terminal: Terminal, tmp_path: Path, name: str
) -> None:
    """In either language, however it is written."""
    to = tmp_path / "register.md"
    terminal.done("export", "register", NAME, "--register", name, "--language", "en", "--to", to)
    title = "# Gives and asks" if name == "gives-and-asks" else "# Voice"
    assert title in to.read_text(encoding="utf-8")


@pytest.mark.parametrize("ending", FORMATS)
def test_a_register_in_which_nothing_stands_is_written_all_the_same(
    terminal: Terminal, tmp_path: Path, ending: str
) -> None:
    """It says so."""
    add_community(terminal.library, "New here")
    to = tmp_path / f"register.{ending}"
    terminal.done("export", "register", "New here", "--register", "voice", "--to", to)
    assert "Nothing is written here" in " ".join(read(to.read_bytes(), ending, tmp_path).split())


@pytest.mark.parametrize(
    ("community", "register", "said"),
    [
        (NAME, "nobody knows", "no register called “nobody knows”. There are: "),
        ("No such community", "voice", "“No such community”"),
    ],
)
def test_a_register_or_a_community_there_is_not_is_said(
    terminal: Terminal, tmp_path: Path, community: str, register: str, said: str
) -> None:
    """With what there is; and nothing is written."""
    to = tmp_path / "register.pdf"
    refused = terminal.refused("export", "register", community, "--register", register, "--to", to)
    assert said in refused
    assert not to.exists()


def test_which_register_has_to_be_said(terminal: Terminal, tmp_path: Path) -> None:
    """It is named with the usage of the command."""
    said = terminal.refused("export", "register", NAME, "--to", tmp_path / "register.pdf")
    assert "hearth export register NAME --register REGISTER" in said


def test_a_community_without_a_charter_has_none_to_export(
    terminal: Terminal, tmp_path: Path
) -> None:
    """Nothing drafted, no version."""
    add_community(terminal.library, "New here")
    sentence = terminal.refused("export", "charter", "New here", "--to", tmp_path / "x.pdf")
    assert sentence == "“New here” has no charter yet: nothing was written."


def test_a_file_that_cannot_be_written_is_said(terminal: Terminal, tmp_path: Path) -> None:
    """No such folder, a folder of that name: the file there before stays."""
    (tmp_path / "folder.json").mkdir()
    for to in (tmp_path / "gone" / "x.json", tmp_path / "folder.json"):
        assert str(to) in terminal.refused("export", "community", NAME, "--to", to)


def test_a_portfolio_is_of_all_communities_or_of_one(terminal: Terminal, tmp_path: Path) -> None:
    """Without a name it is of all; a name that nobody has is refused."""
    to = tmp_path / "portfolio.md"
    terminal.done("export", "portfolio", "--language", "en", "--to", to)
    assert "All communities" in to.read_text(encoding="utf-8")
    terminal.done("export", "portfolio", NAME, "--language", "en", "--to", to)
    assert NAME in to.read_text(encoding="utf-8")
    assert "Nobody" in terminal.refused("export", "portfolio", "Nobody", "--to", to)
