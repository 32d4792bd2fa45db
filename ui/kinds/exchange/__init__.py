"""An exchange in the room: gives and asks in zones, matched, promised with who and by when."""

from ui.kinds.exchange.canvas import ExchangeCanvas
from ui.kinds.exchange.picture import picture

__all__ = ["ExchangeCanvas", "picture"]
