"""The rule by which a community tells that it agreed: chosen on its charter's head, kept with what
was agreed by it."""

import msgspec

from app.library.charter_rows import CharterHead, FrozenHead
from app.library.journal import Scope
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Version
from app.library.trouble import Trouble
from app.typed_text import one_line

MOST_ANSWERS = 2000
"""The most people that a quorum can ask for."""


class ChosenRule(msgspec.Struct, frozen=True):
    """A rule of agreement (its id in the catalogue; empty: none was chosen), how many have to
    answer at least (0: nobody says), and who takes part, in words."""

    rule: str = ""
    quorum: int = 0
    voters: str = ""


def chosen_rule(reader: Reader, community: str) -> ChosenRule:
    """The rule that a community has chosen, as it is now."""
    heads = reader.rows(CharterHead, community=community)
    return ChosenRule(heads[0].rule, heads[0].quorum, heads[0].voters) if heads else ChosenRule()


def rule_of_version(reader: Reader, version: Version) -> ChosenRule:
    """The rule for a version: while it is proposed the one chosen now, afterwards the one that it
    was agreed by, whatever was chosen since."""
    if version.status == "proposed":
        return chosen_rule(reader, version.community)
    head = msgspec.json.decode(version.head, type=FrozenHead)
    return ChosenRule(head.rule, head.quorum, head.voters)


def choose_rule(library: Library, scope: Scope, chosen: ChosenRule) -> ChosenRule:
    """Choose how the community agrees to its charter.

    Raises Trouble (``below-zero``, ``quorum-too-large``, ``too-long``).
    """
    if scope.community is None:
        raise ValueError("a charter belongs to a community")
    if chosen.quorum < 0:
        raise Trouble("below-zero")
    if chosen.quorum > MOST_ANSWERS:
        raise Trouble("quorum-too-large", most=MOST_ANSWERS)
    voters = one_line(chosen.voters)
    with library.change("agreement-rule", scope) as writer:
        known = writer.rows(CharterHead, community=scope.community)
        if known:
            writer.change(known[0], rule=chosen.rule, quorum=chosen.quorum, voters=voters)
        else:
            writer.add(
                CharterHead(
                    id=library.moment.new_id(),
                    community=scope.community,
                    rule=chosen.rule,
                    quorum=chosen.quorum,
                    voters=voters,
                )
            )
    return ChosenRule(chosen.rule, chosen.quorum, voters)


def head_with_rule(reader: Reader, version: Version) -> str:
    """What stands on top of a version (JSON), with the rule that holds while it is agreed to."""
    chosen = chosen_rule(reader, version.community)
    head = msgspec.json.decode(version.head, type=FrozenHead)
    ruled = msgspec.structs.replace(
        head, rule=chosen.rule, quorum=chosen.quorum, voters=chosen.voters
    )
    return version.head if ruled == head else msgspec.json.encode(ruled).decode()
