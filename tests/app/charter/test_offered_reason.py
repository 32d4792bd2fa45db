"""Why a renewal was planned, offered as the reason of the version that comes of it."""

from datetime import timedelta

from app.charter.clauses import add_clause
from app.charter.offered_reason import offered_reason
from app.charter.versions import propose, withdraw
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Community, Workshop

WHY = "Half of us\nare new."


def test_it_is_offered_until_a_version_says_why(
    library: Library, scope: Scope, community: Community
) -> None:
    """In its workshop; at the desk once that was held; again, where the version is set aside."""
    reader, today = library.reader, library.moment.now().date()
    with library.change("workshop-plan", scope) as writer:
        renewal = writer.add(
            Workshop(
                id="w1",
                community=community.id,
                purpose="renewal",
                title="Renewal",
                date=today.isoformat(),
                zone="America/Toronto",
                notes=WHY,
                created="2026-01-05T10:00:00.000Z",
            )
        )
    assert offered_reason(reader, community.id, today) == ""
    assert offered_reason(reader, community.id, today, renewal.id) == "Half of us are new."
    with library.change("workshop-close", scope) as writer:
        writer.change(renewal, state="closed")
    assert offered_reason(reader, community.id, today - timedelta(1)) == ""
    assert offered_reason(reader, community.id, today) == "Half of us are new."
    add_clause(library, scope, "purpose", "To keep the lamps lit.")
    version = propose(library, scope, date=today.isoformat(), language="en", reason="New people.")
    assert offered_reason(reader, community.id, today) == ""
    withdraw(library, scope, version)
    assert offered_reason(reader, community.id, today) == "Half of us are new."
