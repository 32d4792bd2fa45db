"""Founding, describing and ending a community; what is refused, and that nothing is written."""

import re
from functools import partial
from typing import NoReturn

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.community.attention import reminders_of
from app.community.communities import (
    CommunityFields,
    archive_community,
    bring_back_community,
    create_community,
    delete_community,
    edit_community,
    fields_of,
)
from app.community.facts import gather
from app.community.overview import home_line
from app.community.states import record_state, reopen_community
from app.community.today import known_zone, today_in, zone_of, zones
from app.folding import fold
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community
from app.library.trouble import Trouble
from app.typed_text import required_name, visible
from tests.app.community.village import NOW, TODAY, found, refusal


def test_a_community_is_kept_as_it_was_said(library: Library) -> None:
    fields = CommunityFields(
        name="  Eau\n claire 🌊 ",
        sentence="<b>We</b> & the river",
        organization="Ville de Rive-Haute",
        language="fr",
        zone="America/Toronto",
        notes="one\r\ntwo",
    )
    made = create_community(library, fields)
    assert made.name == "Eau claire 🌊"
    assert made.sentence == "<b>We</b> & the river"
    assert made.notes == "one\ntwo"
    assert library.reader.row(Community, made.id) == made
    assert fields_of(made).zone == "America/Toronto"


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "name-missing"), (" \t\n", "name-missing"), ("\u200b\u200d", "name-missing")],
)
def test_a_name_that_cannot_be_seen_is_refused(library: Library, name: str, code: str) -> None:
    with pytest.raises(Trouble) as met:
        create_community(library, CommunityFields(name=name))
    assert met.value.code == code
    assert library.reader.count(Community) == 0


def test_ten_thousand_characters_are_refused_and_nothing_changes(
    library: Library, community: Community
) -> None:
    for fields in (
        CommunityFields(name="x" * 10_000),
        CommunityFields(name="x", sentence="y" * 10_000),
        CommunityFields(name="x", notes="z" * 10_000),
    ):
        with pytest.raises(Trouble) as met:
            edit_community(library, community.id, fields)
        assert met.value.code == "too-long"
        assert met.value.facts["length"] == 10_000
    assert library.reader.row(Community, community.id) == community


def test_a_zone_nobody_knows_is_refused(library: Library) -> None:
    with pytest.raises(Trouble, match="zone-unknown"):
        create_community(library, CommunityFields(name="x", zone="Europe/Atlantis"))


def test_a_nul_character_is_refused_with_nothing_written(library: Library) -> None:
    with pytest.raises(Trouble, match="nul-character"):
        create_community(library, CommunityFields(name="x\0y"))
    assert library.reader.count(Community) == 0


def test_ending_keeps_everything_and_can_be_undone(library: Library, community: Community) -> None:
    assert record_state(library, community.id, TODAY, "closed").ended == "2025-11-12"
    library.undo(Scope(community.id))
    assert library.reader.row(Community, community.id).ended is None
    library.redo(Scope(community.id))
    assert reopen_community(library, community.id).ended is None


def test_what_was_put_away_is_asked_nothing_and_comes_back(
    library: Library, community: Community
) -> None:
    assert archive_community(library, community.id, TODAY).archived == "2025-11-12"
    (facts,) = gather(library.reader, NOW)
    assert facts.resting
    assert reminders_of(facts) == []
    assert home_line(facts).rests == "archived"
    assert bring_back_community(library, community.id).archived is None
    (facts,) = gather(library.reader, NOW)
    assert reminders_of(facts) != []


def test_a_community_is_deleted_from_home_and_undone_there(
    library: Library, community: Community
) -> None:
    going = delete_community(library, community.id)
    assert going.count(Community) == 1
    assert library.reader.count(Community) == 0
    assert library.undo(Scope()).label == "community-delete"
    assert library.reader.rows(Community) == [community]


def test_founding_is_undone_from_home(library: Library) -> None:
    found(library)
    library.undo(Scope())
    assert library.reader.count(Community) == 0


def test_today_is_the_communitys_own() -> None:
    assert today_in("Pacific/Auckland", NOW).day == 13
    assert today_in("America/Montreal", NOW).day == 12
    assert zone_of("No/Where") == zone_of("")
    assert "America/Toronto" in zones()
    assert zones()[-1] == "UTC"


def test_a_zone_is_known_with_and_without_those_that_come_with_hearth(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Where Hearth came without any, the machine's own count."""
    for _ in range(2):
        assert known_zone(" America/Toronto ") == "America/Toronto"
        for unknown in ("", "america/toronto", "No/Where", "../UTC"):
            assert refusal(partial(known_zone, unknown)) == "zone-unknown"
        monkeypatch.setattr("importlib.resources.files", came_without)


def came_without(package: str) -> NoReturn:
    """A package that was left out."""
    raise ModuleNotFoundError(package)


@given(st.text(st.characters(exclude_categories=())))
def test_a_name_is_refused_or_shows_something(text: str) -> None:
    code = refusal(lambda: required_name(text))
    assert code in {"", "name-missing", "too-long", "nul-character", "broken-character"}
    if not code:
        name = required_name(text)
        assert visible(name)
        assert name.splitlines() == [name.strip()] == [required_name(name)], (
            "on one line, to its ends"
        )
        assert not re.search(r"\s\s", name)


def test_folding_forgets_case_accents_and_spaces() -> None:
    assert fold(" CÔTÉ,  Ian-Éloi ") == fold("Cote Ian Eloi")
    assert fold("Ivan") != fold("Ivana")
