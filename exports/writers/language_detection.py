"""Detects whether a passage is in English or in French.

A page is in one language, what people said in it may be in the other: a reading machine has to be
told, or it reads English aloud by the rules of French. The small words of a language tell; where
they are silent or at odds, nothing is said, and the passage counts as the page's.
"""

import re

_WORD = re.compile(r"[^\W\d_]+'?")
"""With the apostrophe of a French one that is cut short: a letter by itself is no word."""
_SMALL_WORDS = {
    "en": (
        "about after all also and any are at be because been before between by can do does each "
        "every everybody for from get had has have he how i if in into is it its just less like "
        "more most must my never no nobody not of one only other our she should so somebody "
        "someone that the their them then there they this those to too until up us very was we "
        "were what when where which while who why will with without would you your"
    ),
    "fr": (
        "afin ailleurs ainsi après au aucun aucune aussi autre autres aux avant avec avoir avons "
        "beaucoup ça ce ceci cela celle celles celui ces cet cette ceux chaque chez comme comment "
        "d' dans de depuis des doit donc du elle elles encore entre est et être eux fait faut il "
        "ils j' jamais je jusqu' l' la le les leur leurs lorsque mais même moins ne ni nos notre "
        "nous où parce pas peu peut pourquoi presque qu' quand que quel quelle quelqu' quelque "
        "qui quoi rien sa sans se selon si soit sommes sont sous sur toujours tous tout toute "
        "toutes très trop un une vers voici voilà vos votre vous à été"
    ),
}
_OF: dict[str, str] = {
    word: language for language, words in _SMALL_WORDS.items() for word in words.split()
}
_CLEAR = 3
"""How many times more often one language has to be met than the other."""


def detect_language(text: str) -> str:
    """The language of a passage: ``en``, ``fr``, or empty where it cannot be told."""
    met = {"en": 0, "fr": 0}
    for word in _WORD.findall(text.lower().replace("’", "'")):
        language = _OF.get(word) or _OF.get(word.removesuffix("'"))
        if language is not None:
            met[language] += 1
    (most, often), (_, seldom) = sorted(met.items(), key=lambda one: -one[1])
    return most if often and often >= _CLEAR * seldom else ""


def detect_other_language(text: str, language: str) -> str:
    """The language of a passage on a page in ``language``; empty where it is the page's own."""
    found = detect_language(text)
    return "" if found == language else found
