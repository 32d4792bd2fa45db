"""What is said of an agreement in words, in the window and on paper: the rule, who answered, how
people stand to each section."""

from collections.abc import Mapping, Sequence

from app.charter.asked_sections import AskedSection
from app.charter.consent import RuleStanding
from app.charter.replies import POSITIONS, NotYet, SectionStances
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.rounds import STANCES
from app.workshop.spread import Place

NAMES = 12
"""How many names are listed at most; of the others it is said how many they are."""


def rule_sentence(words: Words, standing: RuleStanding) -> str:
    """How a count stands to the rule, and what the rule still asks for."""
    facts: Mapping[str, Mapping[str, int]] = {
        "quorum": {"n": standing.answered, "quorum": standing.quorum},
        "everybody": {"n": standing.of - standing.answered, "of": standing.of},
        "share": {"n": standing.agreeing, "of": standing.of, "needed": standing.needed},
        "cannot": {"n": standing.cannot},
    }
    whys = [words(f"agreement.why.{one}", **facts.get(one, {})) for one in standing.lacking]
    name = standing.rule.in_language(words.language).name
    said = words(f"agreement.standing.{standing.state}", rule=name, why=words.series(whys))
    if not standing.voters:
        return said
    voters = words("agreement.takes-part", voters=standing.voters.rstrip("."))
    return join_isolated((said, voters), " ")


def answered_sentence(words: Words, told: NotYet) -> str:
    """How many have answered, of how many; nothing where nobody knows how many are asked."""
    if not told.asked:
        return ""
    return words("agreement.answered", n=told.answered, of=max(told.asked, told.answered))


def not_yet_sentence(words: Words, told: NotYet) -> str:
    """Who has not answered, by name; or is not known to have, where answers came without one."""
    if not told.people or (not told.unnamed and told.answered >= told.asked):
        return ""
    names = [one.name for one in told.people[:NAMES]]
    more = len(told.people) - len(names)
    if more:
        names.append(words("agreement.more-names", n=more))
    if told.unnamed:
        return words("agreement.not-known", n=told.unnamed, names=words.series(names))
    return words("agreement.not-yet", names=words.series(names))


def section_lines(
    words: Words,
    sections: Sequence[AskedSection],
    told: Mapping[str, SectionStances],
    names: Mapping[str, str],
) -> list[str]:
    """A line for each section that was answered on; ``names`` are people's, by their ids."""
    return [
        words("agreement.section-line", section=one.title, said=_section(words, found, names))
        for one in sections
        if (found := told.get(one.key)) is not None
    ]


def named_sentence(words: Words, named: Mapping[str, str], names: Mapping[str, str]) -> str:
    """Positions of those who wish to be named, each beside the name."""
    return words("agreement.named", names=words.series(_named(words, named, names)))


def position_names(words: Words) -> list[tuple[str, str]]:
    """The five positions as somebody replies with them: the name, and what it says."""
    names = [(words(f"stances.name.{one}"), words(f"stances.asks.{one}")) for one in STANCES[:-1]]
    return [*names, (words("agreement.no-position"), words("agreement.no-position-asks"))]


def _named(words: Words, named: Mapping[str, str], names: Mapping[str, str]) -> list[str]:
    return sorted(
        words(
            "agreement.named-one",
            name=names[person],
            position=words(f"stances.name.{position}").lower(),
        )
        for person, position in named.items()
        if person in names
    )


def _section(words: Words, told: SectionStances, names: Mapping[str, str]) -> str:
    parts = [_place(words, one) for one in told.places] or [words("agreement.few")]
    if told.named:
        named = words.series(_named(words, told.named, names))
        parts.append(words("agreement.named-within", names=named))
    return join_isolated(parts, "; ")


def _place(words: Words, place: Place) -> str:
    low, high = POSITIONS[place.low - 1], POSITIONS[place.high - 1]
    if place.low == place.high:
        return words(f"stances.count.{low}", n=place.number)
    if len(POSITIONS) == place.high - place.low + 1:
        return words("agreement.together", n=place.number)
    return words(
        "agreement.span",
        n=place.number,
        low=words(f"stances.name.{low}"),
        high=words(f"stances.name.{high}"),
    )
