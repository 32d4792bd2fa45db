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
    assert times_used(library.reader, "our-word") == [
        PastRun(ours.minutes, 12),
        PastRun(ours.minutes, 34),
    ]
    assert times_used(library.reader, "hopes-and-fears") == [PastRun(other.minutes, 24 * 60 + 1)]
    assert times_used(library.reader, "opening-round") == []


def test_what_was_typed_in_later_from_paper_took_no_time(
    library: Library, catalogue: Catalogue
) -> None:
    """Gone through in no time, four days after: nobody learns from that how long it takes."""
    # Until one in the afternoon: six hours in Greenwich.
    _, workshop = planned(library, catalogue, starts=9 * 60, minutes=240)
    block = add_exercise(library, catalogue, workshop, "our-word")
    quick, slow = block.minutes // 4, block.minutes - 1
    for begun, length, paper in (
        ("2026-01-19T15:00:00.000Z", quick, True),
        ("2026-01-19T15:00:00.000Z", slow, False),
        ("2026-01-15T18:00:00.000Z", quick, False),
        ("2026-01-15T23:30:00.000Z", quick, True),
        ("2026-01-10T15:00:00.000Z", quick, False),
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
