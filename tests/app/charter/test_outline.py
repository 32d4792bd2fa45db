"""The sections a charter shows, and where each stands."""

from app.catalogue.catalogue import Catalogue
from app.charter.changes import compare
from app.charter.outline import SectionLine, namesakes, outline, own_section, rest_of
from app.library.charter_rows import FrozenClause


def clause(section: str, text: str, one: str = "", form: str = "text") -> FrozenClause:
    """A clause, whose id is its section unless said otherwise."""
    return FrozenClause(one or section, section, "", form, text, "organization")


def lines(
    catalogue: Catalogue,
    before: list[FrozenClause] | None,
    now: list[FrozenClause],
    *also: str,
    offer: bool = True,
) -> dict[str, SectionLine]:
    """The lines by section; without ``before`` there is no version."""
    changes = compare(before if before is not None else now, now)
    compared = before is not None
    found = outline(catalogue.sections, changes, compared=compared, also=also, offer=offer)
    return {line.id: line for line in found}


def test_a_first_charter_offers_what_a_launch_needs(catalogue: Catalogue) -> None:
    """In the catalogue's order, those under another with it, all empty."""
    found = lines(catalogue, None, [])
    offered = [one.id for one in catalogue.sections if one.launch and one.parent is None]
    assert list(found) == offered
    assert {line.state for line in found.values()} == {"empty"}
    assert found["domain"].ids == ("domain", "in-scope", "out-of-scope")
    assert "in-scope" not in found
    assert "changes" not in found


def test_a_read_charter_shows_what_it_says(catalogue: Catalogue) -> None:
    """A version offers nothing; a section under another shows that one."""
    now = [clause("in-scope", "Maps", form="list"), clause("voice", "Asked")]
    assert list(lines(catalogue, None, now, offer=False)) == ["domain", "voice"]


def test_where_sections_stand(catalogue: Catalogue) -> None:
    """Kept, edited, new, empty, and written where nothing can be compared."""
    before = [
        clause("purpose", "We keep"),
        clause("domain", "Maps"),
        clause("in-scope", "a\nb", form="list"),
        clause("norms", "kind", form="list"),
        clause("review", "Yearly"),
    ]
    now = [
        clause("purpose", "We keep"),
        clause("domain", "Maps"),
        clause("in-scope", "a\nb\nc\nd", form="list"),
        clause("norms", "kinder", form="list"),
        clause("practice", "Cases"),
        clause("practice", "Walks", "other"),
    ]
    found = lines(catalogue, before, now)
    states = {one: (line.state, line.new) for one, line in found.items()}
    assert states["purpose"] == ("kept", 0)
    assert states["domain"] == ("new", 2)
    assert states["norms"] == ("edited", 0)
    assert states["practice"] == ("new", 2)
    assert states["review"] == ("edited", 0)
    assert states["rhythm"] == ("empty", 0)
    assert lines(catalogue, None, now)["purpose"].state == "written"


def test_new_and_edited_together_is_edited(catalogue: Catalogue) -> None:
    """A count would hide the edit."""
    before = [clause("domain", "Maps"), clause("in-scope", "a", form="list")]
    now = [clause("domain", "Charts"), clause("in-scope", "a\nb", form="list")]
    assert lines(catalogue, before, now)["domain"].state == "edited"


def test_sections_of_ones_own_come_last(catalogue: Catalogue) -> None:
    """In the order of their clauses, then those only begun."""
    now = [clause("Our tools", "A list"), clause("purpose", "We keep"), clause("Our songs", "One")]
    found = list(lines(catalogue, None, now, "Our walks", "voice"))
    assert found[-3:] == ["Our tools", "Our songs", "Our walks"]
    assert found.index("voice") < found.index("norms")


def test_what_can_be_added(catalogue: Catalogue) -> None:
    """Sections that are not there; never those told by what was recorded, nor those under one."""
    shown = outline(catalogue.sections, (), compared=False)
    rest = [one.id for one in rest_of(catalogue.sections, shown)]
    assert "voice" in rest
    assert {"purpose", "changes", "in-scope"}.isdisjoint(rest)


def test_a_section_of_ones_own_is_never_one_of_the_catalogues(catalogue: Catalogue) -> None:
    """Whatever it is called, in whichever language: also by the very word that is another's id."""
    for section in catalogue.sections:
        for name in (section.id, section.id.title(), *(one.name for one in section.words.values())):
            own = own_section(catalogue.sections, name)
            assert catalogue.find_section(own) is None
            assert own.casefold() == name.casefold()
    assert own_section(catalogue.sections, "Our  tools") == "Our tools"
    assert own_section(catalogue.sections, " voice ") == "Voice"
    assert own_section(catalogue.sections, "Renewal") == "Renewal"


def test_a_name_that_the_catalogue_has_too_is_known(catalogue: Catalogue) -> None:
    """So that it can be said; not a word that is only an id."""
    assert [one.id for one in namesakes(catalogue.sections, " voice ")] == ["voice"]
    assert [one.id for one in namesakes(catalogue.sections, "Raison d’être")] == ["purpose"]
    assert namesakes(catalogue.sections, "Resources") == ()
