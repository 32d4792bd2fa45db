"""Recognises the columns of a pasted table by their headings, in English and in French."""

from collections.abc import Mapping, Sequence

import msgspec

from app.typed_text import fold

_HEADINGS: Mapping[str, frozenset[str]] = {
    "name": frozenset(
        (
            "name",
            "full name",
            "display name",
            "member",
            "participant",
            "person",
            "nom complet",
            "nom et prenom",
            "prenom et nom",
            "membre",
            "participant e",
            "participante",
            "personne",
        )
    ),
    "first": frozenset(("first name", "given name", "firstname", "prenom", "prenoms")),
    "last": frozenset(("last name", "surname", "family name", "lastname", "nom de famille")),
    "email": frozenset(
        (
            "email",
            "e mail",
            "mail",
            "email address",
            "e mail address",
            "courriel",
            "adresse courriel",
            "adresse electronique",
            "adresse de courriel",
            "adresse e mail",
            "adresse mail",
        )
    ),
    "unit": frozenset(
        (
            "unit",
            "team",
            "department",
            "division",
            "service",
            "branch",
            "unite",
            "equipe",
            "direction",
            "departement",
            "secteur",
        )
    ),
    "organization": frozenset(
        (
            "organization",
            "organisation",
            "company",
            "employer",
            "organisme",
            "entreprise",
            "employeur",
            "ministere",
            "etablissement",
        )
    ),
    "level": frozenset(("level", "participation", "niveau", "niveau de participation")),
}

_A_NAME = frozenset(("name", "names", "nom", "noms", "prenom", "prenoms"))
_BESIDE_A_NAME = frozenset(
    (
        *(
            "a",
            "an",
            "and",
            "first",
            "full",
            "last",
            "member",
            "members",
            "of",
            "or",
            "participant",
        ),
        *(
            "participants",
            "person",
            "the",
            "complet",
            "complets",
            "d",
            "de",
            "des",
            "du",
            "e",
            "et",
        ),
        *("la", "le", "les", "membre", "membres", "ou", "personne", "personnes", "s", "une"),
    )
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


class TableColumns(msgspec.Struct, frozen=True, kw_only=True):
    """Where each thing stands in a row; None where the table does not have it."""

    name: int | None = None
    first: int | None = None
    last: int | None = None
    email: int | None = None
    unit: int | None = None
    organization: int | None = None
    level: int | None = None


def columns_of_headings(cells: Sequence[str]) -> TableColumns | None:
    """The columns that a row of headings announces, or None when it is no such row."""
    found: dict[str, int] = {}
    plain = [fold(cell) for cell in cells]
    for index, heading in enumerate(plain):
        for column, known in _HEADINGS.items():
            if heading in known:
                found.setdefault(column, index)
    if "nom" in plain:
        # French writes "Nom" for the family name beside "Prénom", and for the whole name alone.
        found.setdefault("last" if "first" in found else "name", plain.index("nom"))
    if not {"name", "first", "last"} & found.keys():
        named = next((at for at, heading in enumerate(plain) if _says_name(heading)), None)
        if named is not None:
            found["name"] = named
    if not {"name", "first", "last", "email"} & found.keys():
        return None
    return TableColumns(**found)


def _says_name(heading: str) -> bool:
    words = frozenset(heading.split())
    return bool(words & _A_NAME) and words <= _A_NAME | _BESIDE_A_NAME


def level_of(cell: str) -> str | None:
    """The level of participation that a cell names, in either language."""
    return _LEVELS.get(fold(cell))
