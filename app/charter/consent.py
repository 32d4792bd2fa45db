"""What there is to ask before a charter is recorded as agreed: who cannot, and how one decides."""

from collections.abc import Mapping
from typing import Literal, get_args

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.entries import AgreementRule
from app.charter.agreement_rules import ChosenRule, rule_of_version
from app.charter.clauses import cells_of
from app.charter.people_asked import PeopleAsked, people_asked
from app.charter.versions import Agreement, agreement_of, frozen_clauses, versions_of
from app.charter.whole_told import WholeTold, whole_told
from app.community.held_roles import SPONSOR
from app.folding import fold
from app.library.charter_rows import NamedPosition
from app.library.reader import Reader
from app.library.rows import Holding, Version
from app.text_direction import join_isolated
from app.workshop.rounds import STANCES

DECIDING = "decisions"
"""The charter section that says who decides what."""

FEW = 3
"""People who cannot agree yet, up to whom they are a few: as long as they are a quarter at most."""
SHARE = 4

LINES = 3
"""Lines of the section on deciding that are read out, at most."""

MANY = 5
"""One in so many who has not answered is a few still; more are asked about."""

Objection = Literal["none", "few", "many", "somebody", "untold"]
Lacking = Literal[
    "nobody",
    "quorum",
    "asked",
    "everybody",
    "share",
    "cannot",
    "untold",
    "sponsor",
    "sponsor-vacant",
]

UNKNOWN: tuple[Lacking, ...] = ("nobody", "asked", "untold", "sponsor-vacant")
"""What a rule lacks because nobody knows it, or may tell it, and not because anybody said
otherwise."""


class Consent(msgspec.Struct, frozen=True):
    """How a count stands before the word is given. The away are in none of its numbers.

    ``rule`` is what the charter says about deciding, in its own words; empty where it says nothing.
    ``told`` is what may be told of positions, where replies came in private.
    """

    counted: int
    cannot: int
    asked: PeopleAsked
    rule: str = ""
    told: WholeTold | None = None

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
        """Whether somebody cannot agree yet: nobody, a few, or so many that it weighs; somebody,
        where it may not be told how many; or untold."""
        if self.told is not None and self.told.few:
            return "untold"
        if not self.cannot:
            return "none"
        if self.told is not None and self.told.cannot is None:
            return "somebody"
        few = self.cannot <= FEW and self.cannot * SHARE <= self.counted
        return "few" if few else "many"


def consent_to(reader: Reader, version: Version) -> Consent:
    """What was counted on a version, against who was asked and the community's own rule."""
    known = agreement_of(reader, version.id) or Agreement({}, ())
    asked = people_asked(reader, version.community, version)
    cannot, rule = known.counts.get("cannot", 0), _rule_of_decision(reader, version)
    return Consent(known.counted, cannot, asked, rule, whole_told(known))


class RuleStanding(msgspec.Struct, frozen=True):
    """How a count stands to the rule that the community chose: a reason, never a gate.

    ``lacking`` are codes of what the rule still asks for, in order; ``asked``: nobody knows how
    many were asked; ``untold``: replies in private may not be told so far; ``sponsor-vacant``:
    nobody sponsors. ``agreeing`` of ``of`` go along, ``needed`` would have to; ``answered`` took a
    position, ``quorum`` have to. ``agreeing`` and ``cannot`` are None where that may not be told.
    """

    rule: AgreementRule
    lacking: tuple[Lacking, ...]
    agreeing: int | None
    of: int
    needed: int
    answered: int
    quorum: int
    cannot: int | None
    voters: str

    @property
    def state(self) -> Literal["reached", "not-yet", "unknown"]:
        """Whether the rule is met, as far as anybody knows."""
        if not self.lacking:
            return "reached"
        return "unknown" if set(self.lacking) <= set(UNKNOWN) else "not-yet"


def rule_standing(reader: Reader, catalogue: Catalogue, version: Version) -> RuleStanding | None:
    """How what was counted on a version stands to the rule; None where no rule was chosen."""
    chosen = rule_of_version(reader, version)
    rule = catalogue.find_agreement_rule(chosen.rule)
    if rule is None:
        return None
    known = agreement_of(reader, version.id) or Agreement({}, ())
    asked = people_asked(reader, version.community, version)
    sponsor = _sponsor_said(reader, version) if rule.sponsor else "yes"
    standing = against_rule(rule, chosen, known.counts, asked.people, sponsor)
    return as_told(standing, known)


def against_rule(
    rule: AgreementRule,
    chosen: ChosenRule,
    counts: Mapping[str, int],
    asked: int,
    sponsor: Literal["yes", "not-yet", "vacant"] = "yes",
) -> RuleStanding:
    """Counts against a rule: ``asked`` people (0: not known), and whether the sponsor said yes."""
    agreement = Agreement(counts, ())
    answered, cannot = agreement.counted, counts.get("cannot", 0)
    agreeing = sum(counts.get(one, 0) for one in rule.agrees)
    # Where more were counted than there are, it is of those counted.
    of = max(asked, answered) if rule.of == "asked" and asked else answered
    share = of * rule.part
    needed = share // rule.whole + 1 if rule.above else -(-share // rule.whole)
    everybody = rule.everybody or rule.of == "asked"
    told: tuple[tuple[Lacking, bool], ...] = (
        ("nobody", not answered),
        ("quorum", answered < chosen.quorum),
        ("asked", everybody and not asked),
        ("everybody", rule.everybody and bool(asked) and answered < asked),
        ("share", bool(answered) and agreeing < needed and not rule.everybody),
        ("cannot", rule.blocks and cannot > 0),
        ("sponsor", sponsor == "not-yet"),
        ("sponsor-vacant", sponsor == "vacant"),
    )
    lacking = tuple(code for code, holds in told if holds)
    return RuleStanding(
        rule, lacking, agreeing, of, needed, answered, chosen.quorum, cannot, chosen.voters
    )


def as_told(standing: RuleStanding, agreement: Agreement) -> RuleStanding:
    """A standing without what would tell the position of one or two people.

    Where replies came in private it is told whether somebody cannot agree, and whether enough go
    along only where that follows from the places and from this. Rules count all who can agree as
    going along.
    """
    told, rule = whole_told(agreement), standing.rule
    if told.cannot is not None:
        return standing
    cannot, secret = standing.cannot or 0, agreement.unnamed.get("cannot", 0)
    open_cannot = cannot - secret
    fewest = open_cannot if told.few else open_cannot + min(secret, 1)
    most = open_cannot + told.last if told.few or secret else open_cannot
    codes: list[Lacking] = [one for one in standing.lacking if one not in ("share", "cannot")]
    if rule.blocks and fewest:
        codes.append("cannot")
    elif rule.blocks and most:
        codes.append("untold")
    if rule.part and not rule.everybody and standing.answered - most < standing.needed:
        codes.append("share" if standing.answered - fewest < standing.needed else "untold")
    lacking = tuple(one for one in get_args(Lacking) if one in codes)
    return msgspec.structs.replace(standing, lacking=lacking, agreeing=None, cannot=None)


def _sponsor_said(reader: Reader, version: Version) -> Literal["yes", "not-yet", "vacant"]:
    """Whether somebody who sponsored on the version's day, or does now, said yes by name."""
    holdings = reader.rows(Holding, community=version.community, role=SPONSOR)
    sponsors = {one.person for one in holdings if one.ends is None or one.ends >= version.date}
    if not sponsors:
        return "vacant"
    named = reader.rows(NamedPosition, version=version.id, section="")
    yes = {one.person for one in named if one.position in STANCES[:3]}
    return "yes" if sponsors & yes else "not-yet"


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
