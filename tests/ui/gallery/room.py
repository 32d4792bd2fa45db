"""Like the cockpit: what to say, the clock, notes in zones, the capture line, keys."""

from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from app.colours import NoteColour
from app.words import Words
from tests.ui.gallery.samples import Speak
from ui.look.look import Look
from ui.look.themes import Tone
from ui.parts.buttons import Button, KeyButton
from ui.parts.card import Card
from ui.parts.clock_display import ClockDisplay
from ui.parts.keycaps import Keycap
from ui.parts.labels import WrapLabel, eyebrow, small
from ui.parts.layouts import FlowLayout, ShareLayout, holding
from ui.parts.note_card import NoteCard
from ui.parts.pill import Pill, PillButton
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import QuoteLabel
from ui.parts.strips import BlockStrip, StripBlock
from ui.parts.text_block import TextRun


def room_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """The page: head, canvas, capture line and keys."""
    page = QWidget()
    column = QVBoxLayout(page)
    around = look.px(24)
    column.setContentsMargins(around, around, around, around)
    column.setSpacing(look.px(12))
    head = ShareLayout(look.px(24), look.px(8))
    head.add(_said(look, words, speak), 1, look.size(420))
    head.add(_clock(look, words, speak), 0)
    column.addLayout(head)
    canvas = ScrollColumn(look)
    canvas.add(_zones(look, words, speak), _strip(look), _pills(look, speak))
    column.addWidget(canvas, 1)
    capture = QLineEdit()
    capture.setFont(look.font("body"))
    capture.setText(speak("Reviewing each other’s reports", "Relire les rapports des autres"))
    column.addWidget(capture)
    capture.setFocus()
    column.addWidget(_keys(look, words, speak))
    return page


def _said(look: Look, words: Words, speak: Speak) -> QWidget:
    """What to say, and what to do."""
    side = QWidget()
    column = QVBoxLayout(side)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(look.px(4))
    where = speak(
        "What gives and takes energy · step 3 of 5, sort together",
        "Ce qui donne et prend de l’énergie · étape 3 sur 5, trier ensemble",
    )
    column.addWidget(eyebrow(look, where))
    line = speak("Did this feel like learning, or like homework?", "Était-ce apprendre, ou subir?")
    column.addWidget(QuoteLabel(look, words, line, "say"))
    doing = (
        TextRun(speak("Read each note aloud; park debates. ", "Lisez chaque note. ")),
        TextRun(speak("Listen for:", "À écouter :"), strong=True, tone="plain"),
        TextRun(speak(" drains only this community can do.", " ce qui pèse.")),
    )
    column.addWidget(WrapLabel(look, doing, "small", "mute"))
    return side


def _clock(look: Look, words: Words, speak: Speak) -> QWidget:
    """The clock, its remark and its buttons: beside each other where letters are large."""
    large = look.scale >= 1.5
    layout: QVBoxLayout | FlowLayout
    if large:
        layout = FlowLayout(look.px(16))
    else:
        layout = QVBoxLayout()
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(look.px(4))
    clock = ClockDisplay(look, words, right=not large)
    clock.set_seconds(522)
    layout.addWidget(clock)
    left = speak("of 10 min · block ends 10:26", "sur 10 min · le bloc finit à 10 h 26")
    layout.addWidget(WrapLabel(look, left, "small", "mute", "right"))
    buttons = FlowLayout(look.px(6), right=not large)
    buttons.addWidget(Button(look, speak("Pause", "Pause"), small=True))
    buttons.addWidget(Button(look, "+1", small=True))
    further = speak("Next step", "Étape suivante")
    buttons.addWidget(KeyButton(look, words, further, "PgDown", "primary", small=True))
    layout.addWidget(holding(buttons))
    return holding(layout)


def _zones(look: Look, words: Words, speak: Speak) -> QWidget:
    """Two zones with notes."""
    takes = (
        speak("Typing up minutes nobody reads", "Taper des comptes rendus que personne ne lit"),
        speak("Quarterly statistics", "Statistiques trimestrielles"),
        speak("Chasing people for photos", "Courir après les photos"),
    )
    gives = (
        speak("Case clinics on odd cracks", "Cliniques de cas sur des fissures bizarres"),
        speak("Field days together", "Journées de terrain"),
    )
    zones = ShareLayout(look.px(12), look.px(12), even=True)
    samples: tuple[tuple[str, NoteColour, tuple[str, ...]], ...] = (
        (speak("Takes energy", "Prend de l’énergie"), "rose", takes),
        (speak("Gives energy", "Donne de l’énergie"), "green", gives),
    )
    for title, colour, texts in samples:
        zone = Card(look, tight=True)
        zone.set_chosen(colour == "green")
        zone.add(WrapLabel(look, title, "small-strong"))
        flow = FlowLayout(look.px(8), middle=False)
        for text, dots in zip(texts, (0, 4, 15), strict=False):
            flow.addWidget(NoteCard(look, words, text, colour, dots))
        zone.body.addLayout(flow)
        zones.add(zone, 1, look.size(300))
    return holding(zones)


def _strip(look: Look) -> QWidget:
    """The agenda as a strip."""
    strip = BlockStrip(look)
    tones: tuple[Tone, ...] = ("renew", "teal", "ember", "rest", "put-to-work", "renew", "grow")
    minutes = (15, 30, 30, 15, 40, 25, 20)
    blocks = [StripBlock(each, tone) for each, tone in zip(minutes, tones, strict=True)]
    strip.set_blocks(blocks, 180)
    return strip


def _pills(look: Look, speak: Speak) -> QWidget:
    """Pills that say and pills that can be pressed."""
    row = FlowLayout(look.px(12))
    row.addWidget(small(look, speak("180 min available · 175 planned", "180 min · 175 prévues")))
    row.addWidget(Pill(look, speak("fits, 5 min to spare", "tient, 5 min de marge"), "teal"))
    row.addWidget(PillButton(look, speak("6 min behind · choose…", "6 min de retard…"), "amber"))
    row.addWidget(Pill(look, speak("nobody", "personne"), "ember"))
    row.addWidget(Pill(look, speak("any size", "toute taille")))
    on = PillButton(look, speak("Renew", "Renouveler"), "renew", checkable=True)
    on.setChecked(True)
    row.addWidget(on)
    row.addWidget(PillButton(look, "≤ 30 min", "renew", checkable=True))
    return holding(row)


def _keys(look: Look, words: Words, speak: Speak) -> QWidget:
    """What can be caught from anywhere, with its keys."""
    row = FlowLayout(look.px(8))
    for text, key in (
        (speak("Decision", "Décision"), "Ctrl+D"),
        (speak("Action", "Action"), "Ctrl+T"),
        (speak("Park", "Mettre de côté"), "Ctrl+P"),
    ):
        row.addWidget(KeyButton(look, words, text, key, small=True))
    row.addWidget(Button(look, speak("Photo…", "Photo…"), small=True))
    row.addWidget(small(look, speak("31 notes · 15 in the room", "31 notes · 15 personnes")))
    row.addWidget(Keycap(look, words, "Ctrl+Z"))
    return holding(row)
