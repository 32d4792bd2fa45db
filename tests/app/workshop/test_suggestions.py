"""Suggestions: each with a true reason, never what is there already, best reasons first."""

from app.catalogue.catalogue import Catalogue
from app.workshop.suggestions import suggest


def test_every_suggestion_has_a_true_reason(catalogue: Catalogue) -> None:
    """A purpose it is made for, a stage the community lives in and it is for, or both."""
    found = suggest(catalogue, "check-up", {"put-to-work"}, ())
    assert found
    for one in found:
        assert one.purpose or one.stage
        assert not one.purpose or one.purpose in one.exercise.purposes
        assert not one.stage or one.stage in one.exercise.stages
    assert {one.purpose for one in found} == {"check-up", ""}


def test_the_best_reasons_come_first(catalogue: Catalogue) -> None:
    """Both, then the purpose, then the stage; within each in the catalogue's order."""
    found = suggest(catalogue, "check-up", {"put-to-work"}, ())
    ranks = [(not one.purpose, not one.stage) for one in found]
    assert ranks == sorted(ranks)
    order = [one.id for one in catalogue.exercises]
    both = [order.index(one.exercise.id) for one in found if one.purpose and one.stage]
    assert both == sorted(both)
    assert len(both) > 1


def test_what_is_there_already_or_not_for_so_many_is_left_out(catalogue: Catalogue) -> None:
    """Used exercises, and those not made for a room of sixty or of two."""
    whole = {one.exercise.id for one in suggest(catalogue, "launch", (), ())}
    assert whole == {one.id for one in catalogue.exercises if "launch" in one.purposes}
    without = suggest(catalogue, "launch", (), {"our-word"})
    assert {one.exercise.id for one in without} == whole - {"our-word"}
    for people in (2, 60):
        for one in suggest(catalogue, "launch", (), (), people):
            assert one.exercise.people.least <= people <= one.exercise.people.most
    too_many = max(one.people.most for one in catalogue.exercises) + 1
    assert suggest(catalogue, "launch", (), (), too_many) == ()


def test_without_reason_there_is_no_suggestion(catalogue: Catalogue) -> None:
    """An unknown purpose and no stage suggest nothing."""
    assert suggest(catalogue, "birthday", (), ()) == ()
