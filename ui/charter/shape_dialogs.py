"""Asks how the charter writes a section, and what stands on top of it."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charter.charter_head import head_row, write_head
from app.charter.clauses import clauses_of
from app.charter.more_sections import remove_section, repeat_section
from app.charter.outline import SectionLine, places_of
from app.charter.sections import ShapedSection, describe_section
from app.library.charter_rows import FORMS, RULES, FrozenSection
from app.library.journal import Scope
from app.library.rows import CharterHead
from app.typed_text import lines_of
from ui.attempt import attempt
from ui.parts.buttons import Button, link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

UNDER_NONE = (("", "shape.section.under-none"),)
FORM_OPTIONS = (
    ("", "shape.section.form-usual"),
    *((form, f"shape.section.form-{form}") for form in FORMS),
)
RULE_OPTIONS = tuple((rule, f"shape.section.rule-{rule}") for rule in RULES)


class SectionDialog(FormDialog):
    """Its heading, what it stands under, its form, how it stands to the rules of the body above.

    ``kept`` is sent with what clauses name it by; with one more like it, with what they name that
    by. ``taken_out`` is sent with what they named it by."""

    kept = Signal(str)
    taken_out = Signal(str)

    def __init__(
        self,
        world: World,
        parent: QWidget,
        scope: Scope,
        lines: Sequence[SectionLine],
        shaped: ShapedSection,
        today: date,
    ) -> None:
        """The section ``shaped``, among those that are shown."""
        words = world.words
        fields = (
            Field(key="title", kind="text", label="shape.section.heading",
                  hint="shape.section.heading-hint" if shaped.section else ""),
            Field(key="under", kind="choice", label="shape.section.under", options=UNDER_NONE,
                  half=True),
            Field(key="form", kind="choice", label="shape.section.form", options=FORM_OPTIONS,
                  half=True),
            Field(key="columns", kind="long", label="shape.section.columns",
                  hint="shape.section.columns-hint", lines=3),
            Field(key="rule", kind="choice", label="shape.section.rule", options=RULE_OPTIONS),
            Field(key="parent_rule", kind="long", label="shape.section.parent-rule", lines=2),
            Field(key="reason", kind="long", label="shape.section.reason", lines=2),
            Field(key="left_empty", kind="check", label="shape.section.left-empty"),
        )  # fmt: skip
        super().__init__(
            world,
            parent,
            words("shape.section.title"),
            shaped.name(words.language),
            words("shape.keep"),
            fields,
            today,
        )
        self._scope, self._shaped, self._lines = scope, shaped, lines
        shape = shaped.shape or FrozenSection(shaped.id)
        title = shape.title or ("" if shaped.section else shaped.id)
        self._offer_above()
        self.fill(
            {
                "title": title,
                "under": next((one.id for one in lines if shaped in one.children), ""),
                "form": shape.form,
                "columns": "\n".join(shape.columns),
                "rule": shape.rule,
                "parent_rule": shape.parent_rule,
                "reason": shape.reason,
                "left_empty": shape.left_empty,
            }
        )
        self.repeat_button = self._link("shape.section.repeat", self._repeat)
        clauses = clauses_of(world.library.reader, str(scope.community), shaped.id)
        count = len(clauses)
        self._tabled = bool(shaped.columns(words.language)) or any(
            one.form == "table" for one in clauses
        )
        remove = "shape.section.remove" if count else "shape.section.remove-empty"
        self.remove_button = self._link(remove, self._remove, n=count)
        self.begin(f"charter-section:{scope.community}:{shaped.id}")
        self._fold()

    def touch(self, key: str) -> None:
        """Columns are asked for only of tables, the rules above only where there are some."""
        super().touch(key)
        self._fold()

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        said = self.form.values()
        name = describe_section(
            self.world.library,
            self._scope,
            places_of(self._lines),
            self._shaped.id,
            title=str(said["title"]),
            under=str(said["under"]),
            form=str(said["form"]),
            columns=lines_of(str(said["columns"])),
            rule=str(said["rule"]),
            parent_rule=str(said["parent_rule"]),
            reason=str(said["reason"]),
            left_empty=bool(said["left_empty"]),
        )
        self.kept.emit(name)

    def _fold(self) -> None:
        form, rule = self.form.text("form"), self.form.text("rule")
        self.show_field("columns", form == "table" or (not form and self._tabled))
        self.show_field("parent_rule", rule != RULES[0])
        self.show_field("reason", rule == "differs")

    def _offer_above(self) -> None:
        """What it may stand under: any other that stands on its own, unless some stand under it."""
        shaped, language = self._shaped, self.world.words.language
        above = [one for one in self._lines if one.shaped is not shaped]
        carries = any(one.shaped is shaped and one.children for one in self._lines)
        self.show_field("under", not carries and bool(above))
        options = [(one.id, one.shaped.name(language)) for one in above]
        self.form.set_options("under", [("", self.world.words(UNDER_NONE[0][1])), *options])

    def _link(self, key: str, act: Callable[[], None], **facts: object) -> Button:
        link = link_button(self.world.look, self.world.words(key, **facts))
        link.clicked.connect(act)
        self.add_left(link)
        return link

    def _repeat(self) -> None:
        world, language = self.world, self.world.words.language
        library, scope, lines, like = world.library, self._scope, self._lines, self._shaped
        attempt(world, lambda: self._leave(repeat_section(library, scope, lines, like, language)))

    def _remove(self) -> None:
        library, scope, section = self.world.library, self._scope, self._shaped.id
        if attempt(self.world, lambda: remove_section(library, scope, section)):
            self.dirty = False
            self.taken_out.emit(section)
            self.accept()

    def _leave(self, section: str) -> None:
        self.dirty = False
        self.kept.emit(section)
        self.accept()


class HeadDialog(FormDialog):
    """The title, the body above, who approves and who takes part."""

    def __init__(self, world: World, parent: QWidget, scope: Scope, today: date) -> None:
        """What was said before is shown."""
        words, community = world.words, scope.community or ""
        fields = (
            Field(key="title", kind="text", label="shape.head-form.name",
                  hint="shape.head-form.name-hint"),
            Field(key="parent_body", kind="text", label="shape.head-form.parent"),
            Field(key="approver", kind="text", label="shape.head-form.approver"),
            Field(key="voters", kind="text", label="shape.head-form.voters"),
            Field(key="quorum", kind="number", label="shape.head-form.quorum", half=True,
                  hint="shape.head-form.quorum-hint"),
            Field(key="renew_on", kind="date", label="shape.head-form.renew", half=True,
                  hint="shape.head-form.renew-hint"),
            Field(key="signatures", kind="check", label="shape.head-form.signatures"),
        )  # fmt: skip
        super().__init__(
            world,
            parent,
            words("shape.head-form.title"),
            words("shape.head-form.said"),
            words("shape.keep"),
            fields,
            today,
        )
        self._scope = scope
        row = head_row(world.library.reader, community) or CharterHead(id="", community=community)
        said = {field.key: getattr(row, field.key) for field in fields}
        said["renew_on"] = date.fromisoformat(row.renew_on) if row.renew_on else None
        self.fill(said)
        self.begin(f"charter-head:{community}")

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        said = self.form.values()
        quorum, renew_on = said["quorum"], said["renew_on"]
        write_head(
            self.world.library,
            self._scope,
            title=str(said["title"]),
            parent_body=str(said["parent_body"]),
            approver=str(said["approver"]),
            voters=str(said["voters"]),
            quorum=quorum if isinstance(quorum, int) else 0,
            signatures=bool(said["signatures"]),
            renew_on=renew_on if isinstance(renew_on, date) else None,
        )
