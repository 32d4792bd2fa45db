"""Which agendas are proposed, in which order, and why: facts."""

from hypothesis import given
from hypothesis import strategies as st

from app.catalogue.agenda_entries import Agenda, AgendaBlock
from app.catalogue.load import load_catalogue
from app.catalogue.proposing import Asked, best_of, propose
from app.resources import resources_folder
from tests.app.workshop.made_agendas import made_agenda, with_agendas

CATALOGUE = load_catalogue(resources_folder())


def asked(**more: object) -> Asked:
    """A launch of three hours."""
    said: dict[str, object] = {"purpose": "launch", "minutes": 180, **more}
    return Asked(**said)  # type: ignore[arg-type]


def made(name: str, *lengths: int, **more: object) -> Agenda:
    """An agenda of so many welcomes, which keep their length."""
    blocks = [AgendaBlock(interlude="welcome", minutes=one) for one in lengths]
    return made_agenda(blocks, id=name, minutes=sum(lengths) + 20, **more)


def ids(*agendas: Agenda, **more: object) -> list[str]:
    """What is proposed of some agendas, in order."""
    return [one.agenda.id for one in propose(with_agendas(CATALOGUE, *agendas), asked(**more))]


def test_what_uses_the_time_comes_first_and_what_is_too_long_last() -> None:
    """Each with its reason."""
    hour, morning, day = made("hour", 50), made("morning", 80, 80), made("day", 80, 80, 80)
    assert ids(day, hour, morning) == ["morning", "hour", "day"]
    (found,) = propose(with_agendas(CATALOGUE, day), asked())
    assert not found.fits
    assert [(one.code, one.n, one.speaks) for one in found.reasons] == [("too-long", 78, False)]


def test_a_stage_the_community_is_at_counts() -> None:
    """Among agendas that fit alike; and it is told which."""
    here = made("here", 80, stages=("renew", "grow"))
    there = made("there", 85, stages=("discover",))
    assert ids(here, there, stages=("grow", "renew")) == ["here", "there"]
    assert ids(here, there, stages=("discover",)) == ["there", "here"]
    (found,) = propose(with_agendas(CATALOGUE, here), asked(stages=("grow", "renew")))
    assert found.reasons[-1].stages == ("renew", "grow")


def test_an_agenda_for_other_numbers_of_people_is_last_and_says_so() -> None:
    """Without a number nothing is said of people."""
    few, many = made("few", 150, least=4, most=12, people=8), made("many", 60)
    assert ids(few, many, people=18) == ["many", "few"]
    assert ids(few, many) == ["few", "many"]
    (found,) = propose(with_agendas(CATALOGUE, few), asked(people=18))
    (against,) = [one for one in found.reasons if not one.speaks]
    assert (against.code, against.least, against.most) == ("other-people", 4, 12)
    # It is begun from all the same where nothing else is there: who comes is not known yet.
    assert best_of((found,)) == found
    assert best_of(propose(with_agendas(CATALOGUE, few), asked(minutes=60))) is None


def test_a_second_half_is_not_begun_with() -> None:
    """What goes on from another agenda comes after those that stand by themselves."""
    whole, half = made("whole", 60, 60), made("half", 60, 60, 60, follows="whole")
    assert ids(half, whole, minutes=200) == ["whole", "half"]


def test_what_is_for_a_case_of_its_own_comes_after_what_suits_anyone() -> None:
    """Nothing says that trust is thin: the plain agenda is begun from, though it uses less time."""
    thin, plain = made("thin", 80, 80, special=True), made("plain", 60, 60)
    assert ids(thin, plain) == ["plain", "thin"]
    for people in (0, 6, 15):
        first = propose(CATALOGUE, asked(minutes=240, people=people))[0]
        assert first.agenda.id == "launch-morning", people


def test_other_purposes_are_not_proposed() -> None:
    """Nothing is better than something else."""
    assert ids(made("launch", 60), purpose="closing") == []


@given(
    st.integers(0, 1440),
    st.integers(0, 500),
    st.lists(st.sampled_from([one.id for one in CATALOGUE.stages]), unique=True),
)
def test_whatever_is_asked_there_is_an_order(minutes: int, people: int, stages: list[str]) -> None:
    """Every agenda of the purpose once, those that fit before the others, with true facts."""
    for purpose in ("launch", "renewal", "gathering"):
        wish = asked(purpose=purpose, minutes=minutes, people=people, stages=tuple(stages))
        found = propose(CATALOGUE, wish)
        wanted = {one.id for one in CATALOGUE.agendas if one.purpose == purpose}
        assert {one.agenda.id for one in found} == wanted
        fits = [one.fits for one in found]
        assert fits == sorted(fits, reverse=True)
        for one in found:
            right = not people or one.agenda.least <= people <= one.agenda.most
            assert one.fits == (right and not one.fit.over)
