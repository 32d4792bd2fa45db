"""People in an order of their own."""


def by_name(people):
    """As no other list has them."""
    return sorted(people, key=lambda one: one.name.casefold())


def by_title(reader):
    """As SQLite has them."""
    reader.rows("workshop", order="title")
    return reader.select("SELECT * FROM community ORDER BY community.name COLLATE NOCASE")
