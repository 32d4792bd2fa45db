"""What must hold in what is there to be read, copied or asked: all that it names is there."""

from collections.abc import Iterator, Sequence

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.faults import other_words, twice, unknown
from app.catalogue.placeholders import PLACEHOLDERS, placeholders_in
from app.catalogue.word_check import check_words

FREE = ("forms", "head", "low", "high")
"""Fields that may be empty, and be others in each language."""


def check_reading(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """Every fault in essays, glossary, paradoxes, instruments, templates and signals."""
    tables: Sequence[tuple[str, bool, Sequence[msgspec.Struct]]] = (
        ("interludes", False, catalogue.interludes),
        ("essays", True, catalogue.essays),
        ("glossary", False, catalogue.terms),
        ("paradoxes", False, catalogue.paradoxes),
        ("instruments", False, catalogue.instruments),
        ("templates", True, catalogue.templates),
        ("signals", False, catalogue.signals),
    )
    for table, by_file, entries in tables:
        for entry in entries:
            raw = msgspec.to_builtins(entry)
            name = f"/{raw['id']}" if by_file else ""
            file, prefix = f"catalogue/{table}{name}.toml", "" if by_file else f"{raw['id']}."
            yield from check_words(file, prefix, raw, FREE)
            yield from _check_ids(catalogue, file, prefix, raw)
    for instrument in catalogue.instruments:
        file, items = "catalogue/instruments.toml", instrument.items
        yield from twice(file, f"{instrument.id}.items", items)
        for code, words in instrument.words.items():
            yield from other_words(file, f"{instrument.id}.words.{code}.items", items, words.items)
    yield from _check_templates(catalogue)
    for signal in catalogue.signals:
        if signal.rule.least is None and signal.rule.most is None:
            yield CatalogueError("catalogue/signals.toml", f"{signal.id}.rule", "no-limit")


def _check_templates(catalogue: Catalogue) -> Iterator[CatalogueError]:
    """What a template names in braces, and nothing fills."""
    for template in catalogue.templates:
        for code, words in template.words.items():
            for at, part in enumerate(words.parts):
                texts = {"head": (part.head,), "text": part.text, "items": part.items}
                for field, said in texts.items():
                    for name in placeholders_in(" ".join(said)):
                        if name not in PLACEHOLDERS:
                            place = f"words.{code}.parts[{at}].{field}"
                            file = f"catalogue/templates/{template.id}.toml"
                            yield CatalogueError(file, place, "unknown-fact", id=name)


def _check_ids(
    catalogue: Catalogue, file: str, prefix: str, raw: dict[str, object]
) -> Iterator[CatalogueError]:
    """Concepts, exercises, agendas and terms that are named."""
    known: dict[str, Sequence[str]] = {
        "concepts": [one.id for one in catalogue.concepts],
        "exercises": [one.id for one in catalogue.exercises],
        "agendas": [one.id for one in catalogue.agendas],
        "see": [one.id for one in catalogue.terms if one.id != raw["id"]],
    }
    for place, ids in known.items():
        named = raw.get(place, ())
        assert isinstance(named, tuple | list)
        yield from unknown(file, f"{prefix}{place}", named, ids)
