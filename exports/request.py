"""What is asked for when something is exported."""

from datetime import datetime

import msgspec

from exports.page import Paper


class ExportRequest(msgspec.Struct, frozen=True, kw_only=True):
    """A document (its id) of a subject (a community's, a workshop's or an exercise's id; empty for
    all communities, where a document can be of them), for whom, in which form.

    ``register`` is the id of a register, where the document is of one. ``role`` is the id of
    a role of the catalogue, or what a role is called in the community. ``template`` is the id of a
    letter or sheet, filled for a ``workshop`` or a ``person`` of the subject where the id of one is
    named. ``version`` of a charter: its number; 0 is the draft, None the latest, or the draft where
    there is none; ``against``: the number of the one it is compared with, None the one before.
    ``format`` is the id of a format, which its file's name ends with. ``now`` is when it is asked
    for, where what is ahead is told; without it, it is told as of when it was last said.
    ``people``, ``minutes`` and ``way``: what an exercise is fitted to; as it is written where they
    say nothing.
    """

    document: str
    subject: str
    register: str = ""
    role: str = ""
    template: str = ""
    workshop: str = ""
    person: str = ""
    version: int | None = None
    against: int | None = None
    audience: str = "community"
    paper: Paper = "letter"
    format: str = "pdf"
    now: datetime | None = None
    people: int = 0
    minutes: int = 0
    way: str = ""
