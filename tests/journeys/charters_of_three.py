"""Three charters of very different shape, as their people wrote them; all names are invented."""

from tests.journeys.charter_entered import Entered

CLUB = """# The Tuesday Menders

## Rhythm

Every second Tuesday, from seven to nine, in the back room of the library.
Whoever opens the room makes the tea.

## Purpose

We mend clothes and lamps together, so that fewer of them are thrown away.

## What we do not do

- We repair nothing for money.
- We keep nothing overnight.

## Who does what

| Task | Who | Until |
| --- | --- | --- |
| Opens the room | Ngozi Eze | June |
| Keeps the tools | Paulo Prates | |

## How we stop

If three evenings in a row stay empty, the tools go to the school.
"""

CLUB_HEADINGS = [
    "Rhythm",
    "Purpose",
    "What we do not do",
    "Who does what",
    "How we stop",
]

TERMS = (
    Entered(
        "why-now",
        "Préambule",
        "Deux ministères modifient en même temps leurs formulaires destinés au public.\n"
        "Le comité existe pour qu’ils ne le fassent pas chacun de leur côté.",
    ),
    Entered("purpose", "Mandat", "Le comité conseille les deux directions sur la clarté."),
    Entered("domain", "Portée", "Les formulaires que remplit le public."),
    Entered(
        "in-scope",
        "Ce qui est inclus",
        "Formulaires papier\nServices en ligne",
        under="domain",
        form="list",
    ),
    Entered(
        "out-of-scope", "Ce qui est exclu", "Formulaires internes", under="domain", form="list"
    ),
    Entered("Ce qui attend", "", "Avis envoyés par texto", under="domain", form="list"),
    Entered(
        "membership",
        "Composition",
        "Présidence\tDirection des communications\tAwa Diallo\t"
        "première titulaire, depuis avril 2024\n"
        "Siège 2\tDirection régionale du Nord\tMateo Quispe\treconduit en 2026\n"
        "Siège 3\tDirection des technologies\t\tvacant depuis janvier",
        ("Siège", "Provenance", "Titulaire", "Depuis quand"),
        form="table",
    ),
    Entered(
        "Membres sortis",
        "",
        "Ingrid Solheim\tDirection régionale du Nord\t2024 à 2026",
        ("Nom", "Provenance", "Années"),
        under="membership",
        form="table",
    ),
    Entered(
        "Secrétariat",
        "",
        "Le secrétariat convoque les séances et garde les dossiers.\n"
        "Il est assuré par la Direction des communications.",
    ),
    Entered(
        "Livrables",
        "",
        "Guide de rédaction\tComité de direction\t30 septembre 2026\tamorcé\tAwa Diallo\n"
        "Bilan des essais\tLes deux directions\t15 décembre 2026\tà venir\tMateo Quispe",
        ("Livrable", "Destinataire", "Échéance", "État", "Porté par"),
        form="table",
    ),
    Entered(
        "decisions",
        "Règles de vote",
        "Avis aux directions\tdeux tiers des sièges pourvus\tmajorité simple\ttous les sièges\n"
        "Changement au mandat\ttous les sièges pourvus\tdeux tiers\tles titulaires seulement",
        ("Objet", "Quorum", "Seuil", "Qui vote"),
    ),
    Entered(
        "records",
        "Gestion documentaire",
        said={
            "rule": "inherited",
            "parent_rule": "Le calendrier de conservation du ministère s’applique.",
        },
    ),
    Entered(
        "boundaries",
        "Groupes apparentés",
        "Table des lettres\tles mêmes textes, après l’envoi\tune séance commune par année",
    ),
    Entered(
        "review",
        "Examen semestriel",
        "Le comité examine son mandat tous les six mois, en mars et en septembre.",
    ),
    Entered("Annexes", "", said={"left_empty": True}),
)

PROJECT = (
    Entered("purpose", "Mission", "We keep the date parser small, correct and boring."),
    Entered("How this group ends", "", "There are three ways, each announced a month ahead."),
    Entered(
        "Archived",
        "",
        "No release in two years: the code is frozen, and stays readable.",
        under="How this group ends",
    ),
    Entered(
        "Merged",
        "",
        "Another group takes the parser in, with its open requests.",
        under="How this group ends",
    ),
    Entered(
        "Handed back",
        "",
        "The foundation appoints two keepers until someone volunteers.",
        under="How this group ends",
    ),
    Entered(
        "membership",
        "Levels",
        "Contributor\tone change merged\tmay be asked for reviews\n"
        "Reviewer\tten reviews in six months\tmay approve\n"
        "Maintainer\tnamed by two others\tmay release",
        ("Level", "How one gets there", "What it allows"),
        form="table",
    ),
    Entered(
        "Past maintainers",
        "",
        "Tomasz Wieczorek, 2021 to 2024\nLeilani Kahale, 2022 to 2025",
        under="membership",
        form="list",
    ),
    Entered(
        "norms",
        "Conduct",
        said={"rule": "inherited", "parent_rule": "The foundation’s code of conduct, as it is."},
    ),
    Entered(
        "decisions",
        "How we decide",
        "A breaking change\thalf of the maintainers\ttwo thirds\tmaintainers\n"
        "Anything else\t\tno objection in three days\treviewers and maintainers",
        ("What", "Quorum", "Threshold", "Who votes"),
        said={
            "rule": "differs",
            "parent_rule": "Every decision waits for two weeks.",
            "reason": "We release every week, and two weeks would hold up repairs.",
        },
    ),
    Entered("channels", "Meetings", said={"left_empty": True}),
    Entered(
        "first-90-days",
        "30, 60, 90 days",
        "30\tpublish the list of open requests\tHana Sato\n"
        "60\tclose what nobody will do\tHana Sato\n"
        "90\trelease without the old calendar\tJoaquín Ibarra",
    ),
    Entered(
        "boundaries",
        "Neighbours",
        "Time zone data\tthey publish what we read\twe test each of their releases",
    ),
)
