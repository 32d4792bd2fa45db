"""A community splits or merges: into what, what goes where, and before it is done what will be."""

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.facts import by_name
from app.community.today import today_of
from app.library.rows import Community
from app.registers.parting import (
    Key,
    Parting,
    Piece,
    Target,
    called,
    pieces_of,
    suggested_targets,
    suggested_ways,
)
from app.registers.parting_made import carry_out
from exports.parting_words import group_words, origins_of, preview
from ui.community.parting_ways import WayGroup, short_name
from ui.parts.card import Well
from ui.parts.deletion import clear_layout, delete_later
from ui.parts.fields import Field
from ui.parts.form_dialog import FormDialog
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import ShareLayout, holding
from ui.world import World

SPLIT, MERGED = "split", "merged"
_MOST = 26
"""Letters of another community's name in the choice of it."""
_FIELDS = (
    Field(key="state", kind="choice", label="parting.field.state", half=True,
          options=((SPLIT, "parting.state-split"), (MERGED, "parting.state-merged"))),
    Field(key="day", kind="date", label="parting.field.day", required=True, half=True, lean="back"),
    Field(key="names", kind="long", label="parting.field.names",
          hint="parting.field.names-hint", lines=3),
    Field(key="other", kind="choice", label="parting.field.other"),
    Field(key="into", kind="choice", label="parting.field.into",
          options=(("other", "parting.into-other"), ("new", "parting.into-new"))),
    Field(key="name", kind="text", label="parting.field.name"),
    Field(key="reason", kind="text", label="parting.field.reason"),
)  # fmt: skip


class _Source:
    """A community that things come from, with what can go along and how that is asked."""

    def __init__(self, community: Community, pieces: tuple[Piece, ...]) -> None:
        self.community, self.pieces = community, pieces
        self.groups: list[WayGroup] = []

    def ways(self) -> dict[Key, tuple[int, ...]]:
        """Where things go, by their keys."""
        return {key: at for group in self.groups for key, at in group.ways().items()}


class PartingDialog(FormDialog):
    """Asks what goes where, says in sentences what will be, and does it in one change."""

    wide = 1100

    def __init__(self, world: World, parent: QWidget, community: str) -> None:
        """Of the community whose id is given."""
        words, library = world.words, world.library
        today = today_of(library, community)
        super().__init__(
            world, parent, words("parting.title"), words("parting.said"),
            words("parting.do-split"), _FIELDS, today,
        )  # fmt: skip
        self._community = library.reader.row(Community, community)
        self._others = [one for one in by_name(library.reader) if one.id != community]
        self._sources: list[_Source] = []
        look = world.look
        self._ways, self._asked = _column(look.px(8))
        self._preview = Well(look)
        self.told = QWidget()
        beside = ShareLayout(look.px(28), look.px(16))
        beside.add(self.form, 4, look.size(280))
        beside.add(self._ways, 5, look.size(300))
        beside.add(self._preview, 4, look.size(260))
        self.column.add(holding(beside))
        suggested = suggested_targets(library.reader, world.catalogue, community)
        others = [(one.id, short_name(one.name, _MOST)) for one in self._others]
        self.form.set_options("other", others)
        names = "\n".join(one.name for one in suggested)
        self.fill({"state": SPLIT, "day": today, "names": names, "into": "other"})
        self.begin(f"parting:{community}")
        self._ask_ways()

    def touch(self, key: str) -> None:
        """Ask of what there is to be asked now, and say what will be."""
        super().touch(key)
        if key in {"state", "other", "into"}:
            self._ask_ways()
        elif key in {"names", "name"}:
            self._offer()
        else:
            self._tell()

    def keep(self) -> None:
        """Do it. Raises Trouble."""
        world, state = self.world, self.form.text("state")
        words, catalogue = world.words_in(self._community.language), world.catalogue
        plans = self.plans()
        day = plans[0].day
        carry_out(
            world.library,
            catalogue,
            plans,
            lambda old: origins_of(catalogue, words, old, state, day),
        )
        world.notice.say(world.words(f"parting.done-{state}", name=self._community.name))

    def targets(self) -> tuple[Target, ...]:
        """Where things go, as it is answered now."""
        form = self.form
        if form.text("state") == MERGED:
            other = next((one for one in self._others if one.id == form.text("other")), None)
            if form.text("into") == "new":
                return (Target(name=form.text("name")),) if form.text("name") else ()
            return (Target(name=other.name, community=other.id),) if other else ()
        known = {called(one.name): one for one in self._others}
        found = []
        for line in form.text("names").split("\n"):
            name = " ".join(line.split())
            there = known.get(called(name))
            if there is not None:
                found.append(Target(name=there.name, community=there.id))
            elif name:
                found.append(Target(name=name))
        return tuple(found)

    def plans(self) -> list[Parting]:
        """What is to be done, a plan for each community that things come from."""
        form, targets = self.form, self.targets()
        return [
            Parting(
                community=one.community.id,
                state="merged" if form.text("state") == MERGED else "split",
                day=form.day("day") or today_of(self.world.library, one.community.id),
                reason=form.text("reason"),
                targets=targets,
                goes=one.ways() if targets else {},
            )
            for one in self._sources
        ]

    @property
    def groups(self) -> Sequence[WayGroup]:
        """All groups that are asked about."""
        return [group for one in self._sources for group in one.groups]

    def _ask_ways(self) -> None:
        """Ask anew of everything that can go along from whatever things come from now."""
        form, world = self.form, self.world
        merging = form.text("state") == MERGED
        new = merging and form.text("into") == "new"
        self.show_field("names", not merging)
        self.show_field("other", merging and bool(self._others))
        self.show_field("into", merging and bool(self._others))
        self.show_field("name", new)
        self.keep_button.setText(world.words(f"parting.do-{form.text('state')}"))
        from_ = [self._community]
        from_ += [one for one in self._others if new and one.id == form.text("other")]
        clear_layout(self._asked)
        self._asked.addWidget(eyebrow(world.look, world.words("parting.where")))
        self._sources = [self._source(one, several=len(from_) > 1) for one in from_]
        if not self.groups:
            self._asked.addWidget(small(world.look, world.words("parting.nothing")))
        if merging and not self._others:
            self._asked.addWidget(small(world.look, world.words("parting.none-other")))
        self._asked.addStretch(1)
        self._offer()
        self._suggest(merging)

    def _source(self, community: Community, *, several: bool) -> _Source:
        """A community with its groups in the column; it is named where there are several."""
        world, words = self.world, self.world.words
        reader, catalogue = world.library.reader, world.catalogue
        today = today_of(world.library, community.id)
        source = _Source(community, pieces_of(reader, catalogue, community.id, today))
        for group in dict.fromkeys(one.group for one in source.pieces):
            title = group_words(catalogue, words, group)
            if several:
                title = words("parting.of-community", group=title, community=community.name)
            some = [one for one in source.pieces if one.group == group]
            asked = WayGroup(world, title, some)
            asked.changed.connect(self._chosen)
            source.groups.append(asked)
            self._asked.addWidget(asked)
        return source

    def _suggest(self, merging: bool) -> None:
        """Begin from what was decided; a merger takes everything along."""
        reader, catalogue = self.world.library.reader, self.world.catalogue
        for one in self._sources:
            if merging:
                ways: dict[Key, tuple[int, ...]] = {piece.key: (0,) for piece in one.pieces}
            else:
                ways = suggested_ways(
                    reader, catalogue, one.community.id, one.pieces, self.targets()
                )
            for group in one.groups:
                group.set_ways(ways if self.targets() or merging else {})
        self._tell()

    def _offer(self) -> None:
        """Offer the places there are to go to now; a merger has one, whatever it is called."""
        merging = self.form.text("state") == MERGED
        names = [one.name for one in self.targets()]
        for group in self.groups:
            group.offer(names or ([""] if merging else []), merging=merging)
        self._tell()

    def _chosen(self) -> None:
        self.dirty = True
        self._tell()

    def _tell(self) -> None:
        """Say in sentences what will be."""
        world = self.world
        look, words = world.look, world.words
        told, column = _column(look.px(6))
        column.addWidget(eyebrow(look, words("parting.preview")))
        for plan, source in zip(self.plans(), self._sources, strict=True):
            name = source.community.name
            for said, lines in preview(world.catalogue, words, plan, name, source.pieces):
                column.addWidget(WrapLabel(look, said, "small-strong" if lines else "small"))
                for line in lines:
                    column.addWidget(small(look, line))
        column.addStretch(1)
        self.told.hide()
        delete_later(self.told)
        self.told = told
        self._preview.add(told)


def _column(gap: int) -> tuple[QWidget, QVBoxLayout]:
    place = QWidget()
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(gap)
    return place, column
