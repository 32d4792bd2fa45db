"""How many agreed to a version, of how many, in words: an answer that is missing is said."""

from app.charter.people_asked import PeopleAsked
from app.charter.versions import Agreement
from app.words import Words


def agreeing_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """How many agree, of how many, and nothing of the others: for a room that reads it together.

    Empty where nobody was counted; where it is not known how many were asked, or more were
    counted, it is of those counted.
    """
    if not agreement.counted:
        return ""
    return words("stances.agree", n=agreement.agreeing, of=_of(agreement, asked))


def agreement_text(words: Words, agreement: Agreement, asked: PeopleAsked) -> str:
    """The result: "8 of 15 agree, 1 with a reservation; 6 not counted". Empty where nobody was
    counted."""
    if not agreement.counted:
        return ""
    parts = [agreeing_text(words, agreement, asked)]
    for stance in ("reservation", "cannot"):
        if number := agreement.counts.get(stance, 0):
            parts.append(words(f"stances.count.{stance}", n=number))
    said = ", ".join(parts)
    missing = _of(agreement, asked) - agreement.counted
    return words("stances.not-counted", n=missing, said=said) if missing else said


def _of(agreement: Agreement, asked: PeopleAsked) -> int:
    return max(asked.people, agreement.counted)
