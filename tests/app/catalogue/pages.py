"""A catalogue with a few invented pages to read, beside what the shipped one has."""

import msgspec

from app.catalogue.catalogue import Catalogue
from app.catalogue.load import load_catalogue
from app.catalogue.reading_entries import (
    Essay,
    EssayWords,
    Instrument,
    InstrumentWords,
    Paradox,
    ParadoxWords,
    Part,
    PoleWords,
    Template,
    TemplateWords,
    Term,
    TermWords,
)
from app.resources import resources_folder

OPEN_DOOR = Essay(
    id="the-open-door",
    concepts=("core-and-growth",),
    exercises=("who-is-missing",),
    words={
        "en": EssayWords(
            title="The core and the door",
            lead="A few people carry a community, and many walk in and out of it.",
            parts=(
                Part(
                    text=(
                        "The core group meets often. People at the edge read, listen, and come "
                        "when a question is theirs. Both belong.",
                        "A sponsor who counts heads sees only the core group.",
                    )
                ),
                Part(head="What to look at", items=("Who came once", "Who came back")),
            ),
        ),
        "fr": EssayWords(
            title="Le noyau et la porte",
            lead="Quelques personnes portent une communauté; beaucoup y entrent et en sortent.",
            parts=(
                Part(
                    text=(
                        "Le noyau se réunit souvent. À la périphérie, on lit, on écoute et l’on "
                        "vient quand une question nous touche.",
                        "Un parrainage qui compte les têtes ne voit que le noyau.",
                    )
                ),
                Part(head="Ce qu’il faut regarder", items=("Qui est venu une fois", "Qui revient")),
            ),
        ),
    },
)

CORE = Term(
    id="core-group",
    see=("sponsor",),
    words={
        "en": TermWords(
            name="Core group", text="The few who carry the work.", forms=("core groups", "core")
        ),
        "fr": TermWords(name="Noyau", text="Les quelques personnes qui portent le travail."),
    },
)

SPONSOR = Term(
    id="sponsor",
    words={
        "en": TermWords(name="Sponsor", text="Who answers for the community.", forms=("sponsors",)),
        "fr": TermWords(name="Parrainage", text="Qui répond de la communauté.", forms=("parrain",)),
    },
)

OWN_AND_OPEN = Paradox(
    id="own-and-open",
    concepts=("chaos-and-order",),
    exercises=("who-is-missing",),
    words={
        "en": ParadoxWords(
            name="Ours and open",
            question="Why pay for a club that closes its doors?",
            fair="A closed group learns little that is new.",
            other="A group without a threshold has no one to trust.",
            tries=("One guest at each meeting",),
            poles=(
                PoleWords(name="Ours", gifts=("Trust",), too_much=("Old jokes",)),
                PoleWords(name="Open", gifts=("News",), too_much=("Nobody stays",)),
            ),
        ),
        "fr": ParadoxWords(
            name="Chez soi et ouvert",
            question="Pourquoi payer un club qui ferme ses portes?",
            fair="Un groupe fermé apprend peu de choses nouvelles.",
            other="Un groupe sans seuil n’a personne à qui se fier.",
            tries=("Une personne invitée à chaque rencontre",),
            poles=(
                PoleWords(name="Chez soi", gifts=("Confiance",), too_much=("Vieilles blagues",)),
                PoleWords(name="Ouvert", gifts=("Du neuf",), too_much=("Personne ne reste",)),
            ),
        ),
    },
)

THREE_MONTHS = Instrument(
    id="three-months",
    scale=5,
    unsigned=True,
    concepts=("pulse",),
    items=("found", "known"),
    words={
        "en": InstrumentWords(
            name="A newcomer’s three months",
            purpose="What it was like to arrive.",
            when="After three months.",
            low="Not at all",
            high="Entirely",
            items={"found": "I found what I came for.", "known": "People know what I work on."},
            reading=("Two people are two stories.",),
            then=("Ask what would have helped.",),
        ),
        "fr": InstrumentWords(
            name="Trois premiers mois",
            purpose="Ce que l’arrivée a été.",
            when="Après trois mois.",
            low="Pas du tout",
            high="Tout à fait",
            items={"found": "J’ai trouvé ce que je cherchais.", "known": "On connaît mon travail."},
            reading=("Deux personnes, ce sont deux histoires.",),
            then=("Demander ce qui aurait aidé.",),
        ),
    },
)

INVITATION = Template(
    id="invitation",
    form="letter",
    moment="before",
    days=-14,
    words={
        "en": TemplateWords(
            name="Invitation",
            purpose="Asks people to come.",
            reader="Everyone who is expected.",
            parts=(
                Part(
                    text=(
                        "{community} meets on {date}, from {starts} to {ends}, at {place}.",
                        "The question is: {question}",
                    )
                ),
                Part(head="What we do", items=("{agenda}", "{sponsor} opens.")),
            ),
        ),
        "fr": TemplateWords(
            name="Invitation",
            purpose="Demande aux gens de venir.",
            reader="Toutes les personnes attendues.",
            parts=(
                Part(
                    text=(
                        "{community} se réunit le {date}, de {starts} à {ends}, à {place}.",
                        "La question\u00a0: {question}",
                    )
                ),
                Part(head="Ce que nous ferons", items=("{agenda}", "{sponsor} ouvre.")),
            ),
        ),
    },
)


def with_pages() -> Catalogue:
    """The shipped catalogue, and the invented pages in the place of its own of their sorts."""
    return msgspec.structs.replace(
        load_catalogue(resources_folder()),
        essays=(OPEN_DOOR,),
        terms=(CORE, SPONSOR),
        paradoxes=(OWN_AND_OPEN,),
        instruments=(THREE_MONTHS,),
        templates=(INVITATION,),
    )
