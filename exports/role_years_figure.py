"""Roles over the years in words: the picture's own, its table, the sentence that stands for it."""

from collections.abc import Iterator, Sequence
from datetime import date

from app.catalogue.catalogue import Catalogue
from app.community.held_roles import Held, RoleLine
from app.community.role_history import Load, vacancies
from app.community.role_years import RoleYearsSaid, role_years_diagram
from app.words import Words
from exports.page import Figure, Table
from exports.role_table import role_name

WIDTH, SIZE = 500.0, 9.0
"""Points: how wide the figure is, and how large its names are written."""
MOST_ROLES = 10
"""Roles in one picture: more of them would need a page of their own."""

HistoryRow = tuple[str, str, str, str, str]


def role_years_said(catalogue: Catalogue, words: Words) -> RoleYearsSaid:
    """What is written in the picture."""
    return RoleYearsSaid(
        name=lambda line: role_name(catalogue, words, line.role, line.label),
        more=lambda n: words("roles.and-more", n=n),
        today=words("roles.today"),
        vacant=words("roles.vacant"),
        past=words("roles.past"),
        now=words("roles.now"),
        coming=words("roles.coming"),
        years=words("roles.years"),
    )


def history_heads(words: Words) -> HistoryRow:
    """The heads of :func:`history_rows`."""
    return (
        words("paper.role"),
        words("paper.held-by"),
        words("roles.from"),
        words("roles.to"),
        words("roles.deputy"),
    )


def history_rows(
    catalogue: Catalogue, words: Words, lines: Sequence[RoleLine], today: date
) -> Iterator[HistoryRow]:
    """A row for each holding and each vacancy, role by role, by their first day."""
    for line in lines:
        name = role_name(catalogue, words, line.role, line.label)
        spans = [(one.starts, held_cells(words, one)) for one in line.ever]
        vacant = words("roles.vacant")
        for gap in vacancies(line, today):
            ends = words.day(gap.ends) if gap.ends else ""
            spans.append((gap.starts, (vacant, words.day(gap.starts), ends, "")))
        if not spans:
            spans.append((today, (vacant, "", "", "")))
        for _, cells in sorted(spans, key=lambda one: one[0]):
            yield (name, *cells)


def held_cells(words: Words, one: Held) -> tuple[str, str, str, str]:
    """Who, from when, until when (or when to look at it again), and the deputy."""
    return (
        one.person.name,
        words.day(one.starts),
        term_words(words, one),
        one.deputy.name if one.deputy else "",
    )


def term_words(words: Words, one: Held) -> str:
    """The last day of a holding, else the day to look at it again, else that no end was agreed."""
    if one.ends is not None:
        return words.day(one.ends)
    if one.review is not None:
        return words("roles.review-on", day=words.day(one.review))
    return words("paper.no-end")


def years_figures(
    catalogue: Catalogue, words: Words, lines: Sequence[RoleLine], today: date
) -> Iterator[Figure]:
    """The pictures for paper: one, or several of about as many roles over the same years."""
    caption = words("roles.caption", day=words.day(today))
    said = role_years_said(catalogue, words)
    count = -(-len(lines) // MOST_ROLES)
    share = -(-len(lines) // max(count, 1))
    for first in range(0, len(lines), share or 1):
        some = lines[first : first + share]
        yield Figure(
            role_years_diagram(some, today, WIDTH, SIZE, said, beside=lines),
            role_years_alternative(catalogue, words, some, today),
            caption,
            history_table(words, tuple(history_rows(catalogue, words, some, today))),
        )


def history_table(words: Words, rows: tuple[HistoryRow, ...]) -> Table:
    """The holdings and vacancies as a table for paper."""
    return Table(history_heads(words), rows, (0.24, 0.26, 0.17, 0.17, 0.16), strong_column=0)


def role_years_alternative(
    catalogue: Catalogue, words: Words, lines: Sequence[RoleLine], today: date
) -> str:
    """The picture in a sentence for whoever does not see it; the table says each day."""
    vacant = sum(line.state == "vacant" for line in lines)
    return words("roles.alternative", n=len(lines), vacant=vacant, day=words.day(today))


def load_rows(
    catalogue: Catalogue, words: Words, load: Sequence[Load]
) -> Iterator[tuple[str, str, str]]:
    """Who of the core agreed to how many hours a month, and for which roles."""
    for one in load:
        named = dict.fromkeys(
            role_name(catalogue, words, held.holding.role, held.holding.label) for held in one.held
        )
        yield one.name, words("roles.hours", n=one.hours), words.series(list(named))
