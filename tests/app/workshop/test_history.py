"""What an exercise took before."""

from datetime import timedelta

from app.catalogue.catalogue import Catalogue
from app.library.library import Library
from app.library.rows import Run
from app.moment import instant, stamp
from app.workshop.history import PastRun, times_used, typed_in_later
from app.workshop.planning import add_exercise, scope_of
from tests.app.community.village import NOW
from tests.app.workshop.plans import planned


def test_ended_runs_are_counted_the_latest_first(library: Library, catalogue: Catalogue) -> None:
    """One still going on is not; neither is another exercise."""
    _, workshop = planned(library, catalogue)
    ours = add_exercise(library, catalogue, workshop, "our-word")
    other = add_exercise(library, catalogue, workshop, "hopes-and-fears")
    runs = (
        (ours.id, 0, timedelta(minutes=33, seconds=40)),
        (ours.id, 60, timedelta(minutes=12)),
        (ours.id, 120, None),
        (other.id, 180, timedelta(days=1, minutes=1)),
    )
    with library.change("block-enter", scope_of(workshop)) as rows:
        for block, after, length in runs:
            begun = NOW + timedelta(minutes=after)
            rows.add(
                Run(
                    id=library.moment.new_id(),
                    block=block,
                    started=stamp(begun),
                    ended=None if length is None else stamp(begun + length),
                )
            )
    usual = catalogue.exercise("hopes-and-fears").minutes.usual
    assert times_used(library.reader, "our-word") == [PastRun(15, 12), PastRun(15, 34)]
    assert times_used(library.reader, "hopes-and-fears") == [PastRun(usual, 24 * 60 + 1)]
    assert times_used(library.reader, "opening-round") == []


def test_what_was_typed_in_later_from_paper_took_no_time(
    library: Library, catalogue: Catalogue
) -> None:
    """Gone through in four minutes, four days after: nobody learns from that how long it takes."""
    _, workshop = planned(library, catalogue)
    block = add_exercise(library, catalogue, workshop, "our-word")
    for begun, length, paper in (
        ("2026-01-19T15:00:00.000Z", 4, True),
        ("2026-01-19T15:00:00.000Z", 14, False),
        ("2026-01-15T18:00:00.000Z", 4, False),
        ("2026-01-15T23:30:00.000Z", 4, True),
        ("2026-01-10T15:00:00.000Z", 4, False),
    ):
        ended = stamp(instant(begun) + timedelta(minutes=length))
        run = Run(id=library.moment.new_id(), block=block.id, started=begun, ended=ended)
        with library.change("block-enter", scope_of(workshop)) as rows:
            rows.add(run)
        assert typed_in_later(library.reader, workshop.id) is paper, begun
        assert bool(times_used(library.reader, "our-word")) is not paper
        with library.change("block-leave", scope_of(workshop)) as rows:
            rows.remove(run)
    assert not typed_in_later(library.reader, workshop.id)
