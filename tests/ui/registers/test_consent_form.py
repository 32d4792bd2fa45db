"""The form of an entry whose readers are agreed to: the consent says who may read it, and alone."""

from pathlib import Path

from PySide6.QtWidgets import QApplication

from app.community.communities import CommunityFields, create_community
from app.library.rows import RegisterEntry
from tests.ui.fitting import settle
from tests.ui.opened import opened
from ui.registers.entry_form import EntryForm


def test_a_story_is_written_at_a_desk_and_waits_for_a_yes(
    qapp: QApplication, tmp_path: Path
) -> None:
    with opened(qapp, tmp_path) as house:
        hearth = house.hearth
        fields = CommunityFields(name="Lanterns", zone="America/Toronto")
        community = create_community(hearth.library, fields)
        hearth.window.register(community.id, "stories")
        settle()
        screen, world = hearth.window.screen_shown, hearth.window.world
        assert screen is not None
        assert world is not None
        register = hearth.catalogue.register("stories")
        for consent, readers in (("", "facilitator"), ("community", "community")):
            form = EntryForm(world, screen, community.id, register)
            form.open()
            form.fill({"help": "A map was lent", "consent": consent})
            form.keep()
            form.reject()
            settle()
            written = hearth.library.reader.rows(RegisterEntry, order="position")[-1]
            assert written.audience == readers
