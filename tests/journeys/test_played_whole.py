"""A launch and a renewal of the catalogue, each played whole with eighteen people.

The clock goes on as the recipes’ own arithmetic says it must, with every turn of every person,
and not as one hopes. Whoever plays it does only what the screen says.
"""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from app.catalogue.agenda_entries import Agenda
from app.catalogue.timing import step_minutes
from app.community.communities import CommunityFields, create_community
from app.community.memberships import MemberFields, add_member
from app.community.people import PersonFields
from app.library.rows import Workshop
from app.workshop.agenda import Slot
from app.workshop.agenda_order import layouts
from app.workshop.planning import WorkshopFields, plan_workshop, recipe_of
from tests.journeys.person import CONTROL, Person, settle
from tests.ui.opened import opened
from tests.ui.two_clocks import BEGINS, TwoClocks
from ui.cockpit.cockpit import Cockpit

PEOPLE = 18
NAMES = (
    "Amina Haddad", "Bruno Lévesque", "Chen Li", "Dalia Osman", "Émile Roy", "Fatou Ndiaye",
    "Gael Morin", "Hana Suzuki", "Ivan Petrov", "Jeanne Picard", "Kofi Boateng", "Lucía Vega",
    "Maya Tremblay", "Nils Berg", "Ophélie Caron", "Priya Nair", "Quentin Dubois", "Rosa Pinto",
)  # fmt: skip


class Player(Person):
    """At a cockpit, with a clock that goes on as the room does."""

    clocks: TwoClocks
    workshop: Workshop
    agenda: Agenda

    @property
    def slots(self) -> tuple[Slot, ...]:
        """The day as planned."""
        (layout,) = layouts(self.house.hearth.library.reader, self.workshop.id)
        return tuple(layout.slots)

    @property
    def minute(self) -> float:
        """The time of day, in minutes."""
        now = self.clocks.now()
        return now.hour * 60 + now.minute + now.second / 60

    def needed(self, slot: Slot) -> list[int]:
        """What each step of a block takes with all that are here."""
        catalogue = self.house.hearth.catalogue
        recipe = recipe_of(slot.block)
        entry = catalogue.find_exercise(recipe.exercise or "")
        if entry is None:
            return [step.minutes for step in recipe.steps]
        known = {step.id: step for step in entry.steps}
        return [step_minutes(known[step.id], entry.groups, PEOPLE) for step in recipe.steps]


@pytest.fixture(params=[("launch-morning", "en"), ("renewal-day", "fr")], ids="-".join)
def player(qapp: QApplication, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[Player]:
    """In the room, at the hour the agenda begins."""
    name, language = request.param
    clocks = TwoClocks()
    with opened(qapp, tmp_path, moment=clocks, language=language) as house:
        library, catalogue = house.hearth.library, house.hearth.catalogue
        person = Player(house, language)
        person.clocks, person.agenda = clocks, catalogue.agenda(name)
        clocks.apart = timedelta(minutes=person.agenda.first_minute - BEGINS.hour * 60)
        community = create_community(library, CommunityFields(name="Slope Watch", zone="UTC"))
        for one in NAMES:
            add_member(library, community.id, MemberFields(person=PersonFields(name=one)))
        person.workshop = plan_workshop(
            library,
            catalogue,
            WorkshopFields(
                community=community.id,
                purpose=person.agenda.purpose,
                title=person.agenda.in_language(language).name,
                date=BEGINS.date().isoformat(),
                zone="UTC",
                starts=person.agenda.first_minute,
                minutes=person.agenda.minutes,
                languages=(language,),
                expected=PEOPLE,
                agenda=name,
            ),
        )
        house.hearth.window.cockpit(person.workshop.id)
        settle()
        yield person


def test_it_is_over_in_time_and_says_all_there_is_to_say(player: Player) -> None:
    """No block begins later than a tenth of the day allows, and the end is before the end."""
    cockpit = player.screen(Cockpit)
    agenda, slots = player.agenda, player.slots
    spare = agenda.minutes // 10
    for at, slot in enumerate(slots):
        recipe = recipe_of(slot.block)
        if slot.block.starts is not None and player.minute < slot.starts:
            player.clocks.go_on(minutes=slot.starts - player.minute)
        assert player.minute <= slot.starts + spare, slot.block.title
        steps = recipe.steps_in(player.words.language)
        for step, minutes in zip(steps, player.needed(slot), strict=True):
            if step.say:
                shown = cockpit.step_view.say.text()
                assert step.say in shown, (slot.block.title, step.title)
            player.clocks.go_on(minutes=minutes)
            cockpit.show_time()
            if step is not steps[-1]:
                player.press(Qt.Key.Key_PageDown)
        if at + 1 < len(slots):
            player.press(Qt.Key.Key_PageDown, CONTROL)
    assert player.minute <= agenda.first_minute + agenda.minutes
