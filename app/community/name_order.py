"""Names as lists write them: what follows a comma, what an address suggests, what looks like one.

"Last, First" is turned. Whatever else follows a comma, such as "PhD", "ing." or "Jr.", stays behind
the name it belongs to, and so does what stands in brackets.
"""

import re

from app.folding import fold
from app.typed_text import LONGEST_NAME

_SUFFIXES = frozenset(
    (
        "phd dphil dsc scd edd drph md cm mdcm dds dmd dmv dvm mv rn np jr sr junior senior ii "
        "iii iv esq ing ingjr ingf eng peng pgeo geo mba msc msca bsc bsca ba ma bed med ded "
        "mps mpa mph mfa bfa llb lld llm llp jd qc kc cr cpa ca cga cma cfa fcpa pmp crha cria "
        "chrp urb oq arch aap oaq tp ts travsoc erg ot pht ps psy not notaire avocat avocate "
        "inf agr biol chm dta ceng frsc msrc oc mp depute deputee senateur senatrice emerite "
        "ret retd retraite retraitee bn bscn mscn pe mbe obe cbe"
    ).split()
)
_TITLES = frozenset(("dr dre prof pr pre m mr mrs ms mx mme mlle me sir hon").split())
_POSTS = frozenset(
    (
        "direction directeur directrice director equipe team service services manager "
        "gestionnaire conseiller conseillere coordinator coordination coordonnateur "
        "coordonnatrice chef cheffe head lead president presidente chair secretaire secretary "
        "unite unit department departement division analyste analyst agent agente officer "
        "adjoint adjointe assistant assistante ministere ministry inc ltd ltee"
    ).split()
)
_PARTICLES = frozenset(
    (
        "al ben bin da das de del della den der des di do dos du el la las le los mac o san st "
        "ste ter van vande von y zu"
    ).split()
)
_LONGEST_SUFFIX = 30
_BRACKETS = re.compile(r"(?:\s*(?:\([^()]*\)|\[[^\[\]]*\]|:\s?[\w-]+))+\s*$")
"""What is set beside a name: in brackets, or after a colon as large directories do."""
_QUOTES = "\"'“”«»‘’`\u00a0 "


def first_name_first(name: str, *, sure: bool = True) -> str:
    """ "Last, First" as address books write it, the first name first.

    With ``sure`` the list is known to write names so; without, only where the name before the
    comma is clearly a family name.
    """
    plain = name.strip()
    if "," not in plain or len(plain) > 2 * LONGEST_NAME:
        return plain
    brackets = _BRACKETS.search(plain)
    head = plain[: brackets.start()] if brackets else plain
    last, *rest = (piece.strip() for piece in head.split(","))
    given = [piece for piece in rest if piece and not is_suffix(piece, last)]
    if len(given) != 1 or not last or not _given(given[0], last):
        return plain
    if not sure and not _family(last):
        return plain
    suffixes = [piece for piece in rest if piece and piece != given[0]]
    first, behind = _apart(given[0], last)
    turned = ", ".join((f"{first} {last}", *suffixes))
    return f"{turned}{behind}{brackets[0].rstrip() if brackets else ''}"


def is_suffix(piece: str, name: str = "") -> bool:
    """Whether ``piece`` is what stands behind a name: a degree, a title, an order."""
    if len(piece) > _LONGEST_SUFFIX:
        return False
    words = [piece] if "." in piece else piece.split()
    if len(words) > 1 and all(is_suffix(word, name) for word in words):
        return True
    key = fold(piece).replace(" ", "")
    if key in _TITLES:
        return True
    # "Ma" and "Md" are given names too; "MA", "ma" and "M.A." are not.
    short = len(key) <= 2 and key not in ("jr", "sr")
    written = "." in piece or piece.islower() or (piece.isupper() and not name.isupper())
    return key in _SUFFIXES and (written or not short)


def looks_like_name(text: str) -> bool:
    """Whether ``text`` is surely somebody's first and last name: two to four words, each a name."""
    words = text.split() if len(text) <= LONGEST_NAME else []
    if not 2 <= len(words) <= 4 or any(fold(word) in _POSTS for word in words):
        return False
    return all(_named(word) or fold(word) in _PARTICLES for word in words) and _named(words[0])


def without_quotes(name: str) -> str:
    """A name without the quotation marks that mail programs put around it."""
    stripped = name.strip()
    if len(stripped) > 1 and stripped[0] in _QUOTES and stripped[-1] in _QUOTES:
        return stripped.strip(_QUOTES)
    return stripped.strip('" ')


def name_in_address(email: str) -> str:
    """The name an address suggests: ``ian.cote@...`` gives "Ian Cote"."""
    words = re.split(r"[._\-+]+", email.partition("@")[0])
    return " ".join(word.capitalize() for word in words if word and not word.isdigit())


def _given(piece: str, last: str) -> bool:
    """Whether what follows the comma is a given name."""
    words = piece.split()
    if not 1 <= len(words) <= 4 or any(fold(word) in _POSTS for word in words):
        return False
    if piece.isupper() and 3 <= len(piece) <= 6 and " " in last and not last.isupper():
        # After a whole name in small letters, capitals are an order or a unit: "CRHA", "DGTI".
        return False
    if not all(_letters(word) for word in words):
        return False
    return _named(words[0]) or last.islower()


def _family(last: str) -> bool:
    words = last.split()
    return len(words) == 1 or last.isupper() or fold(words[0]) in _PARTICLES


def _apart(given: str, last: str) -> tuple[str, str]:
    """The given name, and the suffix that stands behind it without a comma."""
    words = given.split()
    at = len(words)
    while at > 1 and fold(words[at - 1]) not in _TITLES and is_suffix(words[at - 1], last):
        at -= 1
    behind = " ".join(words[at:])
    return " ".join(words[:at]), f" {behind}" if behind else ""


def _letters(word: str) -> bool:
    return all(sign.isalpha() or sign in ".-'’·" or not sign.isascii() for sign in word)


def _named(word: str) -> bool:
    """Whether a word is written as names are: a capital, or a script that has none."""
    first = word.lstrip("'’(\"«")[:1]
    return _letters(word) and first.isalpha() and not first.islower()
