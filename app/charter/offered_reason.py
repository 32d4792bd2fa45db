"""The reason that is offered for the next version: why its renewal was planned."""

from datetime import date

from app.charter.versions import versions_of
from app.library.reader import Reader
from app.library.rows import Workshop


def offered_reason(reader: Reader, community: str, today: date, workshop: str = "") -> str:
    """What was written for oneself when a renewal was planned; nothing once a version says why.

    Of the ``workshop`` (its id) in which the version is proposed; else of the last renewal of the
    ``community`` (its id) that was held until ``today`` or stands open.
    """
    held = [
        one
        for one in reader.rows(Workshop, order="date, id", community=community, purpose="renewal")
        if one.called_off is None
        and (one.id == workshop or (not workshop and _held(one, today)))
    ]  # fmt: skip
    if not held:
        return ""
    renewal = held[-1]
    said = [
        one
        for one in versions_of(reader, community)
        if one.status != "withdrawn" and one.reason and one.date >= renewal.date
    ]
    return "" if said else " ".join(renewal.notes.split())


def _held(workshop: Workshop, today: date) -> bool:
    return workshop.state != "planned" and workshop.date <= today.isoformat()
