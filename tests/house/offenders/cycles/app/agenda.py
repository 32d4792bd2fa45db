from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from app.clock import Clock
