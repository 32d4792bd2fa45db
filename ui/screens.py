"""How each screen is made. Each is imported when it is first asked for: the window opens sooner."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec
from PySide6.QtWidgets import QWidget

from app.library.rows import Workshop
from ui.parts.screen import Screen
from ui.settings import Settings
from ui.world import World

if TYPE_CHECKING:
    from exports.kinds.report import KindReports
    from exports.request import ExportRequest
    from ui.kinds.kind_view import KindViews
    from ui.reading.reading_window import ReadingWindow


class ScreenParts(msgspec.Struct, frozen=True, eq=False):
    """What some screens are made with besides the world."""

    views: "Callable[[], KindViews]"
    reports: "Callable[[], KindReports]"
    apply_settings: Callable[[Settings], None]
    restore: Callable[[Path], None]
    rehearse: Callable[[str], None]
    end_rehearsal: Callable[[], None]


class ScreenFactory:
    """Makes every screen (``ui.window.Screens``)."""

    def __init__(self, screen_parts: ScreenParts) -> None:
        """Make screens of this house."""
        self._screen_parts = screen_parts

    def home(self, world: World) -> Screen:
        """The communities."""
        from ui.home.home_screen import HomeActs, HomeScreen

        def new_community(parent: QWidget) -> None:
            from ui.community.community_dialog import ask_new_community

            ask_new_community(world, parent)

        def add_sample() -> None:
            from app.exchange.sample_years import import_years

            language = world.words.language
            import_years(world.library, world.catalogue, world.resources, language=language)

        def plan_launch(parent: QWidget, community: str) -> None:
            from ui.community.plan_dialog import PlanDialog

            PlanDialog(world, parent, community, "launch").open()

        def bring_in(parent: QWidget) -> None:
            from ui.exporting.bring_in_dialog import ask_bring_in

            ask_bring_in(world, parent)

        hand_over = self._hand_over(world)
        acts = HomeActs(new_community, add_sample, plan_launch, bring_in, hand_over)
        return HomeScreen(world, acts)

    def community(self, world: World, community: str) -> Screen:
        """A community's page."""
        from ui.community.community_screen import CommunityScreen

        return CommunityScreen(world, community, self._hand_over(world), self._export(world))

    def people(self, world: World, community: str) -> Screen:
        """A community's people."""
        from ui.community.people_screen import PeopleScreen

        return PeopleScreen(world, community, self._export_letter(world))

    def renewal(self, world: World, community: str) -> Screen:
        """Where a renewal of a community is planned."""
        from ui.community.page_cards import story_of
        from ui.community.plan_dialog import PlanDialog
        from ui.community.stages_dialog import StagesDialog
        from ui.renewal.renewal_screen import RenewalActs, RenewalScreen

        def read_stages(parent: QWidget, of: str) -> None:
            StagesDialog(world, parent, of, story_of(world, of)).open()

        def plan(parent: QWidget, of: str, purpose: str, agenda: str) -> None:
            PlanDialog(world, parent, of, purpose, agenda).open()

        sheet = self._export_template(world)
        acts = RenewalActs(self._export(world), sheet, read_stages, plan)
        return RenewalScreen(world, community, acts)

    def design(self, world: World, workshop: str) -> Screen:
        """The agenda of a workshop."""
        from ui.design.design_screen import DesignScreen

        return DesignScreen(world, workshop, self._export(world))

    def cockpit(self, world: World, workshop: str, *, over: bool = False) -> Screen:
        """The cockpit of a workshop, its wall with it; an ended one is read at its closing, unless
        something is typed in later though it is ``over``."""
        if not over and world.library.reader.row(Workshop, workshop).state == "closed":
            return self.closing(world, workshop)
        from ui.cockpit.cockpit import Cockpit
        from ui.wall.wall import Wall

        if not world.rehearsal:
            self._screen_parts.end_rehearsal()
        views = self._screen_parts.views()
        wall = Wall(world, workshop, views.map(lambda view: view.picture))
        try:
            return Cockpit(world, workshop, views, wall)
        except BaseException:
            wall.close()
            raise

    def charter(self, world: World, community: str) -> Screen:
        """A community's charter."""
        from ui.charter.charter_screen import CharterScreen

        return CharterScreen(world, community, self._export(world), self._export_changes(world))

    def closing(self, world: World, workshop: str) -> Screen:
        """The closing of a workshop."""
        from ui.closing.closing_screen import ClosingScreen

        return ClosingScreen(world, workshop, self._export(world))

    def register(self, world: World, community: str, register: str, entry: str) -> Screen:
        """A register of a community, one of its entries in sight."""
        from ui.registers.register_screen import RegisterScreen

        export = self._export(world, register)
        return RegisterScreen(world, community, register, export, entry)

    def portfolio(self, world: World, community: str) -> Screen:
        """The domains of all communities, or of one."""
        from ui.portfolio.portfolio_screen import PortfolioScreen

        return PortfolioScreen(world, self._export(world), community)

    def exercises(self, world: World, exercise: str) -> Screen:
        """The catalogue of exercises, one of them to be read."""
        from ui.exercises.exercises_screen import ExercisesScreen

        def export(parent: QWidget, wanted: "ExportRequest") -> None:
            self._ask_export(world, wanted, parent)

        return ExercisesScreen(world, export, exercise)

    def reading(self, world: World, entry: str) -> Screen:
        """What the catalogue knows, the page of a key to be read."""
        from ui.reading.reading_screen import ReadingScreen

        return ReadingScreen(world, self._export_template(world), entry)

    def reading_window(self, world: World) -> "ReadingWindow":
        """The same in a window beside the work."""
        from ui.reading.reading_window import ReadingWindow

        return ReadingWindow(world, self._export_template(world))

    def search(self, world: World) -> Screen:
        """The search over everything."""
        from ui.search.search_screen import SearchScreen

        return SearchScreen(world)

    def settings(self, world: World) -> Screen:
        """The settings, with the backups."""
        from ui.preferences.settings_screen import SettingsScreen

        return SettingsScreen(world, self._screen_parts.apply_settings, self._screen_parts.restore)

    def rehearse(self, workshop: str) -> None:
        """A window of its own, for a rehearsal."""
        self._screen_parts.rehearse(workshop)

    def _hand_over(self, world: World) -> Callable[[QWidget, str], None]:
        """What asks how to hand a community over."""

        def hand_over(parent: QWidget, community: str) -> None:
            from ui.exporting.hand_over_dialog import HandOverDialog

            HandOverDialog(world, parent, community).open()

        return hand_over

    def _export_template(self, world: World) -> Callable[[QWidget, str, str, str], None]:
        """What exports a letter or sheet, filled for a community or for one of its workshops."""

        def export(parent: QWidget, template: str, community: str, workshop: str) -> None:
            from exports.request import ExportRequest
            from ui.exporting.export_dialog import ExportDialog

            wanted = ExportRequest(
                document="template", subject=community, template=template, workshop=workshop
            )
            ExportDialog(world, self._screen_parts.reports(), wanted, parent).open()

        return export

    def _export_letter(self, world: World) -> Callable[[QWidget, str, str], None]:
        """What exports a letter for the file of somebody of a community."""

        def export(parent: QWidget, community: str, person: str) -> None:
            from exports.documents.template_document import RECOGNITION_LETTER
            from exports.request import ExportRequest

            wanted = ExportRequest(
                document="template", subject=community, template=RECOGNITION_LETTER, person=person
            )
            self._ask_export(world, wanted, parent)

        return export

    def _export(self, world: World, register: str = "") -> Callable[[QWidget, str, str], None]:
        """What exports a document of a subject; of a ``register``, where it is of one. The page of
        a role names the role after a slash."""

        def export(parent: QWidget, document: str, subject: str) -> None:
            from exports.request import ExportRequest

            name, _, role = document.partition("/")
            wanted = ExportRequest(document=name, subject=subject, register=register, role=role)
            self._ask_export(world, wanted, parent)

        return export

    def _export_changes(self, world: World) -> Callable[[QWidget, str, int, int], None]:
        """What exports a comparison of two versions of a charter."""

        def export(parent: QWidget, community: str, version: int, against: int) -> None:
            from exports.request import ExportRequest

            wanted = ExportRequest(
                document="charter-changes", subject=community, version=version, against=against
            )
            self._ask_export(world, wanted, parent)

        return export

    def _ask_export(self, world: World, wanted: "ExportRequest", parent: QWidget) -> None:
        from ui.exporting.export_dialog import ExportDialog

        ExportDialog(world, self._screen_parts.reports(), wanted, parent).open()
