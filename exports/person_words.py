"""What a letter says of a person, in words."""

from app.catalogue.catalogue import Catalogue
from app.words import Words
from exports.facts.person_facts import (
    RECOGNITION,
    DoneThing,
    HeldRole,
    MonthOf,
    PersonFact,
    RecognizedWay,
)
from exports.role_table import role_name


def person_words(catalogue: Catalogue, words: Words, fact: PersonFact) -> str:
    """A fact as it stands in a letter."""
    match fact:
        case MonthOf():
            return words.day(fact.day, "month")
        case DoneThing():
            if fact.day is None:
                return fact.text
            return words("recognition.done-in", what=fact.text, month=words.day(fact.day, "month"))
        case HeldRole():
            return _held(catalogue, words, fact)
        case RecognizedWay():
            return _way(catalogue, words, fact)


def _held(catalogue: Catalogue, words: Words, held: HeldRole) -> str:
    name = role_name(catalogue, words, held.role, held.label)
    first = words.day(held.starts, "month")
    if held.ends is None:
        said = words("recognition.role-since", role=name, first=first)
    else:
        last = words.day(held.ends, "month")
        said = words("recognition.role-span", role=name, first=first, last=last)
    if not held.hours:
        return said
    hours = words("roles.hours", n=held.hours)
    return words("recognition.role-hours", role=said, hours=hours)


def _way(catalogue: Catalogue, words: Words, way: RecognizedWay) -> str:
    register = catalogue.find_register(RECOGNITION)
    if register is None or not way.door:
        return way.way
    door = register.in_language(words.language).options["door"].get(way.door, way.door)
    return words("recognition.way", way=way.way, door=door)
