"""Exercises of somebody's own, for whoever tests with them."""

from app.catalogue.exercise_entries import Minutes
from app.catalogue.own_exercise import (
    LenientExercise,
    LenientStep,
    LenientStepWords,
    LenientWords,
)


def written(name: str = "La marche des lampes", language: str = "fr") -> LenientExercise:
    """The least that one may write, in one language."""
    return LenientExercise(
        minutes=Minutes(short=10, usual=20, long=30),
        steps=(LenientStep(id="walk", minutes=15), LenientStep(id="tell", minutes=5)),
        words={
            language: LenientWords(
                name=name,
                question="Où manque-t-il une lampe?",
                steps={
                    "walk": LenientStepWords(title="Marcher", say="Suivez la lumière."),
                    "tell": LenientStepWords(title="Raconter"),
                },
            )
        },
    )
