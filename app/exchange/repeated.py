"""A name that stands twice in one JSON object: the usual readers keep the last and say nothing."""

import json


class Repeated(Exception):
    """``name`` stands twice in one object."""

    def __init__(self, name: str) -> None:
        """The name as it is read, however it was written."""
        super().__init__(name)
        self.name = name


def check_once(data: bytes | str) -> None:
    """Raises :class:`Repeated` where any object of ``data``, sound JSON, has a name twice."""
    json.loads(data, object_pairs_hook=_once)


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found: dict[str, object] = dict(pairs)
    if len(found) != len(pairs):
        names = [name for name, _ in pairs]
        raise Repeated(next(name for name in names if names.count(name) > 1))
    return found
