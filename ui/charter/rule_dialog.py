"""Choosing how the community tells that its charter is agreed: a rule, a quorum, who takes part."""

from PySide6.QtWidgets import QWidget

from app.charter.agreement_rules import MOST_ANSWERS, ChosenRule, choose_rule, chosen_rule
from app.community.today import today_of
from app.library.journal import Scope
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_FIELDS = (
    Field(key="rule", kind="choice", label="agreement.rule"),
    Field(key="quorum", kind="number", label="agreement.quorum", hint="agreement.quorum-hint",
          most=MOST_ANSWERS),
    Field(key="voters", kind="text", label="agreement.voters", shows="agreement.voters-shows"),
)  # fmt: skip

NONE = ""


class RuleDialog(FormDialog):
    """Asks for the rule, and says what it asks for."""

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """From what was chosen last."""
        words = world.words
        self._community = community
        super().__init__(
            world,
            parent,
            words("agreement.rule-title"),
            words("agreement.rule-said"),
            words("agreement.rule-keep"),
            _FIELDS,
            today_of(world.library, community),
        )
        self._said = {
            one.id: one.in_language(words.language) for one in world.catalogue.agreement_rules
        }
        options = [(NONE, words("agreement.rule-none"))]
        options += [(key, one.name) for key, one in self._said.items()]
        self.form.set_options("rule", options)
        chosen = chosen_rule(world.library.reader, community)
        self.fill({"rule": chosen.rule, "quorum": chosen.quorum, "voters": chosen.voters})
        self._tell()
        self.begin(f"agreement-rule:{community}")

    def touch(self, key: str) -> None:
        """The rule that is chosen is said in a sentence."""
        super().touch(key)
        if key == "rule":
            self._tell()

    def keep(self) -> None:
        """Keep the rule. Raises Trouble."""
        form = self.form
        chosen = ChosenRule(form.text("rule"), form.number("quorum") or 0, form.text("voters"))
        choose_rule(self.world.library, Scope(self._community), chosen)

    def _tell(self) -> None:
        said = self._said.get(self.form.text("rule"))
        self.said.set_text(said.sentence if said else self.world.words("agreement.rule-said"))
