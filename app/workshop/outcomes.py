"""Decisions, actions and parked things: caught from anywhere, read back at the end."""

from typing import Literal

from app.community.actions import settled
from app.library.library import Library
from app.library.reader import Reader
from app.library.rows import Outcome, Person, Workshop
from app.library.writer import Writer
from app.moment import stamp
from app.typed_text import lines_of, name_line, required_line, unmarked
from app.workshop.agenda import STEP
from app.workshop.planning import scope_of

Form = Literal["decision", "action", "parked"]
FORMS: tuple[Form, ...] = ("decision", "action", "parked")
"""In the order they are read back."""
State = Literal["open", "done", "dropped"]


def outcomes_of(reader: Reader, workshop: str, form: Form | None = None) -> list[Outcome]:
    """What was caught in a workshop, in order; of one form, or all."""
    if form is None:
        return reader.rows(Outcome, order="position", workshop=workshop)
    return reader.rows(Outcome, order="position", workshop=workshop, form=form)


def catch(
    library: Library,
    workshop: Workshop,
    form: Form,
    text: str,
    *,
    run: str | None = None,
    source: str | None = None,
) -> Outcome:
    """Keep a decision, an action or a parked thing. Raises Trouble (``empty``, ``too-long``)."""
    line = required_line(text)
    with library.change(f"{form}-add", scope_of(workshop)) as writer:
        return writer.add(
            Outcome(
                id=library.moment.new_id(),
                community=workshop.community,
                workshop=workshop.id,
                run=run,
                form=form,
                text=line,
                audience="community",
                position=_last(writer, workshop.id) + STEP,
                source=source,
                made=stamp(library.moment.now()),
            )
        )


def catch_lines(
    library: Library, workshop: Workshop, form: Form, text: str, *, run: str | None = None
) -> list[Outcome]:
    """Keep each line of what was typed or pasted, as one change. Raises as :func:`catch`."""
    with library.change(f"{form}-add", scope_of(workshop)):
        lines = lines_of(text) or [text]
        return [catch(library, workshop, form, line, run=run) for line in lines]


def edit_outcome(library: Library, workshop: Workshop, outcome: Outcome, text: str) -> Outcome:
    """Change its text. Raises Trouble (``empty``, ``too-long``, ``gone``)."""
    line = required_line(text)
    with library.change(
        "outcome-edit", scope_of(workshop), field=f"outcome:{outcome.id}"
    ) as writer:
        return writer.change(outcome, text=line)


def assign(
    library: Library,
    workshop: Workshop,
    outcome: Outcome,
    owner: Person | None,
    owner_name: str,
    due: str | None,
) -> Outcome:
    """Say who does it and by when (an ISO date). A name without a person is kept as it was said.

    Raises Trouble (``too-long``, ``gone``).
    """
    name = owner.name if owner else name_line(unmarked(owner_name, named=True))
    with library.change("outcome-assign", scope_of(workshop)) as writer:
        return writer.change(outcome, owner=owner.id if owner else None, owner_name=name, due=due)


def turn_into(library: Library, workshop: Workshop, outcome: Outcome, form: Form) -> Outcome:
    """Make of a parked thing an action, of an action a decision, and so on.

    It is open again, whatever became of it before. Raises Trouble (``gone``).
    """
    with library.change("outcome-turn", scope_of(workshop)) as writer:
        return writer.change(outcome, form=form, state="open", settled=None)


def settle(library: Library, workshop: Workshop, outcome: Outcome, state: State) -> Outcome:
    """Mark it open, done or dropped. Raises Trouble (``gone``)."""
    with library.change("outcome-settle", scope_of(workshop)) as writer:
        return settled(library, writer, outcome, state)


def set_readers(library: Library, workshop: Workshop, outcome: Outcome, audience: str) -> Outcome:
    """Say who may read it. Raises Trouble (``gone``)."""
    with library.change("outcome-audience", scope_of(workshop)) as writer:
        return writer.change(outcome, audience=audience)


def remove_outcome(library: Library, workshop: Workshop, outcome: Outcome) -> None:
    """Take it away; undo brings it back."""
    with library.change("outcome-remove", scope_of(workshop)) as writer:
        writer.remove(outcome)


def _last(writer: Writer, workshop: str) -> int:
    return writer.number("SELECT max(position) FROM outcome WHERE workshop = ?", workshop)
