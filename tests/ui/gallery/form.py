"""A form, plain Qt controls, and an empty state."""

from PySide6.QtWidgets import (
    QListWidget,
    QProgressBar,
    QRadioButton,
    QTabBar,
    QVBoxLayout,
    QWidget,
)

from app.words import Words
from tests.ui.gallery.samples import FIELDS, TODAY, Speak, with_samples
from ui.look.look import Look
from ui.parts.buttons import primary_button, quiet_button
from ui.parts.card import Card, Well
from ui.parts.form import FieldForm
from ui.parts.labels import ElidedLabel, WrapLabel, body, small
from ui.parts.page_header import PageHeader
from ui.parts.scroll_column import ScrollColumn
from ui.parts.sentences import EmptyState


def form_page(look: Look, words: Words, speak: Speak) -> QWidget:
    """The page: the form at the left, the rest at its right."""
    column = ScrollColumn(look, page=True)
    header = PageHeader(
        look,
        speak("New community", "Nouvelle communauté"),
        speak("Only the name is needed.", "Seul le nom est nécessaire."),
        speak("Communities /", "Communautés /"),
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
    right = QWidget()
    beside = QVBoxLayout(right)
    beside.setContentsMargins(0, 0, 0, 0)
    beside.setSpacing(look.px(16))
    beside.addWidget(_controls(look, speak))
    begin = speak(
        "Begin with the name of a group that already talks about its work.",
        "Commencez par le nom d’un groupe qui parle déjà de son travail.",
    )
    none = speak("No community yet", "Aucune communauté pour l’instant")
    new = speak("New community", "Nouvelle communauté")
    beside.addWidget(EmptyState(look, none, begin, new))
    beside.addWidget(body(look, speak("A paragraph.", "Un paragraphe."), "teal"))
    column.add_row([card, right], (3, 2), least=300)
    return column


def _controls(look: Look, speak: Speak) -> Card:
    """Qt's own controls under the style sheet, two buttons that are off, and a well."""
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
    for widget in (radio, other, tabs, listing, progress):
        widget.setFont(look.font("body"))
    long = "Communauté de pratique des inspectrices et inspecteurs de ponts de la région"
    side.add(radio, other, tabs, listing, progress, ElidedLabel(look, long))
    off = quiet_button(look, speak("Not now", "Pas maintenant"))
    gone = primary_button(look, speak("Not yet", "Pas encore"))
    for button in (off, gone):
        button.setEnabled(False)
    side.add_action(off, gone)
    well = Well(look)
    alone = speak(
        "A coordinator alone is the commonest reason a community goes quiet.",
        "Une coordination qui repose sur une seule personne est la première cause de silence.",
    )
    well.add(
        WrapLabel(look, speak("Note.", "À noter."), "small-strong"),
        small(look, alone, "plain"),
    )
    side.add(well)
    return side
