"""Which ideas the exercises serve, at which stage, for which purpose, as text."""

from collections.abc import Iterator

from app.catalogue.catalogue import Catalogue
from app.catalogue.coverage import coverage, serving
from app.words import Words


def told_coverage(catalogue: Catalogue, words: Words) -> str:
    """Each concept with the number of its exercises, then stage by stage the purposes served."""
    return "\n".join(_lines(catalogue, words))


def _lines(catalogue: Catalogue, words: Words) -> Iterator[str]:
    found = coverage(catalogue)
    for concept in catalogue.concepts:
        exercises = serving(catalogue, concept.id)
        name = concept.in_language(words.language)
        yield words("commands.coverage.concept", name=name, n=len(exercises))
        for stage in catalogue.stages:
            purposes = found[concept.id][stage.id]
            if purposes:
                told = ", ".join(words(f"parts.purpose.{purpose}") for purpose in purposes)
                stage_name = stage.in_language(words.language).name
                line = words("commands.coverage.stage", stage=stage_name, purposes=told)
                yield f"  {line}"
