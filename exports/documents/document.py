"""What every document can do: read its facts, put them on a page, say what it leaves out."""

from collections.abc import Iterable
from typing import Generic, Protocol, TypeVar

import msgspec

from app.catalogue.catalogue import Catalogue
from app.library.audience import may_read
from app.library.reader import Reader
from app.library.rows import Community, Outcome, Workshop
from app.words import Words
from app.workshop.outcomes import FORMS
from app.workshop.planning import languages_of
from exports.kinds.report import KindReports
from exports.page import Page
from exports.request import ExportRequest

F = TypeVar("F")


class Materials(msgspec.Struct, frozen=True):
    """What a page is made with, beside its facts."""

    reader: Reader
    catalogue: Catalogue
    reports: KindReports
    words: Words


class LeftOut(msgspec.Struct, frozen=True):
    """How many of something (blocks, notes, decisions, clauses...) are left out, and which."""

    what: str
    number: int
    names: tuple[str, ...] = ()


class Document(Protocol, Generic[F]):
    """A sort of document. Each method raises KeyError for a subject or version there is not."""

    def facts(self, reader: Reader, catalogue: Catalogue, request: ExportRequest) -> F:
        """All it says to the readers asked for, typed and in no language."""

    def page(self, facts: F, request: ExportRequest, materials: Materials) -> Page:
        """The facts as a neutral page, in the language of the words."""

    def left_out(
        self, reader: Reader, catalogue: Catalogue, words: Words, request: ExportRequest
    ) -> list[LeftOut]:
        """What it leaves out because it is marked for narrower readers; a number may be 0."""

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The language it is in unless another is asked for; empty where any is as good."""


class OfCommunity:
    """A document about a community, in that community's language."""

    def language(self, reader: Reader, request: ExportRequest) -> str:
        """The community's language."""
        return reader.row(Community, request.subject).language


def leading_language(reader: Reader, workshop: str) -> str:
    """The first language of a workshop (its id)."""
    return languages_of(reader.row(Workshop, workshop))[0]


def each_once(names: Iterable[str]) -> tuple[str, ...]:
    """Names in their order, each once."""
    return tuple(dict.fromkeys(names))


def outcomes_left_out(reader: Reader, request: ExportRequest) -> list[LeftOut]:
    """How many decisions, actions and parked things of a community its readers do not get."""
    rows = reader.rows(Outcome, community=request.subject)
    hidden = [one for one in rows if not may_read(one.audience, request.audience)]
    return [LeftOut(f"{form}s", sum(one.form == form for one in hidden)) for form in FORMS]
