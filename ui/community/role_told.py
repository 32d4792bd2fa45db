"""What a role asks of whoever takes it: what it looks like, and what to do in the first week."""

from app.catalogue.entries import Role
from app.catalogue.reading_pages import entry_key
from ui.parts.buttons import link_button
from ui.parts.card import Well
from ui.parts.cell_rows import CellRows, Column
from ui.parts.deletion import delete_later
from ui.parts.labels import eyebrow
from ui.parts.reading import for_reading
from ui.world import World


class RoleTold(Well):
    """The first week in a role, and the way to its page; out of sight for a role of one's own."""

    def __init__(self, world: World) -> None:
        """No role yet."""
        super().__init__(world.look)
        for_reading(self)
        self._world = world
        self._role = ""
        self._head = eyebrow(world.look, "")
        self.rows = self._made()
        self.page_button = link_button(world.look, world.words("community.role.page"))
        self.page_button.clicked.connect(self._open)
        self.add(self._head, self.rows, self.page_button)
        self.hide()

    def show_role(self, role: Role | None) -> None:
        """Tell of a role."""
        self.setVisible(role is not None)
        if role is None or role.id == self._role:
            return
        self._role = role.id
        words = self._world.words
        code = "begins-workshop" if role.workshop else "begins"
        self._head.setText(words(f"reading.head.{code}"))
        before, self.rows = self.rows, self._made()
        for item in role.in_language(words.language).begins:
            self.rows.add("•", item)
        self.body.replaceWidget(before, self.rows)
        before.hide()
        delete_later(before)

    def _made(self) -> CellRows:
        return CellRows(self._world.look, (Column(0, "small", "mute"), Column(1, "small")))

    def _open(self) -> None:
        self._world.navigator.read_beside(entry_key("role", self._role))
