"""Giving a role: who takes it, from when to when, with whom behind them."""

from datetime import date

from PySide6.QtWidgets import QWidget

from app.community.holdings import (
    MOST_HOURS,
    OWN,
    HoldingFields,
    edit_holding,
    give_role,
    give_role_to_new_person,
    remove_holding,
)
from app.community.memberships import members
from app.community.today import today_of
from app.library.rows import Holding, Person
from app.moment import months_after
from ui.attempt import attempt
from ui.community.role_told import RoleTold
from ui.parts.buttons import link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

NEW, NOBODY = "new", ""

_SELDOM = ("chosen", "rotation", "handover")
"""Fields that few need: out of sight until they are asked for, or say something."""

_FIELDS = (
    Field(key="role", kind="choice", label="community.role.role"),
    Field(key="label", kind="text", label="community.role.label",
          hint="community.role.label-hint"),
    Field(key="person", kind="choice", label="community.role.person", half=True),
    Field(key="name", kind="text", label="community.role.name", half=True),
    Field(key="starts", kind="date", label="community.role.starts", required=True, half=True,
          lean="near"),
    Field(key="ends", kind="date", label="community.role.ends", half=True,
          shows="community.role.ends-none"),
    Field(key="review", kind="date", label="community.role.review", half=True,
          shows="community.role.review-none"),
    Field(key="deputy", kind="choice", label="community.role.deputy", half=True),
    Field(key="hours", kind="number", label="community.role.hours", half=True, least=0,
          most=MOST_HOURS, required=True, unit="community.role.hours-unit"),
    Field(key="chosen", kind="text", label="community.role.chosen",
          hint="community.role.chosen-hint"),
    Field(key="rotation", kind="text", label="community.role.rotation",
          hint="community.role.rotation-hint"),
    Field(key="handover", kind="long", label="community.role.handover",
          hint="community.role.handover-hint", lines=3),
)  # fmt: skip


class RoleDialog(FormDialog):
    """Asks who takes a role; or changes what was agreed with somebody."""

    def __init__(
        self,
        world: World,
        parent: QWidget,
        community: str,
        role: str = "",
        label: str = "",
        holding: Holding | None = None,
        starts: date | None = None,
    ) -> None:
        """``role`` and what it is called here (``label``) are proposed, and the day it ``starts``;
        a ``holding`` is changed."""
        words = world.words
        self._community, self._holding = community, holding
        self._today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words("community.role.change" if holding else "community.role.give-title"),
            "",
            words("community.keep"),
            _FIELDS,
            self._today,
        )
        self._ended = self._more = False
        self.more_button = link_button(world.look, words("community.role.more"))
        self.more_button.clicked.connect(self._show_more)
        self.column.add(self.more_button)
        self.told = RoleTold(world)
        self.column.add(self.told)
        self._offer()
        if holding is None:
            self.fill({"role": role or self._first_role(), "label": label,
                       "starts": starts or self._today})  # fmt: skip
            self._follow_role()
        else:
            self._show_holding(holding)
            self.remove_button = link_button(world.look, words("community.role.remove"))
            self.remove_button.clicked.connect(self._remove)
            self.add_left(self.remove_button)
        self._fold()
        self.begin(f"holding:{holding.id if holding else 'new:' + community}")

    def touch(self, key: str) -> None:
        """Follow the role with its usual term and hours, until the person sets them."""
        super().touch(key)
        if key == "name":
            self.fill({"person": NEW})
        self._ended |= key in {"ends", "hours"}
        if key in {"role", "starts"} and not self._ended:
            self._follow_role()
        self._fold()

    def keep(self) -> None:
        """Give the role, or change what was agreed. Raises Trouble."""
        form, library = self.form, self.world.library
        new = form.text("person") == NEW
        fields = HoldingFields(
            role=form.text("role"),
            label=form.text("label"),
            person="" if new else form.text("person"),
            deputy=form.text("deputy") or None,
            starts=form.day("starts") or self._today,
            ends=form.day("ends"),
            hours=form.number("hours") or 0,
            review=form.day("review"),
            chosen=form.text("chosen"),
            rotation=form.text("rotation"),
            handover=form.text("handover"),
        )
        if self._holding is not None:
            edit_holding(library, self._holding.id, fields)
        elif new:
            give_role_to_new_person(library, self._community, form.text("name"), fields)
        else:
            give_role(library, self._community, fields)

    def _first_role(self) -> str:
        return next((role.id for role in self.world.catalogue.roles if role.launch), OWN)

    def _offer(self) -> None:
        """The catalogue's roles and one's own; the members, and somebody new."""
        world, words = self.world, self.world.words
        roles = [(role.id, role.in_language(words.language).name) for role in world.catalogue.roles]
        self.form.set_options("role", [*roles, (OWN, words("community.role.own"))])
        there = members(world.library.reader, self._community, self._today)
        people = [(one.person.id, one.person.name) for one in there if not one.gone]
        listed = {key for key, _ in people}
        if self._holding is not None:
            for one in filter(None, (self._holding.person, self._holding.deputy)):
                if one not in listed:
                    people.append((one, world.library.reader.row(Person, one).name))
        somebody_new = [] if self._holding else [(NEW, words("community.role.somebody-new"))]
        self.form.set_options("person", [*people, *somebody_new])
        self.form.set_options("deputy", [(NOBODY, words("community.role.nobody")), *people])

    def _show_holding(self, holding: Holding) -> None:
        self.fill({
            "role": holding.role,
            "label": holding.label,
            "person": holding.person,
            "deputy": holding.deputy or NOBODY,
            "starts": date.fromisoformat(holding.starts),
            "ends": date.fromisoformat(holding.ends) if holding.ends else None,
            "hours": holding.hours,
            "review": date.fromisoformat(holding.review) if holding.review else None,
            "chosen": holding.chosen,
            "rotation": holding.rotation,
            "handover": holding.handover,
        })  # fmt: skip
        self._ended = True

    def _follow_role(self) -> None:
        """What the role asks, and its usual term and hours."""
        role = self.world.catalogue.find_role(self.form.text("role"))
        starts = self.form.day("starts") or self._today
        if role is not None:
            ends = months_after(starts, role.term_months) if role.term_months else None
            self.fill({"ends": ends, "hours": role.hours_month})

    def _fold(self) -> None:
        """Show only the fields that mean something now."""
        role = self.world.catalogue.find_role(self.form.text("role"))
        asks = role.in_language(self.world.words.language).asks if role else ""
        self.said.setText(asks)
        self.said.setVisible(bool(asks))
        self.told.show_role(role)
        more = self._more or any(self.form.text(key) for key in _SELDOM)
        for key in _SELDOM:
            self.show_field(key, more)
        self.more_button.setVisible(not more)
        self.show_field("name", self.form.text("person") == NEW)

    def _show_more(self) -> None:
        self._more = True
        self._fold()
        self.form.field_widget(_SELDOM[0]).setFocus()

    def _remove(self) -> None:
        holding, library = self._holding, self.world.library
        if holding is not None and attempt(self.world, lambda: remove_holding(library, holding.id)):
            self.dirty = False
            self.accept()
