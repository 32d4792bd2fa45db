"""The first floor of sharing out."""

from collections.abc import Iterator, Mapping, Sequence

from app.catalogue.catalogue import Catalogue
from app.catalogue.errors import CatalogueError
from app.catalogue.exercise_entries import Exercise
from app.catalogue.faults import exercise_file, twice
from app.catalogue.setup import read_setup
from app.kinds.allot.facts import AllotFacts, allot_facts
from app.kinds.allot.setup import AllotSetup, AllotWords, allot_setup, things_of
from app.kinds.notes_kind import NotesKind
from app.kinds.ranked import Ranked, arranged
from app.library.reader import Reader
from app.workshop.ballots import Given
from app.workshop.running import Running
from app.workshop.zones import zone_faults


class Allot(NotesKind):
    """Tokens on things, and reasons under them."""

    setup = AllotSetup
    setup_words = AllotWords

    def faults(self, exercise: Exercise, catalogue: Catalogue) -> Iterator[CatalogueError]:
        """Fewer than two things, or a limit with which the tokens could not all be given."""
        file, setup = exercise_file(exercise.id), read_setup(exercise.setup, AllotSetup)
        if len(setup.zones) < 2:
            yield CatalogueError(file, "setup.zones", "part-missing", kind=exercise.kind)
        if not setup.forms:
            yield CatalogueError(file, "setup.forms", "part-missing", kind=exercise.kind)
        yield from twice(file, "setup.forms", setup.forms)
        if setup.most > setup.tokens or setup.most * len(setup.zones) < setup.tokens:
            yield CatalogueError(file, "setup.cap", "not-in-order")
        yield from zone_faults(exercise)

    def facts(self, reader: Reader, running: Running) -> Sequence[AllotFacts | Ranked]:
        """The profiles of each closed round, and the notes as they came."""
        return [*allot_facts(reader, running), *arranged(reader, running.run.id)]


def fits(setup: AllotSetup, tokens: Mapping[str, int]) -> bool:
    """Whether one person may share out so: all tokens, on things there are, within the limit."""
    known = {zone.id for zone in setup.zones}
    return (
        set(tokens) <= known
        and all(0 <= number <= setup.most for number in tokens.values())
        and sum(tokens.values()) == setup.tokens
    )


def tokens_given(running: Running, shared: Mapping[str, Mapping[str, int]]) -> Given:
    """What one person gives to each thing, by form, as it is counted.

    Raises ValueError where it does not add up, or for a form there is not.
    """
    setup = allot_setup(running.recipe)
    if set(shared) != set(setup.forms) or not all(fits(setup, one) for one in shared.values()):
        raise ValueError("the tokens of one person are shared out otherwise")
    ids = things_of(running.recipe)
    return {form: {one: str(shared[form].get(one, 0)) for one in ids} for form in setup.forms}
