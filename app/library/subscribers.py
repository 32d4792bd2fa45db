"""Subscribers: functions that are called with each change after its commit."""

from collections.abc import Callable

from app.library.journal import Change
from app.library.remembering import RememberingReader

Subscriber = Callable[[Change], None]


class Subscribers:
    """Functions to call with each change; while they are called, ``telling`` lets nobody write."""

    def __init__(self, reader: RememberingReader) -> None:
        """Nobody yet; what those who are told read through ``reader`` stands at one instant."""
        self._reader = reader
        self.telling = False
        self._all: dict[object, Subscriber] = {}

    def add(self, subscriber: Subscriber) -> Callable[[], None]:
        """Tell ``subscriber`` of every change. Gives back how to stop; stopping twice is fine."""
        token = object()
        self._all[token] = subscriber

        def stop() -> None:
            self._all.pop(token, None)

        return stop

    def clear(self) -> None:
        """Tell nobody any more."""
        self._all.clear()

    def notify(self, change: Change) -> None:
        """Tell everybody; what one of them raises comes out after all were told.

        The change stands: it was committed before.
        """
        raised: list[Exception] = []
        self._reader.forget(change.rows)
        self.telling = True
        try:
            with self._reader.one_instant():
                for token, subscriber in tuple(self._all.items()):
                    if token not in self._all:
                        continue
                    try:
                        subscriber(change)
                    except Exception as error:  # noqa: BLE001
                        raised.append(error)
        finally:
            self.telling = False
        if len(raised) == 1:
            raise raised[0]
        if raised:
            raise ExceptionGroup("subscribers failed; the change stands", raised)
