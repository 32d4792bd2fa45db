"""All parts in one window, to be looked at: ``python -m tests.ui.gallery FOLDER``.

Leaves a picture of each page of the gallery in every theme, at 100 and 200 %, in English and in
French. The samples imitate the screens that will be built from the parts.
"""

import sys
from collections.abc import Callable, Sequence
from datetime import date
from itertools import product
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import (
    QApplication,
    QLineEdit,
    QListWidget,
    QProgressBar,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.resources import resources_folder
from app.speech import load_words
from app.words import Words
from ui.look.fonts import load_fonts
from ui.look.look import Look, make_look
from ui.look.tokens import STAGES, Theme
from ui.look.wear import wear
from ui.parts.buttons import Button, KeyButton, link_button, primary_button, quiet_button
from ui.parts.card import Card, Well
from ui.parts.clock_face import ClockFace
from ui.parts.fields import Field
from ui.parts.form import FieldForm
from ui.parts.keys import Keycap
from ui.parts.labels import ElidedLabel, WrapLabel, body, eyebrow, hairline, heading, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.note_card import NoteCard
from ui.parts.page_header import PageHeader
from ui.parts.pill import Pill, PillButton
from ui.parts.rail import Rail, RailEntry
from ui.parts.rows import Column, Rows, Toned
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import EmptyState, SaidBox, SentenceBar
from ui.parts.shell import Shell
from ui.parts.stage_marks import StageMark, StageMarks
from ui.parts.strips import AgreementBar, AgreementPart, BlockStrip, StripBlock
from ui.parts.typeset import Piece

TODAY = date(2026, 1, 12)

Speak = Callable[[str, str], str]
"""The English or the French of a sample."""


def make_shell(look: Look, words: Words, page: str) -> Shell:
    """A window with the rail and one page of the gallery."""
    speak = _speaker(words)
    entries = [
        RailEntry("communities", speak("Communities", "Communautés"), "communities"),
        RailEntry("portfolio", speak("Portfolio", "Portefeuille"), "portfolio"),
        RailEntry("exercises", speak("Exercises", "Exercices"), "exercises"),
        RailEntry("search", speak("Search", "Rechercher"), "search", "Ctrl+K"),
        RailEntry("settings", speak("Settings", "Réglages"), "settings"),
    ]
    rail = Rail(look, words, "Hearth", entries)
    rail.set_current("communities")
    rail.set_foot(
        speak("Everything is on this computer.", "Tout est sur cet ordinateur."),
        speak("Last backup today 9:14", "Copie de sûreté aujourd’hui à 9 h 14"),
    )
    bar = SentenceBar(look, words)
    shell = Shell(look, rail, bar)
    if page == "form":
        bar.say(
            speak(
                "The disk is full. What you typed is kept; free some space and go on.",
                "Le disque est plein. Votre texte est conservé; libérez de l’espace et continuez.",
            ),
            "ember",
            speak("Try again", "Réessayer"),
        )
    shell.show_screen(PAGES[page](look, words, speak))
    return shell


def home_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """Like the home screen: what wants attention, then a community in its cards."""
    column = ScrollColumn(look, page=True)
    header = PageHeader(
        look,
        speak("Good morning", "Bonjour"),
        speak("Three things for this week.", "Trois choses cette semaine."),
    )
    for text in (
        speak("Hide names", "Masquer les noms"),
        speak("Open a shared file…", "Ouvrir un fichier partagé…"),
        speak("New community", "Nouvelle communauté"),
    ):
        header.add(quiet_button(look, text))
    column.add(header)
    first = Card(look, edge="ember")
    first.add(
        small(look, speak("Unfinished", "Inachevé")),
        heading(look, speak("Spatial Data · launch", "Données spatiales · lancement"), 3),
        small(
            look,
            speak(
                "Stopped at “Who belongs” on Tuesday, 10:42. Nothing was lost.",
                "Arrêté à « Qui en fait partie » mardi à 10 h 42. Rien n’a été perdu.",
            ),
            "plain",
        ),
    )
    button = primary_button(
        look, speak("Continue where it stopped", "Reprendre là où c’était arrêté"), small=True
    )
    first.add_action(button)
    second = Card(look, edge="renew")
    second.add(
        small(look, speak("Tomorrow, 9:00", "Demain, 9 h 00")),
        heading(look, speak("Bridge Inspection · renewal", "Inspection des ponts · relance"), 3),
        small(
            look,
            speak(
                "15 people expected. Print the run sheet today, in case the laptop stays behind.",
                "15 personnes attendues. Imprimez le déroulé aujourd’hui, au cas où l’ordinateur "
                "resterait au bureau.",
            ),
            "plain",
        ),
    )
    second.add_action(
        quiet_button(look, speak("Open the workshop", "Ouvrir l’atelier"), small=True)
    )
    third = Card(look, edge="amber")
    third.add(
        small(look, speak("By Friday", "D’ici vendredi")),
        heading(look, speak("Water Quality", "Qualité de l’eau"), 3),
        small(look, speak("41 notes are still on paper.", "41 notes sont encore sur papier.")),
    )
    third.add_action(quiet_button(look, speak("Type them in", "Les saisir"), small=True))
    for card in (first, second, third):
        card.body.addStretch(1)
    column.add_row([first, second, third], even=True)
    column.add(_stages(look, speak))
    column.add_row(
        [_roles(look, speak), _charter(look, words, speak), _agreement(look, speak)], (4, 4, 3)
    )
    return column


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
            Piece(speak("The group read itself at its last workshop: ", "Le groupe s’est lu : ")),
            Piece(speak("put to work", "à l’œuvre"), strong=True),
            Piece(speak(", and ", ", et ")),
            Piece(speak("renewing.", "en renouvellement."), strong=True, tone="renew"),
        ),
        "small",
    )
    text = QWidget()
    lines = QVBoxLayout(text)
    lines.setContentsMargins(0, 0, 0, 0)
    lines.setSpacing(0)
    lines.addWidget(reading)
    lines.addWidget(small(look, speak("Five readings since 2023.", "Cinq lectures depuis 2023.")))
    row.add(text, 3, look.size(220))
    card.add(holding(row))
    return card


def _roles(look: Look, speak: Speak) -> Card:
    """A card of rows."""
    card = Card(look, speak("Roles", "Rôles"), note=speak("7 of 8 held", "7 sur 8 tenus"))
    rows = Rows(look, (Column(1), Column(0, "small-strong"), Column(0, "small", "mute")))
    rows.add(
        speak("Coordinator", "Coordination"),
        "Maude Tremblay",
        Toned(speak("▲ ends in 3 weeks", "▲ finit dans 3 semaines"), "amber"),
    )
    rows.add(speak("Sponsor", "Parrainage"), "Denis Roy", speak("to Dec 2027", "à déc. 2027"))
    rows.add(speak("Core group", "Noyau"), speak("5 people", "5 personnes"), "")
    rows.add(
        speak("Newcomer guide", "Accueil"),
        "—",
        Toned(speak("● vacant since June", "● vacant depuis juin"), "ember"),
    )
    card.add(rows)
    return card


def _charter(look: Look, words: Words, speak: Speak) -> Card:
    """A card with a pill and a quote."""
    card = Card(look, speak("Charter", "Charte"))
    pill = Pill(look, speak("version 2", "version 2"), "teal")
    card.title_row.addWidget(pill, 0, Qt.AlignmentFlag.AlignTop)
    card.add(
        SaidBox(
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
                Piece(speak("Since version 1: ", "Depuis la version 1 : "), strong=True),
                Piece(
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
        link_button(look, speak("3 said but not taken", "3 propos non retenus")),
    )
    return card


def room_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """Like the cockpit: what to say, the clock, notes, the capture line, keys."""
    page = QWidget()
    column = QVBoxLayout(page)
    around = look.px(24)
    column.setContentsMargins(around, around, around, around)
    column.setSpacing(look.px(12))
    head = ShareLayout(look.px(24), look.px(8))
    words_side = QWidget()
    said = QVBoxLayout(words_side)
    said.setContentsMargins(0, 0, 0, 0)
    said.setSpacing(look.px(4))
    said.addWidget(
        eyebrow(
            look,
            speak(
                "What gives and takes energy · step 3 of 5, sort together",
                "Ce qui donne et prend de l’énergie · étape 3 sur 5, trier ensemble",
            ),
        )
    )
    line = speak("Did this feel like learning, or like homework?", "Était-ce apprendre, ou subir?")
    said.addWidget(SaidBox(look, words, line, "say"))
    said.addWidget(
        WrapLabel(
            look,
            (
                Piece(speak("Read each note aloud; park debates. ", "Lisez chaque note. ")),
                Piece(speak("Listen for", "Écoutez"), strong=True, tone="plain"),
                Piece(speak(" drains only this community can do.", " ce qui pèse.")),
            ),
            "small",
            "mute",
        )
    )
    head.add(words_side, 1, look.size(420))
    # With large letters the clock, its remark and its buttons stand beside each other.
    clocks: QVBoxLayout | FlowLayout
    if look.scale < 1.5:
        clocks = QVBoxLayout()
        clocks.setContentsMargins(0, 0, 0, 0)
        clocks.setSpacing(look.px(4))
    else:
        clocks = FlowLayout(look.px(16))
    clock = ClockFace(look, words)
    clock.set_seconds(522)
    clocks.addWidget(clock)
    left = speak("of 10 min · block ends 10:26", "sur 10 min · le bloc finit à 10 h 26")
    clocks.addWidget(WrapLabel(look, left, "small", "mute", "right"))
    buttons = FlowLayout(look.px(6), right=True)
    for button in (
        Button(look, speak("Pause", "Pause"), small=True),
        Button(look, "+1", small=True),
        KeyButton(
            look, words, speak("Next step", "Étape suivante"), "PgDown", "primary", small=True
        ),
    ):
        buttons.addWidget(button)
    clocks.addWidget(holding(buttons))
    head.add(holding(clocks), 0)
    column.addLayout(head)
    zones = ShareLayout(look.px(12), look.px(12), even=True)
    for title, colour, texts, chosen in (
        (
            speak("Takes energy", "Prend de l’énergie"),
            "rose",
            (
                speak(
                    "Typing up minutes nobody reads", "Taper des comptes rendus que personne lit"
                ),
                speak("Quarterly statistics", "Statistiques trimestrielles"),
                speak("Chasing people for photos", "Courir après les photos"),
            ),
            False,
        ),
        (
            speak("Gives energy", "Donne de l’énergie"),
            "green",
            (
                speak("Case clinics on odd cracks", "Cliniques de cas sur des fissures bizarres"),
                speak("Field days together", "Journées de terrain"),
            ),
            True,
        ),
    ):
        zone = Card(look, tight=True)
        zone.set_chosen(chosen)
        zone.add(WrapLabel(look, title, "small-strong"))
        flow = FlowLayout(look.px(8), middle=False)
        for at, text in enumerate(texts):
            flow.addWidget(NoteCard(look, words, text, colour, (0, 4, 15)[at]))  # type: ignore[arg-type]
        zone.body.addLayout(flow)
        zones.add(zone, 1, look.size(300))
    canvas = ScrollColumn(look)
    canvas.add(holding(zones))
    strip = BlockStrip(look)
    tones = ("renew", "establish", "ember", "rest", "put-to-work", "renew", "grow")
    blocks = [StripBlock(m, t) for m, t in zip((15, 30, 30, 15, 40, 25, 20), tones, strict=True)]  # type: ignore[arg-type]
    strip.set_blocks(blocks, 180)
    canvas.add(strip)
    under = FlowLayout(look.px(12))
    under.addWidget(small(look, speak("180 min available · 175 planned", "180 min · 175 prévues")))
    under.addWidget(Pill(look, speak("fits, 5 min to spare", "tient, 5 min de marge"), "teal"))
    under.addWidget(PillButton(look, speak("6 min behind · choose…", "6 min de retard…"), "amber"))
    under.addWidget(Pill(look, speak("nobody", "personne"), "ember"))
    under.addWidget(Pill(look, speak("any size", "toute taille")))
    chosen_filter = PillButton(look, speak("Renew", "Renouveler"), "renew", checkable=True)
    chosen_filter.setChecked(True)
    under.addWidget(chosen_filter)
    under.addWidget(PillButton(look, "≤ 30 min", "renew", checkable=True))
    canvas.add(holding(under))
    column.addWidget(canvas, 1)
    capture = QLineEdit()
    capture.setFont(look.font("body"))
    capture.setText(speak("Reviewing each other’s reports", "Relire les rapports des autres"))
    column.addWidget(capture)
    capture.setFocus()
    keys = FlowLayout(look.px(8))
    for text, key in (
        (speak("Decision", "Décision"), "Ctrl+D"),
        (speak("Action", "Action"), "Ctrl+T"),
        (speak("Park", "Mettre de côté"), "Ctrl+P"),
    ):
        keys.addWidget(KeyButton(look, words, text, key, small=True))
    keys.addWidget(Button(look, speak("Photo…", "Photo…"), small=True))
    keys.addWidget(small(look, speak("31 notes · 15 in the room", "31 notes · 15 personnes")))
    keys.addWidget(Keycap(look, words, "Ctrl+Z"))
    column.addLayout(keys)
    return page


FIELDS = (
    Field(key="name", kind="text", label="gallery.name", shows="gallery.name_shows", required=True),
    Field(key="about", kind="long", label="gallery.about", hint="gallery.about_hint", lines=3),
    Field(
        key="language",
        kind="choice",
        label="gallery.language",
        options=(("en", "gallery.english"), ("fr", "gallery.french")),
        half=True,
    ),
    Field(key="people", kind="number", label="gallery.people", unit="gallery.unit", half=True),
    Field(key="day", kind="date", label="gallery.day", half=True),
    Field(key="start", kind="time", label="gallery.start", half=True),
    Field(key="shared", kind="check", label="gallery.shared"),
)


def with_samples(words: Words) -> Words:
    """Words that also know the labels of the sample form."""
    speak = _speaker(words)
    samples = {
        "name": speak("Name of the community", "Nom de la communauté"),
        "name_shows": speak("As its members call it", "Comme ses membres l’appellent"),
        "about": speak("What it takes care of", "Ce dont elle prend soin"),
        "about_hint": speak("One sentence is enough.", "Une phrase suffit."),
        "language": speak("Language of the workshop", "Langue de l’atelier"),
        "english": "English",
        "french": "Français",
        "people": speak("People expected", "Personnes attendues"),
        "unit": speak("people", "personnes"),
        "day": speak("Day", "Jour"),
        "start": speak("Starts at", "Commence à"),
        "shared": speak(
            "The charter may be read by the whole organization once it is agreed.",
            "La charte peut être lue par toute l’organisation une fois qu’elle est adoptée.",
        ),
    }

    class Sampled(Words):
        """The words, and the samples."""

        def __call__(self, key: str, /, **values: object) -> str:
            """The sample at ``key``, or the house's own sentence."""
            room, _, name = key.partition(".")
            return samples[name] if room == "gallery" else words(key, **values)

    return Sampled(words.language, {})


def form_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """A form, plain Qt controls, and an empty state."""
    column = ScrollColumn(look, page=True)
    crumb = speak("Communities /", "Communautés /")
    header = PageHeader(
        look,
        speak("New community", "Nouvelle communauté"),
        speak("Only the name is needed.", "Seul le nom est nécessaire."),
        crumb,
    )
    header.add(
        quiet_button(look, speak("Cancel", "Annuler")),
        primary_button(look, speak("Create the community", "Créer la communauté")),
    )
    column.add(header)
    card = Card(look)
    form = FieldForm(FIELDS, with_samples(words), look, TODAY)
    form.set_values({"people": 18, "start": 540, "shared": True})
    form.show_errors(form.missing())
    card.add(form)
    side = Card(look, speak("Plain controls", "Contrôles simples"))
    radio = QRadioButton(speak("One language", "Une langue"))
    radio.setChecked(True)
    other = QRadioButton(speak("Both languages", "Les deux langues"))
    progress = QProgressBar()
    progress.setValue(40)
    tabs = QTabBar()
    for text in (speak("Agenda", "Horaire"), speak("People", "Personnes")):
        tabs.addTab(text)
    listing = QListWidget()
    listing.addItems([speak("Purpose", "Raison d’être"), speak("Domain", "Domaine")])
    listing.setCurrentRow(1)
    listing.setFixedHeight(look.size(96))
    off = quiet_button(look, speak("Not now", "Pas maintenant"))
    off.setEnabled(False)
    gone = primary_button(look, speak("Not yet", "Pas encore"))
    gone.setEnabled(False)
    long = "Communauté de pratique des inspectrices et inspecteurs de ponts de la région"
    for widget in (radio, other, tabs, listing, progress):
        widget.setFont(look.font("body"))
    side.add(radio, other, tabs, listing, progress, ElidedLabel(look, long))
    row = FlowLayout(look.px(8))
    row.addWidget(off)
    row.addWidget(gone)
    side.body.addLayout(row)
    well = Well(look)
    well.add(
        WrapLabel(look, speak("Worth a word.", "À dire."), "small-strong"),
        small(
            look,
            speak(
                "A coordinator alone is the commonest reason a community goes quiet.",
                "Une coordination qui repose sur une seule personne est la première cause de "
                "silence.",
            ),
            "plain",
        ),
    )
    side.add(well)
    empty = EmptyState(
        look,
        speak("No community yet", "Aucune communauté pour l’instant"),
        speak(
            "Begin with the name of a group that already talks about its work.",
            "Commencez par le nom d’un groupe qui parle déjà de son travail.",
        ),
        speak("New community", "Nouvelle communauté"),
    )
    right = QWidget()
    beside = QVBoxLayout(right)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(look.px(16))
    beside.addWidget(side)
    beside.addWidget(empty)
    beside.addWidget(body(look, speak("A paragraph.", "Un paragraphe."), "teal"))
    column.add_row([card, right], (3, 2), least=300)
    return column


PAGES: dict[str, Callable[[Look, Words, Speak], QWidget]] = {
    "home": home_page,
    "room": room_page,
    "form": form_page,
}
"""The pages of the gallery."""


def _speaker(words: Words) -> Speak:
    return lambda english, french: french if words.language == "fr" else english


def settle() -> None:
    """Let layouts that were only posted be done."""
    for _ in range(4):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
        QApplication.processEvents()


def main(arguments: Sequence[str]) -> None:
    """Leave the pictures in the folder that the first argument names."""
    folder = Path(arguments[0])
    only = arguments[1:]
    folder.mkdir(parents=True, exist_ok=True)
    application = QApplication.instance() or QApplication([])
    assert isinstance(application, QApplication)
    resources = resources_folder()
    load_fonts(resources / "fonts")
    themes: tuple[Theme, ...] = ("light", "dark", "contrast")
    for theme, text, page, language in product(themes, (100, 200), PAGES, ("en", "fr")):
        name = f"{page}-{theme}-{text}-{language}"
        if only and not any(part in name for part in only):
            continue
        look = make_look(theme, text)
        wear(application, look, resources / "icons")
        shell = make_shell(look, load_words(resources, language), page)
        shell.resize(1440, 900) if text == 100 else shell.resize(1280, 720)
        shell.show()
        settle()
        shell.grab().save(str(folder / f"{name}.png"))
        shell.close()


if __name__ == "__main__":
    main(sys.argv[1:])
