"""Lists pasted or read from files: every form a person has at hand, and what is refused."""

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.community.encoding import decode, read_list
from app.community.import_proposals import add_people, propose_people
from app.community.pasting import MOST_LINES, read_people
from app.community.row_people import Entry
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Membership, Person
from app.library.trouble import Trouble
from tests.app.community.village import found, joins, refusal


def only(text: str) -> Entry:
    """The one entry of ``text``."""
    (entry,) = read_people(text).entries
    return entry


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="only some systems have pipes in folders")
def test_a_pipe_in_place_of_a_list_is_refused_at_once(tmp_path: Path) -> None:
    """Nobody writes into it: it would be waited for."""
    path = tmp_path / "people.csv"
    os.mkfifo(path)
    with pytest.raises(Trouble) as refused:
        read_list(path)
    assert refused.value.code == "encoding-unknown"


@pytest.mark.parametrize(
    ("line", "name", "unit", "email"),
    [
        ("Maude Tremblay", "Maude Tremblay", "", ""),
        ("  - Maude Tremblay ", "Maude Tremblay", "", ""),
        ("12. Maude Tremblay", "Maude Tremblay", "", ""),
        ("Maude Tremblay <maude@example.org>", "Maude Tremblay", "", "maude@example.org"),
        ('"Tremblay, Maude" <maude@example.org>', "Maude Tremblay", "", "maude@example.org"),
        ("Maude Tremblay, Structures", "Maude Tremblay", "Structures", ""),
        (
            "Maude Tremblay, Structures, m@example.org",
            "Maude Tremblay",
            "Structures",
            "m@example.org",
        ),
        (
            "Maude Tremblay, m@example.org, Structures",
            "Maude Tremblay",
            "Structures",
            "m@example.org",
        ),
        (
            "Maude Tremblay\tStructures\tm@example.org",
            "Maude Tremblay",
            "Structures",
            "m@example.org",
        ),
        (
            "Maude Tremblay; Structures; m@example.org",
            "Maude Tremblay",
            "Structures",
            "m@example.org",
        ),
        ("ian.cote@example.org", "Ian Cote", "", "ian.cote@example.org"),
        ("नेहा शर्मा", "नेहा शर्मा", "", ""),
        ("ليلى حداد <l@example.org>", "ليلى حداد", "", "l@example.org"),
    ],
)
def test_a_line_says_who(line: str, name: str, unit: str, email: str) -> None:
    entry = only(line)
    assert (entry.name, entry.unit, entry.email) == (name, unit, email)
    assert not entry.trouble


def test_an_address_list_on_one_line_is_several_people() -> None:
    text = "Maude Tremblay <m@example.org>; Ian Côté <i@example.org>, Nora Singh <n@example.org>"
    assert [entry.name for entry in read_people(text).entries] == [
        "Maude Tremblay",
        "Ian Côté",
        "Nora Singh",
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Name,Email,Team,Level\nIan Côté,i@example.org,Labs,core",
        "Nom complet;Courriel;Équipe;Niveau\nIan Côté;i@example.org;Labs;noyau",
        "Prénom\tNom\tCourriel\tUnité\tParticipation\nIan\tCôté\ti@example.org\tLabs\tNoyau",
        'Last name,First name,E-mail,Unit,Level\n"Côté","Ian",i@example.org,"Labs",Core',
        "NOM;PRÉNOM;COURRIEL;UNITÉ;NIVEAU\r\nCôté;Ian;i@example.org;Labs;noyau\r\n",
    ],
)
def test_headings_in_both_languages_are_recognised(text: str) -> None:
    pasted = read_people(text)
    assert pasted.headings
    (entry,) = pasted.entries
    assert (entry.name, entry.email, entry.unit, entry.level) == (
        "Ian Côté",
        "i@example.org",
        "Labs",
        "core",
    )


@pytest.mark.parametrize(
    "heading",
    ["Prénom Nom", "Nom, prénom", "Nom / Prénom", "Nom de la personne", "Member name", "NOMS"],
)
def test_names_are_found_however_their_column_is_called(heading: str) -> None:
    """An address is not taken for a name while the name stands beside it."""
    text = f'\ufeffNo;"{heading}";Courriel\r\n1;"Tremblay, Maude";m@example.org'
    entry = only(text)
    assert (entry.name, entry.email) == ("Maude Tremblay", "m@example.org")


def test_what_only_sounds_like_a_name_is_none() -> None:
    """The organization's name is not a person's."""
    entry = only("Nom de l’organisme;Courriel\nVille de Lac-Bleu;ian.cote@example.org")
    assert entry.name == "Ian Cote"


def test_a_quoted_cell_may_hold_separators_and_lines() -> None:
    text = 'name,unit,email\n"Ian Côté","Labs,\nsecond floor",i@example.org\nNora Singh,,\n'
    first, second = read_people(text).entries
    assert first.unit == "Labs, second floor"
    assert second.name == "Nora Singh"
    assert second.line == 4


def test_troubled_lines_are_named_and_the_others_stay() -> None:
    text = f"name,email\nIan Côté,not an address\n,n@example.org\n{'x' * 10_000},\nNora,n2@x.org"
    entries = read_people(text).entries
    assert [entry.trouble for entry in entries] == ["email-odd", "", "too-long", ""]
    assert entries[1].name == "N"


def test_too_many_lines_and_what_cannot_be_kept_are_refused() -> None:
    with pytest.raises(Trouble, match="paste-too-long"):
        read_people("x\n" * (MOST_LINES + 1))
    with pytest.raises(Trouble, match="nul-character"):
        read_people("Ian\0Côté")
    with pytest.raises(Trouble, match="broken-character"):
        read_people("Ian\ud83d Côté")
    assert read_people(" \n\t\n").entries == ()


def test_a_quote_that_never_ends_is_refused() -> None:
    text = 'name,email\n"Ian ' + "x, " * 200
    with pytest.raises(Trouble, match="paste-unreadable"):
        read_people(text)


@given(st.text(st.characters(exclude_categories=()), max_size=300))
def test_any_text_gives_entries_or_a_sentence(text: str) -> None:
    code = refusal(lambda: read_people(text))
    sentences = {"nul-character", "paste-too-long", "paste-line-long", "paste-unreadable"}
    assert code in {"", "broken-character", *sentences}
    if not code:
        assert all(entry.trouble or entry.name for entry in read_people(text).entries)


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_unicode_files_are_read(codec: str) -> None:
    text = "Nom;Courriel\nIan Côté;i@example.org\nZoë Łukasik;z@example.org\n"
    assert decode(text.encode(codec)).text.lstrip("\ufeff") == text


def test_windows_1252_is_read_and_said() -> None:
    decoded = decode("Prénom;Nom\nRené;Lefèvre-Nuñez\nZoë;O’Brien\n".encode("cp1252"))
    assert decoded.encoding == "windows-1252"
    assert "Lefèvre-Nuñez" in decoded.text
    assert "O’Brien" in decoded.text


@pytest.mark.parametrize(
    "data",
    [
        "Иванов Пётр;Отдел".encode("cp1251"),
        "山田太郎,営業部".encode("shift_jis"),
        "René Lefèvre".encode("mac_roman"),
        b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
        bytes(range(256)),
        "René".encode("utf-16")[:-1],
    ],
)
def test_a_wrong_encoding_is_said_and_not_guessed(data: bytes) -> None:
    with pytest.raises(Trouble, match="encoding-unknown"):
        decode(data)


@given(st.binary(max_size=200))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    assert refusal(lambda: decode(data)) in {"", "encoding-unknown"}


def test_what_is_proposed_for_each_line(library: Library, community: Community) -> None:
    other = found(library, "Water Quality")
    joins(library, community, "Maude Tremblay", email="maude@example.org")
    joins(library, other, "Ian Côté")
    joins(library, other, "Nora Singh", email="nora@example.org")
    lines = [
        "Maude T. <maude@example.org>",
        "Ian Cote <ian@example.org>",
        "Nora Singh <other.nora@example.org>",
        "Fatou Ndiaye",
        "fatou ndiaye <fatou@example.org>",
        "Paul Gagné, not@an@address, x",
    ]
    proposals = propose_people(library.reader, community.id, read_people("\n".join(lines)).entries)
    assert [(one.choice, one.by, one.why) for one in proposals] == [
        ("skip", "email", "member"),
        ("same", "name", ""),
        ("new", "name", ""),
        ("new", "", ""),
        ("skip", "", "repeated"),
        ("skip", "", "email-odd"),
    ]


def test_adding_is_one_change_and_fills_only_what_was_empty(
    library: Library, community: Community
) -> None:
    other = found(library, "Water Quality")
    ian = joins(library, other, "Ian Côté")
    text = (
        "name,email,unit,level\nIan Cote,ian@example.org,Labs,core\nNora Singh,,,\nX,bad address,,"
    )
    proposals = propose_people(library.reader, community.id, read_people(text).entries)
    assert add_people(library, community.id, proposals) == 2
    person = library.reader.row(Person, ian.person)
    assert (person.name, person.email) == ("Ian Côté", "ian@example.org")
    again = propose_people(library.reader, other.id, read_people("Ian,IAN@example.org").entries)
    assert [(one.by, one.why) for one in again] == [("email", "member")]
    third = found(library, "Dams")
    again = propose_people(library.reader, third.id, read_people("Ian C,IAN@example.org").entries)
    assert add_people(library, third.id, again) == 1
    assert library.reader.row(Person, ian.person) == person, "their address stays as it is written"
    library.undo(Scope(third.id))
    levels = [row.level for row in library.reader.rows(Membership, community=community.id)]
    assert levels == ["core", "active"]
    library.undo(Scope(community.id))
    assert library.reader.count(Membership, community=community.id) == 0
    assert library.reader.row(Person, ian.person).email == ""
