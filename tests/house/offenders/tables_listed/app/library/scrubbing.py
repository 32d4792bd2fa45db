"""Keeps lists of tables."""

STRIKABLE = ("note", "person")
SEARCHED = (("note", ("text",)), ("person", ("name",)))
FORMS = {"text": 1, "note": 2}


def scrub(kind, note, person):
    """Asks for tables by hand, and tells a pair of texts."""
    rules = {rows.Note: "text", rows.Person: "name"}
    return kind in [Note, Person], rules, ("note", "person"), (note, person)
