"""How many came to gatherings over time, as a picture in the window."""

from collections.abc import Sequence

from app.community.attendance_chart import Counted, attendance_diagram
from exports.attendance_figure import attendance_alternative, attendance_said
from ui.parts.diagram_painter import DiagramView
from ui.world import World

WIDTH, SIZE, LARGEST = 820.0, 13, 20
"""How wide the picture is laid out, and how large its words are written there: with
the text of the window, as far as there is room."""


def attendance_picture(world: World, counted: Sequence[Counted]) -> DiagramView:
    """The picture of gatherings by their days; what stands for it is read by screen readers."""
    words = world.words
    picture = DiagramView(world.look)
    size = min(world.look.size(SIZE), LARGEST)
    diagram = attendance_diagram(counted, WIDTH, size, attendance_said(words))
    picture.show_diagram(diagram, attendance_alternative(words, counted))
    return picture
