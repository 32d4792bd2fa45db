"""The sample renewal, in the cockpit: a picture of each kind's canvas, and of its wall."""

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from app.exchange.renewal_play import RenewalPlay, plan_renewal
from app.exchange.renewal_script import read_renewal
from app.exchange.sample import SampleMoment
from app.exchange.sample_script import minute_of
from app.library.rows import Block, Community
from app.resources import resources_folder
from app.workshop.planning import BREAK
from ui.application import Hearth
from ui.demo.passing_time import pass_time
from ui.demo.robot import Robot
from ui.demo.shown_room import BEFORE, open_room, picture_room


def play_renewal(
    hearth: Hearth, robot: Robot, clock: SampleMoment, community: str, launch: date
) -> str:
    """Months after the launch of a community (its id), its renewal; gives the workshop's id."""
    library, window = hearth.library, hearth.window
    script = read_renewal(resources_folder(), hearth.settings.language)
    row = library.reader.row(Community, community)
    workshop = plan_renewal(library, hearth.catalogue, script, row, launch)
    window.design(workshop.id)
    robot.picture(window, "design-renewal")
    window.home()
    day = datetime.combine(date.fromisoformat(workshop.date), time(), ZoneInfo(workshop.zone))
    begins = day + timedelta(minutes=minute_of(script.workshop.starts) - BEFORE)
    clock.go_on((begins - clock.now()).total_seconds() / 60)
    cockpit = open_room(window, workshop.id)

    def seen(block: Block) -> None:
        if block.exercise == BREAK:
            return
        cockpit.show_time()
        picture_room(robot, window, cockpit, block)

    def later(minutes: float) -> None:
        pass_time(clock, cockpit, minutes)

    later(BEFORE)
    RenewalPlay(library, hearth.catalogue, script, workshop, later).play(seen)
    window.community(community)
    robot.picture(window, "community-renewed")
    window.home()
    return workshop.id
