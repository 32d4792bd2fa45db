"""Which document a command asks for: of which subject, for whom, on which paper."""

from datetime import datetime

from app.catalogue.catalogue import Catalogue
from app.community.held_roles import roles_of
from app.community.today import today_in
from app.library.reader import Reader
from app.words import Words
from exports.registry import DOCUMENTS, DocumentEntry
from exports.request import ExportRequest
from ui.terminal.arguments import CommandArguments
from ui.terminal.choosing import (
    check_version,
    choose_community,
    choose_exercise,
    choose_person,
    choose_register,
    choose_role,
    choose_template,
    choose_workshop,
)


def asked_document(
    asked: CommandArguments,
    reader: Reader,
    catalogue: Catalogue,
    format_: str,
    words: Words,
    now: datetime,
) -> ExportRequest:
    """What is to be exported. Raises Refusal for what there is not."""
    document = DOCUMENTS[asked.document]
    template = choose_template(catalogue, asked.template, words).id if document.templates else ""
    register = choose_register(catalogue, asked.register, words).id if document.registers else ""
    return ExportRequest(
        document=document.id,
        subject=_subject(asked, document, reader, catalogue, words),
        register=register,
        template=template,
        role=_role(asked, reader, catalogue, words, now) if document.roles else "",
        workshop=_workshop(asked, reader, words) if document.templates and asked.workshop else "",
        person=_person(asked, reader, words) if document.templates and asked.person else "",
        version=asked.version,
        against=asked.against,
        audience=asked.audience or document.audience,
        paper=asked.paper,
        format=format_,
        now=now,
    )


def _workshop(asked: CommandArguments, reader: Reader, words: Words) -> str:
    """The id of the workshop for which a letter is filled."""
    community = choose_community(reader, asked.name, words)
    return choose_workshop(reader, community, asked.workshop, words).id


def _person(asked: CommandArguments, reader: Reader, words: Words) -> str:
    """The id of whom a letter is written for."""
    community = choose_community(reader, asked.name, words)
    return choose_person(reader, community, asked.person, words).id


def _role(
    asked: CommandArguments, reader: Reader, catalogue: Catalogue, words: Words, now: datetime
) -> str:
    """The role that is named, as a document knows it."""
    community = choose_community(reader, asked.name, words)
    today = today_in(community.zone, now)
    lines = roles_of(reader, catalogue.roles, community.id, today)
    return choose_role(lines, catalogue, asked.role, words)


def _subject(
    asked: CommandArguments,
    document: DocumentEntry,
    reader: Reader,
    catalogue: Catalogue,
    words: Words,
) -> str:
    """The id of what the document is of."""
    if document.subject == "exercise":
        return choose_exercise(catalogue, asked.name, words).id
    if document.subject == "library" and not asked.name:
        return ""
    community = choose_community(reader, asked.name, words)
    if document.versions:
        check_version(reader, community, asked.version, words, draft=document.against)
    if document.against:
        check_version(reader, community, asked.against, words, draft=True)
    if document.subject == "workshop":
        return choose_workshop(reader, community, asked.workshop, words).id
    return community.id
