"""The three tables of kinds: the same kinds on each floor, and what stands for any other."""

from app.catalogue.load import load_catalogue
from app.kinds.table import make_kinds
from app.resources import resources_folder
from ui.kind_tables import make_reports, make_views


def test_every_kind_is_on_every_floor() -> None:
    """And in the same order."""
    catalogue = load_catalogue(resources_folder())
    assert make_kinds(catalogue).ids == make_views(catalogue).ids == make_reports(catalogue).ids


def test_a_kind_that_nobody_knows_is_shown_and_reported_as_notes() -> None:
    """As a file from a later Hearth may bring it."""
    catalogue = load_catalogue(resources_folder())
    views, reports = make_views(catalogue), make_reports(catalogue)
    assert views["weather"] is views["talk"]
    assert reports["weather"] is reports["talk"]
