"""Somebody in a community: added, described, or leaving."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from app.community.memberships import (
    Member,
    MemberFields,
    add_member,
    edit_member,
    join,
    leave_together,
)
from app.community.people import KnownPerson, PersonFields, elsewhere, known_people
from app.community.today import today_of
from app.library.people_rows import LEVELS
from app.library.rows import Membership
from app.library.trouble import Trouble
from ui.community.strike_person_dialog import ask_and_strike_person
from ui.parts.buttons import link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.reminder_text import role_name
from ui.world import World

_FIELDS = (
    Field(key="name", kind="text", label="people.field.name", required=True),
    Field(key="email", kind="text", label="people.field.email", half=True),
    Field(key="organization", kind="text", label="people.field.organization", half=True),
    Field(key="unit", kind="text", label="people.field.unit", half=True),
    Field(key="level", kind="choice", label="people.field.level", half=True,
          options=tuple((level, f"people.level.{level}") for level in LEVELS)),
    Field(key="joined", kind="date", label="people.field.joined", half=True, lean="back",
          shows="people.field.joined-none"),
    Field(key="notes", kind="long", label="parts.your-notes", lines=2,
          hint="parts.your-notes-hint"),
)  # fmt: skip

_LEAVING = (Field(key="day", kind="date", label="people.field.left", required=True, lean="near"),)


class MemberDialog(FormDialog):
    """Asks about somebody in a community, new or known."""

    def __init__(
        self, world: World, parent: QWidget, community: str, member: Member | None = None
    ) -> None:
        """Without a ``member`` somebody is added."""
        words = world.words
        self._community, self._member = community, member
        today = today_of(world.library, community)
        super().__init__(
            world,
            parent,
            words("people.add-title") if member is None else member.person.name,
            self._sentence(world, community, member),
            words("people.add" if member is None else "community.keep"),
            _FIELDS,
            today,
        )
        if member is None:
            self.fill({"level": "active", "joined": today})
        else:
            row = member.membership
            self.fill({
                "name": member.person.name,
                "email": member.person.email,
                "organization": member.person.organization,
                "unit": row.unit,
                "level": row.level,
                "joined": date.fromisoformat(row.joined) if row.joined else None,
                "notes": member.person.notes,
            })  # fmt: skip
            self.strike_button = link_button(world.look, words("people.strike.ask"))
            self.strike_button.clicked.connect(self.strike)
            self.add_left(self.strike_button)
        about = member.membership.id if member else f"new:{community}"
        self.begin(f"member:{about}")

    def strike(self) -> None:
        """Ask whether the person is to be struck from the record; then there is nobody to change.

        What was typed here is let go only once that is done.
        """
        if self._member is None:
            return
        asking = ask_and_strike_person(self.world, self, self._member.person)
        if asking is not None:
            asking.accepted.connect(self.accept)

    def keep(self) -> None:
        """Add somebody, or change what is known of them. Raises Trouble."""
        library, fields = self.world.library, self._answered()
        if self._member is not None:
            edit_member(library, self._member.membership.id, fields)
            return
        fields.person.clean()
        like = known_people(library.reader).like(fields.person.name, fields.person.email)
        if like is None or not self._same(like):
            add_member(library, self._community, fields)
            return
        join(
            library,
            self._community,
            like.person.id,
            fields.level,
            fields.unit,
            fields.joined,
        )

    def _answered(self) -> MemberFields:
        form = self.form
        return MemberFields(
            person=PersonFields(
                name=form.text("name"),
                email=form.text("email"),
                organization=form.text("organization"),
                notes=form.text("notes"),
            ),
            level=form.text("level"),
            unit=form.text("unit"),
            joined=form.day("joined"),
        )

    def _same(self, like: KnownPerson) -> bool:
        """Whether somebody known is the one meant. Raises Trouble when they belong already."""
        reader, words = self.world.library.reader, self.world.words
        belongs = reader.rows(
            Membership, community=self._community, person=like.person.id, left=None
        )
        if belongs and like.by == "email":
            raise Trouble("already-member", name=like.person.name)
        places = elsewhere(reader, like.person.id, self._community)
        if belongs:
            question = words("people.same-here", name=like.person.name)
        elif places:
            where = words.series(places)
            question = words("people.same-there", name=like.person.name, where=where)
        else:
            question = words("people.same-before", name=like.person.name)
        return self.world.dialogs.confirm(self, question, words("people.same-yes"))

    @staticmethod
    def _sentence(world: World, community: str, member: Member | None) -> str:
        """What to know before writing: a person is known once, wherever they belong."""
        if member is None:
            return world.words("people.add-said")
        places = elsewhere(world.library.reader, member.person.id, community)
        return world.words("people.also-in", where=world.words.series(places)) if places else ""


class LeavingDialog(FormDialog):
    """Asks when somebody, or several, leave."""

    def __init__(
        self, world: World, parent: QWidget, community: str, leaving: Sequence[Member]
    ) -> None:
        """Those ``leaving`` are all members now."""
        words = world.words
        self._community, self._leaving = community, tuple(leaving)
        names = [member.person.name for member in leaving]
        listed = words.series(names) if len(names) <= 3 else words("people.count", n=len(names))
        roles = [
            role_name(one.role, one.label, words, world.catalogue)
            for member in leaving
            for one in member.holdings
        ]
        super().__init__(
            world,
            parent,
            words("people.leave-title", who=listed),
            words("people.leave-roles", roles=words.series(roles)) if roles else "",
            words("people.leave"),
            _LEAVING,
            today_of(world.library, community),
        )
        self.begin(f"leaving:{','.join(sorted(one.membership.id for one in leaving))}")

    def keep(self) -> None:
        """Let them leave. Raises Trouble."""
        day = self.form.day("day") or today_of(self.world.library, self._community)
        keys = [member.membership.id for member in self._leaving]
        leave_together(self.world.library, self._community, keys, day)
