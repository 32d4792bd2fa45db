"""Founding a community, and saying something else about it."""

from PySide6.QtCore import QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from app.community.communities import (
    CommunityFields,
    archive_community,
    create_community,
    delete_community,
    edit_community,
    fields_of,
)
from app.community.today import today_in, zones
from app.library.rows import Community
from app.words import LANGUAGES, NATIVE_NAMES
from ui.attempt import attempt
from ui.community.leaving_dialogs import DeleteDialog
from ui.parts.buttons import link_button
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.world import World

_FIELDS = (
    Field(key="name", kind="text", label="community.field.name", required=True,
          shows="community.field.name-shows"),
    Field(key="sentence", kind="long", label="community.field.sentence", lines=2,
          hint="community.field.sentence-hint"),
    Field(key="organization", kind="text", label="community.field.organization"),
    Field(key="language", kind="choice", label="community.field.language", half=True),
    Field(key="zone", kind="choice", label="community.field.zone", half=True),
    Field(key="notes", kind="long", label="parts.your-notes", lines=3,
          hint="parts.your-notes-hint"),
)  # fmt: skip


class CommunityDialog(FormDialog):
    """Asks what is said about a community, new or known. ``ended`` is sent, and it is closed, where
    its end is to be said."""

    ended = Signal()

    def __init__(self, world: World, parent: QWidget, community: Community | None = None) -> None:
        """Without a ``community`` a new one is founded."""
        words = world.words
        self._community = community
        new = community is None
        super().__init__(
            world,
            parent,
            words("community.new-title" if new else "community.edit-title"),
            words("community.new-said") if new else "",
            words("community.found" if new else "community.keep"),
            _FIELDS,
            today_in(community.zone if community else "UTC", world.moment.now()),
        )
        languages = [(code, NATIVE_NAMES[code]) for code in LANGUAGES]
        self.form.set_options("language", languages)
        known = zones()
        here = bytes(QTimeZone.systemTimeZoneId().data()).decode("ascii", "replace")
        fields = (
            CommunityFields(name="", language=words.language, zone=here if here in known else "UTC")
            if community is None
            else fields_of(community)
        )
        if fields.zone not in known:
            known = (*known, fields.zone)
        self.form.set_options("zone", [(zone, zone.replace("_", " ")) for zone in known])
        self.fill({
            "name": fields.name,
            "sentence": fields.sentence,
            "organization": fields.organization,
            "language": fields.language,
            "zone": fields.zone,
            "notes": fields.notes,
        })  # fmt: skip
        self.begin(f"community:{community.id if community else 'new'}")
        if community is not None and community.ended is None:
            self.end_button = link_button(world.look, words("community.end"))
            self.end_button.clicked.connect(self._end)
            self.add_left(self.end_button)
        if community is not None:
            self._offer_leaving(community)

    def keep(self) -> None:
        """Found the community and go to it, or change what is said about it. Raises Trouble."""
        form = self.form
        fields = CommunityFields(
            name=form.text("name"),
            sentence=form.text("sentence"),
            organization=form.text("organization"),
            language=form.text("language"),
            zone=form.text("zone"),
            notes=form.text("notes"),
        )
        if self._community is not None:
            edit_community(self.world.library, self._community.id, fields)
            return
        made = create_community(self.world.library, fields)
        self.world.navigator.community(made.id)

    def _offer_leaving(self, community: Community) -> None:
        """What else becomes of a community: off Home, or gone."""
        look, words = self.world.look, self.world.words
        if community.archived is None:
            self.archive_button = link_button(look, words("community.archive"))
            self.archive_button.clicked.connect(self._archive)
            self.add_left(self.archive_button)
        self.delete_button = link_button(look, words("community.delete-community"))
        self.delete_button.clicked.connect(self._ask_delete)
        self.add_left(self.delete_button)

    def _archive(self) -> None:
        """Put the community away: it says so itself, and is brought back where it says so."""
        world, community = self.world, self._community
        if community is None:
            return
        day = today_in(community.zone, world.moment.now())
        if attempt(world, lambda: archive_community(world.library, community.id, day)):
            self.dirty = False
            self.accept()

    def _ask_delete(self) -> None:
        """Say what goes with the community, and ask."""
        world, community = self.world, self._community
        if community is None:
            return
        DeleteDialog(world, self, community, self._delete).open()

    def _delete(self) -> None:
        """Delete it and go home, where undo brings it back. Raises Trouble."""
        world, community = self.world, self._community
        if community is None:
            return
        delete_community(world.library, community.id)
        self.dirty = False
        self.accept()
        world.navigator.home()
        world.notice.say(world.words("community.deleted.community", name=community.name))

    def _end(self) -> None:
        """Go on to where the end is said; what was typed is asked about first."""
        self.reject()
        if not self.isVisible():
            self.ended.emit()


def ask_new_community(world: World, parent: QWidget) -> None:
    """Ask for a new community over ``parent``; once founded, its page is shown."""
    CommunityDialog(world, parent).open()
