"""Asks how the charter writes a section, and what stands on top of it."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from app.charter.charter_head import head_row, write_head
from app.charter.outline import SectionLine, places_of
from app.charter.sections import describe_section
from app.library.charter_rows import RULES, FrozenSection
from app.library.journal import Scope
from app.library.rows import CharterHead
from app.typed_text import lines_of
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

RULE_OPTIONS = tuple((rule, f"shape.section.rule-{rule}") for rule in RULES)


class SectionDialog(FormDialog):
    """Its heading, columns, and how it stands to the rules of the body above."""

    kept = Signal(str)

    def __init__(
        self,
        world: World,
        parent: QWidget,
        scope: Scope,
        lines: Sequence[SectionLine],
        line: SectionLine,
        today: date,
    ) -> None:
        """The section of ``line``, among those that are shown."""
        words = world.words
        fields = (
            Field(key="title", kind="text", label="shape.section.heading",
                  hint="shape.section.heading-hint" if line.section else ""),
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
            line.shaped.name(words.language),
            words("shape.keep"),
            fields,
            today,
        )
        self._scope, self._line, self._shown = scope, line, places_of(lines)
        shape = line.shaped.shape or FrozenSection(line.id)
        title = shape.title or ("" if line.section else line.id)
        self.fill(
            {
                "title": title,
                "columns": "\n".join(shape.columns),
                "rule": shape.rule,
                "parent_rule": shape.parent_rule,
                "reason": shape.reason,
                "left_empty": shape.left_empty,
            }
        )
        self.begin(f"charter-section:{scope.community}:{line.id}")

    def keep(self) -> None:
        """Keep it. Raises Trouble."""
        said = self.form.values()
        name = describe_section(
            self.world.library,
            self._scope,
            self._shown,
            self._line.id,
            title=str(said["title"]),
            columns=lines_of(str(said["columns"])),
            rule=str(said["rule"]),
            parent_rule=str(said["parent_rule"]),
            reason=str(said["reason"]),
            left_empty=bool(said["left_empty"]),
        )
        self.kept.emit(name)


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
            Field(key="quorum", kind="number", label="shape.head-form.quorum",
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
