"""The renewal of the sample: with it, the sample community uses every kind there is."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from app.catalogue.load import load_catalogue
from app.exchange.renewal_play import RenewalPlay, plan_renewal
from app.exchange.renewal_script import read_renewal
from app.exchange.sample import SampleMoment
from app.kinds.table import make_kinds
from app.library.library_check import check
from app.library.opening import open_library
from app.library.rows import Block, Note, RegisterEntry, RhythmEvent, Run, Tie, Workshop
from app.resources import resources_folder
from app.words import LANGUAGES
from app.workshop.running import running_of
from tests.played import import_played_sample

MORNING = datetime(2026, 1, 14, 13, tzinfo=UTC)
MONTHS = 238 * 24 * 60
"""Minutes from the launch to the renewal."""


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_sample_uses_every_kind(tmp_path: Path, language: str) -> None:
    """Played through the functions of the house, in either language, and sound afterwards."""
    catalogue, resources = load_catalogue(resources_folder()), resources_folder()
    clock = SampleMoment(MORNING)
    library = open_library(tmp_path / "library.hearth", clock)
    sample = import_played_sample(
        library, catalogue, resources, language=language, later=clock.go_on
    )
    script = read_renewal(resources, language)
    launch = date.fromisoformat(sample.workshop.date)
    workshop = plan_renewal(library, catalogue, script, sample.community, launch)
    clock.go_on(MONTHS)
    closed = RenewalPlay(library, catalogue, script, workshop, clock.go_on).play()
    reader, kinds = library.reader, make_kinds(catalogue)
    assert closed.state == "closed"
    assert reader.count(Workshop, community=sample.community.id) == 2
    used = {
        running_of(reader, run.id).block.kind
        for run in reader.rows(Run)
        if kinds[reader.row(Block, run.block).kind].count(reader, run.id)
    }
    assert used == set(kinds.ids)
    taken = [note for note in reader.rows(Note, workshop=workshop.id) if note.source]
    assert len(taken) == 2
    assert all(note.x is not None for note in taken)
    assert reader.count(Tie) == 9
    assert reader.count(RhythmEvent, workshop=workshop.id) == 3
    assert reader.count(RegisterEntry, workshop=workshop.id) == 10
    written = {one.register for one in reader.rows(RegisterEntry)}
    assert written >= {entry.register for one in script.exercises.values() for entry in one.entries}
    library.close()
    assert check(tmp_path / "library.hearth").sound
