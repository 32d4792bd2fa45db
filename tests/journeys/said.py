"""What is said in the two launches that the journeys walk through. All of it is invented."""

from collections.abc import Mapping

import msgspec


class Said(msgspec.Struct, frozen=True, kw_only=True):
    """One launch: a community, its people, and what they say on the day."""

    community: str
    sentence: str
    people: tuple[str, ...]
    guest: str
    own_block: str
    agreed: tuple[str, ...]
    hopes: tuple[str, ...]
    fears: tuple[str, ...]
    cluster: str
    decision: str
    action: str
    parked: str
    purpose: str
    reservation: str
    thanks: str
    half: str
    place: str


SAID: Mapping[str, Said] = {
    "en": Said(
        community="Small Bridges Circle",
        sentence="Those who look after bridges shorter than a bus.",
        people=("Amina Okafor", "Luc Tremblay", "Mei-Ling Zhao", "Piet de Boer", "Yusra Haddad"),
        guest="Tomás Ibarra",
        own_block="The bridge at the mill",
        agreed=("What is said here stays here", "Names only with a yes"),
        hopes=("Someone to call", "One list of what broke", "Fewer surprises in spring"),
        fears=("One more mailing list", "It dies by summer"),
        cluster="Not being alone",
        decision="We meet on the first Tuesday of the month",
        action="Ask the three river towns",
        parked="The drone budget",
        purpose="We look at small bridges together, so that nobody finds a crack alone.",
        reservation="As long as it stays under two hours",
        thanks="The mill, for the coffee and the light.",
        half="half a thou",
        place="The old mill, room 2",
    ),
    "fr": Said(
        community="Cercle des petits ponts",
        sentence="Celles et ceux qui veillent sur les ponts plus courts qu’un autobus.",
        people=("Hélène Côté", "Noémie Gagné", "Thérèse Bélanger", "Kofi Mensah", "Ravi Menon"),
        guest="Éloïse D’Amours",
        own_block="Le pont du vieux moulin",
        agreed=("Ce qui se dit ici reste ici", "Les noms, seulement avec un oui"),
        hopes=("Quelqu’un à appeler", "Une seule liste de ce qui a cédé", "Moins de surprises"),
        fears=("Une liste de diffusion de plus", "Que tout s’éteigne à l’été"),
        cluster="Ne plus être seul·e",
        decision="On se voit le premier mardi du mois",
        action="Demander aux trois villes de la rivière",
        parked="Le budget des drones",
        purpose="Nous regardons les petits ponts ensemble, pour que personne ne trouve une fissure "
        "sans aide.",
        reservation="Tant que ça reste sous les deux heures",
        thanks="Le moulin, pour le café et la lumière.",
        half="une moitié d’idé",
        place="Vieux moulin, salle 2",
    ),
}
"""Each in the language it is said in."""
