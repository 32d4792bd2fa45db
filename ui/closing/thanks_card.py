"""Thanks: whom, and for what; kept while they are typed."""

from app.library.rows import Workshop
from app.workshop.closing import give_thanks
from app.workshop.planning import scope_of
from ui.closing.print_fields import FieldEdge, indented, stand_out
from ui.parts.autosave import Autosave
from ui.parts.card import Card
from ui.parts.inline_edit import InlineEdit
from ui.parts.labels import small
from ui.parts.text_fields import editor_field
from ui.parts.text_places import TextPlace, thanks_place
from ui.world import World


class ThanksCard(Card):
    """The thanks of a workshop. What could not be kept stays as it was typed."""

    def __init__(self, world: World, workshop: Workshop) -> None:
        """The thanks of ``workshop``."""
        look, words = world.look, world.words
        super().__init__(look, words("closing.thanks"))
        self._world, self._workshop = world, workshop
        self.field = InlineEdit(look, "body")
        self.field.setAccessibleName(words("closing.thanks"))
        self.field.show_empty(words("closing.thanks-shows"))
        text_place = TextPlace(
            key=thanks_place(workshop.id), scope=scope_of(workshop), keep=self._write,
            may_be_empty=True,
        )  # fmt: skip
        self._autosave = Autosave(world, editor_field(self.field, self.field), text_place)
        stand_out(self, look)
        place = FieldEdge(look, self.field, self._is_open)
        self.field.textChanged.connect(place.update)
        sentence = small(look, words("closing.thanks-sentence"))
        self.add(indented(look, sentence), indented(look, place))

    def show_thanks(self, thanks: str) -> None:
        """Show them as they now are; what is being typed stays."""
        self._autosave.show(thanks)

    def _is_open(self) -> bool:
        return self.field.document().isEmpty()

    def _write(self, text: str) -> str:
        return give_thanks(self._world.library, self._workshop, text).thanks
