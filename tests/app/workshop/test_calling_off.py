"""A workshop that will not take place: kept with its reason, asked about no more, not begun."""

import pytest

from app.catalogue.catalogue import Catalogue
from app.community.facts import gather
from app.library.journal import Scope
from app.library.library import Library
from app.library.rows import Workshop
from app.workshop.calling_off import call_off_workshop, hold_after_all
from app.workshop.planning import blocks_of, plan_workshop
from app.workshop.running import enter_block
from tests.app.community.village import NOW, found, refusal
from tests.app.workshop.plans import WHOLE_DAY, wish


@pytest.fixture
def planned(library: Library, catalogue: Catalogue) -> Workshop:
    """A launch in January."""
    return plan_workshop(library, catalogue, wish(found(library).id, agenda=WHOLE_DAY))


def test_it_keeps_what_it_has_and_is_asked_about_no_more(
    library: Library, planned: Workshop
) -> None:
    blocks = blocks_of(library.reader, planned.id)
    off = call_off_workshop(library, planned, "The hall is flooded\n")
    assert (off.reason, bool(off.called_off)) == ("The hall is flooded", True)
    assert blocks_of(library.reader, planned.id) == blocks
    (facts,) = gather(library.reader, NOW)
    assert facts.workshops == ()
    assert not facts.launched
    hold_after_all(library, planned)
    assert library.reader.row(Workshop, planned.id) == planned
    library.undo(Scope(planned.community))
    assert library.reader.row(Workshop, planned.id) == off


def test_without_a_reason_none_is_kept(library: Library, planned: Workshop) -> None:
    assert call_off_workshop(library, planned, "  ").reason is None


def test_what_was_called_off_is_not_begun(library: Library, planned: Workshop) -> None:
    call_off_workshop(library, planned, "")
    first = blocks_of(library.reader, planned.id)[0]
    assert refusal(lambda: enter_block(library, planned, first)) == "workshop-called-off"
    assert library.reader.row(Workshop, planned.id).state == "planned"


def test_what_has_begun_is_not_called_off(library: Library, planned: Workshop) -> None:
    enter_block(library, planned, blocks_of(library.reader, planned.id)[0])
    assert refusal(lambda: call_off_workshop(library, planned, "Too late")) == "workshop-begun"
    assert library.reader.row(Workshop, planned.id).called_off is None
