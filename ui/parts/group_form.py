"""Asks what is to be said of a group: what it is called, where it sits, its brief, who writes."""

from PySide6.QtWidgets import QWidget

from app.library.rows import Workshop
from app.workshop.group_names import group_name
from app.workshop.groups import Group, edit_group
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_FIELDS = (
    Field(key="name", kind="text", label="groups.name", half=True),
    Field(key="place", kind="text", label="groups.place", half=True),
    Field(key="brief", kind="text", label="groups.brief"),
    Field(key="note_taker", kind="text", label="groups.note-taker"),
)


class GroupForm(FormDialog):
    """Four lines, each of which may be left empty."""

    wide = 560

    def __init__(self, world: World, parent: QWidget, workshop: Workshop, group: Group) -> None:
        """For a group, with what was said of it before."""
        words, row = world.words, group.row
        name = group_name(words, group)
        super().__init__(
            world,
            parent,
            words("groups.edit-title", group=name),
            words("groups.name-hint", group=words("groups.numbered", n=group.number)),
            words("groups.keep"),
            _FIELDS,
            world.moment.now().date(),
        )
        self._workshop, self._row = workshop, row
        self.fill(
            {"name": row.name, "place": row.place, "brief": row.brief, "note_taker": row.note_taker}
        )
        self.begin(f"group:{row.id}")

    def keep(self) -> None:
        """Keep what was said. Raises Trouble."""
        form = self.form
        edit_group(
            self.world.library,
            self._workshop,
            self._row,
            name=form.text("name"),
            place=form.text("place"),
            brief=form.text("brief"),
            note_taker=form.text("note_taker"),
        )
