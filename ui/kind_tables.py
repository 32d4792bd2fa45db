"""The tables of kinds on the second and the third floor; the first has its own, and stands by
itself (:mod:`app.kinds.table`).

A floor is imported when its table is asked for: the command line exports without Qt, and the
window opens without the room.
"""

from typing import TYPE_CHECKING

from app.catalogue.catalogue import Catalogue

if TYPE_CHECKING:
    from exports.kinds.report import KindReports
    from ui.kinds.kind_view import KindViews


def make_views(catalogue: Catalogue) -> "KindViews":
    """The views of every kind, by its id: its canvas in the cockpit and its picture on the wall."""
    from app.kinds.kind import KindTable
    from app.kinds.table import make_kinds
    from ui.kinds import (
        allot,
        board,
        charter,
        exchange,
        journey,
        matrix,
        pulse,
        register,
        rhythm,
        rings,
        roles,
        spectrum,
        stories,
        talk,
    )
    from ui.kinds.kind_view import KindView
    from ui.wall.large_note import large_note

    kinds, of = make_kinds(catalogue), KindView.of
    return KindTable(
        {
            "talk": of(kinds["talk"], talk.TalkCanvas, talk.picture, large_note),
            "board": of(kinds["board"], board.make_canvas, board.picture, large_note),
            "matrix": of(kinds["matrix"], matrix.MatrixCanvas, matrix.picture, large_note),
            "spectrum": of(
                kinds["spectrum"], spectrum.spectrum_canvas, spectrum.picture, large_note
            ),
            "allot": of(kinds["allot"], allot.AllotCanvas, allot.picture, large_note),
            "pulse": of(kinds["pulse"], pulse.PulseCanvas, pulse.picture, pulse.picture),
            "journey": of(kinds["journey"], journey.JourneyCanvas, journey.picture, large_note),
            "rings": of(kinds["rings"], rings.RingsCanvas, rings.picture, large_note),
            "roles": of(kinds["roles"], roles.RolesCanvas, roles.picture, roles.large_role),
            "charter": of(
                kinds["charter"], charter.CharterCanvas, charter.picture, charter.large_section
            ),
            "rhythm": of(kinds["rhythm"], rhythm.RhythmCanvas, rhythm.picture, large_note),
            "exchange": of(
                kinds["exchange"], exchange.ExchangeCanvas, exchange.picture, large_note
            ),
            "stories": of(
                kinds["stories"],
                stories.StoriesCanvas,
                stories.picture,
                stories.picture,
                takes_cells=True,
            ),
            "register": of(
                kinds["register"],
                register.RegisterCanvas,
                register.picture,
                register.large_row,
                takes_cells=True,
            ),
        }
    )


def make_reports(catalogue: Catalogue) -> "KindReports":
    """The reports of every kind, by its id: what it writes in a summary, and its worksheet."""
    from app.kinds.kind import KindTable
    from app.kinds.table import make_kinds
    from exports.kinds.allot import AllotReport
    from exports.kinds.board import BoardReport
    from exports.kinds.charter import CharterReport
    from exports.kinds.exchange import ExchangeReport
    from exports.kinds.journey import JourneyReport
    from exports.kinds.matrix import MatrixReport
    from exports.kinds.pulse import PulseReport
    from exports.kinds.register import RegisterReport
    from exports.kinds.rhythm import RhythmReport
    from exports.kinds.rings import RingsReport
    from exports.kinds.roles import RolesReport
    from exports.kinds.spectrum import SpectrumReport
    from exports.kinds.stories import StoriesReport
    from exports.kinds.talk import TalkReport

    kinds = make_kinds(catalogue)
    return KindTable(
        {
            "talk": TalkReport(kinds["talk"]),
            "board": BoardReport(kinds["board"]),
            "matrix": MatrixReport(kinds["matrix"]),
            "spectrum": SpectrumReport(kinds["spectrum"]),
            "allot": AllotReport(kinds["allot"]),
            "pulse": PulseReport(kinds["pulse"]),
            "journey": JourneyReport(kinds["journey"]),
            "rings": RingsReport(kinds["rings"]),
            "roles": RolesReport(kinds["roles"]),
            "charter": CharterReport(kinds["charter"]),
            "rhythm": RhythmReport(kinds["rhythm"]),
            "exchange": ExchangeReport(kinds["exchange"]),
            "stories": StoriesReport(kinds["stories"]),
            "register": RegisterReport(kinds["register"]),
        }
    )
