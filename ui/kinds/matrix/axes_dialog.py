"""Asks what the axes of a matrix are called, in this block alone."""

from PySide6.QtWidgets import QWidget

from app.community.today import today_of
from app.kinds.matrix.setup import AxisWords, axes_of, name_axes
from app.workshop.planning import languages_of
from app.workshop.running import Running
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_FIELDS = (
    Field(key="across-name", kind="text", label="matrix.across-name", required=True),
    Field(key="across-low", kind="text", label="matrix.across-low", half=True, required=True),
    Field(key="across-high", kind="text", label="matrix.across-high", half=True, required=True),
    Field(key="up-name", kind="text", label="matrix.up-name", required=True),
    Field(key="up-low", kind="text", label="matrix.up-low", half=True, required=True),
    Field(key="up-high", kind="text", label="matrix.up-high", half=True, required=True),
)


class AxesDialog(FormDialog):
    """The name and both ends of each axis, as they now are."""

    def __init__(self, world: World, parent: QWidget, running: Running) -> None:
        """The axes of a run, in all of its workshop's languages."""
        words = world.words
        super().__init__(
            world,
            parent,
            words("matrix.axes"),
            words("matrix.axes-said"),
            words("matrix.axes-keep"),
            _FIELDS,
            today_of(world.library, running.community.id),
        )
        self._running = running
        axes = axes_of(running.recipe, languages_of(running.workshop))
        told = {"across": axes.across, "up": axes.up}
        self.fill(
            {
                f"{way}-{part}": getattr(axis, part)
                for way, axis in told.items()
                for part in AxisWords.__struct_fields__
            }
        )
        self.begin(f"axes:{running.block.id}")

    def keep(self) -> None:
        """Keep them in the block's own copy of the recipe. Raises Trouble."""
        name_axes(self.world.library, self._running, self._axis("across"), self._axis("up"))

    def _axis(self, way: str) -> AxisWords:
        return AxisWords(
            **{part: self.form.text(f"{way}-{part}") for part in AxisWords.__struct_fields__}
        )
