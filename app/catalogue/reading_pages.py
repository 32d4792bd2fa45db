"""What the catalogue knows besides exercises, as pages of one shape: whatever shows or searches
them asks nothing about their sort.

Heads are codes or the catalogue's own words; ``reading.head.<code>`` says a code.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Literal

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import Role, Section, Stage
from app.catalogue.exercise_entries import Exercise
from app.catalogue.reading_entries import (
    Essay,
    Instrument,
    Paradox,
    Part,
    PoleWords,
    Template,
    Term,
)

Sort = Literal["essay", "paradox", "stage", "role", "section", "instrument", "template", "term"]
SORTS: tuple[Sort, ...] = (
    "essay", "paradox", "stage", "section", "role", "instrument", "template", "term",
)  # fmt: skip
"""The sorts of entries, in the order in which they are listed."""

Voice = Literal["", "quote", "good", "weak"]


class Passage(msgspec.Struct, frozen=True, kw_only=True):
    """A part of a page, under a ``code`` or a ``head`` of the catalogue's own, or under none.

    ``exercises`` are ids, ``entries`` keys of other pages: links that stand under it. ``poles``:
    the two sides of a paradox.
    """

    code: str = ""
    head: str = ""
    texts: tuple[str, ...] = ()
    items: tuple[str, ...] = ()
    voice: Voice = ""
    exercises: tuple[str, ...] = ()
    entries: tuple[str, ...] = ()
    poles: tuple[PoleWords, ...] = ()

    @property
    def said(self) -> bool:
        """Whether there is anything under its head."""
        return bool(self.texts or self.items or self.exercises or self.entries or self.poles)


class ReadingEntry(msgspec.Struct, frozen=True, kw_only=True):
    """A page: its name, the sentence it opens with, and its passages.

    ``facts`` are counted: ``reading.fact.<code>`` says each. ``tone`` names a stage's colour.
    ``other``: its name in other languages.
    """

    sort: Sort
    id: str
    name: str
    lead: str
    passages: tuple[Passage, ...] = ()
    facts: Mapping[str, int] = {}
    tone: str = ""
    other: tuple[str, ...] = ()

    @property
    def key(self) -> str:
        """What it is known by among pages of every sort."""
        return entry_key(self.sort, self.id)


def entry_key(sort: Sort, entry: str) -> str:
    """The key of an entry of the catalogue."""
    return f"{sort}:{entry}"


def reading_entries(catalogue: Catalogue, language: str) -> tuple[ReadingEntry, ...]:
    """Every page in a language, sort by sort, each sort in the catalogue's order."""
    pages: Mapping[Sort, Callable[[], Iterator[ReadingEntry]]] = {
        "essay": lambda: (_essay(one, language) for one in catalogue.essays),
        "paradox": lambda: (_paradox(one, language) for one in catalogue.paradoxes),
        "stage": lambda: (_stage(catalogue.stages, one, language) for one in catalogue.stages),
        "section": lambda: (_section(catalogue, one, language) for one in catalogue.sections),
        "role": lambda: (_role(one, language) for one in catalogue.roles),
        "instrument": lambda: (_instrument(one, language) for one in catalogue.instruments),
        "template": lambda: (_template(one, language) for one in catalogue.templates),
        "term": lambda: (_term(one, language) for one in catalogue.terms),
    }
    return tuple(entry for sort in SORTS for entry in pages[sort]())


def feeding(catalogue: Catalogue, section: str) -> tuple[Exercise, ...]:
    """The exercises whose results go into a charter section."""
    return tuple(
        one
        for one in catalogue.exercises
        if section in one.sections or any(section in fed for fed in one.feeds.values())
    )


def _essay(essay: Essay, language: str) -> ReadingEntry:
    words = essay.in_language(language)
    return ReadingEntry(
        sort="essay",
        id=essay.id,
        name=words.title,
        lead=words.lead,
        passages=_said(*_parts(words.parts), Passage(code="try", exercises=essay.exercises)),
        other=_other(language, {code: one.title for code, one in essay.words.items()}),
    )


def _paradox(paradox: Paradox, language: str) -> ReadingEntry:
    words = paradox.in_language(language)
    return ReadingEntry(
        sort="paradox",
        id=paradox.id,
        name=words.name,
        lead="",
        passages=_said(
            Passage(code="asked", texts=(words.question,), voice="quote"),
            Passage(code="fair", texts=(words.fair,)),
            Passage(code="other-side", texts=(words.other,)),
            Passage(code="both", poles=words.poles),
            Passage(code="tries", items=words.tries, exercises=paradox.exercises),
        ),
        other=_other(language, {code: one.name for code, one in paradox.words.items()}),
    )


def _stage(stages: Sequence[Stage], stage: Stage, language: str) -> ReadingEntry:
    words = stage.in_language(language)
    others = tuple(entry_key("stage", one.id) for one in stages if one.id != stage.id)
    return ReadingEntry(
        sort="stage",
        id=stage.id,
        name=words.name,
        lead=words.sentence,
        passages=_said(
            Passage(texts=(words.image,)),
            Passage(code="tension", texts=(words.tension,)),
            Passage(code="feels", texts=(words.feels,)),
            Passage(code="questions", items=words.questions),
            Passage(code="signs", items=words.signs),
            Passage(code="ready", items=words.ready),
            Passage(code="trouble", items=words.trouble),
            Passage(code="helps", items=words.helps, exercises=stage.exercises),
            Passage(code="later", items=words.later),
            Passage(code="other-stages", entries=others),
        ),
        tone=stage.colour,
        other=_other(language, {code: one.name for code, one in stage.words.items()}),
    )


def _section(catalogue: Catalogue, section: Section, language: str) -> ReadingEntry:
    words = section.in_language(language)
    within = (entry_key("section", section.parent),) if section.parent else ()
    fed = tuple(one.id for one in feeding(catalogue, section.id))
    return ReadingEntry(
        sort="section",
        id=section.id,
        name=words.name,
        lead=words.prompt,
        passages=_said(
            Passage(code="draft", texts=(words.help,)),
            Passage(code="good", texts=(words.good,), voice="good"),
            Passage(code="weak", texts=(words.weak,), voice="weak"),
            Passage(code="columns", items=tuple(words.columns.values())),
            Passage(code="feed", exercises=fed),
            Passage(code="within", entries=within),
        ),
        other=_other(language, {code: one.name for code, one in section.words.items()}),
    )


def _role(role: Role, language: str) -> ReadingEntry:
    words = role.in_language(language)
    facts = {"months": role.term_months, "hours": role.hours_month}
    begins = "begins-workshop" if role.workshop else "begins"
    return ReadingEntry(
        sort="role",
        id=role.id,
        name=words.name,
        lead=words.asks,
        passages=_said(
            Passage(code="why", texts=(words.why,)),
            Passage(code="does", items=words.does),
            Passage(code=begins, items=words.begins),
            Passage(code="hands-over", texts=(words.hands_over,)),
        ),
        facts={code: n for code, n in facts.items() if n},
        other=_other(language, {code: one.name for code, one in role.words.items()}),
    )


def _instrument(instrument: Instrument, language: str) -> ReadingEntry:
    words = instrument.in_language(language)
    return ReadingEntry(
        sort="instrument",
        id=instrument.id,
        name=words.name,
        lead=words.purpose,
        passages=_said(
            Passage(code="when", texts=(words.when,)),
            Passage(
                code="unsigned-items" if instrument.unsigned else "items",
                items=tuple(words.items[one] for one in instrument.items),
            ),
            Passage(code="low", texts=_texts(words.low)),
            Passage(code="high", texts=_texts(words.high)),
            Passage(code="read", items=words.reading),
            Passage(code="then", items=words.then, exercises=instrument.exercises),
        ),
        facts={"scale": instrument.scale} if instrument.scale > 2 else {},
        other=_other(language, {code: one.name for code, one in instrument.words.items()}),
    )


def _template(template: Template, language: str) -> ReadingEntry:
    words = template.in_language(language)
    return ReadingEntry(
        sort="template",
        id=template.id,
        name=words.name,
        lead=words.purpose,
        passages=_said(Passage(code="reader", texts=(words.reader,)), *_parts(words.parts)),
        other=_other(language, {code: one.name for code, one in template.words.items()}),
    )


def _term(term: Term, language: str) -> ReadingEntry:
    words = term.in_language(language)
    see = tuple(entry_key("term", one) for one in term.see)
    return ReadingEntry(
        sort="term",
        id=term.id,
        name=words.name,
        lead=words.text,
        passages=_said(Passage(code="see", entries=see)),
        other=_other(language, {code: one.name for code, one in term.words.items()}),
    )


def _parts(parts: Sequence[Part]) -> Iterator[Passage]:
    for part in parts:
        yield Passage(head=part.head, texts=part.text, items=part.items)


def _said(*passages: Passage) -> tuple[Passage, ...]:
    """Those in which something is said."""
    return tuple(one for one in passages if one.said)


def _texts(text: str) -> tuple[str, ...]:
    return (text,) if text else ()


def _other(language: str, names: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(name for code, name in names.items() if code != language)
