"""The charter on paper: what it holds, in which order, for each state it can be in."""

from datetime import date
from typing import Unpack

import pytest

from app.charter.charter_head import write_head
from app.charter.clauses import rename_section
from app.charter.sections import Described, SectionPlace, describe_section
from app.charter.versions import draft_clauses, record_stances, reserve, withdraw
from app.community.holdings import HoldingFields, end_holding, give_role
from app.library.rows import Holding, Membership
from app.moment import day
from app.words import Words
from app.workshop.attendance import head_count
from exports.page import Bullets, Heading, Panels, Paragraph, Table, paragraph
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import everything, figures, headings, items, tables, texts, under

COUNTS = {"wholehearted": 3, "fine": 2, "reservation": 1, "cannot": 0, "away": 2}


def test_the_sample_charter_holds_every_clause(sample: House, words: Words) -> None:
    said = everything(sample.page("charter", words))
    clauses = draft_clauses(sample.library.reader, sample.community.id)
    assert {one.section for one in clauses} >= {"purpose", "agreement", "rhythm", "out-of-scope"}
    for clause in clauses:
        for line in clause.text.split("\n"):
            assert all(cell in said for cell in line.split("\t"))


def test_its_sections_are_numbered_in_the_catalogue_s_order(sample: House, words: Words) -> None:
    page = sample.page("charter", words)
    parts = [one for one in page.pieces if isinstance(one, Heading) and one.level == 2]
    assert [one.number for one in parts] == list(range(1, 19))
    told = [one.in_language(words.language).heading for one in sample.catalogue.sections]
    assert parts.pop().text == words("paper.why-version")
    assert [told.index(one.text) for one in parts] == sorted(told.index(one.text) for one in parts)
    # The purpose is the letter's opening, not a section of it.
    lead = [one for one in page.pieces if isinstance(one, Paragraph) and one.style == "lead"]
    assert "".join(texts(lead)).startswith("Together we make sure")


def test_what_is_in_and_out_stands_side_by_side(sample: House, words: Words) -> None:
    (panels,) = [one for one in sample.page("charter", words).pieces if isinstance(one, Panels)]
    ours, others = panels.panels
    assert ours.title == {"en": "Ours", "fr": "Ce qui est à nous"}[words.language]
    assert ours.lines[0] == "Sources that disagree, and how we choose between them"
    assert others.lines[-1] == "One standard for all units: not now"
    assert {ours.tone, others.tone} == {"teal", "sunk"}


def test_long_lists_of_what_is_in_and_out_stand_one_above_the_other(
    house: House, words: Words
) -> None:
    house.clause("in-scope", "\n".join(f"line {number}" for number in range(13)), form="list")
    house.clause("out-of-scope", "railways", form="list")
    found = [one for one in house.page("charter", words).pieces if isinstance(one, Panels)]
    assert [len(one.panels) for one in found] == [1, 1]
    assert [one.panels[0].lines[-1] for one in found] == ["line 12", "railways"]


def test_who_holds_what_is_told_on_the_day_it_was_agreed(
    sample_to_change: House, words: Words
) -> None:
    before = sample_to_change.page("charter", words)
    held = sample_to_change.library.reader.rows(
        Holding, community=sample_to_change.community.id, role="bridge"
    )
    end_holding(sample_to_change.library, held[0].id, day("2026-02-01"))
    heading = sample_to_change.catalogue.find_section("roles")
    assert heading is not None
    (table,) = tables(under(before.pieces, heading.in_language(words.language).heading))
    assert ["Amélie Desrochers" in row for row in table.rows].count(True) == 1
    # Ended two weeks later: held then all the same, and the date is the true one.
    (later,) = tables(
        under(
            sample_to_change.page("charter", words).pieces,
            heading.in_language(words.language).heading,
        )
    )
    bridge = next(row for row in later.rows if row[1] == "Hélène Vaillancourt")
    assert bridge[2] == words.day(day("2026-02-01"))
    assert len(later.rows) == len(table.rows)


def test_our_word_is_told_with_its_counts_and_reservations(sample: House, words: Words) -> None:
    page = sample.page("charter", words)
    inside = under(page.pieces, {"en": "Our word", "fr": "Notre parole"}[words.language])
    assert texts(inside)[0].startswith("We agree to try this charter as it stands")
    (figure,) = figures(inside)
    assert [row[1] for row in figure.table.rows] == ["11", "4", "2", "0", "1"]
    assert "11" in figure.alternative
    kept = items(inside)
    assert len(kept) == 2
    assert (
        words(
            "paper.quoted",
            text="I can live with it as long as nobody begins to call it a standard.",
        )
        in kept
    )
    assert words.day(day("2026-07-15")) in "".join(texts(inside))


def test_an_empty_charter_says_so(house: House, words: Words) -> None:
    page = house.page("charter", words)
    said = texts(page.pieces)
    assert said == [
        words("paper.draft"),
        "Lantern Makers",
        words("paper.status-draft"),
        words("paper.nothing-yet"),
    ]
    assert page.title == words("paper.charter-draft-foot", community="Lantern Makers")


def test_the_draft_leaves_out_whose_time_is_over(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    over, now = house.person("Ana Before"), house.person("Ben Now")
    for person, ends in ((over, "2025-12-31"), (now, "2026-12-31")):
        fields = HoldingFields(
            role="coordinator", person=person.id, starts=day("2025-01-01"), ends=day(ends)
        )
        give_role(house.library, house.community.id, fields)
    (table,) = tables(house.page("charter", words).pieces)
    assert [row[1] for row in table.rows] == ["Ben Now"]


def test_a_role_of_their_own_and_a_deputy_are_named(house: House, words: Words) -> None:
    one, other = house.person("Ana Ruiz"), house.person("Ben Osei")
    fields = HoldingFields(
        role="own",
        label="Keeper of the oil",
        person=one.id,
        deputy=other.id,
        starts=day("2026-01-02"),
    )
    give_role(house.library, house.community.id, fields)
    house.clause("purpose", "To keep the lamps lit.")
    house.propose()
    (table,) = tables(house.page("charter", words).pieces)
    assert table.rows == (
        (
            "Keeper of the oil",
            words("paper.with-deputy", name="Ana Ruiz", deputy="Ben Osei"),
            words("paper.no-end"),
        ),
    )


@pytest.mark.parametrize("status", ["proposed", "agreed", "replaced", "withdrawn"])
def test_every_status_has_its_line(house: House, words: Words, status: str) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    version = house.propose()
    if status == "withdrawn":
        withdraw(house.library, house.scope, version)
    elif status != "proposed":
        house.agree(version, COUNTS)
    if status == "replaced":
        house.clause("norms", "Nobody sits in the dark.")
        house.agree(house.propose("2026-02-01"), COUNTS)
    page = house.page("charter", words, version=1)
    line = texts(page.pieces)[2]
    date = words.day(day("2026-01-15"))
    assert line.startswith(words(f"paper.status-{status}", date=date))
    until = words("paper.until-date", date=words.day(day("2026-09-30")))
    assert (until in line) is (status == "agreed")
    assert texts(page.pieces)[0] == words("paper.charter-version", n=1)


def test_without_a_number_it_is_the_latest_that_stands(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose(), COUNTS)
    house.clause("norms", "Nobody sits in the dark.")
    second = house.propose("2026-02-01")
    assert "Nobody sits" in everything(house.page("charter", words))
    withdraw(house.library, house.scope, second)
    page = house.page("charter", words)
    assert page.title == words("paper.charter-foot", community="Lantern Makers", n=1)
    assert "Nobody sits" not in everything(page)
    assert "Nobody sits" in everything(house.page("charter", words, version=2))


def test_when_all_were_set_aside_it_is_the_draft(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    withdraw(house.library, house.scope, house.propose())
    assert house.page("charter", words).title == words(
        "paper.charter-draft-foot", community="Lantern Makers"
    )


def test_a_version_that_is_not_there_is_no_page(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.propose()
    with pytest.raises(KeyError):
        house.page("charter", words, version=2)


def test_the_second_version_says_what_changed(house: House, words: Words) -> None:
    kept, changed, gone = (
        house.clause("purpose", "To keep the lamps lit."),
        house.clause("practice", "We trim wicks."),
        house.clause("Songs we know", "The long one."),
    )
    house.agree(house.propose(reason="The first one"), COUNTS)
    house.clause("norms", "Nobody sits in the dark.")
    house.change(changed, text="We trim wicks on Mondays.")
    rename_section(house.library, house.scope, "Songs we know", "Songs")
    assert kept.id != gone.id
    house.propose("2026-03-01", reason="Because Mondays suit everybody")
    heading = {
        "en": "What changed since the last version",
        "fr": "Ce qui a changé depuis la dernière version",
    }
    inside = texts(under(house.page("charter", words).pieces, heading[words.language]))
    name = {one.id: one.in_language(words.language).name for one in house.catalogue.sections}
    assert inside == [
        words("paper.changes-since", n=1),
        "Because Mondays suit everybody",
        words("paper.change-new", sections=words.series([name["norms"], "Songs"])),
        words("paper.change-edited", sections=name["practice"]),
        words("paper.change-gone", sections="Songs we know"),
    ]
    first = house.page("charter", words, version=1)
    assert heading[words.language] not in headings(first.pieces)


def test_changes_are_told_against_the_last_version_that_stood(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.agree(house.propose(), COUNTS)
    norms = house.clause("norms", "Nobody sits in the dark.")
    withdraw(house.library, house.scope, house.propose("2026-02-01"))
    house.change(norms, text="Nobody walks in the dark.")
    house.propose("2026-03-01")
    said = texts(house.page("charter", words).pieces)
    assert words("paper.changes-since", n=1) in said
    known = house.catalogue.find_section("norms")
    assert known is not None
    name = known.in_language(words.language).name
    assert words("paper.change-new", sections=name) in said


def test_clauses_are_told_in_their_form_under_their_own_heading(house: House, words: Words) -> None:
    house.clause("practice", "First.\n\nSecond.", heading="On Mondays")
    house.clause("practice", "one\ntwo", form="list")
    house.clause("questions", "Why?\nHow?", form="list")
    pieces = house.page("charter", words).pieces
    known = house.catalogue.find_section("practice")
    assert known is not None
    inside = under(pieces, known.in_language(words.language).heading)
    assert texts(inside) == ["On Mondays", "First.", "Second.", "one", "two"]
    assert isinstance(inside[0], Paragraph)
    assert inside[0].spans[0].strong
    lists = [one for one in pieces if isinstance(one, Bullets)]
    assert [(texts([one]), one.ordered) for one in lists] == [
        (["Why?", "How?"], True),
        (["one", "two"], False),
    ]


def test_a_table_with_odd_cells_loses_nothing(house: House, words: Words) -> None:
    house.clause(
        "rhythm", "Evening\tMonthly\tTwo hours\tAll\tand more\nWalk\n\t\t\t\n\tYearly", form="table"
    )
    (table,) = tables(house.page("charter", words).pieces)
    known = house.catalogue.find_section("rhythm")
    assert known is not None
    columns = known.in_language(words.language).columns
    assert table.heads == (*(columns[one] for one in known.columns), "")
    assert table.rows == (
        ("Evening", "Monthly", "Two hours", "All", "and more"),
        ("Walk", "", "", "", ""),
        ("", "Yearly", "", "", ""),
    )


def test_sections_of_their_own_stand_before_our_word(house: House, words: Words) -> None:
    house.clause("agreement", "We try it.")
    house.clause("Songs we know", "The long one.\tThe short one.", form="table")
    house.clause("Smoke", "Outside.")
    house.clause("why-now", "The nights are long.")
    pieces = house.page("charter", words).pieces
    known = {one.id: one.in_language(words.language).heading for one in house.catalogue.sections}
    assert headings(pieces) == [known["why-now"], "Songs we know", "Smoke", known["agreement"]]
    (table,) = tables(pieces)
    assert table.heads == ("", "")


def test_a_purpose_of_another_form_is_told_all_the_same(house: House, words: Words) -> None:
    house.clause("purpose", "light\nwarmth", form="list", heading="What we give")
    house.clause("in-scope", "Lamps\tCandles", form="table", heading="Ours alone")
    pieces = house.page("charter", words).pieces
    assert texts(pieces)[3:6] == ["What we give", "light", "warmth"]
    (table,) = tables(pieces)
    assert table.rows == (("Lamps", "Candles"),)


def test_what_is_only_in_a_panel_has_its_section(house: House, words: Words) -> None:
    house.clause("in-scope", "Fireworks", form="list")
    pieces = house.page("charter", words).pieces
    known = house.catalogue.find_section("domain")
    assert known is not None
    assert headings(pieces) == [known.in_language(words.language).heading]
    assert "Fireworks" in texts(pieces)


def test_stances_without_anybody_in_the_room(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    version = house.propose()
    record_stances(house.library, house.scope, version, {"away": 4})
    pieces = house.page("charter", words).pieces
    assert not figures(pieces)
    assert words("stances.count.away", n=4) in texts(pieces)[2]
    reserve(house.library, house.scope, version, "Not without a lamp")
    said = texts(house.page("charter", words).pieces)
    assert words("paper.quoted", text="Not without a lamp") in said


def test_half_of_those_asked_are_not_all_of_them(house: House, words: Words) -> None:
    """It is said of how many the figure is; where all took a stance, nothing is left to say."""
    house.clause("purpose", "To keep the lamps lit.")
    for name in ("Ana Lima", "Kofi Boateng", "Linh Tran", "Noor Haddad"):
        one = house.person(name)
        house.put(Membership(id=one.id, person=one.id, community=house.community.id))
    version = house.propose()
    for fine, told in ((2, True), (4, False)):
        record_stances(house.library, house.scope, version, {"fine": fine})
        said = words("paper.took-a-stance", n=fine, of=4)
        assert (said in texts(house.page("charter", words).pieces)) == told


def test_a_version_nobody_was_asked_about_has_no_word(house: House, words: Words) -> None:
    house.clause("purpose", "To keep the lamps lit.")
    house.propose()
    pieces = house.page("charter", words).pieces
    assert headings(pieces, 2) == []
    assert headings(pieces, 3) == []
    assert pieces[-1] == paragraph("To keep the lamps lit.", "lead")


def test_a_version_says_which_workshop_it_came_of_and_how_many_were_there(
    house: House, words: Words
) -> None:
    house.clause("purpose", "To fly kites.")
    version = house.propose(here=True)
    bare = words("paper.worked-out-bare", title=house.workshop.title)
    assert bare in everything(house.page("charter", words, version=version.number))
    head_count(house.library, house.workshop, 18)
    told = words("paper.worked-out", title=house.workshop.title, n=18)
    assert told in everything(house.page("charter", words, version=version.number))
    house.agree(version, {"wholehearted": 6})
    house.clause("purpose", "To mend them.")
    alone = house.propose()
    assert house.workshop.title not in everything(
        house.page("charter", words, version=alone.number)
    )


def test_tables_never_grow_beside_the_heads(house: House, words: Words) -> None:
    house.clause("boundaries", "One", form="table")
    (table,) = [one for one in house.page("charter", words).pieces if isinstance(one, Table)]
    assert len(table.heads) == 3
    assert table.rows == (("One", "", ""),)


def test_a_government_s_terms_keep_their_order_heads_and_rules(house: House, words: Words) -> None:
    """Own headings and columns, what is taken over or differs, an empty heading, lines to sign."""
    house.clause("Secretariat", "The archives keep the minutes.")
    house.clause("belonging", "Chair\tNorth\t2026", form="table")
    house.clause("review", "Twice a year.")
    own = SectionPlace("Secretariat", own=True)
    shown = [own, SectionPlace("belonging"), SectionPlace("review")]

    def describe(section: str, **said: Unpack[Described]) -> None:
        describe_section(house.library, house.scope, shown, section, **said)

    describe("belonging", title="Members", columns=("Seat", "Held by", "Since"))
    describe("review", rule="differs", parent_rule="Every year.", reason="We move fast.")
    describe("Secretariat", rule="inherited")
    said = {"title": "Terms of reference", "parent_body": "The Ministry", "voters": "Members"}
    write_head(
        house.library, house.scope, **said, approver="The director", quorum=7, signatures=True,
        renew_on=date(2027, 4, 1),
    )  # fmt: skip
    version = house.propose()
    pieces = house.page("charter", words, version=version.number).pieces
    review = house.catalogue.section("review").in_language(words.language).heading
    names = headings(pieces)
    assert names[:3] == ["Secretariat", "Members", review]
    told = everything(house.page("charter", words, version=version.number))
    day = words.day(date(2027, 4, 1))
    for text in ("Terms of reference", "The Ministry", "Every year.", "We move fast.", "7", day):
        assert text in told
    members, signed = tables(pieces)
    assert members.heads == ("Seat", "Held by", "Since")
    cells = {cell for row in signed.rows for cell in row}
    assert cells == {"The director", TO_WRITE_IN}
