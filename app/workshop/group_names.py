"""What groups are called: by their names, or by their numbers where they were given none."""

from app.library.reader import Reader
from app.library.rows import Workshop
from app.words import Words
from app.workshop.groups import Group, groups_of


def group_name(words: Words, group: Group) -> str:
    """What a group is called in a language."""
    return group.row.name or words("groups.numbered", n=group.number)


def group_names(reader: Reader, words: Words, workshop: Workshop) -> dict[str, str]:
    """What each group of a workshop is called, by its id, in order."""
    return {group.row.id: group_name(words, group) for group in groups_of(reader, workshop)}
