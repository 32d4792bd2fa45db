"""Lists as mail programs, meeting reports and spreadsheets write them: who is named."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.community.encoding import decode
from app.community.pasting import MOST_LINES, Pasted, read_people
from tests.app.community.village import refusal

OUTLOOK = (
    '"Titre";"Prénom";"Deuxième prénom";"Nom";"Suffixe";"Société";"Service";'
    '"Adresse de messagerie"\r\n'
    '"";"Nadège";"";"Poirier-Lam";"";"Fiducie du fleuve";"Jauges";"nadege.pl@example.org"\r\n'
)
GOOGLE = (
    "First Name,Middle Name,Last Name,Name Suffix,Nickname,Organization Name,"
    "Organization Department,Labels,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value\n"
    "Nadège,,Poirier-Lam,PhD,,Fiducie,Jauges,* myContacts,,nadege@example.org,n@example.com\n"
)
TEAMS = (
    "1. Summary\nMeeting title\tGauges\nAttended participants\t2\n\n2. Participants\n"
    "Name\tFirst Join\tEmail\tParticipant ID (UPN)\tRole\n"
    "Sam Okoro\t3/4/26\tsam@example.org\tsam@example.org\tOrganizer\n"
    "Tuva Lind (Guest)\t3/4/26\t\t\tPresenter\n\n"
    "3. In-Meeting Activities\nName\tJoin Time\tEmail\tRole\n"
    "Sam Okoro\t3/4/26\tsam@example.org\tOrganizer\n"
)
TEAMS_FR = (
    "1. Résumé\nTitre de la réunion\tJauges\n\n2. Participants\n"
    "Nom\tPremière arrivée\tAdresse e-mail\tID de participant (UPN)\tRôle\n"
    "Sam Okoro\t3/4/26\tsam@example.org\tsam@example.org\tOrganisateur\n"
)
ZOOM = (
    "Meeting ID,Topic,User Email,Duration (Minutes),Participants\n"
    "812 3456,Gauges,host@example.org,62,3\n\n"
    "Name (Original Name),User Email,Join Time,Guest\n"
    "Sam Okoro,sam@example.org,9:00,No\nTuva Lind (Tuva),,9:01,Yes\n"
)


def names(pasted: Pasted) -> list[str]:
    """The names of those who can be added."""
    return [entry.name for entry in pasted.entries if not entry.trouble]


def emails(pasted: Pasted) -> list[str]:
    """Their addresses."""
    return [entry.email for entry in pasted.entries if not entry.trouble]


@pytest.mark.parametrize(
    "text",
    [
        "a.b@example.org; c.d@example.org; e.f@example.org",
        "a.b@example.org, c.d@example.org, e.f@example.org",
        "a.b@example.org c.d@example.org e.f@example.org",
        "<a.b@example.org>;<mailto:c.d@example.org>;<e.f@example.org>;",
        "mailto:a.b@example.org?subject=Hello\nc.d@example.org\n\u200be.f@\u00adexample.org",
    ],
)
def test_addresses_are_a_person_each_and_made_names_say_so(text: str) -> None:
    pasted = read_people(text)
    assert emails(pasted) == ["a.b@example.org", "c.d@example.org", "e.f@example.org"]
    assert all(entry.made for entry in pasted.entries)


@pytest.mark.parametrize(
    "text",
    [
        "Sam Okoro <sam@example.org>, Tuva Lind <tuva@example.org>",
        '"Okoro, Sam" <sam@example.org>; "Lind, Tuva" <tuva@example.org>',
        "Okoro, Sam <sam@example.org>, Lind, Tuva <tuva@example.org>",
        "'Sam Okoro' <sam@example.org>; 'Tuva Lind' <tuva@example.org>",
        "Sam Okoro, sam@example.org, Tuva Lind, tuva@example.org",
        "Sam Okoro; sam@example.org; Tuva Lind; tuva@example.org",
        "sam@example.org, Sam Okoro, tuva@example.org, Tuva Lind",
        "Sam Okoro sam@example.org\nTuva Lind - tuva@example.org",
        "Name,Email,Name,Email\nSam Okoro,sam@example.org,Tuva Lind,tuva@example.org",
    ],
)
def test_several_people_on_a_line_are_several(text: str) -> None:
    pasted = read_people(text)
    assert names(pasted) == ["Sam Okoro", "Tuva Lind"]
    assert emails(pasted) == ["sam@example.org", "tuva@example.org"]
    assert not any(entry.made or entry.unused for entry in pasted.entries)


@pytest.mark.parametrize(
    "text",
    [
        "Sam Okoro, Tuva Lind, Owen Brandt, Nadège Poirier-Lam, Ian Côté",
        "Sam Okoro; Tuva Lind; Owen Brandt; Nadège Poirier-Lam; Ian Côté",
        "Okoro, Sam; Lind, Tuva; Brandt, Owen; Poirier-Lam, Nadège; Côté, Ian",
        "Sam Okoro, Tuva Lind, Owen Brandt, Nadège Poirier-Lam et Ian Côté",
        "1. Sam Okoro and Tuva Lind\n2. Owen Brandt\n3. Nadège Poirier-Lam / Ian Côté",
        "•\tSam Okoro\no\tTuva Lind\n\uf0b7 Owen Brandt\n· Nadège Poirier-Lam\n- Ian Côté",
        "Participants\nSam Okoro\nTuva Lind\nOwen Brandt\nNadège Poirier-Lam\nIan Côté",
        "\ufeffSam\u00a0Okoro\n\u202eTuva Lind\nOwen\u200b Brandt\nNadège Poirier-\u00adLam\n"
        "\u2067Ian Côté\u2069",
    ],
)
def test_names_on_lines_are_a_person_each(text: str) -> None:
    pasted = read_people(text)
    assert names(pasted) == [
        "Sam Okoro",
        "Tuva Lind",
        "Owen Brandt",
        "Nadège Poirier-Lam",
        "Ian Côté",
    ]
    assert not pasted.asks


@pytest.mark.parametrize(
    ("text", "found", "over"),
    [
        (OUTLOOK, [("Nadège Poirier-Lam", "nadege.pl@example.org")], 0),
        (GOOGLE, [("Nadège Poirier-Lam, PhD", "nadege@example.org")], 0),
        (
            TEAMS,
            [
                ("Sam Okoro", "sam@example.org"),
                ("Tuva Lind (Guest)", ""),
                ("Sam Okoro", "sam@example.org"),
            ],
            6,
        ),
        (TEAMS_FR, [("Sam Okoro", "sam@example.org")], 3),
        (ZOOM, [("Sam Okoro", "sam@example.org"), ("Tuva Lind (Tuva)", "")], 2),
    ],
)
def test_reports_and_address_books_are_read(
    text: str, found: list[tuple[str, str]], over: int
) -> None:
    """What a report says before and between its tables is nobody, and is told."""
    pasted = read_people(text)
    assert pasted.headings
    assert [(entry.name, entry.email) for entry in pasted.entries] == found
    assert len(pasted.passed_over) == over


@pytest.mark.parametrize(
    "heads",
    [
        "First Name,Last Name,E-mail Address,Department,Company",  # Outlook
        "Prénom,Nom,Adresse de messagerie,Service,Société",
        "Given Name,Family Name,E-mail 1 - Value,Organization 1 - Department,Organization 1 - Name",
        "First Name [Required],Last Name [Required],Email Address [Required],Department,Company",
        "First Name,Last Name,Primary Email,Department,Organization",  # Thunderbird
        "Prénom,Nom de famille,Adresse électronique,Service,Organisation",
        "Prénom,Nom,Courriel (travail),Service,Entreprise",  # Apple
        "First,Last,Email (work),Department,Company",
        "Prénom,Nom,Adresse de courriel,Service,Nom de la société",  # LibreOffice
        "First name,Last name,User principal name,Department,Company",  # Microsoft 365
        "Prénom,Nom,Nom d’utilisateur principal,Service,Entreprise",
        "Votre prénom,Votre nom,Votre courriel,Votre équipe,Votre organisation",  # a form
    ],
)
def test_headings_of_many_programs(heads: str) -> None:
    text = f"Report of 4 March\n\n{heads}\nTuva,Lind,tuva@example.org,Gauges,River Trust\n"
    (entry,) = read_people(text).entries
    assert (entry.name, entry.email) == ("Tuva Lind", "tuva@example.org")
    assert (entry.unit, entry.organization) == ("Gauges", "River Trust")
    assert not entry.unused


@pytest.mark.parametrize("codec", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("mark", [";", ",", "\t", "|"])
def test_separators_and_encodings_are_told_apart(codec: str, mark: str) -> None:
    lines = ["Nom|Prénom|Courriel|Unité", "Poirier-Lam|Nadège|nadege.pl@example.org|Jauges"]
    text = "\r\n".join((f"sep={mark}", *(line.replace("|", mark) for line in lines), ""))
    (entry,) = read_people(decode(text.encode(codec)).text).entries
    assert (entry.name, entry.email, entry.unit) == (
        "Nadège Poirier-Lam",
        "nadege.pl@example.org",
        "Jauges",
    )


@pytest.mark.parametrize(
    "text",
    [
        "Sam Okoro\nsam@example.org\n\nTuva Lind\ntuva@example.org",
        "To: Sam Okoro <sam@example.org>; Tuva Lind <tuva@example.org>",
        "À : Okoro, Sam <sam@example.org>; Lind, Tuva <tuva@example.org>",
        "Sam Okoro (sam@example.org)\nTuva Lind [tuva@example.org]",
        "Sam Okoro – sam@example.org\nTuva Lind – tuva@example.org",
        "Sam Okoro <sam@example.org>\u2028Tuva Lind <tuva@example.org>",
        "| Name | Email |\n| --- | --- |\n| Sam Okoro | sam@example.org |\n"
        "| Tuva Lind | tuva@example.org |",
        "Email\tWho is it?\tNo\nsam@example.org\tSam Okoro\t1\ntuva@example.org\tTuva Lind\t2",
    ],
)
def test_lists_of_mails_minutes_and_pages(text: str) -> None:
    pasted = read_people(text)
    assert names(pasted) == ["Sam Okoro", "Tuva Lind"]
    assert emails(pasted) == ["sam@example.org", "tuva@example.org"]


@pytest.mark.parametrize(
    "text",
    [
        "Présences : Sam Okoro, Tuva Lind, Owen Brandt et Nadège Poirier-Lam",
        "Okoro, Sam (GAUGES); Lind, Tuva (MAPS); Brandt, Owen; Poirier-Lam, Nadège",
        "Sam Okoro (Accepted), Tuva Lind (Declined), Owen Brandt, Nadège Poirier-Lam",
    ],
)
def test_a_line_of_minutes_is_several_people(text: str) -> None:
    found = [name.partition(" (")[0] for name in names(read_people(text))]
    assert found == ["Sam Okoro", "Tuva Lind", "Owen Brandt", "Nadège Poirier-Lam"]


def test_several_addresses_in_a_cell_are_told_and_the_first_is_kept() -> None:
    """Google sets three colons between them."""
    for between in (" ::: ", "; ", ", ", " "):
        text = f"Name\tE-mail 1 - Value\nSam Okoro\tsam@example.org{between}sam@example.com"
        (entry,) = read_people(text).entries
        assert (entry.email, entry.unused) == ("sam@example.org", ("sam@example.com",))


CELL = st.lists(
    st.sampled_from("Ana Roy gauges 12 maps x@y.org ab@example.org".split()), max_size=3
)


@given(
    st.lists(st.lists(CELL.map(" ".join), min_size=1, max_size=5), min_size=1, max_size=5),
    st.sampled_from(("", "Name", "Email", "Courriel|Remarks", "Prénom|Nom|Unité|Code", "No|Name")),
    st.sampled_from(";,\t|"),
)
def test_nothing_is_dropped(rows: list[list[str]], heads: str, mark: str) -> None:
    """Whatever stands in a list is in an entry, told with it, or told as nobody."""
    lines = [*([heads.replace("|", mark)] if heads else []), *(mark.join(row) for row in rows)]
    pasted = read_people("\n".join(lines))
    kept = " ".join(
        " ".join((one.name, one.email, one.unit, one.organization, *one.unused))
        for one in pasted.entries
    )
    kept = " ".join((kept, *pasted.passed_over))
    for row in rows:
        for word in " ".join(row).split():
            assert word in kept, (lines, pasted)


def test_what_is_beyond_the_columns_is_told() -> None:
    text = "Name;Email;Phone\nSam Okoro;sam@example.org;514 555-0101;likes maps\nTuva Lind;;\n"
    first, second = read_people(text).entries
    assert first.unused == ("Phone: 514 555-0101", "likes maps")
    assert second.unused == ()
    (entry,) = read_people("Sam Okoro, Gauges, Trust, Montréal, Québec").entries
    assert entry.unused == ("Montréal", "Québec")
    (entry,) = read_people("Name;Email\nSam Okoro;sam@example.org, s@example.com").entries
    assert (entry.email, entry.unused) == ("sam@example.org", ("s@example.com",))


@pytest.mark.parametrize(
    ("text", "guess"),
    [
        ("Sam\tOkoro\nTuva\tLind", ["first", "last"]),
        ("Okoro, Sam\nLind, Tuva", ["last", "first"]),
        ("Sam Okoro\tGauges\nTuva Lind\tMaps", ["name", "unit"]),
        ("Sam Okoro, Tuva Lind, Owen Brandt", ["name", "name", "name"]),
        ("Sam\tOkoro\tsam@example.org", ["first", "last", "email"]),
    ],
)
def test_columns_that_nothing_tells_apart_are_asked_about(text: str, guess: list[str]) -> None:
    pasted = read_people(text)
    assert pasted.asks
    assert [column.use for column in pasted.columns] == guess
    assert not read_people(text, dict(enumerate(guess))).asks


def test_what_a_person_says_of_the_columns_goes_first() -> None:
    text = "Sam Okoro\tGauges\nTuva Lind\tMaps"
    said = read_people(text, {0: "name", 1: "organization"})
    assert [(one.name, one.unit, one.organization) for one in said.entries] == [
        ("Sam Okoro", "", "Gauges"),
        ("Tuva Lind", "", "Maps"),
    ]
    said = read_people("Name;Alias\nOkoro;Sam", {0: "last", 1: "first"})
    assert names(said) == ["Sam Okoro"]
    said = read_people(text, {0: "name", 1: ""})
    assert said.entries[0].unused == ("Gauges",)


def test_no_name_is_made_while_words_are_unread() -> None:
    """A column whose heading says nothing, beside addresses, may hold the names."""
    text = "Email;Who\nsam@example.org;Sam Okoro\ntuva@example.org;Tuva Lind"
    pasted = read_people(text)
    assert pasted.asks
    assert names(pasted) == ["Sam Okoro", "Tuva Lind"]
    text = "Email;Remarks\nsam@example.org;comes late\ntuva@example.org;"
    pasted = read_people(text)
    assert pasted.asks
    assert [entry.trouble for entry in pasted.entries] == ["name-unread", ""]
    assert [entry.name for entry in pasted.entries] == ["", "Tuva"]


def test_a_quote_left_open_swallows_nobody() -> None:
    text = 'Name;Email\n"Sam Okoro;sam@example.org\nTuva Lind;tuva@example.org'
    assert refusal(lambda: read_people(text)) == "paste-unreadable"


def test_a_long_line_is_read_or_refused_with_a_sentence() -> None:
    addresses = "; ".join(
        f"person.{n:06}.of.the.river.trust@example.org" for n in range(MOST_LINES)
    )
    assert len(addresses) < 131_072
    padded = addresses.replace("; ", ";" + " " * 40)
    assert len(padded) > 131_072
    assert len(read_people(padded).entries) == MOST_LINES
    for long in ("so long " * 100_000, "Name;Email\n" + "so long " * 100_000):
        (entry,) = read_people(long).entries
        assert entry.trouble == "too-long"


@pytest.mark.parametrize("long", ["x, " * 400_000, "x" * 1_000_000, '"' + "x" * 140_000 + '"'])
@pytest.mark.parametrize("heads", ["", "Name;Email\n"])
def test_a_line_that_is_no_list_is_refused_with_a_sentence(heads: str, long: str) -> None:
    assert refusal(lambda: read_people(heads + long)) == "paste-line-long"
