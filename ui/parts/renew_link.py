"""The link from a reminder that is a reason to renew, to where a renewal is planned."""

from collections.abc import Sequence

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


def is_first_to_renew(reminders: Sequence[Reminder], at: int) -> bool:
    """Whether a reminder in a row leads to a renewal, and none before it to the same one: all the
    reasons stand on the page that it leads to. Where one of them asks for nothing else, that one's
    own button does."""
    one = reminders[at]
    same = [other for other in reminders if other.community == one.community]
    asked = any(other.place == "renewal" for other in same)
    return (
        one.renews
        and not asked
        and not any(other.renews and other.community == one.community for other in reminders[:at])
    )
