"""Agendas made for a test, so that none depends on those the catalogue has."""

from collections.abc import Sequence

import msgspec

from app.catalogue.agenda_entries import Agenda, AgendaBlock, AgendaWords
from app.catalogue.catalogue import Catalogue
from app.workshop.agenda import BREAK

MADE = "made-for-a-test"


def made_agenda(blocks: Sequence[AgendaBlock], **more: object) -> Agenda:
    """A launch from nine, three hours long, for eighteen people."""
    words = {
        code: AgendaWords(name="Made", sentence="One.", whom="Two.", result="Three.", order="Four.")
        for code in ("en", "fr")
    }
    said: dict[str, object] = {
        "id": MADE,
        "purpose": "launch",
        "stages": ("grow",),
        "minutes": 200,
        "people": 18,
        "least": 6,
        "most": 40,
        "starts": "09:00",
        "blocks": tuple(blocks),
        "words": words,
    }
    return Agenda(**{**said, **more})  # type: ignore[arg-type]


def a_morning() -> Agenda:
    """From eight to noon: thirteen blocks, 240 minutes of 270, two breaks among them."""
    blocks = (
        ("what-leaves-this-room", 10),
        ("opening-round", 20),
        ("hopes-and-fears", 30),
        ("break", 15),
        ("case-on-the-table", 30),
        ("what-we-take-care-of", 25),
        ("questions-we-hold", 20),
        ("break", 10),
        ("who-is-missing", 15),
        ("how-often-we-meet", 15),
        ("who-tends-what", 20),
        ("first-ninety-days", 15),
        ("our-word", 15),
    )
    return made_agenda(
        [
            AgendaBlock(interlude=BREAK, minutes=minutes)
            if what == BREAK
            else AgendaBlock(exercise=what, minutes=minutes)
            for what, minutes in blocks
        ],
        minutes=270,
        starts="08:00",
    )


def with_agendas(catalogue: Catalogue, *agendas: Agenda) -> Catalogue:
    """The same catalogue with these agendas only."""
    return msgspec.structs.replace(catalogue, agendas=agendas)


def in_two_parts(catalogue: Catalogue, exercise: str) -> Agenda:
    """An exercise whose last two steps come after lunch, with a welcome before."""
    steps = [step.id for step in catalogue.exercise(exercise).steps]
    usual = catalogue.exercise(exercise).minutes.usual
    first = usual // 2
    return made_agenda(
        (
            AgendaBlock(interlude="welcome", minutes=10),
            AgendaBlock(exercise=exercise, minutes=first, steps=tuple(steps[:-2])),
            AgendaBlock(interlude="lunch", minutes=45, starts="12:00"),
            AgendaBlock(exercise=exercise, minutes=usual - first, steps=tuple(steps[-2:])),
            AgendaBlock(exercise="first-ninety-days", minutes=15, optional=True),
        )
    )
