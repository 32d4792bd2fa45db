"""Time that goes by in a demo as it does in a room: little by little, seen by the cockpit."""

from app.exchange.sample import SampleMoment
from ui.cockpit.cockpit import Cockpit

BREATH = 0.5
"""Minutes that go by at once: after longer ones, the cockpit would say that the machine slept."""


def pass_time(clock: SampleMoment, cockpit: Cockpit, minutes: float) -> None:
    """Let so many ``minutes`` go by."""
    while minutes > 0:
        clock.go_on(min(minutes, BREATH))
        cockpit.time_question.look()
        minutes -= BREATH
