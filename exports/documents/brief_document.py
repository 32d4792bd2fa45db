"""What is known before a renewal: why now, remember, look, choose, promise; where little is known
of it, on one sheet."""

from datetime import date

import msgspec

from app.catalogue.catalogue import Catalogue
from app.kinds.pulse.setup import pulse_words, statements_of
from app.kinds.pulse.years import PulseYears, pulse_years
from app.library.audience import AUDIENCES
from app.library.reader import Reader
from app.library.rows import Community, Workshop
from app.moment import instant
from app.renewal.brief import Brief, Part, read_brief
from app.renewal.brief_lines import Line, Promise, Statement, Told
from app.text_direction import isolate, join_isolated
from app.words import Words
from app.workshop.spread import Spread
from exports.community_years_figure import community_years_figure
from exports.documents.document import LeftOut, Materials, OfCommunity, outcomes_left_out
from exports.documents.frame import RENEWING, document_head, document_page, document_title
from exports.page import Heading, Page, Piece, Table, paragraph
from exports.pulse_years_figure import pulse_years_figures
from exports.register_words import party_words
from exports.request import ExportRequest
from exports.role_table import role_name

LOOK, STAGES, PULSE = "look", "stages", "pulse"
"""The group under which pictures stand, and its parts that may have one."""
PORTRAITS_DRAWN, PULSES_DRAWN = 3, 2
"""From so many on a picture is drawn; of fewer the words of its part say all."""
COUNTED = "portraits"
"""The line that says how many portraits there are, as their picture does."""
WIDTHS, WHY_WIDTHS = (0.22, 0.78), (0.4, 0.6)


class BriefFacts(msgspec.Struct, frozen=True):
    """What is told before a renewal; the pulses of the exercise that was asked last, if any."""

    brief: Brief
    pulses: PulseYears | None


class BriefDocument(OfCommunity):
    """What is known of a community before it renews, for whoever prepares that."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> BriefFacts:
        """What is told; as of the last workshop that was closed where no instant is asked for.

        Raises KeyError for a community there is not.
        """
        row = reader.row(Community, request.subject)
        closed = [one.closed for one in reader.rows(Workshop, community=row.id) if one.closed]
        now = request.now or instant(max(closed, default=row.created))
        brief = read_brief(reader, catalogue, row.id, request.audience, now)
        asked = pulse_years(reader, row.id, request.audience)
        return BriefFacts(brief, asked[0] if asked else None)

    def page(self, facts: BriefFacts, request: ExportRequest, materials: Materials) -> Page:
        """Why now, then a table for each group, what changed over years as pictures; a part of
        which nothing is known says the way."""
        words, brief = materials.words, _without_what_is_drawn(facts)
        name = brief.community.name
        title = document_title(words, "brief.foot", {"community": name})
        pieces: list[Piece] = []
        if request.audience == "facilitator":
            pieces += _why_now(words, brief)
        for group, parts in brief.groups.items():
            rows = tuple(
                (words(f"brief.part-{one.id}"), _cell(materials, one, request.audience))
                for one in parts
            )
            # The group's name stands in the table's own head: all may have to fit on one sheet.
            heads = (words(f"brief.{group}"), words("brief.known"))
            pieces.append(Table(heads, rows, WIDTHS, strong_column=0))
            if group == LOOK:
                pieces += _pictures(facts, materials)
        head = document_head(name, words("brief.title"), _under(words, brief))
        page = document_page(words, title, request.audience, name, head + pieces, RENEWING)
        return msgspec.structs.replace(page, one_sheet=True)

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """How many decisions, actions and parked things these readers do not get."""
        return outcomes_left_out(reader, request)


def _drawn(facts: BriefFacts) -> tuple[str, ...]:
    """The parts that have a picture."""
    several = facts.pulses is not None and len(facts.pulses.taken) >= PULSES_DRAWN
    portraits = len(facts.brief.years.portraits) >= PORTRAITS_DRAWN
    return (*((STAGES,) if portraits else ()), *((PULSE,) if several else ()))


def _without_what_is_drawn(facts: BriefFacts) -> Brief:
    """The brief without lines that a picture says."""
    drawn = _drawn(facts)
    groups = {
        group: tuple(
            msgspec.structs.replace(part, lines=tuple(filter(_is_not_in_picture, part.lines)))
            if part.id in drawn
            else part
            for part in parts
        )
        for group, parts in facts.brief.groups.items()
    }
    return msgspec.structs.replace(facts.brief, groups=groups)


def _is_not_in_picture(line: Line) -> bool:
    return not isinstance(line, Statement) and not (isinstance(line, Told) and line.code == COUNTED)


def _pictures(facts: BriefFacts, materials: Materials) -> list[Piece]:
    """How people answered, then the stages, each time."""
    words, catalogue, drawn = materials.words, materials.catalogue, _drawn(facts)
    pieces: list[Piece] = []
    if PULSE in drawn and facts.pulses is not None:
        pieces += pulse_years_figures(words, facts.pulses.told_in(catalogue, words.language))
    if STAGES in drawn:
        pieces.append(community_years_figure(catalogue, words, facts.brief.years))
    return pieces


def _under(words: Words, facts: Brief) -> str:
    """On which day it is told, and since which workshop."""
    today = words.day(facts.today)
    if facts.last is None:
        return words("brief.as-of", today=today)
    day = words.day(date.fromisoformat(facts.last.date))
    return words("brief.since", today=today, title=facts.last.title, day=day)


def _why_now(words: Words, facts: Brief) -> list[Piece]:
    """Each signal's fact with its reason beside it."""
    title = words("brief.why-now")
    rows = tuple(
        (one.fact(words.language), one.signal.in_language(words.language).why)
        for one in facts.signals
    )
    if not rows:
        return [Heading(2, title), paragraph(words("brief.no-signal"))]
    return [Table((title, words("brief.reason")), rows, WHY_WIDTHS, strong_column=0)]


def _cell(materials: Materials, part: Part, audience: str) -> str:
    """What is known of a part, a line each; or what is missing and the shortest way to it. Whoever
    may not read all is only told that there is nothing for them."""
    words = materials.words
    if part.way and audience != AUDIENCES[0]:
        return words("brief.not-for-readers")
    if part.way:
        sheet = materials.catalogue.find_template(part.way)
        named = sheet.in_language(words.language).name if sheet is not None else part.way
        way = words(f"brief.way-{part.way}", sheet=named)
        return f"{words(f'brief.missing-{part.id}')} {way}"
    lines = [line_text(materials.catalogue, words, one) for one in lines_in_order(part)]
    if part.more:
        # On the last line: each line saved lets the rest be set larger.
        lines[-1] = join_isolated((lines[-1], words("brief.more", n=part.more)))
    return "\n".join(lines)


def lines_in_order(part: Part) -> list[Line]:
    """The lines; the statements of a pulse after the others, as they were asked."""
    asked = [one for one in part.lines if isinstance(one, Statement)]
    order = {
        one: place for place, one in enumerate(statements_of(asked[0].recipe) if asked else ())
    }
    asked.sort(key=lambda one: order.get(one.id, len(order)))
    return [*(one for one in part.lines if not isinstance(one, Statement)), *asked]


def line_text(catalogue: Catalogue, words: Words, line: Line) -> str:
    """One line in words."""
    match line:
        case Promise():
            return _promise(words, line)
        case Statement():
            return _statement(words, line)
        case Told(code="told"):
            return line.text
    return words(
        f"brief.line-{line.code}",
        text=isolate(line.text),
        name=isolate(line.name or words("brief.nobody")),
        role=role_name(catalogue, words, line.role, line.label) if line.role else "",
        label=line.label,
        items=_items(catalogue, words, line),
        n=line.n,
        most=line.most,
        day=words.day(line.day) if line.day is not None else "",
    )


def _items(catalogue: Catalogue, words: Words, line: Told) -> str:
    """The names of stages, sections or roles, or what notes say, on one line."""
    named = [_named(catalogue, words, line.code, one, label) for one, label in line.items]
    if line.n:
        named.append(words("brief.more", n=line.n))
    return join_isolated(named)


def _named(catalogue: Catalogue, words: Words, code: str, one: str, label: str) -> str:
    if code == "roles-vacant":
        return role_name(catalogue, words, one, label)
    if code == "became":
        day = words.day(date.fromisoformat(label))
        return words("brief.became-on", state=words(f"states.state.{one}"), day=day)
    if label:
        return label
    known = (
        catalogue.find_section(one) if code == "sections" else catalogue.find_stage(one)
    )  # fmt: skip
    return known.in_language(words.language).name if known is not None else one


def _promise(words: Words, line: Promise) -> str:
    """Who promised whom what, and by when: the same words for either side."""
    giver = party_words(words, line.giver) or words("brief.nobody")
    taker = party_words(words, line.taker) if line.taker is not None else ""
    return words(
        f"brief.promise-{'to' if taker else 'open'}",
        giver=isolate(giver),
        taker=isolate(taker),
        text=isolate(line.text),
        when=_when(words, line),
    )


def _when(words: Words, line: Promise) -> str:
    if line.due is None:
        return words("brief.no-day")
    return words("brief.was-due" if line.late else "brief.by", day=words.day(line.due))


def _statement(words: Words, line: Statement) -> str:
    """A statement with its middle and spread, and what they were before; of several pulses before
    the middles alone."""
    said = isolate(pulse_words(line.recipe, words.language).statements.get(line.id, line.id))
    now = _scale(words, line.middle, line.spread)
    if line.earlier:
        known = line.earlier if line.before is None else (*line.earlier, line.before)
        middles = ", ".join(str(one) for one in known)
        return words("brief.statement-earlier", statement=said, now=now, middles=middles)
    if line.before is None:
        return words("brief.statement", statement=said, now=now)
    before = _scale(words, line.before, line.spread_before)
    return words("brief.statement-before", statement=said, now=now, before=before)


def _scale(words: Words, middle: int, spread: Spread | None) -> str:
    if spread is None:
        return words("brief.middle", middle=middle)
    code = "brief.middle-at" if spread.low == spread.high else "brief.middle-spread"
    return words(code, middle=middle, low=spread.low, high=spread.high)
