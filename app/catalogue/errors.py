"""What can be wrong with the written knowledge: codes and facts.

The codes are spoken by ``catalogue.fault.<code>``.
"""


class CatalogueError(Exception):
    """An entry that cannot be used.

    ``file`` is relative to ``resources``, ``field`` a dotted path in it (empty: the whole file),
    ``code`` says what is wrong and ``values`` the facts of it.
    """

    def __init__(self, file: str, field: str, code: str, **values: object) -> None:
        """Name the file, the field and what is wrong with it."""
        facts = ", ".join(f"{name}={value!r}" for name, value in values.items())
        super().__init__(f"{file}: {field}: {code}" + (f" ({facts})" if facts else ""))
        self.file = file
        self.field = field
        self.code = code
        self.values = values


class UnknownEntry(LookupError):
    """An id that the catalogue does not have; ``table`` is where it was looked for."""

    def __init__(self, table: str, entry: str) -> None:
        """Name the table and the id."""
        super().__init__(f"{table}: {entry}")
        self.table = table
        self.entry = entry
