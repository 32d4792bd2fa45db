"""Like the home screen and a community: cards, stage marks, rows, a quote, stances."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from app.words import Words
from tests.ui.gallery.samples import Speak
from ui.look.look import Look
from ui.look.themes import STAGES
from ui.parts.buttons import link_button, primary_button, quiet_button
from ui.parts.card import Card
from ui.parts.cell_rows import CellRows, Column, TonedCell
from ui.parts.labels import WrapLabel, hairline, heading, small
from ui.parts.layouts import ShareLayout, holding
from ui.parts.page_header import PageHeader
from ui.parts.pill import Pill
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import QuoteLabel
from ui.parts.stage_marks import StageMark, StageMarks
from ui.parts.strips import AgreementBar, AgreementPart
from ui.parts.text_block import TextRun


def home_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """The page: what wants attention, then a community in its cards."""
    column = ScrollColumn(look, page=True)
    header = PageHeader(
        look,
        speak("Good morning", "Bonjour"),
        speak("Three things for this week.", "Trois choses cette semaine."),
    )
    header.add(
        quiet_button(look, speak("Hide names", "Masquer les noms")),
        quiet_button(look, speak("Open a shared file…", "Ouvrir un fichier partagé…")),
        quiet_button(look, speak("New community", "Nouvelle communauté")),
    )
    column.add(header)
    column.add_row(_attention(look, speak), even=True)
    column.add(_stages(look, speak))
    column.add_row(
        [_roles(look, speak), _charter(look, words, speak), _agreement(look, speak)], (4, 4, 3)
    )
    return column


def _attention(look: Look, speak: Speak) -> list[Card]:
    """Three cards that want attention, each with a button."""
    stopped = speak(
        "Stopped at “Who belongs” on Tuesday, 10:42. Nothing was lost.",
        "Arrêté à « Qui en fait partie » mardi à 10 h 42. Rien n’a été perdu.",
    )
    expected = speak(
        "15 people expected. Print the run sheet today, in case you have to do without the laptop.",
        "15 personnes attendues. Imprimez le déroulement aujourd’hui, au cas où "
        "l’ordinateur ferait défaut.",
    )
    paper = speak("41 notes are still on paper.", "41 notes sont encore sur papier.")
    unfinished = Card(look, edge="ember")
    unfinished.add(
        small(look, speak("Unfinished", "Inachevé")),
        heading(look, speak("Spatial Data · launch", "Données spatiales · lancement"), 3),
        small(look, stopped, "plain"),
    )
    go_on = speak("Continue where it stopped", "Reprendre là où c’était arrêté")
    unfinished.add_action(primary_button(look, go_on, small=True))
    near = Card(look, edge="renew")
    near.add(
        small(look, speak("Tomorrow, 9:00", "Demain, 9 h")),
        heading(look, speak("Bridge Inspection · renewal", "Inspection des ponts · relance"), 3),
        small(look, expected, "plain"),
    )
    open_it = speak("Open the workshop", "Ouvrir l’atelier")
    near.add_action(quiet_button(look, open_it, small=True))
    due = Card(look, edge="amber")
    due.add(
        small(look, speak("By Friday", "D’ici vendredi")),
        heading(look, speak("Water Quality", "Qualité de l’eau"), 3),
        small(look, paper, "plain"),
    )
    due.add_action(quiet_button(look, speak("Type them in", "Les saisir"), small=True))
    for card in (unfinished, near, due):
        card.body.addStretch(1)
    return [unfinished, near, due]


def _stages(look: Look, speak: Speak) -> Card:
    """The card of stage marks."""
    names = (
        (speak("Discover", "Découvrir"), ""),
        (speak("Grow", "Grandir"), ""),
        (speak("Establish", "S’établir"), ""),
        (speak("Put to work", "Mettre à l’œuvre"), speak("since Mar 2025", "depuis mars 2025")),
        (speak("Renew", "Renouveler"), speak("again, Oct 2025", "de nouveau, oct. 2025")),
    )
    marks = [
        StageMark(stage, name, since, bool(since))
        for stage, (name, since) in zip(STAGES, names, strict=True)
    ]
    card = Card(look)
    row = ShareLayout(look.px(24), look.px(16), middle=True)
    row.add(StageMarks(look, marks), 5, look.size(460))
    reading = WrapLabel(
        look,
        (
            TextRun(speak("The group recognized itself in: ", "Le groupe s’est reconnu dans : ")),
            TextRun(speak("put to work", "à l’œuvre"), strong=True),
            TextRun(speak(", and ", ", et ")),
            TextRun(speak("renewing.", "en renouvellement."), strong=True, tone="renew"),
        ),
        "small",
    )
    text = QWidget()
    lines = QVBoxLayout(text)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(reading)
    lines.addWidget(small(look, speak("Five portraits since 2023.", "Cinq portraits depuis 2023.")))
    row.add(text, 3, look.size(220))
    card.add(holding(row))
    return card


def _roles(look: Look, speak: Speak) -> Card:
    """A card of rows."""
    card = Card(look, speak("Roles", "Rôles"), note=speak("7 of 8 held", "7 sur 8 tenus"))
    rows = CellRows(look, (Column(1), Column(0, "small-strong"), Column(0, "small", "mute")))
    rows.add(
        speak("Coordinator", "Coordination"),
        "Maude Tremblay",
        TonedCell(speak("▲ ends in 3 weeks", "▲ finit dans 3 semaines"), "amber"),
    )
    rows.add(speak("Sponsor", "Parrainage"), "Denis Roy", speak("to Dec 2027", "à déc. 2027"))
    rows.add(speak("Core group", "Noyau"), speak("5 people", "5 personnes"), "")
    rows.add(
        speak("Newcomer guide", "Accueil"),
        "—",
        TonedCell(speak("● vacant since June", "● vacant depuis juin"), "ember"),
    )
    card.add(rows)
    return card


def _charter(look: Look, words: Words, speak: Speak) -> Card:
    """A card with a pill and a quote."""
    card = Card(look, speak("Charter", "Charte"))
    pill = Pill(look, speak("version 2", "version 2"), "teal")
    card.title_row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    card.add(
        QuoteLabel(
            look,
            words,
            speak(
                "We take care of the craft of seeing what a bridge is telling us.",
                "Nous prenons soin du métier de voir ce qu’un pont nous dit.",
            ),
            "charter",
        ),
        small(look, speak("12 agreed, 2 with reservations", "12 d’accord, 2 avec réserve")),
        hairline(look),
        WrapLabel(
            look,
            (
                TextRun(speak("Since version 1: ", "Depuis la version 1 : "), strong=True),
                TextRun(
                    speak("railway bridges are left out.", "les ponts ferroviaires sont exclus.")
                ),
            ),
            "small",
        ),
    )
    return card


def _agreement(look: Look, speak: Speak) -> Card:
    """A card with the bar of stances."""
    card = Card(look, speak("Agreement on this section", "Accord sur cette section"))
    card.add(
        AgreementBar(
            look,
            (
                AgreementPart(9, speak("9 wholehearted", "9 de tout cœur"), "teal"),
                AgreementPart(4, speak("4 fine with it", "4 à l’aise"), "teal", soft=True),
                AgreementPart(2, speak("2 with a reservation", "2 avec une réserve"), "amber"),
                AgreementPart(1, speak("1 away", "1 absence"), "rest", counted=False),
            ),
        ),
        small(look, speak("“Closing a lane is not ours.”", "« Fermer une voie, non. »")),
        link_button(look, speak("3 notes not used here", "3 notes non utilisées ici")),
    )
    return card
