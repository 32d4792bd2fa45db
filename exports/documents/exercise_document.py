"""An exercise on one sheet of paper: what whoever leads it needs in the hand."""

from app.catalogue.catalogue import Catalogue
from app.catalogue.exercise_entries import Exercise
from app.library.reader import Reader
from app.words import Words
from exports.documents.document import LeftOut, Materials
from exports.documents.frame import document_head
from exports.facts.exercise_facts import ExerciseFacts, read_exercise
from exports.page import Page, Panel, Panels, Paragraph, Piece, Span, Table
from exports.recipe_words import (
    beforehand_words,
    groups_words,
    kept_words,
    things_to_bring,
    way_name,
)
from exports.request import ExportRequest

WIDTHS = (0.08, 0.14, 0.42, 0.36)
"""Shares of the columns: minutes, the step, what to do, what to say."""
COLOURS = {
    "discover": "#A83E62",
    "grow": "#8A5A0C",
    "establish": "#1D6A6A",
    "put-to-work": "#2F5F9E",
    "renew": "#75478A",
}
"""The colour of each stage in print."""


class ExerciseDocument:
    """A recipe: the question, the steps with what to do and say, what to bring and listen for."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> ExerciseFacts:
        """The exercise's facts. Raises KeyError for an exercise there is not."""
        return read_exercise(catalogue, request)

    def page(self, facts: ExerciseFacts, request: ExportRequest, materials: Materials) -> Page:
        """All of it on one sheet, in smaller type where it has to be."""
        words, exercise = materials.words, facts.exercise
        name = exercise.in_language(words.language).name
        title = words("paper.exercise-foot", name=name)
        return Page(
            language=words.language,
            title=title,
            foot=title,
            folio=words("paper.folio", n="{n}", total="{total}"),
            figure_word=words("paper.figure", n="{n}"),
            author="Hearth",
            pieces=tuple(_pieces(words, materials.catalogue, facts)),
            accent=COLOURS.get(next(iter(exercise.stages), ""), COLOURS["establish"]),
            one_sheet=True,
        )

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """Nothing: it holds no word of any community."""
        return []

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """Whichever one reads in: an exercise is at home in all."""
        return ""


def _pieces(words: Words, catalogue: Catalogue, facts: ExerciseFacts) -> list[Piece]:
    exercise, recipe = facts.exercise, facts.recipe
    wording = exercise.in_language(words.language)
    pieces = document_head(_over(words, catalogue, facts), wording.name, wording.purpose)
    asked = (Span(words("paper.on-wall"), strong=True), Span(f" {wording.question}"))
    pieces.append(Paragraph(asked))
    pieces.append(_steps(words, facts))
    for label, text in (
        ("paper.listen", wording.listen),
        ("paper.fails", wording.fails),
        ("paper.close", wording.close),
    ):
        if text:  # one's own exercise may say nothing there
            pieces.append(_remark(words(label), text))
    things = things_to_bring(words, recipe, words.language, facts.people, facts.groups)
    if exercise.groups is not None:
        things.append(groups_words(words, exercise.groups))
    before = (beforehand_words(words, exercise), wording.room, *wording.prepare)
    before = tuple(text for text in before if text)
    bring = Panel(words("recipe.bring-for", n=facts.people), tuple(things))
    ready = Panel(words("recipe.before-you-begin"), before)
    pieces.append(Panels((bring, ready) if things else (ready,)))
    if wording.helpers:
        label = words("parts.recipe.label", label=words("recipe.helpers"))
        pieces.append(_remark(label, " ".join(wording.helpers)))
    label = words("parts.recipe.label", label=words("recipe.kept"))
    pieces.append(_remark(label, kept_words(words, exercise)))
    return pieces


def _over(words: Words, catalogue: Catalogue, facts: ExerciseFacts) -> str:
    """Its stages, for how many people, how long; and in which way, where not as written."""
    exercise = facts.exercise
    parts = [", ".join(_stages(words, catalogue, exercise))]
    parts.append(words("exercises.people", least=exercise.people.least, most=exercise.people.most))
    parts.append(words("parts.minutes", n=facts.recipe.minutes))
    if facts.recipe.way:
        parts.append(way_name(words, facts.recipe.way))
    return " · ".join(part for part in parts if part)


def _stages(words: Words, catalogue: Catalogue, exercise: Exercise) -> list[str]:
    found = (catalogue.find_stage(one) for one in exercise.stages)
    return [one.in_language(words.language).name for one in found if one is not None]


def _steps(words: Words, facts: ExerciseFacts) -> Table:
    """A row for each step: its minutes, what it is, what to do, what to say."""
    rows = [
        (
            words("paper.minutes", n=step.minutes),
            step.title,
            step.do,
            words("paper.quoted", text=step.say) if step.say else "",
        )
        for step in facts.recipe.steps_in(words.language)
    ]
    heads = ("", words("paper.step"), words("paper.do"), words("paper.say"))
    return Table(heads, tuple(rows), WIDTHS, strong_column=1)


def _remark(label: str, text: str) -> Paragraph:
    return Paragraph((Span(label, strong=True), Span(f" {text}")), "small")
