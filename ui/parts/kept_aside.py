"""The draft of one field: its text as it is kept aside in the library, until it is in its place."""

from app.library.drafts import drafts_at, drop_draft, keep_draft
from app.library.journal import Scope
from app.library.library import Library
from app.library.trouble import Trouble


class KeptAside:
    """At most one draft: one that the field made, or one that was shown in it."""

    def __init__(self, library: Library, scope: Scope) -> None:
        """No draft yet."""
        self._library, self._scope = library, scope
        self._key = ""
        self.place = ""
        """The place it stands in; empty where there is none."""
        self.text: str | None = None
        """The text that is kept aside, as the field says it; None where none is."""

    def keep(self, place: str, text: str) -> None:
        """Keep a text aside under ``place``, and nowhere else: in the draft there is, or a new one.

        Raises Trouble.
        """
        known = self._key if place == self.place else ""
        key = keep_draft(self._library, self._scope, place, text, known=known)
        if not known:
            # What it belonged to is gone, and it stands elsewhere from now on.
            self.drop()
        self._key, self.place, self.text = key, place, text

    def find(self, place: str, known: str) -> str | None:
        """The first text kept aside in a place, which is shown from now on; None where there is
        none, or none that says anything else than ``known``."""
        for draft in drafts_at(self._library.reader, place):
            if draft.text.split() != known.split():
                self._key, self.place = draft.place, place
                return draft.text
        return None

    def take_over(self, other: "KeptAside") -> None:
        """Go on with another field's draft."""
        self._key, self.place = other._key, other.place

    def drop(self) -> None:
        """Forget the draft: its text is in its place, or was let go."""
        self.text = None
        if self._key:
            try:
                drop_draft(self._library, self._scope, self._key)
            except Trouble:
                # It is given back once more some day: better twice than never.
                return
            self._key = self.place = ""

    def leave(self) -> None:
        """Have nothing more to do with the draft; it stays where it is."""
        self.text, self._key, self.place = None, "", ""
