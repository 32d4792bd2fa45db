"""What belongs to whoever leads: exercises of their own, beside the catalogue's."""

from typing import Annotated, Any

from app.library.columns import IdOrEmpty, Instant, Key, Named, Text, json_of
from app.library.row import Row, Table


def _is_exercise(found: Any) -> bool:
    # Here: only what comes from elsewhere is held against this.
    import msgspec

    from app.catalogue.own_exercise import UnreadableExercise, decode_own

    try:
        decode_own(msgspec.json.encode(found))
    except UnreadableExercise:
        return False
    return True


class OwnExercise(Row, frozen=True, kw_only=True):
    """An exercise of the facilitator's own, written or copied from another and changed.

    ``exercise`` is the catalogue's struct (:mod:`app.catalogue.own_exercise`) as JSON, ``name``
    what it is called in it. ``came_with``: the community in whose file it came, where another of
    the same id was here.
    """

    table = "own_exercise"
    declared = Table(searched=("name",), room_reads=True)
    id: Key
    name: Named
    exercise: Annotated[str, json_of(dict[str, Any], _is_exercise)]
    copied_from: IdOrEmpty = ""
    came_with: Text = ""
    created: Instant
    changed: Instant
