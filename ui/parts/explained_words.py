"""Words of the glossary, explained where they stand: on hover, and on focus by the keyboard.

A page hands over its labels once it is written; each word is marked where it first stands on the
page. Tab goes from word to word, Enter or a click asks for the glossary's own page.
"""

from collections.abc import Iterator
from html import escape

import msgspec
from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QToolTip, QWidget

from app.catalogue.glossary_terms import FoundTerm, GlossaryTerms
from app.catalogue.reading_entries import Term
from app.catalogue.reading_pages import entry_key
from app.words import Words
from ui.look.text_styles import TextRole
from ui.parts.labels import WrapLabel
from ui.parts.sentences import QuoteLabel
from ui.parts.text_block import RichText, TextRun

READ: frozenset[TextRole] = frozenset(("body", "small", "charter", "quote"))
"""How texts speak whose words are explained: headings are left alone, and so is
what somebody says (``QuoteLabel``)."""

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Marked(msgspec.Struct):
    """A label's text and the words found in it; ``chosen`` is the number of one of them."""

    text: str
    found: tuple[FoundTerm, ...]
    runs: RichText = ""
    chosen: int | None = None

    def pieces(self) -> Iterator[tuple[TextRun, int | None]]:
        """The text in pieces, each with the number of the word it is."""
        at = 0
        for number, one in enumerate(self.found):
            if at < one.start:
                yield TextRun(self.text[at : one.start]), None
            word = self.text[one.start : one.end]
            chosen = number == self.chosen
            yield TextRun(word, mark="chosen" if chosen else "explained"), number
            at = one.end
        if at < len(self.text):
            yield TextRun(self.text[at:]), None


class ExplainedWords(QObject):
    """Explains words in the labels of a page. ``asked`` is sent with the key of a word's entry."""

    asked = Signal(str)

    def __init__(self, parent: QWidget, terms: GlossaryTerms, words: Words) -> None:
        """Nothing is explained yet."""
        super().__init__(parent)
        self._terms, self._words = terms, words
        self._labels: dict[WrapLabel, _Marked] = {}

    def explain(self, page: QWidget, without: str = "") -> None:
        """Mark the words in the labels that ``page`` shows, now that it is written; ``without`` is
        the id of the one that the page is about."""
        before, self._labels = self._labels, {}
        known = {without}
        for label in page.findChildren(WrapLabel):
            if label.role not in READ or isinstance(label, QuoteLabel) or _put_away(label, page):
                continue
            old = before.get(label)
            text = old.text if old is not None and label.content == old.runs else label.content
            if not isinstance(text, str):
                continue
            found = self._terms.find(text, known)
            known |= {one.term.id for one in found}
            if found:
                self._mark(label, _Marked(text, tuple(sorted(found, key=lambda one: one.start))))
            elif old is not None:
                self._unmark(label, text)

    def chosen_in(self, label: WrapLabel) -> Term | None:
        """The word of a label on which the keyboard is."""
        marked = self._labels.get(label)
        if marked is None or marked.chosen is None:
            return None
        return marked.found[marked.chosen].term

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Explain the word under the mouse, or the one the keyboard is on."""
        marked = self._labels.get(watched) if isinstance(watched, WrapLabel) else None
        if marked is None or not isinstance(watched, WrapLabel):
            return False
        if isinstance(event, QHelpEvent) and event.type() == QEvent.Type.ToolTip:
            self._show_at(watched, marked, event.pos())
            return True
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            return self._press(watched, marked, event)
        if isinstance(event, QFocusEvent):
            self._focus(watched, marked, event)
        elif isinstance(event, QMouseEvent):
            return self._mouse(watched, marked, event)
        return False

    def _mark(self, label: WrapLabel, marked: _Marked) -> None:
        if label not in self._labels:
            label.removeEventFilter(self)
            label.installEventFilter(self)
        self._labels[label] = marked
        self._draw(label, marked)
        label.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        label.setMouseTracking(True)
        label.setAccessibleDescription(" ".join(self._said(one.term) for one in marked.found))

    def _unmark(self, label: WrapLabel, text: str) -> None:
        label.removeEventFilter(self)
        label.set_text(text)
        label.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        label.unsetCursor()
        label.setAccessibleDescription("")

    def _draw(self, label: WrapLabel, marked: _Marked) -> None:
        marked.runs = [piece for piece, _ in marked.pieces()]
        label.set_text(marked.runs)

    def _said(self, term: Term) -> str:
        name = term.in_language(self._words.language).name
        return self._words("reading.explained", name=name, text=self._terms.explanation(term))

    def _choose(self, label: WrapLabel, marked: _Marked, number: int | None) -> None:
        """Go to a word, and explain it; to none."""
        marked.chosen = number
        self._draw(label, marked)
        if number is None:
            QToolTip.hideText()
        else:
            # In a moment: the change of focus that led here would hide it.
            QTimer.singleShot(0, self, self._tell_chosen)

    def _tell_chosen(self) -> None:
        for label, marked in self._labels.items():
            if marked.chosen is not None:
                below = max(self._places(label, marked, marked.chosen), key=QRect.bottom)
                at = label.mapToGlobal(below.bottomLeft())
                self._tell(label, marked, marked.chosen, at)

    def _tell(self, label: WrapLabel, marked: _Marked, number: int, at: QPoint) -> None:
        # As markup, a tooltip breaks its lines; what it says is the catalogue's own.
        said = escape(self._said(marked.found[number].term))
        QToolTip.showText(at, f"<p>{said}</p>", label, label.rect())

    def _show_at(self, label: WrapLabel, marked: _Marked, place: QPoint) -> None:
        number = self._word_at(label, marked, place)
        if number is None:
            QToolTip.hideText()
        else:
            self._tell(label, marked, number, label.mapToGlobal(place))

    def _focus(self, label: WrapLabel, marked: _Marked, event: QFocusEvent) -> None:
        if event.type() == QEvent.Type.FocusOut:
            self._choose(label, marked, None)
        elif event.type() == QEvent.Type.FocusIn:
            back = event.reason() == Qt.FocusReason.BacktabFocusReason
            self._choose(label, marked, len(marked.found) - 1 if back else 0)

    def _press(self, label: WrapLabel, marked: _Marked, event: QKeyEvent) -> bool:
        if marked.chosen is None:
            return False
        steps = {Qt.Key.Key_Tab: 1, Qt.Key.Key_Backtab: -1}
        step = steps.get(Qt.Key(event.key()))
        if step is not None and 0 <= marked.chosen + step < len(marked.found):
            self._choose(label, marked, marked.chosen + step)
            return True
        if event.key() in _ENTER and not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
            self._ask(marked, marked.chosen)
            return True
        return False

    def _mouse(self, label: WrapLabel, marked: _Marked, event: QMouseEvent) -> bool:
        number = self._word_at(label, marked, event.position().toPoint())
        if event.type() == QEvent.Type.MouseMove:
            if number is None:
                label.unsetCursor()
            else:
                label.setCursor(Qt.CursorShape.PointingHandCursor)
        elif event.type() == QEvent.Type.MouseButtonRelease and number is not None:
            self._ask(marked, number)
            return True
        return False

    def _ask(self, marked: _Marked, number: int) -> None:
        QToolTip.hideText()
        self.asked.emit(entry_key("term", marked.found[number].term.id))

    def _word_at(self, label: WrapLabel, marked: _Marked, place: QPoint) -> int | None:
        for number in range(len(marked.found)):
            if any(one.contains(place) for one in self._places(label, marked, number)):
                return number
        return None

    def _places(self, label: WrapLabel, marked: _Marked, number: int) -> list[QRect]:
        """Where a word stands on its label."""
        runs = [one for _, one in marked.pieces()]
        return label.run_places(runs.index(number))


def _put_away(label: QWidget, page: QWidget) -> bool:
    """Whether a label, or what it stands in, was hidden; what only waits to be shown is not."""
    at: QWidget | None = label
    while at is not None and at is not page:
        told = at.testAttribute(Qt.WidgetAttribute.WA_WState_ExplicitShowHide)
        if told and at.testAttribute(Qt.WidgetAttribute.WA_WState_Hidden):
            return True
        at = at.parentWidget()
    return False
