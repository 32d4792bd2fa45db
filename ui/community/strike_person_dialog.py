"""Striking a person from the record: exactly what goes and what stays, read before it is done."""

from collections import Counter
from collections.abc import Iterable, Iterator
from textwrap import shorten

from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.community.people import elsewhere
from app.library.library import Library
from app.library.rows import STRIKABLE, Person
from app.library.scrubbing import Place
from app.library.strike import StrikeEffects, strike, strike_effects, texts_at
from app.words import Words
from ui.attempt import attempt
from ui.parts.controls import Tick
from ui.parts.form_dialog import QuestionDialog
from ui.parts.labels import eyebrow, small
from ui.parts.layouts import holding
from ui.parts.strike_text import beyond_sentences, say_what_stays
from ui.parts.text_block import TextRun
from ui.world import World

MOST, LONG = 6, 90
"""Texts that say the name shown one by one, the rest counted; how many characters of each."""

_TEXTS = tuple(table for table in STRIKABLE if table != Person.table)
"""What may be struck with a person for saying the name; a namesake never is."""

_TOLD_APART = ("holding", "naming")
"""Rows that go with a person, each counted in words of its own; membership is told by names."""
_KEPT_WITHOUT = ("attendance", "outcome", "holding")
"""Rows that stay without the name, each counted in words of its own."""


def ask_and_strike_person(
    world: World, parent: QWidget, person: Person
) -> "StrikePersonDialog | None":
    """Open the window that says what goes; None where that cannot be said, which is told."""
    found: list[StrikeEffects] = []
    if not attempt(world, lambda: found.append(strike_effects(world.library, [_place(person)]))):
        return None
    dialog = StrikePersonDialog(world, parent, person, found[0])
    dialog.open()
    return dialog


class StrikePersonDialog(QuestionDialog):
    """Asks whether somebody is to be struck from the record, and with which texts."""

    def __init__(
        self, world: World, parent: QWidget, person: Person, effects: StrikeEffects
    ) -> None:
        """``goes`` is what would go of ``person`` alone."""
        words, look = world.words, world.look
        super().__init__(
            world,
            parent,
            words("people.strike.title", name=person.name),
            words("people.strike.said"),
            words("people.strike.yes"),
        )
        self._person, self._alone = person, effects
        self._texts = [place for place in effects.elsewhere if place[0] in _TEXTS]
        self.too = Tick(look, words("people.strike.too", n=len(self._texts)))
        self.too.clicked.connect(self._tell)
        self._labels = {key: small(look, "", "plain") for key in ("goes", "stays", "beyond")}
        for key, label in self._labels.items():
            part = QVBoxLayout()
            part.setContentsMargins(0, 0, 0, 0)
            part.setSpacing(look.px(6))
            part.addWidget(eyebrow(look, words(f"people.strike.{key}")))
            part.addWidget(label)
            if key == "stays" and self._texts:
                part.addWidget(small(look, self._quoted(), "plain"))
                part.addWidget(self.too)
            self.column.add(holding(part))
        # Enter does not strike by accident.
        self.keep_button.setDefault(False)
        self.cancel_button.setDefault(True)
        self._show(effects)

    def first(self) -> QWidget:
        """The button that strikes nothing, so that Enter by mistake does no harm."""
        return self.cancel_button

    def places(self) -> list[Place]:
        """The rows to strike: the person's, and with the box ticked the texts that name them."""
        return [_place(self._person), *(self._texts if self.too.isChecked() else ())]

    def keep(self) -> None:
        """Strike. Raises Trouble."""
        strike(self.world.library, self.places())
        say_what_stays(self.world)

    def _tell(self) -> None:
        """Say what goes now."""
        library = self.world.library
        attempt(self.world, lambda: self._show(strike_effects(library, self.places())))

    def _show(self, effects: StrikeEffects) -> None:
        words, library = self.world.words, self.world.library
        texts = {
            "goes": _going(words, library, self._person, effects),
            "stays": _staying(words, effects),
            "beyond": _beyond(words, effects),
        }
        for key, lines in texts.items():
            self._labels[key].set_text("\n".join(lines))

    def _quoted(self) -> tuple[TextRun, ...]:
        """The texts that say the name, word for word."""
        words, texts = self.world.words, texts_at(self.world.library, self._texts)
        lines = [
            words("parts.quoted", text=shorten(text, LONG, placeholder="…"))
            for text in texts[:MOST]
        ]
        if len(texts) > MOST:
            lines.append(words("people.strike.more", n=len(texts) - MOST))
        return (TextRun(words("people.strike.says")), *(TextRun(f"\n{line}") for line in lines))


def _place(person: Person) -> Place:
    return (Person.table, person.id)


def _counted(words: Words, key: str, places: Iterable[Place], apart: tuple[str, ...]) -> list[str]:
    """Rows by what they are; those without words of their own together."""
    tables = Counter(table for table, _ in places)
    listed = [(one, tables.pop(one)) for one in apart if tables[one]]
    other = tables.total()
    lines = [words(f"people.strike.{key}-{table}", n=n) for table, n in listed]
    return [*lines, *([words(f"people.strike.{key}-other", n=other)] if other else [])]


def _going(words: Words, library: Library, person: Person, effects: StrikeEffects) -> Iterator[str]:
    yield words("people.strike.goes-person")
    where = elsewhere(library.reader, person.id, "")
    if where:
        yield words("people.strike.goes-membership", where=words.series(where))
    rest = [place for place in effects.rows if place[0] not in ("person", "membership", *STRIKABLE)]
    yield from _counted(words, "goes", rest, _TOLD_APART)
    texts = sum(place[0] in STRIKABLE and place != _place(person) for place in effects.rows)
    if texts:
        yield words("people.strike.goes-texts", n=texts)
    if effects.attachments:
        yield words("kinds.strike.attachments", names=words.series(effects.attachments))
    if effects.changes:
        yield words("people.strike.goes-changes", n=effects.changes)
    if effects.backups:
        yield words("people.strike.goes-backups", n=len(effects.backups))
    if effects.backups_removed:
        yield words("kinds.strike.backups-removed", n=len(effects.backups_removed))
    if effects.files:
        yield words("kinds.strike.files", n=len(effects.files))


def _staying(words: Words, effects: StrikeEffects) -> list[str]:
    lines = _counted(words, "stays", effects.loosened, _KEPT_WITHOUT)
    namesakes = sum(table == Person.table for table, _ in effects.elsewhere)
    if namesakes:
        lines.append(words("people.strike.stays-namesake", n=namesakes))
    other = [place for place in effects.elsewhere if place[0] not in STRIKABLE]
    if other:
        lines.append(words("people.strike.stays-named", n=len(other)))
    return lines or [words("people.strike.stays-nothing")]


def _beyond(words: Words, effects: StrikeEffects) -> Iterator[str]:
    yield from beyond_sentences(words, effects)
    yield words("people.strike.beyond-disk")
