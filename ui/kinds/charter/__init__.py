"""Charter on the second floor: clauses drafted and agreed to; and what the wall shows of them."""

from ui.kinds.charter.canvas import CharterCanvas
from ui.kinds.charter.picture import large_section, picture

__all__ = ["CharterCanvas", "large_section", "picture"]
