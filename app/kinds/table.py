"""The first floor's table of kinds."""

from app.catalogue.catalogue import Catalogue
from app.kinds.allot.kind import Allot
from app.kinds.board import Board
from app.kinds.charter import Charter
from app.kinds.exchange.kind import Exchange
from app.kinds.journey.kind import Journey
from app.kinds.kind import CaptureKinds, KindTable
from app.kinds.matrix.kind import Matrix
from app.kinds.pulse.kind import Pulse
from app.kinds.register import RegisterRows
from app.kinds.rhythm.kind import Rhythm
from app.kinds.rings.kind import Rings
from app.kinds.roles import Roles
from app.kinds.spectrum.kind import Spectrum
from app.kinds.stories.kind import Stories
from app.kinds.talk import Talk


def make_kinds(catalogue: Catalogue) -> CaptureKinds:
    """What each kind captures, by its id."""
    forms = {section.id: section.form for section in catalogue.sections}
    return KindTable(
        {
            "talk": Talk(),
            "board": Board(),
            "matrix": Matrix(),
            "spectrum": Spectrum(),
            "allot": Allot(),
            "pulse": Pulse(),
            "journey": Journey(),
            "rings": Rings(),
            "roles": Roles(),
            "charter": Charter(forms),
            "rhythm": Rhythm(),
            "exchange": Exchange(catalogue),
            "stories": Stories(catalogue.registers),
            "register": RegisterRows(catalogue.registers),
        }
    )
