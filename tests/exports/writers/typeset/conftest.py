"""What every test of text analysis sets with."""

from pathlib import Path

import pytest

from exports.writers.typeset.font_folder import FontFolder

_FONTS = Path(__file__).parents[4] / "resources" / "fonts"


@pytest.fixture(scope="session")
def fonts() -> FontFolder:
    """The house's fonts alone, so that no test depends on the machine's."""
    return FontFolder(_FONTS, machine=())
