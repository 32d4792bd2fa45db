"""Which ideas the catalogue serves, at which stage, for which purpose; and what nothing uses."""

from collections.abc import Iterator, Mapping

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise


def serving(catalogue: Catalogue, concept: str) -> tuple[Exercise, ...]:
    """The exercises that serve a concept (its id)."""
    return tuple(one for one in catalogue.exercises if concept in one.concepts)


def coverage(catalogue: Catalogue) -> Mapping[str, Mapping[str, tuple[str, ...]]]:
    """By concept and stage, the purposes (each once, in order) that some exercise serves there."""
    found: dict[str, dict[str, tuple[str, ...]]] = {}
    for concept in catalogue.concepts:
        exercises = serving(catalogue, concept.id)
        found[concept.id] = {
            stage.id: tuple(
                dict.fromkeys(
                    purpose
                    for one in exercises
                    if stage.id in one.stages
                    for purpose in one.purposes
                )
            )
            for stage in catalogue.stages
        }
    return found


def check_coverage(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Ideas that nothing serves."""
    for concept in catalogue.concepts:
        if not serving(catalogue, concept.id):
            yield CatalogueError("catalogue/concepts.toml", concept.id, "never-served")
