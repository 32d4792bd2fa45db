"""Roles on paper: only a yes is told."""

import pytest

from app.community.holdings import HoldingFields, give_role
from app.kinds.handing_over import thank
from app.kinds.roles import add_own_role, answer, name_and_agree, name_someone, roles_offered
from app.library.rows import Holding
from app.moment import day, months_after
from app.words import Words
from app.workshop.running import Running
from exports.writers.table_widths import TO_WRITE_IN
from tests.exports.making import House
from tests.exports.telling import tables, texts


@pytest.fixture
def asking(house: House) -> Running:
    """A block in which eight roles are offered."""
    return house.enter(house.plan("who-tends-what"))


def name_of(house: House, words: Words, role: str) -> str:
    known = house.catalogue.find_role(role)
    assert known is not None
    return known.in_language(words.language).name


def test_whoever_said_yes_is_told_with_an_end(house: House, words: Words, asking: Running) -> None:
    name_and_agree(house.library, asking, "coordinator", "Ana Ruiz", months=6)
    (table,) = tables(house.reported(asking, words))
    assert table.rows == (
        (name_of(house, words, "coordinator"), "Ana Ruiz", words.day(day("2026-07-15"))),
    )


@pytest.mark.parametrize("said", ["named", "asked", "not-now", "privately"])
def test_no_other_answer_is_told_or_counted(
    house: House, words: Words, asking: Running, said: str
) -> None:
    before = texts(house.reported(asking, words))
    answer(house.library, asking, name_someone(house.library, asking, "bridge", "Ben Osei"), said)
    assert texts(house.reported(asking, words)) == before


def test_a_yes_taken_back_is_told_no_more(house: House, words: Words, asking: Running) -> None:
    naming = name_and_agree(house.library, asking, "bridge", "Ben Osei")
    answer(house.library, asking, naming, "not-now")
    assert "Ben Osei" not in "".join(texts(house.reported(asking, words)))


def test_roles_nobody_took_are_still_open(house: House, words: Words, asking: Running) -> None:
    for role in roles_offered(asking.recipe)[:-1]:
        name_and_agree(house.library, asking, role, "Ana Ruiz")
    said = texts(house.reported(asking, words))
    last = name_of(house, words, roles_offered(asking.recipe)[-1])
    assert said[-1] == words("paper.roles-open", n=1, roles=last)


def test_a_role_held_from_before_is_not_open(house: House, words: Words, asking: Running) -> None:
    person = house.person("Ana Ruiz")
    for ends, role in (("2026-12-31", "bridge"), ("2025-12-31", "sponsor")):
        fields = HoldingFields(
            role=role, person=person.id, starts=day("2025-01-01"), ends=day(ends)
        )
        give_role(house.library, house.community.id, fields)
    (said,) = texts(house.reported(asking, words))
    assert name_of(house, words, "bridge") not in said
    assert name_of(house, words, "sponsor") in said


def test_a_role_of_the_room_s_own_has_its_name_and_its_end(
    house: House, words: Words, asking: Running
) -> None:
    role = add_own_role(house.library, asking, "Keeper of the oil")
    asking = house.now(asking)
    assert "Keeper of the oil" in texts(house.reported(asking, words))[-1]
    name_and_agree(house.library, asking, role, "Ana Ruiz", months=12)
    said = house.reported(asking, words)
    (table,) = tables(said)
    assert table.rows == (("Keeper of the oil", "Ana Ruiz", words.day(day("2027-01-15"))),)
    assert "Keeper of the oil" not in texts(said)[-1]
    assert "own:" not in "".join(texts(said))


def test_a_yes_without_a_holding_is_told_without_an_end(
    house: House, words: Words, asking: Running
) -> None:
    name_and_agree(house.library, asking, "bridge", "Ben Osei")
    with house.library.change("role-remove", house.scope) as writer:
        writer.remove(writer.rows(Holding, role="bridge")[0])
    (table,) = tables(house.reported(asking, words))
    assert table.rows[0][1:] == ("Ben Osei", words("paper.no-end"))


def test_a_worksheet_has_a_row_for_each_role_and_some_more(
    house: House, words: Words, asking: Running
) -> None:
    (sheet,) = tables(list(house.reports["roles"].worksheet(asking.recipe, house.catalogue, words)))
    named = [row[0] for row in sheet.rows if row[0] != TO_WRITE_IN]
    assert named == [name_of(house, words, role) for role in roles_offered(asking.recipe)]
    assert len(sheet.rows) == len(named) + 4
    assert all(row[1:] == (TO_WRITE_IN, TO_WRITE_IN) for row in sheet.rows)


def test_whose_turn_ends_is_thanked_on_paper(house: House, words: Words) -> None:
    """With what was said; what is passed on is for whoever comes next alone."""
    running = house.enter(house.plan("hand-over"))
    on = day(running.workshop.date)
    fields = HoldingFields(
        role="coordinator",
        person=house.person("Noor Haddad").id,
        starts=months_after(on, -12),
        ends=on,
        handover="Book the hall in March.",
    )
    held = give_role(house.library, house.community.id, fields)
    thank(house.library, running, held.id, "Answered every call.")
    first = tables(house.reported(running, words))[0]
    (row,) = first.rows
    assert row[0] == name_of(house, words, "coordinator")
    assert row[1].startswith("Noor Haddad")
    assert row[2] == "Answered every call."
    assert "Book the hall" not in repr(house.reported(running, words))
    thank(house.library, running, held.id, "")
    # Without thanks, no column stands empty.
    (row,) = tables(house.reported(running, words))[0].rows
    assert len(row) == 2
