"""Two tables, and what they declare."""


class Note(Row):
    """What was said."""

    table = "note"
    declared = Table(by=("person", "note"))


class Person(Row):
    """Who said it."""

    table = "person"
