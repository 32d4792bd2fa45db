"""How sentences are set, by language: what a careful printer in Québec would mark.

French as the Office québécois de la langue française sets it: no space before ; ! ?, a space that
never breaks before : and inside « », the curved apostrophe, the accents on capitals.
"""

import re
from collections.abc import Iterator

PLACEHOLDER = re.compile(r"\{[^{}]*\}")

BOTH = (
    (re.compile("['\"]"), "a straight quotation mark or apostrophe"),
    (re.compile(r"\.\.\."), "three dots for an ellipsis"),
    (re.compile("  |\u00a0 | \u00a0"), "two spaces"),
    (re.compile("[\u202f\u2009\t]"), "another space than the two we use"),
    (re.compile(r"^\s|\s$"), "a space at an end"),
    (re.compile("^[→←▲▼●] "), "a mark that a line's end can part from what it marks"),
)
ENGLISH = (
    (re.compile(r"\s[;:?!,.](\s|$)"), "a space before a mark"),
    (re.compile("[«»]"), "guillemets"),
)
FRENCH = (
    (re.compile(r"\s[;?!,](\s|$)"), "a space before a mark that has none"),
    (re.compile("(?<!\u00a0):(?=\\s|$|\u00a0)"), "no space that never breaks before a colon"),
    (re.compile("«(?!\u00a0)|(?<!\u00a0)»"), "no space that never breaks inside « »"),
    (re.compile(r"^[^«]*[“”]"), "English quotation marks"),
    (re.compile("(?<!\u00a0)%"), "no space that never breaks before a per cent sign"),
    (re.compile(r"\d h\b|\dh\d"), "a time of day whose parts can break"),
    (re.compile(r"\w\((e|es|s|ne|trice|euse|ive)s?\)|\w·\w"), "a word cut up to fit everyone"),
    (re.compile(r"\b(il|elle|ils|elles)/", re.IGNORECASE), "a pronoun with a stroke"),
    (re.compile(r"\b([cC]liquez|[cC]liquer sur)"), "a click where a verb would do"),
    (re.compile(r"\b([cC]oeur|[oO]euvr|[sS]oeur|[nN]oeud|[vV]oeu|[oO]eil)"), "oe not joined"),
    (re.compile(r"\b(Etap|Ecran|Ecri|Equip|Even|Etat|Echap|Etre\b)"), "a capital without accent"),
)


def faults(text: str, language: str) -> Iterator[str]:
    """What is wrong with a sentence; a value that is filled in counts as a word."""
    filled = PLACEHOLDER.sub("X", text)
    for pattern, fault in BOTH + (FRENCH if language == "fr" else ENGLISH):
        if pattern.search(filled):
            yield fault
