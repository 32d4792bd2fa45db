"""The canvas of the run that the room is in, and what its kind says of it."""

from app.workshop.running import Place
from ui.cockpit.carrying_panel import CarryingPanel
from ui.cockpit.centre import Centre
from ui.kinds.canvas import Canvas
from ui.kinds.kind_view import KindViews
from ui.wall.wall_view import LargeView
from ui.world import World


class RunCanvas:
    """Puts a canvas into the middle of the cockpit, another one for each run."""

    def __init__(self, world: World, views: KindViews, centre: Centre) -> None:
        """None yet."""
        self._world, self._views, self._centre = world, views, centre
        self._made_of = ""
        self._canvas: Canvas | None = None
        self.carrying = CarryingPanel(world, views.map(lambda view: view.kind))
        centre.add_above(self.carrying)

    def current(self) -> Canvas | None:
        """The canvas on screen."""
        return self._canvas

    def show(self, place: Place) -> bool:
        """Show the run of a place as it now is; gives whether it is another than before."""
        running = place.running
        # What was carried into the block may be what its canvas is made of.
        made_of = f"{running.run.id} {running.block.carried}"
        another = made_of != self._made_of
        if another:
            view = self._views[running.block.kind]
            self._made_of = made_of
            self._canvas = view.canvas(self._world, running, self._centre)
            self._canvas.go_to(place.zone)
            self._centre.put(self._canvas.widget)
        if self._canvas is not None:
            self._canvas.refresh()
        self.carrying.show_place(place)
        return another

    def targets(self, place: Place) -> int:
        """How many targets the capture line has; where there are cells, every row has some."""
        view, reader = self._views[place.running.block.kind], self._world.library.reader
        rows = view.kind.count(reader, place.running.run.id) if view.takes_cells else 0
        return len(view.kind.targets(place.running, reader)) + rows

    def count(self, place: Place) -> int:
        """How many things were captured."""
        kind = self._views[place.running.block.kind].kind
        return kind.count(self._world.library.reader, place.running.run.id)

    def takes_cells(self, place: Place) -> bool:
        """Whether a pasted table is taken cell by cell."""
        return self._views[place.running.block.kind].takes_cells

    def captured(self, place: Place) -> str:
        """What was captured, in words; nothing before the first."""
        count = self.count(place)
        return self._canvas.counted(count) if self._canvas is not None and count else ""

    def large(self, place: Place | None) -> LargeView | None:
        """What is chosen, or came last, for the wall to show alone; None where there is nothing."""
        item = self._canvas.large() if self._canvas is not None else ""
        if place is None or not item:
            return None
        return self.alone(place, item)

    def alone(self, place: Place, item: str) -> LargeView:
        """One thing (its id) of the run of a place, for the wall to show alone."""
        running = place.running
        return LargeView(running.run.id, item, self._views[running.block.kind].large)
