"""Roles: named, asked, agreed; only a yes gives a role, and nothing else is ever counted."""

from datetime import date

import pytest

from app.community import holdings
from app.kinds.roles import (
    Roles,
    add_own_role,
    agreed,
    answer,
    candidates,
    name_and_agree,
    name_someone,
    namings_of,
    own_name,
    set_term,
    state_of,
    unname,
)
from app.library.library import Library
from app.library.rows import Holding, Membership, Naming, Person, Workshop
from app.library.trouble import Trouble
from app.workshop.named_people import suggestions
from app.workshop.planning import scope_of
from app.workshop.running import Running, running_of
from tests.app.kinds.launch import Launch
from tests.app.library.settings import StillMoment


@pytest.fixture
def room(launch: Launch) -> Running:
    """Who tends what, two hours into the day."""
    assert isinstance(launch.library.moment, StillMoment)
    launch.library.moment.pass_by(7200)
    return launch.enter("who-tends-what")


def people(library: Library) -> list[str]:
    """Everybody the library knows."""
    return sorted(person.name for person in library.reader.rows(Person))


def test_named_again_is_named_by_more(library: Library, room: Running) -> None:
    """Whatever the case or the accents; the person is the one the community knows."""
    before = people(library)
    Roles().capture(library, room, "coordinator", "Amélie Desrochers\namelie desrochers")
    (naming,) = namings_of(library.reader, room.run.id, "coordinator")
    assert (naming.by, naming.answer) == (2, "named")
    assert people(library) == before
    library.undo(scope_of(room.workshop))
    assert namings_of(library.reader, room.run.id) == []


def test_a_yes_gives_the_role_until_its_end(library: Library, room: Running) -> None:
    """For the months of the role; another answer takes it back."""
    naming = name_and_agree(library, room, "sponsor", "Tomás Rivera", months=24)
    (held,) = library.reader.rows(Holding)
    assert (held.role, held.starts, held.ends) == ("sponsor", "2026-01-15", "2028-01-15")
    (candidate,) = candidates(library.reader, room, "sponsor")
    assert candidate.holding == held
    answer(library, room, naming, "not-now")
    assert library.reader.rows(Holding) == []
    library.undo(scope_of(room.workshop))
    assert library.reader.rows(Holding) == [held]


def test_a_term_begins_with_the_yes(launch: Launch, library: Library, room: Running) -> None:
    """Held before its day, that is today; what is typed in days later was said on its day."""
    moment = library.moment
    assert isinstance(moment, StillMoment)
    with library.change("test") as writer:
        writer.change(writer.row(Workshop, room.workshop.id), date="2026-02-01")
    early = running_of(library.reader, room.run.id)
    name_and_agree(library, early, "sponsor", "Tomás Rivera", months=12)
    (held,) = library.reader.rows(Holding, role="sponsor")
    assert (held.starts, held.ends) == ("2026-01-15", "2027-01-15")
    moment.pass_by(3600 * 24 * 30)
    name_and_agree(library, early, "bridge", "Ngozi Obi", months=12)
    (held,) = library.reader.rows(Holding, role="bridge")
    assert held.starts == "2026-02-01"


def test_a_term_is_changed(library: Library, room: Running) -> None:
    """To any day from its first on; nobody who did not say yes has one."""
    naming = name_and_agree(library, room, "sponsor", "Tomás Rivera", months=24)
    assert set_term(library, room, naming, date(2026, 7, 15)).ends == "2026-07-15"
    with pytest.raises(Trouble) as backwards:
        set_term(library, room, naming, date(2026, 1, 14))
    assert backwards.value.code == "term-backwards"
    library.undo(scope_of(room.workshop))
    (held,) = library.reader.rows(Holding)
    assert held.ends == "2028-01-15"
    other = name_someone(library, room, "bridge", "Ngozi Obi")
    with pytest.raises(Trouble) as gone:
        set_term(library, room, other, date(2026, 7, 15))
    assert gone.value.code == "gone"


def test_only_a_yes_is_agreed(library: Library, room: Running) -> None:
    """Not now, privately, asked and named are nowhere among those who agreed."""
    for name, said in (("Amélie Desrochers", "yes"), ("Ngozi Obi", "not-now"),
                       ("Tomás Rivera", "privately")):  # fmt: skip
        answer(library, room, name_someone(library, room, "coordinator", name), said)
    (yes,) = agreed(library.reader, room.run.id)
    assert library.reader.row(Person, yes.person).name == "Amélie Desrochers"
    assert len(library.reader.rows(Holding)) == 1


@pytest.mark.parametrize(
    ("answers", "state"),
    [
        ((), "untouched"),
        (("named", "named"), "named"),
        (("named", "not-now"), "asking"),
        (("privately",), "asking"),
        (("asked",), "asking"),
        (("not-now", "not-now"), "vacant"),
        (("not-now", "yes"), "agreed"),
    ],
)
def test_how_far_a_role_has_come(answers: tuple[str, ...], state: str) -> None:
    """From who was named and what they answered."""
    namings = [
        Naming(id=str(at), run="", role="coordinator", person="", answer=said)
        for at, said in enumerate(answers)
    ]
    assert state_of(namings) == state


def test_a_name_typed_wrongly_leaves_nobody_behind(library: Library, room: Running) -> None:
    """Taken away, a person whom only this name made known is forgotten; others stay."""
    before = people(library)
    wrong = name_someone(library, room, "bridge", "Amelia Deroches")
    assert "Amelia Deroches" in people(library)
    unname(library, room, wrong)
    assert people(library) == before
    assert library.reader.count(Membership) == len(before)
    unname(library, room, name_someone(library, room, "bridge", "Ngozi Obi"))
    assert people(library) == before


def test_somebody_new_who_was_named_twice_stays(library: Library, room: Running) -> None:
    """As long as anything else names them."""
    once = name_someone(library, room, "bridge", "Olena Kovalchuk")
    name_someone(library, room, "events-host", "Olena Kovalchuk")
    unname(library, room, once)
    assert "Olena Kovalchuk" in people(library)


def test_somebody_new_who_stands_behind_another_stays(library: Library, room: Running) -> None:
    """A deputy is known by more than the name that was taken away."""
    wrong = name_someone(library, room, "bridge", "Olena Kovalchuk")
    held = name_and_agree(library, room, "events-host", "Amélie Desrochers")
    with library.change("test") as writer:
        (holding,) = writer.rows(Holding, person=held.person)
        writer.change(holding, deputy=wrong.person)
    unname(library, room, wrong)
    assert "Olena Kovalchuk" in people(library)


def test_two_of_one_name_are_told_apart(library: Library, room: Running) -> None:
    """The bare name is refused with nothing changed; what is suggested is understood."""
    with pytest.raises(Trouble) as met:
        name_someone(library, room, "bridge", "Wei Zhang")
    assert met.value.code == "two-of-that-name"
    offered = suggestions(library.reader, room, "wei")
    assert list(offered) == ["Wei Zhang (Forest Inventory)", "Wei Zhang (Hydrography)"]
    naming = name_someone(library, room, "bridge", offered[1])
    member = next(row for row in library.reader.rows(Membership) if row.person == naming.person)
    assert member.unit == "Hydrography"


def test_suggestions_begin_with_what_was_typed(library: Library, room: Running) -> None:
    """Words that begin so, or else hold it, whatever the case and the accents."""
    assert list(suggestions(library.reader, room, "AME")) == ["Amélie Desrochers"]
    assert list(suggestions(library.reader, room, "r")) == ["Tomás Rivera"]
    assert list(suggestions(library.reader, room, "esro")) == ["Amélie Desrochers"]
    assert list(suggestions(library.reader, room, "  ")) == []


def test_a_role_of_ones_own(launch: Launch, library: Library, room: Running) -> None:
    """Offered in this block from then on, empty or not; held under the name it was given."""
    role = add_own_role(library, room, "  Keeper of   the coffee ")
    assert own_name(role) == "Keeper of the coffee"
    assert add_own_role(library, launch.now(room), "Keeper of the coffee") == role
    now = launch.now(room)
    assert Roles().targets(now, library.reader)[-1] == role
    assert Roles().targets(now, library.reader).count(role) == 1
    name_and_agree(library, now, role, "Ngozi Obi")
    (held,) = library.reader.rows(Holding)
    assert (held.role, held.label) == (holdings.OWN, "Keeper of the coffee")
    library.undo(scope_of(room.workshop))
    library.undo(scope_of(room.workshop))
    assert role not in Roles().targets(launch.now(room), library.reader)


@pytest.mark.parametrize("name", ["", " ", "n" * 201])
def test_odd_names_change_nothing(library: Library, room: Running, name: str) -> None:
    """Of a person or of a role."""
    before = people(library)
    with pytest.raises(Trouble):
        name_someone(library, room, "bridge", name)
    with pytest.raises(Trouble):
        add_own_role(library, room, name)
    assert people(library) == before
    assert namings_of(library.reader, room.run.id) == []
