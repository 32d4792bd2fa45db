"""A community's line in words: what the list paints and what screen readers read."""

from app.catalogue.catalogue import Catalogue
from app.community.overview import HomeLine
from app.words import Words
from ui.look.themes import Tone
from ui.parts.column_list import ListCell, ListLine
from ui.parts.list_columns import ListColumn
from ui.parts.reminder_text import news_text


def home_columns(words: Words) -> tuple[ListColumn, ...]:
    """The columns of Home; what is next and worth knowing never disappears."""
    return (
        ListColumn(id="name", head=words("home.column.name"), least=250, share=30),
        ListColumn(id="stage", head=words("home.column.stage"), stages=True),
        ListColumn(id="last", head=words("home.column.last"), least=170, share=12, folds=3),
        ListColumn(
            id="next", head=words("home.column.next"), least=138, share=28, folds=1, under=True
        ),
        ListColumn(
            id="worth", head=words("home.column.worth"), least=205, share=20, folds=2, under=True
        ),
    )


def community_line(line: HomeLine, words: Words, catalogue: Catalogue) -> ListLine:
    """A community's line in the window's words."""
    worth, worth_tone = news_text(line.worth, words, line.today) if line.worth else ("", "plain")
    lit = [one for one in catalogue.stages if one.id in line.stages]
    stages = words.series([one.in_language(words.language).name for one in lit]) if lit else ""
    running = line.next.code == "running"
    last_tone: Tone = "mute" if line.last is None and not running else "plain"
    cells = {
        "last": ListCell(_last(line, words), last_tone),
        "next": ListCell(_next(line, words), "ember" if running else "plain", running),
        "worth": ListCell(worth, worth_tone),
    }
    under = _under(line, words)
    parts = [line.name, under, words("home.stages-lit", stages=stages) if stages else ""]
    parts += [cell.text for cell in cells.values()]
    return ListLine(
        name=line.name,
        under=under,
        cells=cells,
        stages=line.stages,
        muted=line.rests is not None,
        whole=". ".join(part for part in parts if part),
    )


def _under(line: HomeLine, words: Words) -> str:
    members = words("home.members", n=line.members) if line.members else words("home.no-members")
    if line.rests is not None:
        return members
    if not line.coordinators:
        return words("home.under-name-vacant", members=members)
    names = words.series(list(line.coordinators))
    return words("home.under-name", members=members, names=names)


def _last(line: HomeLine, words: Words) -> str:
    if line.next.code == "running" and line.next.happening is not None:
        return words(f"home.in-progress.{line.next.happening.purpose}")
    if line.last is None:
        return words("home.none-yet")
    if line.last.what == "workshop":
        what = words(f"parts.purpose.{line.last.purpose}")
    else:
        what = words("home.gathering")
    return words("home.held", what=what, day=words.day(line.last.date))


def _next(line: HomeLine, words: Words) -> str:
    if line.rests is not None:
        return _rests(line, words)
    happening = line.next.happening
    if happening is None:
        launch = line.next.code == "launch"
        return words("home.plan-launch" if launch else "home.nothing-planned")
    if line.next.code == "running":
        return words(f"home.running.{happening.purpose}")
    day = words.near_day(happening.date, line.today, "medium")
    if happening.what == "workshop":
        return words(f"home.coming.{happening.purpose}", day=day)
    if happening.title:
        return words("home.coming.titled", title=happening.title, day=day)
    return words("home.coming.gathering", day=day)


def _rests(line: HomeLine, words: Words) -> str:
    """Why nothing is asked about it, and since when."""
    if line.rests == "archived" or line.since is None:
        return words("home.archived")
    return words(f"states.home.{line.rests}", day=words.day(line.since, "medium"))
