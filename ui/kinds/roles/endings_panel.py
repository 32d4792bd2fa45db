"""Turns that end: whose, since when, who comes next; thanks, and what is passed on."""

from collections.abc import Sequence

from app.kinds.handing_over import Ending, endings, pass_on, thank
from app.moment import day
from app.workshop.planning import scope_of
from app.workshop.running import Running
from app.workshop.titles import prompt_language
from ui.kinds.roles.role_text import role_name
from ui.parts.card import Card
from ui.parts.deletion import delete_later
from ui.parts.labels import WrapLabel, small
from ui.parts.scroll_column import ScrollColumn
from ui.parts.state_list import StateLine, StateList
from ui.parts.text_places import TextPlace, handover_place, role_thanks_place
from ui.parts.word_field import WordField
from ui.world import World


class EndingsPanel(ScrollColumn):
    """The holdings that end around the day, one of them open to be written about."""

    def __init__(self, world: World) -> None:
        """No turn ends yet."""
        look, words = world.look, world.words
        super().__init__(look, gap=8)
        self._world = world
        self._running: Running | None = None
        self._endings: Sequence[Ending] = ()
        self._current = ""
        self.thanks: WordField | None = None
        self.handover: WordField | None = None
        self.card = Card(look, tight=True)
        self.card.set_title(words("inroom.ending"))
        self.none = small(look, words("inroom.ended-none"))
        self.meant = WrapLabel(look, "", "strong")
        self.told = small(look, "", "plain")
        self.list = StateList(look, words("inroom.ending"))
        self.list.chosen.connect(self._choose)
        self.card.add(self.none, self.meant, self.told)
        self.add(self.card, self.list)

    def show_running(self, running: Running) -> None:
        """Show the turns that end in a run as they now are."""
        self._running = running
        world = self._world
        self._endings = endings(world.library.reader, world.catalogue.roles, running)
        known = [one.id for one in self._endings]
        if self._current not in known:
            self._current = known[0] if known else ""
        self.none.setVisible(not known)
        self.meant.setVisible(bool(known))
        self.told.setVisible(bool(known))
        self.list.setVisible(len(known) > 1)
        lines = [StateLine(one.id, self._named(one), self._ends(one)) for one in self._endings]
        self.list.show_lines(lines, self._current)
        self._show_meant()

    def _named(self, ending: Ending) -> str:
        words = self._world.words
        return words("inroom.who-held", role=self._role(ending), name=ending.held.person.name)

    def _role(self, ending: Ending) -> str:
        if ending.label:
            return ending.label
        assert self._running is not None
        language = prompt_language(self._running.workshop, self._world.words.language)
        return role_name(self._world.catalogue, ending.role, language)

    def _ends(self, ending: Ending) -> str:
        words, ends = self._world.words, ending.held.ends
        if ends is None or self._running is None:
            return ""
        # A term is over on the day after its last one.
        over = ends < day(self._running.workshop.date)
        return words("inroom.ended" if over else "inroom.ends", day=words.day(ends))

    def _choose(self, holding: str) -> None:
        self._current = holding
        self._show_meant()

    def _show_meant(self) -> None:
        meant = next((one for one in self._endings if one.id == self._current), None)
        if meant is None:
            self._drop()
            return
        words, held, after = self._world.words, meant.held, meant.next
        self.meant.set_text(self._named(meant))
        since = words("inroom.since", day=words.day(held.starts))
        lines = [" · ".join(filter(None, (since, self._ends(meant))))]
        if held.deputy is not None:
            lines.append(words("inroom.deputy", name=held.deputy.name))
        if after is None:
            lines.append(words("inroom.next-open"))
        else:
            begins = words.day(after.starts)
            lines.append(words("inroom.next", name=after.person.name, day=begins))
        self.told.set_text("\n".join(lines))
        self._show_fields(meant)

    def _show_fields(self, meant: Ending) -> None:
        running, library, words = self._running, self._world.library, self._world.words
        if running is None:
            return
        holding, scope = meant.id, scope_of(running.workshop)
        if self.handover is not None and self.handover.place != handover_place(holding):
            self._drop()
        if self.handover is None or self.thanks is None:
            thanks = TextPlace(
                key=role_thanks_place(running.run.id, holding),
                scope=scope,
                keep=lambda text: thank(library, running, holding, text),
                may_be_empty=True,
            )
            handed = TextPlace(
                key=handover_place(holding),
                scope=scope,
                keep=lambda text: pass_on(library, running, holding, text),
                may_be_empty=True,
            )
            named = (words("inroom.thanks"), words("inroom.thanks-empty"))
            self.thanks = WordField(self._world, *named, thanks)
            named = (words("inroom.handover"), words("inroom.handover-empty"))
            self.handover = WordField(self._world, *named, handed)
            self.card.add(self.thanks, self.handover)
        self.thanks.autosave.show(meant.thanks.text if meant.thanks is not None else "")
        self.handover.autosave.show(meant.held.holding.handover)

    def _drop(self) -> None:
        for field in (self.thanks, self.handover):
            if field is not None:
                field.hide()
                delete_later(field)
        self.thanks = self.handover = None
