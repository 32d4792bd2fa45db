"""Replies in bulk: counts that add up, names only where people wish it, nothing said is lost."""

from collections import Counter
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from app.charter.agreement_rules import ChosenRule, choose_rule, rule_of_version
from app.charter.asked_sections import section_key
from app.charter.clauses import add_clause
from app.charter.replies import (
    Reply,
    enter_replies,
    named_positions,
    not_yet,
    section_stances,
    who_may_reply,
)
from app.charter.versions import REPLIED, agree, agreement_of, propose, stances_round
from app.charter.whole_told import POSITIONS
from app.library.charter_rows import NamedPosition
from app.library.journal import Scope
from app.library.library import Library
from app.library.private import tallies_of
from app.library.rows import TABLES, Answered, Community, Reservation, Version
from app.library.trouble import Trouble
from app.workshop.rounds import STANCES
from tests.app.community.village import found, joins, new_library

PEOPLE = ("Nora Singh", "Wei Zhang", "Ana Costa", "Omar Haddad", "Inès Roy")
OWN = "Our fire days"
SECTIONS = ("purpose", OWN)
KNOWS_PEOPLE = frozenset(("person", "membership", "answered"))


def proposed(library: Library, community: Community) -> Version:
    """A charter of two sections, one of them its own, that people are asked about."""
    scope = Scope(community.id)
    for name in PEOPLE:
        joins(library, community, name)
    for section in SECTIONS:
        add_clause(library, scope, section, f"What we say of {section}.")
    return propose(library, scope, date="2026-01-15", language="en")


@st.composite
def replies(draw: st.DrawFn) -> list[tuple[int | None, Reply]]:
    """Replies of some of the five people and of others; the number says which of the five."""
    known = draw(st.permutations(range(len(PEOPLE))))
    found: list[tuple[int | None, Reply]] = []
    for at in range(draw(st.integers(1, 8))):
        who = known[at] if at < len(known) and draw(st.booleans()) else None
        sections = draw(st.dictionaries(st.sampled_from(SECTIONS), st.sampled_from(POSITIONS)))
        said = draw(st.sampled_from(("", f"Not on Fridays ({at}).")))
        named = who is not None and draw(st.booleans())
        whole = draw(st.sampled_from(STANCES))
        found.append((who, Reply(whole, sections, said, named=named)))
    return found


@settings(max_examples=25, deadline=None)
@given(replies(), st.integers(1, 4))
def test_whatever_is_entered_adds_up_and_names_nobody(
    entered: Sequence[tuple[int | None, Reply]], parts: int
) -> None:
    """Counts are those of the replies, all reservations are kept, and a name stands in a table only
    where it was known before, or where its bearer wished it."""
    with TemporaryDirectory() as folder, closing(new_library(Path(folder))) as library:
        community = found(library)
        version, scope = proposed(library, community), Scope(community.id)
        ids = [one.id for one in who_may_reply(library.reader, version)]
        given_in = [
            Reply(
                one.whole,
                one.sections,
                one.reservation,
                None if who is None else ids[who],
                one.named,
            )
            for who, one in entered
        ]
        for at in range(0, len(given_in), parts):
            enter_replies(library, scope, version, given_in[at : at + parts])
        _add_up(library, version, given_in)
        _names_nobody(library, given_in, ids)
        closed = agree_if_counted(library, scope, version)
        if closed:
            _add_up(library, version, given_in)
            _names_nobody(library, given_in, ids)
            assert library.reader.rows(Answered) == []


def agree_if_counted(library: Library, scope: Scope, version: Version) -> bool:
    """Give the word where anybody took a position."""
    known = agreement_of(library.reader, version.id)
    if known is None or not known.counted:
        return False
    agree(library, scope, version, "2026-07-15")
    return True


def _add_up(library: Library, version: Version, entered: Sequence[Reply]) -> None:
    asked = stances_round(library.reader, version.id)
    assert asked is not None
    counts = {(one.item, one.value): one.number for one in tallies_of(library.reader, asked.id)}
    wanted = Counter((item, one.whole) for one in entered for item in ("", REPLIED))
    for one in entered:
        wanted.update((section_key(section), at) for section, at in one.sections.items())
    assert counts == dict(wanted)
    kept = Counter(one.text for one in library.reader.rows(Reservation, version=version.id))
    assert kept == Counter(one.reservation for one in entered if one.reservation)


def _names_nobody(library: Library, entered: Sequence[Reply], ids: Sequence[str]) -> None:
    wished = {one.person for one in entered if one.named}
    for table in TABLES:
        if table in KNOWS_PEOPLE:
            continue  # what who is known, and who answered, is kept in
        cells = {
            str(cell) for row in library.reader.cells(f"SELECT * FROM {table}") for cell in row
        }
        assert {one for one in ids if one in cells} <= wished, table
    assert {one.person for one in library.reader.rows(NamedPosition)} <= wished
    assert {one.said_by for one in library.reader.rows(Reservation)} <= {None, *wished}


def test_who_has_not_answered_is_told_and_never_counted(
    library: Library, scope: Scope, community: Community
) -> None:
    """By name where the names are known; nothing of it is left once the word is given."""
    version = proposed(library, community)
    nora, wei = (_id(library, version, name) for name in PEOPLE[:2])
    entered = [Reply("fine", person=nora), Reply("cannot", person=wei), Reply("wholehearted")]
    enter_replies(library, scope, version, entered)
    told = not_yet(library.reader, version)
    assert (told.answered, told.asked, told.unnamed) == (3, 5, 1)
    assert [one.name for one in told.people] == ["Ana Costa", "Inès Roy", "Omar Haddad"]
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert known.counted == 3
    agreed = agree(library, scope, version, "2026-07-15")
    told = not_yet(library.reader, agreed)
    assert (told.answered, told.asked, told.people) == (3, 5, ())


def test_somebody_answers_once(library: Library, scope: Scope, community: Community) -> None:
    """Whether before or in the same part; nothing is counted then, nothing is kept twice."""
    version = proposed(library, community)
    nora = _id(library, version, "Nora Singh")
    twice = [Reply("fine", person=nora), Reply("cannot", reservation="No.", person=nora)]
    with pytest.raises(Trouble) as trouble:
        enter_replies(library, scope, version, twice)
    assert (trouble.value.code, trouble.value.facts["name"]) == ("reply-twice", "Nora Singh")
    assert agreement_of(library.reader, version.id) is None
    enter_replies(library, scope, version, twice[:1])
    assert "Nora Singh" not in [one.name for one in who_may_reply(library.reader, version)]
    with pytest.raises(Trouble):
        enter_replies(library, scope, version, twice[1:])
    assert library.reader.rows(Reservation) == []


def test_nobody_is_named_without_a_name(
    library: Library, scope: Scope, community: Community
) -> None:
    """A wish to be named needs one."""
    with pytest.raises(Trouble, match="reply-unnamed"):
        enter_replies(library, scope, proposed(library, community), [Reply("fine", named=True)])


def test_while_the_library_is_read_nothing_is_counted_and_nothing_kept_twice(
    library: Library, scope: Scope, community: Community
) -> None:
    """Entered once more, all of it is there once."""
    version = proposed(library, community)
    entered = [Reply("reservation", reservation="Not on Fridays.")]
    with library.snapshot(), pytest.raises(Trouble, match="being-read"):
        enter_replies(library, scope, version, entered)
    assert library.reader.rows(Reservation) == []
    enter_replies(library, scope, version, entered)
    assert [one.text for one in library.reader.rows(Reservation)] == ["Not on Fridays."]
    known = agreement_of(library.reader, version.id)
    assert known is not None
    assert known.counts == {"reservation": 1}


def test_no_small_number_is_told_by_section(
    library: Library, scope: Scope, community: Community
) -> None:
    """Two answers tell nothing; of more, no place has fewer than three, named people apart."""
    version = proposed(library, community)
    nora = _id(library, version, "Nora Singh")
    enter_replies(library, scope, version, [Reply("fine", {OWN: "fine"})] * 2)
    assert section_stances(library.reader, version)[section_key(OWN)].places == ()
    assert section_stances(library.reader, version)[section_key(OWN)].answered == 0
    more = [Reply("fine", {OWN: "cannot"}), Reply("fine", {OWN: "cannot"}, person=nora, named=True)]
    enter_replies(library, scope, version, more)
    told = section_stances(library.reader, version)[section_key(OWN)]
    assert told.named == {nora: "cannot"}
    assert [(one.low, one.high, one.number) for one in told.places] == [(1, 4, 3)]
    assert named_positions(library.reader, version) == {nora: "fine"}


def test_the_rule_stays_with_what_was_agreed_by_it(
    library: Library, scope: Scope, community: Community
) -> None:
    """Another rule chosen later is one for later versions."""
    version = proposed(library, community)
    choose_rule(library, scope, ChosenRule("majority", 3, "members"))
    enter_replies(library, scope, version, [Reply("fine")] * 3)
    agreed = agree(library, scope, version, "2026-07-15")
    choose_rule(library, scope, ChosenRule("unanimity"))
    assert rule_of_version(library.reader, agreed) == ChosenRule("majority", 3, "members")


def _id(library: Library, version: Version, name: str) -> str:
    people = who_may_reply(library.reader, version)
    return next(one.id for one in people if one.name == name)


def test_a_position_that_only_a_later_hearth_knows_is_not_told(
    library: Library, scope: Scope, community: Community
) -> None:
    """It may come in with a community file; the others are told."""
    version = proposed(library, community)
    one, other, *_ = who_may_reply(library.reader, version)
    enter_replies(library, scope, version, [Reply("fine", person=one.id, named=True)])
    with library.change("test", scope) as rows:
        for section in ("", OWN):
            rows.add(
                NamedPosition(
                    id=library.moment.new_id(),
                    version=version.id,
                    person=other.id,
                    section=section,
                    position="a-position-to-come",
                )
            )
    assert named_positions(library.reader, version) == {one.id: "fine"}
    assert section_stances(library.reader, version) == {}
