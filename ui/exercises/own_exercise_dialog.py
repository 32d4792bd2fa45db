"""Writing an exercise of one's own: new, or copied from another and changed."""

from collections.abc import Callable, Mapping

import msgspec
from PySide6.QtWidgets import QWidget

from app.catalogue.entries import Purpose
from app.catalogue.exercise_entries import Exercise, Minutes
from app.catalogue.own_exercise import LenientExercise, is_own, own_copy
from app.library.trouble import Trouble
from app.library.workshop_rows import PURPOSES
from app.workshop.own_check import FREE_ZONES, MOST_MINUTES, checked_own
from app.workshop.own_draft import OwnDraft, StepDraft, draft_of, drafted
from app.workshop.own_exercises import add_own_exercise, change_own_exercise
from ui.attempt import trouble_sentence
from ui.exercises.own_steps import StepList, StepsControl, steps_in, steps_text
from ui.look.themes import STAGES, Tone
from ui.parts.exercise_text import kind_name
from ui.parts.fields import Field, Value
from ui.parts.form_dialog import FormDialog
from ui.parts.several_control import BETWEEN, SeveralControl
from ui.world import World

FIELD_OF: Mapping[str, str] = {
    "own-unnamed": "name",
    "own-question-missing": "question",
    "own-question-long": "question",
    "own-steps-missing": "steps",
    "own-steps-many": "steps",
    "own-step-unnamed": "steps",
    "own-step-minutes": "steps",
    "own-minutes": "short",
    "own-people": "least",
    "own-zones-missing": "zones",
    "own-zones-fixed": "zones",
    "too-many-zones": "zones",
}
"""Under which field each trouble is said; any other is said below them all."""

_LONG = ("when", "when_not", "room", "listen", "close", "fails")


class OwnExerciseDialog(FormDialog):
    """Asks for an exercise of one's own. ``kept`` is called with its id once it is saved."""

    wide = 860

    def __init__(
        self,
        world: World,
        parent: QWidget,
        of: Exercise | None,
        kept: Callable[[str], object],
        *,
        copy: bool = False,
    ) -> None:
        """``of``: the exercise to change, or to ``copy``; a new one without any."""
        words = world.words
        self._kept = kept
        self._copied_from = of.id if of is not None and copy else ""
        self._changes = of is not None and not copy and is_own(of.id)
        language = words.language
        self._before = _before(of, language, changes=self._changes)
        act = "edit" if self._changes else "copy" if of is not None else "write"
        name = of.in_language(language).name if of is not None else ""
        super().__init__(
            world,
            parent,
            words(f"own.title-{act}", name=name),
            words("own.sentence"),
            words("own.save"),
            _fields(world, self._before.kind),
            world.moment.now().date(),
        )
        kinds = tuple(FREE_ZONES) if self._before.kind in FREE_ZONES else (self._before.kind,)
        self.form.set_options("kind", [(one, kind_name(words, one)) for one in kinds])
        self.fill(_values(draft_of(self._before, language)))
        self._fold()
        self.begin(f"own-exercise:{act}:{of.id if of is not None else ''}")
        self._fold()

    @property
    def steps(self) -> StepList:
        """The steps as they are written."""
        widget = self.form.field_widget("steps")
        assert isinstance(widget, StepList)
        return widget

    def touch(self, key: str) -> None:
        """The shortest and the longest length go along where the steps leave them behind."""
        super().touch(key)
        if key == "steps":
            total = self.steps.minutes
            if (self.form.number("short") or 1) > total:
                self.fill({"short": max(1, total)})
            if (self.form.number("long") or 1) < total:
                self.fill({"long": min(MOST_MINUTES, total)})

    def ready(self) -> bool:
        """Whether it can be led as it is; what cannot be is said under its field."""
        if not super().ready():
            return False
        try:
            checked_own(self._typed())
        except Trouble as trouble:
            sentence = trouble_sentence(self.world.words, trouble)
            if trouble.code in FIELD_OF:
                self.form.show_errors({FIELD_OF[trouble.code]: sentence})
            else:
                self.bar.say(sentence, "ember")
            return False
        return True

    def keep(self) -> None:
        """Keep it among one's own. Raises Trouble."""
        library = self.world.library
        if self._changes:
            made = change_own_exercise(library, self._typed())
        else:
            made = add_own_exercise(library, self._typed(), self._copied_from)
        self._kept(made.id)

    def _typed(self) -> LenientExercise:
        """The exercise as it is typed. Raises Trouble."""
        return drafted(self._before, self._draft(), self.world.words.language)

    def _draft(self) -> OwnDraft:
        form = self.form
        purposes = form.text("purposes").split(BETWEEN)
        return OwnDraft(
            **{one: form.text(one) for one in ("name", "purpose", "question", *_LONG)},
            kind=form.text("kind"),
            zones=tuple(form.text("zones").splitlines()),
            steps=steps_in(form.text("steps")),
            short=form.number("short") or 1,
            long=form.number("long") or 1,
            least=form.number("least") or 1,
            most=form.number("most") or 1,
            stages=tuple(filter(None, form.text("stages").split(BETWEEN))),
            purposes=msgspec.convert(
                [one for one in purposes if one in PURPOSES], tuple[Purpose, ...]
            ),
            materials=tuple(form.text("materials").splitlines()),
        )

    def _fold(self) -> None:
        """Zones are asked for where there are any, or may be."""
        free = self._before.kind in FREE_ZONES
        self.show_field("zones", free or bool(self.form.text("zones")))


def _before(of: Exercise | None, language: str, *, changes: bool) -> LenientExercise:
    """What is changed: an own exercise as it is, a copy, or one with a single step."""
    if isinstance(of, LenientExercise) and changes:
        return of
    if of is not None:
        return own_copy(of, language)
    return LenientExercise(minutes=Minutes(short=5, usual=10, long=20))


def _fields(world: World, kind: str) -> tuple[Field, ...]:
    """What is asked, in the order in which one thinks of it."""
    zones_hint = "own.zones-hint" if kind in FREE_ZONES else ""
    return (
        Field(key="name", kind="text", label="own.name", required=True),
        Field(key="purpose", kind="long", label="own.purpose", lines=2),
        Field(key="question", kind="text", label="own.question", hint="own.question-hint",
              required=True),
        Field(key="kind", kind="choice", label="own.kind"),
        Field(key="zones", kind="long", label="own.zones", hint=zones_hint, lines=3),
        Field(key="steps", kind="long", label="own.steps", make=lambda: StepsControl(world)),
        _number("short", "parts.minutes-unit"),
        _number("long", "parts.minutes-unit"),
        _number("least"),
        _number("most"),
        Field(key="when", kind="long", label="own.when", lines=3, half=True),
        Field(key="when_not", kind="long", label="own.when-not", lines=3, half=True),
        Field(key="room", kind="long", label="own.room", lines=2),
        Field(key="materials", kind="long", label="own.materials", hint="own.materials-hint",
              lines=4),
        Field(key="listen", kind="long", label="own.listen", lines=3),
        Field(key="close", kind="long", label="own.close", lines=3),
        Field(key="fails", kind="long", label="own.fails", lines=3),
        *_served(world),
    )  # fmt: skip


def _number(key: str, unit: str = "") -> Field:
    return Field(
        key=key,
        kind="number",
        label=f"own.{key}",
        least=1,
        most=MOST_MINUTES,
        required=True,
        half=True,
        unit=unit,
    )


def _served(world: World) -> tuple[Field, Field]:
    """The stages and the workshops that an exercise suits."""
    look, words = world.look, world.words
    stages = [
        (stage.id, stage.in_language(words.language).name, tone)
        for stage in world.catalogue.stages
        for tone in STAGES
        if tone == stage.colour
    ]
    teal: Tone = "teal"
    purposes = [(one, words(f"parts.purpose.{one}"), teal) for one in PURPOSES]
    return (
        Field(
            key="stages",
            kind="choice",
            label="own.stages",
            make=lambda: SeveralControl(look, stages),
        ),
        Field(
            key="purposes",
            kind="choice",
            label="own.purposes",
            make=lambda: SeveralControl(look, purposes),
        ),
    )


def _values(draft: OwnDraft) -> dict[str, Value]:
    """A draft as the form's fields hold it."""
    steps = draft.steps or (StepDraft(minutes=10),)
    return {
        **{one: getattr(draft, one) for one in ("name", "purpose", "question", *_LONG)},
        "kind": draft.kind,
        "zones": "\n".join(draft.zones),
        "steps": steps_text(steps),
        "short": draft.short,
        "long": draft.long,
        "least": draft.least,
        "most": draft.most,
        "stages": BETWEEN.join(draft.stages),
        "purposes": BETWEEN.join(draft.purposes),
        "materials": "\n".join(draft.materials),
    }
