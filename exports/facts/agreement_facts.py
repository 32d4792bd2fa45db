"""The facts of an agreement beside its counts: the rule, each section's positions, names."""

from collections.abc import Mapping

import msgspec

from app.catalogue.catalogue import Catalogue
from app.charter.consent import RuleStanding, rule_standing
from app.charter.replies import SectionStances, named_positions, section_stances
from app.charter.versions import agreement_of, stances_round
from app.library.reader import Reader
from app.library.rows import Person, Version


class AnswersTold(msgspec.Struct, frozen=True):
    """What is told of the answers to a version.

    ``sections`` (by the key of their counts) are told once the round is closed, and so is how
    replies in private stand to the ``rule``: two papers with one answer between them would tell
    whose it is. ``named`` are positions to the whole, by person;
    ``names`` the names of all who wish to be named, by their ids: not of those whose reservation
    was taken down with their name, who were not asked about papers.
    """

    version: Version
    rule: RuleStanding | None
    sections: Mapping[str, SectionStances]
    named: Mapping[str, str]
    names: Mapping[str, str]


def read_answers(reader: Reader, catalogue: Catalogue, version: Version) -> AnswersTold:
    """What a paper may tell of the answers to a version."""
    asked = stances_round(reader, version.id)
    closed = asked is not None and asked.closed is not None
    sections = section_stances(reader, version) if closed else {}
    named = named_positions(reader, version)
    wished = set(named)
    for told in sections.values():
        wished |= told.named.keys()
    people = (reader.find(Person, one) for one in wished)
    names = {one.id: one.name for one in people if one is not None}
    known = agreement_of(reader, version.id)
    secret = known is not None and known.in_private and not closed
    rule = None if secret else rule_standing(reader, catalogue, version)
    return AnswersTold(version, rule, sections, named, names)
