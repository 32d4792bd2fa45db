"""What the facilitator prepared to show on the wall instead of the room's picture: a message and
an image, one of each in a workshop."""

from app.library.attachments import attach, attachments_of
from app.library.drafts import drop_draft, keep_draft
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Attachment, Draft, Workshop
from app.workshop.planning import scope_of


def message_of(reader: Reader, workshop: str) -> str:
    """The message that was typed last for a workshop's wall (its id); empty where none was."""
    draft = reader.find(Draft, _place(workshop))
    return draft.text if draft is not None else ""


def keep_message(library: Library, workshop: Workshop, text: str) -> str:
    """Keep the message as it stands, through a restart too. Gives it as kept. Raises Trouble."""
    place, scope = _place(workshop.id), scope_of(workshop)
    if text.strip():
        keep_draft(library, scope, place, text, known=place)
    else:
        drop_draft(library, scope, place)
    return message_of(library.reader, workshop.id)


def image_of(reader: Reader, workshop: Workshop) -> Attachment | None:
    """The image that was chosen last for a workshop's wall."""
    return next(iter(attachments_of(reader, workshop)), None)


def keep_image(
    library: Library, workshop: Workshop, name: str, media: str, data: bytes
) -> Attachment:
    """Keep an image for the wall in the place of the one before. Raises Trouble (``too-large``)."""
    with library.change("wall-image", scope_of(workshop)) as writer:
        for before in attachments_of(writer, workshop):
            writer.remove(before)
        return attach(writer, library.moment.new_id(), workshop, name, media, data)


def _place(workshop: str) -> str:
    return f"wall:{workshop}"
