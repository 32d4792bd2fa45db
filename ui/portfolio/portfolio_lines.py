"""A domain as a line of the portfolio's list: its number in the picture, and all that is known."""

from app.registers.portfolio import Domain
from app.words import Words
from exports.portfolio_words import community_words, degree_words, judged_words, tender_words
from ui.look.themes import Tone
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn


def portfolio_columns(words: Words) -> tuple[ListColumn, ...]:
    """The columns of the list: what was judged and who tends it stay, the rest goes under the
    name where there is no room."""
    return (
        ListColumn(id="name", head=words("portfolio.domain"), least=170, share=60),
        ListColumn(id="weight", head=words("portfolio.weight"), least=68),
        ListColumn(id="vitality", head=words("portfolio.vitality"), least=78),
        ListColumn(
            id="tender",
            head=words("portfolio.tender"),
            least=110,
            share=14,
            folds=1,
            under=True,
        ),
        ListColumn(
            id="investment",
            head=words("portfolio.investment"),
            least=150,
            share=18,
            folds=3,
            under=True,
        ),
        ListColumn(
            id="judged", head=words("portfolio.judged"), least=150, share=14, folds=2, under=True
        ),
    )


def domain_line(words: Words, number: int, domain: Domain, *, named: bool = True) -> ListLine:
    """A domain in the window's words; its community is ``named`` where there are several."""
    before = domain.before
    weight = degree_words(words, domain.weight, before.weight if before else 0)
    vitality = degree_words(words, domain.vitality, before.vitality if before else 0)
    lone: Tone = "mute" if domain.rests else "ember"
    cells = {
        "weight": _degree(domain.weight, weight),
        "vitality": _degree(domain.vitality, vitality),
        "tender": _labelled(
            words, "tender", tender_words(words, domain), "plain" if domain.tender else lone
        ),
        "investment": _labelled(words, "investment", domain.investment),
        "judged": _labelled(words, "judged", judged_words(words, domain)),
    }
    cells = {column: cell for column, cell in cells.items() if cell.text}
    under = community_words(words, domain) if named else ""
    degrees = [
        words("portfolio.whole-weight", said=weight),
        words("portfolio.whole-vitality", said=vitality),
    ]
    folded = [cell.folded for cell in cells.values()]
    whole = [words("portfolio.numbered", n=number, name=domain.name), under, *degrees, *folded]
    return ListLine(
        name=words("portfolio.numbered", n=number, name=domain.name),
        under=under,
        cells=cells,
        muted=domain.rests,
        whole=". ".join(part for part in whole if part),
    )


def _degree(degree: int, said: str) -> ListCell:
    return ListCell(said, "plain" if degree else "mute", bool(degree))


def _labelled(words: Words, column: str, said: str, tone: Tone = "plain") -> ListCell:
    """A cell that names its column where it stands under the name."""
    if not said:
        return ListCell("")
    label = words("registers.label", name=words(f"portfolio.{column}"))
    return ListCell(said, tone, folded=f"{label} {said}")
