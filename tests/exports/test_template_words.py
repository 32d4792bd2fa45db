"""Letters and sheets in words: facts as people write them, lines where there are none."""

from datetime import date

import msgspec
import pytest

from app.catalogue.reading_check import check_reading
from app.catalogue.reading_entries import Part
from app.resources import resources_folder
from app.words_files import load_words
from exports.facts.template_facts import ClockTime, DuePromise, Fact, TimedBlock
from exports.template_words import BLANK, Filling
from tests.app.catalogue.pages import INVITATION, with_pages
from tests.app.workshop.plans import block

FACTS: dict[str, Fact] = {
    "community": "Bridge {title} Practice",
    "date": date(2026, 3, 9),
    "starts": ClockTime(540),
    "ends": ClockTime(750),
    "place": None,
    "agenda": (
        TimedBlock(ClockTime(540), block(1, 20)),
        TimedBlock(ClockTime(560), msgspec.structs.replace(block(2, 10), title="")),
    ),
    "sponsor": ("Rose", "Ana"),
    "title": "Launch",
    "actions": (DuePromise("Call", "Bo", due=date(2026, 3, 1)), DuePromise("Write")),
}


def filling(language: str) -> Filling:
    """The facts in a language."""
    return Filling(FACTS, with_pages(), load_words(resources_folder(), language))


def test_facts_are_said_as_people_write_them() -> None:
    """A list becomes points; several names a series; what is not known a line. What a fact says
    in braces stays."""
    first, second = filling("en").passages(INVITATION)
    assert first.texts[0].startswith("Bridge {title} Practice meets on Monday")
    assert first.texts[0].endswith(f"at {BLANK}.")
    assert first.texts[1] == f"The question is: {BLANK}"
    assert [item.split()[-1] for item in second.items[:2]] == ["1", "Break"]
    assert second.items[2] == "Rose and Ana opens."
    assert filling("en").lacking(INVITATION) == ("place", "question")


@pytest.mark.parametrize("language", ["en", "fr"])
def test_promises_say_who_and_by_when(language: str) -> None:
    """As far as that is known."""
    part = Part(items=("{actions}",))
    words = {
        code: msgspec.structs.replace(one, parts=(part,)) for code, one in INVITATION.words.items()
    }
    (passage,) = filling(language).passages(msgspec.structs.replace(INVITATION, words=words))
    assert passage.items[1] == "Write"
    assert passage.items[0].startswith("Call – Bo, ")
    assert "2026" in passage.items[0]


def test_a_name_that_nothing_fills_is_a_fault() -> None:
    """With its file and its field."""
    catalogue = with_pages()
    assert list(check_reading(catalogue)) == []
    english = INVITATION.words["en"]
    broken = (*english.parts[:1], Part(head=english.parts[1].head, items=("{moon}", "{agenda}")))
    words = {**INVITATION.words, "en": msgspec.structs.replace(english, parts=broken)}
    template = msgspec.structs.replace(INVITATION, words=words)
    faults = list(check_reading(msgspec.structs.replace(catalogue, templates=(template,))))
    assert [(one.file, one.field, one.code) for one in faults] == [
        ("catalogue/templates/invitation.toml", "words.en.parts[1].items", "unknown-fact")
    ]
