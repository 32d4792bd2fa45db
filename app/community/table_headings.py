"""Recognises the columns of a pasted table by their headings, in English and in French.

The headings are those that Outlook, Google, Apple, Thunderbird, Teams, Zoom, Excel and LibreOffice
write when they export people, and those that people write themselves.
"""

import re
from collections.abc import Mapping, Sequence

from app.folding import fold

USES = ("name", "first", "last", "suffix", "email", "unit", "organization", "level")
"""What a column can hold; "" is what is not used."""


def _known(text: str) -> frozenset[str]:
    return frozenset(one.strip() for one in text.split("|"))


_HEADINGS: Mapping[str, frozenset[str]] = {
    "name": _known(
        "name|full name|display name|member|participant|person|attendee|invitee|nom complet"
        "|nom et prenom|prenom et nom|membre|participant e|participante|personne|nom affiche"
        "|nom d affichage|nom a afficher|nom du participant|nom de la personne"
        "|user name original name|registrant|contact|invite|nom du contact|contact name"
        "|employee name|nom de l employe|user display name"
    ),
    "first": _known("first name|given name|firstname|givenname|first|forename|prenom|prenoms"),
    "last": _known(
        "last name|surname|family name|lastname|familyname|last|nom de famille|nom d usage|sn"
    ),
    "suffix": _known(
        "suffix|suffixe|name suffix|generational suffix|nom suffixe|suffixe du nom|credentials"
    ),
    "email": _known(
        "email|e mail|mail|email address|e mail address|courriel|adresse courriel"
        "|adresse electronique|adresse de courriel|adresse e mail|adresse email|adresse mail"
        "|adresse de messagerie|messagerie|user email|work email|home email|email work"
        "|email home|primary email|secondary email|e mail 2|email 2|e mail 2 address"
        "|e mail 3 address|email 1|adresse e mail 2|adresse de messagerie 2"
        "|adresse de messagerie 3|adresse courriel 2|e mail 1|e mail 1 value|e mail 2 value"
        "|e mail 3 value|e mail address 1|e mail address 2|adresse electronique principale"
        "|adresse electronique secondaire|premiere adresse electronique"
        "|seconde adresse electronique|courriel professionnel|courriel principal"
        "|courriel travail|adresse e mail principale|adresse e mail secondaire"
        "|adresse e mail 1|adresse de courriel 2|e mail professionnel|email professionnel"
        "|mail professionnel|primary smtp address|smtp address|user principal name|upn"
        "|participant id|id de participant|nom d utilisateur principal"
        "|nom principal de l utilisateur|proxyaddresses|emailaddress|attendee email|e mails"
        "|emails|courriels|courrier electronique|email address 1"
        "|adresse courriel professionnelle"
    ),
    "unit": _known(
        "unit|team|department|division|service|branch|unite|equipe|direction|departement"
        "|secteur|organization department|organization 1 department|organisation service"
        "|unit or team|unite ou equipe|section|bureau|department name|nom du service"
        "|unite administrative|direction ou service|business unit|office"
        "|organisation 1 service"
    ),
    "organization": _known(
        "organization|organisation|company|employer|organisme|entreprise|employeur|ministere"
        "|etablissement|societe|organization name|organization 1 name|organisation 1 nom"
        "|company name|nom de l entreprise|nom de la societe|nom de l organisme|institution"
        "|agency|nom de l organisation|nom de l etablissement|companyname|affiliation|ministry"
        "|raison sociale"
    ),
    "level": _known("level|participation|niveau|niveau de participation"),
}

_SECOND_CHOICE = _known(
    "nickname|surnom|pseudonyme|pseudo|user name|username|nom d utilisateur|file as"
    "|screen name|e mail display name|nom a afficher de l adresse de messagerie"
    "|nom complet de l adresse de messagerie"
)
"""Columns that hold a name only where no better one does."""

_PEOPLE = _known(
    "participants|attendees|members|membres|people|personnes"
    "|participants et participantes|invites|names|noms|presences|attendance|presents"
)
"""Headings of names where they stand alone over a list."""

_ALSO_SAID = _known(
    "participant|participante|participant e|member|membre|contact|person|personne"
    "|attendee|invitee|invite|registrant"
)
"""Headings of names that people also write behind a name."""

_MOST_COLUMNS = 200
"""A row with more cells is no row of headings."""

_ASIDE = re.compile(r"\[[^\]]*\]|\([^)]*\)|\*|:\s*$")
_ADDRESSING = re.compile(r"^(?:your|votre|vos) ")
_LONGEST_HEADING = 100
_A_NAME = frozenset(("name", "names", "nom", "noms", "prenom", "prenoms"))
_BESIDE_A_NAME = frozenset(
    (
        "a an and first full last member members of or participant participants person the family "
        "given complet complets d de des du e et famille la le les membre membres ou personne "
        "personnes s une"
    ).split()
)
"""Words that may stand beside "name" in the heading of names, in any order: "Prénom / Nom"."""

_LEVELS: Mapping[str, str] = {
    "core": "core",
    "core group": "core",
    "noyau": "core",
    "active": "active",
    "actif": "active",
    "actif ive": "active",
    "occasional": "occasional",
    "occasionnel": "occasional",
    "occasionnelle": "occasional",
    "peripheral": "peripheral",
    "peripherique": "peripheral",
    "outside": "outside",
    "externe": "outside",
    "exterieur": "outside",
}


def uses_of_headings(cells: Sequence[str]) -> tuple[str, ...] | None:
    """What each column of a row of headings holds, or None when it is no such row.

    Every address column is one ("E-mail 2 Address"); of all else the first that is called so.
    """
    if len(cells) > _MOST_COLUMNS or any("@" in cell for cell in cells):
        return None
    plain = [_heading(cell) for cell in cells]
    if [one for one in plain if one] and {one for one in plain if one} <= _PEOPLE:
        return tuple("name" if one else "" for one in plain)
    uses = ["" for _ in plain]
    for at, heading in enumerate(plain):
        for use, known in _HEADINGS.items():
            again = use in uses and use != "email" and heading not in plain[:at]
            if heading in known and not again:
                uses[at] = use
    if "nom" in plain:
        # French writes "Nom" for the family name beside "Prénom", and for the whole name alone.
        family = "last" if "first" in uses else "name"
        if family not in uses:
            uses[plain.index("nom")] = family
    if not {"name", "first", "last"} & set(uses):
        named = next((at for at, one in enumerate(plain) if _says_name(one)), None)
        if named is None:
            named = next((at for at, one in enumerate(plain) if one in _SECOND_CHOICE), None)
        if named is not None:
            uses[named] = "name"
    held = [at for at, use in enumerate(uses) if use]
    if len(held) == 1 and plain[held[0]] in _ALSO_SAID and any(plain[: held[0]]):
        return None
    return tuple(uses) if {"name", "first", "last", "email"} & set(uses) else None


def level_of(cell: str) -> str | None:
    """The level of participation that a cell names, in either language."""
    return _LEVELS.get(fold(cell)) if len(cell) <= _LONGEST_HEADING else None


def _heading(cell: str) -> str:
    """A heading as it compares: without what is set beside it in brackets, "[Required]"."""
    if len(cell) > _LONGEST_HEADING:
        return ""
    said = fold(_ASIDE.sub(" ", cell)) or fold(cell)
    return _ADDRESSING.sub("", said)


def _says_name(heading: str) -> bool:
    words = frozenset(heading.split())
    return bool(words & _A_NAME) and words <= _A_NAME | _BESIDE_A_NAME
