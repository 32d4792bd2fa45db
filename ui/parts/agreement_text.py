"""How many agreed to a version, of how many, in words: an answer that is missing is said.

Of replies that came in private, only what may be told (:mod:`app.charter.whole_told`).
"""

from app.charter.people_asked import PeopleAsked
from app.charter.versions import Agreement
from app.charter.whole_told import AGREEING, WholeTold, whole_told
from app.words import Words
from exports.agreement_words import place_name


def agreeing_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """How many agree, of how many, and how many reservations stand: for a room that reads it
    together. Who cannot agree yet is not said there, nor whose a reservation is.

    Empty where nobody was counted; where it is not known how many were asked, or more were
    counted, it is of those counted. Where it may not be told how many agree: how many answered.
    """
    if not agreement.counted:
        return ""
    told = whole_told(agreement)
    if told.agreeing is None:
        return words("afar.answered-of", n=told.answered, of=_of(agreement, asked))
    said = _agreeing(words, agreement, asked, told.agreeing)
    # One who has a reservation may not have written it, and another may have written two.
    counted = 0 if agreement.in_private else agreement.counts.get("reservation", 0)
    standing = max(len(agreement.reservations), counted)
    return words("stances.standing", n=standing, said=said) if standing else said


def agreement_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """The result: "8 of 15 agree, 1 with a reservation; 6 not counted", or how many answered and
    where they stand together. Empty where nobody was counted."""
    if not agreement.counted:
        return ""
    told = whole_told(agreement)
    if told.agreeing is None:
        first = words("afar.answered-of", n=told.answered, of=_of(agreement, asked))
        places = places_text(words, told)
        return words("afar.answered-so", said=first, places=places) if places else first
    others = (one for one in told.places if one.low > AGREEING)
    first = _agreeing(words, agreement, asked, told.agreeing)
    said = ", ".join((first, *(place_name(words, one) for one in others)))
    missing = _of(agreement, asked) - agreement.counted
    return words("stances.not-counted", n=missing, said=said) if missing else said


def _agreeing(words: Words, agreement: Agreement, asked: PeopleAsked, agreeing: int) -> str:
    return words("stances.agree", n=agreeing, of=_of(agreement, asked))


def places_text(words: Words, told: WholeTold) -> str:
    """How many stand where, of those who answered; empty where that is not told."""
    return ", ".join(place_name(words, one) for one in told.places)


def _of(agreement: Agreement, asked: PeopleAsked) -> int:
    return max(asked.people, agreement.counted)
