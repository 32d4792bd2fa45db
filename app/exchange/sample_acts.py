"""What the sample’s people do at its launch and ever after: name, reword, agree, meet again."""

from datetime import date, timedelta

import msgspec

from app.charter.clauses import add_clause, clauses_of, write_clause
from app.charter.versions import agree, propose, record_stances, reserve
from app.community.gatherings import edit_gathering, fields_of
from app.exchange.renewal_script import SampleReview
from app.exchange.sample_script import (
    SampleAgreement,
    SampleName,
    SampleNext,
    SampleRole,
    minute_of,
)
from app.kinds.roles import answer, name_someone
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Workshop
from app.workshop.closing import set_next_meeting
from app.workshop.running import Running


def reword(library: Library, scope: Scope, said: SampleReview, run: str | None = None) -> None:
    """Give a section of the draft its new wording: its first clause says it, or a new one."""
    if not said.whole or scope.community is None:
        return
    standing = clauses_of(library.reader, scope.community, said.section)
    if standing:
        write_clause(library, scope, standing[0], said.whole)
    else:
        add_clause(library, scope, said.section, said.whole, form=said.form, run=run)


def agree_as_said(
    library: Library, scope: Scope, said: SampleAgreement, day: date, language: str
) -> None:
    """Propose the draft on a day, count how people stand to it, and agree until its date."""
    version = propose(library, scope, date=day.isoformat(), language=language, reason=said.reason)
    record_stances(library, scope, version, said.stances)
    for reservation in said.reservations:
        reserve(library, scope, version, reservation)
    agree(library, scope, version, (day + timedelta(days=said.until)).isoformat())


def name_as_said(library: Library, running: Running, role: SampleRole, said: SampleName) -> None:
    """Name somebody for a role as often as the room did, and write what they answered."""
    for _ in range(said.by):
        naming = name_someone(library, running, role.role, said.person)
    if said.answer != "named":
        answer(library, running, naming, "asked")
        answer(library, running, naming, said.answer, months=role.months)


def meet_next(library: Library, workshop: Workshop, said: SampleNext, day: date) -> None:
    """Write down the next gathering, counted from the ``day`` of the workshop."""
    on = (day + timedelta(days=said.days)).isoformat()
    starts = minute_of(said.starts)
    meeting = set_next_meeting(library, workshop, on, starts, said.place, said.title)
    fields = msgspec.structs.replace(fields_of(library.reader, meeting), minutes=said.minutes)
    edit_gathering(library, meeting.id, fields)
