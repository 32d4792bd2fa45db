"""How many agreed to a version, of how many, in words: an answer that is missing is said."""

from app.charter.people_asked import PeopleAsked
from app.charter.versions import Agreement
from app.words import Words


def agreeing_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """How many agree, of how many, and how many reservations stand: for a room that reads it
    together. Who cannot agree yet is not said there, nor whose a reservation is.

    Empty where nobody was counted; where it is not known how many were asked, or more were
    counted, it is of those counted.
    """
    if not agreement.counted:
        return ""
    said = _agreeing(words, agreement, asked)
    # One who has a reservation may not have written it, and another may have written two.
    standing = max(len(agreement.reservations), agreement.counts.get("reservation", 0))
    return words("stances.standing", n=standing, said=said) if standing else said


def agreement_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """The result: "8 of 15 agree, 1 with a reservation; 6 not counted". Empty where nobody was
    counted."""
    if not agreement.counted:
        return ""
    parts = [_agreeing(words, agreement, asked)]
    for stance in ("reservation", "cannot"):
        if number := agreement.counts.get(stance, 0):
            parts.append(words(f"stances.count.{stance}", n=number))
    said = ", ".join(parts)
    missing = _of(agreement, asked) - agreement.counted
    return words("stances.not-counted", n=missing, said=said) if missing else said


def _agreeing(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    return words("stances.agree", n=agreement.agreeing, of=_of(agreement, asked))


def _of(agreement: Agreement, asked: PeopleAsked) -> int:
    return max(asked.people, agreement.counted)
