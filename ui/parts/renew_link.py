"""The link from a reminder that is a reason to renew, to where a renewal is planned."""

from app.community.attention import Reminder
from app.words import Words
from ui.look.look import Look
from ui.parts.buttons import Button, link_button
from ui.parts.reading import for_reading


def renew_link(look: Look, words: Words, reminder: Reminder) -> Button:
    """A link of a name of its own, so that it is found again when a page is made anew."""
    link = for_reading(link_button(look, words("renewal.open")))
    link.setObjectName(f"renew {reminder.snooze_key}")
    return link
