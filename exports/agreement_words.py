"""What is said of an agreement in words, in the window and on paper: the rule, who answered, how
people stand to each section."""

from collections.abc import Mapping, Sequence

from app.charter.asked_sections import AskedSection
from app.charter.consent import Lacking, RuleStanding
from app.charter.replies import NotYet, SectionStances
from app.charter.whole_told import POSITIONS, WholeTold
from app.text_direction import join_isolated
from app.words import Words
from app.workshop.rounds import STANCES
from app.workshop.spread import Place

NAMES = 12
"""How many names are listed at most; of the others it is said how many they are."""


def rule_sentence(words: Words, standing: RuleStanding) -> str:
    """How a count stands to the rule, and what the rule still asks for."""
    whys = [_why(words, standing, one) for one in standing.lacking]
    name = standing.rule.in_language(words.language).name
    said = words(f"agreement.standing.{standing.state}", rule=name, why=words.series(whys))
    if not standing.voters:
        return said
    voters = words("agreement.takes-part", voters=standing.voters.rstrip("."))
    return join_isolated((said, voters), " ")


def _why(words: Words, standing: RuleStanding, code: Lacking) -> str:
    """What a rule lacks, without a number where that may not be told."""
    of, needed = standing.of, standing.needed
    if code == "share" and standing.agreeing is None:
        return words("afar.why.share", of=of, needed=needed)
    if (code == "cannot" and standing.cannot is None) or code == "untold":
        return words(f"afar.why.{code}")
    facts: Mapping[Lacking, Mapping[str, int]] = {
        "quorum": {"n": standing.answered, "quorum": standing.quorum},
        "everybody": {"n": of - standing.answered, "of": of},
        "share": {"n": standing.agreeing or 0, "of": of, "needed": needed},
        "cannot": {"n": standing.cannot or 0},
    }
    return words(f"agreement.why.{code}", **facts.get(code, {}))


def whole_sentence(words: Words, told: WholeTold) -> str:
    """How people stand to the whole, as it may be told: "11 wholehearted, 4 fine with it, 1 away";
    of a few who replied in private, how many have answered."""
    parts = [words("afar.answered", n=told.answered)] if told.few else place_names(words, told)
    if told.away:
        parts.append(words("stances.count.away", n=told.away))
    return ", ".join(parts)


def place_names(words: Words, told: WholeTold) -> list[str]:
    """How many stand where, a text for each place."""
    return [place_name(words, one) for one in told.places]


def place_name(words: Words, place: Place) -> str:
    """How many stand at a place, or at several taken together."""
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
    parts = [place_name(words, one) for one in told.places] or [words("agreement.few")]
    if told.named:
        named = words.series(_named(words, told.named, names))
        parts.append(words("agreement.named-within", names=named))
    return join_isolated(parts, "; ")
