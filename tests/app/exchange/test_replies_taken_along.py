"""Replies that came in private leave with a community's file, and are private where it arrives."""

from contextlib import closing
from pathlib import Path

from app.charter.clauses import add_clause
from app.charter.replies import Reply, enter_replies, who_may_reply
from app.charter.versions import agree, agreement_of, propose, record_stances
from app.exchange.decode import decode
from app.exchange.importing import import_community
from app.library.journal import Scope
from app.library.opening import open_library
from tests.app.community.village import found, joins, new_library
from tests.app.exchange.whole import exported
from tests.app.library.settings import StillMoment


def test_what_came_in_private_is_known_after_an_import(tmp_path: Path) -> None:
    """With the hands beside them, and those who are named."""
    with closing(new_library(tmp_path)) as library:
        community = found(library)
        scope = Scope(community.id)
        joins(library, community, "Nora Singh")
        add_clause(library, scope, "purpose", "Together.")
        version = propose(library, scope, date="2026-01-15", language="en")
        record_stances(library, scope, version, {"fine": 2})
        (nora,) = who_may_reply(library.reader, version)
        replies = [Reply("cannot", person=nora.id, named=True), *[Reply("wholehearted")] * 3]
        enter_replies(library, scope, version, replies)
        agree(library, scope, version, "2026-07-15")
        before = agreement_of(library.reader, version.id)
        data = exported(library, community.id)
    with closing(open_library(tmp_path / "other.hearth", StillMoment())) as other:
        import_community(other, decode(data))
        assert agreement_of(other.reader, version.id) == before
        assert exported(other, community.id) == data
    assert before is not None
    assert before.in_private
    assert before.named == ("cannot",)
    assert {one: n for one, n in before.hands.items() if n} == {"fine": 2}
    assert {one: n for one, n in before.unnamed.items() if n} == {"wholehearted": 3}
