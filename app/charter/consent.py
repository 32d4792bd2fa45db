"""What there is to ask before a charter is recorded as agreed: who cannot, and how one decides."""

from typing import Literal

import msgspec

from app.charter.clauses import cells_of
from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.versions import Agreement, agreement_of, frozen_clauses, versions_of
from app.folding import fold
from app.library.reader import Reader
from app.library.rows import Version
from app.text_direction import join_isolated

DECIDING = "decisions"
"""The charter section that says who decides what."""

FEW = 3
"""People who cannot agree yet, up to whom they are a few: as long as they are a quarter at most."""
SHARE = 4

LINES = 3
"""Lines of the section on deciding that are read out, at most."""

MANY = 5
"""One in so many who has not answered is a few still; more are asked about."""

Objection = Literal["none", "few", "many"]


class Consent(msgspec.Struct, frozen=True):
    """How a count stands before the word is given. The away are in none of its numbers.

    ``rule`` is what the charter says about deciding, in its own words; empty where it says nothing.
    """

    counted: int
    cannot: int
    asked: PeopleAsked
    rule: str = ""

    @property
    def more(self) -> int:
        """How many more were counted than there are people; 0 where their number is not known."""
        return max(0, self.counted - self.asked.people) if self.asked.people else 0

    @property
    def missing(self) -> int:
        """How many of those asked took no stance; 0 where their number is not known."""
        return max(0, self.asked.people - self.counted)

    @property
    def many_missing(self) -> bool:
        """Whether so many took no stance that it is no agreement of all yet."""
        return self.missing * MANY > self.asked.people

    @property
    def objection(self) -> Objection:
        """Whether somebody cannot agree yet: nobody, a few, or so many that it weighs."""
        if not self.cannot:
            return "none"
        few = self.cannot <= FEW and self.cannot * SHARE <= self.counted
        return "few" if few else "many"


def consent_to(reader: Reader, version: Version) -> Consent:
    """What was counted on a version, against who was asked and the community's own rule."""
    known = agreement_of(reader, version.id) or Agreement({}, ())
    asked = people_asked(reader, version.community, version)
    return Consent(
        known.counted, known.counts.get("cannot", 0), asked, _rule_of_decision(reader, version)
    )


def _rule_of_decision(reader: Reader, version: Version) -> str:
    """What is agreed on deciding, else what the version itself says; about the charter if it does.

    The version in force comes first: a rule is not yet one in the version that is asked about.
    """
    agreed = [one for one in versions_of(reader, version.community) if one.status == "agreed"]
    for one in (*agreed, version):
        told = [clause for clause in frozen_clauses(one) if clause.section == DECIDING]
        lines = [join_isolated(row) for clause in told for row in cells_of(clause)]
        own = [line for line in lines if {"charter", "charte"} & set(fold(line).split())]
        if lines:
            return "\n".join((own or lines)[:LINES])
    return ""
