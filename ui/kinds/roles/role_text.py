"""Roles in words: what they are called, what they ask, for how long."""

from collections.abc import Sequence

from app.catalogue.catalogue import Catalogue
from app.community.held_roles import Held
from app.kinds.roles import own_name
from app.words import Words

USUAL_MONTHS = 12
"""The term of a role the room thought of."""


def role_name(catalogue: Catalogue, role: str, language: str) -> str:
    """What a role is called; one the room thought of has the name it was given."""
    known = catalogue.find_role(role)
    return known.in_language(language).name if known else own_name(role) or role


def role_asks(catalogue: Catalogue, role: str, language: str) -> str:
    """What a role asks of who takes it; empty for one the room thought of."""
    known = catalogue.find_role(role)
    return known.in_language(language).asks if known else ""


def role_why(catalogue: Catalogue, role: str, language: str) -> str:
    """Why the role is worth filling; empty for one the room thought of."""
    known = catalogue.find_role(role)
    return known.in_language(language).why if known else ""


def holders_text(words: Words, held: Sequence[Held]) -> str:
    """Who holds a role today, and until when; empty where nobody does."""
    told = [
        words("inroom.who-until", name=one.person.name, day=words.day(one.ends))
        if one.ends is not None
        else one.person.name
        for one in held
    ]
    return words("inroom.held-now", names=" · ".join(told)) if told else ""


def term_of(catalogue: Catalogue, role: str) -> int:
    """The role's usual term, in months."""
    known = catalogue.find_role(role)
    return known.term_months if known else USUAL_MONTHS


def role_takes(catalogue: Catalogue, role: str, words: Words) -> str:
    """The time a role takes, where that is known, and its usual term."""
    known = catalogue.find_role(role)
    hours = known.hours_month if known else 0
    said = [words("reading.fact.hours", n=hours)] if hours else []
    said.append(words("kinds.roles.usually", term=length_of(term_of(catalogue, role), words)))
    return ", ".join(said)


def length_of(months: int, words: Words) -> str:
    """A term in words: "one year", "six months"."""
    if months % 12 == 0:
        return words("kinds.roles.years", n=months // 12)
    return words("kinds.roles.months", n=months)
